"""What lies in a topic folder, and what only seems to: links that lead out of it, and devices."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

OUT = "a link that leads out of the topic; copy what it names to here"
FOLDER = "a link to a folder, or a folder; copy the file that is meant to here"
BROKEN = "a link to nothing; delete it, or copy what it should name to here"
NO_FILE = "no file but a device, a pipe or a socket; delete it"
JUNCTION = 0xA0000003  # as Windows marks a folder's link; `stat` names it on Windows alone


def below(folder: Path) -> Iterator[tuple[Path, str]]:
    """All that lies below a folder and is no folder, each with why it is not read ("" if it is).

    Links to folders are not followed; a folder that cannot be listed stands for what it holds.
    """
    denied: list[OSError] = []
    for at, folders, names in os.walk(folder, onerror=denied.append):
        links = [name for name in folders if _is_link(Path(at, name))]
        folders[:] = set(folders) - set(links)
        for name in (*names, *links):
            yield Path(at, name), fault(Path(at, name), folder)
    for error in denied:
        yield Path(error.filename), f"cannot be listed ({error.strerror}); check its permissions"


def fault(path: Path, folder: Path) -> str:
    """Why what a path names is not read as a file of a folder; empty if it is.

    A link may lead to another place in the folder, and the folder may itself be a link.

    >>> fault(Path(__file__), Path(__file__).parent), fault(Path(__file__).parent, Path("/"))
    ('', 'a link to a folder, or a folder; copy the file that is meant to here')
    """
    try:
        if _is_link(path) and not path.resolve().is_relative_to(folder.resolve()):
            return OUT
        mode = path.stat().st_mode
    except FileNotFoundError:
        return BROKEN
    except (OSError, RuntimeError) as error:  # links in a circle, a folder that is locked
        said = getattr(error, "strerror", None) or error
        return f"cannot be opened ({said}); check its permissions"
    if stat.S_ISDIR(mode):
        return FOLDER
    return "" if stat.S_ISREG(mode) else NO_FILE


def _is_link(path: Path) -> bool:
    """Whether a path is a link, or on Windows a junction."""
    info = path.lstat()
    return stat.S_ISLNK(info.st_mode) or getattr(info, "st_reparse_tag", 0) == JUNCTION
