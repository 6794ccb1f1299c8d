"""TIMEX3 values as days: what days a value covers, and what value lies a step from a day."""

from __future__ import annotations

import calendar
import re
from datetime import MAXYEAR, date, timedelta
from functools import lru_cache

Days = tuple[date, date]
SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
TEMPLATES = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half": "XXXX-HX",
    "season": "XXXX-XX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}
_SHAPE = re.compile(
    r"(?:FY)?(?P<year>\d{2,4})"
    r"(?:-(?:W(?P<week>\d\d)(?:-(?P<weekday>[1-7]|WE))?|Q(?P<quarter>[1-4])|H(?P<half>[12])"
    r"|(?P<season>SP|SU|FA|WI)|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?(?:T.*)?"
)


@lru_cache(maxsize=4096)
def days(value: str) -> Days | None:
    """The first and last day of a TIMEX3 date value, None where it is open or no date.

    >>> days("2024-02"), days("202"), days("XXXX-02")
    ((datetime.date(2024, 2, 1), datetime.date(2024, 2, 29)), (datetime.date(2020, 1, 1), \
datetime.date(2029, 12, 31)), None)
    """
    first, slash, last = value.partition("/")
    if slash:
        begin, end = days(first), days(last)
        return (begin[0], end[1]) if begin and end and begin[0] <= end[1] else None
    shape = _SHAPE.fullmatch(value)
    if shape is None:
        return None
    try:
        return _fiscal(shape) if value.startswith("FY") else _days(shape)
    except ValueError:  # 31 February, week 54, year 0
        return None


def _days(shape: re.Match) -> Days:
    digits = shape["year"]
    years = 10 ** (4 - len(digits))
    year = int(digits) * years
    if years > 1:
        return date(max(year, 1), 1, 1), date(year + years - 1, 12, 31)
    if shape["week"]:
        return _week_days(year, int(shape["week"]), shape["weekday"])
    if shape["quarter"]:
        return _months(year, 3 * int(shape["quarter"]) - 2, 3)
    if shape["half"]:
        return _months(year, 6 * int(shape["half"]) - 5, 6)
    if shape["season"]:
        return _months(year, SEASON_STARTS[shape["season"]], 3)
    if shape["day"]:
        day = date(year, int(shape["month"]), int(shape["day"]))
        return day, day
    return _months(year, int(shape["month"]), 1) if shape["month"] else _months(year, 1, 12)


def _week_days(year: int, week: int, weekday: str | None) -> Days:
    if weekday and weekday != "WE":
        day = date.fromisocalendar(year, week, int(weekday))
        return day, day
    first = date.fromisocalendar(year, week, 6 if weekday else 1)
    return first, date.fromisocalendar(year, week, 7)


def _fiscal(shape: re.Match) -> Days:
    """Fiscal years begin between April of the year before and April of the year (Japan's)."""
    year = int(shape["year"])
    return date(year - 1, 4, 1), date(year + 1, 3, 31)


def _months(year: int, month: int, count: int) -> Days:
    first = date(year, month, 1)
    year, month = year + (month + count - 2) // 12, (month + count - 2) % 12 + 1
    return first, date(year, month, calendar.monthrange(year, month)[1])


def containing(day: date, unit: str) -> str:
    """The value of the unit (day, week, month, quarter, half, year …) that a day lies in.

    >>> containing(date(2025, 2, 15), "week"), containing(date(2025, 2, 15), "quarter")
    ('2025-W07', '2025-Q1')
    """
    text = day.isoformat()
    if unit in ("week", "weekend"):
        iso = day.isocalendar()
        return f"{iso.year:04}-W{iso.week:02}" + ("-WE" if unit == "weekend" else "")
    if unit in ("quarter", "half"):
        return f"{text[:4]}-" + (
            f"Q{(day.month + 2) // 3}" if unit == "quarter" else f"H{(day.month + 5) // 6}"
        )
    return text[: {"day": 10, "month": 7, "year": 4, "decade": 3, "century": 2}[unit]]


def shifted(day: date, unit: str, steps: int) -> str | None:
    """The value of the unit so many steps after (before, if negative) the one a day lies in.

    None where that leaves the calendar.

    >>> shifted(date(2025, 1, 31), "month", 1), shifted(date(2025, 2, 15), "year", -3)
    ('2025-02', '2022')
    """
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
    try:
        if unit in months:
            count = day.year * 12 + day.month - 1 + steps * months[unit]
            return containing(date(count // 12, count % 12 + 1, 1), unit)
        return containing(day + timedelta(days=steps * (1 if unit == "day" else 7)), unit)
    except (ValueError, OverflowError):
        return None


def years_around(pattern: str, day: date) -> list[str]:
    """A yearless value ("XXXX-02-29", "XXXX-SU") in the nine years around a day, in order."""
    return list(_years_around(pattern, day.year))


@lru_cache(maxsize=1024)
def _years_around(pattern: str, year: int) -> tuple[str, ...]:
    years = range(max(1, year - 8), min(MAXYEAR, year + 9))
    return tuple(value for one in years if days(value := in_year(pattern, one)))


def in_year(pattern: str, year: int) -> str:
    """A yearless value in a year; "4#4" is a month's fourth Thursday, "E-2" Good Friday.

    >>> in_year("XXXX-02-15", 2025), in_year("XXXX-11-4#4", 2025), in_year("XXXX-05-1#-1", 2025)
    ('2025-02-15', '2025-11-27', '2025-05-26')
    >>> in_year("XXXX-XX-E-2", 2025)
    '2025-04-18'
    """
    value = pattern.replace("XXXX", f"{year:04}")
    if "E" in value:
        return _from_easter(year, int(value.partition("E")[2]))
    if "#" not in value:
        return value
    month = value[:7]
    weekday, place = map(int, value[8:].split("#"))
    year, number = map(int, month.split("-"))
    last = calendar.monthrange(year, number)[1]
    found = [day for day in range(1, last + 1) if date(year, number, day).isoweekday() == weekday]
    return f"{month}-{found[place - 1 if place > 0 else place]:02}"


def _from_easter(year: int, steps: int) -> str:
    """The day so many days after Easter Sunday, "" before the Gregorian calendar."""
    from dateutil.easter import easter  # here: hardly any text names such a day

    known = 1583 <= year <= 4099
    return (easter(year) + timedelta(days=steps)).isoformat() if known else ""


def shared(first: str, last: str, pattern: str) -> str:
    """What two values have in common, X where they differ; else the pattern as it stands.

    >>> shared("2025-02-15", "2025-03-02", "XXXX-XX-XX")
    '2025-XX-XX'
    """
    if len(first) != len(last) or ("W" in pattern) != ("W" in first):
        return pattern
    kept = []
    same = True
    for one, other, mask in zip(
        re.split(r"([-T])", first),
        re.split(r"([-T])", last),
        re.split(r"([-T])", pattern),
        strict=False,
    ):
        same = same and one == other
        kept.append(one if same or (one == other and "X" not in mask) else mask)
    return "".join(kept) + pattern[len("".join(kept)) :]


def part(span: Days, mod: str) -> Days:
    """What "early", "mid" and "late" leave of an interval: a half of it each, generously.

    >>> part((date(2024, 9, 1), date(2024, 9, 30)), "START")
    (datetime.date(2024, 9, 1), datetime.date(2024, 9, 15))
    """
    first, last = span
    length = (last - first).days + 1
    half, quarter = timedelta(days=(length + 1) // 2 - 1), timedelta(days=length // 4)
    if mod == "START":
        return first, first + half
    if mod == "END":
        return last - half, last
    return (first + quarter, last - quarter) if mod == "MID" else span
