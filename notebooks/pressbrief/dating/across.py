"""What the other articles say of an article's date: one happening that they date and it does not.

"The discussions took place on Tuesday" gets its Tuesday from an article that tells of the same
visit with its days. Only dates stated in full serve, never one that was itself inferred.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from pressbrief.dating.constraints import Constraint, Strength
from pressbrief.likeness import KINDS, STOP, content
from pressbrief.timex import Timex, day_in_words, in_words, last_day
from pressbrief.timex.lexicon import WEEKDAY_NAMES
from pressbrief.timex.tense import said_then, told, told_as_past
from pressbrief.timex.values import days

BESIDE = 2  # sentences before and after that still speak of the same
NAME = re.compile(
    r"\b(?!(?:The|A|An|In|On|At|For|By)\b)[A-Z][\w’'-]+(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w’'-]+)*"
)
# How much two passages must share to be about one happening.
NAMES, WORDS, PARTICIPANT = 2, 2, 3
LONGEST = 7  # days in which a weekday comes once
PASSAGES = 2048  # of all articles kept at a time, some KB each


@dataclass(frozen=True)
class Passage:
    """A sentence, or one with its neighbours: its names, its content words, those outside names."""

    names: frozenset[str]
    words: frozenset[str]
    plain: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Account:
    """One article as its happenings are compared: sentences, names, dated passages, bare weekdays.

    `names` are those of two words or more. A date has its first and last day and its sentence's
    index; a weekday its sentence's index, its number, and whether it is when something was said.
    """

    file: str
    sentences: list[str]
    names: frozenset[str]
    dated: tuple[tuple[date, date, int], ...]
    weekdays: tuple[tuple[int, int, bool], ...]


def account(file: str, sentences: list[str], times: list[list[Timex]]) -> Account | None:
    """An article's sentences as an account of what it dates in full and what by weekday alone.

    `times` holds each sentence's time expressions. None if it does neither.
    """
    dated: dict[tuple[date, date, int], None] = {}
    weekdays: dict[tuple[int, int, bool], None] = {}
    for index, text in enumerate(sentences):
        timexes = [one for one in times[index] if one.type == "DURATION" or one.unit == "day"]
        if not timexes:
            continue
        durations = [(one.end, one.value) for one in timexes if one.type == "DURATION"]
        for timex in timexes:
            if _is_bare_weekday(timex) and told(text, timex.start, timex.end) != "future":
                weekday, said = int(timex.value[9]), said_then(text, timex.start)
                weekdays[index, weekday, said] = None
            elif days(timex.value) and told_as_past(text, timex.start, timex.end):
                first, last = days(timex.value)
                last = max(last, last_day(text, timex.start, first, durations))
                dated[first, last, index] = None
    if not dated and not weekdays:
        return None
    names = frozenset(name for text in sentences for name in NAME.findall(text) if " " in name)
    return Account(file, sentences, names, tuple(dated), tuple(weekdays))


def _is_bare_weekday(timex: Timex) -> bool:
    return not timex.way and re.fullmatch(r"XXXX-WXX-\d(?:T.*)?", timex.value) is not None


@lru_cache(PASSAGES)
def _around(one: Account, index: int) -> Passage:
    """A sentence with its neighbours as one passage."""
    return _passage(" ".join(one.sentences[max(0, index - BESIDE) : index + BESIDE + 1]))


def _passage(text: str) -> Passage:
    names = frozenset(name for name in NAME.findall(text) if name.lower() not in STOP)
    inside = {word for name in names for word in content(name)}
    words = content(text)
    return Passage(names, words, words - inside)


def by_name(accounts: Iterable[Account]) -> dict[str, list[Account]]:
    """The accounts that date something in full, by each full name that they bring up."""
    index: dict[str, list[Account]] = {}
    for one in accounts:
        for name in sorted(one.names) if one.dated else ():
            index.setdefault(name, []).append(one)
    return index


def shared_happenings(one: Account, index: dict[str, list[Account]]) -> list[Constraint]:
    """What other accounts of the same happenings leave of an article's date; as one constraint."""
    if not one.weekdays:
        return []
    others = {other.file: other for name in one.names for other in index.get(name, ())}
    others.pop(one.file, None)
    found = [bound for _, other in sorted(others.items()) for bound in _from(one, other)]
    if not found:
        return []
    first, last = min(a.earliest for a in found), max(a.latest for a in found)
    basis = " and ".join(dict.fromkeys(constraint.basis for constraint in found))
    return [Constraint(first, last, Strength.ASSUMED, basis)]


def _from(one: Account, other: Account) -> Iterator[Constraint]:
    for first, last, place in other.dated:
        for index, weekday, said in one.weekdays:
            day = first + timedelta(days=(weekday - first.isoweekday()) % 7)
            if said or day > last or (last - first).days >= LONGEST:
                continue
            if not _alike(_around(one, index), _around(other, place)):
                continue
            participant = _participant(one, other)
            if not participant:
                return
            since = max([day, *_said_after(one, index, day)])
            when = in_words(first.isoformat(), last.isoformat())
            basis = (
                f"tells of what {other.file} dates to {when} (both name {participant}), so that "
                f"its {WEEKDAY_NAMES[weekday - 1]} is taken to be {day_in_words(day)}, "
                "and it to have appeared within a week of that"
            )
            yield Constraint(since, day + timedelta(days=6), Strength.ASSUMED, basis)


def _said_after(one: Account, index: int, day: date) -> list[date]:
    """Other weekdays told beside it that follow within days: "the ministry said Wednesday"."""
    return [
        day + timedelta(days=ahead)
        for place, weekday, said in one.weekdays
        if said
        and abs(place - index) <= BESIDE
        and 0 < (ahead := (weekday - day.isoweekday()) % 7) <= 2
    ]


def _alike(here: Passage, there: Passage) -> bool:
    """Whether two passages name the same and tell of one kind of happening in like words."""
    words = here.plain & there.plain
    kinds = words & set(KINDS)
    return len(here.names & there.names) >= NAMES and bool(kinds) and len(words - kinds) >= WORDS


def _participant(one: Account, other: Account) -> str:
    """A full name that both articles bring up in like words, "" if there is none."""
    shared = one.names & other.names
    mine = [_passage(text) for text in one.sentences]
    theirs = [_passage(text) for text in other.sentences]
    full = [
        (name, len((here.words & there.words) - content(name)))
        for here in mine
        for there in theirs
        for name in here.names & there.names & shared
    ]
    return max((name for name, words in full if words >= PARTICIPANT), default="")
