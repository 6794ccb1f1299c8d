"""Voices and stances → tables for readers: who speaks of whom, who is let speak, who disagrees."""

from __future__ import annotations

import pandas as pd

from pressbrief.sections import evidence
from pressbrief.sections.model import DataTable
from pressbrief.sections.stance_views import farthest
from pressbrief.sections.wording.names import Names
from pressbrief.sections.wording.phrase import Phrase, joined, say
from pressbrief.sections.wording.words import (
    counted,
    digits,
    listed,
    number,
    percent,
    sentence,
    signed,
)
from pressbrief.stance.appraisal.interval import DIGITS
from pressbrief.stance.model import holders as holders_of
from pressbrief.tables import select
from pressbrief.tables.columns import UNKNOWN
from pressbrief.topic import wholes

HOLDERS, SOURCES, PARTED = 20, 40, 12
SPEAKERS, UNHEARD = 4, 3
# Who is named at least so often might have been let speak.
OFTEN = 3
SPEAK = ("person", "organisation", "state", "group")


def holders(reported: pd.DataFrame, names: Names, most: int) -> DataTable | None:
    """Who, where quoted or reported, speaks how of whom, most sentences first; None if nobody."""
    if reported.empty:
        return None
    rows, behind = [], []
    groups = sorted(reported.groupby(["holder", "target"]), key=lambda one: (-len(one[1]), one[0]))
    for (holder, target), group in groups[:HOLDERS]:
        told = listed([names[source] for source in sorted(group["source"].unique())])
        kinds = group["voice"].value_counts()
        quoted, mean = int(kinds.get("direct", 0)), signed(round(group["polarity"].mean(), DIGITS))
        rows.append((names[holder], names[target], len(group), quoted, mean, told))
        behind.append(evidence.ids(select.strongest_first(group), most))
    return DataTable(
        id="holders",
        title="Who is quoted or reported, of whom",
        columns=("holder", "target", "sentences", "quoted", "mean polarity", "in"),
        rows=rows,
        evidence=behind,
        note=say(
            "The {} pairs with the most sentences of {}; all stand in tables/stances.csv.",
            digits(HOLDERS),
            digits(len(groups)),
        )
        if len(groups) > HOLDERS
        else "",
    )


def speakers(
    voices: pd.DataFrame,
    words: pd.DataFrame,
    articles: pd.DataFrame,
    actors: pd.DataFrame,
    mentions: pd.DataFrame,
    names: Names,
    most: int,
) -> DataTable | None:
    """Whom each source lets speak and whom, though it names them often, not; None if nobody is."""
    given = words[words["speaker"] != ""]
    if given.empty:
        return None
    part_of = dict(zip(actors["actor"], actors["part_of"], strict=True))
    often = _named_often(mentions, articles)
    said = select.within_counted(voices, articles)
    total = words.groupby("source")["words"].sum()
    shares = given.groupby("source")["words"].sum().sort_values(ascending=False, kind="stable")
    rows, behind = [], []
    for source in shares.index[:SOURCES]:
        mine = given[given["source"] == source].sort_values(
            ["words", "speaker"], ascending=[False, True]
        )
        named = {one for who in mine["speaker"] for one in holders_of(who)}
        heard = {one for who in named for one in (who, *wholes(who, part_of))}
        unheard = [actor for actor in often.get(source, []) if actor not in heard][:UNHEARD]
        told = [
            f"{spoken(row.speaker, names)} {percent(row.words, shares[source])}"
            for row in mine.head(SPEAKERS).itertuples()
        ]
        share = percent(shares[source], total[source])
        rows.append((names[source], share, ", ".join(told), ", ".join(unheard)))
        behind.append(evidence.ids(evidence.spread(said[said["source"] == source]), most))
    notes = ["Words quoted or reported. An actor is heard where a part of it is."]
    if left := len(shares) - len(rows):
        verb = "gives" if left == 1 else "give"
        notes.append(sentence(say(f"{{}} not shown {verb} others less.", counted(left, "source"))))
    return DataTable(
        id="speakers",
        title="Whom each source lets speak",
        columns=("source", "words not its own", "of these", "often named, not heard"),
        rows=rows,
        evidence=behind,
        note=joined(notes),
    )


def spoken(speaker: str, names: Names) -> Phrase:
    """A speaker as a cell has it: an unknown one unnamed, several who speak as one joined."""
    return listed(["unnamed" if who == UNKNOWN else names[who] for who in holders_of(speaker)])


def _named_often(mentions: pd.DataFrame, articles: pd.DataFrame) -> dict[str, list[str]]:
    """Who could speak and is named often in each source, most often first."""
    named = select.counted_mentions(mentions, articles)
    counts = named[named["actor_type"].isin(SPEAK)].groupby(["source", "actor"]).size()
    counts = counts[counts >= OFTEN].sort_values(ascending=False, kind="stable")
    found: dict[str, list[str]] = {}
    for source, actor in counts.index:
        found.setdefault(source, []).append(actor)
    return found


def parted(by_source: pd.DataFrame, behind: dict, names: Names) -> DataTable | None:
    """The targets on which sources part: pairs whose intervals do not meet; None if none do.

    `behind` has the evidence ids of each (source, target).
    """
    found = farthest(by_source)
    if not found:
        return None
    rows = [
        (names[low.target], *_side(low, names), *_side(high, names), round(high.mean - low.mean, 2))
        for low, high in found[:PARTED]
    ]
    ids = [
        tuple(dict.fromkeys(
            id_ for row in pair for id_ in behind.get((row.source, row.target), ())[:4]
        ))
        for pair in found[:PARTED]
    ]  # fmt: skip
    return DataTable(
        id="parted",
        title="Where the sources part",
        columns=("target", "least favourable", "polarity", "most favourable", "its polarity",
                 "apart"),
        rows=rows,
        evidence=ids,
        note=say(
            "Each in its own voice; of each target the {} sources farthest apart, where their "
            "intervals do not meet.",
            number(2),
        ),
    )  # fmt: skip


def _side(row, names: Names) -> tuple[str, str]:
    return names[row.source], f"{signed(row.mean)} ({signed(row.low)} to {signed(row.high)})"
