"""The text as lines, and lines less what was cut: what the steps of cleaning hand to each other."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

NOT_BLANK = re.compile(r"[^\n]+")
INVISIBLE = "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060"


class Line(NamedTuple):
    """A line's characters from `start` to `end`, half open, without the space around them."""

    start: int
    end: int
    text: str

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())


class Cut(NamedTuple):
    """Characters from `start` to `end`, half open, that are not the article, and why."""

    start: int
    end: int
    reason: str


def lines(text: str) -> list[Line]:
    """The lines of a text that hold something visible.

    >>> lines("  One \\n\\nTwo")
    [Line(start=2, end=5, text='One'), Line(start=8, end=11, text='Two')]
    """
    return [line for found in NOT_BLANK.finditer(text) if (line := trimmed(text, *found.span()))]


def trimmed(text: str, start: int, end: int) -> Line | None:
    """The characters from start to end as a line without the space around; None if all is space."""
    while start < end and (text[start].isspace() or text[start] in INVISIBLE):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in INVISIBLE):
        end -= 1
    return Line(start, end, text[start:end]) if start < end else None


def whole(line: Line, reason: str) -> Cut:
    """A whole line as a cut."""
    return Cut(line.start, line.end, reason)


def without(text: str, kept: list[Line], cuts: list[Cut]) -> list[Line]:
    """The lines less the cuts; a cut is a whole line, a line's end, or was taken off before."""
    places = [line.start for line in kept]
    ends = {bisect_right(places, cut.start) - 1: cut.start for cut in cuts}
    left = [
        trimmed(text, line.start, min(line.end, ends[i])) if i in ends else line
        for i, line in enumerate(kept)
    ]
    return [line for line in left if line]


def touching(text: str, upper: Line, lower: Line) -> bool:
    """Whether one line follows the other with no blank line and nothing cut between."""
    between = text[upper.end : lower.start]
    return between.count("\n") == 1 and not between.strip()


def key(text: str) -> str:
    """A line but for its case and space, as it is known again elsewhere.

    >>> key("Lee  Jay WALKER")
    'lee jay walker'
    """
    return " ".join(text.casefold().split())
