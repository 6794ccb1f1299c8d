"""Sentences to mentions: who is talked about, under which name, and where.

A mention is the longest form of an actor's name in kept text that names the actor there:
`names.py` finds the forms, `context.py` and `capitals.py` read the words around them.
"""

from __future__ import annotations

import re

import pandas as pd

from pressbrief import tables
from pressbrief.mentions import capitals, context
from pressbrief.mentions.names import FIELDS, Forms, Found, plain
from pressbrief.topic import Actor, Topic

__all__ = ["build"]

LANGUAGE = "en"
SMALL_WORD = re.compile(r"\b[^\W\d_A-Z]\w*")


def build(
    topic: Topic, articles: pd.DataFrame, sentences: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """A topic, its articles and sentences as the actors and mentions tables.

    Only English articles are read.
    """
    forms = Forms(topic)
    read = set(articles.loc[articles["language"] == LANGUAGE, "article_id"])
    rows: list[tuple] = []
    for article_id, said in sentences.groupby("article_id", sort=False):
        if article_id in read:
            rows += _in_article(forms, said)
    actors = [_actor(actor) for actor in topic.actors]
    return tables.frame("actors", actors), tables.frame("mentions", rows)


def _actor(actor: Actor) -> tuple:
    said = [actor.name, *(text for field in FIELDS.values() for text in getattr(actor, field))]
    names = tables.LIST_SEPARATOR.join(dict.fromkeys(said))
    return actor.name, actor.type, actor.part_of, names, "topic"


def _in_article(forms: Forms, sentences: pd.DataFrame) -> list[tuple]:
    texts = list(sentences["text"])
    small = frozenset(word for text in texts for word in SMALL_WORD.findall(text))
    rows = []
    found = forms.in_article(texts)
    for row, text, ones in zip(sentences.itertuples(), texts, found, strict=True):
        line = context.Line(plain(text), ones, small)
        for one in _naming(forms, line):
            actor = one.actor
            span = (row.start + one.start, row.start + one.end, text[one.start : one.end])
            rows.append(
                (row.article_id, row.sentence, *span, actor.name, actor.type, one.form.kind)
            )
    return rows


def _naming(forms: Forms, line: context.Line) -> list[Found]:
    kept: list[Found] = []
    was_place: bool | None = None
    for one in line.found:
        if (
            context.is_common_word(line, one)
            or context.owned_by_another(line, one, forms.family(one.actor))
            or context.in_longer_name(line, one)
        ):
            continue
        if one.form.kind == "metonym":
            was_place = capitals.is_place(line, one, was_place)
            if was_place:
                continue
        kept.append(one)
    return kept
