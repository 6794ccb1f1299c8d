"""Who speaks: the attributions in one article, each with the speaker whom its source names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pressbrief.stance.attribution import cues, sources
from pressbrief.stance.attribution.passage import Passage, Span
from pressbrief.stance.attribution.sources import UNKNOWN
from pressbrief.stance.attribution.stretch import Attribution
from pressbrief.stance.model import Range, several

NOBODY = re.compile(r"(?:I|we|you|this|that|these|those|there|what|which)", re.I)
SEVERAL = ("they", "them", "their")


@dataclass(frozen=True)
class Report:
    """An attribution with its speaker; source and cue by their offsets into the article."""

    attribution: Attribution
    speaker: str
    cue: str
    source_at: Range | None
    cue_at: Range

    @property
    def contents(self) -> tuple[Range, ...]:
        """The stretches of the passage that the speaker says."""
        return self.attribution.contents

    @property
    def is_spoken(self) -> bool:
        """Whether somebody known is said to have spoken, and not only to feel or want something."""
        verb = self.attribution.verb
        return self.speaker != UNKNOWN and (verb is None or verb.base in cues.SPOKEN)


class Speakers:
    """Resolves the sources of one article in reading order; it remembers who spoke."""

    def __init__(self, mentions: Sequence) -> None:
        self._surnames = {
            _surname(row.actor): row.actor for row in mentions if row.actor_type == "person"
        }
        self._together = ""
        self._persons: set[str] = set()
        self._speaker = UNKNOWN
        self._now = UNKNOWN

    def reports(self, passage: Passage, found: Iterable[Attribution]) -> list[Report]:
        """The attributions of a stretch of a passage, each with its speaker."""
        said: list[Report] = []
        for one in found:
            if _is_nobody(passage, one):
                continue
            speaker = self._named_by(passage, one, one.source)
            if speaker != UNKNOWN or not _is_thing(passage, one):
                said.append(_report(passage, one, speaker, _at(passage, one.source)))
        return [one for one in said if not _is_idle(one, said)]

    def signed(self, passage: Passage, source: Range, dash: Range) -> Report:
        """The report of what a dash hands to the source after it."""
        one = Attribution(source, dash, ())
        return _report(passage, one, self._named_by(passage, one, source), _at(passage, source))

    def labelled(self, passage: Passage) -> Report | None:
        """The report of a turn by whom its label names ("MR MOTEGI"), else the label itself."""
        turn = passage.turn
        if turn is None or turn.label is None:
            return None
        named = passage.named_in(*turn.label)
        phrase = " ".join(passage.text[slice(*turn.label)].split())
        speaker = named[-1].actor if named else self._surnames.get(_surname(phrase), phrase)
        colon = Attribution(turn.label, (turn.label[1], turn.label[1] + 1), ())
        at = _at(passage, turn.label)
        return _report(passage, colon, speaker if turn.named else UNKNOWN, at)

    def end_sentence(self, passage: Passage, span: Span) -> None:
        """Remembers whom a pronoun in the next sentence can stand for.

        "He" is the one person who spoke here, else the one person named here outside quotations,
        else unknown;
        "it" is who spoke here, "they" those who are named here together, if but once.
        """
        named = passage.named_in(span.start, span.end)
        told = [one for one in named if not passage.quotations_in(one.start + 1, one.end)]
        persons = {one.actor for one in told if one.actor_type == "person"}
        if self._now in persons | self._persons:
            self._persons = {self._now}
        elif persons:
            self._persons = persons
        self._speaker, self._now = self._now, UNKNOWN
        together = sources.joint(passage, named)
        self._together = several([one.actor for one in together[0]]) if len(together) == 1 else ""

    def _named_by(self, passage: Passage, one: Attribution, source: Range) -> str:
        """The speaker whom the head of a source names, or else its apposition."""
        speaker = self._resolved(passage, one.head or source)
        if speaker == UNKNOWN and one.head and one.head[1] < source[1]:
            return self._resolved(passage, (one.head[1], source[1]))
        return speaker

    def _resolved(self, passage: Passage, source: Range) -> str:
        """The speaker whom a source phrase names or its pronoun stands for."""
        pronoun = sources.pronoun(passage, source)
        if pronoun:
            speaker = self._meant(passage, source[0], pronoun)
        else:
            speaker = sources.speaker(passage, source)
        self._now = speaker if self._now == UNKNOWN else self._now
        return speaker

    def _meant(self, passage: Passage, at: int, pronoun: str) -> str:
        """Whom a pronoun stands for: who spoke or was named before, or unknown."""
        if pronoun in SEVERAL and self._together:
            return self._together
        if pronoun in ("it", "its", *SEVERAL):
            spoken = self._speaker if self._now == UNKNOWN else self._now
            return UNKNOWN if spoken in self._persons else spoken
        named = passage.named_in(passage.sentences_in(at, at + 1)[0].start, at)
        here = {one.actor for one in named if one.actor_type == "person"} or self._persons
        return next(iter(here)) if len(here) == 1 else UNKNOWN


def _surname(name: str) -> str:
    return name.split()[-1].casefold()


def _at(passage: Passage, span: Range) -> Range:
    return passage.base + span[0], passage.base + span[1]


def _report(passage: Passage, one: Attribution, speaker: str, source_at: Range | None) -> Report:
    return Report(one, speaker, passage.text[slice(*one.cue)], source_at, _at(passage, one.cue))


def _is_nobody(passage: Passage, one: Attribution) -> bool:
    """Whether the source is the speaker's own "we", or a thing that only suggests."""
    source = one.head or one.source
    if NOBODY.fullmatch(passage.text[slice(*source)].strip()):
        return True
    evidence = one.verb is not None and one.verb.base in cues.EVIDENCE
    return evidence and not sources.can_speak(passage, source)


def _is_thing(passage: Passage, one: Attribution) -> bool:
    """Whether it is an "it" that stands for no speaker and aims at something."""
    phrase = passage.text[slice(*one.source)]
    aims = any(passage.plain.startswith("to ", start) for start, _ in one.contents)
    return aims and phrase.casefold() == "it"


def _is_idle(one: Report, said: list[Report]) -> bool:
    """Whether it is no report but part of what somebody else says ("he said they agree")."""
    at = one.attribution.cue
    return not one.is_spoken and any(
        start <= at[0] and at[1] <= end for other in said for start, end in other.contents
    )
