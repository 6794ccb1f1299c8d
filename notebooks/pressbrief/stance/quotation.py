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

from pressbrief.stance import cues, speakers, transcript
from pressbrief.stance.attribution import attributions
from pressbrief.stance.marks import Quotation, is_title
from pressbrief.stance.passage import Passage, Span, passages
from pressbrief.stance.speakers import UNKNOWN, Speakers
from pressbrief.stance.stretch import Attribution, Range
from pressbrief.stance.transcript import Turn

FEWEST_WORDS_NESTED = 5
FEWEST_WORDS_UNSAID = 6
FEWEST_WORDS_SENTENCE = 3
FEWEST_WORDS_SAID = 2
# "“We are ready.” — Motegi": a quotation by itself with its speaker under it.
SIGNED = re.compile(r"\s*(?P<dash>[—–―]|--|- )\s*(?P<who>(?:the )?[A-Z][^.!?]{1,100})[.\s]*$")
NOBODY = re.compile(r"(?:I|we|you|this|that|these|those|there|what|which)", re.I)


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
    before: _Said | None = None
    read = list(passages(sentences, mentions))
    turns = transcript.turns(read)
    for number, passage in enumerate(read):
        follows = number and (passage.goes_on or read[number - 1].introduces or number in turns)
        reader = _Reader(passage, known, before if follows else None, turns.get(number))
        for voice in reader.voices():
            found.setdefault((voice.start, voice.end), voice)
        before = reader.before
    return sorted(found.values(), key=lambda voice: (voice.start, -voice.end))


@dataclass(frozen=True)
class _Said:
    """An attribution with its speaker; source and cue by their offsets into the article."""

    attribution: Attribution
    speaker: str
    cue: str
    source_at: Range | None
    cue_at: Range


class _Reader:
    """Reads one passage; `before`: who spoke the quotation before, if what comes first goes on."""

    def __init__(self, passage: Passage, known: Speakers, before: _Said | None, turn: Turn | None):
        self._passage = passage
        self._known = known
        self._follows = before is not None
        self._turn: _Said | None = None
        self.before = before
        if turn:
            self._take(turn)

    def _take(self, turn: Turn) -> None:
        """Makes a turn of a transcript one quotation by whom its label names."""
        passage = self._passage
        if turn.label:
            named = turn.is_named(passage)
            speaker = self._known.labelled(passage, turn.label) if named else UNKNOWN
            colon = Attribution(turn.label, (turn.label[1], turn.label[1] + 1), (), None)
            self.before = self._by(colon, speaker, self._at(turn.label))
        passage.quotations = [Quotation(turn.start, len(passage.text.rstrip()), True)]
        self._turn = self.before

    def voices(self) -> Iterator[Voice]:
        passage = self._passage
        said: dict[int, list[_Said]] = {}
        for span in passage.sentences:
            if span.role == "body":
                quoted = self._is_inside(span)
                said[span.sentence] = [] if quoted else self._said(span.start, span.end)
                yield from self._indirect(span, said[span.sentence])
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

    def _said(self, start: int, end: int) -> list[_Said]:
        """The attributions in a stretch with their speakers, in order of their cues."""
        passage = self._passage
        found: list[_Said] = []
        understood: list[Attribution] = []
        for one in sorted(attributions(passage, start, end), key=lambda one: one.cue):
            if one.source is None and not found:
                subject = speakers.subject(passage, start, one.cue[0])
                if subject is None:
                    understood.append(one)
                    continue
                speaker, source = self._known.resolve(passage, subject), self._at(subject)
            elif one.source is None:
                speaker, source = found[-1].speaker, found[-1].source_at
            elif self._is_nobody(one):
                continue
            else:
                speaker, source = self._resolved(one), self._at(one.source)
            if speaker == UNKNOWN and self._is_thing(one):
                continue
            found.append(self._by(one, speaker, source))
        # "While expressing openness, X warned": the subject comes after the participle.
        by = found[0] if found else None
        found = [self._by(one, by.speaker, by.source_at) for one in understood if by] + found
        return [one for one in found if not _is_idle(one, found)]

    def _resolved(self, one: Attribution) -> str:
        """The speaker whom the head of a source names, or else its apposition."""
        speaker = self._known.resolve(self._passage, one.head or one.source)
        if speaker == UNKNOWN and one.head and one.head[1] < one.source[1]:
            return self._known.resolve(self._passage, (one.head[1], one.source[1]))
        return speaker

    def _by(self, one: Attribution, speaker: str, source_at: Range | None) -> _Said:
        cue = self._passage.text[slice(*one.cue)]
        return _Said(one, speaker, cue, source_at, self._at(one.cue))

    def _at(self, span: Range) -> Range:
        return self._passage.base + span[0], self._passage.base + span[1]

    def _is_nobody(self, one: Attribution) -> bool:
        """Whether the source is the speaker's own "we", or a thing that only suggests."""
        phrase = self._passage.text[slice(*(one.head or one.source))]
        evidence = one.verb is not None and one.verb.base in cues.EVIDENCE
        return bool(NOBODY.fullmatch(phrase.strip())) or (
            evidence and not speakers.can_speak(self._passage, one.head or one.source)
        )

    def _is_thing(self, one: Attribution) -> bool:
        """Whether it is an "it" that stands for no speaker and aims at something."""
        phrase = self._passage.text[slice(*one.source)] if one.source else ""
        aims = any(self._passage.plain.startswith("to ", start) for start, _ in one.contents)
        return aims and phrase.casefold() == "it"

    def _indirect(self, span: Span, said: list[_Said]) -> Iterator[Voice]:
        for one in said:
            for start, end in one.attribution.contents:
                if end > start and not self._is_quoted(start, end):
                    yield self._voice(span, start, end, "indirect", one)

    def _nested(self, span: Span) -> Iterator[Voice]:
        """What is reported inside a quotation, where it says by whom; else its speaker says it."""
        for quotation in self._passage.quotations_in(span.start, span.end):
            start, end = max(quotation.start + 1, span.start), min(quotation.end - 1, span.end)
            if len(self._passage.text[start:end].split()) >= FEWEST_WORDS_NESTED:
                said = [one for one in self._said(start, end) if _is_report(one)]
                yield from self._indirect(span, said)

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

    def _speaker(self, quotation: Quotation, said: dict[int, list[_Said]]) -> _Said | None:
        """Who a quotation is by: the cue in its first or last sentence, else who went on."""
        passage = self._passage
        inside = passage.sentences_in(quotation.start, quotation.end)
        first = inside[0]
        for span in dict.fromkeys((first, inside[-1])):
            for one in said.get(span.sentence, []):
                if any(
                    start <= quotation.end and quotation.start <= end
                    for start, end in one.attribution.contents
                ):
                    return one
        opens_sentence = not passage.text[first.start : quotation.start].strip()
        if opens_sentence and (signed := SIGNED.match(passage.plain, quotation.end)):
            dash = Attribution(signed.span("who"), signed.span("dash"), (), None)
            return self._by(dash, self._resolved(dash), self._at(signed.span("who")))
        return self.before if opens_sentence and (first.start or self._follows) else None

    def _is_voice(self, quotation: Quotation, by: _Said | None) -> bool:
        text = self._passage.text[quotation.start : quotation.end].strip("“”„«»‹›「」『』‘’\"' ,")
        tokens = text.split()
        if is_title(tokens):
            return False
        if by:
            marked = self._passage.text[: quotation.end - 1].endswith((",", ".", "!", "?"))
            return len(tokens) >= FEWEST_WORDS_SAID or marked or not text.isascii()
        sentence = text[:1].isupper() and text[-1:] in ".!?…"
        return len(tokens) >= (FEWEST_WORDS_SENTENCE if sentence else FEWEST_WORDS_UNSAID)

    def _direct(self, quotation: Quotation, by: _Said | None) -> Iterator[Voice]:
        for span in self._passage.sentences_in(quotation.start, quotation.end):
            start, end = max(quotation.start, span.start), min(quotation.end, span.end)
            if start < end and self._passage.text[start:end].strip():
                yield self._voice(span, start, end, "direct", by)

    def _voice(self, span: Span, start: int, end: int, kind: str, by: _Said | None) -> Voice:
        base = self._passage.base
        said = (by.speaker, by.cue, by.source_at, by.cue_at) if by else (UNKNOWN, "")
        return Voice(span.sentence, base + start, base + end, kind, *said)


def _is_report(one: _Said) -> bool:
    """Whether somebody known is said to have spoken, and not only to feel or want something."""
    verb = one.attribution.verb
    return one.speaker != UNKNOWN and (verb is None or verb.base in cues.SPOKEN)


def _is_idle(one: _Said, said: list[_Said]) -> bool:
    """Whether it is no report but part of what somebody else says ("he said they agree")."""
    at = one.attribution.cue
    return not _is_report(one) and any(
        start <= at[0] and at[1] <= end
        for other in said
        if other is not one
        for start, end in other.attribution.contents
    )
