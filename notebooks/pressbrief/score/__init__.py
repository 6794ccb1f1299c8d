"""Measures the parts of a briefing on public gold sets, by the code that a briefing runs."""

from __future__ import annotations

import csv
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path

from pressbrief.score import ledger
from pressbrief.score.measured import Figures, Measured, ScoreError
from pressbrief.score.tasks import TASKS, Task
from pressbrief.tables.formulas import neutral

__all__ = ["TASKS", "Outcome", "ScoreError", "recorded", "run"]

# An option of a task, as the command spells it.
OPTIONS = {"hide_dateline": "dates", "hide_date": "timex", "gold": "timeline"}
HIDDEN = {" --hide-dateline": "first line hidden", " --hide-date": "document date hidden"}


@dataclass(frozen=True)
class Outcome:
    """A measurement as text: the table for people, and the JSON object that ends the output."""

    table: str
    result: str


def run(
    task: str,
    path: Path,
    as_of: date,
    *,
    hide_dateline: bool = False,
    hide_date: bool = False,
    gold: Path | None = None,
    predictions: Path | None = None,
    keep: bool = False,
) -> Outcome:
    """Measures a task on a gold set; ScoreError if there is no such task or set.

    `predictions`: the CSV to write what was compared to. `keep`: record it in scores.json.
    """
    if task not in TASKS:
        raise ScoreError(f"no task {task!r}; the tasks are {', '.join(TASKS)}")
    given = {"hide_dateline": hide_dateline, "hide_date": hide_date, "gold": gold}
    options = {name: value for name, value in given.items() if value}
    for name in options:
        if OPTIONS[name] != task:
            flag = f"--{name.replace('_', '-')}"
            raise ScoreError(f"{flag} goes with the task {OPTIONS[name]}, not with {task}")
    if not path.exists():
        raise ScoreError(f"{path}: no such file or folder; {task} expects {_module(task).EXPECTED}")
    measured = _module(task).measure(path, as_of, **options)
    figures = _rounded(measured.figures)
    if predictions:
        _write(predictions, measured)
    if keep:
        ledger.record(task, path, options, measured, figures, as_of)
    said = {"set": _set(path), "items": measured.items, **figures}
    return Outcome(_table(task, path, measured), json.dumps(said, ensure_ascii=False))


def recorded(tasks: Collection[str]) -> list[str]:
    """The figures in scores.json of some tasks, one sentence a measurement."""
    return [_sentence(entry) for entry in ledger.entries() if entry["task"] in tasks]


def in_short(tasks: Collection[str]) -> list[str]:
    """What `recorded` says, each with its first figure alone."""
    return [
        f"{_measured_on(entry)}: {_figures(TASKS[entry['task']], entry['figures'], 1)}"
        for entry in ledger.entries()
        if entry["task"] in tasks
    ]


def _module(task: str):
    name = task.replace("-", "_")
    return import_module(f"pressbrief.score.{name}_task")


def _set(path: Path) -> str:
    """A set's path name, without the folders that differ from machine to machine."""
    return "/".join(path.resolve().parts[-2:])


def _rounded(figures: dict) -> dict:
    return {
        name: _rounded(value) if isinstance(value, dict) else value and round(value, 4)
        for name, value in figures.items()
    }


def _flat(figures: Figures) -> dict[str, float | None]:
    """Figures by name, those of a part as part.name.

    >>> _flat({"a": 1, "b": {"c": 2}})
    {'a': 1, 'b.c': 2}
    """
    found: dict[str, float | None] = {}
    for name, value in figures.items():
        inner = _flat(value) if isinstance(value, Mapping) else {"": value}
        found |= {f"{name}.{key}".rstrip("."): each for key, each in inner.items()}
    return found


def _table(task: str, path: Path, measured: Measured) -> str:
    """The figures in a column each for pressbrief and what it is measured against."""
    columns = {"pressbrief": _flat(measured.figures)}
    columns |= {name: _flat(figures) for name, figures in measured.baselines.items()}
    lines = [f"{TASKS[task].title} on {_set(path)}: {measured.items} {measured.unit}"]
    lines += [f"{'':26}" + "".join(f"{name:>12}" for name in columns)]
    for name in columns["pressbrief"]:
        cells = [_cell(column.get(name)) for column in columns.values()]
        lines.append(f"{TASKS[task].figures[name]:26}" + "".join(f"{cell:>12}" for cell in cells))
    return "\n".join([*lines, *measured.notes])


def _cell(value: float | None) -> str:
    return "–" if value is None else f"{value:.4f}" if value <= 1 else f"{value:.1f}"


def _write(path: Path, measured: Measured) -> None:
    try:
        with path.open("w", encoding="utf-8", errors="replace", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(measured.columns)
            writer.writerows([neutral(cell) for cell in row] for row in measured.rows)
    except OSError as error:
        raise ScoreError(f"{path}: cannot be written: {error.strerror}; name a file") from None


def _sentence(entry: dict) -> str:
    """An entry in words.

    >>> _sentence({"task": "stance", "set": "newsmtsc/dev_rw.jsonl", "unit": "targets",
    ...     "command": "", "figures": {"macro_f1": 0.5}, "items": 9,
    ...     "baselines": {"VADER": {"macro_f1": 0.4}}})
    'Stance (NewsMTSC, dev_rw): macro-F1 0.50 over 9 targets; VADER macro-F1 0.40 in the same run.'
    """
    task = TASKS[entry["task"]]
    beside = [
        f"; {other} {_figures(task, figures)} in the same run"
        for other, figures in entry["baselines"].items()
    ]
    said = f"{_figures(task, entry['figures'])} over {entry['items']} {entry['unit']}"
    return f"{_measured_on(entry)}: {said}{''.join(beside)}."


def _measured_on(entry: dict) -> str:
    """What an entry measured, and on which set."""
    task = TASKS[entry["task"]]
    place = Path(entry["set"])
    # A topic's articles bear the same file name in every topic's folder.
    name = place.parent.name if entry["task"] == "timeline" else place.stem
    where = ", ".join(part for part in (task.corpus, name) if part)
    hidden = "".join(
        f", {said}" for flag, said in HIDDEN.items() if f"{entry['command']} ".find(f"{flag} ") > 0
    )
    return f"{task.title} ({where}{hidden})"


def _figures(task: Task, figures: dict, most: int | None = None) -> str:
    """The first `most` of some figures in words; all of them where none is said."""
    said = [
        f"{task.figures[name]} {value:.2f}" if value <= 1 else f"{task.figures[name]} {value:g}"
        for name, value in _flat(figures).items()
        if value is not None and name != "sentences_per_second"
    ]
    return ", ".join(said[:most])
