"""When the happenings of a sentence were: from which to which day, one happening once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from pressbrief.time.timex import last_day, precision
from pressbrief.timeline.happenings import Dated

# "From 2010 to 2012" is one time.
_FROM = re.compile(r"\b(?:(?P<to>from)|between)\s+$", re.I)
_TO = re.compile(r"\s+(?:to|until|till|through)\s+(?:the\s+)?", re.I)
_TOGETHER = re.compile(r"(?:[\s\d,–—-]|\b(?:and|or|then|to|until|till|through|in|on|again)\b)*")
_AND = re.compile(r"\s+and\s+(?:the\s+)?", re.I)


def spans(row, dated: list, times: Sequence = ()) -> list:
    """The times of a sentence in order, those between which something lasted as one.

    `times` are all of the sentence: what began in one of them may be dated by the other only.
    """
    found: list = []
    for time in sorted(dated, key=lambda one: one.start):
        before = [one for one in (*times, *found) if one.end < time.start]
        first = next((one for one in reversed(before) if _lasts(row, one, time)), None)
        if first:
            found = [one for one in found if one.start != first.start]
            text = row.text[first.start - row.start : time.end - row.start]
            time = time._replace(start=first.start, earliest=first.earliest, text=text)
        found.append(time)
    return found


def _lasts(row, first, last) -> bool:
    """Whether something is said to have gone on from one time to another."""
    lead = _FROM.search(row.text[: first.start - row.start])
    if not lead:
        return False
    to = _TO if lead["to"] else _AND
    parted = to.fullmatch(row.text, first.end - row.start, last.start - row.start)
    return bool(parted) and "" < first.earliest <= last.latest


def distinct(row, dated: Sequence[tuple]) -> list[tuple]:
    """Each happening of a sentence's row once: of several times of one clause the narrowest.

    Of equally narrow ones that stand together all from the first to the last; else the first:
    "pledged in 2008 to end it by 2015".
    """
    found: list[tuple] = []
    for time, clause in sorted(dated, key=lambda pair: (_width(pair[0]), pair[0].start)):
        at = next((at for at, (_, of) in enumerate(found) if _is_one(clause, of)), None)
        if at is None:
            found.append((time, clause))
        elif _precision(time) == _precision(found[at][0]) and _goes_on(row, found[at][0], time):
            first, of = found[at]
            ends = min(first.earliest, time.earliest), max(first.latest, time.latest)
            found[at] = (first._replace(earliest=ends[0], latest=ends[1]), of)
    return sorted(found, key=lambda pair: pair[0].start)


def _goes_on(row, first, last) -> bool:
    """Whether a sentence names one time right after another: "in 2014 and 2015"."""
    ends = min(first.end, last.end), max(first.start, last.start)
    return _TOGETHER.fullmatch(row.text[ends[0] - row.start : ends[1] - row.start]) is not None


def _width(time) -> int:
    if not time.earliest or not time.latest:
        return 10**6
    return (date.fromisoformat(time.latest) - date.fromisoformat(time.earliest)).days


def _precision(time) -> str:
    closed = time.earliest and time.latest
    days = [date.fromisoformat(day) for day in (time.earliest, time.latest)] if closed else []
    return precision(*days) if days else time.earliest + time.latest


def _is_one(one: Dated, other: Dated) -> bool:
    """Whether two clauses are one: what they share is more than half of what either has."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return 2 * shared > max(one.end, other.end) - min(one.start, other.start)


def reach(row, time, times: Sequence) -> str:
    """The last day: of "for a week starting on 15 February" the 21st."""
    if not time.earliest or time.earliest != time.latest:
        return time.latest
    durations = [
        (other.end - row.start, other.value) for other in times if other.type == "DURATION"
    ]
    first = date.fromisoformat(time.earliest)
    return last_day(row.text, time.start - row.start, first, durations).isoformat()
