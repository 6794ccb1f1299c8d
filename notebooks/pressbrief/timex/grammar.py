"""The grammar at work: trigger words open a window, the rules of their class read it."""

from __future__ import annotations

import re
import string
from operator import itemgetter

from pressbrief.timex import amounts, clock, dates, holidays, lexicon, periods, relative
from pressbrief.timex.model import Rule, Timex

# Digits that can be a year, a date in figures, a decade or a clock time.
DIGITS = re.compile(
    r"[0-9](?<![\d.,].)(?:(?:(?<=1)[5-9]|(?<=2)0)\d\d(?!\d)|(?:(?<=[0-3])\d)?(?=[/:.-]\d)"
    r"|\d?(?=\s?[ap]\.?m\b)|0(?=['’]?s)|\d{0,3}(?=\s?B\.?C))"
)
# How far from its trigger an expression may begin and end, in characters.
BEFORE, AFTER = 45, 40


def _triggers() -> dict[str, tuple[Rule, ...]]:
    """The rules that each word can set off, by the word in lower case."""
    units = (*lexicon.UNITS, *(f"{unit}s" for unit in lexicon.UNITS), *lexicon.PLURALS)
    groups = (
        (lexicon.MONTHS, dates.MONTH_RULES),
        (lexicon.WEEKDAYS, dates.NAMED_RULES),
        ((name.split()[-1] for name in holidays.HOLIDAYS), holidays.HOLIDAY_RULES),
        (lexicon.SEASONS, periods.SEASON_RULES),
        ((*lexicon.DECADES, "century"), periods.DECADE_RULES),
        (("quarter", "half", "period", "ago", "earlier"), periods.QUARTER_RULES),
        (("fiscal", "q", "h", "fy", *lexicon.ERAS), periods.CODE_RULES),
        (("year", "end"), periods.YEAR_RULES),
        (("week", "weekend"), periods.WEEK_RULES),
        (("eighteen", "nineteen", "twenty", "thousand"), periods.SPELLED_RULES),
        ((*lexicon.MONTHS,), amounts.EVERY_RULES),
        (("yesterday", "today", "tonight", "tomorrow"), relative.DAY_RULES),
        (lexicon.UNITS, relative.UNIT_RULES),
        (("ago",), relative.AGO_RULES),
        ((phrase.split()[-1] for phrase in lexicon.REFERENCES), relative.REFERENCE_RULES),
        (("past",), relative.REFERENCE_RULES),
        (units, relative.COUNTED_RULES),
        (units, amounts.AMOUNT_RULES),
        (lexicon.FREQUENCIES, amounts.AMOUNT_RULES),
        (
            ("long", "yearlong", "monthlong", "weeklong", "daylong", "decadelong"),
            amounts.AMOUNT_RULES,
        ),
        ((f"{day}s" for day in lexicon.WEEKDAYS if day.endswith("day")), amounts.AMOUNT_RULES),
        ((day for day in lexicon.WEEKDAYS if day.endswith("day")), amounts.AMOUNT_RULES),
        (("noon", "midday", "midnight"), clock.CLOCK_RULES),
        (("morning", "afternoon", "evening", "night", "overnight"), clock.DAYPART_RULES),
        (("morning", "afternoon", "evening", "night"), relative.DAYPART_RULES),
    )
    found: dict[str, tuple[Rule, ...]] = {}
    for words, rules in groups:
        for word in words:
            found[word] = tuple({id(one): one for one in (*found.get(word, ()), *rules)}.values())
    same = {tuple(map(id, rules)): rules for rules in found.values()}
    return {word: same[tuple(map(id, rules))] for word, rules in found.items()}


TRIGGERS = _triggers()
DIGIT_RULES = (*dates.NUMBER_RULES, *periods.DECADE_RULES[:2], *clock.CLOCK_RULES)
# Both patterns begin with a character, not a look behind it: the search skips to the next such.
WORD = re.compile(rf"[^a-z]{lexicon.any_of(TRIGGERS)}(?![a-z])")
SMALL = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)


def find(text: str) -> list[Timex]:
    """The time expressions of a text, in order, none overlapping another, none anchored yet.

    >>> [(one.text, one.type, one.value) for one in find("It met on 5 May 2024 for a week.")]
    [('5 May 2024', 'DATE', '2024-05-05'), ('a week', 'DURATION', 'P1W')]
    """
    found: list[Timex] = []
    for rules, spans in _windows(text):
        for low, high in spans:
            lowered = text[low:high].lower()
            for rule in rules:
                for cue in rule.cues:  # a plain loop: this is asked for every rule of every window
                    if cue in lowered:
                        found += _read(rule, text, low, high)
                        break
    return _longest(found, len(text)) if found else []


def _windows(text: str) -> list[tuple[tuple[Rule, ...], list[tuple[int, int]]]]:
    """For each class of rules the stretches of text to read, merged where they touch."""
    # By identity: comparing rules would compare their patterns.
    windows: dict[int, tuple[tuple[Rule, ...], list[tuple[int, int]]]] = {}
    for start, end, rules in _triggered(text):
        low = _snap(text, max(0, start - BEFORE), -1)
        high = _snap(text, min(len(text), end + AFTER), 1)
        _, spans = windows.setdefault(id(rules), (rules, []))
        if spans and spans[-1][1] >= low:
            spans[-1] = (spans[-1][0], max(high, spans[-1][1]))
        else:
            spans.append((low, high))
    return list(windows.values())


def _triggered(text: str) -> list[tuple[int, int, tuple[Rule, ...]]]:
    """Where a word or number stands that sets off rules, in order, and which rules."""
    words = WORD.finditer(f" {_lowered(text)}")
    found = [(word.start(), word.end() - 1, TRIGGERS[word.group()[1:]]) for word in words]
    digits = [(*one.span(), DIGIT_RULES) for one in DIGITS.finditer(text)]
    return sorted(found + digits, key=itemgetter(0)) if digits else found


def _lowered(text: str) -> str:
    """A text in small letters, each in its place: no letter as two."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else text.translate(SMALL)


def _snap(text: str, at: int, step: int) -> int:
    """The nearest edge of a word outward, at most 20 characters away."""
    for _ in range(20):
        if not 0 < at < len(text) or not (text[at - 1].isalnum() and text[at].isalnum()):
            return at
        at += step
    return at


def _read(one: Rule, text: str, low: int, high: int) -> list[Timex]:
    found = []
    for match in one.pattern.finditer(text, low, high):
        fields = one.build(match)
        if fields:
            cut = _trimmed(match.group())
            start = match.start()
            found.append(Timex(start, start + len(cut), cut, **fields))
    return found


def _trimmed(cut: str) -> str:
    """The expression without the full stop that ends a sentence: kept after abbreviations."""
    cut = cut.rstrip()
    if not cut.endswith("."):
        return cut
    last = re.split(r"[\s-]", cut)[-1].lower()
    full = last[:-1] in lexicon.FULL_NAMES or last[:-1].isdigit()
    return cut[:-1] if full else cut


def _longest(found: list[Timex], length: int) -> list[Timex]:
    """Of overlapping expressions the longest, the first of equals."""
    taken = bytearray(length)
    kept: list[Timex] = []
    for one in sorted(found, key=lambda timex: (timex.start - timex.end, timex.start)):
        if taken.find(1, one.start, one.end) < 0:
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
            kept.append(one)
    return sorted(kept, key=lambda timex: timex.start)
