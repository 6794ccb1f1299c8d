"""Stances and voices → sentences: who judges whom, who tells without judging, who speaks most."""

from __future__ import annotations

import pandas as pd

from pressbrief.sections import evidence, stance_leans, stance_others, stance_views
from pressbrief.sections.entry import Bench
from pressbrief.sections.model import Claim
from pressbrief.sections.stance_tables import spoken
from pressbrief.sections.stance_views import Views
from pressbrief.sections.wording.names import Names
from pressbrief.sections.wording.phrase import say
from pressbrief.sections.wording.words import counted, digits, percent, sentence
from pressbrief.stance.model import holders
from pressbrief.tables.columns import UNKNOWN

# How many times the next one's words somebody's must be to be called the most. A guess.
LEADS = 1.5


def claims(bench: Bench, views: Views | None = None) -> list[Claim]:
    """All that the section claims; `views`, if they have been read off the tables already."""
    views = views or stance_views.of(bench)
    by_source, names = bench.load("stance_by_source"), bench.names
    matters = {matter.name for matter in bench.topic.propositions}
    *judged, tally = stance_leans.verdicts(by_source, views.by_source, names, matters)
    fewest = bench.parameters.min_judgements
    return [
        *judged,
        *stance_others.told_only(by_source, views.by_source, views.reported, names),
        *stance_others.holders(views.by_holder, names, fewest, matters),
        tally,
        *loudest(views.words, bench.load("voices"), names, bench.parameters.quotes),
    ]


def loudest(words: pd.DataFrame, voices: pd.DataFrame, names: Names, most: int) -> list[Claim]:
    """Who is given most words, and how large a share of all words is not the sources' own.

    The evidence is some of what is his.
    """
    given = words[~words["speaker"].isin(["", UNKNOWN])]
    every = words.loc[words["speaker"] != "", "words"].sum()
    if given.empty:
        return []
    because = "Words are counted; whose they are is read by rules and a model."
    totals = given.groupby("speaker")["words"].sum().sort_values(ascending=False, kind="stable")
    who = totals.index[0]
    of = given.loc[given["speaker"] == who, "source"].nunique()
    # Some words lack their speaker, and some have a wrong one: only a wide lead is one.
    leads = len(totals) == 1 or totals.iloc[0] >= LEADS * totals.iloc[1]
    if not leads:
        share = percent(every, words["words"].sum())
        return [
            Claim(
                text=say("{} of all words were found to be quoted or reported.", share),
                sure="moderate",
                because=because,
            )
        ]
    text = say(
        "of the words found to be quoted or reported, {} {} given the most of anybody named, "
        "{} of {}, in {}; all such words are {} of the text.",
        spoken(who, names),
        "are" if len(holders(who)) > 1 else "is",
        digits(totals.iloc[0]),
        digits(every),
        counted(of, "source"),
        percent(every, words["words"].sum()),
    )
    his = evidence.spread(voices[voices["speaker"] == who])
    return [
        Claim(
            text=sentence(text),
            sure="moderate",
            because=because,
            about="heard",
            evidence=evidence.ids(his, most),
        )
    ]
