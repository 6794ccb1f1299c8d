"""Stances toward matters: on which side of a proposition a sentence's words are.

topic.toml names the terms that speak for a proposition and against it; no model reads the
sentence. Each term found is one observation of its side, weighed against a prior that is worth
one observation spread evenly over the three classes (Dirichlet with 1/3 each, Perks 1947), so
that one word is no certainty. A denial shortly before a term turns it round.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import pandas as pd

from pressbrief.stance.appraisal.targets import held_by
from pressbrief.stance.attribution.passage import LONGEST_SENTENCE
from pressbrief.stance.attribution.quotation import Voice
from pressbrief.tables import select
from pressbrief.topic import Proposition

DECIMALS = 4
PRIOR = 1 / 3
# "has not yet recognised", "refused to recognise": a denial within so many words before a term.
REACH = 3
DENIAL = re.compile(
    r"\b(?:not|never|no|nor|neither|without|cannot|refus(?:e|es|ed|ing|al)|"
    r"reject(?:s|ed|ing)?|declin(?:e|es|ed|ing)|fail(?:s|ed|ing)?|refrain(?:s|ed|ing)?|hesitant|"
    r"reluctant|unwilling)\b|n[’']t\b",
    re.I,
)


class Term(NamedTuple):
    """A term of a proposition where a sentence has it; `side`: 1 is for, −1 against."""

    start: int
    end: int
    side: int


def stances(
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    voices: dict[str, list[Voice]],
    propositions: Sequence[Proposition],
) -> list[tuple]:
    """The rows of the stances table toward propositions: of each holder in each sentence.

    A row stands at the first term that its holder uses. A term may be the cue itself: in "Japan
    has not recognised the Taliban" Japan holds it.
    """
    sources = select.sources(articles)
    patterns = [(one, _pattern(one)) for one in propositions]
    rows = []
    for row in sentences.itertuples() if patterns else ():
        if len(row.text) > LONGEST_SENTENCE:
            continue
        said = [_with_cue(v) for v in voices.get(row.article_id, ()) if v.sentence == row.sentence]
        for proposition, pattern in patterns:
            held: dict[tuple[str, str], list[Term]] = {}
            for term in terms(row.text, proposition, pattern):
                place = row.start + term.start, row.start + term.end
                holders, voice = held_by(place, said, sources[row.article_id])
                for holder in holders:
                    held.setdefault((holder, voice), []).append(Term(*place, term.side))
            for by, found in held.items():
                place = row.article_id, row.sentence, found[0].start, found[0].end
                judged = _judged([term.side for term in found])
                rows.append((*place, proposition.name, *by, *judged))
    return rows


def _with_cue(voice: Voice) -> Voice:
    """A voice with the cue before it, if it has one there."""
    start = min(voice.start, voice.cue_at[0]) if voice.cue_at else voice.start
    return replace(voice, start=start)


def terms(text: str, proposition: Proposition, pattern: re.Pattern | None = None) -> Iterator[Term]:
    """The terms of a proposition in a sentence, the longest where several begin, in order.

    >>> recognition = Proposition(**{"name": "recognition", "for": ["recognise the Taliban"]})
    >>> [term.side for term in terms("Japan does not recognise the Taliban.", recognition)]
    [-1]
    """
    supporting = {_plain(term) for term in proposition.for_}
    for match in (pattern or _pattern(proposition)).finditer(text):
        side = 1 if _plain(match[0]) in supporting else -1
        before = re.findall(r"\S+", text[: match.start()])[-REACH:]
        denied = len(DENIAL.findall(" ".join(before))) % 2
        yield Term(match.start(), match.end(), -side if denied else side)


def _pattern(proposition: Proposition) -> re.Pattern:
    forms = sorted({*proposition.for_, *proposition.against}, key=lambda term: (-len(term), term))
    spaced = (r"\s+".join(map(re.escape, form.split())) for form in forms)
    return re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)", re.I)


def _plain(term: str) -> str:
    return " ".join(term.casefold().split())


def _judged(sides: Sequence[int]) -> tuple[float, float, float, float]:
    """Polarity, and the probabilities of against, neither and for, after these observations."""
    worth = len(sides) + 3 * PRIOR
    negative, positive = (round((sides.count(side) + PRIOR) / worth, DECIMALS) for side in (-1, 1))
    neutral = round(1 - negative - positive, DECIMALS)
    return round(positive - negative, DECIMALS), negative, neutral, positive
