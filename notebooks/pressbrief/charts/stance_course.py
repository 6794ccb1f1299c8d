"""The course of stance: what the sources say of each target in each period, where dated enough."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

import pandas as pd

from pressbrief.charts import chart_marks, counted, labels, period_bars, stance_words
from pressbrief.charts.canvas import BLUE, FAINT, RULE, SOFT, VERMILLION, WIDTH, Canvas, middle
from pressbrief.charts.chart_marks import Scale
from pressbrief.charts.timeaxis import LONGEST, Interval, ticks
from pressbrief.sections import evidence
from pressbrief.sections.model import DataTable, Figure
from pressbrief.sections.wording.phrase import Phrase, quoted, say
from pressbrief.sections.wording.words import signed
from pressbrief.stance.appraisal.interval import Judge, sampled
from pressbrief.stance.appraisal.verdicts import verdict
from pressbrief.tables import select

ID = "stance-course"
TARGETS, FEWEST_PERIODS = 5, 3
ROOM, BAND, AIR = 1.65, 0.7, 0.16
SHADES = {"critical": VERMILLION, "favourable": BLUE}


class Point(NamedTuple):
    """What the sources say of a target in one period, counted in `edges` from `place`."""

    target: str
    place: int
    mean: float
    low: float
    high: float
    sentences: int
    sources: int
    verdict: str
    evidence: tuple[str, ...]


def stance_course(
    own: pd.DataFrame, articles: pd.DataFrame, names: Mapping[str, str], quotes: int, judge: Judge
) -> Figure | None:
    """The mean own-voice polarity of each period, as points with intervals for each target.

    An article counts in the period that its date interval lies in whole. A period needs as many
    sentences as a verdict does, a target three such periods; None if no target has them. `own`
    has the own-voice stances with `source` and `file`.
    """
    read = select.counted(articles)
    spans = {
        row.article_id: Interval.of(row.published_earliest, row.published_latest)
        for row in read.itertuples()
    }
    dated = [span for span in spans.values() if span.days <= LONGEST]
    if own.empty or not dated:
        return None
    unit, edges, _ = period_bars.of(dated)
    places = {id_: period_bars.place_of(span, edges) for id_, span in spans.items()}
    period = {id_: place for id_, place in places.items() if place >= 0}
    points = _points(own[own["article_id"].isin(period)], period, quotes, judge)
    shown = list(dict.fromkeys(point.target for point in points))
    if not shown:
        return None
    canvas = Canvas()
    bottom = _draw(canvas, points, shown, edges, unit, names)
    left = len(spans) - len(period)
    return Figure(
        id=ID,
        title=_title(points, names),
        subtitle=say(
            f"Mean polarity of all sources’ own sentences by {unit}, {{}}, with interval",
            stance_words.scale(),
        ),
        alt=_alt(points, edges, unit, names),
        caption=say(
            "Which sources write differs from period to period. "
            f"Not dated to a single {unit}, or far off, and left out: {{}}.",
            labels.plural(left, "article"),
        ),
        svg=canvas.svg(bottom, ID),
        data=_data(points, edges, unit, names),
    )


def _points(own: pd.DataFrame, period: dict[str, int], quotes: int, judge: Judge) -> list[Point]:
    """The points of the targets that have enough of them, most sentences first."""
    at = own.assign(place=own["article_id"].map(period))
    found: list[Point] = []
    for target in counted.most_first(at["target"]).index:
        mine = []
        for place, rows in at[at["target"] == target].groupby("place"):
            if len(rows) < judge.fewest:
                continue
            ends = judge.interval(sampled(rows, by_file=rows["file"].nunique() > 1))
            says = verdict(*ends[1:], len(rows), judge.fewest)
            ids = evidence.ids(select.strongest_first(rows), quotes)
            counts = len(rows), rows["source"].nunique()
            mine.append(Point(target, int(place), *ends, *counts, says, ids))
        if len(mine) >= FEWEST_PERIODS:
            found += mine
        if len({point.target for point in found}) == TARGETS:
            break
    return found


def _draw(canvas: Canvas, points, shown, edges, unit: str, names) -> float:
    """Draws a band for each target on one axis of time; returns where the axis ends."""
    scale = Scale(edges[0], edges[-1], ROOM, WIDTH - 0.35)
    spoken = labels.fitted([labels.name_of(names, target) for target in shown], ROOM - 0.15)
    for number, (target, label) in enumerate(zip(shown, spoken, strict=True)):
        top = 0.05 + number * (BAND + AIR)
        up = Scale(1, -1, top, top + BAND)
        canvas.text(0, middle(up(0)), label)
        for value, said in ((1, "+1"), (0, "0"), (-1, "−1")):
            color = RULE if value else FAINT
            canvas.line(scale.left, up(value), scale.right, up(value), color=color)
            y = middle(up(value), labels.SMALL)
            canvas.text(WIDTH, y, said, size=labels.SMALL, color=SOFT, align="right")
        mine = [point for point in points if point.target == target]
        for point in mine:
            x = scale((edges[point.place] + edges[point.place + 1]) / 2)
            shade = SHADES.get(point.verdict, SOFT)
            canvas.line(x, up(point.low), x, up(point.high), color=shade, weight=1.6)
            says = _sentence(point, edges, unit, names)
            chart_marks.verdict(canvas, point.verdict, x, up(point.mean), says, point.evidence)
    bottom = 0.05 + len(shown) * (BAND + AIR)
    for x, said in ticks(scale):
        canvas.line(x, bottom, x, bottom + 0.05, color=FAINT)
        canvas.text(x, bottom + 0.19, said, size=labels.SMALL, color=SOFT, align="center")
    return bottom + 0.3


def _sentence(point: Point, edges, unit: str, names) -> Phrase:
    return say(
        f"{{}}, {unit} of {{}}: {{}} ({{}} to {{}}), {{}}, {{}}",
        labels.name_of(names, point.target),
        quoted(str(date.fromordinal(edges[point.place]))),
        *(signed(end) for end in (point.mean, point.low, point.high)),
        labels.plural(point.sentences, "sentence"),
        labels.plural(point.sources, "source"),
    )


def _parted(points: list[Point]) -> list[tuple[Point, Point]]:
    """The first and last point of each target whose intervals do not meet, widest first."""
    by_target: dict[str, list[Point]] = {}
    for point in points:
        by_target.setdefault(point.target, []).append(point)
    pairs = [(mine[0], mine[-1]) for mine in by_target.values()]
    moved = [(a, b) for a, b in pairs if a.high < b.low or b.high < a.low]
    return sorted(moved, key=lambda pair: -abs(pair[0].mean - pair[1].mean))


def _title(points: list[Point], names) -> str:
    moved = _parted(points)
    if not moved:
        return "Stance does not clearly move over time"
    first, last = moved[0]
    way = "better" if last.mean > first.mean else "worse"
    about = labels.name_of(names, first.target)
    return labels.title(
        say(f"{{}} is spoken of {way} than at first", about),
        f"A target is spoken of {way} than at first",
    )


def _alt(points: list[Point], edges, unit: str, names) -> Phrase:
    low, high = (pick(points, key=lambda point: point.mean) for pick in (min, max))
    said = [_sentence(point, edges, unit, names) for point in (low, high)]
    return say(f"Points with intervals by {unit}. Lowest: {{}}; highest: {{}}.", *said)


def _data(points: list[Point], edges, unit: str, names) -> DataTable:
    return DataTable(
        id=f"{ID}-data",
        title=f"Stance toward each target by {unit}",
        columns=("target", f"{unit} that begins", "mean", "low", "high", "sentences", "sources"),
        rows=tuple(
            (labels.name_of(names, point.target), str(date.fromordinal(edges[point.place])),
             *(round(end, 2) for end in (point.mean, point.low, point.high)),
             point.sentences, point.sources)
            for point in points
        ),
        evidence=tuple(point.evidence for point in points),
    )  # fmt: skip
