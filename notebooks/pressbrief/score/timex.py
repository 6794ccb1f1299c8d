"""Time expressions, on TimeML or CAT documents."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pressbrief import timex
from pressbrief.score import documents, timexml
from pressbrief.score.measured import SPANS, Measured, ScoreError, Span, f1, span_rows

FIGURES = ("strict_f1", "relaxed_f1", "value_f1", "type_f1")


def measure(path: Path, as_of: date) -> Measured:
    """Strict, relaxed, value and type F1 of the expressions table, as TempEval-3 defines them.

    An expression found matches one gold expression: one with the same characters (strict), else
    the one that it shares most characters with (relaxed). value_f1 and type_f1 count the relaxed
    matches whose value or type is the same string, over all gold and all found expressions
    (UzZaman et al. 2013). Each document goes through the corpus room as an article published on
    its creation day, a one-day interval; what cleaning cuts is missed. The creation day where the
    text tells it, and text that is not annotated, count on neither side (timexml.py).
    """
    gold = timexml.read(path)
    if not any(document.spans for document in gold.values()):
        raise ScoreError(f"{path}: no TIMEX3 in any text; expected {timexml.EXPECTED}")
    texts = {name: document.text for name, document in gold.items()}
    days = {name: document.day for name, document in gold.items() if document.day}
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
    spans = {name: document.spans for name, document in gold.items()}
    return Measured(
        items=total,
        unit="expressions",
        figures={name: f1(n, total, predicted) for name, n in zip(FIGURES, hits, strict=True)},
        columns=SPANS,
        rows=list(span_rows(texts, spans, found)),
        notes=(f"{len(gold)} documents, {len(days)} with a day; {predicted} expressions found",),
    )


def matched(gold: list[Span], predicted: list[Span]) -> list[tuple[Span, Span]]:
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


def _found(read: documents.Read, gold: dict[str, timexml.Document]) -> dict[str, list[Span]]:
    """The expressions found by document, as far as the annotation can judge them."""
    found: dict[str, list[Span]] = {}
    for row in timex.expressions(read.tables["articles"], read.tables["sentences"]).itertuples():
        name, place = read.names[row.article_id], read.places[row.article_id]
        span = Span(place.given(row.start), place.given(row.end), row.type, row.value)
        if gold[name].asks(span):
            found.setdefault(name, []).append(span)
    return found
