"""Counts of critical, other and favourable sentences, by article, as a balance with its ends.

The balance is the favourable share less the critical share, −1 to 1. The reader errs, so what it
counts is not what stands there: each of its answers is worth what makes the mean right on average
(the confusion matrix turned round; Rogan and Gladen 1978, for three classes). What a few sentences
say is weighed against half a sentence of each kind (Jeffreys), and the ends are those of the
distribution that this leaves (Dirichlet, normal approximation). Sentences of one article are no
independent witnesses: the more an article has, the less each is worth (design effect, Kish 1965).

Simulated over 2 to 40 articles the ends hold the truth in 93 to 100 of 100 (tests).
"""

from __future__ import annotations

from statistics import NormalDist
from typing import NamedTuple

import numpy as np

from pressbrief.stance.model import DECIMALS

# How often the reader finds a judgement in an author's own voice, takes it for its opposite, and
# sees one where there is none.
FOUND, TURNED = 0.65, 0.02
SEEN_CRITICAL, SEEN_FAVOURABLE = 0.02, 0.01
CONFUSION = np.array(
    [
        [FOUND, 1 - FOUND - TURNED, TURNED],
        [SEEN_CRITICAL, 1 - SEEN_CRITICAL - SEEN_FAVOURABLE, SEEN_FAVOURABLE],
        [TURNED, 1 - FOUND - TURNED, FOUND],
    ]
)
WORTH = np.linalg.solve(CONFUSION, [-1.0, 0.0, 1.0])
PRIOR = 0.5
# How alike the sentences of one article are (intraclass correlation), a usual value of clusters.
ALIKE = 0.05


class Balance(NamedTuple):
    """A balance as it is likely to be, and its ends; −1 to 1."""

    mean: float
    low: float
    high: float


def balance(counts: np.ndarray, confidence: float) -> Balance:
    """The balance of (articles, 3) counts of critical, other and favourable sentences.

    `confidence` is how surely the ends hold the truth, so far as the articles are like the
    source's others; with one article nothing says so.

    >>> balance(np.array([[6, 5, 0]]), 0.95).high < 0 < balance(np.array([[2, 9, 0]]), 0.95).high
    True
    """
    sizes = counts.sum(axis=1, keepdims=True)
    weighed = (counts / (1 + np.maximum(sizes - 1, 0) * ALIKE)).sum(axis=0) + PRIOR
    shares = weighed / weighed.sum()
    centre = shares @ WORTH
    spread = np.sqrt(max(shares @ WORTH**2 - centre**2, 0) / (weighed.sum() + 1))
    reach = NormalDist().inv_cdf((1 + confidence) / 2) * spread
    # Where no judgement is seen there is none to correct.
    mean = counts.sum(axis=0) @ WORTH / sizes.sum() if counts[:, [0, 2]].any() else 0.0
    ends = mean, min(centre - reach, mean), max(centre + reach, mean)
    return Balance(*(np.clip(ends, -1, 1).round(DECIMALS) + 0.0).tolist())
