"""The notebooks laid out in a folder, for JupyterLab to open."""

from __future__ import annotations

from pathlib import Path

from pressbrief.run import edition
from pressbrief.sections.registry import SECTIONS
from pressbrief.topic.faults import InputError
from pressbrief.topic.paths import NOTEBOOKS


def lay_out(folder: Path, *, force: bool = False) -> list[Path]:
    """Copies the sections' notebooks and the briefing's into a folder; the copies' paths.

    InputError, and nothing is copied, if one is there already (unless `force`), or if the folder
    cannot be written to.
    """
    names = [*(section.notebook for section in SECTIONS.values()), "briefing"]
    copies = {NOTEBOOKS / f"{name}.ipynb": folder / f"{name}.ipynb" for name in names}
    there = [copy for copy in copies.values() if copy.exists()]
    if there and not force:
        raise InputError(f"{there[0]}: exists already; name another folder, or --force")
    if fault := edition.writable(folder):
        raise InputError(fault)
    for path, copy in copies.items():
        copy.write_bytes(path.read_bytes())
    return list(copies.values())
