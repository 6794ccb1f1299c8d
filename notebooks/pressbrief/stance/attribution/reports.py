"""Who says what in a stretch of a passage: its attributions, each with its speaker."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pressbrief.stance.attribution import cues, speakers
from pressbrief.stance.attribution.attributions import attributions
from pressbrief.stance.attribution.passage import Passage
from pressbrief.stance.attribution.speakers import UNKNOWN, Speakers
from pressbrief.stance.attribution.stretch import Attribution, Range

NOBODY = re.compile(r"(?:I|we|you|this|that|these|those|there|what|which)", re.I)


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


class Reports:
    """Finds the reports in one passage; `known` resolves their speakers in reading order."""

    def __init__(self, passage: Passage, known: Speakers):
        self._passage = passage
        self._known = known

    def between(self, start: int, end: int) -> list[Report]:
        """The reports in a stretch, in order of their cues."""
        passage = self._passage
        found: list[Report] = []
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
            found.append(self._report(one, speaker, source))
        # "While expressing openness, X warned": the subject comes after the participle.
        by = found[0] if found else None
        found = [self._report(one, by.speaker, by.source_at) for one in understood if by] + found
        return [one for one in found if not _is_idle(one, found)]

    def signed(self, source: Range, mark: Range) -> Report:
        """The report of what a dash hands to the source after it."""
        dash = Attribution(source, mark, (), None)
        return self._report(dash, self._resolved(dash), self._at(source))

    def labelled(self, label: Range, *, named: bool) -> Report:
        """The report of a turn whose label says who speaks; `named`: it is no "Q" or "Answer"."""
        speaker = self._known.labelled(self._passage, label) if named else UNKNOWN
        colon = Attribution(label, (label[1], label[1] + 1), (), None)
        return self._report(colon, speaker, self._at(label))

    def _report(self, one: Attribution, speaker: str, source_at: Range | None) -> Report:
        cue = self._passage.text[slice(*one.cue)]
        return Report(one, speaker, cue, source_at, self._at(one.cue))

    def _at(self, span: Range) -> Range:
        return self._passage.base + span[0], self._passage.base + span[1]

    def _resolved(self, one: Attribution) -> str:
        """The speaker whom the head of a source names, or else its apposition."""
        speaker = self._known.resolve(self._passage, one.head or one.source)
        if speaker == UNKNOWN and one.head and one.head[1] < one.source[1]:
            return self._known.resolve(self._passage, (one.head[1], one.source[1]))
        return speaker

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


def _is_idle(one: Report, said: list[Report]) -> bool:
    """Whether it is no report but part of what somebody else says ("he said they agree")."""
    at = one.attribution.cue
    return not one.is_spoken and any(
        start <= at[0] and at[1] <= end
        for other in said
        if other is not one
        for start, end in other.contents
    )
