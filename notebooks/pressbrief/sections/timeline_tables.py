"""Events → tables for readers: the chronology, who tells what, disagreements, days that matter."""

from __future__ import annotations

from datetime import date

import pandas as pd

from pressbrief.sections import evidence
from pressbrief.sections.model import DataTable
from pressbrief.sections.wording.names import Names, all_of
from pressbrief.sections.wording.phrase import quoted, say
from pressbrief.sections.wording.words import counted, elsewhere, shortened
from pressbrief.tables import LIST_SEPARATOR, select
from pressbrief.time.timex import in_words

# From how many days on a corpus has days that matter more than others.
MANY_DAYS = 30
CHRONOLOGY = 40
# Happenings and sources that a reader can follow across a page.
MATRIX, MATRIX_SOURCES = 12, 6
UNDATED, TOLD, NOT_TOLD = "undated", "told", "–"


def chronology(
    events: pd.DataFrame, told: pd.DataFrame, articles: pd.DataFrame, names: Names, most: int
) -> DataTable | None:
    """The happenings in order of time: where, what, status, who tells it, where they disagree.

    The undated stand last. A column that would be empty is left out: it only takes the words' room.
    """
    if events.empty:
        return None
    sources = select.sources(articles)
    shown = events[events["event"].isin(weightiest(events, CHRONOLOGY)["event"])]
    dated = select.dated(shown)
    rows, behind = [], []
    for event in pd.concat([shown[dated], shown[~dated]]).itertuples():
        mine = told[told["event"] == event.event]
        tellers = sorted({names[source] for source in mine["article_id"].map(sources)})
        told_by = all_of(tellers)
        rows.append((_when(event), event.place, event.title, event.status, told_by, event.conflict))
        behind.append(evidence.ids(mine, most))
    left = len(events) - len(rows)
    columns = ("when", "where", "what", "status", "told by", "disagreement")
    filled = [place for place in range(len(columns)) if any(row[place] for row in rows)]
    note = elsewhere(left, "events", "event", "with fewer sources or actors")
    if not dated.all():
        note = say("The undated stand last.{}", say(" {}", note) if note else "")
    return DataTable(
        id="chronology",
        title="The chronology",
        columns=tuple(columns[place] for place in filled),
        rows=[tuple(row[place] for place in filled) for row in rows],
        evidence=behind,
        note=note,
        folded=dated.sum() > 1,  # the chart shows them
    )


def weightiest(events: pd.DataFrame, most: int) -> pd.DataFrame:
    """The happenings that most sources tell, then most articles, and of most actors."""
    named = events["actors"].str.count(LIST_SEPARATOR) + (events["actors"] != "")
    return (
        events.assign(named=named)
        .sort_values(["sources", "articles", "named", "latest"], ascending=False, kind="stable")
        .head(most)
    )


def _when(event) -> str:
    return in_words(event.earliest, event.latest) if select.is_dated(event) else UNDATED


def who_tells(
    events: pd.DataFrame, told: pd.DataFrame, articles: pd.DataFrame, names: Names, most: int
) -> DataTable | None:
    """Which source tells which of the happenings that several tell, and when that it was.

    None where there is one source, or nothing that two tell.
    """
    mine = select.within_counted(told, articles)
    several = weightiest(events[events["sources"] > 1], MATRIX)
    order = select.counted(articles)["source"].value_counts(sort=False)
    tells = mine[mine["event"].isin(several["event"])].groupby("source")["event"].nunique()
    columns = sorted(order.index, key=lambda source: (-tells.get(source, 0), names[source]))
    shown, left = columns[:MATRIX_SOURCES], len(columns) - MATRIX_SOURCES
    if several.empty or len(columns) < 2:
        return None
    rows, behind = [], []
    for event in events[events["event"].isin(several["event"])].itertuples():
        of = mine[mine["event"] == event.event]
        rows.append((event.title, *(_as_told(of[of["source"] == one]) for one in shown)))
        behind.append(evidence.ids(evidence.spread(of), most))
    note = say("A date is the source’s own; “{}” gives none.", quoted(TOLD))
    if left > 0:
        note = say("{} {} more told less of it.", note, counted(left, "source"))
    return DataTable(
        id="who-tells-what",
        title="Who tells what",
        columns=("happening", *(names[source] for source in shown)),
        rows=rows,
        evidence=behind,
        note=note,
    )


def _as_told(rows: pd.DataFrame) -> str:
    """How one source tells of a happening: by its narrowest date, without one, or not at all."""
    if rows.empty:
        return NOT_TOLD
    dated = [row for row in rows.itertuples() if row.earliest and row.latest]
    if not dated:
        return TOLD
    days = [date.fromisoformat(row.latest) - date.fromisoformat(row.earliest) for row in dated]
    narrowest = dated[days.index(min(days))]
    return in_words(narrowest.earliest, narrowest.latest)


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
        what = "" if event is None else event["title"]
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
