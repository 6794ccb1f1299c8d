"""Evidence on an article's date as constraints, and what all of them together leave."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from pressbrief.timex import in_words, precision


class Strength(IntEnum):
    """How far a constraint is trusted; the weaker gives way where two exclude each other."""

    ASSUMED = 1
    TOLD = 2
    STATED = 3
    GIVEN = 4


@dataclass(frozen=True)
class Constraint:
    """The article appeared not before `earliest`, not after `latest` (None: open), because."""

    earliest: date | None
    latest: date | None
    strength: Strength
    basis: str


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
    earliest = latest = None
    because: dict[str, str] = {}
    against: list[str] = []
    limit = Constraint(None, as_of, Strength.ASSUMED, "the as-of day")
    for one in [*sorted(constraints, key=_rank), limit]:
        if _excludes(one, earliest, latest):
            what = in_words(_iso(one.earliest), _iso(one.latest))
            against.append(f"contradiction, not followed: {what} ({one.basis})")
            continue
        if one.earliest and (earliest is None or one.earliest > earliest):
            earliest, because["earliest"] = one.earliest, one.basis
        if one.latest and (latest is None or one.latest < latest):
            latest, because["latest"] = one.latest, one.basis
    return Dated(earliest, latest, "; ".join([*_reasons(earliest, latest, because), *against]))


def _rank(one: Constraint) -> tuple:
    """Strongest first; of equals the later lower bound first, so that facts told as past win."""
    return -one.strength, -(one.earliest or date.min).toordinal(), one.latest or date.max


def _excludes(one: Constraint, earliest: date | None, latest: date | None) -> bool:
    too_late = one.earliest and latest and one.earliest > latest
    too_early = one.latest and earliest and one.latest < earliest
    return bool(too_late or too_early)


def _reasons(earliest: date | None, latest: date | None, because: dict[str, str]) -> list[str]:
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
