"""Stances toward matters: on which side of a proposition a sentence's words are.

topic.toml names the terms that speak for a proposition and against it; no model reads the
sentence. Each term found is one observation of its side, weighed against a prior that is worth
one observation spread evenly over the three classes (Dirichlet with 1/3 each, Perks 1947), so
that one word is no certainty. A denial shortly before a term turns it round.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import pandas as pd

from pressbrief.english import word_lists
from pressbrief.english.tokens import tokens
from pressbrief.stance.appraisal.holders import Holders
from pressbrief.stance.appraisal.verdicts import evaluates
from pressbrief.stance.model import Appraisal, Range, View
from pressbrief.topic import Proposition

PRIOR = 1 / 3
# "has not yet recognised", "refused to recognise": a denial within so many words before a term.
REACH = 3
DENIALS = word_lists.words("appraisal/denials")
# "Without recognition", "the lack of recognition": what is not there, which takes no side.
ABSENCES = word_lists.words("appraisal/absences")


def views(
    sentences: pd.DataFrame, propositions: Sequence[Proposition], holders: Holders
) -> Iterator[View]:
    """A row for each proposition of each sentence and each holder of its terms.

    A heading within an article takes no side. A term may be the cue itself: in "Japan has not
    recognised the Taliban" Japan holds it.
    """
    for row in sentences[sentences["role"] != "heading"].itertuples() if propositions else ():
        at = row.article_id, row.sentence
        for proposition in propositions:
            held: dict[tuple[str, str], list[Range]] = {}
            for place in terms(row.text, proposition):
                there = row.start + place[0], row.start + place[1]
                speakers, voice = holders.at(*at, there, with_cue=True)
                for holder in speakers:
                    held.setdefault((holder, voice), []).append(place)
            for by, places in held.items():
                said = _weighed([side(row.text, place, proposition) for place in places])
                first = row.start + places[0][0], row.start + places[0][1]
                words = first if evaluates(said.polarity) else (0, 0)
                yield View(*at, *first, proposition.name, *by, *said, 0.0, *words)


def terms(text: str, proposition: Proposition) -> list[Range]:
    """Where a sentence has a proposition's terms, the longest where several begin, in order."""
    pattern = _pattern(*proposition.for_, *proposition.against)
    return [match.span() for match in pattern.finditer(text)]


def side(text: str, place: Range, proposition: Proposition) -> int:
    """The side of the term at a place of a sentence: 1 is for, −1 against, 0 where it is missing.

    >>> recognition = Proposition(**{"name": "recognition", "for": ["recognise the Taliban"]})
    >>> side("Japan does not recognise the Taliban.", (15, 36), recognition)
    -1
    >>> side("Japan came without leave to recognise the Taliban.", (28, 49), recognition)
    0
    """
    found = 1 if _plain(text[slice(*place)]) in map(_plain, proposition.for_) else -1
    before = tokens(text[: place[0]].replace("’", "'"))
    words = [token.low for token in before if token.text[0].isalnum()]
    if ABSENCES.intersection(words[-REACH:]):
        return 0
    denials = [word for word in words[-REACH:] if word in DENIALS or word.endswith("n't")]
    return -found if len(denials) % 2 else found


@cache
def _pattern(*terms: str) -> re.Pattern:
    forms = sorted(set(terms), key=lambda term: (-len(term), term))
    spaced = (r"\s+".join(map(re.escape, form.split())) for form in forms)
    return re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)", re.I)


def _plain(term: str) -> str:
    return " ".join(term.casefold().split())


def _weighed(sides: Sequence[int]) -> Appraisal:
    """The appraisal after these observations of a side."""
    worth = len(sides) + 3 * PRIOR
    return Appraisal.of(*((sides.count(side) + PRIOR) / worth for side in (-1, 1)))
