"""Rules for calendar dates: days, weekdays, holidays, months and years."""

from __future__ import annotations

import re
from datetime import date

from pressbrief.english.days import MONTHS, SHORT_WEEKDAYS, WEEKDAYS
from pressbrief.english.patterns import any_of
from pressbrief.time.timex import lexicon
from pressbrief.time.timex.model import Rule, date_value, rule
from pressbrief.time.timex.values import days, shifted

MONTH = rf"(?P<month>{any_of(MONTHS)})\b\.?"
WEEKDAY = rf"(?P<weekday>{any_of(WEEKDAYS)})\b\.?"
DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
LAST_DAY = r"(?P<to>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
# A number that goes on is no year and no day: 2,882,015, 15.4, 20%, $2021, 2021-style.
GOES_ON = r"(?!\d|[.,]\d|\s?%|-[a-z]{2}|[°/]\d|:\d\d)"
NOT_BEFORE = r"(?<![\w$£€¥#.,/:-])"
YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)"
OF_YEAR = rf"(?:,?\s+(?:of\s+)?{YEAR}{GOES_ON})"
OF_TOLD = (
    r"(?:,?\s+(?:of\s+)?(?:(?P<which>last|this|next)|(?:the\s+)?(?P<told>same|that))\s+year\b)"
)
# Which year is meant, by the word before "year".
YEARS = {"last": "year before", "this": "this", "current": "this", "next": "year after"}
PART = (
    r"(?:(?P<part>early|mid|late)(?:\s+in\s+|[\s-]+)"
    r"|(?:the\s+)?(?P<part_of>beginning|start|middle|end)\s+of\s+)"
)
WAY = r"(?:(?P<way>last|this(?:\s+past|\s+coming)?|next|past|previous|coming)\s+)"
TO = r"\s*(?:-|–|—|to|and)\s*"
DAYPART = r"(?P<daypart>morning|afternoon|evening|night)"
NAMED_DAY = r"(?:black|good|easter|bloody|ash|palm|super|cyber|giving|fat|holy)\s+$"
NOT_A_DAY = r"(?!\s+(?:Times|Telegraph|Mail|Mirror|Express|Post|Herald|Star|Sun|People|School)\b)"


def the_after(words: str) -> str:
    """A regex of the word "the" that looks back for one of the words before it.

    >>> the_after("in of")
    'the(?:(?<=\\\\bin\\\\sthe)|(?<=\\\\bof\\\\sthe))'
    """
    return "the(?:" + "|".join(rf"(?<=\b{word}\sthe)" for word in words.split()) + ")"


def year_of(match: re.Match) -> str:
    """The year that a match names, XXXX where it names none."""
    return match.groupdict().get("year") or "XXXX"


def _month(match: re.Match) -> int | None:
    """The month that a match names; a name in lower case ("may", "march") is none."""
    word = match["month"]
    return MONTHS[word.lower()] if word[0].isupper() else None


def mod_of(match: re.Match) -> str:
    """The modifier that a match's "early", "mid", "late" and their like make."""
    found = match.groupdict()
    word = found.get("part") or found.get("part_of")
    return lexicon.PARTS[word.lower()] if word else ""


def way_of(match: re.Match) -> str:
    """How a match says which year, month or weekday it means: last, next, of that year."""
    found = match.groupdict()
    if found.get("which"):
        return YEARS[found["which"].lower()]
    if found.get("told"):
        return "told year"
    way = (found.get("way") or "").lower().split()
    same = {"past": "last", "coming": "next", "previous": "last"}
    return same.get(way[-1], way[-1]) if way else ""


def _valid(value: str) -> bool:
    """Whether a value can be on a calendar; a yearless 29 February can."""
    return days(value.replace("XXXX", "2024")) is not None


def day_of(year: str, month: int, day: int) -> str:
    """The value of a day, "" if it is on no calendar.

    >>> day_of("XXXX", 2, 29), day_of("2025", 2, 29)
    ('XXXX-02-29', '')
    """
    value = f"{year}-{month:02}-{day:02}"
    return value if _valid(value) else ""


def _day(match: re.Match) -> dict | None:
    month, year = _month(match), year_of(match)
    if (month, year, match["day"]) == (9, "XXXX", "11") and _ATTACKS.match(
        match.string, match.end()
    ):
        year = "2001"
    value = month and day_of(year, month, int(match["day"]))
    return date_value(value, unit="day", way=way_of(match)) if value else None


def _week_of(match: re.Match) -> dict | None:
    """The week of March 6, with or without a year."""
    fields = _day(match)
    if fields and "X" not in fields["value"]:
        fields["value"] = shifted(date.fromisoformat(fields["value"]), "week", 0)
    return fields and fields | {"unit": "week"}


def _days(match: re.Match) -> dict | None:
    month = _month(match)
    if month is None:
        return None
    first, last = (f"{year_of(match)}-{month:02}-{int(match[name]):02}" for name in ("day", "to"))
    good = _valid(first) and _valid(last) and first < last
    return date_value(f"{first}/{last}", unit="day") if good else None


def is_led(match: re.Match) -> bool:
    """Whether a preposition that leads to a time stands before a match."""
    return bool(_LED.search(match.string, max(0, match.start() - 12), match.start()))


def _month_alone(match: re.Match) -> dict | None:
    """A month; without a year, part or preposition, "May" and "March" may be no month at all."""
    month = _month(match)
    found = match.groupdict()
    way = way_of(match)
    sure = found.get("year") or mod_of(match) or way
    word = match["month"].lower()
    if month is None or not (sure or word not in ("may", "march") or is_led(match)):
        return None
    if len(word) == 3 and word != "may" and not (sure or match[0].rstrip().endswith(".")):
        return None
    return date_value(f"{year_of(match)}-{month:02}", unit="month", mod=mod_of(match), way=way)


# What makes a time of a month or year: "in May", "since 2019".
_LED = re.compile(
    r"\b(?:in|of|by|since|until|till|from|to|during|before|after|between|through|throughout)\s$",
    re.IGNORECASE,
)
# The attacks, not an attack, are those of 2001.
_ATTACKS = re.compile(r"\s+(?:terror\w*\s+)?attacks\b")


def _weekday(match: re.Match) -> dict | None:
    word = match["weekday"]
    short = word.lower() in SHORT_WEEKDAYS
    if not word[0].isupper() or (short and not match[0].rstrip().endswith(".")):
        return None
    if re.search(NAMED_DAY, match.string[max(0, match.start() - 12) : match.start()], re.I):
        return None
    value = f"XXXX-WXX-{WEEKDAYS[word.lower()]}"
    if step := match.groupdict().get("step"):  # "Thursday last week"
        fields = date_value(value, unit="week", offset=WEEKS[step.lower()])
    else:
        fields = date_value(value, unit="day", way=way_of(match))
    if match["daypart"]:
        fields |= {"type": "TIME", "value": value + lexicon.DAYPARTS[match["daypart"].lower()]}
    return fields


WEEKS = {"last": -1, "this": 0, "next": 1}
_OF_WEEK = rf",?\s+(?:of\s+)?(?P<step>{any_of(WEEKS)})\s+week\b(?!['’]s)"
_AT = rf"(?:\s+(?P<daypart>{any_of(lexicon.DAYPARTS)})\b)?"
_NAMED = rf"(?:around\s+)?(?:{any_of(WEEKDAYS)}\b\.?,?\s+(?:the\s+)?)?"
_EARLY = r"(?:(?:early|earlier|late|later)\s+(?:on\s+)?)"
_DIGITS = "0 1 2 3 4 5 6 7 8 9"
YEAR_CUES = "15 16 17 18 19 20"

MONTH_RULES: tuple[Rule, ...] = (
    rule(rf"(?<!\w){_NAMED}{MONTH}\s+{DAY}{GOES_ON}{OF_YEAR}?(?![-–]\d)", _day, _DIGITS),
    rule(
        rf"\b(?:the\s+)?week\s+of\s+{_NAMED}{MONTH}\s+{DAY}{GOES_ON}{OF_YEAR}?(?![-–]\d)",
        _week_of,
        "week",
    ),
    rule(rf"(?<!\w){MONTH}\s+{DAY}{TO}{LAST_DAY}{GOES_ON}{OF_YEAR}?", _days, _DIGITS),
    rule(rf"(?<![\w.,]){_NAMED}{DAY}\s+(?:of\s+)?{MONTH}{OF_YEAR}?(?!\w)", _day, _DIGITS),
    rule(
        rf"(?<!\w){_NAMED}{MONTH}\s+{DAY}{OF_TOLD}",
        _day,
        "year",
    ),
    rule(rf"(?<!\w){_NAMED}{DAY}\s+{MONTH}{OF_TOLD}", _day, "year"),
    rule(rf"(?<!\w){PART}?{MONTH}{OF_TOLD}", _month_alone, "year"),
    rule(rf"(?<![\w.,]){DAY}-{MONTH}-{YEAR}{GOES_ON}", _day, YEAR_CUES),
    rule(rf"(?<![\w.,]){DAY}{TO}{LAST_DAY}\s+(?:of\s+)?{MONTH}{OF_YEAR}?", _days, _DIGITS),
    rule(rf"(?<!\w)(?<!\d\s)(?:around\s+)?{PART}?{MONTH}{OF_YEAR}", _month_alone, YEAR_CUES),
    rule(
        rf"(?<!\w)(?<!\d\s)(?:{PART}|{WAY})?{MONTH}(?!\w|\.?\s+\d{{1,2}}\b)",
        _month_alone,
    ),
)
NAMED_RULES: tuple[Rule, ...] = (
    rule(rf"(?<!\w){_EARLY}?{WEEKDAY}{_AT}{_OF_WEEK}", _weekday, "week"),
    rule(rf"(?<!\w)(?:{WAY}|{_EARLY})?{WEEKDAY}{_AT}{NOT_A_DAY}(?!\w)", _weekday),
)
