"""Whole articles with all that was found marked in them, for those who may hand articles on."""

from __future__ import annotations

import pandas as pd

from pressbrief.sections import evidence, stance_views
from pressbrief.sections.entry import Bench
from pressbrief.sections.model import Article, Mark, Passage
from pressbrief.tables import select
from pressbrief.time.timex import in_words


def articles(bench: Bench) -> tuple[Article, ...]:
    """Each analysed article's kept text, with its names, speech, evaluations and times marked.

    None unless the parameter `whole_articles` asks for them.
    """
    if not bench.parameters.whole_articles:
        return ()
    sentences = bench.load("sentences")
    mentions, stances = bench.load("mentions"), bench.load("stances")
    found = evidence.spans(
        sentences,
        {
            "target": stance_views.marked(mentions, stances),
            "quotation": bench.load("voices"),
            "judgement": stance_views.evaluating(stances),
            "date": bench.load("expressions"),
        },
    )
    by_article = dict(list(sentences.groupby("article_id", sort=False)))
    return tuple(
        Article(
            article_id=row.article_id,
            file=row.file,
            source=bench.sources[row.article_id],
            dated=in_words(row.published_earliest, row.published_latest),
            passages=_passages(by_article[row.article_id], found),
        )
        for row in select.analysed(bench.load("articles")).sort_values("file").itertuples()
        if row.article_id in by_article
    )


def _passages(
    sentences: pd.DataFrame, found: dict[tuple[str, int], list[Mark]]
) -> tuple[Passage, ...]:
    return tuple(
        Passage(
            sentence=row.sentence,
            paragraph=row.paragraph,
            text=row.text,
            marks=tuple(found.get((row.article_id, row.sentence), ())),
        )
        for row in sentences.sort_values("sentence").itertuples()
    )
