"""What changed since the edition before: its tables and this run's, compared row by row.

A change is one in what the articles say. That the as-of day has moved is none, nor is it that a
target is no longer, or only now, among those toward whom stance is measured.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path

import pandas as pd

from pressbrief import tables
from pressbrief.sections.wording.words import counted
from pressbrief.tables.select import naming, source_of
from pressbrief.time.dating.constraints import is_open

COMPARED = (
    "articles",
    "sentences",
    "mentions",
    "stances",
    "stance_by_source",
    "events",
    "event_mentions",
)
OPEN = "…"
Load = Callable[[str], pd.DataFrame]
Edition = Mapping[str, pd.DataFrame]


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
    now = {name: load(name) for name in COMPARED}
    articles = _articles(then["articles"], now["articles"])
    rows = [
        *articles.values(),
        *_actors(naming(then["mentions"]), naming(now["mentions"])),
        *_stance(then, now),
        *_events(then, now, set(articles)),
    ]
    return tables.frame("changes", rows)


def _articles(before: pd.DataFrame, after: pd.DataFrame) -> dict[str, tuple]:
    """Articles that came, went, or whose bytes or date interval are others, by article_id."""
    old, new = (frame.set_index("article_id") for frame in (before, after))
    rows = {}
    for article_id in new.index.difference(old.index, sort=False):
        rows[article_id] = ("article", new.at[article_id, "file"], "", "added", article_id)
    for article_id in old.index.difference(new.index, sort=False):
        rows[article_id] = ("article", old.at[article_id, "file"], "in the corpus", "gone", "")
    for article_id in new.index.intersection(old.index, sort=False):
        was, now = old.loc[article_id], new.loc[article_id]
        if _state(was) != _state(now):
            said = _said(was), _said(now)
            rows[article_id] = ("article", new.at[article_id, "file"], *said, article_id)
    return rows


def _state(article: pd.Series) -> tuple:
    """What is compared of an article: an end that is only the as-of day is none."""
    latest = "" if is_open(article.published_basis) else article.published_latest
    return article.published_earliest, latest, article.sha256


def _said(article: pd.Series) -> str:
    dated = f"{article.published_earliest or OPEN} to {article.published_latest or OPEN}"
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


def _stance(then: Edition, now: Edition) -> list[tuple]:
    """Verdicts of one source that are others than they were, toward a target of both editions.

    Each with its counts; that counts alone are others is no change of verdict.
    """
    old, new = (_verdicts(each["stance_by_source"]) for each in (then, now))
    measured = set(then["stances"]["target"]) & set(now["stances"]["target"])
    sources = source_of(now["articles"])
    rows = []
    for source, target in sorted(set(old) | set(new)):
        (was, before), (is_, after) = (each.get((source, target), ("", "")) for each in (old, new))
        if was != is_ and target in measured:
            behind = tables.LIST_SEPARATOR.join(now["articles"]["article_id"][sources == source])
            rows.append(("stance", f"{source} on {target}", before, after, behind))
    return rows


def _verdicts(by_source: pd.DataFrame) -> dict[tuple[str, str], tuple[str, str]]:
    """Of each source and target the verdict, and that with the counts that it rests on."""
    return {
        (row.source, row.target): (
            row.verdict,
            f"{row.verdict} ({row.critical} critical, {row.favourable} favourable "
            f"of {counted(row.sentences, 'sentence')})",
        )
        for row in by_source.itertuples()
    }


def _events(then: Edition, now: Edition, changed: set[str]) -> list[tuple]:
    """Events that came, went, or whose interval or status is another.

    One whose id is new, as another first telling gives it, is the one that most of its places told
    in the edition before. `changed` are the articles that are others than they were.
    """
    old, new = _Events(then), _Events(now)
    rows = []
    for event in sorted(new.places):
        was = event if event in old.places else old.told_at(new.places[event], new)
        if old.states.get(was) == new.states[event]:
            continue
        if not (was and _only_the_day(was, event, old, new, changed)):
            said = old.said.get(was, ""), new.said[event]
            rows.append(("event", event, *said, new.behind(event)))
    for event in sorted(old.places):
        if event not in new.places and not new.told_at(old.places[event], old):
            rows.append(("event", event, old.said[event], "", ""))
    return sorted(rows, key=lambda row: row[1])


Place = tuple[str, int]


class _Events:
    """An edition's events: the places that tell each, its state, and that in words."""

    def __init__(self, edition: Edition):
        where = edition["sentences"][["article_id", "sentence", "start"]]
        told = edition["event_mentions"].drop(columns=["start"])
        told = told.merge(where, on=["article_id", "sentence"])
        articles = edition["articles"]
        self.open = set(articles["article_id"][[*map(is_open, articles["published_basis"])]])
        self.places: dict[str, list[Place]] = defaultdict(list)
        self.events: dict[Place, list[str]] = defaultdict(list)
        self._ends: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for row in told.itertuples():
            self.places[row.event].append((row.article_id, row.start))
            self.events[row.article_id, row.start].append(row.event)
            self._ends[row.event].append((row.latest, row.article_id))
        events = list(edition["events"].itertuples())
        self.states = {row.event: self._state(row) for row in events}
        self.said = {
            row.event: f"{row.earliest or OPEN} to {row.latest or OPEN}, {row.status}"
            for row in events
        }

    def _state(self, event) -> tuple:
        """What is compared of an event: an end that only undated articles set is none."""
        ends = {article for latest, article in self._ends[event.event] if latest == event.latest}
        latest = "" if ends and ends <= self.open else event.latest
        return event.earliest, latest, event.status

    def told_at(self, places: list[Place], other: _Events) -> str:
        """The event that most of these places tell, rather one that the other edition has not.

        Of equals the first; empty if none does.
        """
        found = [event for place in places for event in self.events.get(place, ())]
        ranked = sorted(
            (event in other.places, -count, event) for event, count in Counter(found).items()
        )
        return ranked[0][-1] if ranked else ""

    def behind(self, event: str) -> str:
        """The article_ids of those who tell an event, as the column has them."""
        return tables.LIST_SEPARATOR.join(dict.fromkeys(id_ for id_, _ in self.places[event]))


def _only_the_day(was: str, event: str, old: _Events, new: _Events, changed: set[str]) -> bool:
    """Whether an event is another only because an article's date ends with the as-of day."""
    places = {*old.places[was], *new.places[event]}
    tellers = {article_id for article_id, _ in places}
    same = places <= old.events.keys() and places <= new.events.keys() and not tellers & changed
    return same and bool(tellers & (old.open | new.open))
