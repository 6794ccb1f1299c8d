"""Rules for what depends on the day of speaking: yesterday, last month, three years ago, now."""

from __future__ import annotations

import re

from pressbrief.english.numbers import number
from pressbrief.english.patterns import any_of
from pressbrief.english.word_lists import as_listed, table
from pressbrief.time.timex import lexicon
from pressbrief.time.timex.amounts import AMOUNT, COUNT, UNIT, period, unit_of
from pressbrief.time.timex.calendar_days import DAYPART
from pressbrief.time.timex.model import Rule, date_value, rule
from pressbrief.time.timex.values import TEMPLATES

DAYS = {phrase: int(steps) for phrase, steps in table("time/near_days").items()}
STEPS = {word: int(steps) for word, steps in table("time/steps").items()}
# "Earlier this year" is what has passed of it, not its first half; "later" what is to come.
MODS = table("time/so_far")


def _offset(unit: str, steps: int, **fields) -> dict:
    return date_value(TEMPLATES[unit], unit=unit, offset=steps, **fields)


def _relative_day(match: re.Match) -> dict:
    word = as_listed(match["named"])
    fields = _offset("day", DAYS[word])
    part = "night" if word == "tonight" else (match["daypart"] or "").lower()
    if part:
        fields |= {"type": "TIME", "value": fields["value"] + lexicon.DAYPARTS[part]}
    return fields


def _daypart(match: re.Match) -> dict:
    """This morning, last night."""
    steps = STEPS[match["way"].lower()]
    value = TEMPLATES["day"] + lexicon.DAYPARTS[match["daypart"].lower()]
    return _offset("day", steps) | {"type": "TIME", "value": value}


def _relative_unit(match: re.Match) -> dict | None:
    """Last month, earlier this year, next week, late last year."""
    unit, way = match["unit"].lower(), match["way"].lower()
    if unit == "day" or (way == "past" and not match["the"]):
        return None
    if way == "past":  # "the past year" is a stretch, not a calendar year
        letter, timed, count = lexicon.UNITS.get(unit, ("Y", False, 1))
        return {"type": "DURATION", "value": f"P{'T' if timed else ''}{count}{letter}"}
    part = match["part"] or match["part_of"]
    mod = (MODS | lexicon.PARTS)[part.lower()] if part else ""
    return _offset(unit, STEPS[way], mod=mod, way="fiscal" if match["fiscal"] else "")


def _ago(match: re.Match) -> dict | None:
    return _away(match, -1)


def _ahead(match: re.Match) -> dict | None:
    return _away(match, 1)


def _away(match: re.Match, direction: int) -> dict | None:
    """Three years ago, in two weeks; half years and vague amounts leave the value open."""
    unit, per = unit_of(match["unit"])
    if unit not in TEMPLATES:  # hours and minutes: the day of speaking, or the one beside it
        return date_value("PAST_REF" if direction < 0 else "FUTURE_REF")
    count = number(match["count"])
    mod = lexicon.AMOUNTS.get(as_listed(match["amount"] or ""), "")
    if count is None:
        return date_value("PAST_REF" if direction < 0 else "FUTURE_REF")
    if match.groupdict().get("half"):
        count += 0.5
    if unit in ("decade", "century"):
        unit, count = "year", count * (10 if unit == "decade" else 100)
    if count != int(count):
        unit, count = ("month", count * 12) if unit == "year" else (unit, round(count))
    if count > 3000:
        return None
    way = "reported" if unit == "year" and count == 1 and direction < 0 else ""
    return _offset(unit, direction * int(count) * per, mod=mod, way=way)


def _from_told(match: re.Match) -> dict | None:
    """Two days later, a year earlier: counted from the date told before."""
    back = match["side"].lower() in ("earlier", "before", "previously")
    fields = _away(match, -1 if back else 1)
    return fields and (fields | {"way": "told"} if fields.get("unit") else None)


def _some_day(match: re.Match) -> dict | None:
    """It will one day return; one day it may."""
    before = match.string[max(0, match.start() - 30) : match.start()]
    leads = not before.strip() and _MODAL_AFTER.match(match.string, match.end())
    return date_value("FUTURE_REF") if leads or _MODAL_BEFORE.search(before) else None


def _until_told(match: re.Match) -> dict | None:
    """Ten days before the talks: a length, for what it leads to is no date."""
    count = number(match["count"])
    return {"type": "DURATION", "value": period(count, unit_of(match["unit"])[0])}


def _beside_told(match: re.Match) -> dict:
    """The next day, the same month, that year: beside the date told before."""
    steps = {"next": 1, "following": 1, "previous": -1, "same": 0, "that": 0}
    found = match.groupdict()
    unit = "day" if found.get("daypart") else match["unit"].lower()
    fields = _offset(unit, steps[match["side"].lower()], way="told")
    if found.get("daypart"):
        at = lexicon.DAYPARTS[found["daypart"].lower()]
        fields |= {"type": "TIME", "value": fields["value"] + at}
    return fields | ({"mod": MODS[found["part"].lower()]} if found.get("part") else {})


def _part_of_told(match: re.Match) -> dict:
    """That morning, that night: a part of the day told before."""
    value = TEMPLATES["day"] + lexicon.DAYPARTS[match["daypart"].lower()]
    return _offset("day", 0, way="told") | {"type": "TIME", "value": value}


def _reference(match: re.Match) -> dict:
    return date_value(lexicon.REFERENCES[as_listed(match["named"])])


def _past(match: re.Match) -> dict:
    return date_value("PAST_REF")


_UNIT_WORD = r"(?P<unit>week|weekend|month|quarter|year|decade|century)"
_PART = (
    r"(?:(?P<part>earlier|early|later|late)(?:\s+in)?\s+"
    r"|(?:the\s+)?(?P<part_of>beginning|start|middle|end)\s+of\s+)"
)
_LONG_AGO = (
    r"\b(?:(?:many\s+|some\s+)?(?:days|weeks|months|years|decades|centuries)"
    r"|(?:some|a\s+(?:long|short))\s+time|(?:not\s+)?(?:so\s+|too\s+)?long)\s+ago\b"
)

# Words after which "before" and "after" lead on to what happened, not to the date told before.
_LEADS_ON = r"\s+(?:the|an?|his|her|its|their|he|she|it|they|this|\w{2,}ing)\b"
_MODAL_BEFORE = re.compile(r"\b(?:will|would|may|might|could|can|shall)\s+(?:\w+\s+){0,2}$")
_MODAL_AFTER = re.compile(r",?\s+(?:[\w’']+\s+){1,4}(?:will|may|might|could|shall)\b")
_COUNTED = rf"\b{AMOUNT}?{COUNT}[\s-]+{UNIT}"
_EARLY = r"(?:(?P<part>early|earlier|late|later)\s+)?"

DAY_RULES: tuple[Rule, ...] = (
    rule(
        rf"\b(?:(?:early|earlier|late|later)\s+)?(?P<named>{any_of(DAYS)})(?:\s+{DAYPART})?\b"
        r"(?!['’]?s\s+world)",
        _relative_day,
    ),
)
DAYPART_RULES: tuple[Rule, ...] = (
    rule(
        rf"\b(?:(?:early|earlier|late|later)\s+)?(?P<way>this|last)\s+{DAYPART}\b",
        _daypart,
        "this last",
    ),
    rule(
        rf"\bthe\s+(?P<side>next|following|previous|same)\s+{DAYPART}\b",
        _beside_told,
        "next following previous same",
    ),
    rule(rf"\bthat\s+(?:same\s+)?{DAYPART}\b", _part_of_told, "that"),
)
UNIT_RULES: tuple[Rule, ...] = (
    rule(
        rf"\b{_PART}?(?P<the>the\s+)?(?P<way>{any_of(STEPS)})\s+"
        rf"(?P<fiscal>(?:fiscal|financial)\s+(?=year\b))?{_UNIT_WORD}\b(?!-)(?!['’]s-)",
        _relative_unit,
        " ".join(STEPS),
    ),
    rule(
        rf"\b{_EARLY}(?:the\s+)?(?P<side>following|previous|same)\s+"
        r"(?P<unit>day|week|weekend|month|year)\b",
        _beside_told,
        "following previous same",
    ),
    rule(r"\bthe\s+(?P<side>next)\s+(?P<unit>day)\b", _beside_told, "next"),
    rule(rf"\b{_EARLY}(?P<side>that)\s+(?P<unit>day|week|month|year)\b", _beside_told, "that"),
)
COUNTED_RULES: tuple[Rule, ...] = (
    rule(r"\bone\s+day\b(?!-)", _some_day, "one"),
    rule(rf"{_COUNTED}(?P<half>\s+and\s+a\s+half)?(?:\s+or\s+so)?\s+ago\b", _ago, "ago"),
    rule(rf"{_COUNTED}\s+from\s+now\b", _ahead, "now"),
    rule(
        rf"{_COUNTED}\s+(?P<side>earlier|later|previously|before(?!{_LEADS_ON}))\b",
        _from_told,
        "earlier later before previously",
    ),
    rule(rf"{_COUNTED}(?=\s+(?:before|after){_LEADS_ON})", _until_told, "before after"),
)
AGO_RULES: tuple[Rule, ...] = (rule(_LONG_AGO, _past),)
REFERENCE_RULES: tuple[Rule, ...] = (
    rule(
        rf"\b(?P<named>{any_of(lexicon.REFERENCES)})\b(?!-)",
        _reference,
        " ".join({max(name.split(), key=len): "" for name in lexicon.REFERENCES}),
    ),
    rule(
        r"(?<=\bin\s)the\s+past\b(?!\s+(?:\w+\s+){0,2}\w*(?:s|week|month|year|decade|century)\b)",
        _past,
        "past",
    ),
)
