"""The timeline: what happened when, each mark as long as its date is uncertain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from pressbrief.charts import chart_marks, labels, period_bars, timeaxis, timeline_words
from pressbrief.charts.canvas import (
    BLUE,
    INK,
    PALE_BLUE,
    PAPER,
    RULE,
    SOFT,
    VERMILLION,
    WIDTH,
    Canvas,
)
from pressbrief.charts.timeaxis import Interval
from pressbrief.charts.timeline_words import ID, Told
from pressbrief.sections.model import Figure
from pressbrief.sections.timeline_tables import MANY_DAYS
from pressbrief.sections.wording.phrase import Phrase, say
from pressbrief.tables import select

MOST_ROWS, OVERVIEW_FROM, ROWS_BELOW_OVERVIEW = 16, 33, 12
TWO_LINES_UP_TO = 10
TEXT, LEFT, RIGHT = 2.45, 0.2, 2.2
LINE, ROW, HEAD = 0.15, 0.38, 0.52
STATUSES = ("happened", "reported", "planned", "denied")
FORMS: dict[str, dict[str, Any]] = {
    "happened": {"fill": BLUE, "edge": BLUE},
    "reported": {"fill": PALE_BLUE, "edge": BLUE},
    "planned": {"fill": PAPER, "edge": BLUE, "dashed": True},
    "denied": {"fill": PAPER, "edge": VERMILLION},
}


def timeline(
    events: pd.DataFrame,
    event_mentions: pd.DataFrame,
    articles: pd.DataFrame,
    names: Mapping[str, str],
    evidence: Mapping[str, Sequence[str]],
    salience: Mapping[str, float] | None = None,
) -> Figure | None:
    """The events on a time axis, broken into panels where they crowd; None if not two are.

    `names` has each source's display name, `evidence` the evidence ids of each event, `salience`
    how much each day matters. Of many events those of the days that
    matter most are shown one by one, or else those that most sources tell; all others as bars.
    """
    dated = _told(events[select.dated(events)], event_mentions, articles)
    if len(dated) < 2:  # one dot says no more than the table of events
        return None
    many = len(dated) >= OVERVIEW_FROM
    by_days = bool(many and salience and len(salience) >= MANY_DAYS)
    ranked = sorted(dated, key=_rank)
    if by_days and salience:
        ranked = _of_salient_days(ranked, salience)
    shown = ranked[: ROWS_BELOW_OVERVIEW if many else MOST_ROWS]
    found = timeaxis.panels([told.interval for told in shown])
    canvas = Canvas()
    used = {told.row.status for told in shown}
    bottom = 0.0
    if used != {"happened"}:
        entries = [(_drawn(canvas, status), status) for status in STATUSES if status in used]
        chart_marks.key_row(canvas, 0.12, entries)
        bottom = chart_marks.KEY_HEIGHT
    outside = Phrase()
    if many:
        bottom, outside = period_bars.bars(canvas, [t.interval for t in dated], bottom, "event")
    lines = 2 if len(shown) <= TWO_LINES_UP_TO else 1
    for panel in found:
        members = [shown[i] for i in panel.members]
        bottom = _panel(canvas, panel, members, lines, bottom, names, evidence)
    return Figure(
        id=ID,
        title=timeline_words.title(dated),
        subtitle=say(
            "A dot is a day, a bar spans the days on which it can have been; "
            "the thicker, the more sources; n = {}",
            labels.plural(len(dated), "dated event"),
        ),
        alt=timeline_words.alt(dated, found, shown),
        caption=timeline_words.caption(len(events), dated, shown, outside, by_days),
        svg=canvas.svg(bottom + 0.05, ID),
        data=timeline_words.data([shown[i] for p in found for i in p.members], names, evidence),
    )


def _told(events: pd.DataFrame, event_mentions: pd.DataFrame, articles: pd.DataFrame) -> list[Told]:
    tells: dict[str, dict[str, None]] = {}
    for row in select.within_counted(event_mentions, articles).itertuples():
        tells.setdefault(row.event, {})[row.source] = None
    return [
        Told(row, Interval.of(row.earliest, row.latest), tuple(tells.get(row.event, ())))
        for row in events.itertuples()
    ]


def _rank(told: Told) -> tuple:
    """Events that more sources tell stand first, then those dated more closely."""
    return (
        -told.row.sources,
        -told.row.articles,
        told.interval.days,
        told.row.earliest,
        told.row.event,
    )


def _of_salient_days(ranked: list[Told], salience: Mapping[str, float]) -> list[Told]:
    """Of ranked events the first of each day, those of the days that matter most first."""
    best: dict[str, Told] = {}
    for told in ranked:
        if told.interval.days == 1:
            best.setdefault(told.row.earliest, told)
    return sorted(best.values(), key=lambda told: -salience.get(told.row.earliest, 0))


def _panel(
    canvas: Canvas, panel, members: list[Told], lines: int, top: float, names, evidence
) -> float:
    """Draws one panel's heading, axis and events; returns where it ends."""
    scale = panel.scale(LEFT, RIGHT)
    canvas.text(0, top + 0.17, panel.words, bold=True)
    texts = [labels.wrap(told.row.title, WIDTH - TEXT, lines) for told in members]
    heights = [ROW + LINE * (len(text) - 1) for text in texts]
    top += HEAD
    timeaxis.axis(canvas, scale, top, top + sum(heights))
    for told, text, height in zip(members, texts, heights, strict=True):
        first = top + 0.14
        canvas.line(scale.left, first - 0.04, TEXT - 0.1, first - 0.04, color=RULE, weight=0.5)
        _mark(canvas, told, scale, first - 0.04, evidence)
        for number, line in enumerate(text):
            canvas.text(TEXT, first + number * LINE, line, color=INK)
        below = labels.clip(timeline_words.below(told, names), WIDTH - TEXT, labels.SMALL)
        canvas.text(TEXT, first + len(text) * LINE, below, size=labels.SMALL, color=SOFT)
        top += height
    return top + 0.1


def _mark(canvas: Canvas, told: Told, scale: chart_marks.Scale, y: float, evidence) -> None:
    half = 0.037 + 0.009 * min(told.row.sources - 1, 4)
    left, right, opens, goes_on = timeaxis.ends(told.interval, scale)
    how = {
        **FORMS[told.row.status],
        "says": timeline_words.sentence(told),
        "evidence": evidence.get(told.row.event, ()),
    }
    if told.interval.days == 1:
        canvas.circle((left + right) / 2, y, half, **how)
    else:
        canvas.polygon(timeaxis.bar(left, right, y, 0.8 * half, opens, goes_on), **how)
    if told.row.status == "denied":
        _cross(canvas, (left + right) / 2, y, half)


def _cross(canvas: Canvas, x: float, y: float, half: float) -> None:
    for up in (-1, 1):
        ends = (x - half, y - up * half, x + half, y + up * half)
        canvas.line(*ends, color=VERMILLION, weight=1.2)


def _drawn(canvas: Canvas, status: str):
    def draw(x: float, y: float) -> None:
        canvas.circle(x, y, 0.05, **FORMS[status])
        if status == "denied":
            _cross(canvas, x, y, 0.05)

    return draw
