"""When each article was published, as an interval that its evidence supports, and on what basis."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pandas as pd

from pressbrief import tables
from pressbrief.dating.across import Account, account, by_name, shared_happenings
from pressbrief.dating.constraints import Constraint, Dated, Strength, solve
from pressbrief.dating.stated import stated
from pressbrief.dating.told import evidence
from pressbrief.timex import find
from pressbrief.topic import OriginArticle

__all__ = ["date_articles"]


def date_articles(
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    texts: pd.DataFrame,
    origins: Mapping,
    as_of: date,
) -> pd.DataFrame:
    """The articles with their publication intervals, precision and basis filled in.

    `origins` holds what origin.toml says of a file; nothing is published after `as_of`.
    """
    text_of = dict(zip(texts["article_id"], texts["text"], strict=True))
    kept = {key: part["text"].tolist() for key, part in sentences.groupby("article_id", sort=False)}
    own, accounts = [], []
    for row in articles.itertuples():
        said = kept.get(row.article_id, []) if row.language == "en" else []
        times = [find(sentence) for sentence in said]
        text = text_of.get(row.article_id, "")
        found = _stated(origins.get(row.file), text, as_of)
        if row.language == "en":
            found += evidence(said, times, text, as_of)
        own.append(found)
        accounts.append(account(row.file, said, times) if said else None)
    index = by_name(one for one in accounts if one)
    solved = [
        solve(found + _from_others(one, index, solve(found, as_of)), as_of)
        for found, one in zip(own, accounts, strict=True)
    ]
    return tables.check("articles", articles.assign(**_columns(solved)))


def _stated(origin: OriginArticle | None, text: str, as_of: date) -> list[Constraint]:
    """What is stated of an article's date, from outside it and in its head."""
    found = []
    if origin and origin.published:
        day = date.fromisoformat(origin.published)
        basis = f"{origin.basis('published')} says so"
        found.append(Constraint(day, day, Strength.GIVEN, basis))
    return found + stated(text, origin.url if origin else "", as_of)


def _from_others(
    one: Account | None, index: dict[str, list[Account]], alone: Dated
) -> list[Constraint]:
    """What the other articles add for one that is not dated to the week by itself."""
    dated = one is None or alone.precision in ("day", "week")
    return [] if dated else shared_happenings(one, index)


def _columns(solved: list[Dated]) -> dict[str, list[str]]:
    return {
        "published_earliest": [one.earliest.isoformat() if one.earliest else "" for one in solved],
        "published_latest": [one.latest.isoformat() if one.latest else "" for one in solved],
        "published_precision": [one.precision for one in solved],
        "published_basis": [one.basis for one in solved],
    }
