"""One stretch of text, as far as word order tells who does what in it: no parser knows more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pressbrief.english.word_classes import (
    AUXILIARIES,
    PERFECT,
    SUBORDINATING,
    is_adverb,
    is_finite,
    tokens,
    words,
)
from pressbrief.stance.attribution import cues, subjects
from pressbrief.stance.attribution.cues import Cue
from pressbrief.stance.attribution.phrases import DASHES, Phrase

Range = tuple[int, int]
RELATIVE = ("who", "which")
MOST_ACCOMPANIED = 8
# What a participle may follow whose subject is that of the clause.
PARTICIPLES = words("while by and but or after before also publicly")


@dataclass(frozen=True)
class Attribution:
    """One cue with its source (None where it is only understood) and its contents.

    `head`: the source without its appositions, or what its "who" stands for.
    """

    source: Range | None
    cue: Range
    contents: tuple[Range, ...]
    verb: Cue | None
    head: Range | None = None


class Stretch:
    """The text of a stretch, quotations in it blotted out by NUL; offsets begin at 0.

    Its methods count in tokens, but for those that say characters.
    """

    def __init__(self, text: str):
        self.text = text
        self.tokens = tokens(text)
        while self.tokens and self.tokens[-1].text in ".?!":
            self.tokens.pop()

    def span(self, first: int, last: int) -> Range:
        """The characters of tokens first:last."""
        return self.tokens[first].start, self.tokens[last - 1].end

    def source(self, subject: Phrase | None) -> tuple[Range | None, Range | None]:
        """The characters of a subject with its appositions, and of its head."""
        if subject is None:
            return None, None
        first, last = subject.first, subject.last
        if self.tokens[last - 1].low in RELATIVE and last - first > 1:
            end = last - 1
            while end > first and self.tokens[end - 1].text == ",":
                end -= 1
            return self.span(last - 1, last), self.span(first, end)
        return self.span(first, subject.end), self.span(first, last)

    def made(
        self, subject: Phrase | None, cue: Range, contents: Sequence[Range], verb: Cue | None
    ) -> Attribution:
        """The attribution of a subject; `cue` and `contents` are characters."""
        source, head = self.source(subject)
        return Attribution(source, cue, tuple(contents), verb, head)

    def group(self, verb: int) -> int:
        """Where the group of a verb begins: auxiliaries and adverbs are its own."""
        at = verb
        while at and self._is_helper(at - 1, at):
            at -= 1
        while 0 < at < verb and is_adverb(self.tokens[at]) and self.tokens[at - 1].text == ",":
            at += 1
        return at

    def _is_helper(self, i: int, next_: int) -> bool:
        token, after = self.tokens[i], self.tokens[next_].low
        if token.low in AUXILIARIES or is_adverb(token) or token.low == "to":
            return True
        return token.low in cues.CHAIN and after in ("to", "on", "out")

    def subject(self, group: int, cue: Cue) -> tuple[Phrase | None, bool]:
        """The subject of a verb group, and whether one that is not there is understood."""
        before = self.tokens[group - 1] if group else None
        if cue.form == "participle" and self.tokens[group].low not in PERFECT:
            if before and before.low == "as" and self.tokens[group - 2].low in cues.QUOTED:
                return subjects.subject(self.tokens, self.group(group - 2)), False
            if before and before.low == "as" and (quoted := self._quoted(group - 1)):
                return quoted, False
            mark = before is None or before.text in f",{DASHES}" or before.low in PARTICIPLES
            return self._accompanied(group), mark or before.low in cues.WRITINGS
        if before is None:
            return None, False
        if before.low in RELATIVE:
            comma = group > 1 and self.tokens[group - 2].text == ","
            antecedent = subjects.subject(self.tokens, group - 1 - comma)
            first = antecedent.first if antecedent else group - 1
            if first and self.tokens[first - 1].low == "being":
                return None, True
            return Phrase(first, group, group), False
        if before.low == "that" and group > 1 and self._is_noun(group - 2):
            antecedent = subjects.subject(self.tokens, group - 1)
            if antecedent:
                return antecedent, False
        if before.low in ("and", "or", "but"):
            return None, cue.form in ("past", "present")
        found = subjects.subject(self.tokens, group)
        while found is None and group and is_adverb(self.tokens[group - 1]):
            group -= 1
            found = subjects.subject(self.tokens, group)
        return found, False

    def _quoted(self, end: int) -> Phrase | None:
        """Who is quoted in "NHK quoted Motegi as saying"; `end`: the token "as"."""
        reach = range(end - 1, max(end - MOST_ACCOMPANIED, -1), -1)
        at = next((i for i in reach if self.tokens[i].low in cues.QUOTING), end)
        return Phrase(at + 1, end, end) if at + 1 < end else None

    def _accompanied(self, group: int) -> Phrase | None:
        """The subject of a participle after "with" ("…, with officials saying that …")."""
        for at in range(group - 1, max(group - MOST_ACCOMPANIED, -1), -1):
            token = self.tokens[at]
            if token.low == "with":
                opens = not at or self.tokens[at - 1].text in f",{DASHES}"
                return Phrase(at + 1, group, group) if opens and at + 1 < group else None
            if not token.text[0].isalpha() or is_finite(self.tokens, at):
                return None
        return None

    def _is_noun(self, i: int) -> bool:
        low = self.tokens[i].low
        return low in cues.NOUNS or low not in cues.VERBS

    def main_subject(self, group: int) -> Phrase | None:
        """The subject of the first predicate before a verb that shares it: "X came, saying …"."""
        marks = (i + 1 for i in range(group - 1) if self.tokens[i].text[0] in f"\0;:{DASHES}")
        at = max(marks, default=0)
        if at < group and self.tokens[at].low in SUBORDINATING:
            commas = (i + 1 for i in range(at, group - 1) if self.tokens[i].text == ",")
            at = next(commas, at)
        for i in range(at + 1, group):
            cue = cues.VERBS.get(self.tokens[i].low)
            verb = cue and cue.form != "participle" and self.tokens[i].low not in cues.NOUNS
            if verb or is_finite(self.tokens, i):
                subject = subjects.subject(self.tokens, self.group(i))
                if subject and subject.first >= at and subject.end <= group:
                    return subject
        return None

    def is_doubted(self, subject: Phrase | None) -> bool:
        """Whether a subject stands under "whether" or "if": nobody has said it."""
        return bool(subject and subject.first) and (
            self.tokens[subject.first - 1].low in ("whether", "if", "unless")
        )
