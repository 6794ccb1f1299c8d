"""The segmentation into sentences, on golden rules or CoNLL-U documents."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from pressbrief.corpus import readers
from pressbrief.corpus import sentences as segmenter
from pressbrief.corpus.lines import lines
from pressbrief.score import conllu, documents
from pressbrief.score.measured import (
    LABELS,
    SPANS,
    Measured,
    ScoreError,
    Span,
    f1,
    share,
    span_rows,
)

EXPECTED = (
    "golden rules (a .json file with a list of objects, each with text and the list sents) or "
    "a folder of CoNLL-U .conllu documents"
)


def measure(path: Path, as_of: date) -> Measured:
    """accuracy on golden rules (a .json file), boundary_f1 on a folder of CoNLL-U documents."""
    if path.is_dir():
        return _documents(path, as_of)
    if path.suffix == ".json" and path.is_file():
        return _rules(path)
    raise ScoreError(f"{path}: expected {EXPECTED}")


def _rules(path: Path) -> Measured:
    """The share of texts whose sentences are exactly those expected, runs of space as one.

    A rule is no article: it is repaired and split as kept text is, without looking for a headline
    or boilerplate in it.
    """
    try:
        rules = [_rule(rule) for rule in json.loads(documents.text_of(path))]
        if not rules:
            raise ValueError("no rule")
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise (
            error
            if isinstance(error, ScoreError)
            else ScoreError(f"{path}: {error!r}; expected {EXPECTED}")
        ) from None
    rows = []
    for number, (text, gold) in enumerate(rules, 1):
        repaired = readers.normalised(text)
        said = [one.text for one in segmenter.split(repaired, lines(repaired))]
        rows.append((str(number), _one_a_line(gold), _one_a_line(said)))
    right = sum(gold == predicted for _, gold, predicted in rows)
    return Measured(
        items=len(rows),
        unit="texts",
        figures={"accuracy": share(right, len(rows))},
        columns=LABELS,
        rows=rows,
    )


def _rule(rule: dict) -> tuple[str, list[str]]:
    text, said = rule["text"], rule["sents"]
    if not isinstance(text, str) or not all(isinstance(one, str) for one in said):
        raise TypeError("text or sents is no text")
    "".join([text, *said]).encode("utf-8")
    return text, list(said)


def _one_a_line(said: list[str]) -> str:
    return "\n".join(" ".join(one.split()) for one in said)


def _documents(path: Path, as_of: date) -> Measured:
    """F1 of the characters at which sentences end, each document read as an article.

    The text is rebuilt from the file (conllu.py). What cleaning cuts out of it is a stretch with
    an end as a sentence is, so that a cut date line costs nothing and a cut across sentences does.
    """
    gold = conllu.read(path)
    texts = {name: text for name, (text, _) in gold.items()}
    found = documents.read(texts, as_of)
    predicted: dict[str, list[Span]] = {}
    for kind, table in (("", "sentences"), ("removed", "removed")):
        for row in found.tables[table].itertuples():
            place = found.places[row.article_id]
            span = Span(place.given(row.start), place.given(row.end), kind)
            predicted.setdefault(found.names[row.article_id], []).append(span)
    spans = {name: said for name, (_, said) in gold.items()}
    ends = [
        ({one.end for one in spans[name]}, {one.end for one in predicted.get(name, [])})
        for name in texts
    ]
    totals = [sum(map(len, side)) for side in zip(*ends, strict=True)]
    hits = sum(len(one & other) for one, other in ends)
    return Measured(
        items=totals[0],
        unit="sentences",
        figures={"boundary_f1": f1(hits, *totals)},
        columns=SPANS,
        rows=list(span_rows(texts, spans, predicted)),
        notes=(f"{len(texts)} documents; {totals[1]} boundaries found, {hits} of them right",),
    )
