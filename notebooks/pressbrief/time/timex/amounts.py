"""Rules for stretches of time and repeated times: three years, every week, daily."""

from __future__ import annotations

import re

from pressbrief.english.days import MONTHS, WEEKDAYS
from pressbrief.english.numbers import NUMBERS, VAGUE, number
from pressbrief.english.patterns import any_of
from pressbrief.english.word_lists import as_listed, words
from pressbrief.time.timex import lexicon
from pressbrief.time.timex.model import Rule, rule

COUNTS = (*NUMBERS, *VAGUE, "half a", "half an", "half")
_WORDS = any_of(COUNTS)
_FIGURES = r"\d{1,4}(?:,\d{3})?(?:\.\d{1,2})?(?:\s[1-9]/[2-9])?"
COUNT = rf"(?P<count>(?:{_FIGURES}|{_WORDS})(?:[\s-]+and[\s-]+a[\s-]+half)?)"
AMOUNT = rf"(?:(?P<amount>{any_of(lexicon.AMOUNTS)})\s+)"
_UNITS = any_of([*lexicon.UNITS, *(f"{unit}s" for unit in lexicon.UNITS), *lexicon.PLURALS])
UNIT = rf"(?P<unit>{_UNITS})\b"
# A word with which no count, hedge or article begins is passed over at once.
_BEGINS = rf"(?={any_of({word.split()[0] for word in (*COUNTS, *lexicon.AMOUNTS, 'the')})}\b|\d)"
_RANGE = rf"(?:(?P<low>{_FIGURES}|{_WORDS})\s*(?:-|–|to|or)\s*)"
KINDS = words("time/kinds")
_KIND = rf"(?:{any_of(KINDS)}\s+)"
# The article belongs to the noun that a length is said of: "the 30-day rate", "the two day rally".
THE = r"(?:the\s+(?![\w.,]+[\s-](?:second|minute|hour|day|night|week|month|quarter|year|decade)\b))"
# An age is no date: a 20-year-old, 15 years old, aged 40 years.
NO_AGE = r"(?![\s-]+(?:old|of\s+age)\b|-?olds?\b)"


def unit_of(word: str) -> tuple[str, int]:
    """A unit's word as its singular and how many it makes: fortnights are two weeks each."""
    word = _unit(word)
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
    """Three years, two to three weeks, a minute and a half."""
    unit, words = _unit(match["unit"]), as_listed(match["count"])
    one = words in ("a", "an")
    if unit == "second" and (one or words == "half"):
        return None  # "a second visit"
    if one and match["unit"].lower().endswith("s"):
        return None
    if words == "some" and not match["unit"].lower().endswith("s"):
        return None  # "some day"
    if unit == "quarter" and (words in ("a", "three", "some") or len(words) == 4):
        return None  # a fraction; "the 1988 quarter"
    mod = lexicon.AMOUNTS.get(as_listed(match["amount"] or ""), "")
    count = None if match["low"] else number(words)
    if count is not None and match["half"]:
        count += 0.5
    return {"type": "DURATION", "value": period(count, unit), "mod": mod}


def _lasting(match: re.Match) -> dict:
    """A year-long trial, a decades-long war."""
    count = None if match["unit"].lower().endswith("s") else 1
    return {"type": "DURATION", "value": period(count, _unit(match["unit"]))}


def _stretch(match: re.Match) -> dict:
    """The past three years, the next two weeks, the last few months."""
    return {
        "type": "DURATION",
        "value": period(number(match["count"]), _unit(match["unit"])),
    }


def _bare(match: re.Match) -> dict:
    return {"type": "DURATION", "value": period(None, _unit(match["unit"]))}


def _every(match: re.Match) -> dict:
    found = match.groupdict()
    if found.get("weekday"):
        return {"type": "SET", "value": f"XXXX-WXX-{WEEKDAYS[found['weekday'].lower()]}"}
    count = number(found["count"]) if found.get("count") else 1
    return {"type": "SET", "value": period(count, _unit(match["unit"]))}


def _each_month(match: re.Match) -> dict | None:
    word = match["month"]
    if not word[0].isupper():
        return None
    return {"type": "SET", "value": f"XXXX-{MONTHS[word.lower()]:02}"}


def _frequency(match: re.Match) -> dict:
    return {"type": "SET", "value": lexicon.FREQUENCIES[match["often"].lower()]}


def _weekdays(match: re.Match) -> dict | None:
    if not match[0][0].isupper():
        return None
    return {"type": "SET", "value": f"XXXX-WXX-{WEEKDAYS[match['weekday'].lower()]}"}


_FULL_DAYS = any_of(name for name in WEEKDAYS if name.endswith("day"))

AMOUNT_RULES: tuple[Rule, ...] = (
    rule(
        rf"(?<![\w$£€.,/-]){_BEGINS}{AMOUNT}?{THE}?{_RANGE}?{COUNT}[\s-]+{_KIND}?{UNIT}"
        rf"(?P<half>\s+and\s+a\s+half\b)?{NO_AGE}",
        _duration,
    ),
    rule(r"\b(?P<unit>(?:day|week|month|year|decade)s?)-?long\b", _lasting, "long"),
    rule(
        rf"\b(?:the\s+)?(?:last|past|next|previous|coming|first|final)\s+{AMOUNT}?{COUNT}\s+{UNIT}",
        _stretch,
        "last past next previous coming first final",
    ),
    rule(
        r"\b(?=[mdcywh])(?:(?<=\bfor\s)|(?<=\bin\s)|(?<=\bover\s))(?:many\s+)?"
        r"(?P<unit>decades|centuries|years|months|weeks|days|hours|minutes)\b",
        _bare,
        "decades centuries years months weeks days hours minutes",
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
EVERY_RULES: tuple[Rule, ...] = (
    rule(rf"\b(?:every|each)\s+(?P<month>{any_of(MONTHS)})\b", _each_month, "every each"),
)
