"""Where things stand on this machine: the package, the notebooks, and the checkout if there is one.

In a checkout the notebooks lie beside the package, and whatever a path names is looked for in the
working folder, then there. A wheel carries the notebooks inside the package; then all that a run
writes lies below the working folder.
"""

from __future__ import annotations

import os
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]
INSTALLED = (PACKAGE / "notebooks").is_dir()
NOTEBOOKS = PACKAGE / "notebooks" if INSTALLED else PACKAGE.parent
CHECKOUT = None if INSTALLED else PACKAGE.parents[1]


def home() -> Path:
    """Where `data` and `reports` lie by default: in the checkout, or in the working folder."""
    return CHECKOUT or Path.cwd()


def located(path: str) -> Path:
    """A path absolute: as it stands from the working folder, else from the checkout.

    >>> located("seeds/../reports").name
    'reports'
    """
    # A topic's name is its folder's last part: ".." has none, and a link keeps its own.
    here = Path(os.path.abspath(Path(path).expanduser()))  # noqa: PTH100
    there = home() / path
    return there if not here.exists() and there.exists() else here


def portable(path: Path) -> str:
    """A path as a parameter that `located` finds again, without naming anybody's home folder.

    >>> portable(Path.cwd() / "seeds" / "topic")
    'seeds/topic'
    """
    for base in (Path.cwd(), home()):
        if path.is_relative_to(base):
            return path.relative_to(base).as_posix()
    return str(path)
