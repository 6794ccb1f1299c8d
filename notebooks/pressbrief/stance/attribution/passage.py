"""A paragraph as the finders of voices read it: its text, tokens, sentences and named actors."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import attrgetter

from pressbrief.english.tokens import Token
from pressbrief.english.word_classes import POSSESSIVES
from pressbrief.stance.attribution import quotation_marks

# Apostrophes as a keyboard has them, line ends as spaces; one character each, so offsets stay.
PLAIN = str.maketrans("’\t\r\n\u00a0", "'    ")
# A stretch longer than this is no sentence, whatever it is: it is not parsed.
LONGEST_SENTENCE = 5000
TOKEN = re.compile(r"[^\W_]+(?:[.'][^\W_]+)*")


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


def tokens(text: str, at: int = 0) -> list[Token]:
    """A text's tokens; `at`: where the text begins."""
    return [Token(m.start() + at, m.end() + at, m.group()) for m in TOKEN.finditer(text)]


class Passage:
    """One paragraph of an article; every offset in it is its own, `base` leads to the article's."""

    def __init__(self, sentences: Sequence, mentions: Sequence, goes_on: bool):
        self.goes_on = goes_on
        self.base = min(row.start for row in sentences)
        self.sentences = [
            Span(row.start - self.base, row.end - self.base, row.sentence, row.role)
            for row in sentences
        ]
        cells = [" "] * (max(row.end for row in sentences) - self.base)
        for row, span in zip(sentences, self.sentences, strict=True):
            cells[span.start : span.end] = row.text
        self.text = "".join(cells)
        self.quotations = quotation_marks.quotations(self.text, goes_on)
        self.named = [
            Named(row.start - self.base, row.end - self.base, row.actor, row.actor_type)
            for row in mentions
            if row.surface.casefold() not in POSSESSIVES
        ]

    @cached_property
    def plain(self) -> str:
        return self.text.translate(PLAIN)

    @property
    def introduces(self) -> bool:
        """Whether it ends with a colon: the next paragraph is what somebody says."""
        return self.text.rstrip().endswith(":")

    @property
    def open_at_end(self) -> bool:
        return bool(self.quotations) and not self.quotations[-1].closed

    def tokens(self, start: int, end: int) -> list[Token]:
        """The tokens of a stretch of the passage."""
        return tokens(self.plain[start:end], start)

    def named_in(self, start: int, end: int) -> list[Named]:
        """The actors named wholly inside a stretch, in order."""
        first = bisect_left(self.named, start, key=lambda one: one.start)
        last = bisect_left(self.named, end, key=lambda one: one.start)
        return [one for one in self.named[first:last] if one.end <= end]

    def quotations_in(self, start: int, end: int) -> list[quotation_marks.Quotation]:
        """The quotations that a stretch has a part of, in order."""
        first = bisect_right(self.quotations, start, key=lambda one: one.end)
        last = bisect_left(self.quotations, end, key=lambda one: one.start)
        return self.quotations[first:last]

    def sentences_in(self, start: int, end: int) -> list[Span]:
        """The sentences that a stretch has a part of, in order."""
        first = bisect_right(self.sentences, start, key=lambda one: one.end)
        last = bisect_left(self.sentences, end, key=lambda one: one.start)
        return self.sentences[first:last]


def passages(sentences: Sequence, mentions: Sequence) -> Iterator[Passage]:
    """An article's paragraphs in order, each knowing whether a quotation runs on into it.

    Takes rows of the sentences and mentions tables, of one article, in order.
    """
    named: dict[int, list] = {}
    for row in mentions:
        named.setdefault(row.sentence, []).append(row)
    goes_on = False
    for _, group in groupby(sentences, key=attrgetter("paragraph")):
        said = list(group)
        inside = [one for row in said for one in named.get(row.sentence, ())]
        passage = Passage(said, inside, goes_on)
        goes_on = passage.open_at_end
        yield passage
