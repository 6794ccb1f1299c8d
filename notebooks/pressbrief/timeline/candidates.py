"""Pairs of tellings that may tell one happening: few for each telling, however many there are."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from pressbrief.english.likeness import Weights
from pressbrief.timeline.tellings import Telling

# For how many others of the likest each telling is asked about: a happening that more tell is held
# together by the likest among them. A guess.
MOST = 6
# How many of a telling's words and actors it is looked up by, those first that the fewest tellings
# have, and how many tellings with one of them are looked at on either side of it, in order of time.
# They bound the work; guesses.
KEYS, NEIGHBOURS = 12, 24
# How like two tellings must be, 0 to 1, for the reader to be asked: below it nearly all are two.
LIKE = 0.06
# How many days apart one happening may be told: zones and slips make a day or two. A guess.
APART = 2


def pairs(tellings: Sequence[Telling]) -> list[tuple[int, int]]:
    """Pairs (index, index) of tellings whose days allow one happening and that share words.

    The work grows with the number of tellings, but for sorting them.
    """
    weights = Weights(one.about for one in tellings)
    order = sorted(range(len(tellings)), key=lambda at: _when(tellings[at]))
    keys = {at: _keys(tellings[at], weights) for at in order}
    sharing: dict[str, list[int]] = defaultdict(list)  # by word the places in the order
    for place, index in enumerate(order):
        for word in keys[index]:
            sharing[word].append(place)
    alike = _on_one_day(tellings)
    found: set[tuple[int, int]] = set()
    for place, index in enumerate(order):
        near = {order[other] for other in _near(place, keys[index], sharing)}
        for other in _likest(tellings, index, near, alike[index], weights):
            found.add((min(index, other), max(index, other)))
    return sorted(found)


def _on_one_day(tellings: Sequence[Telling]) -> dict[int, set[int]]:
    """By telling those of the same one day that share a head of its clause, neighbours in order."""
    of_day: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, one in enumerate(tellings):
        for word in one.gist if one.width == 1 else ():
            if not word.startswith("@"):
                of_day[one.earliest, word].append(index)
    found: dict[int, set[int]] = defaultdict(set)
    for members in of_day.values():
        for place, index in enumerate(members):
            found[index].update(members[place + 1 : place + 1 + MOST])
    return found


def _keys(one: Telling, weights: Weights) -> list[str]:
    """The words and actors of a telling that the fewest others have."""
    return sorted(one.about, key=lambda word: (-weights.total((word,)), word))[:KEYS]


def _near(place: int, keys: Sequence[str], sharing: dict[str, list[int]]) -> set[int]:
    """The places near one in the order of those that share a word with it."""
    found: set[int] = set()
    for word in keys:
        others = sharing[word]
        at = bisect_left(others, place)
        found.update(others[max(0, at - NEIGHBOURS) : at + NEIGHBOURS + 1])
    return found - {place}


def _likest(
    tellings: Sequence[Telling],
    index: int,
    near: set[int],
    alike: set[int],
    weights: Weights,
) -> list[int]:
    """Of those near a telling the likest, first those that are alike in the heads of a clause."""
    one = tellings[index]
    ranked = sorted(
        (other not in alike, -weights.likeness(one.about, tellings[other].about), other)
        for other in near | alike
        if gap(one, tellings[other]) <= APART
    )
    return [other for other_word, like, other in ranked[:MOST] if not other_word or -like >= LIKE]


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
