"""Quotations with their sources, on PolNeAR."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from pressbrief import stance, tables
from pressbrief.score import documents, polnear
from pressbrief.score.measured import SPANS, Measured, Span, f1, span_rows
from pressbrief.score.polnear import PARTS, Attribution
from pressbrief.stance import Voice

TOKEN = re.compile(r"\w+|[^\w\s]")
MEASURED = ("source", "content")


def measure(path: Path, as_of: date) -> Measured:
    """exact_f1 and overlap_f1 of sources and of contents, as Citron measures PARC3.

    Both compare tokens (a word or one mark; space does not count). exact: an attribution's part
    is right where a gold attribution whose cue shares a token has exactly the same tokens in that
    part. overlap: the tokens that are in the part of some attribution on both sides, over those
    of either side (Newell, Cowlishaw and Man 2018, `citron/metrics.py`). Unlike there, a part that
    an attribution does not have is neither right nor wrong, an attribution matches one other, and
    a token that stands in several attributions counts once.

    Each article goes through the corpus room and the finder of voices, without any actor named.
    """
    gold = polnear.read(path)
    texts = {name: text for name, (text, _) in gold.items()}
    found = attributions(documents.read(texts, as_of), texts)
    counts = {part: [[0, 0, 0], [0, 0, 0]] for part in MEASURED}
    for name, (text, said) in gold.items():
        tokens = Tokens(text)
        for part in MEASURED:
            exact, overlap = counts[part]
            _add(exact, _exact(tokens, part, said, found.get(name, [])))
            _add(overlap, _overlap(tokens, part, said, found.get(name, [])))
    items = sum(len(said) for _, said in gold.values())
    return Measured(
        items=items,
        unit="attributions",
        figures={
            part: {"exact_f1": f1(*counts[part][0]), "overlap_f1": f1(*counts[part][1])}
            for part in MEASURED
        },
        columns=SPANS,
        rows=list(
            span_rows(
                texts,
                {name: _spans(said) for name, (_, said) in gold.items()},
                {name: _spans(said) for name, said in found.items()},
            )
        ),
        notes=(f"{len(gold)} articles; {sum(map(len, found.values()))} attributions found",),
    )


class Tokens:
    """A text's tokens by number."""

    def __init__(self, text: str):
        self._at = [-1] * len(text)
        for number, token in enumerate(TOKEN.finditer(text)):
            self._at[token.start() : token.end()] = [number] * (token.end() - token.start())

    def of(self, spans: Iterable[Span]) -> frozenset[int]:
        """The numbers of the tokens that the spans have a part of."""
        return frozenset(n for span in spans for n in self._at[span.start : span.end] if n >= 0)


def attributions(read: documents.Read, texts: dict[str, str]) -> dict[str, list[Attribution]]:
    """The attributions found, by document: the voices of one cue are one."""
    none = tables.empty("mentions")
    found = {}
    for article_id, said in stance.voices(
        read.tables["articles"], read.tables["sentences"], none
    ).items():
        name, places = read.names[article_id], read.places[article_id]
        voices = _by_cue(said, texts[name], places)
        found[name] = [
            _attribution(f"P{number}", group, texts[name], places)
            for number, group in enumerate(voices, 1)
        ]
    return found


def _by_cue(voices: list[Voice], text: str, places: documents.Places) -> list[list[Voice]]:
    """Voices of the same cue together; of those without, what stands in one go."""
    groups: dict[tuple[int, int], list[Voice]] = {}
    before: Voice | None = None
    for voice in voices:
        key = voice.cue_at or (voice.start, voice.start)
        if before and not (before.cue_at or voice.cue_at):
            between = text[places.given(before.end) : places.given(voice.start)]
            if not between.strip():
                key = next(at for at, group in groups.items() if group[-1] is before)
        groups.setdefault(key, []).append(voice)
        before = voice
    return list(groups.values())


def _attribution(
    name: str, voices: list[Voice], text: str, places: documents.Places
) -> Attribution:
    def spans(part: str, *pairs: tuple[int, int] | None) -> tuple[Span, ...]:
        return tuple(
            Span(places.given(pair[0]), places.given(pair[1]), part, name) for pair in pairs if pair
        )

    first = voices[0]
    content = spans("content", *((one.start, one.end) for one in voices))
    return Attribution(
        spans("source", first.source_at), spans("cue", first.cue_at), _joined(content, text)
    )


def _joined(spans: tuple[Span, ...], text: str) -> tuple[Span, ...]:
    """Spans in order, those with nothing but space between as one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and not text[found[-1].end : span.start].strip():
            last = found.pop()
            span = Span(last.start, max(last.end, span.end), span.type, span.value)
        found.append(span)
    return tuple(found)


def _exact(
    tokens: Tokens, part: str, gold: list[Attribution], found: list[Attribution]
) -> tuple[int, int, int]:
    """How many parts are alike, and how many there are among gold and found."""
    theirs, ours = (
        [(tokens.of(one.cue), tokens.of(getattr(one, part))) for one in side if getattr(one, part)]
        for side in (gold, found)
    )
    left = list(theirs)
    for cue, said in ours:
        hit = next((one for one in left if one[0] & cue and one[1] == said), None)
        if hit:
            left.remove(hit)
    return len(theirs) - len(left), len(theirs), len(ours)


def _overlap(
    tokens: Tokens, part: str, gold: list[Attribution], found: list[Attribution]
) -> tuple[int, int, int]:
    theirs, ours = (
        tokens.of(span for one in side for span in getattr(one, part)) for side in (gold, found)
    )
    return len(theirs & ours), len(theirs), len(ours)


def _add(total: list[int], more: tuple[int, ...]) -> None:
    total[:] = [one + other for one, other in zip(total, more, strict=True)]


def _spans(said: list[Attribution]) -> list[Span]:
    return [span for one in said for part in PARTS for span in getattr(one, part)]
