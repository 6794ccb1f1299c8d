"""The course of stance: judgements on each target period by period, where periods carry them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

import pandas as pd

from pressbrief.charts import counted, labels, period_bars
from pressbrief.charts.canvas import BLUE, FAINT, SOFT, VERMILLION, WIDTH, Canvas, middle
from pressbrief.charts.chart_marks import Scale
from pressbrief.charts.timeaxis import LONGEST, Interval, ticks
from pressbrief.sections.model import DataTable, Figure
from pressbrief.sections.stance_views import Said
from pressbrief.sections.stance_views import counted as counted_by
from pressbrief.sections.wording.phrase import Phrase, joined, quoted, say
from pressbrief.sections.wording.words import digits
from pressbrief.tables import select

ID = "stance-course"
TARGETS, FEWEST_PERIODS = 5, 3
ROOM, BAND, AIR = 1.65, 0.8, 0.14


class Point(NamedTuple):
    """What the sources say of a target in one period, counted in `edges` from `place`."""

    target: str
    place: int
    said: Said


def stance_course(
    own: pd.DataFrame,
    articles: pd.DataFrame,
    names: Mapping[str, str],
    *,
    min_sentences: int,
    min_judgements: int,
) -> Figure | None:
    """The judgements of each period, critical ones below a line and favourable above, by target.

    An article counts in the period that its date interval lies in whole. A period needs as many
    sentences as a verdict does, a target three such periods and in them as many judgements; None
    if no target has them. `own` has the sources' own sentences (stance_views).
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
    points = _points(own[own["article_id"].isin(period)], period, min_sentences, min_judgements)
    if not points:
        return None
    canvas = Canvas()
    bottom = _draw(canvas, points, edges, unit, names)
    left = len(spans) - len(period)
    return Figure(
        id=ID,
        title=_title(points, edges, unit, names),
        subtitle=f"Sentences in the sources’ own voice that judge, by {unit}: favourable above "
        "the line, critical below, beside it of how many",
        alt=_alt(points, edges, unit, names),
        caption=say(
            "Which sources write differs from period to period. "
            f"Not dated to a single {unit}, or far off, and left out: {{}}.",
            labels.plural(left, "article"),
        ),
        svg=canvas.svg(bottom, ID),
        data=_data(points, edges, unit, names),
    )


def _points(own: pd.DataFrame, period: dict[str, int], fewest: int, judgements: int) -> list[Point]:
    """The points of the targets that have enough of them, most sentences first."""
    at = own.assign(place=own["article_id"].map(period))
    found: list[Point] = []
    targets = 0
    for target in counted.most_first(at["target"]).index:
        said = counted_by(at[at["target"] == target], "place")
        mine = [
            Point(target, int(place), one)
            for (place, _), one in said.items()
            if one.sentences >= fewest
        ]
        if len(mine) < FEWEST_PERIODS or sum(one.said.judged for one in mine) < judgements:
            continue
        found += mine
        targets += 1
        if targets == TARGETS:
            break
    return found


def _draw(canvas: Canvas, points: list[Point], edges, unit: str, names) -> float:
    """Draws a band for each target on one axis of time; returns where the axis ends."""
    scale = Scale(edges[0], edges[-1], ROOM, WIDTH - 0.1)
    shown = list(dict.fromkeys(point.target for point in points))
    spoken = labels.fitted([labels.name_of(names, target) for target in shown], ROOM - 0.15)
    most = max(
        max(point.said.critical.sentences, point.said.favourable.sentences) for point in points
    )
    half = (BAND - 0.3) / 2
    top = 0.05
    for target, label in zip(shown, spoken, strict=True):
        zero = top + BAND / 2
        canvas.text(0, middle(zero), label)
        canvas.line(scale.left, zero, scale.right, zero, color=FAINT)
        for point in (one for one in points if one.target == target):
            left, right = scale(edges[point.place]), scale(edges[point.place + 1])
            _bars(
                canvas, point, left, right, zero, half / most, _sentence(point, edges, unit, names)
            )
        top += BAND + AIR
    for x, said in ticks(scale):
        canvas.line(x, top, x, top + 0.05, color=FAINT)
        canvas.text(x, top + 0.19, said, size=labels.SMALL, color=SOFT, align="center")
    return top + 0.3


def _bars(canvas: Canvas, point: Point, left, right, zero, unit, says) -> None:
    """One period's two bars, each with its number, where it has the room."""
    air = 0.15 * (right - left)
    for side, way, color in (
        (point.said.favourable, -1, BLUE), (point.said.critical, 1, VERMILLION)
    ):  # fmt: skip
        if not side.sentences:
            continue
        end = zero + way * unit * side.sentences
        canvas.box(left + air, right - air, min(zero, end), max(zero, end), fill=color, says=says,
                   evidence=side.ids)  # fmt: skip
        said = f"{side.sentences:,}/{point.said.sentences:,}"
        if labels.width(said, labels.SMALL) < right - left:
            y = end + (0.13 if way > 0 else -0.04)
            canvas.text((left + right) / 2, y, said, size=labels.SMALL, color=SOFT, align="center")


def _begins(point: Point, edges) -> Phrase:
    return quoted(str(date.fromordinal(edges[point.place])))


def _sentence(point: Point, edges, unit: str, names) -> Phrase:
    return say(
        f"{{}}, {unit} of {{}}: {{}} critical and {{}} favourable of {{}}, {{}}",
        labels.name_of(names, point.target),
        _begins(point, edges),
        digits(point.said.critical.sentences),
        digits(point.said.favourable.sentences),
        labels.plural(point.said.sentences, "sentence"),
        labels.plural(len(point.said.sources), "source"),
    )


def _peak(points: list[Point]) -> tuple[Point, bool]:
    """The period with most judgements one way, and whether they are critical."""
    critical = max(points, key=lambda point: point.said.critical.sentences)
    favourable = max(points, key=lambda point: point.said.favourable.sentences)
    if critical.said.critical.sentences >= favourable.said.favourable.sentences:
        return critical, True
    return favourable, False


def _title(points: list[Point], edges, unit: str, names) -> str:
    point, is_critical = _peak(points)
    how = "Criticism" if is_critical else "Praise"
    when = _begins(point, edges)
    return labels.title(
        say(f"{how} of {{}} peaks in the {unit} of {{}}",
            labels.name_of(names, point.target), when),
        say(f"{how} peaks in the {unit} of {{}}", when),
    )  # fmt: skip


def _alt(points: list[Point], edges, unit: str, names) -> Phrase:
    said = [_sentence(point, edges, unit, names)
            for point in sorted(points, key=lambda one: -one.said.judged)[:3]]  # fmt: skip
    return say(f"Bars by {unit}. Most judgements: {{}}.", joined(said, "; "))


def _data(points: list[Point], edges, unit: str, names) -> DataTable:
    return DataTable(
        id=f"{ID}-data",
        title=f"Judgements on each target by {unit}",
        columns=("target", f"{unit} that begins", "sentences", "critical", "favourable", "sources"),
        rows=tuple(
            (labels.name_of(names, point.target), _begins(point, edges), point.said.sentences,
             point.said.critical.sentences, point.said.favourable.sentences,
             len(point.said.sources))
            for point in points
        ),
        evidence=tuple(point.said.ids for point in points),
    )  # fmt: skip
