"""Attributions whose cue is a verb: its subject, and what it says, asks, wants or judges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pressbrief.english.word_classes import (
    DETERMINERS,
    NEGATIONS,
    PERFECT,
    PREPOSITIONS,
    SUBORDINATING,
    SUBORDINATORS,
    TIMES,
    is_adverb,
    is_finite,
)
from pressbrief.stance.attribution import content_end, content_start, cues, phrases, subjects
from pressbrief.stance.attribution.cues import Cue
from pressbrief.stance.attribution.phrases import DASHES, Phrase
from pressbrief.stance.attribution.sources import SPEAKING
from pressbrief.stance.attribution.stretch import Attribution, Stretch
from pressbrief.stance.model import Range

# Tokens that are looked at; halved or doubled, each finds other voices in PolNeAR's articles.
CLAUSES_SUBJECT = 7  # for a verb, after what may be the subject of "said"
FARTHEST_QUOTATION = 12  # for the quotation that goes on after "Hayashi said on Monday"
MOST_MEANS = 11  # for "used the meeting", before "to reaffirm"
LONGEST_SPEAKER = 8  # of ", said one source in the room", at a sentence's end
# Who "must explain himself" is said nothing with these words.
REFLEXIVE = re.compile(r"\w+sel(?:f|ves)")
# Subjects by which a verb is known from a noun of the same form.
ONE, SEVERAL = ("he", "she", "it", "who"), ("they", "who", "many")


def attributions(stretch: Stretch) -> Iterator[Attribution]:
    """The attributions of a stretch whose cues are verbs, in order.

    >>> found = next(attributions(Stretch("Japan urged the Taliban to stop.")))
    >>> found.source, found.cue, found.contents
    ((0, 5), (6, 11), ((12, 31),))
    """
    for i, token in enumerate(stretch.tokens):
        if token.capital and i and not token.text.isupper():
            continue
        cue, last = _cue(stretch, i)
        if cue and not _leads_on(stretch, i):
            group = subjects.group(stretch.tokens, i)
            if found := Predicate(stretch, cue, group, i, last).attribution():
                yield found


def _cue(stretch: Stretch, i: int) -> tuple[Cue | None, int]:
    """The cue that begins at a token, and its last token ("calls again for")."""
    low = stretch.tokens[i].low
    for last in range(i + 1, min(i + 3, len(stretch.tokens))):
        phrase = cues.VERB_PHRASES.get((low, stretch.tokens[last].low))
        if phrase and (last == i + 1 or is_adverb(stretch.tokens[i + 1])):
            return phrase, last
    return cues.VERBS.get(low), i


def _leads_on(stretch: Stretch, i: int) -> bool:
    """Whether a verb only leads to the next one ("continues to insist")."""
    following = stretch.tokens[i + 1 : i + 2]
    return stretch.tokens[i].low in cues.CHAIN and bool(following) and following[0].low == "to"


@dataclass(frozen=True)
class Predicate:
    """A cue verb: its group begins at `group`, it stands at `verb`, its particle at `last`."""

    stretch: Stretch
    cue: Cue
    group: int
    verb: int
    last: int

    def attribution(self) -> Attribution | None:
        """What the predicate attributes to whom; None if it does not."""
        stretch, cue, tokens = self.stretch, self.cue, self.stretch.tokens
        helpers = {token.low for token in tokens[self.group : self.verb]}
        if cue.form in ("past", "perfect") and helpers & cues.PASSIVE:
            return self._passive()
        if cue.form == "perfect" and not helpers & PERFECT:
            return None
        subject, understood = subjects.of(tokens, self.group, cue)
        if cue.form == "base" and "to" in helpers and not helpers & cues.CHAIN:
            if not self._is_purpose():
                return None
            subject, understood = None, True
        if subject is None or tokens[self.group - 1].text[0] == "\0" or self._ends_with_speaker():
            inverted = self._inverted()
            if inverted:
                return inverted
        if (subject is None and not understood) or subjects.is_doubted(tokens, subject):
            return None
        subject = subject or subjects.main(tokens, self.group)
        if not understood and self._is_noun(subject):
            return None
        contents = self._contents(subject)
        if not contents and not self._introduces():
            return None
        if helpers & NEGATIONS and cue.base in cues.SPOKEN and self._says_that():
            return None
        return stretch.made(subject, self._span(), contents, cue)

    def _is_purpose(self) -> bool:
        """Whether "used the meeting" or "took to the floor" stands before "to reaffirm"."""
        tokens = self.stretch.tokens
        for at in range(self.group - 1, max(self.group - MOST_MEANS, 0), -1):
            if tokens[at].low in cues.MEANS:
                return tokens[at + 1].low in DETERMINERS | {"to"}
        return False

    def _says_that(self) -> bool:
        """Whether a clause with "that" is the complement: denied, it is what nobody said."""
        tokens = self.stretch.tokens
        begin = content_start.after(tokens, self.last + 1, self.cue)
        return begin < len(tokens) and tokens[begin].low == "that"

    def _span(self) -> Range:
        return self.stretch.span(self.group, self.last + 1)

    def _introduces(self) -> bool:
        """Whether the stretch ends with the cue and a colon: what is said comes after it."""
        tokens = self.stretch.tokens
        return "say" in self.cue.takes and self.last >= len(tokens) - 2 and tokens[-1].text == ":"

    def _passive(self) -> Attribution | None:
        """ "Y was condemned by X": the source comes after the cue."""
        tokens, cue = self.stretch.tokens, self.cue
        near = range(self.last + 1, min(self.last + 4, len(tokens) - 1))
        by = next((at for at in near if tokens[at].low == "by"), None)
        if by is None or not cue.takes & {"judge", "say", "express"}:
            return None
        agent = None if tokens[by + 1].low.endswith("ing") else phrases.following(tokens, by + 1)
        patient, _ = subjects.of(tokens, self.group, cue)
        if agent is None or patient is None:
            return None
        of = (at for at in range(agent.first + 1, agent.end) if tokens[at].low == "of")
        end = next(of, agent.end) if cue.base == "accuse" else agent.end
        _, content = self.stretch.source(patient)
        agent = Phrase(agent.first, min(agent.last, end), end)
        return self.stretch.made(agent, self._span(), [content], cue)

    def _inverted(self) -> Attribution | None:
        """ "…,” said Hayashi, the secretary, on Monday": the source comes after the cue."""
        tokens, first = self.stretch.tokens, self.last + 1
        if "say" not in self.cue.takes or self.cue.form not in ("past", "present"):
            return None
        if not self.verb or first >= len(tokens) or self.cue.base in cues.ADDRESSED:
            return None
        mark, next_ = tokens[self.verb - 1].text, tokens[first]
        if (mark[0] != "\0" and mark not in ",?!") or not next_.text[0].isalnum():
            return None
        if next_.low == "that" or next_.low in PREPOSITIONS or not self._starts_subject(first):
            return None
        subject = phrases.following(tokens, first)
        preceding = content_start.before(tokens, self.verb)
        if subject is None or preceding is None:
            return None
        contents = [self.stretch.span(*preceding), *self._quoted_after(subject.end)]
        return self.stretch.made(subject, self.stretch.span(self.verb, first), contents, self.cue)

    def _ends_with_speaker(self) -> bool:
        """Whether ", said one source in the room" ends the stretch."""
        tokens, first = self.stretch.tokens, self.last + 1
        if self.cue.base != "say" or tokens[self.group - 1].text != ",":
            return False
        rest = range(first, len(tokens))
        if not 0 < len(rest) <= LONGEST_SPEAKER:
            return False
        if any(is_finite(tokens, at) or tokens[at].text[0] == "\0" for at in rest):
            return False
        stop = next((at for at in rest if tokens[at].low in PREPOSITIONS | TIMES), len(tokens))
        return any(token.capital or token.low in SPEAKING for token in tokens[first:stop])

    def _starts_subject(self, i: int) -> bool:
        """Whether somebody is named from a token on, and no clause begins there."""
        tokens = self.stretch.tokens
        for at in range(i + 1, min(i + CLAUSES_SUBJECT, len(tokens))):
            if tokens[at].text == "," or tokens[at].low == "who":
                break
            if is_finite(tokens, at):
                return False
        named = any(token.capital for token in tokens[i : i + 4])
        return named or tokens[i].low in DETERMINERS

    def _quoted_after(self, i: int) -> list[Range]:
        """The quotation that goes on after the source, in the same sentence."""
        tokens = self.stretch.tokens
        for at in range(i, min(i + FARTHEST_QUOTATION, len(tokens))):
            if tokens[at].text[0] == "\0":
                return [self.stretch.span(at, len(tokens))]
            if tokens[at].low in cues.VERBS:
                break
        return []

    def _is_noun(self, subject: Phrase | None) -> bool:
        """Whether a form that is also a noun is one here."""
        tokens, after = self.stretch.tokens, self.last + 1
        if tokens[self.verb].low not in cues.NOUNS or self.last > self.verb:
            return False
        if after < len(tokens) - 1 and tokens[after].text in ",:":
            after += 1
        if after >= len(tokens) or tokens[after].low == "of":
            return True
        next_ = tokens[after]
        if next_.text[0] == "\0" or next_.low == "that" or next_.text == ":":
            return False
        if subject is None or self.group < self.verb:
            return subject is None
        if tokens[self.group - 1].low in ("who", "which", "that"):
            return False
        if tokens[self.last + 1].text in ",:" or not next_.text[0].isalnum():
            return True
        if next_.low in PREPOSITIONS and next_.low != "to":
            return True
        head = tokens[subject.last - 1]
        third = self.cue.form == "present" and (head.capital or head.low in ONE)
        plural = self.cue.form == "base" and (head.low in SEVERAL or head.low.endswith("s"))
        return not (third or plural or self.cue.form == "past")

    def _contents(self, subject: Phrase | None) -> list[Range]:
        stretch, cue, tokens = self.stretch, self.cue, self.stretch.tokens
        rest = self.last + 1
        begin = content_start.after(tokens, rest, cue)
        says = "say" in cue.takes and cue.form != "participle"
        if subject and says and content_start.is_postponed(tokens, subject.first, begin, rest, cue):
            return self._postponed(subject, begin)
        if not content_start.takes(tokens, begin, cue):
            return []
        end = content_end.close(tokens, begin, cue, content_start.is_clause(tokens, begin, cue))
        while end > begin and tokens[end - 1].text in DASHES:
            end -= 1
        if subject and subject.first and tokens[subject.first - 1].low in SUBORDINATING:
            commas = (at for at in range(begin, end) if tokens[at].text == ",")
            end = next(commas, end)
        alone = end == begin + 1 and REFLEXIVE.fullmatch(tokens[begin].low)
        return [stretch.span(begin, end)] if end > begin and not alone else []

    def _postponed(self, subject: Phrase, begin: int) -> list[Range]:
        """What stands before "Hayashi said", and what of it goes on after that."""
        tokens, rest = self.stretch.tokens, self.last + 1
        preceding = content_start.before(tokens, subject.first)
        if preceding is None:
            return []
        found = [self.stretch.span(*preceding)]
        clause = tokens[subject.first - 1].text[0] != "\0" and rest < len(tokens)
        if not clause or tokens[rest].text not in f",{DASHES}" or begin >= len(tokens):
            return found + self._quoted_after(rest)
        low = tokens[begin].low
        if low.endswith("ing") or low in SUBORDINATORS - {"that", "which"}:
            return found
        return [*found, self.stretch.span(begin, len(tokens))]
