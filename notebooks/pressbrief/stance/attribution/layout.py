"""How an article is laid out: its paragraphs, what is quoted in them, and who goes on speaking."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, islice
from operator import attrgetter

from pressbrief.stance.attribution import transcript
from pressbrief.stance.attribution.passage import Passage, Quotation
from pressbrief.stance.attribution.quotation_marks import first_closes, quotations

# Over so many paragraphs at most a quotation runs on without a mark at their beginnings. A guess.
FARTHEST_END = 6


def passages(sentences: Sequence, mentions: Sequence) -> list[Passage]:
    """An article's paragraphs from its rows of the sentences and mentions tables, in order.

    A quotation may run on from one into the next. A turn of a transcript is one quotation.
    """
    named: dict[int, list] = {}
    for row in mentions:
        named.setdefault(row.sentence, []).append(row)
    found: list[Passage] = []
    for said in _paragraphs(sentences):
        passage = Passage(said, [one for row in said for one in named.get(row.sentence, ())])
        goes_on = bool(found) and found[-1].open_at_end
        passage.quotations = quotations(passage.text, goes_on)
        passage.follows = goes_on or (bool(found) and found[-1].introduces)
        found.append(passage)
    for number, turn in transcript.turns(found).items():
        passage = found[number]
        passage.quotations = [Quotation(turn.start, len(passage.text.rstrip()), True)]
        passage.follows, passage.turn = True, turn
    return found


def _paragraphs(sentences: Sequence) -> Iterator[list]:
    """The rows of each paragraph, those that one quotation holds together as one.

    Exports and web pages break a quotation into lines of their own: then its next paragraph begins
    without a mark, and the first mark to come closes it.
    """
    rows = [list(group) for _, group in groupby(sentences, key=attrgetter("paragraph"))]
    at = 0
    while at < len(rows):
        said = rows[at]
        at += 1
        while at < len(rows) and rows[at][0].role == said[-1].role == "body" and _is_open(said):
            ahead = (first_closes(_text(more)) for more in islice(rows, at, at + FARTHEST_END))
            closed = next((n for n, closes in enumerate(ahead, 1) if closes is not None), 0)
            if not closed or not first_closes(_text(rows[at + closed - 1])):
                break
            said = [*said, *(row for more in rows[at : at + closed] for row in more)]
            at += closed
        yield said


def _text(rows: Sequence) -> str:
    return " ".join(row.text for row in rows)


def _is_open(rows: Sequence) -> bool:
    """Whether a paragraph ends inside a quotation."""
    found = quotations(_text(rows))
    return bool(found) and not found[-1].closed
