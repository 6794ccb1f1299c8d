"""Voices: which stretches of an article somebody other than its source says, and who.

Direct speech stands between quotation marks; a title or a fragment in marks ("“primary
challenge”") without a cue is nobody's voice. Indirect speech is what a cue reports. Voices may
stand inside each other ("NHK reports, “He (Motegi) said …”"): the inner one's speaker holds it.
A headline and a heading are the source's own voice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pressbrief.stance.attribution import transcript
from pressbrief.stance.attribution.passage import Passage, Span, passages
from pressbrief.stance.attribution.quotation_marks import Quotation, is_title
from pressbrief.stance.attribution.reports import Report, Reports
from pressbrief.stance.attribution.speakers import UNKNOWN, Speakers
from pressbrief.stance.attribution.stretch import Range
from pressbrief.stance.attribution.transcript import Turn

FEWEST_WORDS_NESTED = 5
FEWEST_WORDS_UNSAID = 6
FEWEST_WORDS_SENTENCE = 3
FEWEST_WORDS_SAID = 2
# "“We are ready.” — Motegi": a quotation by itself with its speaker under it.
SIGNED = re.compile(
    r"\s*(?P<dash>[—–―]|--|- )\s*(?P<who>(?:the )?[A-Z](?:[^.!?“”\"]|(?<=\b[A-Z])\.){1,100}?)"
    r"[.\s]*(?=$|[“”\"])"
)


@dataclass(frozen=True)
class Voice:
    """What one speaker says at start:end of one sentence (offsets into the article).

    `source_at` and `cue_at`: where the phrase that names the speaker and the cue stand.
    """

    sentence: int
    start: int
    end: int
    kind: str
    speaker: str
    cue: str
    source_at: Range | None = None
    cue_at: Range | None = None


def voices(sentences: Sequence, mentions: Sequence) -> list[Voice]:
    """The voices in an article, by position, from its rows of the sentences and mentions tables."""
    known = Speakers(mentions)
    found: dict[tuple[int, int], Voice] = {}
    before: Report | None = None
    read = list(passages(sentences, mentions))
    turns = transcript.turns(read)
    for number, passage in enumerate(read):
        follows = number and (passage.goes_on or read[number - 1].introduces or number in turns)
        reader = _Reader(passage, known, before if follows else None, turns.get(number))
        for voice in reader.voices():
            found.setdefault((voice.start, voice.end), voice)
        before = reader.before
    return sorted(found.values(), key=lambda voice: (voice.start, -voice.end))


class _Reader:
    """Reads one passage; `before`: who spoke the quotation before, if what comes first goes on."""

    def __init__(self, passage: Passage, known: Speakers, before: Report | None, turn: Turn | None):
        self._passage = passage
        self._known = known
        self._reports = Reports(passage, known)
        self._follows = before is not None
        self._turn: Report | None = None
        self.before = before
        if turn:
            self._take(turn)

    def _take(self, turn: Turn) -> None:
        """Makes a turn of a transcript one quotation by whom its label names."""
        passage = self._passage
        if turn.label:
            self.before = self._reports.labelled(turn.label, named=turn.is_named(passage))
        passage.quotations = [Quotation(turn.start, len(passage.text.rstrip()), True)]
        self._turn = self.before

    def voices(self) -> Iterator[Voice]:
        passage = self._passage
        said: dict[int, list[Report]] = {}
        for span in passage.sentences:
            if span.role == "body":
                quoted = self._is_inside(span)
                found = [] if quoted else self._reports.between(span.start, span.end)
                said[span.sentence] = found
                yield from self._indirect(span, found)
                yield from self._nested(span)
            self._known.end_sentence(passage, span.start, span.end)
        for quotation in passage.quotations:
            if passage.sentences_in(quotation.start, quotation.end)[0].role != "body":
                continue
            by = self._turn or self._speaker(quotation, said)
            if self._turn or self._is_voice(quotation, by):
                yield from self._direct(quotation, by)
                self.before = by
        last = said.get(passage.sentences[-1].sentence)
        if passage.introduces and last and not self._turn:
            self.before = last[-1]

    def _indirect(self, span: Span, said: list[Report]) -> Iterator[Voice]:
        for one in said:
            for start, end in one.contents:
                if end > start and not self._is_quoted(start, end):
                    yield self._voice(span, start, end, "indirect", one)

    def _nested(self, span: Span) -> Iterator[Voice]:
        """What is reported inside a quotation, where it says by whom; else its speaker says it."""
        for quotation in self._passage.quotations_in(span.start, span.end):
            start, end = max(quotation.start + 1, span.start), min(quotation.end - 1, span.end)
            if len(self._passage.text[start:end].split()) >= FEWEST_WORDS_NESTED:
                said = self._reports.between(start, end)
                yield from self._indirect(span, [one for one in said if one.is_spoken])

    def _is_inside(self, span: Span) -> bool:
        """Whether a sentence stands wholly inside a quotation."""
        text = self._passage.text[span.start : span.end]
        first = span.start + len(text) - len(text.lstrip())
        last = span.start + len(text.rstrip())
        around = self._passage.quotations_in(span.start, span.end)
        return any(one.start <= first and last <= one.end for one in around)

    def _is_quoted(self, start: int, end: int) -> bool:
        """Whether a content is one quotation and nothing more."""
        return any(
            start - 1 <= quotation.start <= start + 1 and end <= quotation.end + 1
            for quotation in self._passage.quotations_in(start, end)
        )

    def _speaker(self, quotation: Quotation, said: dict[int, list[Report]]) -> Report | None:
        """Who a quotation is by: the cue in its first or last sentence, else who went on."""
        passage = self._passage
        inside = passage.sentences_in(quotation.start, quotation.end)
        first = inside[0]
        for span in dict.fromkeys((first, inside[-1])):
            for one in said.get(span.sentence, []):
                if any(
                    start <= quotation.end and quotation.start <= end for start, end in one.contents
                ):
                    return one
        opens_sentence = not passage.text[first.start : quotation.start].strip()
        if opens_sentence and (signed := SIGNED.match(passage.plain, quotation.end)):
            return self._reports.signed(signed.span("who"), signed.span("dash"))
        return self.before if opens_sentence and (first.start or self._follows) else None

    def _is_voice(self, quotation: Quotation, by: Report | None) -> bool:
        text = self._passage.text[quotation.start : quotation.end].strip("“”„«»‹›「」『』‘’\"' ,")
        tokens = text.split()
        if is_title(tokens):
            return False
        if by:
            marked = self._passage.text[: quotation.end - 1].endswith((",", ".", "!", "?"))
            return len(tokens) >= FEWEST_WORDS_SAID or marked or not text.isascii()
        sentence = text[:1].isupper() and text[-1:] in ".!?…"
        return len(tokens) >= (FEWEST_WORDS_SENTENCE if sentence else FEWEST_WORDS_UNSAID)

    def _direct(self, quotation: Quotation, by: Report | None) -> Iterator[Voice]:
        for span in self._passage.sentences_in(quotation.start, quotation.end):
            start, end = max(quotation.start, span.start), min(quotation.end, span.end)
            if start < end and self._passage.text[start:end].strip():
                yield self._voice(span, start, end, "direct", by)

    def _voice(self, span: Span, start: int, end: int, kind: str, by: Report | None) -> Voice:
        base = self._passage.base
        said = (by.speaker, by.cue, by.source_at, by.cue_at) if by else (UNKNOWN, "")
        return Voice(span.sentence, base + start, base + end, kind, *said)
