"""What changed among events since the edition before: new ones, moved, disputed, told by more."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

import pandas as pd

from pressbrief import tables
from pressbrief.sections.wording.words import counted, when
from pressbrief.time.dating.constraints import is_open

Edition = Mapping[str, pd.DataFrame]
Place = tuple[str, int]


def events(then: Edition, now: Edition, changed: set[str]) -> list[tuple]:
    """The rows of the changes table on events, by subject.

    An event whose id is new, as another first telling gives it, is the one that most of its places
    told in the edition before. `changed` are the articles that are others than they were.
    """
    old, new = _Events(then), _Events(now)
    rows = []
    for event in sorted(new.places):
        was = event if event in old.places else old.told_at(new.places[event], new)
        if not was:
            rows.append(new.row(event, "added", "", new.told(event)))
        elif not _only_the_day(was, event, old, new, changed):
            rows += _differing(was, event, old, new)
    for event in sorted(old.places):
        if event not in new.places and not new.told_at(old.places[event], old):
            rows.append((*old.row(event, "gone", old.told(event), "")[:5], "", ""))
    return sorted(rows, key=lambda row: row[1])


def _differing(was: str, event: str, old: _Events, new: _Events) -> Iterator[tuple]:
    """A row for each way in which an event is another than it was."""
    before, after = old.of[was], new.of[event]
    if old.interval(was) != new.interval(event):
        yield new.row(event, "moved", old.when(was), new.when(event))
    if before.status != after.status:
        yield new.row(event, "turned", before.status, after.status)
    if before.conflict != after.conflict:
        what = "contradicted" if after.conflict else "settled"
        yield new.row(event, what, before.conflict, after.conflict)
    if before.sources != after.sources:
        what = "told by more" if after.sources > before.sources else "told by fewer"
        yield new.row(event, what, old.sources(was), new.sources(event))


class _Events:
    """An edition's events: the places that tell each, and what is said of it."""

    def __init__(self, edition: Edition):
        where = edition["sentences"][["article_id", "sentence", "start"]]
        told = edition["event_mentions"].drop(columns=["start"])
        told = told.merge(where, on=["article_id", "sentence"])
        articles = edition["articles"]
        self.open = set(articles["article_id"][[*map(is_open, articles["published_basis"])]])
        self.places: dict[str, list[Place]] = defaultdict(list)
        self.at: dict[Place, list[str]] = defaultdict(list)
        self._sentences: dict[str, list[str]] = defaultdict(list)
        self._ends: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for row in told.itertuples():
            self.places[row.event].append((row.article_id, row.start))
            self.at[row.article_id, row.start].append(row.event)
            self._sentences[row.event].append(f"{row.article_id}:{row.sentence}")
            self._ends[row.event].append((row.latest, row.article_id))
        self.of = {row.event: row for row in edition["events"].itertuples()}
        self._titles = Counter(row.title for row in self.of.values())

    def interval(self, event: str) -> tuple[str, str]:
        """What is compared of its interval: an end that only undated articles set is none."""
        of = self.of[event]
        ends = {article for latest, article in self._ends[event] if latest == of.latest}
        return of.earliest, "" if ends and ends <= self.open else of.latest

    def when(self, event: str) -> str:
        """When it was, in words; an end that is only the as-of day is none."""
        return str(when(*self.interval(event)))

    def sources(self, event: str) -> str:
        """By how many it is told, in words."""
        return str(counted(int(self.of[event].sources), "source"))

    def told(self, event: str) -> str:
        """What is said of one that is new: when it was, and by how many it is told."""
        status = self.of[event].status
        status = "" if status == "happened" else f"{status}, "
        return f"{status}{self.when(event)}; told by {self.sources(event)}"

    def subject(self, event: str) -> str:
        """Its title; with when it was where another has the same."""
        title = self.of[event].title
        return title if self._titles[title] == 1 else f"{title}, {self.when(event)}"

    def told_at(self, places: list[Place], other: _Events) -> str:
        """The event that most of these places tell, rather one that the other edition has not.

        Of equals the first; empty if none does.
        """
        found = [event for place in places for event in self.at.get(place, ())]
        ranked = sorted(
            (event in other.places, -count, event) for event, count in Counter(found).items()
        )
        return ranked[0][-1] if ranked else ""

    def row(self, event: str, what: str, before: str, after: str) -> tuple:
        """A row of the changes table, with who tells the event and where."""
        tellers = dict.fromkeys(id_ for id_, _ in self.places[event])
        behind = (tables.LIST_SEPARATOR.join(ids) for ids in (tellers, self._sentences[event]))
        alone = what in ("added", "gone")  # what it was or is says when
        subject = self.of[event].title if alone else self.subject(event)
        return ("event", subject, what, before, after, *behind)


def _only_the_day(was: str, event: str, old: _Events, new: _Events, changed: set[str]) -> bool:
    """Whether an event is another only because an article's date ends with the as-of day."""
    places = {*old.places[was], *new.places[event]}
    tellers = {article_id for article_id, _ in places}
    same = places <= old.at.keys() and places <= new.at.keys() and not tellers & changed
    return same and bool(tellers & (old.open | new.open))
