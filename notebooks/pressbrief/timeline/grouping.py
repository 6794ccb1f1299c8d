"""Tellings of one happening put together: the reader says which, dates may forbid it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from pressbrief.timeline.candidates import APART, days_between
from pressbrief.timeline.likely import links
from pressbrief.timeline.tellings import Telling

ONE = 0.5  # how likely, on average over the pairs of two groups, for these to be one


@dataclass
class _Group:
    """Tellings by their index, and the days that all of them allow (apart, the days of both)."""

    members: list[int]
    days: tuple[str, str]


def grouped(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """The tellings in groups of one happening each, in the order of their first telling."""
    groups = [_Group([at], (one.earliest, one.latest)) for at, one in enumerate(tellings)]
    of = list(range(len(tellings)))
    chances = links(tellings)
    between = _Between(chances)
    for (one, other), chance in sorted(chances.items(), key=lambda item: (-item[1], item[0])):
        first, second = sorted((of[one], of[other]))
        if first == second or chance < ONE or between.mean(first, second) < ONE:
            continue
        if (days := _days(groups[first], groups[second])) is None:
            continue
        for member in groups[second].members:
            of[member] = first
        groups[first] = _Group(groups[first].members + groups[second].members, days)
        between.join(first, second)
    found = {at: sorted(groups[at].members) for at in set(of)}
    return [[tellings[index] for index in members] for members in sorted(found.values())]


def _days(one: _Group, other: _Group) -> tuple[str, str] | None:
    """The days of two groups as one; None if theirs exclude each other.

    Two single tellings may be a day or two apart: then it is what they disagree on.
    """
    apart = days_between(one.days, other.days)
    single = len(one.members) == len(other.members) == 1
    if apart > (APART if single else 0):
        return None
    latest = [day for day in (one.days[1], other.days[1]) if day]
    if apart:
        return min(one.days[0], other.days[0]), max(latest)
    return max(one.days[0], other.days[0]), min(latest, default="")


class _Between:
    """The mean chance of the pairs asked about between any two groups, kept up as groups join."""

    def __init__(self, chances: dict[tuple[int, int], float]) -> None:
        self._sums: dict[int, dict[int, tuple[float, int]]] = defaultdict(dict)
        for (one, other), chance in chances.items():
            self._sums[one][other] = self._sums[other][one] = (chance, 1)

    def mean(self, one: int, other: int) -> float:
        """The mean over the pairs between two groups; they have been asked about one at least."""
        total, count = self._sums[one][other]
        return total / count

    def join(self, one: int, other: int) -> None:
        """The second group is part of the first from now on."""
        for third, (total, count) in self._sums.pop(other).items():
            del self._sums[third][other]
            if third != one:
                was, so_many = self._sums[one].get(third, (0.0, 0))
                self._sums[one][third] = (was + total, so_many + count)
                self._sums[third][one] = self._sums[one][third]
