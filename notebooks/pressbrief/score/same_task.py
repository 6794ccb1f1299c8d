"""One happening or two: the reader's head for pairs of tellings on labelled items."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pressbrief import reader
from pressbrief.score import labelled_items
from pressbrief.score.measured import LABELS, Measured
from pressbrief.timeline.likely import SAME

EXPECTED = (
    "labelled items: a .jsonl file, on each line an object with id, a and b (text; mark: start and "
    "end, or null) and label (same: y, n or x, which is left out)"
)


def measure(path: Path, as_of: date) -> Measured:
    """Precision, recall and F1 of pairs that tell one happening, as the timeline joins them.

    Beside it stands that every pair is one.
    """
    items = [
        item
        for item in labelled_items.read(path, EXPECTED, _pair)
        if item["label"]["same"] in ("y", "n")
    ]
    chances = reader.same([_pair(item) for item in items])
    rows = [
        (item["id"], item["label"]["same"], "y" if chance >= SAME else "n")
        for item, chance in zip(items, chances, strict=True)
    ]
    gold, predicted = [row[1] for row in rows], [row[2] for row in rows]
    return Measured(
        items=len(items),
        unit="pairs",
        figures=labelled_items.of_class(gold, predicted, "y"),
        columns=LABELS,
        rows=rows,
        baselines={"always one": labelled_items.of_class(gold, ["y"] * len(gold), "y")},
    )


def _pair(item: dict) -> tuple[str, tuple[int, int], str, tuple[int, int]]:
    one, other = (
        (side["text"], tuple(side["mark"] or (0, len(side["text"]))))
        for side in (item["a"], item["b"])
    )
    return (*one, *other)
