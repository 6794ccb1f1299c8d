"""Which words and figures set off which rules, and where they stand in a text."""

from __future__ import annotations

import re
import string
from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter, itemgetter

from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

from pressbrief.english.days import MONTHS, WEEKDAYS
from pressbrief.time.timex import (
    amounts,
    calendar_days,
    calendar_periods,
    clock,
    figures,
    holidays,
    lexicon,
    relative,
)
from pressbrief.time.timex.model import Rule

# Rules of one class that ask for the same cues, by those cues, in order.
Grouped = tuple[tuple[tuple[str, ...], tuple[Rule, ...]], ...]
# Digits that can be a year, a date in figures, a decade or a clock time.
DIGITS = re.compile(
    r"[0-9](?<![\d.,].)(?:(?:(?<=1)[5-9]|(?<=2)0)\d\d(?!\d)|(?:(?<=[0-3])\d)?(?=[/:.-]\d)"
    r"|\d?(?=\s?[aApP]\.?[mM]\b)|0(?=['’]?s)|\d{0,3}(?=\s?B\.?C))"
)


def _grouped(rules: Iterable[Rule]) -> Grouped:
    return tuple((cues, tuple(same)) for cues, same in groupby(rules, attrgetter("cues")))


def _triggers(*more: tuple[Iterable[str], tuple[Rule, ...]]) -> dict[str, Grouped]:
    """The rules that each word can set off, by the word in lower case."""
    groups = (
        (MONTHS, calendar_days.MONTH_RULES),
        (WEEKDAYS, calendar_days.NAMED_RULES),
        ((name.split()[-1] for name in holidays.HOLIDAYS), holidays.HOLIDAY_RULES),
        (lexicon.SEASONS, calendar_periods.SEASON_RULES),
        ((*lexicon.DECADES, "century"), calendar_periods.DECADE_RULES),
        (("quarter", "half", "period", "ago", "earlier"), calendar_periods.QUARTER_RULES),
        (("fiscal", "q", "h", "fy", *lexicon.ERAS), calendar_periods.CODE_RULES),
        (("year", "end"), calendar_periods.YEAR_RULES),
        (("week", "weekend"), calendar_periods.WEEK_RULES),
        (("eighteen", "nineteen", "twenty", "thousand"), calendar_periods.SPELLED_RULES),
        ((*MONTHS,), amounts.EVERY_RULES),
        (("yesterday", "today", "tonight", "tomorrow"), relative.DAY_RULES),
        (lexicon.UNITS, relative.UNIT_RULES),
        (("ago",), relative.AGO_RULES),
        ((phrase.split()[-1] for phrase in lexicon.REFERENCES), relative.REFERENCE_RULES),
        (("past",), relative.REFERENCE_RULES),
        (lexicon.FREQUENCIES, amounts.AMOUNT_RULES),
        (
            ("long", "yearlong", "monthlong", "weeklong", "daylong", "decadelong"),
            amounts.AMOUNT_RULES,
        ),
        ((f"{day}s" for day in WEEKDAYS if day.endswith("day")), amounts.AMOUNT_RULES),
        ((day for day in WEEKDAYS if day.endswith("day")), amounts.AMOUNT_RULES),
        (("noon", "midday", "midnight"), clock.CLOCK_RULES),
        (("morning", "afternoon", "evening", "night", "overnight"), clock.DAYPART_RULES),
        (("morning", "afternoon", "evening", "night"), relative.DAYPART_RULES),
        *more,
    )
    found: dict[str, tuple[Rule, ...]] = {}
    for words, rules in groups:
        for word in words:
            found[word] = tuple({id(one): one for one in (*found.get(word, ()), *rules)}.values())
    same = {tuple(map(id, rules)): _grouped(rules) for rules in found.values()}
    return {word: same[tuple(map(id, rules))] for word, rules in found.items()}


UNITS = (*lexicon.UNITS, *(f"{unit}s" for unit in lexicon.UNITS), *lexicon.PLURALS)
# A unit sets off the rules of lengths only after a figure or a word that can lead to it.
TRIGGERS = _triggers((UNITS, ()))
COUNTED = _triggers((UNITS, relative.COUNTED_RULES), (UNITS, amounts.AMOUNT_RULES))
_LEADS = ("every", "each", "per", "for", "in", "over", "many", *amounts.COUNTS, *amounts.KINDS)
LEADS = frozenset(words.encode().split()[-1].rpartition(b"-")[2] for words in _LEADS)
DIGIT_RULES = _grouped(
    (*figures.FIGURE_RULES, *calendar_periods.DECADE_RULES[:2], *clock.CLOCK_RULES)
)
# Every character as one byte: a letter small, a figure as "0", any other as a space.
LETTERS = bytes(
    ord(chr(byte).lower()) if chr(byte) in string.ascii_letters else 48 if 48 <= byte < 58 else 32
    for byte in range(256)
)
WORDS = BytesAhoCorasick(
    [f" {word}".encode() for word in TRIGGERS],
    matchkind=MatchKind.LeftmostLongest,
    implementation=Implementation.DFA,
)
OF_WORD = tuple((TRIGGERS[word], COUNTED[word]) for word in TRIGGERS)


def triggered(text: str) -> list[tuple[int, int, Grouped]]:
    """Where a word or figure stands that sets off rules, in order, and which rules."""
    letters = b" %b " % text.encode("ascii", "replace").translate(LETTERS)
    found = [
        (start, end - 1, OF_WORD[word][_is_led(letters, start)])
        for word, start, end in WORDS.find_matches_as_indexes(letters)
        if not 97 <= letters[end] <= 122
    ]
    if b"0" not in letters:
        return found
    digits = [(*one.span(), DIGIT_RULES) for one in DIGITS.finditer(text)]
    return sorted(found + digits, key=itemgetter(0)) if digits else found


def _is_led(letters: bytes, start: int) -> bool:
    """Whether a count, or what leads to one, stands just before."""
    before = letters[max(0, start - 20) : start].split()
    return bool(before) and (before[-1] in LEADS or before[-1].endswith(b"0"))
