"""The mean polarity of sentences with its interval, and the same without each article in turn.

The interval is the middle of the means of bootstrap samples of the sentences (percentile method,
Efron and Tibshirani 1993, chapter 13). Sentences that all look alike have no spread to resample,
and are not certain for that: there the interval is as wide as the reader is unsure of them. Each
polarity is the expectation of an outcome −1, 0 or 1 with the reader's probabilities, and the mean
of such outcomes has a variance (normal approximation).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from statistics import NormalDist
from typing import NamedTuple

import numpy as np
import pandas as pd

DIGITS = 4
SPREAD = 1e-9  # less is rounding
# Numbers held at a time, and up to how many units the drawn samples are kept for the next pair.
BLOCK, KEPT = 2_000_000, 60
Ends = tuple[float, float, float]


class Units(NamedTuple):
    """What is resampled, articles or sentences: of each the sum and variance of its polarities
    and how many sentences it has.
    """

    sums: np.ndarray
    variances: np.ndarray
    counts: np.ndarray


def sampled(said: pd.DataFrame, *, by_file: bool) -> Units:
    """The rows of stances as the units that are resampled: by file, in its order, or each alone."""
    own = pd.DataFrame(
        {
            "sum": said["polarity"],
            "variance": said["p_negative"] + said["p_positive"] - said["polarity"] ** 2,
            "count": 1.0,
        }
    )
    if by_file:
        own = own.groupby(said["file"].to_numpy(), sort=True).sum()
    sums, variances, counts = (own[name].to_numpy(float) for name in own)
    return Units(sums, np.maximum(variances, 0), counts)


class Judge:
    """Means and intervals: the same samples for as many units, whatever else is measured."""

    def __init__(self, fewest: int, confidence: float, resamples: int, seed: int):
        self.fewest = fewest
        self._tails = 50 * (1 - confidence), 50 * (1 + confidence)
        self._resamples = resamples
        self._seed = seed
        self._reach = NormalDist().inv_cdf((1 + confidence) / 2)
        self._kept = cache(lambda size: list(self._drawn(size)))

    def interval(self, units: Units) -> Ends:
        """Mean, low and high, each from −1 to 1."""
        return self._ends(Units(*(part[:, None] for part in units)))[0]

    def without_each(self, units: Units) -> list[Ends]:
        """Mean, low and high of what is left without the first unit, without the second, …"""
        size = len(units.sums)
        rest, wide = np.arange(1, size)[:, None], max(BLOCK // self._resamples, 1)
        ends: list[Ends] = []
        for first in range(0, size, wide):
            left_out = np.arange(first, min(first + wide, size))
            others = rest - (rest <= left_out)
            ends += self._ends(Units(*(part[others] for part in units)))
        return ends

    def _ends(self, units: Units) -> list[Ends]:
        """Mean, low and high of each column."""
        means = [
            (times @ units.sums) / (times @ units.counts)
            for times in self._samples(len(units.sums))
        ]
        low, high = np.percentile(np.concatenate(means), self._tails, axis=0)
        sentences = units.counts.sum(axis=0)
        mean = units.sums.sum(axis=0) / sentences
        read = self._reach * np.sqrt(units.variances.sum(axis=0)) / sentences
        alike = high - low < SPREAD
        low = np.where(alike, mean - read, np.minimum(low, mean))
        high = np.where(alike, mean + read, np.maximum(high, mean))
        ends = mean, low, high
        rounded = np.stack(ends).clip(-1, 1).round(DIGITS) + 0.0
        return [tuple(column) for column in rounded.T.tolist()]

    def _samples(self, size: int) -> Iterator[np.ndarray]:
        return iter(self._kept(size)) if size <= KEPT else self._drawn(size)

    def _drawn(self, size: int) -> Iterator[np.ndarray]:
        """How often each of `size` units is in each bootstrap sample, in blocks of samples."""
        draw = np.random.default_rng(self._seed)
        block = max(BLOCK // size, 1)
        for done in range(0, self._resamples, block):
            rows = min(block, self._resamples - done)
            yield draw.multinomial(size, np.full(size, 1 / size), rows).astype(float)
