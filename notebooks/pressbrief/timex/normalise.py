"""Anchoring: what an expression's value is, given the interval in which its article appeared."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from pressbrief.timex import values
from pressbrief.timex.model import Timex
from pressbrief.timex.prose import in_words
from pressbrief.timex.tense import Tense

# A date without its year is taken for the one nearest to the date told just before, if that is
# the nearest by far; else it stays open.
NEAR = 200


@dataclass(frozen=True, slots=True)
class Anchor:
    """What is known when a sentence is read: the article's interval ("": open) and what was told.

    `told` are the days of the last date that the article told in full before, if there is one;
    `dwells` says that the article names more dates near that one, so that it is no aside; `history`
    that the article tells of other years than its own.
    """

    earliest: date | None
    latest: date | None
    told: values.Days | None = None
    dwells: bool = False
    history: bool = False

    def words(self) -> str:
        return in_words(*(day.isoformat() if day else "" for day in (self.earliest, self.latest)))


@dataclass(frozen=True, slots=True)
class Anchored:
    """A value with X where it stays open, the days that it can mean, and why."""

    value: str
    earliest: date | None
    latest: date | None
    basis: str


def anchored(timex: Timex, anchor: Anchor, tense: Tense) -> Anchored:
    """An expression's value and days on an article's interval.

    >>> from pressbrief.timex.grammar import find
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
    return _clipped(_relative(timex, anchor, tense), timex.mod, anchor)


def _clipped(found: Anchored, mod: str, anchor: Anchor) -> Anchored:
    """What has passed of a year, month or week at publication, or what is still to come of it."""
    if mod == "PASSED" and found.latest and anchor.latest:
        return replace(found, latest=min(found.latest, anchor.latest))
    if mod == "TO COME" and found.earliest and anchor.earliest:
        return replace(found, earliest=max(found.earliest, anchor.earliest))
    return found


def _reference(timex: Timex, anchor: Anchor) -> Anchored:
    if timex.value == "PAST_REF":
        return Anchored(timex.value, None, anchor.latest, "some time before publication")
    if timex.value == "FUTURE_REF":
        return Anchored(timex.value, anchor.earliest, None, "some time after publication")
    return Anchored(timex.value, anchor.earliest, anchor.latest, "the time of publication")


def _stated(timex: Timex) -> Anchored:
    span = values.days(timex.value)
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
    how = _how(timex, tense)
    if timex.way == "told":
        return _beside(timex, anchor)
    near = _near(pattern, anchor, tense) if timex.offset is None and anchor.dwells else None
    by_told = f"the one nearest to the date told before{_named(anchor.told)}"
    if near and anchor.history:
        return _finish(timex, near, at + clock, by_told)
    first = _on(timex, pattern, anchor.earliest, tense)
    last = _on(timex, pattern, anchor.latest, tense)
    published = f"{how}, seen from publication ({anchor.words()})"
    if first and first == last:
        basis = f"{published}; also {by_told}" if first == near else published
        return _finish(timex, first, at + clock, basis)
    if near:
        return _finish(timex, near, at + clock, by_told)
    return _open(timex, (first, last), published)


def _beside(timex: Timex, anchor: Anchor) -> Anchored:
    """Two days later, the same year: open unless a date was told before."""
    value = anchor.told and values.shifted(anchor.told[0], timex.unit, timex.offset)
    if not value:
        return Anchored(timex.value, None, None, "left open: no date was told before it")
    return _finish(timex, value, "", f"counted from the date told before{_named(anchor.told)}")


def _named(told: values.Days | None) -> str:
    return f" ({in_words(*(day.isoformat() for day in told))})" if told else ""


def _finish(timex: Timex, value: str, time: str, basis: str) -> Anchored:
    span = values.days(value)
    first, last = values.part(span, timex.mod) if span else (None, None)
    return Anchored(value + time, first, last, basis)


def _open(timex: Timex, ends: tuple[str | None, str | None], basis: str) -> Anchored:
    spans = [values.days(value) if value else None for value in ends]
    value = values.shared(*ends, timex.value) if all(ends) else timex.value
    earliest = spans[0][0] if spans[0] else None
    latest = spans[1][1] if spans[1] else None
    return Anchored(value, earliest, latest, f"left open: {basis}")


def _on(timex: Timex, pattern: str, day: date | None, tense: Tense) -> str | None:
    """The value if the article appeared on that day."""
    if day is None:
        return None
    if timex.offset is not None:
        return values.shifted(day, timex.unit, timex.offset)
    if pattern.startswith("XXXX-XX-XX"):  # a clock time: on the day of speaking
        return day.isoformat()
    way = timex.way or {"future": "next", "open": "open", "past": "past"}[tense]
    if pattern.startswith("XXXX-WXX-"):
        return _weekday(int(pattern[-1]), day, timex.way, tense)
    return _yearless(values.years_around(pattern, day), day, way)


def _weekday(wanted: int, day: date, way: str, tense: Tense) -> str | None:
    """News says "Wednesday" of the day of publication too; "last" and "next" leave it out."""
    back = (day.isoweekday() - wanted) % 7
    if way == "next" or (tense == "future" and way != "last"):
        ahead = (wanted - day.isoweekday()) % 7
        return values.shifted(day, "day", ahead or (7 if way == "next" else 0))
    if way == "this":
        return values.shifted(day, "day", wanted - day.isoweekday())
    return values.shifted(day, "day", -(back or (7 if way == "last" else 0)))


def _yearless(choices: list[str], day: date, way: str) -> str | None:
    spans = [(value, span) for value in choices if (span := values.days(value))]
    if way == "next":
        ahead = [value for value, span in spans if span[1] >= day]
        return ahead[0] if ahead else None
    if way == "this":
        same = [value for value, span in spans if span[0].year == day.year]
        return same[0] if same else None
    past = [pair for pair in spans if (pair[1][1] if way == "last" else pair[1][0]) <= day]
    ahead = [pair for pair in spans if pair[1][0] > day]
    if way == "open" and past and ahead and _soon(past[-1][1][1], day, ahead[0][1][0]):
        return ahead[0][0]
    return past[-1][0] if past else None


def _soon(past: date, day: date, ahead: date) -> bool:
    """Whether a date without year or verb is one soon to come rather than one long ago."""
    return (day - past).days > 240 and (ahead - day).days < 100


def _near(pattern: str, anchor: Anchor, tense: Tense) -> str | None:
    """The yearless date nearest to what was told before, if the article can have told it so."""
    if anchor.told is None or not pattern.startswith("XXXX-") or pattern.startswith("XXXX-W"):
        return None
    near = []
    begin, end = anchor.told
    for value in values.years_around(pattern, begin):
        first, last = values.days(value)
        gap = max((first - end).days, (begin - last).days, 0)
        late = anchor.latest and first > anchor.latest and tense != "future"
        if gap <= NEAR and not late:
            near.append((gap, value))
    return min(near)[1] if near else None


def _how(timex: Timex, tense: Tense) -> str:
    if timex.offset is not None:
        return f"{timex.text.lower()}"
    if timex.way in ("next", "this"):
        return f"the {timex.way} such date"
    return (
        "the next such date"
        if tense == "future" and timex.way != "last"
        else "the latest such date"
    )
