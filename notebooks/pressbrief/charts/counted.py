"""Counts in order, rates, and the evidence behind them, as several charts have them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

import pandas as pd

# Evidence ids of each (article_id, actor).
Evidence = Mapping[tuple[str, str], Sequence[str]]

MOST_EVIDENCE = 8
# Rates are mentions per so many words.
PER = 1000


def most_first(values: pd.Series) -> pd.Series:
    """How often each value stands there, the most frequent first, then by name."""
    counts = values.groupby(values).size()
    return counts.sort_index().sort_values(ascending=False, kind="stable")


def gathered(evidence: Evidence, articles: Sequence[str], actor: str) -> tuple[str, ...]:
    """The first evidence ids of an actor in several articles, one article after the other."""
    ids = (one for article in articles for one in evidence.get((article, actor), ()))
    return tuple(islice(dict.fromkeys(ids), MOST_EVIDENCE))
