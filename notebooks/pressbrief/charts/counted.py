"""Which articles and mentions a chart counts, and under which source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

import pandas as pd

from pressbrief.mentions.kinds import naming
from pressbrief.sections.names import source_of

# Evidence ids of each (article_id, actor).
Evidence = Mapping[tuple[str, str], Sequence[str]]

MOST_EVIDENCE = 8
# Rates are mentions per so many words.
PER = 1000


def analysed(articles: pd.DataFrame) -> pd.DataFrame:
    """The English articles, each text once, with their `source`: the publisher, else the file."""
    once = articles["duplicate_of"].eq("") & articles["language"].eq("en")
    return articles.assign(source=source_of(articles))[once]


def mentioned(mentions: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The mentions by name in those articles, with their `source`."""
    source = analysed(articles).set_index("article_id")["source"]
    found = naming(mentions)
    found = found[found["article_id"].isin(source.index)]
    return found.assign(source=found["article_id"].map(source))


def most_first(values: pd.Series) -> pd.Series:
    """How often each value stands there, the most frequent first, then by name."""
    counts = values.groupby(values).size()
    return counts.sort_index().sort_values(ascending=False, kind="stable")


def gathered(evidence: Evidence, articles: Sequence[str], actor: str) -> tuple[str, ...]:
    """The first evidence ids of an actor in several articles, one article after the other."""
    ids = (one for article in articles for one in evidence.get((article, actor), ()))
    return tuple(islice(dict.fromkeys(ids), MOST_EVIDENCE))
