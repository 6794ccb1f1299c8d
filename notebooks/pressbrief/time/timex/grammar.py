"""The grammar at work: trigger words open a window, the rules of their class read it."""

from __future__ import annotations

import re

from pressbrief.time.timex import lexicon
from pressbrief.time.timex.model import Rule, Timex
from pressbrief.time.timex.triggers import Grouped, triggered

# How far from its trigger an expression may begin and end, in characters: farther than any does,
# which bounds the work. Of 2,994 expressions in 366 articles half of BEFORE loses none, half of
# AFTER two ("20-year", whose trigger stands in the figure), twice as much finds none.
BEFORE, AFTER = 45, 40


def find(text: str) -> list[Timex]:
    """The time expressions of a text, in order, none overlapping another, none anchored yet.

    >>> [(one.text, one.type, one.value) for one in find("It met on 5 May 2024 for a week.")]
    [('5 May 2024', 'DATE', '2024-05-05'), ('a week', 'DURATION', 'P1W')]
    """
    found: list[Timex] = []
    for rules, spans in _windows(text):
        for low, high in spans:
            stretch = text[low:high].lower()
            for cues, asking in rules:
                for cue in cues:  # a plain loop: this is asked for all rules of every window
                    if cue in stretch:
                        for one in asking:
                            found += _read(one, text, low, high)
                        break
    return _longest(found, len(text)) if found else []


def _windows(text: str) -> list[tuple[Grouped, list[tuple[int, int]]]]:
    """For each class of rules the stretches of text to read, merged where they touch."""
    # By identity: comparing rules would compare their patterns.
    windows: dict[int, tuple[Grouped, list[tuple[int, int]]]] = {}
    for start, end, rules in triggered(text):
        low = _snap(text, max(0, start - BEFORE), -1)
        high = _snap(text, min(len(text), end + AFTER), 1)
        _, spans = windows.setdefault(id(rules), (rules, []))
        if spans and spans[-1][1] >= low:
            spans[-1] = (spans[-1][0], max(high, spans[-1][1]))
        else:
            spans.append((low, high))
    return list(windows.values())


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
