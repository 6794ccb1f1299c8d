"""Which of the days, weekends or years that an expression can mean is meant, seen from a day."""

from __future__ import annotations

from datetime import date

from pressbrief.time.timex import values
from pressbrief.time.timex.tense import Tense

# Which year a date lies in that is told as this year's or the last one's.
_SAME_YEAR = {"this": 0, "year before": -1, "year after": 1}


def weekday(wanted: int, day: date, way: str, tense: Tense) -> str | None:
    """News says "Wednesday" of the day of publication too; "last" and "next" leave it out."""
    back = (day.isoweekday() - wanted) % 7
    if way == "next" or (tense == "future" and way != "last"):
        ahead = (wanted - day.isoweekday()) % 7
        return values.shifted(day, "day", ahead or (7 if way == "next" else 0))
    if way == "this":
        return values.shifted(day, "day", wanted - day.isoweekday())
    return values.shifted(day, "day", -(back or (7 if way == "last" else 0)))


def weekend(day: date, tense: Tense) -> str | None:
    """The weekend of the week if it is still to come or has begun, else the one before."""
    back = 0 if tense == "future" or day.isoweekday() >= 6 else 1
    return values.shifted(day, "weekend", -back)


def yearless(choices: list[str], day: date, way: str) -> str | None:
    """Of a value in several years, in order, the one that the words and the tense (`way`) mean."""
    spans = _spans(choices)
    if way in ("next", "future"):
        ahead = [pair for pair in spans if pair[1][way == "future"] >= day]
        past = [pair for pair in spans if pair[1][1] < day]
        near = past and ahead and _just(past[-1][1], day, ahead[0][1][0])
        if way == "future" and near:
            return past[-1][0]
        return ahead[0][0] if ahead else None
    if way in _SAME_YEAR:
        same = [value for value, span in spans if span[0].year == day.year + _SAME_YEAR[way]]
        return same[0] if same else None
    if way == "near":
        return min(spans, key=lambda pair: _distance(pair[1], day))[0] if spans else None
    past = [pair for pair in spans if (pair[1][1] if way == "last" else pair[1][0]) <= day]
    ahead = [pair for pair in spans if pair[1][0] > day]
    if way == "open" and past and ahead and _soon(past[-1][1][1], day, ahead[0][1][0]):
        return ahead[0][0]
    return past[-1][0] if past else None


def _spans(choices: list[str]) -> list[tuple[str, values.Days]]:
    return [(value, span) for value in choices if (span := values.days(value))]


def _distance(span: values.Days, day: date) -> int:
    return max((span[0] - day).days, (day - span[1]).days, 0)


def _soon(past: date, day: date, ahead: date) -> bool:
    """Whether a date without year or verb is one soon to come rather than one long ago."""
    return (day - past).days > 240 and (ahead - day).days < 100


def _just(past: values.Days, day: date, ahead: date) -> bool:
    """Whether days without year are just over rather than far ahead, whatever the verb.

    Not a whole month or season: "a mission in December" is told of one far ahead, too.
    """
    few = (past[1] - past[0]).days < 27
    return few and (ahead - day).days > 240 and (day - past[1]).days < 100


def nearest(pattern: str, told: values.Days | None, until: date | None, most: int) -> str | None:
    """The yearless value nearest to the days told before, at most so many days from them.

    None where there is none, and where it begins after `until`.

    >>> nearest("XXXX-11-16", (date(2025, 2, 5), date(2025, 2, 5)), None, 200)
    '2024-11-16'
    """
    if told is None or not pattern.startswith("XXXX-") or pattern.startswith("XXXX-WXX"):
        return None
    near = []
    choices = values.years_around(pattern, told[0])
    for value, (first, last) in _spans(choices):
        gap = max((first - told[1]).days, (told[0] - last).days, 0)
        if gap <= most and not (until and first > until):
            near.append((gap, value))
    return min(near)[1] if near else None
