"""Rules for dates in figures: 2024-05-14, 14/5/2024, 2024-25, a year alone, 480 BC."""

from __future__ import annotations

import re

from pressbrief.english.days import MONTHS
from pressbrief.english.patterns import any_of
from pressbrief.time.timex.calendar_days import (
    GOES_ON,
    MONTH,
    NOT_BEFORE,
    PART,
    YEAR,
    YEAR_CUES,
    is_led,
    mod_of,
)
from pressbrief.time.timex.model import Rule, date_value, rule
from pressbrief.time.timex.values import days

# A year that a date should have taken, had the date been on the calendar: 31 February 2024.
_AFTER_MONTH = re.compile(rf"\b{any_of(MONTHS)}\b\.?(?:\s+\d{{1,2}})?,?\s+$", re.IGNORECASE)
# What a number counts, and what a round number may count.
_COUNTED = re.compile(
    r"\s+(?:\w+\s+)?(?:people|men|women|children|miles|kilomet(?:er|re)s|met(?:er|re)s|feet|pounds|"
    r"dollars|euros|tons|tonnes|troops|soldiers|workers|jobs|votes|shares|points|homes|times)\b"
)
_PLURAL = re.compile(r"\s+(?:\w+\s+)?[a-z]+s\b")


def _iso_day(match: re.Match) -> dict | None:
    value = f"{match['year']}-{int(match['m']):02}-{int(match['d']):02}"
    return date_value(value, unit="day") if days(value) else None


def _slashes(match: re.Match) -> dict | None:
    """10/30/1989 or 30/10/1989; where both readings are on the calendar, both are kept."""
    year = match["year"]
    if len(year) == 2:
        year = ("20" if int(year) < 50 else "19") + year
    one, two = int(match["one"]), int(match["two"])
    readings = [
        value
        for month, day in dict.fromkeys([(one, two), (two, one)])
        if days(value := f"{year}-{month:02}-{day:02}")
    ]
    if not readings:
        return None
    return date_value(readings[0], unit="day", other=readings[1] if len(readings) > 1 else "")


def _nine_eleven(match: re.Match) -> dict:
    return date_value("2001-09-11", unit="day")


def _plain_year(match: re.Match) -> dict | None:
    after = match.string[match.end() : match.end() + 40]
    led = mod_of(match) or is_led(match)
    year = int(match["year"])
    likely = 1900 < year < 2050 and year % 50
    counts = _COUNTED.match(after) or (not likely and _PLURAL.match(after))
    if (not led and counts) or _AFTER_MONTH.search(match.string[: match.start()][-20:]):
        return None
    return date_value(match["year"], unit="year", mod=mod_of(match))


def _years(match: re.Match) -> dict | None:
    last = match["year"][:2] + match["to"]
    return date_value(f"{match['year']}/{last}", unit="year") if last > match["year"] else None


def _before_christ(match: re.Match) -> dict:
    """A year or month before Christ, for which no day of the calendar that we count in stands."""
    month = f"-{MONTHS[match['month'].lower()]:02}" if match["month"] else ""
    return date_value(f"BC{int(match['year']):04}{month}")


FIGURE_RULES: tuple[Rule, ...] = (
    rule(
        rf"{NOT_BEFORE}{YEAR}(?P<sep>[-/.])(?P<m>\d\d?)(?P=sep)(?P<d>\d\d?)(?![\d/-]|\.\d)",
        _iso_day,
        "/ . -",
    ),
    rule(
        rf"{NOT_BEFORE}(?P<one>\d\d?)(?P<sep>[/.-])(?P<two>\d\d?)(?P=sep)"
        r"(?P<year>(?:19|20)\d\d|\d\d)(?![\d/-]|\.\d)",
        _slashes,
        "/ . -",
    ),
    rule(r"(?<![\w/.-])9/11(?![\d/-])", _nine_eleven, "9/11"),
    rule(rf"{NOT_BEFORE}{YEAR}[-–/](?P<to>\d\d)(?![\d/-]|[.,]\d|\s?%)", _years, "- – /"),
    rule(
        rf"(?<!\w)(?:the\s+year\s+|{PART}|{NOT_BEFORE}|(?<=\d{{4}}[-–])){YEAR}(?!s\b|\w){GOES_ON}(?!\s?(?:km|kg|mph|feet|m)\b)",
        _plain_year,
        YEAR_CUES,
    ),
    rule(
        rf"(?<![\w$£€.,])(?:{MONTH}\s+)?(?P<year>\d{{1,4}})\s?(?:B\.?C\.?E\.?|B\.C\b\.?|BCE?\b)",
        _before_christ,
        "bc b.c",
    ),
)
