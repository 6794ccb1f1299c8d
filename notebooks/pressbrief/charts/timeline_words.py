"""What the timeline says in words: title, alt text, the line below each event, and its data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from pressbrief.charts import labels
from pressbrief.charts.timeaxis import Interval, Panel
from pressbrief.sections.model import DataTable
from pressbrief.sections.wording import words
from pressbrief.sections.wording.phrase import Phrase, joined, quoted, say

ID = "timeline"
NAMED_SOURCES = 3
LONGEST_TITLE = 2.6
SINGLY = "shown singly"


class Told(NamedTuple):
    """An event's row, its interval, and the sources that tell it."""

    row: Any
    interval: Interval
    sources: tuple[str, ...]

    @property
    def when(self) -> Phrase:
        """The event's days in words."""
        return words.when(self.row.earliest, self.row.latest)


def title(dated: Sequence[Told]) -> Phrase:
    """How far more than one source bears the events out."""
    count = len(dated)
    several = sum(told.row.sources > 1 for told in dated)
    if len({source for told in dated for source in told.sources}) <= 1:
        of = labels.plural(count, "dated event")
        return words.sentence(say("{} source was found to tell of {}", words.number(1), of))
    if not several:
        return say("No dated event was found in several sources")
    verb = "was" if several == 1 else "were"
    text = say(
        f"{{}} of {{}} {verb} found in several sources",
        words.number(several),
        labels.plural(count, "dated event"),
    )
    return words.sentence(text)


def below(told: Told, names: Mapping[str, str]) -> str:
    """When it was, and who tells it."""
    status = "" if told.row.status == "happened" else f" · {told.row.status}"
    conflict = " · sources disagree" if told.row.conflict else ""
    return f"{told.when}{status}{conflict} · {_tellers(told, names)}"


def sentence(told: Told) -> str:
    """What a mark says when pointed at."""
    counted = labels.plural(told.row.sources, "source")
    return f"{told.when}, {told.row.status}, {counted}: {_short(told)}"


def alt(dated: Sequence[Told], panels: Sequence[Panel], shown: Sequence[Told]) -> Phrase:
    """What the timeline shows: how many, from when to when, how precise, and the most told."""
    first = min((told for told in dated), key=lambda told: told.interval.order)
    last = max((told for told in dated), key=lambda told: told.interval.order[1])
    days = sum(told.interval.days == 1 for told in dated)
    most = max(shown, key=lambda told: told.row.sources)
    crowds = [
        say("{} in {}", words.digits(len(panel.members)), quoted(panel.words)) for panel in panels
    ]
    where = say(", {}", words.listed(crowds)) if len(panels) > 1 else ""
    of = say("; {} {}", words.digits(len(shown)), SINGLY) if len(shown) < len(dated) else ""
    return say(
        "Timeline of {}{}{}. The first: {}; the last: {}; {} dated to the day. "
        "Told by most, {}: {} ({}).",
        labels.plural(len(dated), "dated event"),
        of,
        where,
        first.when,
        last.when,
        words.digits(days),
        labels.plural(most.row.sources, "source"),
        _short(most),
        most.when,
    )


def caption(
    events: int, dated: Sequence[Told], shown: Sequence[Told], outside: Phrase, by_days: bool
) -> Phrase:
    """What is not drawn, or not one by one."""
    said = []
    chosen = "of the days that matter most" if by_days else "that most sources tell"
    if len(shown) < len(dated):
        counts = (words.digits(len(shown)), words.digits(len(dated)))
        said.append(say(f"{SINGLY.capitalize()}: the {{}} of {{}} {chosen}.", *counts))
    if outside:
        said.append(outside)
    if undated := events - len(dated):
        said.append(say("{} not shown.", labels.plural(undated, "undated event")))
    return joined(said)


def data(
    shown: Sequence[Told], names: Mapping[str, str], evidence: Mapping[str, Sequence[str]]
) -> DataTable:
    """The events drawn one by one, in the order of the chart."""
    return DataTable(
        id=f"{ID}-data",
        title="Events by date",
        columns=("earliest", "latest", "status", "event", "sources", "told by"),
        rows=tuple(
            (
                told.row.earliest,
                told.row.latest,
                told.row.status,
                labels.clean(told.row.title),
                int(told.row.sources),
                "; ".join(labels.name_of(names, source) for source in told.sources),
            )
            for told in shown
        ),
        evidence=tuple(tuple(evidence.get(told.row.event, ())) for told in shown),
    )


def _short(told: Told) -> Phrase:
    return quoted(labels.clip(told.row.title, LONGEST_TITLE))


def _tellers(told: Told, names: Mapping[str, str]) -> str:
    if not told.sources or len(told.sources) > NAMED_SOURCES:
        return labels.plural(told.row.sources, "source")
    return ", ".join(labels.name_of(names, source) for source in told.sources)
