"""Time expressions, on TimeML or CAT documents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from pressbrief.score import documents, timexml
from pressbrief.score.measured import SPANS, Measured, ScoreError, Span, f1, share, span_rows
from pressbrief.time import timex
from pressbrief.time.timex import values

FIGURES = ("strict_f1", "relaxed_f1", "value_f1", "type_f1")


Found = TypeVar("Found", bound=Span)


@dataclass(frozen=True, order=True)
class Placed(Span):
    """An expression found, with the days that it can mean ("": open)."""

    earliest: str = ""
    latest: str = ""


def measure(path: Path, as_of: date, *, hide_date: bool = False) -> Measured:
    """Strict, relaxed, value and type F1 of the expressions table, as TempEval-3 defines them.

    An expression found matches one gold expression: one with the same characters (strict), else
    the one that it shares most characters with (relaxed). value_f1 and type_f1 count the relaxed
    matches whose value or type is the same string, over all gold and all found expressions
    (UzZaman et al. 2013). Each document goes through the corpus room as an article published on
    its creation day, a one-day interval; what cleaning cuts is missed. The creation day where the
    text tells it, and text that is not annotated, count on neither side (timexml.py).

    With `hide_date` the creation day is withheld, so that each document is dated from its text.
    Then `right` is the share of all gold expressions that are matched with the same value, and
    `covered` of those whose true days, at least, lie in an interval with both ends.
    """
    gold = timexml.read(path)
    if not any(document.spans for document in gold.values()):
        raise ScoreError(f"{path}: no TIMEX3 in any text; expected {timexml.EXPECTED}")
    texts = {name: document.text for name, document in gold.items()}
    days = {name: one.day for name, one in gold.items() if one.day and not hide_date}
    found = _found(documents.read(texts, as_of, days), gold)
    pairs = [pair for name in gold for pair in matched(gold[name].spans, found.get(name, []))]
    total = sum(len(document.spans) for document in gold.values())
    hits = (
        sum((a.start, a.end) == (b.start, b.end) for a, b in pairs),
        len(pairs),
        sum(a.value == b.value for a, b in pairs),
        sum(a.type == b.type for a, b in pairs),
    )
    predicted = sum(map(len, found.values()))
    figures = {name: f1(n, total, predicted) for name, n in zip(FIGURES, hits, strict=True)}
    if hide_date:
        figures["right"] = share(hits[2], total)
        figures["covered"] = share(sum(_covers(a, b) for a, b in pairs), total)
    spans = {name: document.spans for name, document in gold.items()}
    return Measured(
        items=total,
        unit="expressions",
        figures=figures,
        columns=SPANS,
        rows=list(span_rows(texts, spans, found)),
        notes=(f"{len(gold)} documents, {len(days)} with a day; {predicted} expressions found",),
    )


def _covers(gold: Span, found: Placed) -> bool:
    """Whether a value is right, or its interval, closed at both ends, holds the true days."""
    true = values.days(gold.value)
    if gold.value == found.value or not true:
        return gold.value == found.value
    return "" < found.earliest <= true[0].isoformat() and true[1].isoformat() <= found.latest


def matched(gold: list[Span], predicted: list[Found]) -> list[tuple[Span, Found]]:
    """Pairs of gold and predicted spans that overlap, each in one pair: the most alike first."""
    overlaps = [
        ((a.start, a.end) != (b.start, b.end), max(a.start, b.start) - min(a.end, b.end), i, j)
        for i, a in enumerate(gold)
        for j, b in enumerate(predicted)
        if a.overlaps(b)
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for *_, i, j in sorted(overlaps):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return [(gold[i], predicted[j]) for i, j in pairs.items()]


def _found(read: documents.Read, gold: dict[str, timexml.Document]) -> dict[str, list[Placed]]:
    """The expressions found by document, as far as the annotation can judge them."""
    found: dict[str, list[Placed]] = {}
    given = (read.tables[name] for name in ("articles", "sentences", "times"))
    for row in timex.expressions(*given).itertuples():
        name, place = read.names[row.article_id], read.places[row.article_id]
        start, end = place.given(row.start), place.given(row.end)
        span = Placed(start, end, row.type, row.value, row.earliest, row.latest)
        if gold[name].asks(span):
            found.setdefault(name, []).append(span)
    return found
