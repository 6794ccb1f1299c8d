"""Mentions → tables for readers: every actor, who is absent where, who holds which office."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

import pandas as pd

from pressbrief.english.days import in_words
from pressbrief.mentions import confusable
from pressbrief.sections import evidence
from pressbrief.sections.model import DataTable
from pressbrief.sections.wording.names import Names
from pressbrief.sections.wording.phrase import joined, quoted, say
from pressbrief.sections.wording.words import elsewhere
from pressbrief.tables import select

SHOWN = 60
ABSENT, ACTORS = 12, 20
# An absence is conspicuous where chance would bring it about in one of so many cases at most.
CHANCE = 0.05
OFFICES = 30


def actors(
    mentions: pd.DataFrame, actors: pd.DataFrame, articles: pd.DataFrame, most: int
) -> DataTable:
    """The actors most named: mentions, a rate, the articles; and the listed ones never named.

    The mentions and articles are all that are analysed; the rate is of those that count, copies
    once, in as many words as these have.
    """
    named = select.naming(mentions)
    words = select.counted(articles)["words"].sum()
    often = select.counted_mentions(mentions, articles)["actor"].value_counts()
    origin = dict(zip(actors["actor"], actors["origin"], strict=True))
    counts = named["actor"].value_counts()
    shown = named[named["actor"].isin(counts.index[:SHOWN])]
    groups = dict(list(shown.groupby("actor", sort=False)))
    rows, behind = [], []
    for actor, count in counts.iloc[:SHOWN].items():
        mine = groups[actor]
        counted = int(often.get(actor, 0))
        rate = round(1000 * counted / words, 1)
        known = mine["actor_type"].iloc[0], origin.get(actor, "topic")
        rows.append((actor, *known, count, counted, rate, mine["article_id"].nunique()))
        behind.append(evidence.ids(evidence.spread(mine), most))
    listed = actors.loc[actors["origin"] == "topic", "actor"]
    absent = sorted(set(listed) - set(named["actor"]))
    notes = [say("Listed and never named: {}.", quoted(", ".join(absent)))] if absent else []
    if len(counts) > SHOWN:
        notes.append(elsewhere(len(counts) - SHOWN, "mentions", "actor", "named less"))
    return DataTable(
        id="actors",
        title="The actors named most" if len(counts) > SHOWN else "The actors found by name",
        columns=("actor", "type", "named by", "mentions", "duplicates once", "per 1,000 words",
                 "articles"),
        rows=rows,
        evidence=behind,
        note=joined(notes),
        folded=True,  # its first rows are what the charts show
    )  # fmt: skip


def absent(
    mentions: pd.DataFrame,
    articles: pd.DataFrame,
    actors: pd.DataFrame,
    names: Names,
    most: int,
    borne: Mapping[str, frozenset[str]],
) -> DataTable | None:
    """Which source passes over whom, where the others' rate makes that no chance; None if none.

    Not one that has a name which may be his after all; `borne` has by actor the sources whose text
    has a word that may name it.

    Expected are the mentions that a text as long would have at the other sources' rate; a source
    is listed where a Poisson count of that mean would be zero in one case of twenty at most.
    """
    words = select.counted(articles).groupby("source")["words"].sum()
    named = select.counted_mentions(mentions, articles)
    doubles = confusable.others(actors)
    found = [
        row
        for row in _absences(named, words, doubles)
        if row[0] not in borne.get(row[1], frozenset())
    ]
    rows = sorted(found, key=lambda row: (-row[2], row[0], row[1]))[:ABSENT]
    if not rows:
        return None
    behind = [evidence.ids(evidence.spread(named[named["actor"] == row[1]]), most) for row in rows]
    return DataTable(
        id="absent",
        title="Who is not named where",
        columns=("source", "does not name", "expected mentions", "named by"),
        rows=[(names[source], actor, round(expected, 1), said)
              for source, actor, expected, said in rows],
        evidence=behind,
        note="Expected at the other sources’ rate for a text as long; the sentences shown are "
        "the others’.",
    )  # fmt: skip


def _absences(
    named: pd.DataFrame, words: pd.Series, doubles: Mapping[str, frozenset[str]]
) -> Iterator[tuple[str, str, float, str]]:
    counts = named.groupby(["actor", "source"]).size()
    total = words.sum()
    for actor in named["actor"].value_counts().index[:ACTORS]:
        mine = counts[actor]
        said = mine.sum()
        alike = named.loc[named["actor"].isin(doubles.get(actor, ())), "source"]
        for source in words.index.difference(mine.index).difference(alike):
            others = total - words[source]
            expected = float(said * words[source] / others) if others else 0.0
            if math.exp(-expected) <= CHANCE and len(mine) > 1:
                yield source, actor, expected, f"{len(mine)} of {len(words) - 1} other sources"


def offices(offices: pd.DataFrame) -> DataTable | None:
    """Who is said to hold which office, or to have held it, and on which days; None if nobody."""
    if offices.empty:
        return None
    top = offices.sort_values("sentences", ascending=False, kind="stable").head(OFFICES)
    rows = [
        (row.actor, row.office, row.of, row.status, in_words(row.earliest, row.latest),
         row.sentences)
        for row in top.itertuples()
    ]  # fmt: skip
    behind = [(evidence.id_of(row.article_id, row.sentence),) for row in top.itertuples()]
    left = len(offices) - len(rows)
    return DataTable(
        id="offices",
        title="Who is said to hold which office",
        columns=("person", "office", "of", "status", "so called", "sentences"),
        rows=rows,
        evidence=behind,
        note=elsewhere(left, "offices"),
        folded=True,
    )
