"""Events → tables for readers: the chronology, disagreements, the days that matter."""

from __future__ import annotations

import pandas as pd

from pressbrief.sections import evidence
from pressbrief.sections.model import DataTable
from pressbrief.sections.wording.names import Names, all_of
from pressbrief.sections.wording.phrase import say
from pressbrief.sections.wording.words import elsewhere, shortened
from pressbrief.tables import LIST_SEPARATOR, select
from pressbrief.time.timex import in_words

# From how many days on a corpus has days that matter more than others.
MANY_DAYS = 30
CHRONOLOGY = 40


def chronology(
    events: pd.DataFrame, told: pd.DataFrame, articles: pd.DataFrame, names: Names, most: int
) -> DataTable | None:
    """The events in order of time: where, what, its status, who tells it, where they disagree.

    Those that can have been in several years stand last. A column that would be empty is left out:
    it only takes the words' room.
    """
    if events.empty:
        return None
    sources = select.sources(articles)
    named = events["actors"].str.count(LIST_SEPARATOR) + (events["actors"] != "")
    weighty = (
        events.assign(named=named)
        .sort_values(["sources", "articles", "named", "latest"], ascending=False, kind="stable")
        .head(CHRONOLOGY)
    )
    shown = events[events["event"].isin(weighty["event"])]
    vague = shown["precision"] == "unknown"
    rows, behind = [], []
    for event in pd.concat([shown[~vague], shown[vague]]).itertuples():
        mine = told[told["event"] == event.event]
        tellers = sorted({names[source] for source in mine["article_id"].map(sources)})
        when = in_words(event.earliest, event.latest)
        told_by = all_of(tellers)
        rows.append((when, event.place, event.summary, event.status, told_by, event.conflict))
        behind.append(evidence.ids(mine, most))
    left = len(events) - len(rows)
    columns = ("when", "where", "what", "status", "told by", "disagreement")
    filled = [place for place in range(len(columns)) if any(row[place] for row in rows)]
    note = elsewhere(left, "events", "event", "with fewer sources or actors")
    if 0 < vague.sum() < len(shown):
        note = say("Those dated to no single year stand last.{}", say(" {}", note) if note else "")
    return DataTable(
        id="chronology",
        title="The chronology",
        columns=tuple(columns[place] for place in filled),
        rows=[tuple(row[place] for place in filled) for row in rows],
        evidence=behind,
        note=note,
    )


def disagreements(
    found: pd.DataFrame, articles: pd.DataFrame, sentences: pd.DataFrame, names: Names
) -> DataTable | None:
    """Each point on which two sources differ, with what both say of it and their sentences."""
    if found.empty:
        return None
    sources = select.sources(articles)
    texts = sentences.set_index(["article_id", "sentence"])["text"]
    rows, behind = [], []
    for row in found.head(CHRONOLOGY).itertuples():
        sides = (
            (row.article_id, row.sentence, row.says),
            (row.other_article_id, row.other_sentence, row.other_says),
        )
        said = [(f"{names[sources[a]]}: {says}", shortened(texts[a, n])) for a, n, says in sides]
        rows.append((row.kind, *said[0], *said[1]))
        behind.append(tuple(evidence.id_of(a, n) for a, n, _ in sides))
    left = len(found) - len(rows)
    return DataTable(
        id="disagreements",
        title="Where sources disagree",
        columns=("on", "one source", "in its words", "another", "in its words"),
        rows=rows,
        evidence=behind,
        note=elsewhere(left, "disagreements"),
    )


def salient(days: pd.DataFrame, events: pd.DataFrame, told: pd.DataFrame, most: int):
    """The days that matter most, in order of time, each with the event of that day that most tell.

    None for a corpus of a few days: its chronology says as much.
    """
    if len(days) < MANY_DAYS:
        return None
    best = (
        events[events["earliest"].eq(events["latest"])]
        .sort_values(["sources", "articles"], ascending=False, kind="stable")
        .drop_duplicates("earliest")
        .set_index("earliest")
    )
    rows, behind = [], []
    for day in days.head(CHRONOLOGY).sort_values("day").itertuples():
        event = best.loc[day.day] if day.day in best.index else None
        what = "" if event is None else event["summary"]
        rows.append((in_words(day.day, day.day), what, day.published, day.articles, day.later))
        mine = told[told["event"].eq("" if event is None else event["event"])]
        behind.append(evidence.ids(mine, most))
    return DataTable(
        id="days-that-matter",
        title="The days that matter",
        columns=("day", "what", "articles of the day", "articles that name it", "later days"),
        rows=rows,
        evidence=behind,
        note="By articles of the day and the day after, and later days on which it is named.",
    )
