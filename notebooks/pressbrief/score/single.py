"""Single sentences with their actors marked, as the tables that the stance room is given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from pressbrief import tables
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
    """A topic whose targets are all the actors, and articles, sentences, actors and mentions.

    Each sentence is an article of one sentence, whose id is the sentence's number.
    """
    names = tuple(dict.fromkeys(one.actor for one in marked))
    return Topic("score", Path(), "score", targets=names), (
        tables.frame("articles", [_article(str(number)) for number in range(len(sentences))]),
        tables.frame(
            "sentences",
            [
                (str(number), 1, 1, 0, len(text), "body", text)
                for number, text in enumerate(sentences)
            ],
        ),
        tables.frame("actors", [(name, actor_type, "", name, "topic") for name in names]),
        tables.frame("mentions", [_mention(one, sentences, actor_type) for one in marked]),
    )


def _article(article_id: str) -> dict:
    row = {column.name: EMPTY[column.kind] for column in TABLES["articles"].columns}
    row |= dict.fromkeys((*UNKNOWN, "published_precision", "published_basis"), "unknown")
    return row | {"article_id": article_id, "file": article_id, "language": LANGUAGE}


def _mention(one: Marked, sentences: Sequence[str], actor_type: str) -> tuple:
    surface = sentences[one.sentence][one.start : one.end]
    return str(one.sentence), 1, one.start, one.end, surface, one.actor, actor_type, "name"
