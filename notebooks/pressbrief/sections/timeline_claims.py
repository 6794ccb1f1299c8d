"""Events → sentences: what most sources tell, from when to when, and where they disagree."""

from __future__ import annotations

import pandas as pd

from pressbrief.sections import evidence
from pressbrief.sections.entry import Bench
from pressbrief.sections.model import Claim
from pressbrief.sections.wording.names import Names
from pressbrief.sections.wording.phrase import Phrase, quoted, say
from pressbrief.sections.wording.words import counted, number, sentence, when


def claims(bench: Bench) -> list[Claim]:
    """All that the section claims."""
    found = bench.load("events"), bench.load("event_mentions")
    return happened(*found, bench.names, bench.parameters.quotes)


def happened(events: pd.DataFrame, told: pd.DataFrame, names: Names, most: int) -> list[Claim]:
    """The event that most sources tell, the span of all, and where sources disagree."""
    if events.empty:
        return [Claim(text="No dated event is told.", sure="firm")]
    top = events.sort_values("sources", ascending=False, kind="stable").iloc[0]
    rows = told[told["event"] == top["event"]]
    claims = []
    if top["sources"] > 1:
        text = say(
            "{} tell of {}, {}: “{}”",
            counted(top["sources"], "source"),
            counted(rows["event"].nunique(), "event"),
            when(top["earliest"], top["latest"]),
            quoted(top["summary"]),
        )
        claims.append(Claim(text=sentence(text), sure="fair", evidence=evidence.ids(rows, most)))
    claims.append(Claim(text=sentence(_span(events)), sure="fair"))
    for event in events[events["conflict"] != ""].itertuples():
        rows = told[told["event"] == event.event]
        claims.append(
            Claim(
                text=sentence(say("the sources disagree: {}.", quoted(event.conflict))),
                sure="fair",
                evidence=evidence.ids(rows, most),
            )
        )
    return claims


def _span(events: pd.DataFrame) -> Phrase:
    """How many events are told, and the first and the last of those dated to a day."""
    verb = "is" if len(events) == 1 else "are"
    told = say("{} {} told", counted(len(events), "event"), verb)
    days = events.loc[events["earliest"].eq(events["latest"]) & events["earliest"].ne("")]
    if days.empty:
        return say("{}, {} dated to a day.", told, "not" if len(events) == 1 else "none of them")
    first, last = (when(day, day) for day in (days["earliest"].min(), days["earliest"].max()))
    if len(events) == 1:
        return say("{}, of {}.", told, first)
    if len(days) == 1:
        return say("{}; {} is dated to a day, {}.", told, number(len(days)), first)
    some = "all" if len(days) == len(events) else say("{} are", number(len(days)))
    between = "," if len(days) == len(events) else ";"
    return say(
        "{}{} {} dated to a day, the first {}, the last {}.", told, between, some, first, last
    )
