"""What each source itself says of each target: the mean over its sentences, and how sure it is."""

from __future__ import annotations

import pandas as pd

from pressbrief.stance.appraisal.interval import Judge, sampled
from pressbrief.stance.appraisal.verdicts import TOO_LITTLE, verdict
from pressbrief.tables import LIST_SEPARATOR, select


def by_source(
    articles: pd.DataFrame,
    stances: pd.DataFrame,
    *,
    min_sentences: int,
    confidence: float,
    resamples: int,
    seed: int,
) -> list[tuple]:
    """The rows of the stance_by_source table, by source and target.

    Only the source's own voice counts, only articles that duplicate no other, and each sentence of
    an article once, however often it stands there. `interval.py` says what `low` and `high` are. A
    source with several articles is resampled by article, since sentences of one article are no
    independent witnesses; a source with one article by sentence, which speaks for that article
    alone.

    `driven_by` names each article without which the verdict would be another, by file. It is
    empty where a source has one article only, since without it there is no row.
    """
    own = own_voice(stances, articles)
    judge = Judge(min_sentences, confidence, resamples, seed)
    return [(*pair, *_row(judge, said)) for pair, said in own.groupby(["source", "target"])]


def own_voice(stances: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The stances that count as a source's own, with `source` and `file`.

    Duplicates of another article are none, nor is what an article only says again.
    """
    own = (stances["voice"] == "author") & (stances["repeats"] == 0)
    return select.within_counted(stances[own], articles)


def _row(judge: Judge, said: pd.DataFrame) -> tuple:
    units = sampled(said, by_file=said["file"].nunique() > 1)
    mean, low, high = judge.interval(units)
    found = verdict(low, high, len(said), judge.fewest)
    return mean, low, high, len(said), said["file"].nunique(), found, _driven_by(judge, said, found)


def _driven_by(judge: Judge, said: pd.DataFrame, found: str) -> str:
    """The files, each of which alone decides the verdict: without it there would be another."""
    files = sorted(said["file"].unique())
    # Fewer sentences never make too little evidence enough.
    if len(files) < 2 or found == TOO_LITTLE:
        return ""
    if len(files) == 2:
        rests = [sampled(said[said["file"] != file], by_file=False) for file in files]
        ends = [judge.interval(rest) for rest in rests]
    else:
        ends = judge.without_each(sampled(said, by_file=True))
    counts = said["file"].value_counts()
    return LIST_SEPARATOR.join(
        file
        for file, (_, low, high) in zip(files, ends, strict=True)
        if verdict(low, high, len(said) - counts[file], judge.fewest) != found
    )
