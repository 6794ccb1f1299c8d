"""The course chart: how much each actor is named in each period, as far as articles are dated."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pandas as pd

from pressbrief.charts import counted, labels, period_bars
from pressbrief.charts.canvas import FAINT, SOFT, WIDTH, Canvas, middle
from pressbrief.charts.chart_marks import Scale
from pressbrief.charts.counted import Evidence
from pressbrief.charts.timeaxis import LONGEST, Interval, ticks
from pressbrief.sections.model import DataTable, Figure
from pressbrief.sections.wording.phrase import Phrase, joined, quoted, say
from pressbrief.sections.wording.words import digits
from pressbrief.tables import select

ID = "mentions-course"
ACTORS = 6
ROOM, ROW, HEIGHT, FOOT = 1.65, 0.42, 0.3, 0.32
FILL = "#3d8bc4"


def course(
    mentions: pd.DataFrame,
    articles: pd.DataFrame,
    names: Mapping[str, str],
    evidence: Evidence,
) -> Figure | None:
    """Mentions per 1,000 words in each period of those most named; None with one period only.

    An article is counted in the period that its date interval lies in whole, else in none.
    `names` has each actor's display name, `evidence` the ids of each (article_id, actor).
    """
    read = select.counted(articles)
    named = select.counted_mentions(mentions, articles)
    spans = {
        row.article_id: Interval.of(row.published_earliest, row.published_latest)
        for row in read.itertuples()
    }
    dated = [span for span in spans.values() if span.days <= LONGEST]
    if named.empty or not dated:
        return None
    unit, edges, whole = period_bars.of(dated)
    period = {id_: period_bars.place_of(span, edges) for id_, span in spans.items()}
    words = read["words"].groupby(read["article_id"].map(period)).sum()
    words = words[words.index >= 0]
    if len(words) < 2 or not words.all():
        return None
    at = named.assign(period=named["article_id"].map(period))
    at = at[at["period"] >= 0]
    if at.empty:
        return None
    shown = list(counted.most_first(at["actor"]).index[:ACTORS])
    at = at[at["actor"].isin(shown)]
    counts = at.groupby(["actor", "period"]).size()
    rates = {
        (actor, place): counted.PER * float(counts.get((actor, place), 0)) / float(words[place])
        for actor in shown
        for place in words.index
    }
    behind = {
        (actor, place): counted.gathered(evidence, list(rows["article_id"].unique()), actor)
        for (actor, place), rows in at.groupby(["actor", "period"])
    }
    canvas = Canvas()
    bottom = _draw(canvas, shown, edges, rates, behind, unit)
    left = sum(place < 0 for place in period.values())
    return Figure(
        id=ID,
        title=_title(shown[0], rates, edges, unit, names),
        subtitle=say(
            f"Mentions per {{}} words of the articles of each {unit}", digits(counted.PER)
        ),
        alt=_alt(shown, rates, edges, unit, names),
        caption=period_bars.left_out(left, "article", unit, whole=whole),
        svg=canvas.svg(bottom, ID),
        data=_data(shown, rates, edges, unit, behind),
    )


def _draw(canvas: Canvas, shown, edges, rates, behind, unit: str) -> float:
    """Draws a row of bars for each actor on one scale; returns where the axis ends."""
    scale = Scale(edges[0], edges[-1], ROOM, WIDTH - 0.45)
    most = max(rates.values()) or 1.0
    places = sorted({place for _, place in rates})
    top = 0.05
    for actor, label in zip(shown, labels.fitted(shown, ROOM - 0.15), strict=True):
        base = top + ROW
        canvas.text(0, middle(base - HEIGHT / 2), label)
        canvas.line(scale.left, base, scale.right, base, color=FAINT, weight=0.8)
        for place in places:
            rate = rates[actor, place]
            left, right = scale(edges[place]), scale(edges[place + 1])
            air = 0.1 * (right - left)
            says = f"{actor}, {_begins(edges[place], unit)}: {rate:.1f} per 1,000 words"
            if rate:
                sides = (left + air, right - air, base - HEIGHT * rate / most, base)
                canvas.box(*sides, fill=FILL, says=says, evidence=behind.get((actor, place), ()))
        highest = max(rates[actor, place] for place in places)
        y = middle(base - HEIGHT / 2, labels.SMALL)
        canvas.text(WIDTH - 0.4, y, f"≤ {highest:.1f}", size=labels.SMALL, color=SOFT)
        top = base + 0.06
    for x, said in ticks(scale):
        canvas.line(x, top, x, top + 0.05, color=FAINT)
        canvas.text(x, top + 0.19, said, size=labels.SMALL, color=SOFT, align="center")
    return top + FOOT


def _begins(day: int, unit: str) -> Phrase:
    return say(f"the {unit} that begins {{}}", quoted(str(date.fromordinal(day))))


def _title(actor: str, rates, edges, unit: str, names) -> str:
    place = max((place for one, place in rates if one == actor), key=lambda p: rates[actor, p])
    begins = _begins(edges[place], unit)
    return labels.title(
        say("{} peaks in {}", labels.name_of(names, actor), begins),
        say("The most named actor peaks in {}", begins),
    )


def _alt(shown, rates, edges, unit: str, names) -> Phrase:
    said = []
    for actor in shown[:3]:
        places = [place for one, place in rates if one == actor]
        high = max(places, key=lambda place: rates[actor, place])
        most = labels.rate(rates[actor, high])
        who, begins = labels.name_of(names, actor), _begins(edges[high], unit)
        said.append(say("{} up to {} in {}", who, most, begins))
    text = f"Rows of bars, mentions per {{}} words by {unit}: {{}}."
    return say(text, digits(counted.PER), joined(said, "; "))


def _data(shown, rates, edges, unit: str, behind) -> DataTable:
    pairs = [(actor, place) for actor in shown for one, place in sorted(rates) if one == actor]
    return DataTable(
        id=f"{ID}-data",
        title=say(f"Mentions per {{}} words by {unit}", digits(counted.PER)),
        columns=("actor", f"{unit} that begins", "per 1,000 words"),
        rows=tuple(
            (labels.clean(actor), str(date.fromordinal(edges[place])),
             round(rates[actor, place], 1))
            for actor, place in pairs
        ),
        evidence=tuple(behind.get(pair, ()) for pair in pairs),
    )  # fmt: skip
