"""Time on a chart: intervals of days, panels where they crowd together, ticks and bars."""

from __future__ import annotations

import math
from calendar import month_abbr, month_name
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pressbrief.charts import labels
from pressbrief.charts.canvas import RULE, SOFT, Canvas
from pressbrief.charts.chart_marks import Scale

MOST_PANELS = 3
# A panel is cut in two where that saves each of its members more than halving it would, and half
# as much again, and a panel's own cost besides: an even spread of dates stays whole.
SAVING, PANEL_COST = 1.5 * math.log(2), 4.0
SHORTEST, LONGEST = 14, 366
PRECISE = 31
# Of a bar, in inches: what can still be seen.
NARROWEST = 0.035
STEPS = (
    *((days, "day") for days in (1, 2, 7, 14)),
    *((months, "month") for months in (1, 2, 3, 6)),
    *((years, "year") for years in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)),
)
DAYS = {"day": 1, "month": 28, "year": 365}
MOST_TICKS = 40


@dataclass(frozen=True)
class Interval:
    """First and last day as ordinals; None where that end is open."""

    low: int | None
    high: int | None

    @classmethod
    def of(cls, earliest: str, latest: str) -> Interval:
        """The interval of two ISO days, either of which may be ""."""
        return cls(
            date.fromisoformat(earliest).toordinal() if earliest else None,
            date.fromisoformat(latest).toordinal() if latest else None,
        )

    @property
    def ends(self) -> list[int]:
        """The ends that are known, as ordinals of days."""
        return [end for end in (self.low, self.high) if end is not None]

    @property
    def days(self) -> float:
        """How many days it covers; infinite where an end is open."""
        return math.inf if self.low is None or self.high is None else self.high - self.low + 1

    @property
    def order(self) -> tuple[int, int]:
        """What intervals are sorted by; those without ends come last."""
        return (min(self.ends), max(self.ends)) if self.ends else (date.max.toordinal(), 0)


@dataclass(frozen=True)
class Panel:
    """A stretch of time in ordinals and the places of its members in the list, in order."""

    low: int
    high: int
    members: tuple[int, ...]

    @property
    def words(self) -> str:
        """Its months, or its years if it is long, as a report names them."""
        first, last = date.fromordinal(self.low), date.fromordinal(self.high)
        if self.high - self.low > 1.2 * LONGEST:
            return f"{first.year} to {last.year}"
        start, end = month_name[first.month], f"{month_name[last.month]} {last.year}"
        if first.year != last.year:
            return f"{start} {first.year} to {end}"
        return end if first.month == last.month else f"{start} to {end}"

    def scale(self, left: float, right: float) -> Scale:
        """The panel's days, with some air around them, at places from left to right."""
        air = max(0.04 * (self.high - self.low), (SHORTEST - (self.high - self.low)) / 2, 0.5)
        return Scale(self.low - air, self.high + 1 + air, left, right)


def panels(intervals: Sequence[Interval]) -> list[Panel]:
    """The intervals in one panel, or in several where dates lie in far-off crowds.

    What is open, longer than a year, or so long that closer dates lie within it joins the panel
    next to its first known end, drawn as far as that panel goes; what has no end joins the last.
    No panel if none has an end.
    """
    inorder = sorted(range(len(intervals)), key=lambda i: intervals[i].order)
    firm = [i for i in inorder if _is_firm(intervals[i], intervals)]
    firm = firm or [i for i in inorder if intervals[i].ends]
    if not firm:
        return []
    groups = [firm]
    while len(groups) < MOST_PANELS:
        cuts = [(_best_cut([intervals[i].order[0] for i in group]), group) for group in groups]
        (saving, at), group = max(cuts, key=lambda cut: cut[0][0])
        if saving <= SAVING * len(group) + PANEL_COST:
            break
        place = groups.index(group)
        groups[place : place + 1] = [group[:at], group[at:]]
    domains = [_hull([intervals[i] for i in group]) for group in groups]
    for i in inorder:
        if i not in firm:
            groups[_nearest(intervals[i], domains)].append(i)
    return [
        Panel(low, high, tuple(sorted(group, key=inorder.index)))
        for (low, high), group in zip(domains, groups, strict=True)
    ]


def ticks(scale: Scale) -> list[tuple[float, str]]:
    """Where the scale is dated and what stands there, in the closest steps that do not collide."""
    for step, unit in STEPS:
        if scale.high - scale.low > MOST_TICKS * step * DAYS[unit]:
            continue
        found = [(scale(day), said) for day, said in _ticks(scale.low, scale.high, step, unit)]
        halves = [labels.width(said, labels.SMALL) / 2 + 0.06 for _, said in found]
        if all(
            found[i + 1][0] - found[i][0] >= halves[i] + halves[i + 1]
            for i in range(len(found) - 1)
        ):
            return found
    return []


def axis(canvas: Canvas, scale: Scale, top: float, bottom: float) -> None:
    """Draws the ticks as lines from top to bottom, dated above them."""
    for x, said in ticks(scale):
        canvas.line(x, top, x, bottom, color=RULE, weight=0.6)
        canvas.text(x, top - 0.06, said, size=labels.SMALL, color=SOFT, align="center")


def ends(interval: Interval, scale: Scale) -> tuple[float, float, bool, bool]:
    """Where an interval begins and ends on the scale, and whether it goes on left and right."""
    low, high = interval.low, interval.high
    left = None if low is None or low < scale.low else scale(low)
    right = None if high is None or high + 1 > scale.high else scale(high + 1)
    drawn = scale.left if left is None else left, scale.right if right is None else right
    return *drawn, left is None, right is None


def bar(left: float, right: float, y: float, half: float, opens: bool, goes_on: bool) -> list:
    """The outline of a bar; an end that goes on beyond the panel is pointed."""
    spare = max(0.0, NARROWEST - (right - left)) / 2
    left, right, tip = left - spare, right + spare, 1.6 * half
    start = [(left + tip, y + half), (left, y), (left + tip, y - half)]
    end = [(right - tip, y - half), (right, y), (right - tip, y + half)]
    return [
        *(start if opens else [(left, y + half), (left, y - half)]),
        *(end if goes_on else [(right, y - half), (right, y + half)]),
    ]


def _best_cut(days: list[int]) -> tuple[float, int]:
    """How much the best cut of sorted days would save, and where it lies."""

    def cost(part: list[int]) -> float:
        return len(part) * math.log(part[-1] - part[0] + SHORTEST)

    places = range(1, len(days))
    saved = ((cost(days) - cost(days[:at]) - cost(days[at:]), at) for at in places)
    return max(saved, default=(0.0, 0))


def _is_firm(interval: Interval, among: Sequence[Interval]) -> bool:
    """Whether it may set the axis: at most a month, or a year that no closer date lies in."""
    if interval.days <= PRECISE:
        return True
    first, last = interval.order
    return interval.days <= LONGEST and not any(
        other.days <= PRECISE and other.order[0] <= last and first <= other.order[1]
        for other in among
    )


def _hull(members: list[Interval]) -> tuple[int, int]:
    found = [end for member in members for end in member.ends]
    return min(found), max(found)


def _nearest(interval: Interval, domains: list[tuple[int, int]]) -> int:
    if not interval.ends:
        return len(domains) - 1
    day = interval.order[0]
    return min(range(len(domains)), key=lambda i: max(domains[i][0] - day, day - domains[i][1], 0))


def _ticks(low: float, high: float, step: int, unit: str) -> Iterator[tuple[int, str]]:
    """The days between low and high that a tick stands at, and what it says."""
    first = max(math.ceil(low), 1)
    last = min(math.floor(high), date.max.toordinal())
    if unit == "day":
        for day in range(first + (1 - first) % step, last + 1, step):
            yield day, f"{date.fromordinal(day).day} {month_abbr[date.fromordinal(day).month]}"
        return
    months = step if unit == "month" else 12 * step
    begin, end = date.fromordinal(first), date.fromordinal(last)
    start = begin.year * 12 + begin.month - 1 + (begin.day > 1)
    said_year = False
    for month in range(start + -start % months, end.year * 12 + end.month, months):
        day = date(month // 12, month % 12 + 1, 1).toordinal()
        yield day, _month_tick(month, unit, with_year=not said_year)
        said_year = True


def _month_tick(month: int, unit: str, *, with_year: bool) -> str:
    if unit == "year":
        return f"{month // 12}"
    name = month_abbr[month % 12 + 1]
    return f"{name} {month // 12}" if with_year or month % 12 == 0 else name
