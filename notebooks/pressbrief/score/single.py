"""Single sentences with their actors marked, as the tables that the stance room is given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from pressbrief import mentions, tables
from pressbrief.tables.schemas import TABLES
from pressbrief.tables.select import LANGUAGE
from pressbrief.topic import Topic

EMPTY = {"text": "", "date": "", "integer": 1, "number": 0.0}
UNKNOWN = ("publisher", "publisher_basis", "headline", "headline_basis", "authors")


@dataclass(frozen=True)
class Marked:
    """An actor named at start:end of the sentence with this number."""

    sentence: int
    start: int
    end: int
    actor: str


def given(
    sentences: Sequence[str], marked: Sequence[Marked], actor_type: str
) -> tuple[Topic, tuple[pd.DataFrame, ...]]:
    """A topic whose targets are the marked actors, and articles, sentences, actors and mentions.

    Each sentence is an article of one sentence, whose id is the sentence's number. Whoever else is
    named in it is an actor too, as in a briefing: he may be who judges.
    """
    names = tuple(dict.fromkeys(one.actor for one in marked))
    articles = tables.frame("articles", [_article(str(n)) for n in range(len(sentences))])
    rows = [(str(n), 1, 1, 0, len(text), "body", text) for n, text in enumerate(sentences)]
    said = tables.frame("sentences", rows)
    others, found = mentions.build(Topic("score", Path(), "score"), articles, said)
    taken: dict[str, list[Marked]] = {}
    for one in marked:
        taken.setdefault(str(one.sentence), []).append(one)
    free = [
        all(one.end <= row.start or row.end <= one.start for one in taken.get(row.article_id, []))
        for row in found.itertuples()
    ]
    own = [_mention(one, sentences, actor_type) for one in marked]
    given_ = tables.frame("actors", [(name, actor_type, "", name, "topic") for name in names])
    return Topic("score", Path(), "score", targets=names), (
        articles,
        said,
        pd.concat([given_, others[~others["actor"].isin(names)]], ignore_index=True),
        pd.concat([tables.frame("mentions", own), found[free]], ignore_index=True),
    )


def _article(article_id: str) -> dict:
    row = {column.name: EMPTY[column.kind] for column in TABLES["articles"].columns}
    row |= dict.fromkeys((*UNKNOWN, "published_precision", "published_basis"), "unknown")
    return row | {"article_id": article_id, "file": article_id, "language": LANGUAGE}


def _mention(one: Marked, sentences: Sequence[str], actor_type: str) -> tuple:
    surface = sentences[one.sentence][one.start : one.end]
    return str(one.sentence), 1, one.start, one.end, surface, one.actor, actor_type, "name"
