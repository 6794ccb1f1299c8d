"""Sentences and mentions to voices and stances: who says what, and how each speaks of whom.

`quotation.py` finds who speaks where, `targets.py` who is spoken of, by whom and how,
`propositions.py` on which side of a matter, `repeats.py` what an article only says again,
`sources.py` what each source says by and large.
"""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter

import pandas as pd

from pressbrief import tables
from pressbrief.stance.appraisal import propositions, repeats, source_means, targets
from pressbrief.stance.appraisal.polarity_corrections import replayed as corrected
from pressbrief.stance.appraisal.source_means import own_voice
from pressbrief.stance.attribution import quotation
from pressbrief.stance.attribution.quotation import Voice
from pressbrief.tables import select
from pressbrief.topic import Topic

__all__ = ["Voice", "build", "by_source", "corrected", "own_voice", "voices"]


def build(
    topic: Topic,
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    actors: pd.DataFrame,
    mentions: pd.DataFrame,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """A topic's tables so far as the voices and stances tables; only English articles are read."""
    said, named = _english(articles, sentences), _english(articles, mentions)
    spoken = voices(articles, sentences, mentions)
    rows = [
        *targets.stances(articles, said, actors, named, spoken, topic.targets),
        *propositions.stances(articles, said, spoken, topic.propositions),
    ]
    stances = pd.DataFrame(rows, columns=tables.TABLES["stances"].names[:-1])
    found = repeats.marked(stances, said)
    return tables.frame("voices", _rows(spoken)), tables.check("stances", found)


def voices(
    articles: pd.DataFrame, sentences: pd.DataFrame, mentions: pd.DataFrame
) -> dict[str, list[Voice]]:
    """The voices in each English article by article_id, with where their source and cue stand."""
    by_article: dict[str, list] = {}
    for row in _english(articles, mentions).itertuples():
        by_article.setdefault(row.article_id, []).append(row)
    said = _english(articles, sentences).itertuples()
    return {
        article_id: quotation.voices(list(group), by_article.get(article_id, []))
        for article_id, group in groupby(said, key=attrgetter("article_id"))
    }


def _english(articles: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    return select.within(rows, select.analysed(articles))


def by_source(
    articles: pd.DataFrame,
    actors: pd.DataFrame,
    stances: pd.DataFrame,
    *,
    min_sentences: int,
    confidence: float,
    resamples: int,
    seed: int,
) -> pd.DataFrame:
    """The stance_by_source table: each source's own stance toward each target (see sources.py)."""
    rows = source_means.by_source(
        articles,
        stances,
        min_sentences=min_sentences,
        confidence=confidence,
        resamples=resamples,
        seed=seed,
    )
    return tables.frame("stance_by_source", rows)


def _rows(voices: dict[str, list[Voice]]) -> list[tuple]:
    return [
        (article_id, voice.sentence, voice.start, voice.end, voice.kind, voice.speaker, voice.cue)
        for article_id, found in voices.items()
        for voice in found
    ]
