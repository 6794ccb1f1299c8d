"""An article as its names are read in it, and a name that is seen there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from pressbrief.mentions.context import Line


@dataclass(frozen=True, slots=True)
class Seen:
    """A name in an article: its sentence's number, its characters, how it stands there, its kind.

    `text` is as the article has it, with a keyboard's apostrophes and spaces; `titled` says that
    capitals say nothing there.
    """

    article_id: str
    sentence: int
    start: int
    end: int
    text: str
    kind: str
    titled: bool = False


@dataclass(frozen=True)
class Article:
    """An article's sentences: numbers, where each begins, as they stand and in plain characters."""

    article_id: str
    numbers: list[int]
    starts: list[int]
    texts: list[str]
    lines: list[Line]
    small: frozenset[str]

    @cached_property
    def by_number(self) -> dict[int, tuple[int, Line, str]]:
        """Each sentence by its number: where it begins, its line, its text as it stands."""
        rows = zip(self.starts, self.lines, self.texts, strict=True)
        return dict(zip(self.numbers, rows, strict=True))

    def cut(self, sentence: int, start: int, end: int) -> str:
        """What stands at the article's characters start to end, in that sentence."""
        begin, _, text = self.by_number[sentence]
        return text[start - begin : end - begin]
