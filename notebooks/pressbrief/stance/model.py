"""What the rooms of stance name alike: a voice, what an appraiser is asked, and a view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pressbrief.tables import LIST_SEPARATOR
from pressbrief.tables.columns import UNKNOWN

Range = tuple[int, int]
AUTHOR = "author"
# Whose view it is where somebody judges whom nothing names: "critics", "is accused of".
UNNAMED = UNKNOWN
DECIMALS = 4


@dataclass(frozen=True)
class Voice:
    """What one speaker says at start:end of one sentence (offsets into the article).

    `source_at` and `cue_at`: where the phrase that names the speaker and the cue stand.
    """

    sentence: int
    start: int
    end: int
    kind: str
    speaker: str
    cue: str
    source_at: Range | None = None
    cue_at: Range | None = None

    def named_in(self, sentence: Range) -> Range:
        """Where a sentence (start, end) names the speaker; 0, 0 if it does not.

        >>> said = Voice(1, 12, 40, "indirect", "Japan", "said", (0, 5), (6, 10))
        >>> said.named_in((0, 41)), said.named_in((42, 80))
        ((0, 5), (0, 0))
        """
        at = self.source_at
        return at if at and sentence[0] <= at[0] and at[1] <= sentence[1] else (0, 0)


class Question(NamedTuple):
    """What an appraiser is asked: who judges a target in a sentence, `text`, that names it.

    `offset`: where the sentence begins in its article; `places`: where it names the target, or
    one of its parts;
    `others`: who else may judge, each at a place, and "" for somebody whom a pronoun leaves open;
    `own`: those who would judge themselves, the target and its parts; `heading`: whether it is a
    heading within its article.
    """

    article_id: str
    sentence: int
    offset: int
    target: str
    text: str
    places: Sequence[Range]
    others: Sequence[tuple[str, Range]]
    own: frozenset[str]
    heading: bool = False


class Appraisal(NamedTuple):
    """How a sentence speaks of a target: three probabilities; polarity is positive − negative."""

    polarity: float
    p_negative: float
    p_neutral: float
    p_positive: float

    @classmethod
    def of(cls, negative: float, positive: float) -> Appraisal:
        """The appraisal with these two probabilities, to DECIMALS; what they leave is neutral.

        >>> Appraisal.of(0.25, 0.5)
        Appraisal(polarity=0.25, p_negative=0.25, p_neutral=0.25, p_positive=0.5)
        """
        negative, positive = (round(float(one), DECIMALS) for one in (negative, positive))
        neutral = max(round(1 - negative - positive, DECIMALS), 0.0)
        return cls(round(positive - negative, DECIMALS), negative, neutral, positive)


NEITHER = Appraisal.of(0, 0)


class View(NamedTuple):
    """A row of the stances table, but for `repeats`."""

    article_id: str
    sentence: int
    start: int
    end: int
    target: str
    holder: str
    voice: str
    polarity: float
    p_negative: float
    p_neutral: float
    p_positive: float
    portrayal: float = 0.0
    expression_start: int = 0
    expression_end: int = 0


def several(speakers: Sequence[str]) -> str:
    """Speakers as the tables have them, each once; `holders` takes them apart again."""
    return LIST_SEPARATOR.join(dict.fromkeys(speakers))


def holders(speaker: str) -> list[str]:
    """Each of those who speak as one.

    >>> holders(several(["China", "Pakistan"]))
    ['China', 'Pakistan']
    """
    return speaker.split(LIST_SEPARATOR)
