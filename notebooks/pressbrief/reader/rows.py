"""A text and what is asked of it, as a row of the network: word pieces, their case, their marks.

Training and reading cut rows alike, here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pressbrief.reader.model import Row
from pressbrief.reader.pieces import OTHER, Pieces, pieces, special, window

Span = tuple[int, int]
LONGEST = 126  # pieces of a sentence of which something is asked (as it was taught)
WINDOW = 254  # pieces of several sentences
NOTHING, ASKED, ANSWER = range(3)  # what a piece is marked as


class Asked(NamedTuple):
    """A text with the characters (start, end) that are asked about and those that may answer."""

    text: str
    asked: tuple[Span, ...]
    others: tuple[Span, ...] = ()
    longest: int = LONGEST


class Cut(NamedTuple):
    """A text as a row, and where its characters' pieces stand in it."""

    row: Row
    pieces: Pieces
    part: slice

    @property
    def asks(self) -> bool:
        """Whether anything of what is asked about has a piece."""
        return ASKED in self.row.marks

    def first(self, start: int, end: int) -> int | None:
        """The place in the row of the first piece of start:end; None if it was cut off."""
        return next(iter(self.places(start, end)), None)

    def places(self, start: int, end: int) -> list[int]:
        """The places in the row of the pieces of start:end."""
        return [
            at - self.part.start + 1
            for at in range(self.part.start, self.part.stop)
            if self.pieces.spans[at][0] < end and self.pieces.spans[at][1] > start
        ]

    def stretch(self, start: int, end: int) -> tuple[int, int] | None:
        """The first and last place of start:end; None if any of it was cut off."""
        whole = [at for at, (s, e) in enumerate(self.pieces.spans) if s < end and e > start]
        if not whole or whole[0] < self.part.start or whole[-1] >= self.part.stop:
            return None
        return whole[0] - self.part.start + 1, whole[-1] - self.part.start + 1

    def characters(self, first: int, last: int) -> Span:
        """The characters of the text from the first to the last of these places of the row."""
        spans = self.pieces.spans
        return spans[first + self.part.start - 1][0], spans[last + self.part.start - 1][1]


def cut(texts: Sequence[Asked]) -> list[Cut]:
    """Each of `texts` as a row, cut to the pieces around what is asked about."""
    return [
        _cut(one, read)
        for one, read in zip(texts, pieces([one.text for one in texts]), strict=True)
    ]


def _cut(one: Asked, read: Pieces) -> Cut:
    marks = [NOTHING] * len(read.ids)
    for mark, spans in ((ANSWER, one.others), (ASKED, one.asked)):
        for start, end in spans:
            for at, (s, e) in enumerate(read.spans):
                if s < end and e > start:
                    marks[at] = mark
    part = window(len(marks), marks.index(ASKED) if ASKED in marks else 0, one.longest)
    return Cut(row(read, part, marks), read, part)


def row(read: Pieces, part: slice, marks: Sequence[int] | None = None) -> Row:
    """A stretch of pieces between [CLS] and [SEP]; without marks nothing is asked about."""
    marked = list(marks[part]) if marks else [NOTHING] * (part.stop - part.start)
    return Row(
        [special("[CLS]"), *read.ids[part], special("[SEP]")],
        [OTHER, *read.cases[part], OTHER],
        [NOTHING, *marked, NOTHING],
    )
