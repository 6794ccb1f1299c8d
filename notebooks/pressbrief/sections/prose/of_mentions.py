"""Mentions → sentences: who is named most, and who by one source only."""

from __future__ import annotations

import pandas as pd

from pressbrief.mentions import naming
from pressbrief.sections import citing
from pressbrief.sections.model import Claim
from pressbrief.sections.names import Names, source_of
from pressbrief.sections.phrase import Phrase, say
from pressbrief.sections.wording import counted, digits, listed, number, sentence

MOST_ALONE = 6


def mentions(
    mentions: pd.DataFrame, articles: pd.DataFrame, names: Names, most: int
) -> list[Claim]:
    """Who is named most, copies counted once, and who is named by one source only."""
    every = naming(mentions)
    originals = articles.loc[articles["duplicate_of"] == "", "article_id"]
    mentions = every[every["article_id"].isin(originals)]
    if mentions.empty:
        return [Claim(text="No actor is named.", sure="firm")]
    counts = mentions["actor"].value_counts()
    first = counts.index[0]
    spread = mentions.groupby("actor")["article_id"].nunique()
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
        digits(len(mentions)),
        _share(spread[first], len(originals)),
        ", copies aside" if len(originals) < len(articles) else "",
        second,
    )
    rows = citing.spread(mentions[mentions["actor"] == first])
    claims = [Claim(text=sentence(text), sure="firm", evidence=citing.ids(rows, most))]
    return claims + _alone(every, articles, names, most)


def _share(some: int, all_: int) -> Phrase:
    articles = counted(all_, "article")
    if some == all_:
        return say("all {}" if all_ > 1 else "the {}", articles)
    return say("{} of {}", number(some), articles)


def _alone(mentions: pd.DataFrame, articles: pd.DataFrame, names: Names, most: int) -> list[Claim]:
    """A claim for a source: the actors that only it names, at least twice; most named first.

    What stands in a copy is its source's too, but counts once.
    """
    sources = articles.set_index("article_id").pipe(lambda a: source_of(a))
    if sources.nunique() < 3:
        return []
    by = mentions.assign(source=mentions["article_id"].map(sources))
    copied = by["article_id"].isin(articles.loc[articles["duplicate_of"] != "", "article_id"])
    spread = by.groupby("actor")["source"].agg(["nunique", "first"])
    spread["size"] = by[~copied].groupby("actor").size().reindex(spread.index, fill_value=0)
    own = spread[(spread["nunique"] == 1) & (spread["size"] >= 2)].sort_values(
        ["size", "first"], ascending=[False, True], kind="stable"
    )
    claims = []
    for source, actors in list(own.groupby("first", sort=False))[:MOST_ALONE]:
        rows = by[(by["source"] == source) & by["actor"].isin(actors.index)]
        named = listed([names[actor] for actor in actors.index])
        text = say("only {} names {}.", names[source], named)
        claims.append(Claim(text=sentence(text), sure="firm", evidence=citing.ids(rows, most)))
    return claims
