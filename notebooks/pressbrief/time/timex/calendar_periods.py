"""Rules for periods: seasons, quarters, fiscal and era years, decades, centuries, the weekend."""

from __future__ import annotations

import re

from pressbrief.english.days import MONTHS
from pressbrief.english.numbers import NUMBERS, ORDINALS, number, ordinal
from pressbrief.english.patterns import any_of
from pressbrief.time.timex import lexicon
from pressbrief.time.timex.calendar_days import (
    GOES_ON,
    MONTH,
    NOT_BEFORE,
    OF_TOLD,
    OF_YEAR,
    PART,
    WAY,
    YEAR,
    YEARS,
    mod_of,
    the_after,
    way_of,
    year_of,
)
from pressbrief.time.timex.model import Rule, date_value, rule


def _count(found: dict) -> int | None:
    """Which of the year's quarters or halves: Q3, the third."""
    return int(found["q"]) if found.get("q") else ordinal(found["ordinal"])


# A game has halves and quarters too.
_GAME = re.compile(
    r"\b(?:corner|equali[sz]\w+|goalkeeper|goalless|half-?time|head(?:ed|er)|kick(?:ed|-?off)|"
    r"midfielder|offside|penalties|quarterback|referee|scor(?:ed|ing|eless)|striker|touchdowns?|"
    r"winger)\b",
    re.IGNORECASE,
)


def _quarter(match: re.Match) -> dict | None:
    """The third quarter of 2024, last year's fourth quarter, Q3."""
    found = match.groupdict()
    if not (found.get("year") or found.get("whose")) and _GAME.search(match.string):
        return None
    count = 2 if found.get("latter") else _count(found)
    limit, letter, unit = (
        (2, "H", "half") if match["kind"].lower() in ("h", "half") else (4, "Q", "quarter")
    )
    if count is None or count > limit:
        return None
    way = YEARS.get((found.get("whose") or "").lower(), "") or way_of(match)
    way = "year before" if found.get("earlier") else way or "near"
    way = "this" if found.get("of_this") else way
    return date_value(f"{year_of(match)}-{letter}{count}", unit=unit, way=way)


def _reported(match: re.Match) -> dict:
    """The quarter that a report is about, or the one a year before it."""
    found = match.groupdict()
    steps = -4 if found.get("earlier") or found.get("then") else 0
    return date_value("XXXX-QX", unit="quarter", offset=steps, way="reported")


def _fiscal(match: re.Match) -> dict:
    return date_value(match["year"], unit="year", way="fiscal")


def _era(match: re.Match) -> dict | None:
    """A Japanese-era year; the month and day, where given, are the calendar's own."""
    year = lexicon.ERAS[match["era"].lower()] + int(match["count"])
    return date_value(f"{year}", unit="year")


def _season(match: re.Match) -> dict | None:
    season = lexicon.SEASONS[match["season"].lower()]
    return date_value(
        f"{year_of(match)}-{season}", unit="season", mod=mod_of(match), way=way_of(match)
    )


def _decade(match: re.Match) -> dict | None:
    digits = match["decade"]
    if len(digits) == 2:
        digits = ("20" if digits < "30" else "19") + digits
    return date_value(digits[:3], unit="decade", mod=mod_of(match))


def _decade_word(match: re.Match) -> dict:
    return date_value(
        f"19{lexicon.DECADES[match['decade'].lower()]}", unit="decade", mod=mod_of(match)
    )


def _century(match: re.Match) -> dict | None:
    count = ordinal(match["ordinal"])
    if count is None or not 11 <= count <= 30:
        return None
    return date_value(f"{count - 1}", unit="century", mod=mod_of(match))


def _spelled_year(match: re.Match) -> dict:
    """Nineteen ninety-six, the year two thousand, January nineteen ninety-seven."""
    if match["thousand"]:
        return date_value("2000", unit="year")
    year = f"{number(match['hundreds'])}{number(match['rest'])}"
    if match["season"]:
        return date_value(f"{year}-{lexicon.SEASONS[match['season'].lower()]}", unit="season")
    if match["month"]:
        return date_value(f"{year}-{MONTHS[match['month'].lower()]:02}", unit="month")
    return date_value(year, unit="year")


def _the_year(match: re.Match) -> dict:
    if match["ending"]:
        return {"type": "DURATION", "value": "P1Y"}
    return date_value("XXXX", unit="year", offset=0, mod=mod_of(match), way="told year")


def _year_end(match: re.Match) -> dict:
    return date_value("XXXX", unit="year", offset=0, mod="END")


def _the_week(match: re.Match) -> dict:
    if match["unit"].lower() == "weekend":
        return date_value("XXXX-WXX-WE", unit="weekend")
    return date_value("XXXX-WXX", unit="week", offset=0)


_ANY_ORDINAL = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{any_of(ORDINALS)})"
_ORDINAL = rf"(?P<ordinal>{_ANY_ORDINAL})"
_SEASON = rf"(?P<season>{any_of(lexicon.SEASONS)})"
_SEASONS = " ".join(lexicon.SEASONS)
_OF_ANY_YEAR = rf"(?:{OF_YEAR}|{OF_TOLD}|(?P<of_this>\s+of\s+the\s+year)\b)"
_EARLIER = r"(?P<earlier>year-(?:earlier|ago)\s+)"
# "The early", "early in the" and plain "the" before a decade or a century.
_THE_PART = rf"(?:the\s+)?{PART}?(?:the\s+)?"
_TENS = [word for word in NUMBERS if 10 <= NUMBERS[word] < 100]

CODE_RULES: tuple[Rule, ...] = (
    rule(rf"{NOT_BEFORE}(?P<kind>[QH])(?P<q>[1-4]){OF_YEAR}?(?!\w)", _quarter),
    rule(rf"\b(?:fiscal(?:\s+year)?|FY)\s?{YEAR}{GOES_ON}", _fiscal, "fiscal fy"),
    rule(rf"\b(?P<era>{any_of(lexicon.ERAS)})\s+(?P<count>[1-9]\d?)\b", _era),
)
DECADE_RULES: tuple[Rule, ...] = (
    rule(
        rf"(?<!\w){_THE_PART}(?P<decade>(?:1[5-9]|20)\d0)['’]?s\b",
        _decade,
        "0s 0's 0’s",
    ),
    rule(rf"(?<!\w)(?:the\s+)?{PART}?['’](?P<decade>\d0)['’]?s\b", _decade, "' ’"),
    rule(
        rf"\b{_THE_PART}(?<!\bhis\s)(?<!\bher\s)(?<!\btheir\s)"
        rf"(?P<decade>{any_of(lexicon.DECADES)})\b",
        _decade_word,
        "ties",
    ),
    rule(rf"(?<!\w){_THE_PART}{_ORDINAL}[\s-]century\b", _century, "century"),
)
QUARTER_RULES: tuple[Rule, ...] = (
    rule(
        rf"\b(?:the\s+(?!{_ANY_ORDINAL}-))?"
        rf"(?:(?P<whose>{any_of(YEARS)})\s+year['’]s\s+)?{_EARLIER}?(?:fiscal\s+)?"
        rf"{_ORDINAL}[\s-](?P<kind>quarter|half)\b(?!-){_OF_ANY_YEAR}?",
        _quarter,
        "quarter half",
    ),
    rule(
        rf"(?<!\w)(?:the\s+|{NOT_BEFORE}){YEAR}\s+{_ORDINAL}[\s-](?P<kind>quarter|half)\b(?!-)",
        _quarter,
    ),
    rule(
        rf"\b(?:the\s+)?(?P<latter>last|latter)\s+(?P<kind>half)"
        rf"(?:\s+of\s+the\s+year\b|{OF_YEAR})",
        _quarter,
        "half",
    ),
    rule(
        rf"\bthe\s+(?:(?:latest|recent|most\s+recent)\s+|{_EARLIER})?quarter\b"
        r"(?!-|\s+(?:of|century|mile|final))",
        _reported,
        "the",
    ),
    rule(
        rf"\bthe\s+(?:latest\s+|{_EARLIER}|corresponding\s+)period\b"
        r"(?P<then>\s+(?:last\s+year|(?:of\s+)?the\s+previous\s+year|a\s+year\s+(?:ago|earlier)))?",
        _reported,
        "the",
    ),
    rule(r"\b(?P<earlier>year-(?:earlier|ago))\b(?!\s+(?:\w+\s+)?(?:quarter|period))", _reported),
)
SEASON_RULES: tuple[Rule, ...] = (
    rule(rf"\b(?:{PART}|{WAY})?(?:the\s+)?{_SEASON}{OF_YEAR}", _season, _SEASONS),
    rule(
        rf"\b(?:{WAY}|{the_after('in over during through throughout into by until of')}\s+)"
        rf"{_SEASON}\b(?!\s+of\b)",
        _season,
        _SEASONS,
    ),
    rule(
        rf"\b(?:the\s+)?{_SEASON}\s+(?:of\s+)?(?P<which>{any_of(YEARS)})\s+year\b",
        _season,
        "year",
    ),
    rule(rf"{NOT_BEFORE}{YEAR}\s+{_SEASON}\b", _season, _SEASONS),
)
YEAR_RULES: tuple[Rule, ...] = (
    rule(
        rf"\b(?:(?:(?:earlier|later)\s+in\s+|{PART})the|{the_after('for in of throughout')})\s+"
        r"(?:full\s+)?(?:fiscal\s+|calendar\s+)?year\b"
        r"(?!-|\s+(?:\d|of|when|that|after|since|before|two|to|earlier|ago))"
        r"(?=(?P<ending>\s+end(?:ed|ing)\b)?)",
        _the_year,
        "for in of throughout",
    ),
    rule(r"\b(?:the\s+)?year(?:['’]s)?[\s-]end\b(?!\s+of)", _year_end, "end"),
)
WEEK_RULES: tuple[Rule, ...] = (
    rule(
        r"\bthe\s+(?P<unit>week|weekend)\b(?!-|\s+(?:of|before|after|since|that|when))", _the_week
    ),
)
SPELLED_RULES: tuple[Rule, ...] = (
    rule(
        rf"\b(?:the\s+year\s+|(?:{MONTH}|(?:the\s+)?{_SEASON})\s+(?:of\s+)?)?(?:(?P<hundreds>eighteen|nineteen|twenty)\s+(?P<rest>{any_of(_TENS)})"
        r"\b|(?<=year\s)(?P<thousand>two\s+thousand)\b)",
        _spelled_year,
        "eighteen nineteen twenty thousand",
    ),
)
