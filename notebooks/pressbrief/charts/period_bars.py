"""Many dated things as bars: how many fall into each day, week, month, quarter or year."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from pressbrief.charts import labels
from pressbrief.charts.canvas import FAINT, SOFT, WIDTH, Canvas
from pressbrief.charts.chart_marks import Scale
from pressbrief.charts.timeaxis import LONGEST, Interval, ticks
from pressbrief.sections.wording.phrase import Phrase, say

MOST_BARS = 40
# The share of all dates, at either end, that a few far-off ones may be.
TAIL = 0.1
MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}
FILL = "#3d8bc4"
HEIGHT, HEAD, FOOT, INSET = 0.6, 0.45, 0.3, 0.3


def bars(
    canvas: Canvas, intervals: Sequence[Interval], top: float, noun: str
) -> tuple[float, Phrase]:
    """Draws a bar for each period; returns where they end and what stands in none of them.

    An interval is counted in the period that it lies in whole; `noun` says what is counted. A few
    far-off ones are left out where the others can then be told apart.
    """
    dated = [interval for interval in intervals if interval.days <= LONGEST]
    if not dated:
        return top, Phrase()
    unit, edges, whole = of(dated)
    counts = [0] * (len(edges) - 1)
    for interval in dated:
        if (place := place_of(interval, edges)) >= 0:
            counts[place] += 1
    scale = Scale(edges[0], edges[-1], INSET, WIDTH - INSET)
    base = top + HEAD + HEIGHT
    for x, said in ticks(scale):
        canvas.line(x, base, x, base + 0.05, color=FAINT)
        canvas.text(x, base + 0.19, said, size=labels.SMALL, color=SOFT, align="center")
    canvas.line(scale.left, base, scale.right, base, color=FAINT, weight=0.8)
    tallest = max(counts) or 1
    for left, right, count in zip(edges, edges[1:], counts, strict=False):
        if count:
            said = (
                f"{labels.plural(count, noun)} in the {unit} that begins {date.fromordinal(left)}"
            )
            air = 0.1 * (scale(right) - scale(left))
            sides = (scale(left) + air, scale(right) - air)
            canvas.box(*sides, base - HEIGHT * count / tallest, base, fill=FILL, says=said)
    canvas.text(0, top + 0.12, f"{noun.capitalize()}s by {unit}", bold=True)
    _peak(canvas, scale, edges, counts, base)
    outside = len(intervals) - sum(counts)
    return base + FOOT, left_out(outside, noun, unit, whole=whole)


def left_out(count: int, noun: str, unit: str, *, whole: bool) -> Phrase:
    """How many are drawn in no period, and why.

    >>> left_out(1, "article", "month", whole=True)
    '1 article not dated to a single month stands in no bar.'
    """
    beyond = "" if whole else ", or before or after,"
    verb = "stands" if count == 1 else "stand"
    said = f"{{}} not dated to a single {unit}{beyond} {verb} in no bar."
    return say(said, labels.plural(count, noun)) if count else Phrase()


def place_of(interval: Interval, edges: Sequence[int]) -> int:
    """The period that an interval lies in whole, counted from 0, else −1."""
    if interval.days > LONGEST:
        return -1
    first, last = interval.order
    place = bisect_right(edges, first) - 1
    return place if 0 <= place < len(edges) - 1 and last < edges[place + 1] else -1


def of(dated: Sequence[Interval]) -> tuple[str, list[int], bool]:
    """The unit for closed intervals, where its periods begin and the last ends, and if all lie in.

    The few that are earliest or latest lie outside where that makes the unit shorter.
    """
    lows, highs = (sorted(each.order[end] for each in dated) for end in (0, 1))
    early = late = int(TAIL * len(dated))
    unit, _ = edges_of(lows[early], highs[-1 - late])
    while early and edges_of(lows[early - 1], highs[-1 - late])[0] == unit:
        early -= 1
    while late and edges_of(lows[early], highs[-late])[0] == unit:
        late -= 1
    return *edges_of(lows[early], highs[-1 - late]), not early + late


def _peak(canvas: Canvas, scale: Scale, edges: list[int], counts: list[int], base: float) -> None:
    """Writes its count above the tallest bar: the scale of all of them."""
    most = max(counts)
    place = counts.index(most)
    said = f"{most:,}"
    half = labels.width(said, labels.SMALL) / 2
    x = (scale(edges[place]) + scale(edges[place + 1])) / 2
    x = min(max(x, scale.left + half), scale.right - half)
    canvas.text(x, base - HEIGHT - 0.04, said, size=labels.SMALL, color=SOFT, align="center")


def edges_of(low: int, high: int) -> tuple[str, list[int]]:
    """The shortest unit that needs no more than MOST_BARS bars, and where its periods begin."""
    for unit, days in (("day", 1), ("week", 7)):
        # Ordinal 1 is a Monday.
        first = low - (low - 1) % days
        if (high - first) // days < MOST_BARS:
            return unit, list(range(first, high + days + 1, days))
    begin, end = date.fromordinal(low), date.fromordinal(high)
    unit, first, last = next(
        (unit, first, last)
        for unit, months in MONTHS.items()
        if (last := _month(end) // months) - (first := _month(begin) // months) < MOST_BARS
    )
    return unit, [_month_begins(place * MONTHS[unit]) for place in range(first, last + 2)]


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _month_begins(month: int) -> int:
    """The ordinal of a month's first day, months counted from the year 0."""
    if month >= 12 * (date.max.year + 1):
        return date.max.toordinal() + 1
    return date(max(month // 12, 1), month % 12 + 1 if month >= 12 else 1, 1).toordinal()
