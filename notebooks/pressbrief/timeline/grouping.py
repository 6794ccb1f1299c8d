"""Tellings of one happening put together: compatible dates, the same actors, the same words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date

from pressbrief.english.likeness import KINDS, Weights
from pressbrief.timeline.tellings import Telling

# Days; a telling vaguer than a month tells too little of when to be put with another.
WIDEST = 31
# No article tells of so many happenings: what it has beyond them is a list, put with no other.
MOST = 300
# How like two sentences must be, 0 to 1; or else how much the sentences with what stands beside
# them must share: so many words, weighing as much as so many that only these two have. Guesses.
ALIKE = 0.3
SHARED = 5
RARE = 3
# The fewest words of a sentence that two tell alike only because one copies the other: shorter ones
# ("They met on Friday.") come up by chance. A guess.
SENTENCE = 8
# How like two sentences of different days must be to be one happening that they date differently,
# and how many days apart: zones and slips make a day or two. Guesses.
SAME_BUT_DATE = 0.5
APART = 2


def grouped(tellings: list[Telling]) -> list[list[Telling]]:
    """The tellings in groups of one happening each, in the order of their first telling."""
    weights = Weights(one.words | one.around for one in tellings)
    group_of = {index: [index] for index in range(len(tellings))}
    for _, first, second in sorted(_links(tellings, weights)):
        one, other = group_of[first], group_of[second]
        if one is not other and _may_join(tellings, one, other):
            one += other
            group_of |= dict.fromkeys(other, one)
    groups = {id(group): sorted(group) for group in group_of.values()}
    return [[tellings[index] for index in group] for group in sorted(groups.values())]


def _links(tellings: list[Telling], weights: Weights) -> Iterator[tuple[float, int, int]]:
    """Pairs that tell one happening: (minus likeness, index, index)."""
    first_of: dict[tuple[str, str, str], int] = {}
    for index, one in enumerate(tellings):
        # A sentence copied whole tells what the first tells; a short one may only read alike.
        twin = first_of.setdefault((one.text, one.earliest, one.latest), index)
        if twin != index and len(one.text.split()) >= SENTENCE:
            yield -1.0, twin, index
    for first, second in _pairs(tellings):
        score = same(tellings[first], tellings[second], weights)
        if score:
            yield -score, first, second


def _pairs(tellings: list[Telling]) -> Iterator[tuple[int, int]]:
    """Pairs that share an actor and lie in neighbouring stretches of time."""
    near: dict[str, list[int]] = defaultdict(list)
    told: Counter[str] = Counter()
    for index, one in enumerate(tellings):
        told[one.article_id] += 1
        if one.width <= WIDEST and told[one.article_id] <= MOST:
            for actor in one.actors:
                near[actor].append(index)
    pairs = set()
    for indices in near.values():
        indices.sort(key=lambda index: tellings[index].earliest)
        for place, first in enumerate(indices):
            for second in indices[place + 1 :]:
                if gap(tellings[first], tellings[second]) > APART:
                    break  # those after it begin later still
                pairs.add((min(first, second), max(first, second)))
    return iter(sorted(pairs))


def gap(one: Telling, other: Telling) -> int:
    """Days between two tellings' intervals, 0 where they overlap."""
    later = max(one.earliest, other.earliest)
    sooner = min((day for day in (one.latest, other.latest) if day), default="")
    if not later or not sooner:  # open on that side: they overlap
        return 0
    return max(0, (date.fromisoformat(later) - date.fromisoformat(sooner)).days)


def same(one: Telling, other: Telling, weights: Weights) -> float:
    """How surely two tellings tell one happening, 0 if nothing or too little says so."""
    shared = set(one.actors) & set(other.actors)
    if one.saying != other.saying or len(shared) < 2:
        return 0.0
    own = weights.likeness(one.words, other.words)
    if gap(one, other):
        return own if own >= SAME_BUT_DATE and one.article_id != other.article_id else 0.0
    if one.article_id == other.article_id:
        return own if own >= SAME_BUT_DATE else 0.0
    if own >= ALIKE:
        return own
    return own if _one_kind(one, other) and _share_much(one, other, weights) else 0.0


def _one_kind(one: Telling, other: Telling) -> bool:
    """Whether each tells a kind of happening (talks, a visit …) that is told with the other too."""
    kinds = set(KINDS)
    here, there = one.words | one.around, other.words | other.around
    return bool(one.words & kinds & there) and bool(other.words & kinds & here)


def _share_much(one: Telling, other: Telling, weights: Weights) -> bool:
    shared = (one.words | one.around) & (other.words | other.around)
    enough = weights.total(shared) >= RARE * weights.rare
    return bool(one.words & other.words) and len(shared) >= SHARED and enough


def _may_join(tellings: list[Telling], one: list[int], other: list[int]) -> bool:
    """No telling of the one group may exclude a telling of the other by its date."""
    return all(
        gap(tellings[first], tellings[second]) <= (APART if len(one) == len(other) == 1 else 0)
        for first in one
        for second in other
    )
