"""What a process does first that makes a run light: no kernels, its document is one line.

The runs of the fault campaign that are about what is written, and when, begin with it.
"""

from __future__ import annotations

import itertools
import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import psutil

from pressbrief.run import notebooks, parameters, publish


def started() -> None:
    """Has the kernels of this process's run started, as they are where none can be forked."""
    from pressbrief.run.forking import Server

    Server.possible = staticmethod(lambda: False)


def light(at: int = 0, day: str = "") -> None:
    """Makes the sections of this process's run instant, and kills it before its write `at`."""

    def fill(folder: Path, *_: object) -> None:
        for name in ("briefing.html", "briefing.pdf", "tables/stances.csv"):
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(name)

    nothing: dict[str, list] = {"claims": [], "figures": [], "tables": []}
    notebooks.one_section = lambda each, *_: publish.Executed(
        each, {"name": each.name, "title": each.title} | nothing, "", 0.0
    )
    publish.warm_up = lambda: None
    publish.stale = lambda *_: []
    publish.skipped = lambda _: []
    publish.fill = fill
    if day:
        moved = type("Day", (date,), {"today": classmethod(lambda cls: cls.fromisoformat(day))})
        parameters.date = moved
    if at:
        sys.addaudithook(_killing(at))


def _killing(at: int) -> Callable[[str, tuple], None]:
    writes = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate"}
    numbers = itertools.count(1)

    def hook(event: str, args: tuple) -> None:
        written = event in writes or (event == "open" and _writes(args))
        # What Python compiles beside the code is no write of the run.
        if written and "__pycache__" not in str(args[0]) and next(numbers) == at:
            psutil.Process().kill()

    return hook


def _writes(args: tuple) -> bool:
    flags = args[2] if isinstance(args[2], int) else 0
    return bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
