"""Stances and voices → sentences: who leans, who disagrees, who speaks of whom, who speaks most."""

from __future__ import annotations

import pandas as pd

from pressbrief.sections import evidence, stance_views
from pressbrief.sections.entry import Bench
from pressbrief.sections.model import Claim
from pressbrief.sections.stance_leans import leans
from pressbrief.sections.stance_tables import spoken
from pressbrief.sections.stance_views import Views
from pressbrief.sections.wording.names import Names
from pressbrief.sections.wording.phrase import say
from pressbrief.sections.wording.words import counted, digits, listed, percent, sentence, signed
from pressbrief.stance.appraisal.interval import Judge, sampled
from pressbrief.stance.appraisal.verdicts import CRITICAL, SLIGHTLY, is_neither, speaks, verdict
from pressbrief.stance.model import holders
from pressbrief.tables import select
from pressbrief.tables.columns import UNKNOWN


def claims(bench: Bench, views: Views | None = None) -> list[Claim]:
    """All that the section claims; `views`, if they have been read off the tables already."""
    views = views or stance_views.of(bench)
    by_source, asked = bench.load("stance_by_source"), bench.parameters
    told = bench.load("stances"), views.own, bench.load("voices")
    leaning = leans(by_source, *told, bench.names, asked.quotes, asked.confidence)
    return leaning + voiced(by_source, views, bench.names, asked.quotes)


def voiced(by_source: pd.DataFrame, views: Views, names: Names, most: int) -> list[Claim]:
    """On whom the sources part most, who speaks well or ill of whom, and who speaks most."""
    return [
        *_parting(by_source, views.behind, names),
        *_leaning(views.reported, names, most, views.judge),
        *_loudest(views.words, names),
    ]


def _leaning(reported: pd.DataFrame, names: Names, most: int, judge: Judge) -> list[Claim]:
    """Of those who speak well or ill of somebody else, clearly before slightly, who says most."""
    found = []
    others = reported[reported["holder"] != reported["target"]]
    for key, rows in others.groupby(["holder", "target"]):
        ends = judge.interval(sampled(rows, by_file=rows["file"].nunique() > 1))
        said = verdict(*ends[1:], len(rows), judge.fewest)
        if speaks(said, ends[0]):
            found.append((is_neither(*ends[1:]), -len(rows), key, ends, said, rows))
    if not found:
        return []
    slight, _, (holder, target), ends, said, rows = min(found, key=lambda one: one[:3])
    how = f"{SLIGHTLY * slight}{'ill' if said == CRITICAL else 'well'}"
    text = say(
        f"where it is quoted or reported, {{}} speaks {how} of {{}} "
        "({}, interval {} to {}, {} in {}).",
        names[holder],
        names[target],
        *(signed(measure) for measure in ends),
        counted(len(rows), "sentence"),
        counted(rows["article_id"].nunique(), "article"),
    )
    ids = evidence.ids(select.strongest_first(rows), most)
    return [Claim(text=sentence(text), sure="weak", evidence=ids)]


def _parting(by_source: pd.DataFrame, behind: dict, names: Names) -> list[Claim]:
    found = stance_views.farthest(by_source)
    if not found:
        return []
    low, high = found[0]
    sides = [say("{} ({})", names[row.source], signed(row.mean)) for row in (low, high)]
    text = say(
        "in their own voice, the sources part over {}: {} stand apart, and their intervals do "
        "not meet.",
        names[low.target],
        listed(sides),
    )
    pairs = ((row.source, row.target) for row in (low, high))
    ids = tuple(dict.fromkeys(id_ for pair in pairs for id_ in behind.get(pair, ())[:4]))
    firm = all(row.articles > 1 and not row.driven_by for row in (low, high))
    return [Claim(text=sentence(text), sure="fair" if firm else "weak", evidence=ids)]


def _loudest(words: pd.DataFrame, names: Names) -> list[Claim]:
    given = words[~words["speaker"].isin(["", UNKNOWN])]
    every = words.loc[words["speaker"] != "", "words"].sum()
    if given.empty:
        return []
    totals = given.groupby("speaker")["words"].sum().sort_values(ascending=False, kind="stable")
    who = totals.index[0]
    of = given.loc[given["speaker"] == who, "source"].nunique()
    text = say(
        "{} of all words are quoted or reported; {} {} given more of them than anybody else, "
        "{} of {}, in {}.",
        percent(every, words["words"].sum()),
        spoken(who, names),
        "are" if len(holders(who)) > 1 else "is",
        digits(totals.iloc[0]),
        digits(every),
        counted(of, "source"),
    )
    return [Claim(text=sentence(text), sure="weak")]
