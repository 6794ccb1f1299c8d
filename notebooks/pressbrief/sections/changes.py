"""What changed since the edition before: its tables and this run's, compared row by row."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd

from pressbrief import tables
from pressbrief.sections.wording.words import counted
from pressbrief.tables.select import naming, source_of

COMPARED = ("articles", "mentions", "stance_by_source", "events")
Load = Callable[[str], pd.DataFrame]


def since(previous: Path | None, load: Load) -> pd.DataFrame:
    """The changes table: this run's tables against the CSV tables in the folder `previous`.

    Without one there is no edition to compare with, and no row; tables that cannot be read (an
    older version's) give one row that says so.
    """
    if previous is None:
        return tables.empty("changes")
    try:
        then = {name: tables.read_csv(name, previous / f"{name}.csv") for name in COMPARED}
    except (OSError, tables.TableError) as error:
        row = ("edition", previous.parent.name, "", f"cannot be compared: {error}", "")
        return tables.frame("changes", [row])
    rows = [
        *_articles(then["articles"], load("articles")),
        *_actors(naming(then["mentions"]), naming(load("mentions"))),
        *_stance(then["stance_by_source"], load("stance_by_source"), load("articles")),
        *_events(then["events"], load("events"), load("event_mentions")),
    ]
    return tables.frame("changes", rows)


def _articles(before: pd.DataFrame, after: pd.DataFrame) -> list[tuple]:
    """Articles that came, went, or whose bytes or date interval are others."""
    old, new = (frame.set_index("article_id") for frame in (before, after))
    rows = []
    for article_id in new.index.difference(old.index, sort=False):
        rows.append(("article", new.at[article_id, "file"], "", "added", article_id))
    for article_id in old.index.difference(new.index, sort=False):
        rows.append(("article", old.at[article_id, "file"], "in the corpus", "gone", ""))
    for article_id in new.index.intersection(old.index, sort=False):
        was, now = _state(old.loc[article_id]), _state(new.loc[article_id])
        if was != now:
            rows.append(("article", new.at[article_id, "file"], was, now, article_id))
    return rows


def _state(article: pd.Series) -> str:
    dated = f"{article.published_earliest or '…'} to {article.published_latest or '…'}"
    return f"dated {dated}; text {article.sha256[:8]}"


def _actors(before: pd.DataFrame, after: pd.DataFrame) -> list[tuple]:
    """Actors mentioned now and not then, or the other way."""
    old, new = before["actor"].value_counts(), after["actor"].value_counts()
    rows = []
    for actor in sorted(set(old.index) ^ set(new.index)):
        was, now = (counted(int(counts.get(actor, 0)), "mention") for counts in (old, new))
        behind = after.loc[after["actor"] == actor, "article_id"].unique()
        rows.append(("actor", actor, was, now, tables.LIST_SEPARATOR.join(behind)))
    return rows


def _stance(before: pd.DataFrame, after: pd.DataFrame, articles: pd.DataFrame) -> list[tuple]:
    """Verdicts of one source toward one target that are others than they were."""
    key = ["source", "target"]
    old, new = before.set_index(key)["verdict"], after.set_index(key)["verdict"]
    rows = []
    for source, target in sorted(set(old.index) | set(new.index)):
        was, now = old.get((source, target), ""), new.get((source, target), "")
        if was != now:
            mine = articles.loc[source_of(articles) == source, "article_id"]
            behind = tables.LIST_SEPARATOR.join(mine)
            rows.append(("stance", f"{source} on {target}", was, now, behind))
    return rows


def _events(before: pd.DataFrame, after: pd.DataFrame, told: pd.DataFrame) -> list[tuple]:
    """Events that came, went, or whose interval is another."""
    old, new = before.set_index("event"), after.set_index("event")
    rows = []
    for event in sorted(set(old.index) | set(new.index)):
        was, now = _interval(old, event), _interval(new, event)
        if was != now:
            behind = told.loc[told["event"] == event, "article_id"].unique()
            rows.append(("event", event, was, now, tables.LIST_SEPARATOR.join(behind)))
    return rows


def _interval(events: pd.DataFrame, event: str) -> str:
    if event not in events.index:
        return ""
    row = events.loc[event]
    return f"{row.earliest or '…'} to {row.latest or '…'}, {row.status}"
