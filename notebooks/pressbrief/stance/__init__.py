"""Sentences and mentions to voices and stances: who says what, and how each speaks of whom.

attribution/   who says what: voices.py, one article's sentences to its voices; referred.py, whom
               the reader takes for their speakers where no name stands beside the cue
appraisal/     who judges whom: targets.py what is asked of a sentence, appraiser.py what the reader
               answers and whose it is (holders.py), propositions.py the same for matters,
               repeats.py what is only said again; balance.py and verdicts.py what a source's
               judgements come to, source_verdicts.py of each source
"""

from __future__ import annotations

import pandas as pd

from pressbrief import tables
from pressbrief.stance.appraisal import appraiser, propositions, repeats, source_verdicts, targets
from pressbrief.stance.appraisal.holders import Holders
from pressbrief.stance.appraisal.polarity_corrections import replayed as corrected
from pressbrief.stance.appraisal.source_verdicts import Asked, own_voice
from pressbrief.stance.attribution import owning, referred, trees
from pressbrief.stance.attribution.voices import voices as voices_in
from pressbrief.stance.model import Voice
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
    """A topic's tables so far as the voices and stances tables; only English articles are read.

    `mentions` are all: names are what is spoken of, pronouns and descriptions may be who speaks.
    A row of stances is one holder's view of one target in one sentence, at the first place where
    that holder speaks of it.
    """
    said, found = _english(articles, sentences), _english(articles, mentions)
    spoken = voices(articles, sentences, mentions)
    holders = Holders(spoken, select.sources(articles))
    asked = list(targets.questions(said, actors, found, topic.targets))
    rows = [
        *appraiser.views(asked, holders),
        *propositions.views(said, topic.propositions, holders),
    ]
    stances = pd.DataFrame(rows, columns=tables.TABLES["stances"].names[:-1])
    marked = repeats.marked(stances, said)
    return tables.frame("voices", _spoken_rows(spoken, said)), tables.check("stances", marked)


def voices(
    articles: pd.DataFrame, sentences: pd.DataFrame, mentions: pd.DataFrame
) -> dict[str, list[Voice]]:
    """The voices in each English article by article_id, with where their source and cue stand.

    `mentions` are all: names are who may speak, pronouns say of whom the article says "she".
    """
    every = _by_article(_english(articles, mentions))
    named = _by_article(_english(articles, select.naming(mentions)))
    said = _by_article(_english(articles, sentences))
    parsed = trees.parsed(said)
    found = {id_: voices_in(rows, named.get(id_, []), parsed[id_]) for id_, rows in said.items()}
    settled = owning.settled(found, said, named, parsed)
    return referred.resolved(settled, said, every)


def by_source(
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    stances: pd.DataFrame,
    *,
    min_sentences: int,
    min_judgements: int,
    confidence: float,
) -> pd.DataFrame:
    """The stance_by_source table: each source's own stance toward each target."""
    asked = Asked(min_sentences, min_judgements, confidence)
    rows = source_verdicts.by_source(articles, sentences, stances, asked)
    return tables.frame("stance_by_source", rows)


def _english(articles: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    return select.within(rows, select.analysed(articles))


def _by_article(rows: pd.DataFrame) -> dict[str, list]:
    """A table's rows by article_id, in their order."""
    found: dict[str, list] = {}
    for row in rows.itertuples():
        found.setdefault(row.article_id, []).append(row)
    return found


def _spoken_rows(voices: dict[str, list[Voice]], sentences: pd.DataFrame) -> list[tuple]:
    spans = {(row.article_id, row.sentence): (row.start, row.end) for row in sentences.itertuples()}
    return [
        (
            *(article_id, voice.sentence, voice.start, voice.end, voice.kind, voice.speaker),
            *voice.named_in(spans[article_id, voice.sentence]),
            voice.cue,
        )
        for article_id, found in voices.items()
        for voice in found
    ]
