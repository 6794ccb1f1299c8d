"""What corrections.toml says of single polarities, replayed on the stances table."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from pressbrief.stance.appraisal.verdicts import evaluates, evaluations
from pressbrief.topic.corrections import (
    Correction,
    CorrectionError,
    broken,
    nearest,
    numbered,
    replay,
)

# An expected polarity is given as tables and charts print it, to two decimals.
NEAR = 0.0051


def replayed(
    all_: Sequence[Correction],
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    stances: pd.DataFrame,
    *,
    after: int = 0,
    unmet: list[CorrectionError] | None = None,
) -> pd.DataFrame:
    """The stances table with the corrections of polarities, in their order.

    Of several holders' rows those are meant that have the expected polarity. A corrected row has
    no doubt but what its polarity leaves: −0.5 is half negative, half neutral. Words that
    evaluated the other way, or now do not, are no longer its words.
    Those up to number `after` are in the table already. CorrectionError names the first entry
    whose file, sentence, target or expected polarity is not there; with `unmet` it is put there
    and left out.
    """

    def corrected(at: int, one: Correction, stances: pd.DataFrame) -> pd.DataFrame:
        rows = _meant(at, one, articles, sentences, stances)
        found = stances.loc[rows, "polarity"]
        rows &= (stances["polarity"] - one.expected).abs() <= NEAR
        if not rows.any():
            remedy = "set `expected` to what is found if it still stands, or take the entry out"
            broken(at, one, round(float(found.iloc[0]), 2), remedy)
        new = float(one.new or 0)
        turned = rows & (evaluations(stances["polarity"]) != evaluates(new))
        chances = [new, max(-new, 0.0), 1 - abs(new), max(new, 0.0)]
        stances.loc[rows, ["polarity", "p_negative", "p_neutral", "p_positive"]] = chances
        stances.loc[turned, ["expression_start", "expression_end"]] = 0
        return stances

    return replay(stances.copy(), numbered(all_, "stance", after=after), corrected, unmet)


def _meant(at: int, one: Correction, articles, sentences, stances) -> pd.Series:
    """Which rows of stances a correction means; an error where there is none, or no one text."""
    read = articles.loc[articles["file"] == one.file, "article_id"]
    if read.empty:
        remedy = "name a file of the table articles"
        there = dict(zip(articles["file"], articles["file"], strict=True))
        broken(at, one, f"no article {one.file!r}", remedy + nearest(one.file, there))
    whole = sentences[sentences["article_id"].isin(read)]
    begin = " ".join(one.sentence.split())
    begins = [" ".join(text.split()).startswith(begin) for text in whole["text"]]
    said = whole[pd.Series(begins, whole.index, dtype=bool)]
    if said["text"].nunique() != 1:
        found = f"{len(said)} sentences in {one.file!r} that begin with {one.sentence!r}"
        remedy = "give the sentence as the table sentences has it, or more of it"
        texts = whole["text"] if said.empty else said["text"]
        near = {text[: len(begin)]: text for text in texts}
        wholes = dict(zip(texts, texts, strict=True))
        broken(at, one, found, remedy + nearest(begin, near | wholes))
    rows = stances["article_id"].isin(read) & stances["sentence"].isin(said["sentence"])
    rows &= stances["target"] == one.target
    if not rows.any():
        targets = sorted(stances.loc[stances["article_id"].isin(read), "target"].unique())
        found = f"no stance toward {one.target!r} there"
        broken(at, one, found, f"name a target of that sentence; its file has {targets}")
    return rows
