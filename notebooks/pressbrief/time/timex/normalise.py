"""Anchoring: what an expression's value is, given the interval in which its article appeared."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from pressbrief.english.days import WEEKDAYS, in_words
from pressbrief.time.timex import choosing, values
from pressbrief.time.timex.model import Timex
from pressbrief.time.timex.tense import Tense

# A date without its year is taken for the one nearest to the date told just before, if it is at
# most so many days away: some more than half a year, within which one of a date's years always
# lies. What would lie after publication is none, and a weekday leaves one year in five or six.
NEAR = 200


class Anchor(NamedTuple):
    """What is known when a sentence is read: the article's interval ("": open) and what was told.

    `told` are the days of the last date that the article told in full before, if there is one, and
    `quarter` the first day of the last quarter; `here` says that the sentence itself told it,
    `dwells` that the article names more dates near that one, so that it is no aside, `history` that
    the article tells of other years than its own.
    """

    earliest: date | None
    latest: date | None
    told: values.Days | None = None
    dwells: bool = False
    history: bool = False
    quarter: date | None = None
    here: bool = False

    def words(self) -> str:
        """The interval in the words of a report."""
        return in_words(*(day.isoformat() if day else "" for day in (self.earliest, self.latest)))


class Anchored(NamedTuple):
    """A value with X where it stays open, the days that it can mean, and why."""

    value: str
    earliest: date | None
    latest: date | None
    basis: str


def asks_tense(timex: Timex) -> bool:
    """Whether the tense has a say in an expression's value: one date of several is meant."""
    return timex.offset is None and timex.type in ("DATE", "TIME") and "X" in timex.value


def anchored(timex: Timex, anchor: Anchor, tense: Tense) -> Anchored:
    """An expression's value and days on an article's interval.

    >>> from pressbrief.time.timex.grammar import find
    >>> week = Anchor(date(2025, 2, 17), date(2025, 2, 18))
    >>> anchored(find("said Monday")[0], week, "past").value
    '2025-02-17'
    >>> anchored(find("said Tuesday")[0], week, "past").value
    'XXXX-WXX-2'
    """
    if timex.type in ("DURATION", "SET"):
        return Anchored(timex.value, None, None, "a length of time, not a date")
    if timex.value.endswith("_REF"):
        return _reference(timex, anchor)
    if timex.other:
        return _ambiguous(timex)
    if "X" not in timex.value:
        return _stated(timex)
    found = _by_sundays(_relative(timex, anchor, tense), timex, anchor)
    # "Later that month" is later than what was told, whenever that was.
    return found if timex.way == "told" else _clipped(found, timex.mod, anchor)


def _by_sundays(found: Anchored, timex: Timex, anchor: Anchor) -> Anchored:
    """Last week, which on a Sunday may be the one that ends: weeks begin on Sundays, too."""
    if timex.value != values.TEMPLATES["week"] or timex.offset != -1 or not found.latest:
        return found
    if anchor.latest is None or anchor.latest.isoweekday() < 7:
        return found
    until = anchor.latest - timedelta(days=1)
    return found._replace(latest=until, basis=f"{found.basis}; on a Sunday it may be that week")


def _clipped(found: Anchored, mod: str, anchor: Anchor) -> Anchored:
    """What has passed of a year, month or week at publication, or what is still to come of it."""
    if mod == "PASSED" and found.latest and anchor.latest:
        return found._replace(latest=min(found.latest, anchor.latest))
    if mod == "TO_COME" and found.earliest and anchor.earliest:
        return found._replace(earliest=max(found.earliest, anchor.earliest))
    return found


def _reference(timex: Timex, anchor: Anchor) -> Anchored:
    if timex.value == "PAST_REF":
        return Anchored(timex.value, None, anchor.latest, "some time before publication")
    if timex.value == "FUTURE_REF":
        return Anchored(timex.value, anchor.earliest, None, "some time after publication")
    return Anchored(timex.value, anchor.earliest, anchor.latest, "the time of publication")


def _stated(timex: Timex) -> Anchored:
    span = values.days(f"FY{timex.value}" if timex.way == "fiscal" else timex.value)
    first, last = values.part(span, timex.mod) if span else (None, None)
    if timex.mod in ("START", "MID", "END") and span:
        half = {"START": "first half", "MID": "middle half", "END": "second half"}[timex.mod]
        return Anchored(timex.value, first, last, f"stated in the text, taken as its {half}")
    return Anchored(timex.value, first, last, "stated in the text")


def _ambiguous(timex: Timex) -> Anchored:
    readings = sorted(
        span for value in (timex.value, timex.other) if (span := values.days(value)) is not None
    )
    value = values.shared(timex.value, timex.other, "XXXX-XX-XX")
    basis = f"month and day can be read either way: {timex.value} or {timex.other}"
    return Anchored(value, readings[0][0], readings[-1][1], basis)


def _relative(timex: Timex, anchor: Anchor, tense: Tense) -> Anchored:
    pattern, at, clock = timex.value.partition("T")
    if timex.nth:
        pattern = pattern.removesuffix("XX") + timex.nth
    how = _how(timex, tense)
    by_told = _told(timex, pattern, clock, anchor)
    if by_told:
        return by_told
    near = None
    if timex.offset is None and anchor.dwells:
        until = None if tense == "future" else anchor.latest
        near = choosing.nearest(pattern, anchor.told, until, NEAR)
    nearest = f"the one nearest to the date told before{_named(anchor.told)}"
    if near and anchor.history:
        return _finish(timex, near, at + clock, nearest)
    first = _on(timex, pattern, anchor.earliest, tense)
    one_day = anchor.latest == anchor.earliest
    last = first if one_day else _on(timex, pattern, anchor.latest, tense)
    published = f"{how}, seen from publication ({anchor.words()})"
    if first and first == last:
        basis = f"{published}; also {nearest}" if first == near else published
        return _finish(timex, first, at + clock, basis)
    if near:
        return _finish(timex, near, at + clock, nearest)
    return _open(timex, (first, last), published)


def _told(timex: Timex, pattern: str, clock: str, anchor: Anchor) -> Anchored | None:
    """What the words or the narrative count from the date told before, None if they do not."""
    year = timex.unit == "year" and timex.offset == -1
    counted = timex.offset or 0
    if anchor.quarter and (timex.way == "reported" or (timex.way == "told" and year)):
        steps = counted * (4 if timex.unit == "year" else 1)
        value = values.shifted(anchor.quarter, "quarter", steps)
        return _finish(timex, value, "", "counted from the quarter told before") if value else None
    if timex.way == "told" and (anchor.told or counted >= 0):
        return _beside(timex, counted, anchor)
    if anchor.told is None:  # "a year earlier" than the telling
        return None
    if timex.way == "told year" and (timex.offset is None or anchor.history):
        value = values.in_year(pattern, anchor.told[0].year)
        return _finish(timex, value, "", f"in the year told before{_named(anchor.told)}")
    day = anchor.told[0] if anchor.told[0] == anchor.told[1] else None
    of_told = clock and pattern == "XXXX-XX-XX" and timex.offset is None
    if of_told and day and (anchor.here or anchor.history):
        return _finish(timex, day.isoformat(), "T" + clock, "on the day told before")
    return None


def _beside(timex: Timex, steps: int, anchor: Anchor) -> Anchored:
    """Two days later, the same year: open unless a date was told before."""
    if not anchor.told:
        return Anchored(timex.value, None, None, "left open: no date was told before it")
    one, other = (values.shifted(day, timex.unit, steps) for day in anchor.told)
    value = one if one == other else None  # "the next day" of a month may be any
    beside = f"beside the date told before{_named(anchor.told)}"
    if value and _is_past_publication(timex, value, anchor):
        return _open(timex, (None, None), f"{beside} it would lie after publication")
    if not value:
        return _open(timex, (one, other), beside)
    clock = timex.value.partition("T")
    told_before = f"counted from the date told before{_named(anchor.told)}"
    return _finish(timex, value, clock[1] + clock[2], told_before)


def _is_past_publication(timex: Timex, value: str, anchor: Anchor) -> bool:
    """Whether it lies after an article that tells of what was before it: it counts from another.

    No news waits for years: what is years after the first day of publication that can be is after.
    """
    last = anchor.earliest if timex.unit == "year" and anchor.earliest else anchor.latest
    told, span = anchor.told, values.days(value)
    return bool(last and told and span and told[1] <= last < span[0])


def _named(told: values.Days | None) -> str:
    return f" ({in_words(*(day.isoformat() for day in told))})" if told else ""


def _finish(timex: Timex, value: str, time: str, basis: str) -> Anchored:
    value = _whole(timex, value)
    span = values.days(f"FY{value}" if timex.way == "fiscal" else value)
    first, last = values.part(span, timex.mod) if span else (None, None)
    return Anchored(value + time, first, last, basis)


def _open(timex: Timex, ends: tuple[str | None, str | None], basis: str) -> Anchored:
    one, other = (value and _whole(timex, value) for value in ends)
    first, last = (values.days(value) if value else None for value in (one, other))
    pattern = values.TEMPLATES["week"] if _is_by_day(timex) else timex.value
    value = values.shared(one, other, pattern) if one and other else pattern
    earliest, latest = first[0] if first else None, last[1] if last else None
    return Anchored(value, earliest, latest, f"left open: {basis}")


def _whole(timex: Timex, value: str) -> str:
    """A value, or the week of the day that it is."""
    return values.containing(date.fromisoformat(value), "week") if _is_by_day(timex) else value


def _is_by_day(timex: Timex) -> bool:
    """Whether a day names its week: "the week of March 6"."""
    return timex.unit == "week" and timex.offset is None


def _on(timex: Timex, pattern: str, day: date | None, tense: Tense) -> str | None:
    """The value if the article appeared on that day."""
    if day is None:
        return None
    if timex.offset is not None:
        # A quarter is reported once it is over.
        over = 1 if timex.way == "reported" and timex.unit == "quarter" else 0
        value = values.shifted(day, timex.unit, timex.offset - over)
        return _in_week(value, pattern) if _is_weekday(pattern) else value
    if pattern.startswith("XXXX-XX-XX"):  # a clock time: on the day of speaking
        return day.isoformat()
    plain = timex.way in ("", "told year") or (timex.way == "near" and tense != "future")
    way = tense if plain else timex.way
    if pattern == "XXXX-WXX-WE":
        return choosing.weekend(day, tense)
    if _is_weekday(pattern):
        return choosing.weekday(int(pattern[-1]), day, timex.way, tense)
    choices = _on_its_weekday(timex, values.years_around(pattern, day), day)
    if len(choices) == 1:
        return choices[0]
    return choosing.yearless(choices, day, way)


def _is_weekday(pattern: str) -> bool:
    return pattern.startswith("XXXX-WXX-") and pattern[-1].isdigit()


def _in_week(week: str | None, pattern: str) -> str | None:
    """The day of a week whose weekday a pattern has: "Thursday last week"."""
    span = values.days(week) if week else None
    return values.shifted(span[0], "day", int(pattern[-1]) - 1) if span else None


def _on_its_weekday(timex: Timex, choices: list[str], day: date) -> list[str]:
    """Of a day's years those in which it is the weekday that stands before it, if one does.

    One close by is the one, whatever the tense: no other such year is near.
    """
    named = WEEKDAYS.get(timex.text.split(None, 1)[0].lower().rstrip(",."))
    if timex.unit != "day" or named is None:
        return choices
    days = [(one, span[0]) for one in choices if (span := values.days(one))]
    fit = [(one, first) for one, first in days if first.isoweekday() == named]
    close = [one for one, first in fit if abs((first - day).days) <= NEAR]
    return close or [one for one, _ in fit] or choices


def _how(timex: Timex, tense: Tense) -> str:
    if timex.offset is not None:
        return timex.text if _is_weekday(timex.value[:10]) else timex.text.lower()
    if timex.way in ("next", "this"):
        return f"the {timex.way} such date"
    return (
        "the next such date"
        if tense == "future" and timex.way != "last"
        else "the latest such date"
    )
