"""scores.json: the figures last measured, as the briefing's method section tells them."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

from pressbrief.score.measured import Measured, ScoreError
from pressbrief.topic import paths

SCORES = Path(__file__).parents[1] / "scores.json"


def entries() -> list[dict]:
    """The entries of scores.json; none where there is no such file."""
    if not SCORES.is_file():
        return []
    try:
        return json.loads(SCORES.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ScoreError(f"{SCORES}: no JSON ({error}); restore it from the repository") from None


def record(
    task: str, path: Path, options: dict, measured: Measured, figures: dict, day: date
) -> None:
    """Puts a measurement into scores.json in place of the last one with the same command."""
    words = "".join(
        f" --{name.replace('_', '-')}" + (f" {_below(value)}" if value is not True else "")
        for name, value in options.items()
    )
    entry = {
        "task": task,
        "set": "/".join(path.resolve().parts[-2:]),
        "items": measured.items,
        "figures": figures,
        "command": f"pressbrief score {task} {_below(path)}{words}",
        "date": day.isoformat(),
        "unit": measured.unit,
        "notes": list(measured.notes),
        "baselines": measured.baselines,
    }
    known = {one["command"]: one for one in entries()} | {entry["command"]: entry}
    ordered = [known[command] for command in sorted(known)]
    text = json.dumps(ordered, indent=1, ensure_ascii=False) + "\n"
    SCORES.write_text(text, encoding="utf-8", newline="\n")


def _below(path: Path) -> str:
    """A path as seen from the checkout, the same on every machine."""
    return Path(os.path.relpath(path.resolve(), paths.home())).as_posix()
