"""What the timeline says in words: title, alt text, the line below each event, and its data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from pressbrief import words
from pressbrief.charts import labels
from pressbrief.charts.timeaxis import Interval, Panel
from pressbrief.section import DataTable
from pressbrief.timex import in_words
from pressbrief.words import listed

ID = "timeline"
NAMED_SOURCES = 3
LONGEST_SUMMARY = 2.6


class Told(NamedTuple):
    """An event's row, its interval, and the sources that tell it."""

    row: Any
    interval: Interval
    sources: tuple[str, ...]

    @property
    def when(self) -> str:
        return in_words(self.row.earliest, self.row.latest)


def title(dated: Sequence[Told]) -> str:
    """How far more than one source bears the events out."""
    count = len(dated)
    several = sum(told.row.sources > 1 for told in dated)
    if len({source for told in dated for source in told.sources}) <= 1:
        return f"One source tells of {labels.plural(count, 'dated event')}"
    if not several:
        return "No dated event has more than one source"
    verb = "has" if several == 1 else "have"
    told = f"{words.number(several)} of {labels.plural(count, 'dated event')}"
    return words.sentence(f"{told} {verb} more than one source")


def below(told: Told, names: Mapping[str, str]) -> str:
    """When it was, and who tells it."""
    status = "" if told.row.status == "happened" else f" · {told.row.status}"
    conflict = " · sources disagree" if told.row.conflict else ""
    return f"{told.when}{status}{conflict} · {_tellers(told, names)}"


def sentence(told: Told) -> str:
    """What a mark says when pointed at."""
    counted = labels.plural(told.row.sources, "source")
    return f"{told.when}, {told.row.status}, {counted}: {_short(told)}"


def alt(dated: Sequence[Told], panels: Sequence[Panel], shown: Sequence[Told]) -> str:
    """What the timeline shows: how many, from when to when, how precise, and the most told."""
    first = min((told for told in dated), key=lambda told: told.interval.order)
    last = max((told for told in dated), key=lambda told: told.interval.order[1])
    days = sum(told.interval.days == 1 for told in dated)
    most = max(shown, key=lambda told: told.row.sources)
    crowds = [f"{len(panel.members):,} in {panel.words}" for panel in panels]
    where = f", {listed(crowds)}" if len(panels) > 1 else ""
    of = f"; {len(shown):,} shown one by one" if len(shown) < len(dated) else ""
    told = labels.plural(most.row.sources, "source")
    return (
        f"Timeline of {labels.plural(len(dated), 'dated event')}{of}{where}. The first: "
        f"{first.when}; the last: {last.when}; {days:,} dated to the day. "
        f"Told by most, {told}: {_short(most)} ({most.when})."
    )


def caption(
    events: int, dated: Sequence[Told], shown: Sequence[Told], outside: str, by_days: bool
) -> str:
    """What is not drawn, or not one by one."""
    said = []
    chosen = "of the days that matter most" if by_days else "that most sources tell"
    if len(shown) < len(dated):
        said.append(
            f"Shown one by one: the {len(shown)} of {len(dated):,} {chosen}."
            f"{' ' * bool(outside)}{outside}"
        )
    if undated := events - len(dated):
        said.append(f"{labels.plural(undated, 'event')} without any date not shown.")
    return " ".join(said).strip()


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
                labels.clean(told.row.summary),
                int(told.row.sources),
                "; ".join(labels.name_of(names, source) for source in told.sources),
            )
            for told in shown
        ),
        evidence=tuple(tuple(evidence.get(told.row.event, ())) for told in shown),
    )


def _short(told: Told) -> str:
    return labels.clip(told.row.summary, LONGEST_SUMMARY)


def _tellers(told: Told, names: Mapping[str, str]) -> str:
    if not told.sources or len(told.sources) > NAMED_SOURCES:
        return labels.plural(told.row.sources, "source")
    return ", ".join(labels.name_of(names, source) for source in told.sources)
