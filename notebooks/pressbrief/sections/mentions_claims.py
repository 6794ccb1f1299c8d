"""Mentions → sentences: who is named most, and who by one source only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import pandas as pd

from pressbrief.mentions import confusable
from pressbrief.sections import evidence, stressed_views
from pressbrief.sections.entry import Bench
from pressbrief.sections.model import Claim
from pressbrief.sections.wording.names import Names
from pressbrief.sections.wording.phrase import Phrase, say
from pressbrief.sections.wording.words import counted, digits, listed, number, sentence
from pressbrief.tables import select

MOST_ALONE = 6
NAMES_OPEN = "Counted; of some names in these articles it is open whom they mean."
Doubles = Mapping[str, frozenset[str]]
Bearing = Mapping[str, frozenset[str]]
NOWHERE: Bearing = {}
Sure = Literal["high", "moderate", "low"]


def claims(bench: Bench) -> list[Claim]:
    """All that the section claims."""
    most, names = bench.parameters.quotes, bench.names
    found = bench.load("mentions"), bench.load("articles"), bench.load("actors")
    terms = bench.load("terms"), bench.load("term_mentions"), bench.load("articles")
    said = named(*found, names, most, bearing(bench))
    return [*said, *stressed_views.claims(*terms, names, most)]


def bearing(bench: Bench) -> Bearing:
    """By actor the sources in whose text a word stands that may name it."""
    sources = select.sources(select.analysed(bench.load("articles")))
    return confusable.bearing(bench.load("actors"), bench.load("sentences"), sources)


def named(
    mentions: pd.DataFrame,
    articles: pd.DataFrame,
    actors: pd.DataFrame,
    names: Names,
    most: int,
    borne: Bearing = NOWHERE,
) -> list[Claim]:
    """Who is named most, in the articles that count, and who is named by one source only.

    Neither is said of whom a name that may be his, and is counted as another's, could make it
    false of; nor is it firm where names that may be one stand beside it. `borne`: by actor the
    sources whose text may name it.
    """
    once, read = select.counted(articles), select.analysed(articles)
    counting = select.counted_mentions(mentions, articles)
    if counting.empty:
        return [Claim(text="No actor is named.", sure="high")]
    counts = counting["actor"].value_counts()
    first = counts.index[0]
    doubles, unsure = confusable.others(actors), confusable.unresolved(actors)
    alone = _alone(select.naming(mentions), read, counting, actors, names, most, borne)
    if first in unsure or _could_lead(counts, doubles):
        return alone
    spread = counting.groupby("actor")["article_id"].nunique()
    others = counts.iloc[1:].drop(list(doubles.get(first, ())), errors="ignore")
    widest = spread.reindex(counts.index).idxmax()
    second = ""
    if spread[widest] > spread[first]:
        second = say(
            "; {} is named in the most articles, {}", names[widest], number(spread[widest])
        )
    elif len(others) > 0:
        second = say(", ahead of {} with {}", names[others.index[0]], digits(others.iloc[0]))
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
    open_ = doubles.keys() & {first, *others.index[:1]}
    sure: Sure = "moderate" if open_ else "high"
    because = NAMES_OPEN if open_ else "Counted; the names of an actor are joined."
    lead = Claim(
        text=sentence(text),
        sure=sure,
        because=because,
        about="named",
        evidence=evidence.ids(rows, most),
    )
    return [lead, *alone]


def _could_lead(counts: pd.Series, doubles: Doubles) -> bool:
    """Whether another actor would be named most if all that may be its names were."""
    first, most = counts.index[0], counts.iloc[0]
    return any(
        counts[actor] + sum(counts.get(other, 0) for other in doubles[actor]) >= most
        for actor in counts.index.intersection(list(doubles))
        if actor != first and first not in doubles[actor]
    )


def _share(some: int, all_: int) -> Phrase:
    articles = counted(all_, "article")
    if some == all_:
        return say("all {}" if all_ > 1 else "the {}", articles)
    return say("{} of {}", number(some), articles)


def _alone(
    every: pd.DataFrame,
    read: pd.DataFrame,
    counted: pd.DataFrame,
    actors: pd.DataFrame,
    names: Names,
    most: int,
    borne: Bearing,
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
    doubles = confusable.others(actors)
    own = own.drop(list(confusable.unresolved(actors)), errors="ignore")
    alone = [
        _is_alone(actor, spread, doubles)
        and not borne.get(actor, frozenset()) - {spread.at[actor, "first"]}
        for actor in own.index
    ]
    own = own[pd.Series(alone, index=own.index, dtype=bool)]
    claims = []
    for source, actors in list(own.groupby("first", sort=False))[:MOST_ALONE]:
        rows = by[(by["source"] == source) & by["actor"].isin(actors.index)]
        named = listed([names[actor] for actor in actors.index])
        text = say("only {} names {}.", names[source], named)
        # One sentence each shows that it does.
        ids = evidence.ids(rows.drop_duplicates("actor"), most)
        claims.append(Claim(text=sentence(text), sure="high", evidence=ids))
    return claims


def _is_alone(actor: str, spread: pd.DataFrame, doubles: Doubles) -> bool:
    """Whether no other source has a name that may be the actor's."""
    those = spread.loc[spread.index.intersection(list(doubles.get(actor, ())))]
    source = spread.at[actor, "first"]
    return bool(((those["nunique"] == 1) & (those["first"] == source)).all())
