"""Rules for times of a day: 9 a.m. Tuesday, noon, the morning of 5 May, 4 in the afternoon."""

from __future__ import annotations

import re

from pressbrief.english.days import MONTHS, WEEKDAYS
from pressbrief.english.numbers import NUMBERS, number
from pressbrief.english.patterns import any_of
from pressbrief.time.timex import lexicon
from pressbrief.time.timex.calendar_days import (
    DAY,
    DAYPART,
    GOES_ON,
    MONTH,
    OF_YEAR,
    WEEKDAY,
    day_of,
)
from pressbrief.time.timex.model import Rule, rule

ZONE = r"(?:\s*\(?(?:GMT|UTC|EST|EDT|CST|CDT|MST|MDT|PST|PDT|CET|JST|BST|ET|local\s+time)\b\)?)?"
# A day that stands behind the time elsewhere: "10:35 a.m. (0735 GMT) Friday".
_THEN = (
    rf"(?:(?=\s*\(\d[\d:.]*\s*[A-Z]{{2,4}}\),?\s+(?:on\s+)?"
    rf"(?P<then>{any_of(WEEKDAYS)})\b))?"
)
# Today, tomorrow and yesterday as days from that of speaking.
BESIDE = {"today": 0, "tomorrow": 1, "yesterday": -1}
_ON_DAY = (
    rf"(?:,?\s+(?:on\s+)?(?:(?P<beside>{any_of(BESIDE)})\b"
    rf"|{WEEKDAY}(?:,?\s+{MONTH}\s+{DAY}{GOES_ON}{OF_YEAR}?)?"
    rf"|(?P<month_>{any_of(MONTHS)})\b\.?\s+(?P<day_>[12]\d|3[01]|[1-9]){GOES_ON}"
    r"(?:,?\s+(?P<year_>1[5-9]\d\d|20\d\d)\b)?))?"
)


def _on_day(match: re.Match, clock: str) -> dict:
    """A time on the day that stands beside it, else on the day of speaking."""
    found = match.groupdict()
    fields = {"type": "TIME", "unit": "day", "value": f"XXXX-XX-XX{clock}"}
    month = found.get("month_") or found.get("month")
    if found.get("beside"):
        return fields | {"offset": BESIDE[found["beside"].lower()]}
    if month and month[0].isupper():
        day = found.get("day_") or found["day"]
        year = found.get("year_") or found.get("year") or "XXXX"
        value = day_of(year, MONTHS[month.lower()], int(day))
        return fields | {"value": value + clock} if value else fields
    weekday = found.get("weekday") or found.get("then")
    if weekday and weekday[0].isupper():
        return fields | {"value": f"XXXX-WXX-{WEEKDAYS[weekday.lower()]}{clock}"}
    return fields


def _clock(match: re.Match) -> dict | None:
    found = match.groupdict()
    hour, minute = int(found["hour"]), found.get("minute") or "00"
    half = (found.get("half") or "").lower().replace(".", "").strip()
    if (half and not 1 <= hour <= 12) or hour > 24:
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return _on_day(match, f"T{hour:02}:{minute}")


def _named_clock(match: re.Match) -> dict:
    return _on_day(match, lexicon.DAYPARTS[match["named"].lower()])


def _hour_in(match: re.Match) -> dict | None:
    """4 in the morning, nine o'clock at night."""
    hour = number(match["hour"])
    if hour is None or not 1 <= hour <= 12:
        return None
    late = match["daypart"].lower() != "morning" and hour < 12
    return _on_day(match, f"T{hour + 12 * late:02}:00")


def _part_of_day(match: re.Match) -> dict:
    """The morning of 31 January; in the evening."""
    return _on_day(match, lexicon.DAYPARTS[match["daypart"].lower()])


def _overnight(match: re.Match) -> dict:
    return {"type": "TIME", "unit": "day", "value": "XXXX-XX-XXTNI", "offset": 0}


_HOURS = any_of([*(str(hour) for hour in range(1, 13)), *list(NUMBERS)[1:13]])
CLOCK_RULES: tuple[Rule, ...] = (
    rule(
        r"(?<![\w.:$-])(?P<hour>\d\d?)(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap]\.?m\b\.?)"
        rf"{_THEN}{ZONE}{_ON_DAY}",
        _clock,
        "am a.m pm p.m",
    ),
    rule(
        rf"(?<![\w.:$-])(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?![\d:]){_THEN}{ZONE}{_ON_DAY}",
        _clock,
        ":",
    ),
    rule(rf"\b(?P<named>noon|midday|midnight)\b{_ON_DAY}", _named_clock, "noon midday midnight"),
)
DAYPART_RULES: tuple[Rule, ...] = (
    rule(
        rf"\b(?P<hour>{_HOURS})(?:\s+o['’]clock)?\s+(?:in\s+the|at)\s+{DAYPART}\b{_ON_DAY}",
        _hour_in,
    ),
    rule(
        rf"\b(?:the\s+)?(?:early\s+|late\s+)?{DAYPART}(?:\s+hours)?\s+of\s+(?:the\s+)?"
        rf"(?:(?P<day_>[12]\d|3[01]|[1-9])\s+(?P<month_>{any_of(MONTHS)})\b"
        rf"(?:,?\s+(?P<year_>1[5-9]\d\d|20\d\d)\b)?"
        rf"|(?:{any_of(WEEKDAYS)}\b\.?,?\s+)?{MONTH}\s+{DAY}{GOES_ON}{OF_YEAR}?|{WEEKDAY})",
        _part_of_day,
        " of",
    ),
    rule(
        rf"(?<=\bin\s)the\s+(?:early\s+|late\s+)?{DAYPART}\b(?!\s+of\b)",
        _part_of_day,
        "the",
    ),
    rule(r"\bovernight\b", _overnight),
)
