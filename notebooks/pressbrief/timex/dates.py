"""Rules for calendar dates: from days and weekdays to years, decades and centuries."""

from __future__ import annotations

import re

from pressbrief.timex import lexicon
from pressbrief.timex.lexicon import any_of
from pressbrief.timex.model import Rule, date_value, rule
from pressbrief.timex.values import days

MONTH = rf"(?P<month>{any_of(lexicon.MONTHS)})\b\.?"
WEEKDAY = rf"(?P<weekday>{any_of(lexicon.WEEKDAYS)})\b\.?"
DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
LAST_DAY = r"(?P<to>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
# A number that goes on is no year and no day: 2,882,015, 15.4, 20%, $2021, 2021-style.
GOES_ON = r"(?!\d|[.,]\d|\s?%|-[a-z]{2}|[°/]\d|:\d\d)"
NOT_BEFORE = r"(?<![\w$£€¥#.,/:-])"
YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)"
OF_YEAR = rf"(?:,?\s+(?:of\s+)?{YEAR}{GOES_ON})"
PART = (
    r"(?:(?P<part>early|mid|late)(?:\s+in\s+|[\s-]+)"
    r"|(?:the\s+)?(?P<part_of>beginning|start|middle|end)\s+of\s+)"
)
TO = r"\s*(?:-|–|—|to|and)\s*"
NAMED_DAY = r"(?:black|good|easter|bloody|ash|palm|super|cyber|giving|fat|holy)\s+$"
NOT_A_DAY = r"(?!\s+(?:Times|Telegraph|Mail|Mirror|Express|Post|Herald|Star|Sun|People|School)\b)"


def _year(match: re.Match) -> str:
    return match.groupdict().get("year") or "XXXX"


def _month(match: re.Match) -> int | None:
    """The month that a match names; a name in lower case ("may", "march") is none."""
    word = match["month"]
    return lexicon.MONTHS[word.lower()] if word[0].isupper() else None


def _mod(match: re.Match) -> str:
    found = match.groupdict()
    word = found.get("part") or found.get("part_of")
    return lexicon.PARTS[word.lower()] if word else ""


def _valid(value: str) -> bool:
    """Whether a value can be on a calendar; a yearless 29 February can."""
    return days(value.replace("XXXX", "2024")) is not None


def _day(match: re.Match) -> dict | None:
    month = _month(match)
    if month is None:
        return None
    value = f"{_year(match)}-{month:02}-{int(match['day']):02}"
    return date_value(value, unit="day") if _valid(value) else None


def _days(match: re.Match) -> dict | None:
    month = _month(match)
    if month is None:
        return None
    first, last = (f"{_year(match)}-{month:02}-{int(match[name]):02}" for name in ("day", "to"))
    good = _valid(first) and _valid(last) and first < last
    return date_value(f"{first}/{last}", unit="day") if good else None


def _iso_day(match: re.Match) -> dict | None:
    value = f"{match['year']}-{int(match['m']):02}-{int(match['d']):02}"
    return date_value(value, unit="day") if _valid(value) else None


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


def _month_alone(match: re.Match) -> dict | None:
    """A month; without a year, part or preposition, "May" and "March" may be no month at all."""
    month = _month(match)
    found = match.groupdict()
    sure = found.get("year") or _mod(match) or found.get("way")
    word = match["month"].lower()
    if month is None or not (sure or found.get("led") is not None or word not in ("may", "march")):
        return None
    if len(word) == 3 and word != "may" and not (sure or match[0].rstrip().endswith(".")):
        return None
    way = (found.get("way") or "").lower()
    way = {"past": "last", "coming": "next", "previous": "last"}.get(way, way)
    return date_value(f"{_year(match)}-{month:02}", unit="month", mod=_mod(match), way=way)


# A year that a date should have taken, had the date been on the calendar: 31 February 2024.
_AFTER_MONTH = re.compile(rf"\b{any_of(lexicon.MONTHS)}\b\.?(?:\s+\d{{1,2}})?,?\s+$", re.IGNORECASE)


def _plain_year(match: re.Match) -> dict | None:
    after = match.string[match.end() : match.end() + 40]
    led = match["led"] is not None or _mod(match)
    counts = re.match(r"\s+(?:\w+\s+)?(?:[a-z]+s|people|men|women|children)\b", after)
    if (not led and counts) or _AFTER_MONTH.search(match.string[: match.start()][-20:]):
        return None
    return date_value(match["year"], unit="year", mod=_mod(match))


def _years(match: re.Match) -> dict | None:
    last = match["year"][:2] + match["to"]
    return date_value(f"{match['year']}/{last}", unit="year") if last > match["year"] else None


def _decade(match: re.Match) -> dict | None:
    digits = match["decade"]
    if len(digits) == 2:
        digits = ("20" if digits < "30" else "19") + digits
    return date_value(digits[:3], unit="decade", mod=_mod(match))


def _decade_word(match: re.Match) -> dict:
    return date_value(
        f"19{lexicon.DECADES[match['decade'].lower()]}", unit="decade", mod=_mod(match)
    )


def _century(match: re.Match) -> dict | None:
    count = lexicon.ordinal(match["ordinal"])
    if count is None or not 11 <= count <= 30:
        return None
    return date_value(f"{count - 1}", unit="century", mod=_mod(match))


def _quarter(match: re.Match) -> dict | None:
    found = match.groupdict()
    count = int(found["q"]) if found.get("q") else lexicon.ordinal(found["ordinal"])
    limit, letter, unit = (
        (2, "H", "half") if match["kind"].lower() in ("h", "half") else (4, "Q", "quarter")
    )
    if count is None or count > limit:
        return None
    return date_value(f"{_year(match)}-{letter}{count}", unit=unit)


def _fiscal(match: re.Match) -> dict:
    return date_value(f"FY{match['year']}", unit="year")


def _era(match: re.Match) -> dict | None:
    """A Japanese-era year; the month and day, where given, are the calendar's own."""
    year = lexicon.ERAS[match["era"].lower()] + int(match["count"])
    return date_value(f"{year}", unit="year")


def _season(match: re.Match) -> dict | None:
    found = match.groupdict()
    season = lexicon.SEASONS[match["season"].lower()]
    way = (found.get("way") or "").lower()
    return date_value(f"{_year(match)}-{season}", unit="season", mod=_mod(match), way=way)


def _weekday(match: re.Match) -> dict | None:
    word = match["weekday"]
    short = len(word) <= 5 and word.lower() not in ("monday", "friday", "sunday")
    if not word[0].isupper() or (short and not match[0].rstrip().endswith(".")):
        return None
    if re.search(NAMED_DAY, match.string[max(0, match.start() - 12) : match.start()], re.I):
        return None
    way = (match["way"] or "").lower()
    value = f"XXXX-WXX-{lexicon.WEEKDAYS[word.lower()]}"
    fields = date_value(value, unit="day", way={"past": "last", "coming": "next"}.get(way, way))
    if match["daypart"]:
        fields |= {"type": "TIME", "value": value + lexicon.DAYPARTS[match["daypart"].lower()]}
    return fields


def _holiday(match: re.Match) -> dict | None:
    month, day = lexicon.HOLIDAYS[lexicon.plain(match["holiday"])]
    if not match[0][0].isupper():
        return None
    return date_value(f"{_year(match)}-{month:02}-{day:02}", unit="day")


_DAYPART = rf"(?:\s+(?P<daypart>{any_of(lexicon.DAYPARTS)})\b)?"
_NAMED = rf"(?:{any_of(lexicon.WEEKDAYS)}\b\.?,?\s+(?:the\s+)?)?"
_PREPOSITIONS = "in of by since until till from to during before after between through throughout"
_LED = "(?:" + "|".join(rf"(?<=\b{word}\s)" for word in _PREPOSITIONS.split()) + ")"
_WAY = r"(?:(?P<way>last|this|next|past|previous|coming)\s+)"
_ORDINAL = rf"(?P<ordinal>\d{{1,2}}(?:st|nd|rd|th)|{any_of(lexicon.ORDINALS)})"

_SEASONS = " ".join(lexicon.SEASONS)
_DIGITS = "0 1 2 3 4 5 6 7 8 9"
_YEAR_CUES = "15 16 17 18 19 20"

MONTH_RULES: tuple[Rule, ...] = (
    rule(rf"(?<!\w){_NAMED}{MONTH}\s+{DAY}{GOES_ON}{OF_YEAR}?(?![-–]\d)", _day, _DIGITS),
    rule(rf"(?<!\w){MONTH}\s+{DAY}{TO}{LAST_DAY}{GOES_ON}{OF_YEAR}?", _days, _DIGITS),
    rule(rf"(?<![\w.,]){_NAMED}{DAY}\s+(?:of\s+)?{MONTH}{OF_YEAR}?(?!\w)", _day, _DIGITS),
    rule(rf"(?<![\w.,]){DAY}-{MONTH}-{YEAR}{GOES_ON}", _day, _YEAR_CUES),
    rule(rf"(?<![\w.,]){DAY}{TO}{LAST_DAY}\s+(?:of\s+)?{MONTH}{OF_YEAR}?", _days, _DIGITS),
    rule(rf"(?<!\w)(?<!\d\s){PART}?{MONTH}{OF_YEAR}", _month_alone, _YEAR_CUES),
    rule(
        rf"(?<!\w)(?<!\d\s)(?:{PART}|{_WAY}|(?P<led>{_LED}))?{MONTH}(?!\w|\.?\s+\d{{1,2}}\b)",
        _month_alone,
    ),
)
NUMBER_RULES: tuple[Rule, ...] = (
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
    rule(rf"{NOT_BEFORE}{YEAR}[-–/](?P<to>\d\d)(?![\d/-]|[.,]\d|\s?%)", _years, "- – /"),
    rule(
        rf"(?<!\w)(?:{PART}|(?P<led>{_LED})|{NOT_BEFORE}){YEAR}(?!s\b|\w){GOES_ON}(?!\s?(?:km|kg|mph|feet|m)\b)",
        _plain_year,
        _YEAR_CUES,
    ),
    rule(
        rf"(?<!\w)(?:the\s+)?{PART}?(?:the\s+)?(?P<decade>(?:1[5-9]|20)\d0)['’]?s\b",
        _decade,
        "0s 0's 0’s",
    ),
    rule(rf"(?<!\w)(?:the\s+)?{PART}?['’](?P<decade>\d0)['’]?s\b", _decade, "' ’"),
)
PERIOD_RULES: tuple[Rule, ...] = (
    rule(rf"{NOT_BEFORE}(?P<kind>[QH])(?P<q>[1-4]){OF_YEAR}?(?!\w)", _quarter),
    rule(rf"\b(?:fiscal(?:\s+year)?|FY)\s?{YEAR}{GOES_ON}", _fiscal, "fiscal fy"),
    rule(rf"\b(?P<era>{any_of(lexicon.ERAS)})\s+(?P<count>[1-9]\d?)\b", _era),
)
NAMED_RULES: tuple[Rule, ...] = (
    rule(rf"(?<!\w)(?:the\s+)?{PART}?(?:the\s+)?{_ORDINAL}[\s-]century\b", _century, "century"),
    rule(
        rf"\b(?:the\s+)?{PART}?(?:the\s+)?(?<!\bhis\s)(?<!\bher\s)(?<!\btheir\s)(?P<decade>{any_of(lexicon.DECADES)})\b",
        _decade_word,
        "ties",
    ),
    rule(
        rf"\b(?:the\s+)?(?:fiscal\s+)?{_ORDINAL}[\s-](?P<kind>quarter|half)\b(?!-){OF_YEAR}?",
        _quarter,
        "quarter half",
    ),
    rule(
        rf"\b(?:{PART}|{_WAY})?(?:the\s+)?(?P<season>{any_of(lexicon.SEASONS)}){OF_YEAR}",
        _season,
        _SEASONS,
    ),
    rule(
        rf"(?:\b{_WAY}|(?<=\bin\s)the\s+)(?P<season>{any_of(lexicon.SEASONS)})\b(?!\s+of\b)",
        _season,
        _SEASONS,
    ),
    rule(rf"(?<!\w){_WAY}?{WEEKDAY}{_DAYPART}{NOT_A_DAY}(?!\w)", _weekday),
    rule(
        rf"(?<!\w)(?P<holiday>{any_of(lexicon.HOLIDAYS)}){OF_YEAR}?(?!\w)",
        _holiday,
        "christmas year",
    ),
)
