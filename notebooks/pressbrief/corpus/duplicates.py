"""Articles with the same text: all but the earliest point at the earliest."""

from __future__ import annotations

import hashlib
import re

import pandas as pd

NOT_WORD = re.compile(r"[\W_]+")
LAST_DAY = "9999-12-31"


def fingerprint(sentences: list[str]) -> str:
    """SHA-256 of sentences less case, space and punctuation.

    >>> fingerprint(["Japan said: “Yes.”"]) == fingerprint(["JAPAN  said", "yes"])
    True
    """
    letters = NOT_WORD.sub("", "".join(sentences).casefold())
    return hashlib.sha256(letters.encode("utf-8")).hexdigest()


def mark(articles: pd.DataFrame, fingerprints: list[str]) -> pd.DataFrame:
    """The articles with `duplicate_of` set; `fingerprints` go with the rows.

    Of equal texts the earliest published stands, and of those the first by file; an article
    without a date comes after those with one.
    """
    told = articles["published_earliest"].where(articles["published_earliest"] != "", LAST_DAY)
    order = articles.assign(told=told, fingerprint=fingerprints).sort_values(
        ["told", "file"], kind="stable"
    )
    first = order.groupby("fingerprint")["article_id"].transform("first")
    duplicate_of = first.where(first != order["article_id"], "")
    return articles.assign(duplicate_of=duplicate_of.reindex(articles.index))
