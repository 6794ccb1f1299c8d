"""Voices and stances → sentences: who disagrees, who speaks how of whom, who speaks most."""

from __future__ import annotations

import pandas as pd

from pressbrief import citing
from pressbrief.names import UNKNOWN, Names
from pressbrief.section import Claim
from pressbrief.stance.interval import Judge, sampled
from pressbrief.stance.sources import CRITICAL, FAVOURABLE, verdict
from pressbrief.voiced import farthest, percent
from pressbrief.words import counted, sentence, signed


def claims(
    by_source: pd.DataFrame,
    behind: dict,
    reported: pd.DataFrame,
    words: pd.DataFrame,
    names: Names,
    most: int,
    judge: Judge,
) -> list[Claim]:
    """On whom the sources part most, who clearly speaks well or ill of whom, and who speaks most.

    `behind` has the evidence ids of each (source, target).
    """
    return [
        *_parting(by_source, behind, names),
        *_leaning(reported, names, most, judge),
        *_loudest(words, names),
    ]


def _leaning(reported: pd.DataFrame, names: Names, most: int, judge: Judge) -> list[Claim]:
    """The holder whose words lean farthest for or against somebody else, if any clearly do."""
    found = []
    others = reported[reported["holder"] != reported["target"]]
    for key, rows in others.groupby(["holder", "target"]):
        ends = judge.interval(sampled(rows, by_file=rows["file"].nunique() > 1))
        said = verdict(*ends[1:], len(rows), judge.fewest)
        if said in (CRITICAL, FAVOURABLE):
            found.append((-abs(ends[0]), key, ends, said, rows))
    if not found:
        return []
    _, (holder, target), (mean, low, high), said, rows = min(found, key=lambda one: one[:2])
    how = "ill" if said == CRITICAL else "well"
    text = (
        f"where it is quoted or reported, {names[holder]} speaks {how} of {names[target]} "
        f"({signed(mean)}, interval {signed(low)} to {signed(high)}, "
        f"{counted(len(rows), 'sentence')} in {counted(rows['article_id'].nunique(), 'article')})."
    )
    order = rows["polarity"].abs().sort_values(ascending=False, kind="stable").index
    ids = citing.ids(rows.loc[order], most)
    return [Claim(text=sentence(text), sure="weak", evidence=ids)]


def _parting(by_source: pd.DataFrame, behind: dict, names: Names) -> list[Claim]:
    found = farthest(by_source)
    if not found:
        return []
    low, high = found[0]
    text = (
        f"the sources part over {names[low.target]}: {names[low.source]} ({signed(low.mean)}) and "
        f"{names[high.source]} ({signed(high.mean)}) stand apart, and their intervals do not meet."
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
    share = f"{percent(every, words['words'].sum())} of all words are quoted or reported"
    sources = counted(of, "source")
    text = (
        f"{share}; {names[who]} is given more of them than anybody else, "
        f"{int(totals.iloc[0]):,} of {int(every):,}, in {sources}."
    )
    return [Claim(text=sentence(text), sure="weak")]
