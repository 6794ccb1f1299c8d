"""Labelled items of the reader's heads: a JSON object a line, as `training.heldout` writes them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from pressbrief.score.documents import text_of
from pressbrief.score.measured import ScoreError, f1, share

CRITICAL, NONE, FAVOURABLE = SIGNS = ("critical", "none", "favourable")


def read(path: Path, expected: str, check: Callable[[dict], object]) -> list[dict]:
    """A file's items; ScoreError names the line that is none."""
    if path.suffix != ".jsonl" or not path.is_file():
        raise ScoreError(f"{path}: expected {expected}")
    found = []
    for number, line in enumerate(text_of(path).split("\n"), 1):
        if line.strip():
            try:
                item = json.loads(line)
                check(item)
            except (ValueError, KeyError, TypeError, IndexError, RecursionError) as error:
                raise ScoreError(f"{path}, line {number}: {error!r}; expected {expected}") from None
            found.append(item)
    if not found:
        raise ScoreError(f"{path}: holds no item; expected {expected}")
    return found


def of_class(gold: list[str], predicted: list[str], name: str) -> dict[str, float]:
    """Precision, recall and F1 of one class.

    >>> of_class(["a", "b"], ["a", "a"], "a")
    {'precision': 0.5, 'recall': 1.0, 'f1': 0.6666666666666666}
    """
    right = sum(one == other == name for one, other in zip(gold, predicted, strict=True))
    told, asked = predicted.count(name), gold.count(name)
    return {
        "precision": share(right, told),
        "recall": share(right, asked),
        "f1": f1(right, asked, told),
    }


def overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    """The F1 of the characters of two stretches (start, end).

    >>> overlap((3, 7), (5, 9))
    0.5
    """
    shared = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    return f1(shared, one[1] - one[0], other[1] - other[0])
