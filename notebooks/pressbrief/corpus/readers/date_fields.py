"""The day in a date field, however it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate, parsedate_to_datetime
from functools import cache

ISO = re.compile(
    r"\s*((?:19|20)\d\d)([-/.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d(?!\d{5}\b))"
)
SLASHED = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)(?!\d)")
# Seconds or milliseconds since 1970, from 2001 to 2033.
EPOCH = re.compile(r"\s*(1\d{9})(?:\d{3})?(?:\.\d{1,9})?\s*")
# Nobody puts the month first where points stand between: 12.01.2026.
POINTED = re.compile(r"\s*\d{1,2}\.\d{1,2}\.\d{4}(?!\d)")
# "12. Januar 2026", "12 de enero de 2026", in the languages that columns.txt has.
LANGUAGES = ("de", "fr", "es", "pt", "it", "nl", "pl", "sv", "da", "nb")
ABROAD = re.compile(
    r"(?<!\d)(\d{1,2})(?:er|\.|º|°)?\s+(?:de\s+)?([^\W\d_]{3,14})\.?,?\s+(?:de\s+)?((?:19|20)\d\d)(?!\d)"
)
# The zone in which a day begins first is this far ahead of UTC.
FIRST_ZONE = timedelta(hours=14)
EITHER_WAY = ", which can be read with the day or the month first,"


def day(text: str, day_first: bool | None = None) -> str:
    """The day that a date field names as YYYY-MM-DD; empty if it names none.

    Of 02/03/2025 both readings, the earlier first, joined by `/`, unless it is known whether the
    day stands first.

    >>> day("2025-02-19T23:10:00+09:00"), day("Wed, 19 Feb 2025 10:00:00 GMT")
    ('2025-02-19', '2025-02-19')
    >>> day("02/03/2025"), day("02/03/2025", day_first=True)
    ('2025-02-03/2025-03-02', '2025-03-02')
    >>> day("12. Januar 2026"), day("lundi 2 février 2026"), day("3 de março de 2026")
    ('2026-01-12', '2026-02-02', '2026-03-03')
    >>> day("1768197600000"), day("20250219101500"), day("02.03.2025")
    ('2026-01-12', '2025-02-19', '2025-03-02')
    """
    if found := EPOCH.fullmatch(text):
        return datetime.fromtimestamp(int(found[1]), UTC).date().isoformat()
    if found := ISO.match(text):
        return _checked(int(found[1]), int(found[3]), int(found[4]))
    if found := SLASHED.match(text):
        if day_first is None and POINTED.match(text):
            day_first = True
        return _either_way(int(found[1]), int(found[2]), int(found[3]), day_first)
    if not re.search(r"(?:19|20)\d\d", text) or not re.search(r"[A-Za-z]{3}", text):
        return ""
    try:
        mail = parsedate(text[:100])
    except (TypeError, ValueError, IndexError):
        mail = None
    return _checked(*mail[:3]) if mail else in_words(text[:100]) or _abroad(text[:100])


def surest_day(fields: Iterable[str]) -> str:
    """The first day that date fields name for sure, else the first that can be read as two.

    >>> surest_day(["02/03/2025", "2025-03-02"]), surest_day(["", "02/03/2025"])
    ('2025-03-02', '2025-02-03/2025-03-02')
    """
    found = [one for field in fields if (one := day(field))]
    return min(found, key=is_either, default="")


def is_either(found: str) -> bool:
    """Whether what `day` found is two days of which it is one."""
    return "/" in found


def day_first(fields: Iterable[str]) -> bool | None:
    """Whether the days of a column stand before their months; None if no row or both kinds tell.

    >>> day_first(["02/03/2025", "19/02/2025"]), day_first(["02/03/2025"])
    (True, None)
    """
    pairs = [(int(found[1]), int(found[2])) for text in fields if (found := SLASHED.match(text))]
    told = {one > 12 for one, other in pairs if max(one, other) > 12 >= min(one, other)}
    return told.pop() if len(told) == 1 else None


def last_day(text: str) -> str:
    """The day, YYYY-MM-DD, that it was somewhere at a moment stated with its zone; empty if none.

    What was there at that moment was published by then, whatever zone its own date is in.

    >>> last_day("2025-02-19T08:00:00Z"), last_day("Wed, 19 Feb 2025 10:00:00 -0500")
    ('2025-02-19', '2025-02-20')
    """
    try:
        iso = ISO.match(text)
        moment = datetime.fromisoformat(text.strip()) if iso else parsedate_to_datetime(text[:100])
        return (moment.astimezone(UTC) + FIRST_ZONE).date().isoformat() if moment.tzinfo else ""
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _either_way(one: int, other: int, year: int, day_first: bool | None) -> str:
    """A day whose number and month stand in either order."""
    found = {_checked(year, one, other), _checked(year, other, one)} - {""}
    if len(found) == 2 and day_first is not None:
        return _checked(year, other, one) if day_first else _checked(year, one, other)
    return "/".join(sorted(found))


def in_words(text: str) -> str:
    """The first day that a text names in English words, empty if it names none.

    >>> in_words("Nairobi: 12 Jan 2026, page 9")
    '2026-01-12'
    """
    from pressbrief.time.timex import find

    days = [each.value for each in find(text) if each.unit == "day"]
    return day(days[0]) if days else ""


def _abroad(text: str) -> str:
    """The day that a field names in the words of another European language."""
    found = ABROAD.search(text)
    month = _months().get(found[2].casefold()) if found else None
    return _checked(int(found[3]), month, int(found[1])) if found and month else ""


@cache
def _months() -> dict[str, int]:
    """The months' names in the languages that columns are named in, as a date has them."""
    from babel.dates import get_month_names

    return {
        name.rstrip(".").casefold(): number
        for language in LANGUAGES
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, "format", language).items()
    }


def _checked(year: int, month: int, number: int) -> str:
    try:
        return date(year, month, number).isoformat()
    except ValueError:
        return ""
