"""The days that matter: which days of a corpus its articles tell most of, and look back on."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from math import log1p

import pandas as pd

from pressbrief.tables import select

NO_DAY = ("DURATION", "SET")


def days_that_matter(articles: pd.DataFrame, expressions: pd.DataFrame) -> pd.DataFrame:
    """The days of the time in which a corpus appeared, the most salient first.

    `published` counts the articles of a day, `mentions` the expressions that name it, `articles`
    those that do, `later` the days after it on which an article does. `salience` is the sum of the
    logarithms of one and `published`, one and `published` on the day after, when papers tell what
    happened, and one and `later`. Only what counts is looked at (tables.select); an article that
    is not dated to a day, and an expression that is wider than a day, say nothing.
    """
    kept = select.counted(articles)
    one_day = kept["published_earliest"].eq(kept["published_latest"])
    dated = kept[one_day & kept["published_earliest"].ne("")]
    appeared = dict(zip(dated["article_id"], dated["published_earliest"], strict=True))
    if not appeared:
        return _table([])
    published = dated["published_earliest"].value_counts().to_dict()
    mentions, tellers, later = _named(expressions, set(kept["article_id"]), appeared)
    first, last = min(published), max(published)
    rows = [
        {
            "day": day,
            "published": published.get(day, 0),
            "mentions": mentions.get(day, 0),
            "articles": len(tellers.get(day, ())),
            "later": len(later.get(day, ())),
            "salience": log1p(published.get(day, 0))
            + log1p(published.get(_next(day), 0))
            + log1p(len(later.get(day, ()))),
        }
        for day in sorted({*published, *mentions})
        if first <= day <= last
    ]
    return _table(sorted(rows, key=lambda row: -row["salience"]))


def _named(expressions: pd.DataFrame, known: set[str], appeared: dict[str, str]) -> tuple:
    """By day how often it is named, by which articles, and on which days after it."""
    mentions: dict[str, int] = defaultdict(int)
    tellers: dict[str, set[str]] = defaultdict(set)
    later: dict[str, set[str]] = defaultdict(set)
    one_day = expressions["earliest"].ne("") & expressions["earliest"].eq(expressions["latest"])
    timed = ~expressions["type"].isin(NO_DAY) & ~expressions["value"].str.endswith("_REF")
    for row in expressions[one_day & timed].itertuples():
        if row.article_id not in known:
            continue
        mentions[row.earliest] += 1
        tellers[row.earliest].add(row.article_id)
        if appeared.get(row.article_id, "") > row.earliest:
            later[row.earliest].add(appeared[row.article_id])
    return mentions, tellers, later


def _next(day: str) -> str:
    try:
        return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    except OverflowError:  # 31 December 9999
        return ""


def _table(rows: list[dict]) -> pd.DataFrame:
    columns = ["day", "published", "mentions", "articles", "later", "salience"]
    return pd.DataFrame(rows, columns=columns)
