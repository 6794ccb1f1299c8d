"""Rules for stretches of time, repeated times and clock times: three years, every week, 9 a.m."""

from __future__ import annotations

import re

from pressbrief.timex import lexicon
from pressbrief.timex.lexicon import any_of
from pressbrief.timex.model import Rule, rule

_WORDS = any_of([*lexicon.NUMBERS, *lexicon.VAGUE, "half a", "half an", "half"])
_FIGURES = r"\d{1,4}(?:,\d{3})?(?:\.\d{1,2})?(?:\s[1-9]/[2-9])?"
COUNT = rf"(?P<count>(?:{_FIGURES}|{_WORDS})(?:\s+and\s+a\s+half)?)"
AMOUNT = rf"(?:(?P<amount>{any_of(lexicon.AMOUNTS)})\s+)"
_UNITS = any_of([*lexicon.UNITS, *(f"{unit}s" for unit in lexicon.UNITS), *lexicon.PLURALS])
UNIT = rf"(?P<unit>{_UNITS})\b"
# An age is no date: a 20-year-old, 15 years old, aged 40 years.
NO_AGE = r"(?![\s-]+(?:old|of\s+age)\b|-?olds?\b)"
ZONE = r"(?:\s*\(?(?:GMT|UTC|EST|EDT|CST|CDT|MST|MDT|PST|PDT|CET|JST|BST|local\s+time)\)?)?"


def unit_of(word: str) -> tuple[str, int]:
    """A unit's word as its singular and how many it makes: fortnights are two weeks each."""
    word = word.lower()
    word = lexicon.PLURALS.get(word, word.removesuffix("s"))
    return ("week", 2) if word == "fortnight" else (word, 1)


def period(count: float | None, unit: str) -> str:
    """A TIMEX3 duration: so many of a unit, X where the number is vague.

    >>> period(3.5, "year"), period(None, "decade"), period(2, "hour")
    ('P3.5Y', 'PX0Y', 'PT2H')
    """
    letter, timed, each = lexicon.UNITS[unit]
    prefix = "PT" if timed else "P"
    if count is None:
        vague = {1: "X", 2: "X", 10: "X0", 100: "X00"}[each]
        return f"{prefix}{vague}{letter}"
    return f"{prefix}{count * each:g}{letter}"


def _unit(word: str) -> str:
    return lexicon.PLURALS.get(word.lower(), word.lower().removesuffix("s"))


def _duration(match: re.Match) -> dict | None:
    unit, words = _unit(match["unit"]), lexicon.plain(match["count"])
    one = words in ("a", "an")
    if unit == "second" and (one or words == "half"):
        return None  # "a second visit"
    if one and match["unit"].lower().endswith("s"):
        return None
    if words == "some" and not match["unit"].lower().endswith("s"):
        return None  # "some day"
    if unit == "quarter" and words in ("a", "three", "some"):
        return None  # a fraction
    mod = lexicon.AMOUNTS.get(lexicon.plain(match["amount"] or ""), "")
    return {"type": "DURATION", "value": period(lexicon.number(words), unit), "mod": mod}


def _stretch(match: re.Match) -> dict:
    """The past three years, the next two weeks, the last few months."""
    return {
        "type": "DURATION",
        "value": period(lexicon.number(match["count"]), _unit(match["unit"])),
    }


def _bare(match: re.Match) -> dict:
    return {"type": "DURATION", "value": period(None, _unit(match["unit"]))}


def _every(match: re.Match) -> dict:
    found = match.groupdict()
    if found.get("weekday"):
        return {"type": "SET", "value": f"XXXX-WXX-{lexicon.WEEKDAYS[found['weekday'].lower()]}"}
    count = lexicon.number(found["count"]) if found.get("count") else 1
    return {"type": "SET", "value": period(count, _unit(match["unit"]))}


def _frequency(match: re.Match) -> dict:
    return {"type": "SET", "value": lexicon.FREQUENCIES[match["often"].lower()]}


def _weekdays(match: re.Match) -> dict | None:
    if not match[0][0].isupper():
        return None
    return {"type": "SET", "value": f"XXXX-WXX-{lexicon.WEEKDAYS[match['weekday'].lower()]}"}


def _clock(match: re.Match) -> dict | None:
    found = match.groupdict()
    hour, minute = int(found["hour"]), found.get("minute") or "00"
    half = (found.get("half") or "").lower().replace(".", "").strip()
    if (half and not 1 <= hour <= 12) or hour > 24:
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return {"type": "TIME", "value": f"XXXX-XX-XXT{hour:02}:{minute}", "unit": "day"}


def _named_clock(match: re.Match) -> dict:
    return {
        "type": "TIME",
        "value": "XXXX-XX-XX" + lexicon.DAYPARTS[match["daypart"].lower()],
        "unit": "day",
    }


_FULL_DAYS = any_of(name for name in lexicon.WEEKDAYS if name.endswith("day"))

AMOUNT_RULES: tuple[Rule, ...] = (
    rule(
        rf"(?<![\w$£€.,/-]){AMOUNT}?(?:the\s+)?{COUNT}(?:[\s-]+|\s+more\s+){UNIT}{NO_AGE}",
        _duration,
    ),
    rule(
        rf"\b(?:the\s+)?(?:last|past|next|previous|coming|first|final)\s+{AMOUNT}?{COUNT}\s+{UNIT}",
        _stretch,
        "last past next previous coming first final",
    ),
    rule(
        r"(?:(?<=\bfor\s)|(?<=\bin\s)|(?<=\bover\s))(?:many\s+)?"
        r"(?P<unit>decades|centuries|years|months|weeks|days|hours|minutes)\b",
        _bare,
        "for in over",
    ),
    rule(
        rf"\b(?:every|each)\s+(?:(?P<weekday>{_FULL_DAYS})|(?:{COUNT}\s+)?{UNIT})",
        _every,
        "every each",
    ),
    rule(
        rf"\b(?:once|twice|\w+\s+times)\s+(?:a|every|each|per)\s+{UNIT}",
        _every,
        "once twice times",
    ),
    rule(
        rf"(?<![\w-])(?P<often>{any_of(lexicon.FREQUENCIES)})\b(?!-)",
        _frequency,
        " ".join(lexicon.FREQUENCIES),
    ),
    rule(rf"\b(?P<weekday>{_FULL_DAYS})s\b", _weekdays, "days"),
)
CLOCK_RULES: tuple[Rule, ...] = (
    rule(
        rf"(?<![\w.:$-])(?P<hour>\d\d?)(?::(?P<minute>[0-5]\d))?\s?(?P<half>[ap]\.?m\b\.?){ZONE}",
        _clock,
        "am a.m pm p.m",
    ),
    rule(
        rf"(?<![\w.:$-])(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?![\d:]){ZONE}",
        _clock,
        ":",
    ),
    rule(r"\b(?P<daypart>noon|midnight)\b", _named_clock, "noon midnight"),
)
