"""What a time expression dates: the reader's happening head on labelled items."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pressbrief import reader
from pressbrief.score import labelled_items
from pressbrief.score.measured import LABELS, Measured, share

EXPECTED = (
    "labelled items: a .jsonl file, on each line an object with id, text, mark (start, end) and "
    "label (dates y, n or x; where y: span, status h, p or d, side b, s, a or ?)"
)
DATES, STATUS, SIDES = "nyx", "hpd", "bsa"


def measure(path: Path, as_of: date) -> Measured:
    """F1 of "it dates a happening"; of those that do: clause, status and side.

    `clause_f1` is the mean F1 of the clause's characters; `when` how often status and side (before
    the article's day, on it, after it) are both right. Beside it stands that every expression
    dates something that happened before.
    """
    items = labelled_items.read(path, EXPECTED, lambda item: (item["text"], item["mark"][1]))
    answers = reader.happenings([(item["text"], tuple(item["mark"])) for item in items])
    rows: list[tuple[str, str, str]] = []
    clauses: list[float] = []
    whens: list[bool] = []
    plain: list[bool] = []
    for item, answer in zip(items, answers, strict=True):
        label = item["label"]
        rows.append((item["id"], label["dates"], DATES[int(answer.dates.argmax())]))
        if label["dates"] == "y":
            clauses.append(labelled_items.overlap(tuple(label["span"]), answer.clause))
            if label["side"] in SIDES:
                when = label["status"], label["side"]
                found = STATUS[int(answer.status.argmax())], SIDES[int(answer.direction.argmax())]
                whens.append(when == found)
                plain.append(when == ("h", "b"))
    gold, predicted = [row[1] for row in rows], [row[2] for row in rows]
    everything = labelled_items.of_class(gold, ["y"] * len(gold), "y")
    return Measured(
        items=len(items),
        unit="time expressions",
        figures={
            "dates": labelled_items.of_class(gold, predicted, "y"),
            "clause_f1": sum(clauses) / max(len(clauses), 1),
            "when": share(sum(whens), len(whens)),
        },
        columns=LABELS,
        rows=rows,
        baselines={"always": {"dates": everything, "when": share(sum(plain), len(plain))}},
    )
