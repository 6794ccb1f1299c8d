"""Rules for days that have a name: holidays, fixed or movable."""

from __future__ import annotations

import re

from pressbrief.english.patterns import any_of
from pressbrief.english.word_lists import as_listed, table
from pressbrief.time.timex.calendar_days import OF_YEAR, WAY, way_of, year_of
from pressbrief.time.timex.model import Rule, date_value, rule
from pressbrief.time.timex.values import in_year

# A holiday's month and day; its month, weekday and which of them in the month; or how many days
# after (before, if negative) Easter Sunday it is: as values.in_year reads them.
HOLIDAYS = table("time/holidays")


def _holiday(match: re.Match) -> dict | None:
    when = HOLIDAYS[as_listed(match["holiday"])]
    if not match["holiday"][0].isupper():
        return None
    year, way = year_of(match), way_of(match)
    if when[3:].isdigit():
        return date_value(f"{year}-{when}", unit="day", way=way)
    if year != "XXXX":
        return date_value(in_year(f"XXXX-{when}", int(year)), unit="day")
    return date_value(f"{year}-{when[:3]}XX", unit="day", nth=when[3:], way=way)


HOLIDAY_RULES: tuple[Rule, ...] = (
    rule(
        rf"(?<!\w){WAY}?(?P<holiday>{any_of(HOLIDAYS)}){OF_YEAR}?(?!\w)",
        _holiday,
        " ".join({re.split(r"[' ]", name)[0]: "" for name in HOLIDAYS}),
    ),
)
