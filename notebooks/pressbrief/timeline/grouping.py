"""Tellings of one happening put together: the reader says which, dates may forbid it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from pressbrief.timeline.candidates import APART, days_between
from pressbrief.timeline.likely import links
from pressbrief.timeline.tellings import Telling

# How likely the likest pair of two groups, and their pairs on average, for these to be one: what
# many tell, each in words of his own, is held together by the likest (likely.py says by what
# chosen; with ONE on average, too, 13 instead of 44 of 100 pairs were joined there).
ONE, TOGETHER = 0.5, 0.25
# Two groups that name at least so many actors each have to share this part of the names of that
# which names fewer: two fires are told in the same words. Chosen on eight further topics of ECB+
# (1, 4, 7, 10, 11, 14, 16, 19): 81 instead of 70 of 100 joined pairs are one.
NAMES, SHARED = 2, 0.34


@dataclass
class _Group:
    """Tellings by their index, the days that all of them allow (apart, the days of both), and how
    often their sentences name whom."""

    members: list[int]
    days: tuple[str, str]
    names: Counter[str]


def grouped(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """The tellings in groups of one happening each, in the order of their first telling."""
    groups = [
        _Group([at], (one.earliest, one.latest), Counter(filter(_is_name, one.about)))
        for at, one in enumerate(tellings)
    ]
    of = list(range(len(tellings)))
    chances = links(tellings)
    between = _Between(chances)
    for (one, other), chance in sorted(chances.items(), key=lambda item: (-item[1], item[0])):
        first, second = sorted((of[one], of[other]))
        if first == second or chance < ONE or between.mean(first, second) < TOGETHER:
            continue
        if not _name_alike(groups[first].names, groups[second].names):
            continue
        if (days := _days(groups[first], groups[second])) is None:
            continue
        for member in groups[second].members:
            of[member] = first
        groups[first] = _Group(
            groups[first].members + groups[second].members,
            days,
            groups[first].names + groups[second].names,
        )
        between.join(first, second)
    found = {at: sorted(groups[at].members) for at in set(of)}
    return [[tellings[index] for index in members] for members in sorted(found.values())]


def _is_name(word: str) -> bool:
    return word.startswith("@")


def _name_alike(one: Counter[str], other: Counter[str]) -> bool:
    """Whether two groups name the same actors, as far as both name any."""
    fewer = min(one.total(), other.total())
    return fewer < NAMES or (one & other).total() >= SHARED * fewer


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
