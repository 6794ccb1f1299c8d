"""A verdict on an interval: one of four words in the tables, and what it says in a sentence.

An interval that contains zero is "even" in the tables, which is two things to a reader. One that
lies wholly near zero shows that there is no lean to speak of (equivalence testing, Schuirmann
1987); a wider one shows that the sentences do not decide.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

FAVOURABLE, CRITICAL, EVEN = "favourable", "critical", "even"
MIXED, NONE_VOICED = "mixed", "none voiced"
# Chosen on the labels' choosing part: from where on the reader's word is taken that a sentence
# judges, or tells well or ill.
JUDGES, TELLS = 0.5, 0.5
TOO_LITTLE = "too little evidence"
NEITHER = "neither favourable nor critical"
UNCLEAR, SLIGHTLY = "not clear", "slightly "
# An interval within this of zero shows that there is no lean; a mean within that leans no way.
NEAR, SLIGHT = 0.25, 0.05
PRINTED = 2  # decimals


def evaluates(polarity: float) -> int:
    """Which way a row of stances evaluates its target: −1 critical, 1 favourable, 0 not at all.

    >>> evaluates(-0.8), evaluates(0.2), evaluates(0.5)
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


def _signs(numbers: pd.Series, from_: float) -> pd.Series:
    return np.sign(numbers).where(numbers.abs() >= from_, 0).astype(int)


def leans(verdict: str) -> bool:
    """Whether a verdict says which way a source leans."""
    return verdict in (FAVOURABLE, CRITICAL)


def verdict(low: float, high: float, sentences: int, fewest: int) -> str:
    """A verdict in one of the tables' words on an interval that rests on so many sentences.

    An end that is printed as 0.00 is zero: a reader could not tell it from one.

    >>> verdict(-0.4, -0.1, 9, 5), verdict(-0.4, 0.1, 9, 5), verdict(-0.4, -0.1, 3, 5)
    ('critical', 'even', 'too little evidence')
    """
    if sentences < fewest:
        return TOO_LITTLE
    if round(low, PRINTED) > 0:
        return FAVOURABLE
    return CRITICAL if round(high, PRINTED) < 0 else EVEN


def is_neither(low: float, high: float) -> bool:
    """Whether an interval around zero is narrow enough to say that there is no lean."""
    return -NEAR <= low <= high <= NEAR


def speaks(verdict: str, mean: float) -> bool:
    """Whether a verdict is one that a title or a finding may state: it leans, and not by a hair.

    >>> speaks("favourable", 0.3), speaks("favourable", 0.02), speaks("even", 0.3)
    (True, False, False)
    """
    return verdict in (FAVOURABLE, CRITICAL) and abs(mean) >= SLIGHT


def lean(mean: float) -> str:
    """Which way a mean leans that decides nothing.

    >>> lean(-0.24), lean(0.3), lean(0.01)
    ('leans critical', 'leans favourable', 'leans neither way')
    """
    if abs(mean) < SLIGHT:
        return "leans neither way"
    return f"leans {CRITICAL if mean < 0 else FAVOURABLE}"


def kind(verdict: str, low: float, high: float) -> str:
    """A verdict as a reader counts it: "even" is two kinds, and a lean may be slight.

    >>> kind("even", -0.05, 0.09), kind("even", -0.5, 0.04), kind("critical", -0.19, -0.02)
    ('neither favourable nor critical', 'not clear', 'slightly critical')
    """
    if verdict == EVEN:
        return NEITHER if is_neither(low, high) else UNCLEAR
    slight = verdict in (FAVOURABLE, CRITICAL) and is_neither(low, high)
    return f"{SLIGHTLY}{verdict}" if slight else verdict


def in_words(verdict: str, mean: float, low: float, high: float) -> str:
    """A verdict as a sentence has it.

    >>> in_words("even", 0.02, -0.05, 0.09), in_words("even", -0.24, -0.5, 0.04)
    ('neither favourable nor critical', 'not clear: leans critical')
    >>> in_words("critical", -0.1, -0.19, -0.02)
    'slightly critical'
    """
    said = kind(verdict, low, high)
    return f"{UNCLEAR}: {lean(mean)}" if said == UNCLEAR else said
