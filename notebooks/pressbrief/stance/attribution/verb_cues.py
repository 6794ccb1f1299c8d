"""Attributions whose cue is a verb: its subject, and what it says, asks, wants or judges."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pressbrief.english.word_classes import NEGATIONS
from pressbrief.reader.syntax import ROOT
from pressbrief.stance.attribution import contents, cues, phrases, subjects
from pressbrief.stance.attribution.cues import Cue
from pressbrief.stance.attribution.phrases import Subject
from pressbrief.stance.attribution.stretch import Attribution, Stretch
from pressbrief.stance.model import Range

DOUBTING = ("whether", "if", "unless")


def attributions(stretch: Stretch) -> Iterator[Attribution]:
    """The attributions of a stretch whose cues are verbs, in order.

    >>> from pressbrief import reader
    >>> said = "Japan urged the Taliban to stop."
    >>> found = next(attributions(Stretch(said, reader.parses([said])[0], (0, len(said)))))
    >>> found.source, found.cue, found.contents
    ((0, 5), (6, 11), ((12, 31),))
    """
    for at in stretch.outside:
        if stretch.tag(at).startswith("VB") or _predicates(stretch, at):
            cue, last = _cue(stretch, at)
            if cue and (found := Predicate(stretch, cue, at, last).attribution()):
                yield found


def _predicates(stretch: Stretch, at: int) -> bool:
    """Whether a word that is no verb by its tag is its sentence's predicate: "they tweeted"."""
    return stretch.tree[at].head == ROOT and bool(stretch.children(at, "nsubj"))


def _cue(stretch: Stretch, at: int) -> tuple[Cue | None, int]:
    """The cue that begins at a verb, and its last word ("calls again for")."""
    low = stretch.low(at)
    for last in (at + 1, at + 2):
        phrase = cues.VERB_PHRASES.get((low, stretch.low(last)))
        if phrase and (last == at + 1 or stretch.tree[at + 1].relation == "advmod"):
            return phrase, last
    return cues.VERBS.get(low), at


@dataclass(frozen=True)
class Predicate:
    """A cue verb, its particle at `last`."""

    stretch: Stretch
    cue: Cue
    verb: int
    last: int

    def attribution(self) -> Attribution | None:
        """What the predicate attributes to whom; None if it does not."""
        if self._is_passive():
            return self._passive()
        word = self.stretch.tree[self.verb]
        infinitive = word.tag == "VB" and word.relation in ("xcomp", "advcl")
        if word.relation == "amod" or self._is_doubted() or self._leads():
            return None
        if infinitive and not self._is_led():
            return None
        subject = subjects.of(self.stretch, self.verb, led=infinitive)
        if subject is None:
            return None
        found = self._contents(subject)
        if (not found and not self._introduces()) or self._is_denied(found):
            return None
        return self._made(subject, found)

    def _is_passive(self) -> bool:
        """Whether it is "was condemned", or "condemned" behind a noun."""
        stretch, word = self.stretch, self.stretch.tree[self.verb]
        group = range(stretch.group(self.verb), self.verb)
        if any(stretch.tree[at].relation == "auxpass" for at in group):
            return True
        own = stretch.children(self.verb, "nsubj")
        return word.tag == "VBN" and word.relation == "acl" and not own

    def _passive(self) -> Attribution | None:
        """ "Y was condemned by X": the source comes after the cue."""
        stretch, verb = self.stretch, self.verb
        by = stretch.child(verb, "agent")
        agent = None if by is None else stretch.child(by, "pobj")
        patient = stretch.child(verb, "nsubjpass")
        if patient is None and stretch.tree[verb].relation in ("acl", "relcl"):
            patient = stretch.tree[verb].head
        if agent is None or patient is None or not self.cue.takes & {"judge", "say", "express"}:
            return None
        what = phrases.phrase(stretch, patient, verb)
        said = stretch.span(what.first, what.last)
        return self._made(phrases.phrase(stretch, agent, verb), [said])

    def _is_doubted(self) -> bool:
        """Whether it stands under "whether" or "if": nobody has said it."""
        marks = self.stretch.children(self.verb, "mark")
        return any(self.stretch.low(at) in DOUBTING for at in marks)

    def _leads(self) -> bool:
        """Whether it only leads to the next verb ("continues to insist")."""
        low, after = self.stretch.low(self.verb), self.stretch.low(self.verb + 1)
        return low in cues.CHAIN and after == "to"

    def _is_led(self) -> bool:
        """Whether "continued to insist" or "used the meeting to reaffirm" leads to it."""
        head = self.stretch.tree[self.verb].head
        return head != ROOT and self.stretch.low(head) in cues.CHAIN | cues.MEANS

    def _introduces(self) -> bool:
        """Whether the stretch ends with the cue and a colon: what is said comes after it."""
        rest = self.stretch.text[self.stretch.tree[self.last].end :]
        return "say" in self.cue.takes and rest.strip() == ":"

    def _is_denied(self, found: list[Range]) -> bool:
        """Whether a clause with "that" is the complement: denied, it is what nobody said."""
        if self.cue.base not in cues.SPOKEN or not found:
            return False
        negated = any(self.stretch.low(at) in NEGATIONS for at in self.stretch.children(self.verb))
        return negated and self.stretch.text[found[0][0] :].startswith("that ")

    def _contents(self, subject: Subject) -> list[Range]:
        first, after = self.stretch.group(self.verb), self.last + 1
        if subject.own and subject.first > self.verb:
            after = subject.last + 1
        elif subject.own:
            first = subject.first
        return contents.Report(
            self.stretch, self.cue, self.verb, self.last, first, after, subject.own
        ).contents()

    def _made(self, subject: Subject, found: list[Range]) -> Attribution:
        first = self.stretch.group(self.verb)
        if self.stretch.low(first) == "to" and self.stretch.low(first - 1) in cues.CHAIN:
            first = self.stretch.group(first - 1)
        cue = self.stretch.span(first, self.last)
        source = self.stretch.span(subject.first, subject.last)
        return Attribution(source, cue, tuple(found), self.cue, subject.name)
