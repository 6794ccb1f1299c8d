"""A paragraph as the finders of voices read it: its text, sentences, names and quotations."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from pressbrief.english.word_classes import POSSESSIVES

# Apostrophes as a keyboard has them, line ends as spaces; one character each, so offsets stay.
PLAIN = str.maketrans("’\t\r\n\u00a0", "'    ")
BLOT = "\0"


@dataclass(frozen=True)
class Named:
    """An actor named at start:end of the passage."""

    start: int
    end: int
    actor: str
    actor_type: str


@dataclass(frozen=True)
class Span:
    """One sentence at start:end of the passage."""

    start: int
    end: int
    sentence: int
    role: str


@dataclass(frozen=True)
class Quotation:
    """One quotation at start:end of a text, its marks included; `closed`: it has its last mark."""

    start: int
    end: int
    closed: bool


@dataclass(frozen=True)
class Turn:
    """What one speaker of a transcript says in a paragraph, from `start` on.

    `label`: where who it is stands, None where the turn goes on from the paragraph before.
    `named`: the label is a name, and no "Q" or "Answer".
    """

    start: int
    label: tuple[int, int] | None = None
    named: bool = False


class Passage:
    """One paragraph of an article; every offset in it is its own, `base` leads to the article's.

    `follows`: it may go on with who spoke before it; `turn`: it is one of a transcript.
    """

    def __init__(self, sentences: Sequence, mentions: Sequence):
        self.base = min(row.start for row in sentences)
        self.sentences = [
            Span(row.start - self.base, row.end - self.base, row.sentence, row.role)
            for row in sentences
        ]
        cells = [" "] * (max(row.end for row in sentences) - self.base)
        for row, span in zip(sentences, self.sentences, strict=True):
            cells[span.start : span.end] = row.text
        self.text = "".join(cells)
        self.named = [
            Named(row.start - self.base, row.end - self.base, row.actor, row.actor_type)
            for row in mentions
            if row.surface.casefold() not in POSSESSIVES
        ]
        self.quotations: list[Quotation] = []
        self.follows = False
        self.turn: Turn | None = None

    @cached_property
    def plain(self) -> str:
        """The text in plain characters."""
        return self.text.translate(PLAIN)

    @property
    def introduces(self) -> bool:
        """Whether it ends with a colon: the next paragraph is what somebody says."""
        return self.text.rstrip().endswith(":")

    @property
    def open_at_end(self) -> bool:
        """Whether its last quotation goes on in the next paragraph."""
        return bool(self.quotations) and not self.quotations[-1].closed

    @property
    def is_all_quoted(self) -> bool:
        """Whether nothing of it stands outside quotation marks."""
        said = list(self.text)
        for one in self.quotations:
            said[one.start : one.end] = " " * (one.end - one.start)
        return bool(self.quotations) and not "".join(said).strip()

    def hidden(self, start: int, end: int) -> str:
        """A stretch in plain characters, with what is quoted inside it blotted out."""
        text = list(self.plain[start:end])
        for quotation in self.quotations_in(start, end):
            if quotation.start > start or quotation.end < end:
                first, last = max(quotation.start - start, 0), min(quotation.end, end) - start
                text[first:last] = BLOT * (last - first)
        return "".join(text)

    def is_quoted(self, span: Span) -> bool:
        """Whether a sentence stands wholly inside a quotation."""
        text = self.text[span.start : span.end]
        first = span.start + len(text) - len(text.lstrip())
        last = span.start + len(text.rstrip())
        around = self.quotations_in(span.start, span.end)
        return any(one.start <= first and last <= one.end for one in around)

    def named_in(self, start: int, end: int) -> list[Named]:
        """The actors named wholly inside a stretch, in order."""
        first = bisect_left(self.named, start, key=lambda one: one.start)
        last = bisect_left(self.named, end, key=lambda one: one.start)
        return [one for one in self.named[first:last] if one.end <= end]

    def quotations_in(self, start: int, end: int) -> list[Quotation]:
        """The quotations that a stretch has a part of, in order."""
        first = bisect_right(self.quotations, start, key=lambda one: one.end)
        last = bisect_left(self.quotations, end, key=lambda one: one.start)
        return self.quotations[first:last]

    @property
    def quotations_in_body(self) -> list[Quotation]:
        """The quotations that begin in the body: what a headline has in marks is its own voice."""
        return [
            one
            for one in self.quotations
            if self.sentences_in(one.start, one.end)[0].role == "body"
        ]

    def sentences_in(self, start: int, end: int) -> list[Span]:
        """The sentences that a stretch has a part of, in order."""
        first = bisect_right(self.sentences, start, key=lambda one: one.end)
        last = bisect_left(self.sentences, end, key=lambda one: one.start)
        return self.sentences[first:last]
