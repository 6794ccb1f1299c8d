"""Which way a sentence evaluates, and a verdict on a source's counts of such sentences."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

FAVOURABLE, CRITICAL = "favourable", "critical"
MIXED, NONE_VOICED = "mixed", "none voiced"
TOO_LITTLE = "too little evidence"
# From where on the reader's word is taken that a sentence judges: on the labels' choosing part 74
# of 100 targets that are found criticised are, and 38 of 100 are found; of favour 80 and 62. From
# where that it tells well or ill: there 81 of 100 that are found told ill are, and 61 are found.
JUDGES, TELLS = 0.33, 0.35
# One judgement of a kind among others may be the reader's error (one in four is); two seldom are.
VOICED = 2
HARDLY = 0.1  # the share of sentences up to which judgements may be the reader's errors alone
PRINTED = 2  # decimals


class Count(NamedTuple):
    """How many sentences of a source's are critical of a target, neither, and favourable.

    `critical_apart` and `favourable_apart`: how many judgements are left of each without those
    that share any one word.
    """

    critical: int
    other: int
    favourable: int
    critical_apart: int
    favourable_apart: int


def evaluates(polarity: float) -> int:
    """Which way a row of stances evaluates its target: −1 critical, 1 favourable, 0 not at all.

    >>> evaluates(-0.8), evaluates(0.2), evaluates(0.4)
    (-1, 0, 1)
    """
    return int(polarity >= JUDGES) - int(polarity <= -JUDGES)


def evaluations(polarities: pd.Series) -> pd.Series:
    """`evaluates` of each of a column."""
    return _signs(polarities, JUDGES)


def portrays(portrayal: float) -> int:
    """Which way a sentence tells its target to do: −1 ill, 1 well, 0 neither.

    >>> portrays(-0.8), portrays(0.2)
    (-1, 0)
    """
    return int(portrayal >= TELLS) - int(portrayal <= -TELLS)


def portrayals(portrayal: pd.Series) -> pd.Series:
    """`portrays` of each of a column."""
    return _signs(portrayal, TELLS)


def _signs(numbers: pd.Series, least: float) -> pd.Series:
    return np.sign(numbers).where(numbers.abs() >= least, 0).astype(int)


def leans(verdict: str) -> bool:
    """Whether a verdict says which way a source leans."""
    return verdict in (FAVOURABLE, CRITICAL)


def side(verdict: str) -> int:
    """Which way a verdict leans, −1 or 1; 0 if it does not."""
    return (verdict == FAVOURABLE) - (verdict == CRITICAL)


def verdict(count: Count, low: float, high: float, min_sentences: int, min_judgements: int) -> str:
    """A verdict in one of the tables' words on counted sentences and the ends of their balance.

    A lean rests on at least `min_judgements`, of which all but one are left without any one word,
    and on an interval without zero. What is printed as 0.00 is zero: a reader could not tell it.

    >>> [verdict(Count(6, 5, 0, apart, 0), -0.9, -0.3, 5, 3) for apart in (5, 1)]
    ['critical', 'too little evidence']
    >>> [verdict(Count(n, 8, n, 1, 1), -0.4, 0.4, 5, 3) for n in (2, 0)]
    ['mixed', 'none voiced']
    """
    for found, judged, apart, clear in (
        (CRITICAL, count.critical, count.critical_apart, round(high, PRINTED) < 0),
        (FAVOURABLE, count.favourable, count.favourable_apart, round(low, PRINTED) > 0),
    ):
        if clear and judged >= min_judgements and apart >= min_judgements - 1:
            return found
    judged = count.critical + count.favourable
    if judged >= min_judgements and min(count.critical, count.favourable) >= VOICED:
        return MIXED
    sentences = judged + count.other
    if sentences >= min_sentences and judged <= HARDLY * sentences:
        return NONE_VOICED
    return TOO_LITTLE
