"""What the grammar finds: one time expression as it stands, before any date is known."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple

Tense = Literal["past", "future", "open"]


class Timex(NamedTuple):
    """One time expression: where it stands, its TIMEX3 type, value (X where open) and modifier.

    `offset` counts `unit`s from the day of speaking; `way` is how the words fix a date that is not
    told in full: the "last", "next", "this" or "near" one, in the "year before" or "year after", in
    the "told year", a "fiscal" one, counted from the date "told" before or from the quarter
    "reported"; `nth` says which weekday of its month a holiday is ("4#4", the fourth Thursday)
    or how far from Easter ("E-2"); `other` is a second reading (03/04/2025); `tense` is how its
    sentence tells it, where that has been asked.
    """

    start: int
    end: int
    text: str
    type: str
    value: str
    mod: str = ""
    unit: str = ""
    offset: int | None = None
    way: str = ""
    nth: str = ""
    other: str = ""
    tense: Tense = "open"


@dataclass(frozen=True)
class Rule:
    """A pattern, and what makes the fields of a Timex of its match (None: it was no time).

    Without one of its cues, in small letters, a stretch of text cannot match it ("": any can).
    """

    pattern: re.Pattern
    build: Callable[[re.Match], dict | None]
    cues: tuple[str, ...]


def rule(pattern: str, build: Callable[[re.Match], dict | None], cues: str = "") -> Rule:
    """A rule whose pattern ignores case; a builder that cares looks at the match.

    `cues`, if any, are the words of which every match holds one.
    """
    return Rule(re.compile(pattern, re.IGNORECASE), build, tuple(cues.split()) or ("",))


def date_value(value: str, **fields) -> dict:
    """The fields of an expression of type DATE."""
    return {"type": "DATE", "value": value, **fields}
