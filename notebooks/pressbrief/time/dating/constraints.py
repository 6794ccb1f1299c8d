"""Evidence on an article's date as constraints, and what all of them together leave."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum
from typing import NamedTuple

from pressbrief.time.timex import in_words, precision

# The bound that is nobody's word.
AS_OF = "the as-of day"
_ENDS = re.compile(rf"(?:^|; )not after [^:;]+: {AS_OF}(?:;|$)")


class Strength(IntEnum):
    """How far a constraint is trusted; the weaker gives way where two exclude each other."""

    ASSUMED = 1
    TOLD = 2
    STATED = 3
    GIVEN = 4


Span = tuple[date | None, date | None]


class Constraint(NamedTuple):
    """The article appeared not before `earliest`, not after `latest` (None: open), because.

    `choices`, where there are any, are spans of which one holds: a day whose year is not said. One
    that bounds nothing is a remark, which the basis repeats.
    """

    earliest: date | None
    latest: date | None
    strength: Strength
    basis: str
    choices: tuple[Span, ...] = ()

    @property
    def remarks(self) -> bool:
        """Whether it bounds nothing."""
        return not (self.earliest or self.latest or self.choices)


@dataclass(frozen=True)
class Dated:
    """What the constraints leave: the interval (None: open) and what it rests on."""

    earliest: date | None
    latest: date | None
    basis: str

    @property
    def precision(self) -> str:
        """The interval's width as a word: day, week, month, year or unknown."""
        return precision(self.earliest, self.latest)


def solve(constraints: list[Constraint], as_of: date) -> Dated:
    """All constraints on one article together, nothing being published after the as-of day.

    They are taken from the strongest to the weakest; one that excludes what stands already is
    left out and reported as a contradiction.

    >>> solve([Constraint(date(2025, 2, 15), None, Strength.TOLD, "tells of 15 February 2025")],
    ...       date(2025, 2, 28)).basis.partition("; ")[2]
    'not after 28 February 2025: the as-of day'
    """
    left = _Left()
    limit = Constraint(None, as_of, Strength.ASSUMED, AS_OF)
    ranked = sorted(constraints, key=_rank)
    for one in [*(one for one in ranked if not one.choices), limit]:
        left.take((one.earliest, one.latest), one.basis)
    open_choices = [one for one in ranked if one.choices]
    # A year that one leaves out may leave the next a single one.
    for one in [*open_choices, *open_choices]:
        left.choose(one)
    remarks = [one.basis for one in ranked if one.remarks]
    return Dated(left.earliest, left.latest, "; ".join([*_reasons(left), *remarks, *left.against]))


def is_open(basis: str) -> bool:
    """Whether an interval ends with the as-of day alone, and so will end later tomorrow.

    >>> is_open("not before 1 February 2025: so it says; not after 28 February 2025: the as-of day")
    True
    """
    return _ENDS.search(basis) is not None


@dataclass
class _Left:
    """The interval that the constraints taken so far leave, why, and what was not followed."""

    earliest: date | None = None
    latest: date | None = None
    because: dict[str, str] = field(default_factory=dict)
    against: list[str] = field(default_factory=list)

    def take(self, span: Span, basis: str) -> None:
        """Narrows the interval to a span; one that excludes it is a contradiction."""
        first, last = span
        if not self._meets(span):
            what = in_words(_iso(first), _iso(last))
            self.against.append(f"contradiction, not followed: {what} ({basis})")
            return
        if first and (self.earliest is None or first > self.earliest):
            self.earliest, self.because["earliest"] = first, basis
        if last and (self.latest is None or last < self.latest):
            self.latest, self.because["latest"] = last, basis

    def choose(self, one: Constraint) -> None:
        """Narrows the interval to those of the choices that it has room for."""
        fits = [span for span in one.choices if self._meets(span)]
        if not fits:
            said = f"contradiction, not followed: {one.basis}, and no year fits"
            self.against += [said] if said not in self.against else []
            return
        first, last = fits[0][0], fits[-1][1]
        basis = one.basis
        if len(fits) == 1 and first and last and (last - first).days < 366:
            basis += f"; only {first.year} fits"
        self.take((first, last), basis)

    def _meets(self, span: Span) -> bool:
        first, last = span
        too_late = first and self.latest and first > self.latest
        too_early = last and self.earliest and last < self.earliest
        return not (too_late or too_early)


def _rank(one: Constraint) -> tuple:
    """Strongest first; of equals the later lower bound first, so that facts told as past win."""
    return -one.strength, -(one.earliest or date.min).toordinal(), one.latest or date.max


def _reasons(left: _Left) -> list[str]:
    earliest, latest, because = left.earliest, left.latest, left.because
    if earliest and because.get("earliest") == because.get("latest"):
        return [f"{in_words(_iso(earliest), _iso(latest))}: {because['earliest']}"]
    said = []
    if earliest:
        said.append(f"not before {in_words(_iso(earliest), _iso(earliest))}: {because['earliest']}")
    else:
        said.append("nothing in it says when it was published")
    if latest:
        said.append(f"not after {in_words(_iso(latest), _iso(latest))}: {because['latest']}")
    return said


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
