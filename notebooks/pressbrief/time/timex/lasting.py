"""What went on for days: "for a week starting on 15 February"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

_FROM = re.compile(
    r"\b(?:starting|beginning|from|that\s+(?:began|started))\s+(?:on\s+)?$", re.IGNORECASE
)
_LENGTH = re.compile(r"P(\d{1,3})([DW])")
_DAYS = {"D": 1, "W": 7}


def last_day(sentence: str, start: int, first: date, durations: Iterable[tuple[int, str]]) -> date:
    """The last day of what a sentence tells to begin on the day named at `start`.

    `durations` are the ends and TIMEX3 values of the sentence's durations; without one just before
    the day, the first day is the last.

    >>> last_day("It met for a week starting on 15 May 2024.", 30, date(2024, 5, 15), [(17, "P1W")])
    datetime.date(2024, 5, 21)
    """
    if _FROM.search(sentence[max(0, start - 40) : start]):
        for end, value in durations:
            length = _LENGTH.fullmatch(value)
            if length and 0 <= start - end <= 30:
                return first + timedelta(days=int(length[1]) * _DAYS[length[2]] - 1)
    return first
