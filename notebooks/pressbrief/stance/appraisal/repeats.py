"""Sentences that an article says again: word for word the same, they are one observation."""

from __future__ import annotations

import re

import pandas as pd

WORD = re.compile(r"\w+")


def marked(stances: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """The stances with `repeats`: the earlier sentence of the same words, target and holder, or 0.

    A question that stands at the top and again further down is asked once; case and marks do not
    make it another.
    """
    said = {(row.article_id, row.sentence): words(row.text) for row in sentences.itertuples()}
    keys = zip(stances["article_id"], stances["sentence"], strict=True)
    alike = stances.assign(words=[said[key] for key in keys])
    same = ["article_id", "target", "holder", "voice", "words"]
    first = alike.groupby(same, sort=False)["sentence"].transform("min")
    return stances.assign(repeats=first.where(first < stances["sentence"], 0))


def words(text: str) -> str:
    """A sentence's words alone.

    >>> words("Is Japan late?") == words("IS JAPAN “LATE”")
    True
    """
    return " ".join(WORD.findall(text.casefold()))
