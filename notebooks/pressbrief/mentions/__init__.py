"""Sentences to mentions: who is talked about, under which name, and where.

`listed.py` finds the actors that the topic lists, and states; `recognition.py` the other names
that the reader sees; `linking.py` says whom each of those stands for, `actors.py` what that actor
is called, `parts.py` what it is part of, and `referring.py` whom a pronoun points back to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pandas as pd

from pressbrief import tables
from pressbrief.mentions import (
    actor_corrections,
    actors,
    bodies,
    gazetteer,
    incumbents,
    linking,
    listed,
    namesakes,
    parts,
    recognition,
    referring,
    shortened,
    states,
)
from pressbrief.mentions.actors import Known, Row
from pressbrief.mentions.model import Article
from pressbrief.mentions.surface_forms import Forms
from pressbrief.tables.select import naming
from pressbrief.topic import Topic
from pressbrief.topic.corrections import CorrectionError

__all__ = ["build", "offices", "targets"]

# As many as a chart of stance shows legibly; a guess.
TARGETS = 7


def build(
    topic: Topic,
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    unmet: list[CorrectionError] | None = None,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """A topic, its articles and sentences as the actors and mentions tables.

    Only English articles are read. Actors stand as the topic lists them, then those discovered,
    most named first. A correction that does not hold is put into `unmet`, without that it raises.
    """
    read = list(recognition.articles_of(articles, sentences))
    known, rows = _found(topic, read, _days(articles))
    parts.add(read, rows, known)
    rows += referring.found(read, rows, known)
    made = (
        tables.frame("actors", [one.row for one in known.values()]),
        tables.frame("mentions", _in_order(read, rows)),
    )
    return actor_corrections.replayed(topic.corrections, articles, *made, unmet=unmet)


def targets(topic: Topic, actors_: pd.DataFrame, mentions: pd.DataFrame) -> tuple[str, ...]:
    """Those toward whom stance is measured: as the topic says, or if it says none the most named
    persons, organisations, states and groups; of several articles, those that two name.
    """
    if topic.targets:
        return topic.targets
    named = naming(mentions)
    sure = set(actors_.loc[actors_["origin"] != "unresolved", "actor"])
    named = named[named["actor"].isin(sure) & (named["actor_type"] != "place")]
    fewest = min(2, named["article_id"].nunique())
    counts = named.groupby("actor").agg(n=("start", "size"), a=("article_id", "nunique"))
    counts = counts[counts["a"] >= fewest].sort_index()
    return tuple(counts.sort_values("n", ascending=False, kind="stable").index[:TARGETS])


def offices(
    articles: pd.DataFrame, sentences: pd.DataFrame, mentions: pd.DataFrame
) -> pd.DataFrame:
    """The offices table: which office the articles say each person to hold, or to have held.

    Most said first; each stands by the earliest article that says so, dated articles first.
    """
    rows = [Row(*row) for row in naming(mentions).itertuples(index=False)]
    held = parts.holders(recognition.articles_of(articles, sentences), rows)
    return tables.frame("offices", incumbents.rows(held, articles))


def _days(articles: pd.DataFrame) -> dict[str, str]:
    """The last day on which each article can have been published, where that is known."""
    days = zip(articles["article_id"], articles["published_latest"], strict=True)
    return {article_id: day for article_id, day in days if day}


def _found(
    topic: Topic, read: list[Article], days: dict[str, str]
) -> tuple[dict[str, Known], list[Row]]:
    """Everybody known by name, listed ones first, and the rows that name them."""
    seen = {
        id_: [shortened.state(one) for one in ones]
        for id_, ones in recognition.of_articles(read).items()
    }
    states_ = gazetteer.beside(topic.actors, states.states())
    bodies_ = gazetteer.beside(topic.actors, bodies.bodies())
    forms = Forms(topic, states_)
    rows: list[Row] = []
    counts: dict[str, Counter] = {}
    for article in read:
        id_ = article.article_id
        named, seen[id_] = listed.in_article(forms, article, seen[id_])
        rows += [_listed_row(article, *one) for one in named]
        counts[id_] = Counter(one.found.actor.name for one in named)
    linked = linking.link(read, seen, counts, topic.actors, bodies_, days)
    linked = namesakes.apart(read, linked)
    known = actors.known(topic, [*states_, *bodies_], rows, linked)
    by_id = {article.article_id: article for article in read}
    for one, key in linked:
        actor = known[key]
        surface = by_id[one.article_id].cut(one.sentence, one.start, one.end)
        kind = actors.kind(one.text, actor)
        place = one.article_id, one.sentence, one.start, one.end
        rows.append(Row(*place, surface, actor.name, actor.type, kind))
    return {actor.name: actor for actor in known.values()}, _in_order(read, rows)


def _listed_row(article: Article, sentence: int, start: int, end: int, found) -> Row:
    surface = article.cut(sentence, start, end)
    actor = found.actor
    return Row(article.article_id, sentence, start, end, surface, actor.name, actor.type,
               found.form.kind)  # fmt: skip


def _in_order(read: Iterable[Article], rows: list[Row]) -> list[Row]:
    place = {article.article_id: number for number, article in enumerate(read)}
    return sorted(rows, key=lambda row: (place[row.article_id], row.start, row.end))
