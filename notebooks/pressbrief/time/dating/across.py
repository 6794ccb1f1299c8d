"""What the other articles say of an article's date: one happening that they date and it does not.

"The discussions took place on Tuesday" gets its Tuesday from an article that tells of the same
visit with its days. Only dates stated in full serve, never one that was itself inferred.
"""

from __future__ import annotations

import re
import zlib
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from pressbrief.english.days import WEEKDAY_NAMES
from pressbrief.english.likeness import KINDS, STOP, content
from pressbrief.time.dating.constraints import Constraint, Strength
from pressbrief.time.timex import Timex, day_in_words, in_words, last_day
from pressbrief.time.timex.tense import said_then, told_as_past
from pressbrief.time.timex.values import days

# Sentences before and after that still speak of the same: about a paragraph of news; a guess.
BESIDE = 2
NAME = re.compile(
    r"\b(?!(?:The|A|An|In|On|At|For|By)\b)[A-Z][\w’'-]+(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w’'-]+)*"
)
# How much two passages must share to be about one happening: names, words beside the kind of it,
# and words beside a participant's name. Guesses: less is shared by any two visits of one state.
NAMES, WORDS, PARTICIPANT = 2, 2, 3
LONGEST = 7  # days in which a weekday comes once: the calendar's
PASSAGES = 512  # of all articles kept at a time, some KB each
Told = Callable[[str], Sequence[str]]  # a file's kept sentences


@dataclass(frozen=True)
class Passage:
    """A sentence, or one with its neighbours: its names, its content words, those outside names."""

    names: frozenset[str]
    words: frozenset[str]
    plain: frozenset[str]


class Account(NamedTuple):
    """One article as its happenings are compared: its names, dated passages and bare weekdays.

    `names` are those of two words or more, as sorted hashes. A date has its first and last day and
    its sentence's index; a weekday its sentence's index, its number, and whether it is when
    something was said.
    """

    file: str
    names: np.ndarray
    dated: tuple[tuple[date, date, int], ...]
    weekdays: tuple[tuple[int, int, bool], ...]


def account(
    file: str, sentences: list[str], times: list[list[Timex]], asks: bool
) -> Account | None:
    """An article's sentences as an account of what it dates in full and what by weekday alone.

    `times` holds each sentence's time expressions; one that is dated well enough does not ask what
    its weekdays are. None if it neither dates nor asks.
    """
    dated: dict[tuple[date, date, int], None] = {}
    weekdays: dict[tuple[int, int, bool], None] = {}
    for index, text in enumerate(sentences):
        timexes = [one for one in times[index] if one.type == "DURATION" or one.unit == "day"]
        durations = [(one.end, one.value) for one in timexes if one.type == "DURATION"]
        for timex in timexes:
            if _is_bare_weekday(timex):
                if asks and timex.tense != "future":
                    weekday, said = int(timex.value[9]), said_then(text, timex.start)
                    weekdays[index, weekday, said] = None
            elif (span := days(timex.value)) and told_as_past(text, timex.start, timex.end):
                first, last = span
                last = max(last, last_day(text, timex.start, first, durations))
                dated[first, last, index] = None
    if not dated and not weekdays:
        return None
    names = {name for text in sentences for name in NAME.findall(text) if " " in name}
    hashes = [zlib.crc32(name.encode("utf-8", "surrogatepass")) for name in names]
    return Account(file, np.unique(np.array(hashes, np.uint32)), tuple(dated), tuple(weekdays))


def _is_bare_weekday(timex: Timex) -> bool:
    alone = not timex.way and timex.offset is None
    return alone and re.fullmatch(r"XXXX-WXX-\d(?:T.*)?", timex.value) is not None


def _passage(text: str) -> Passage:
    names = frozenset(name for name in NAME.findall(text) if name.lower() not in STOP)
    inside = {word for name in names for word in content(name)}
    words = content(text)
    return Passage(names, words, words - inside)


class Accounts:
    """What a corpus dates in full, by the names that its articles bring up; kept as numbers."""

    def __init__(self, accounts: Iterable[Account | None], told: Told):
        self._files: list[str] = []
        self._dates = array("I")  # first and last day, and sentence, of one date after the other
        self._starts = array("I", [0])  # where each file's dates begin among them
        names, owners = array("I"), array("I")
        for one in accounts:
            if one and one.dated:
                names.extend(one.names.tolist())
                owners.extend([len(self._files)] * len(one.names))
                for first, last, place in one.dated:
                    self._dates.extend((first.toordinal(), last.toordinal(), place))
                self._files.append(one.file)
                self._starts.append(len(self._dates))
        order = np.argsort(names, kind="stable")
        self._names = np.array(names, np.uint32)[order]
        self._owners = np.array(owners, np.uint32)[order]
        self._told = told
        self._around = lru_cache(PASSAGES)(self._passage_around)

    def shared_happenings(self, one: Account | None) -> list[Constraint]:
        """What others with the same happenings leave of an article's date; as one constraint."""
        if one is None or not one.weekdays:
            return []
        found = [bound for other in self._naming_the_same(one) for bound in self._from(one, other)]
        if not found:
            return []
        first = min(bound.earliest or date.max for bound in found)
        last = max(bound.latest or date.min for bound in found)
        basis = " and ".join(dict.fromkeys(constraint.basis for constraint in found))
        return [Constraint(first, last, Strength.ASSUMED, basis)]

    def _naming_the_same(self, one: Account) -> list[int]:
        """The other files with dates that bring up one of an article's full names, by file."""
        first = np.searchsorted(self._names, one.names)
        end = np.searchsorted(self._names, one.names, "right")
        owners = {at for i, j in zip(first, end, strict=True) for at in self._owners[i:j].tolist()}
        others = (at for at in owners if self._files[at] != one.file)
        return sorted(others, key=self._files.__getitem__)

    def _dated(self, at: int) -> Iterator[tuple[date, date, int]]:
        dates = iter(self._dates[self._starts[at] : self._starts[at + 1]])
        for first, last, place in zip(dates, dates, dates, strict=True):
            yield date.fromordinal(first), date.fromordinal(last), place

    def _from(self, one: Account, at: int) -> Iterator[Constraint]:
        other = self._files[at]
        for first, last, place in self._dated(at):
            for index, weekday, said in one.weekdays:
                day = first + timedelta(days=(weekday - first.isoweekday()) % 7)
                if said or day > last or (last - first).days >= LONGEST:
                    continue
                if not _alike(self._around(one.file, index), self._around(other, place)):
                    continue
                participant = self._participant(one.file, other)
                if not participant:
                    return
                since = max([day, *_said_after(one, index, day)])
                when = in_words(first.isoformat(), last.isoformat())
                basis = (
                    f"tells of what {other} dates to {when} (both name {participant}), so "
                    f"that its {WEEKDAY_NAMES[weekday - 1]} is taken to be {day_in_words(day)}, "
                    "and it to have appeared within a week of that"
                )
                yield Constraint(since, day + timedelta(days=6), Strength.ASSUMED, basis)

    def _participant(self, one: str, other: str) -> str:
        """A full name that both files' articles bring up in like words, "" if there is none."""
        mine, theirs = ([_passage(text) for text in self._told(file)] for file in (one, other))
        full = [
            (name, len((here.words & there.words) - content(name)))
            for here in mine
            for there in theirs
            for name in here.names & there.names
            if " " in name
        ]
        return max((name for name, words in full if words >= PARTICIPANT), default="")

    def _passage_around(self, file: str, index: int) -> Passage:
        """A file's sentence with its neighbours as one passage."""
        near = self._told(file)[max(0, index - BESIDE) : index + BESIDE + 1]
        return _passage(" ".join(near))


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
    kinds = words & KINDS
    return len(here.names & there.names) >= NAMES and bool(kinds) and len(words - kinds) >= WORDS
