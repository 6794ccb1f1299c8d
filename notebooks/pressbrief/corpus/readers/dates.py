"""The day in a date field, however it is written."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate

ISO = re.compile(r"\s*((?:19|20)\d\d)([-/.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")


SLASHED = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)(?!\d)")


def day(text: str) -> str:
    """The day that a date field names as YYYY-MM-DD; empty if it names none, or two.

    >>> day("2025-02-19T23:10:00+09:00"), day("Wed, 19 Feb 2025 10:00:00 GMT"), day("02/03/2025")
    ('2025-02-19', '2025-02-19', '')
    """
    if found := ISO.match(text):
        return _checked(int(found[1]), int(found[3]), int(found[4]))
    if found := SLASHED.match(text):
        return _either_way(int(found[1]), int(found[2]), int(found[3]))
    if not re.search(r"(?:19|20)\d\d", text) or not re.search(r"[A-Za-z]{3}", text):
        return ""
    try:
        mail = parsedate(text[:100])
    except (TypeError, ValueError, IndexError):
        mail = None
    return _checked(*mail[:3]) if mail else _in_words(text[:100])


def _either_way(one: int, other: int, year: int) -> str:
    """A day whose number and month stand in either order, if only one order makes a day."""
    found = {_checked(year, one, other), _checked(year, other, one)} - {""}
    return found.pop() if len(found) == 1 else ""


def _in_words(text: str) -> str:
    from pressbrief.timex import find

    days = [each.value for each in find(text) if each.unit == "day"]
    return day(days[0]) if days else ""


def _checked(year: int, month: int, number: int) -> str:
    try:
        return date(year, month, number).isoformat()
    except ValueError:
        return ""
