"""Days named without their year, as the days that they can be: a weekday leaves few of them."""

from __future__ import annotations

import re
from datetime import date

from pressbrief.english.days import WEEKDAYS
from pressbrief.english.patterns import any_of
from pressbrief.time.timex import Timex
from pressbrief.time.timex.values import days

# An article may be so old; in fewer years a 29 February is not sure to fall on each weekday (every
# 28 years). A guess: older news is seldom text on a computer.
YEARS_BACK = 60
_WEEKDAY = re.compile(rf"({any_of(WEEKDAYS)})\b", re.IGNORECASE)
_PATTERN = re.compile(r"XXXX-(\d\d-\d\d)")


def is_yearless(timex: Timex) -> bool:
    """Whether an expression names a day of a month without its year."""
    return _PATTERN.fullmatch(timex.value) is not None


def weekday(text: str) -> int | None:
    """The weekday that a text names, 1 to 7, None if it names none or several.

    >>> weekday("Wednesday, February 19"), weekday("February 19")
    (3, None)
    """
    found = {WEEKDAYS[word.lower()] for word in _WEEKDAY.findall(text)}
    return found.pop() if len(found) == 1 else None


def possible(timex: Timex, on: int | None, as_of: date) -> list[date]:
    """The days up to `as_of` that a yearless day can be, oldest first; on weekday `on`, if given.

    >>> from pressbrief.time.timex import find
    >>> [day.year for day in possible(find("February 19")[0], 3, date(2026, 1, 1))][-3:]
    [2014, 2020, 2025]
    """
    years = range(max(1, as_of.year - YEARS_BACK), as_of.year + 1)
    spans = (days(timex.value.replace("XXXX", f"{year:04}")) for year in years)
    found = [span[0] for span in spans if span and span[0] <= as_of]
    return [day for day in found if on is None or day.isoweekday() == on]
