"""How an article is laid out: its paragraphs, what is quoted in them, and who goes on speaking."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

from pressbrief.stance.attribution import transcript
from pressbrief.stance.attribution.passage import Passage, Quotation
from pressbrief.stance.attribution.quotation_marks import quotations


def passages(sentences: Sequence, mentions: Sequence) -> list[Passage]:
    """An article's paragraphs from its rows of the sentences and mentions tables, in order.

    A quotation may run on from one into the next. A turn of a transcript is one quotation.
    """
    named: dict[int, list] = {}
    for row in mentions:
        named.setdefault(row.sentence, []).append(row)
    found: list[Passage] = []
    for _, group in groupby(sentences, key=attrgetter("paragraph")):
        said = list(group)
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
