"""Days and intervals of days in words, for charts and sentences."""

from __future__ import annotations

import calendar
from datetime import date
from functools import lru_cache

from pressbrief.english.word_lists import table, words


def _numbered(*names: str) -> dict[str, int]:
    return {word: int(value) for name in names for word, value in table(name).items()}


# The names of days and months and what they are shortened to, with their numbers from 1.
SHORT_WEEKDAYS = words("time/short_weekdays")
WEEKDAYS = _numbered("time/weekdays", "time/short_weekdays")
MONTHS = _numbered("time/months", "time/short_months")
WEEKDAY_NAMES = tuple(word.capitalize() for word in table("time/weekdays"))
MONTH_NAMES = tuple(word.capitalize() for word in table("time/months"))
WIDTHS = ((1, "day"), (7, "week"), (31, "month"), (366, "year"))


@lru_cache(maxsize=1024)
def in_words(earliest: str, latest: str) -> str:
    """An interval of two ISO days (either may be "") in the words of a report.

    >>> in_words("2025-02-15", "2025-02-15"), in_words("2025-02-01", "2025-02-28")
    ('15 February 2025', 'February 2025')
    >>> in_words("2025-02-15", ""), in_words("", "2026-11-22"), in_words("", "")
    ('15 February 2025 or later', '22 November 2026 or earlier', 'date unknown')
    """
    if not earliest and not latest:
        return "date unknown"
    if not latest:
        return f"{day_in_words(date.fromisoformat(earliest))} or later"
    if not earliest:
        return f"{day_in_words(date.fromisoformat(latest))} or earlier"
    first, last = date.fromisoformat(earliest), date.fromisoformat(latest)
    return _whole(first, last) or _short(first, last)


def day_in_words(day: date) -> str:
    """A day as a report writes it.

    >>> day_in_words(date(2025, 2, 5))
    '5 February 2025'
    """
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def precision(earliest: date | None, latest: date | None) -> str:
    """How narrow an interval is, by its width in days.

    >>> precision(date(2025, 2, 15), date(2025, 2, 21)), precision(None, date(2025, 2, 21))
    ('week', 'unknown')
    """
    if earliest is None or latest is None:
        return "unknown"
    width = (latest - earliest).days + 1
    return next((word for most, word in WIDTHS if width <= most), "unknown")


def _whole(first: date, last: date) -> str:
    """A day, month, months, year or years, where the interval is exactly that; else ""."""
    if first == last:
        return day_in_words(first)
    if first.day != 1 or last.day != calendar.monthrange(last.year, last.month)[1]:
        return _part(first, last)
    months = (first.month, last.month)
    if months == (1, 12):
        return f"{first.year}" if first.year == last.year else f"{first.year} to {last.year}"
    start, end = _month(first), _month(last)
    if start == end:
        return start
    return f"{start.removesuffix(f' {last.year}')} to {end}"


def _part(first: date, last: date) -> str:
    """Early or late in a month, where the interval is one half of it; else ""."""
    length = calendar.monthrange(first.year, first.month)[1]
    half = (length + 1) // 2
    if (first.year, first.month) != (last.year, last.month):
        return ""
    if (first.day, last.day) == (1, half):
        return f"early {_month(first)}"
    if (first.day, last.day) == (length - half + 1, length):
        return f"late {_month(first)}"
    return ""


def _month(day: date) -> str:
    return f"{MONTH_NAMES[day.month - 1]} {day.year}"


def _short(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day_in_words(last)}"
    if first.year == last.year and (last - first).days <= 14:
        return f"{first.day} {MONTH_NAMES[first.month - 1]} to {day_in_words(last)}"
    return f"between {day_in_words(first)} and {day_in_words(last)}"
