"""Names, on BIO or CoNLL documents: who and what is recognised, with exact spans."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from pressbrief import mentions
from pressbrief.score import documents, tagged
from pressbrief.score.measured import SPANS, Measured, Span, f1, share, span_rows
from pressbrief.score.tagged import EXPECTED
from pressbrief.tables.select import naming
from pressbrief.topic import Topic

__all__ = ["EXPECTED", "measure"]

KINDS = ("person", "organisation", "place")
Spans = Mapping[str, list[Span]]


def measure(path: Path, as_of: date) -> Measured:
    """F1, precision and recall of the names counted as mentions: same characters and kind.

    Each document goes through the corpus and mentions rooms as an article of a topic without
    actors. Persons, organisations and places count (which labels those are: tagged.py), states as
    places; a name of another kind, and a people, counts on neither side. Beside it stands the
    reader alone, asked for every paragraph of the gold text as it stands.
    """
    gold = tagged.read(path)
    texts = {name: text for name, (text, _) in gold.items()}
    asked = {name: _counted(spans) for name, (_, spans) in gold.items()}
    found = _found(documents.read(texts, as_of))
    alone = {name: _counted(_read_alone(text)) for name, text in texts.items()}
    return Measured(
        items=sum(map(len, asked.values())),
        unit="names",
        figures={**_figures(asked, found), "by_type": _by_type(asked, found)},
        columns=SPANS,
        rows=list(span_rows(texts, asked, found)),
        baselines={"reader": {**_figures(asked, alone), "by_type": _by_type(asked, alone)}},
        notes=(f"{len(gold)} documents; {sum(map(len, found.values()))} names found",),
    )


def _counted(spans: list[Span]) -> list[Span]:
    """The spans of the kinds that count, without the label that they bear in the set."""
    return [Span(one.start, one.end, one.type) for one in spans if one.type in KINDS]


def _found(read: documents.Read) -> dict[str, list[Span]]:
    topic = Topic("score", Path("score"), "score")
    _, rows = mentions.build(topic, read.tables["articles"], read.tables["sentences"])
    found: dict[str, list[Span]] = {}
    for row in naming(rows).itertuples():
        place = read.places[row.article_id]
        span = Span(place.given(row.start), place.given(row.end), _kind(row.actor_type, row.kind))
        found.setdefault(read.names[row.article_id], []).append(span)
    return {name: _counted(spans) for name, spans in found.items()}


def _kind(actor_type: str, kind: str) -> str:
    """The kind of name that a mention is: a state is a place, and its people a group."""
    if kind == "demonym":
        return "group"
    return "place" if actor_type == "state" else actor_type


def _read_alone(text: str) -> list[Span]:
    from pressbrief import reader

    at, spans = 0, []
    lines = text.split("\n\n")
    for line, names in zip(lines, reader.names(lines), strict=True):
        spans += [Span(at + name.start, at + name.end, name.kind) for name in names]
        at += len(line) + 2
    return spans


def _figures(gold: Spans, found: Spans) -> dict[str, float]:
    asked = {(name, span) for name, spans in gold.items() for span in spans}
    said = {(name, span) for name, spans in found.items() for span in spans}
    hits = len(asked & said)
    return {
        "f1": f1(hits, len(asked), len(said)),
        "precision": share(hits, len(said)),
        "recall": share(hits, len(asked)),
    }


def _by_type(gold: Spans, found: Spans) -> dict[str, dict[str, float]]:
    def only(spans: Spans, kind: str) -> Spans:
        return {name: [one for one in some if one.type == kind] for name, some in spans.items()}

    return {kind: _figures(only(gold, kind), only(found, kind)) for kind in KINDS}
