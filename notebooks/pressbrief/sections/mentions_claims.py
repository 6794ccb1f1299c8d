"""Mentions → sentences: who is named most, and who by one source only."""

from __future__ import annotations

import pandas as pd

from pressbrief.sections import evidence
from pressbrief.sections.entry import Bench
from pressbrief.sections.model import Claim
from pressbrief.sections.wording.names import Names
from pressbrief.sections.wording.phrase import Phrase, say
from pressbrief.sections.wording.words import counted, digits, listed, number, sentence
from pressbrief.tables import select

MOST_ALONE = 6


def claims(bench: Bench) -> list[Claim]:
    """All that the section claims."""
    found = bench.load("mentions"), bench.load("articles")
    return named(*found, bench.names, bench.parameters.quotes)


def named(mentions: pd.DataFrame, articles: pd.DataFrame, names: Names, most: int) -> list[Claim]:
    """Who is named most, in the articles that count, and who is named by one source only."""
    once, read = select.counted(articles), select.analysed(articles)
    counting = select.counted_mentions(mentions, articles)
    if counting.empty:
        return [Claim(text="No actor is named.", sure="firm")]
    counts = counting["actor"].value_counts()
    first = counts.index[0]
    spread = counting.groupby("actor")["article_id"].nunique()
    widest = spread.reindex(counts.index).idxmax()
    second = ""
    if spread[widest] > spread[first]:
        second = say(
            "; {} is named in the most articles, {}", names[widest], number(spread[widest])
        )
    elif len(counts) > 1:
        second = say("; {} follows with {}", names[counts.index[1]], digits(counts.iloc[1]))
    text = say(
        "{} is named most: {} of {} mentions, in {}{}{}.",
        names[first],
        digits(counts.iloc[0]),
        digits(len(counting)),
        _share(spread[first], len(once)),
        ", copies aside" if len(once) < len(read) else "",
        second,
    )
    rows = evidence.spread(counting[counting["actor"] == first])
    claims = [Claim(text=sentence(text), sure="firm", evidence=evidence.ids(rows, most))]
    return claims + _alone(select.naming(mentions), read, counting, names, most)


def _share(some: int, all_: int) -> Phrase:
    articles = counted(all_, "article")
    if some == all_:
        return say("all {}" if all_ > 1 else "the {}", articles)
    return say("{} of {}", number(some), articles)


def _alone(
    every: pd.DataFrame, read: pd.DataFrame, counted: pd.DataFrame, names: Names, most: int
) -> list[Claim]:
    """A claim for a source: the actors that only it names, at least twice; most named first.

    Of every mention in the articles read, copies too: what stands in a copy is its source's as
    well, but only the mentions counted make the number.
    """
    sources = select.sources(read)
    if len(set(sources.values())) < 3:
        return []
    by = every.assign(source=every["article_id"].map(sources))
    spread = by.groupby("actor")["source"].agg(["nunique", "first"])
    spread["size"] = counted.groupby("actor").size().reindex(spread.index, fill_value=0)
    own = spread[(spread["nunique"] == 1) & (spread["size"] >= 2)].sort_values(
        ["size", "first"], ascending=[False, True], kind="stable"
    )
    claims = []
    for source, actors in list(own.groupby("first", sort=False))[:MOST_ALONE]:
        rows = by[(by["source"] == source) & by["actor"].isin(actors.index)]
        named = listed([names[actor] for actor in actors.index])
        text = say("only {} names {}.", names[source], named)
        claims.append(Claim(text=sentence(text), sure="firm", evidence=evidence.ids(rows, most)))
    return claims
