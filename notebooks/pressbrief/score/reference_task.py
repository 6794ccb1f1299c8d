"""Whose words, and who is meant: the reader's reference head on labelled items."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pressbrief import reader
from pressbrief.score import labelled_items
from pressbrief.score.measured import LABELS, Measured, share

EXPECTED = (
    "labelled items: a .jsonl file, on each line an object with id, text, mark (start, end), "
    "candidates (n, spans) and label (who: the right ones; wrong)"
)
NOBODY = "none"


def measure(path: Path, as_of: date) -> Measured:
    """How often the likeliest of the candidates (or none of them) is right.

    Beside it stand the candidate named last before what is marked, and that it is always none.
    """
    items = [
        item
        for item in labelled_items.read(path, EXPECTED, lambda item: item["label"]["who"])
        if not item["label"]["wrong"]
    ]
    answers = reader.references(
        [(item["text"], tuple(item["mark"]), _places(item)) for item in items]
    )
    rows = []
    for item, chances in zip(items, answers, strict=True):
        names = [*(one["n"] for one in item["candidates"]), NOBODY]
        found = names[int(chances.argmax())]
        rows.append((item["id"], _right(item), found))
    return Measured(
        items=len(items),
        unit="quotations, pronouns and descriptions",
        figures={"accuracy": _accuracy(rows)},
        columns=LABELS,
        rows=rows,
        baselines={
            "nearest": {
                "accuracy": _accuracy(
                    [(*r[:2], _last(i)) for r, i in zip(rows, items, strict=True)]
                )
            },
            "none": {"accuracy": _accuracy([(*row[:2], NOBODY) for row in rows])},
        },
    )


def _places(item: dict) -> list[list[tuple[int, int]]]:
    return [[(start, end) for start, end in one["spans"]] for one in item["candidates"]]


def _right(item: dict) -> str:
    return ";".join(map(str, item["label"]["who"])) or NOBODY


def _last(item: dict) -> int | str:
    before = [
        (start, one["n"])
        for one in item["candidates"]
        for start, _ in one["spans"]
        if start < item["mark"][0]
    ]
    return max(before)[1] if before else NOBODY


def _accuracy(rows: list[tuple]) -> float:
    return share(sum(str(found) in gold.split(";") for _, gold, found in rows), len(rows))
