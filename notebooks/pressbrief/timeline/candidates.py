"""Pairs of tellings that may tell one happening: few for each telling, however many there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from pressbrief.english.likeness import Weights
from pressbrief.timeline.tellings import Telling

# For how many others of the likest each telling is asked about: a happening that more tell is held
# together by the likest among them. A guess.
MOST = 6
# How many tellings on either side of one, in order of time, that share a word or an actor with it
# are looked at. It bounds the work on words that all use; a guess.
NEIGHBOURS = 24
# How like two tellings must be, 0 to 1, for the reader to be asked: below it nearly all are two.
LIKE = 0.06
# How many days apart one happening may be told: zones and slips make a day or two. A guess.
APART = 2


def pairs(tellings: Sequence[Telling]) -> list[tuple[int, int]]:
    """Pairs (index, index) of tellings whose days allow one happening and that share words.

    The work grows with the number of tellings, but for sorting them.
    """
    weights = Weights(one.about for one in tellings)
    found: set[tuple[int, int]] = set()
    for index, shared in _near(tellings).items():
        one = tellings[index]
        ranked = sorted(
            (-weights.likeness(one.about, tellings[other].about), other)
            for other in shared
            if gap(one, tellings[other]) <= APART
        )
        found |= {
            (min(index, other), max(index, other)) for like, other in ranked[:MOST] if -like >= LIKE
        }
    return sorted(found)


def _near(tellings: Sequence[Telling]) -> dict[int, set[int]]:
    """For each telling those near it in time of the ones that share a word or an actor."""
    sharing: dict[str, list[int]] = defaultdict(list)
    for index in sorted(range(len(tellings)), key=lambda at: _when(tellings[at])):
        for word in tellings[index].about:
            sharing[word].append(index)
    near: dict[int, set[int]] = defaultdict(set)
    for indices in sharing.values():
        for place, index in enumerate(indices):
            near[index].update(indices[max(0, place - NEIGHBOURS) : place])
            near[index].update(indices[place + 1 : place + 1 + NEIGHBOURS])
    return near


def _when(one: Telling) -> tuple[str, str, int]:
    """Where a telling stands in order of time: an open one by the end that it has."""
    return one.earliest or one.latest, one.article_id, one.sentence


def gap(one: Telling, other: Telling) -> int:
    """Days between two tellings' intervals, 0 where they overlap."""
    return days_between((one.earliest, one.latest), (other.earliest, other.latest))


def days_between(one: tuple[str, str], other: tuple[str, str]) -> int:
    """Days between two intervals of ISO days, 0 where they overlap; an empty end is open.

    >>> days_between(("2025-02-15", "2025-02-21"), ("2025-02-23", ""))
    2
    """
    later = max(one[0], other[0])
    sooner = min((day for day in (one[1], other[1]) if day), default="")
    if not later or not sooner:  # open on that side: they overlap
        return 0
    return max(0, (date.fromisoformat(later) - date.fromisoformat(sooner)).days)
