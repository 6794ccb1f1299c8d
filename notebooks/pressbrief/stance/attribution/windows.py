"""What the reader is asked of a voice: the sentences around it, and who is named in them.

As notebooks/training/drawing/reference.py drew what the reader was taught on: three sentences
before and one after, in so many characters; places are no candidates.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from pressbrief.mentions import genders
from pressbrief.stance.model import Range
from pressbrief.tables.mentions_schema import NAMING

BEFORE, AFTER = 3, 1
LONGEST = 1500  # characters


class Window(NamedTuple):
    """A stretch of an article with its actors' places in it; `begin` leads to the article's."""

    text: str
    begin: int
    actors: tuple[str, ...]
    places: tuple[tuple[Range, ...], ...]

    def asked(self, start: int, end: int) -> tuple[str, Range, tuple[tuple[Range, ...], ...]]:
        """What `reader.references` is asked of the article's characters start:end."""
        return self.text, (start - self.begin, end - self.begin), self.places

    def named_in(self, start: int, end: int) -> set[str]:
        """The actors named inside the article's characters start:end."""
        low, high = start - self.begin, end - self.begin
        return {
            actor
            for actor, spans in zip(self.actors, self.places, strict=True)
            if any(low <= first and last <= high for first, last in spans)
        }


class Windows:
    """The windows of one article, from its rows of the sentences and mentions tables.

    `known` are all whom it names, `persons` those who are persons, `said_of` which of he and she
    its pronouns say of them.
    """

    def __init__(self, sentences: Sequence, mentions: Sequence):
        self._sentences = list(sentences)
        self._at = {row.sentence: at for at, row in enumerate(self._sentences)}
        self._naming = sorted(
            (row for row in mentions if row.kind in NAMING), key=lambda row: row.start
        )
        self.known = frozenset(row.actor for row in self._naming)
        self.persons = frozenset(row.actor for row in self._naming if row.actor_type == "person")
        self.said_of = {
            row.actor: says
            for row in mentions
            if row.kind == "pronoun"
            for says in genders.said_by(row.surface)
        }
        self._named: dict[int, list] = {}
        for row in self._naming:
            if row.actor_type != "place":
                self._named.setdefault(row.sentence, []).append(row)

    def named_in(self, start: int, end: int) -> set[str]:
        """The actors named wholly inside the article's characters start:end."""
        first = bisect_left(self._naming, start, key=lambda row: row.start)
        last = bisect_left(self._naming, end, key=lambda row: row.start)
        return {row.actor for row in self._naming[first:last] if row.end <= end}

    def text(self, place: Range | None) -> str:
        """The article's characters at a place in one sentence; "" for None."""
        if place is None:
            return ""
        row = self._sentence(place[0])
        return row.text[max(place[0] - row.start, 0) : place[1] - row.start]

    def adjoin(self, end: int, start: int) -> bool:
        """Whether only space stands between two characters of one paragraph."""
        before, after = self._sentence(end - 1), self._sentence(start)
        if before.paragraph != after.paragraph or after.sentence - before.sentence > 1:
            return False
        rest = before.text[end - before.start :] if before is not after else ""
        return not rest.strip() and not after.text[: start - after.start].strip()

    def _sentence(self, at: int):
        place = bisect_right(self._sentences, at, key=lambda row: row.start) - 1
        return self._sentences[max(place, 0)]

    def around(self, sentence: int, start: int) -> Window | None:
        """The window of what begins at `start` in a sentence; None if it names nobody."""
        at = self._at[sentence]
        shown = self._sentences[max(0, at - BEFORE) : at + AFTER + 1]
        while shown[-1].end - shown[0].start > LONGEST and len(shown) > 1 and shown[0].end < start:
            shown = shown[1:]
        begin = shown[0].start
        places: dict[str, list[Range]] = {}
        for row in shown:
            for one in self._named.get(row.sentence, ()):
                places.setdefault(one.actor, []).append((one.start - begin, one.end - begin))
        if not places:
            return None
        cells = [" "] * (shown[-1].end - begin)
        for row in shown:
            cells[row.start - begin : row.end - begin] = row.text
        return Window("".join(cells), begin, tuple(places), tuple(map(tuple, places.values())))
