"""The populations, once: which articles and which rows count, whose they are, and in what order.

Three sets of articles, each within the one before it:

    read      every row of the table articles: coverage, dates and sources are told of them
    analysed  those in English, copies too: their sentences are searched for names, voices, times
    counted   each text of those once: every count, rate and share of the analysis rests on them
"""

from __future__ import annotations

import pandas as pd

from pressbrief.tables.columns import UNKNOWN
from pressbrief.tables.mentions_schema import NAMING

LANGUAGE = "en"


def analysed(articles: pd.DataFrame) -> pd.DataFrame:
    """The articles whose sentences are analysed: those in English, copies among them."""
    return articles[articles["language"] == LANGUAGE]


def not_analysed(articles: pd.DataFrame) -> pd.DataFrame:
    """The articles that are read and listed only: those in other languages."""
    return articles[articles["language"] != LANGUAGE]


def copies(articles: pd.DataFrame) -> pd.DataFrame:
    """The articles whose text is an earlier one's."""
    return articles[articles["duplicate_of"] != ""]


def counted(articles: pd.DataFrame) -> pd.DataFrame:
    """The analysed articles, each text once, with their `source`.

    Of a text that was first published where it is not analysed, the first copy counts.
    """
    read = analysed(articles)
    text = _text(read)
    stands_in = ~text.isin(read["article_id"]) & ~text.duplicated()
    once = read[text.eq(read["article_id"]) | stands_in]
    return once.assign(source=source_of(once))


def source_of(articles: pd.DataFrame) -> pd.Series:
    """Each article's source: its publisher, or its file where the publisher is unknown."""
    return articles["publisher"].where(articles["publisher"] != UNKNOWN, articles["file"])


def sources(articles: pd.DataFrame) -> dict[str, str]:
    """The source of each article, by article_id."""
    return dict(zip(articles["article_id"], source_of(articles), strict=True))


def independent_sources(articles: pd.DataFrame) -> dict[str, str]:
    """The source whose text each article has, by article_id: of a copy it is its original's."""
    own = sources(articles)
    text = zip(articles["article_id"], _text(articles), strict=True)
    return {article_id: own.get(original, own[article_id]) for article_id, original in text}


def within(rows: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The rows of a table that stand in these articles."""
    return rows[rows["article_id"].isin(articles["article_id"])]


def within_counted(rows: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The rows of a table that stand in the counted articles, with the `source` and `file`."""
    return rows.merge(counted(articles)[["article_id", "source", "file"]], on="article_id")


def naming(mentions: pd.DataFrame) -> pd.DataFrame:
    """The mentions by a name, without the pronouns and descriptions that point back to one."""
    return mentions[mentions["kind"].isin(NAMING)]


def counted_mentions(mentions: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The mentions by a name in the counted articles, with the `source` and `file`."""
    return within_counted(naming(mentions), articles)


def dated(events: pd.DataFrame) -> pd.Series:
    """Which events are dated: to an interval that is told, not one that an article's age bounds."""
    return events["precision"] != UNKNOWN


def is_dated(event) -> bool:
    """Whether one row of the table events is dated."""
    return event.precision != UNKNOWN


def strongest_first(rows: pd.DataFrame, measure: str = "polarity") -> pd.DataFrame:
    """Rows by how far from zero a measure is, whichever way; equals stay in their order."""
    return rows.sort_values(measure, key=abs, ascending=False, kind="stable")


def _text(articles: pd.DataFrame) -> pd.Series:
    """The article_id under which each article's text was first published."""
    copied = articles["duplicate_of"] != ""
    return articles["duplicate_of"].where(copied, articles["article_id"])
