"""Rules for days that have a name: holidays, fixed or movable."""

from __future__ import annotations

import re

from pressbrief.time.timex import lexicon
from pressbrief.time.timex.calendar_days import OF_YEAR, WAY, way_of, year_of
from pressbrief.time.timex.lexicon import any_of
from pressbrief.time.timex.model import Rule, date_value, rule
from pressbrief.time.timex.values import in_year

# A holiday's month and day; its month, weekday and which of them in the month; or how many days
# after (before, if negative) Easter Sunday it is.
HOLIDAYS = {
    "new year's day": (1, 1),
    "martin luther king day": (1, 1, 3),
    "martin luther king jr. day": (1, 1, 3),
    "valentine's day": (2, 14),
    "presidents' day": (2, 1, 3),
    "st. patrick's day": (3, 17),
    "april fools' day": (4, 1),
    "may day": (5, 1),
    "memorial day": (5, 1, -1),
    "independence day": (7, 4),
    "fourth of july": (7, 4),
    "bastille day": (7, 14),
    "labor day": (9, 1, 1),
    "columbus day": (10, 1, 2),
    "halloween": (10, 31),
    "veterans day": (11, 11),
    "thanksgiving day": (11, 4, 4),
    "thanksgiving": (11, 4, 4),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "ash wednesday": (-46,),
    "palm sunday": (-7,),
    "maundy thursday": (-3,),
    "good friday": (-2,),
    "easter sunday": (0,),
    "easter monday": (1,),
    "whit monday": (50,),
}


def _holiday(match: re.Match) -> dict | None:
    when = HOLIDAYS[lexicon.plain(match["holiday"])]
    if not match["holiday"][0].isupper():
        return None
    year, way = year_of(match), way_of(match)
    month = "XX" if len(when) == 1 else f"{when[0]:02}"
    if len(when) == 2:
        return date_value(f"{year}-{month}-{when[1]:02}", unit="day", way=way)
    nth = f"E{when[0]:+}" if len(when) == 1 else f"{when[1]}#{when[2]}"
    if year != "XXXX":
        return date_value(in_year(f"XXXX-{month}-{nth}", int(year)), unit="day")
    return date_value(f"XXXX-{month}-XX", unit="day", nth=nth, way=way)


HOLIDAY_RULES: tuple[Rule, ...] = (
    rule(
        rf"(?<!\w){WAY}?(?P<holiday>{any_of(HOLIDAYS)}){OF_YEAR}?(?!\w)",
        _holiday,
        " ".join({re.split(r"[' ]", name)[0]: "" for name in HOLIDAYS}),
    ),
)
