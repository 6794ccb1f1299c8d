"""Voices and stances → tables for readers: what is told of whom, who is quoted, who disagrees."""

from __future__ import annotations

import pandas as pd

from pressbrief.sections import evidence
from pressbrief.sections.model import DataTable
from pressbrief.sections.stance_views import NOTHING, By
from pressbrief.sections.wording.names import Names
from pressbrief.sections.wording.phrase import Phrase, joined, say
from pressbrief.sections.wording.words import (
    counted,
    digits,
    elsewhere,
    listed,
    percent,
    sentence,
)
from pressbrief.stance.appraisal.verdicts import TOO_LITTLE, side
from pressbrief.stance.model import holders as holders_of
from pressbrief.tables import select
from pressbrief.tables.columns import UNKNOWN
from pressbrief.topic import wholes

# One sentence alone shows nothing of how a source tells.
FEWEST = 2
DEEDS, SOURCES, PARTED = 20, 40, 12
SPEAKERS, UNHEARD = 4, 3
# Who is named at least so often might have been let speak.
OFTEN = 3
SPEAK = ("person", "organisation", "state", "group")


def deeds(by_source: pd.DataFrame, said: By, names: Names) -> DataTable | None:
    """What each source tells to whose discredit or credit, beside how often it judges itself.

    None if nobody tells of FEWEST such deeds.
    """
    told = [
        (row, one)
        for row in by_source.itertuples()
        if (one := said.get((row.source, row.target), NOTHING)).ill.sentences + one.well.sentences
        >= FEWEST
    ]
    if not told:
        return None
    told.sort(key=lambda pair: (-pair[1].ill.sentences - pair[1].well.sentences, pair[0].source))
    rows = [
        (names[row.source], names[row.target], row.sentences, one.ill.sentences, one.well.sentences,
         row.critical + row.favourable)
        for row, one in told[:DEEDS]
    ]  # fmt: skip
    notes = ["What a sentence tells of the target’s deeds and fortunes, whoever judges them."]
    if left := len(told) - len(rows):
        notes.append(elsewhere(left, "stance_by_source", "pair"))
    return DataTable(
        id="deeds",
        title="What each source tells of whom, judged or not",
        columns=("source", "target", "sentences", "tell it to do or fare badly",
                 "tell it to do or fare well", "judge in its own voice"),
        rows=rows,
        evidence=[
            tuple(dict.fromkeys((*one.ill.ids, *one.well.ids))) for _, one in told[:DEEDS]
        ],
        note=joined(notes),
    )  # fmt: skip


def speakers(
    voices: pd.DataFrame,
    given_words: pd.DataFrame,
    articles: pd.DataFrame,
    actors: pd.DataFrame,
    mentions: pd.DataFrame,
    names: Names,
    most: int,
) -> DataTable | None:
    """Whom each source lets speak and whom, though it names them often, not; None if nobody is."""
    given = given_words[given_words["speaker"] != ""]
    if given.empty:
        return None
    part_of = dict(zip(actors["actor"], actors["part_of"], strict=True))
    often = _named_often(mentions, articles)
    said = select.within_counted(voices, articles)
    total = given_words.groupby("source")["words"].sum()
    shares = given.groupby("source")["words"].sum().sort_values(ascending=False, kind="stable")
    rows, behind = [], []
    for source in shares.index[:SOURCES]:
        mine = given[given["source"] == source].sort_values(
            ["words", "speaker"], ascending=[False, True]
        )
        named = {one for who in mine["speaker"] for one in holders_of(who)}
        heard = {one for who in named for one in (who, *wholes(who, part_of))}
        # Where somebody speaks whom nobody names, it may be anybody.
        open_ = UNKNOWN in named
        unheard = [actor for actor in often.get(source, ()) if actor not in heard and not open_]
        told = [
            f"{spoken(row.speaker, names)} {percent(row.words, shares[source])}"
            for row in mine.head(SPEAKERS).itertuples()
        ]
        share = percent(shares[source], total[source])
        rows.append((names[source], share, ", ".join(told), ", ".join(unheard[:UNHEARD])))
        behind.append(evidence.ids(evidence.spread(said[said["source"] == source]), most))
    notes = [
        "Words quoted or reported. An actor is heard where a part of it is; who is "
        "not is said only where each speaker is known."
    ]
    if left := len(shares) - len(rows):
        verb = "gives" if left == 1 else "give"
        notes.append(sentence(say(f"{{}} not shown {verb} others less.", counted(left, "source"))))
    return DataTable(
        id="speakers",
        title="Whom each source was found to quote",
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


def parted(by_source: pd.DataFrame, said: By, names: Names) -> DataTable | None:
    """The targets on which sources part: one judges where another does not, or the other way.

    None if there is no such target.
    """
    found = farthest(by_source)
    if not found:
        return None
    rows = [
        (names[low.target], *_side(low, names), *_side(high, names)) for low, high in found[:PARTED]
    ]
    ids = [
        tuple(dict.fromkeys(
            id_ for row in pair for id_ in said.get((row.source, row.target), NOTHING).ids
        ))
        for pair in found[:PARTED]
    ]  # fmt: skip
    return DataTable(
        id="parted",
        title="Where the sources part",
        columns=("target", "least favourable", "it says", "most favourable", "that says"),
        rows=rows,
        evidence=ids,
        note="Each in its own voice, and only where a verdict leans.",
    )


def farthest(by_source: pd.DataFrame) -> list[tuple]:
    """Of each target the least and the most favourable source, where one leans and they differ.

    Those with most judgements stand first.
    """
    # What bears no verdict is on no side; one that judges both ways or not at all is between.
    judged = by_source[by_source["verdict"] != TOO_LITTLE]
    found = []
    for _, group in judged.groupby("target", sort=True):
        rows = [
            (side(row.verdict), row.favourable - row.critical, -row.sentences, row.source, row)
            for row in group.itertuples(index=False)
        ]
        low, high = min(rows)[-1], max(rows)[-1]
        if side(low.verdict) < side(high.verdict):
            found.append((low, high))
    return sorted(found, key=lambda pair: -sum(row.critical + row.favourable for row in pair))


def _side(row, names: Names) -> tuple[str, str]:
    says = say(
        f"{row.verdict}: {{}} critical, {{}} favourable of {{}}",
        digits(row.critical),
        digits(row.favourable),
        digits(row.sentences),
    )
    return names[row.source], says
