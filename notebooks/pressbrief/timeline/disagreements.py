"""Where tellings of one happening cannot all be right: on date, number, doer, whether it was.

And whether somebody has spoken of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

from pressbrief.time.timex import in_words
from pressbrief.timeline.agents import Agent
from pressbrief.timeline.candidates import gap
from pressbrief.timeline.comments import Comment, Place, of_happening
from pressbrief.timeline.tellings import Telling

KINDS = ("date", "number", "agent", "denial", "comment")


class Disagreement(NamedTuple):
    """Two tellings that exclude each other: on what, and what each says of it."""

    kind: str
    about: str
    one: Telling | Comment
    says: str
    other: Telling | Comment
    other_says: str


class Facts(NamedTuple):
    """What else is known: an article's source, its first and last day, whose part an actor is."""

    source: Callable[[str], str]
    published: Mapping[str, tuple[str, str]]
    part_of: Mapping[str, str]
    comments: Mapping[Place, list[Comment]]


def disagreements(group: list[Telling], facts: Facts) -> list[Disagreement]:
    """Each pair of different statements on one point, by their first tellers.

    Only different sources disagree; a number also only where the two articles can be of one day,
    for a toll that rises is no contradiction.
    """
    found: dict[tuple[str, ...], Disagreement] = {}
    first: dict[tuple, Telling] = {}  # who says it again adds no disagreement
    for telling in group:
        first.setdefault(_statement(telling, facts), telling)
    for one, other in combinations(first.values(), 2):
        if facts.source(one.article_id) == facts.source(other.article_id):
            continue
        for each in _of_pair(one, other, facts):
            said = sorted((each.says, each.other_says))
            found.setdefault((each.kind, each.about, *said), each)
    for each in _of_comments(group, facts):
        found.setdefault((each.kind, each.about), each)
    return sorted(found.values(), key=lambda each: (KINDS.index(each.kind), each.about))


def _statement(one: Telling, facts: Facts) -> tuple:
    """All of a telling that it can disagree by."""
    days = one.earliest, one.latest, one.when, facts.published[one.article_id]
    what = one.status, one.counts, one.agents, one.actors
    return facts.source(one.article_id), *days, *what


def in_short(found: list[Disagreement], facts: Facts) -> str:
    """The disagreements of one event in a line, each point with what every source says of it."""
    points: dict[str, dict[str, None]] = {}
    for each in found:
        said = points.setdefault(point(each.kind, each.about), {})
        for telling, says in ((each.one, each.says), (each.other, each.other_says)):
            said[f"{facts.source(telling.article_id)} says {says}"] = None
    return "; ".join(f"{point}: {', '.join(said)}" for point, said in points.items())


def point(kind: str, about: str) -> str:
    """What two sources differ on, in words; `kind` and `about` as the table has them.

    >>> point("number", "people")
    'the number of people'
    """
    if kind == "denial":
        return "whether it happened"
    if kind == "number":
        return f"the number of {about}"
    if kind == "comment":
        return f"whether {about} has spoken"
    return "when it was" if kind == "date" else "who did it"


def _of_pair(one: Telling, other: Telling, facts: Facts) -> Iterator[Disagreement]:
    if not (one.dated and other.dated):  # one of them says neither when nor whether
        yield from _of_words(one, other, facts)
        return
    # One word for it ("Friday") read from two days of publication is no disagreement.
    if gap(one, other) and one.when != other.when:
        when = (in_words(each.earliest, each.latest) for each in (one, other))
        yield Disagreement("date", "", one, next(when), other, next(when))
    if (one.status == "denied") != (other.status == "denied"):
        yield Disagreement("denial", "", one, _as_told(one), other, _as_told(other))
        return
    yield from _of_words(one, other, facts)


def _of_words(one: Telling, other: Telling, facts: Facts) -> Iterator[Disagreement]:
    """What two tellings differ on in number and doer."""
    if _of_one_day(*(facts.published[each.article_id] for each in (one, other))):
        for here in one.counts:
            for there in other.counts:
                if here.excludes(there):
                    yield Disagreement("number", here.about, one, here.says, other, there.says)
    for mine in one.agents:
        for theirs in other.agents:
            if _exclude(mine, theirs, one, other, facts.part_of):
                said = (f"{agent.deed} by {agent.actor}" for agent in (mine, theirs))
                yield Disagreement("agent", mine.deed, one, next(said), other, next(said))


def _of_comments(group: list[Telling], facts: Facts) -> Iterator[Disagreement]:
    """One source says that somebody has not commented, another tells what that one, or its part,
    said.
    """
    silent, spoke = of_happening(group, facts.comments)
    for one in silent:
        for other in spoke:
            apart = facts.source(one.article_id) != facts.source(other.article_id)
            if apart and one.actor in _wholes(other.actor, facts.part_of):
                yield Disagreement(
                    "comment", one.actor, one, "no comment", other, f"{other.actor} spoke"
                )


def _of_one_day(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two intervals, of which any end may be open, overlap."""
    first = max(one[0], other[0])
    last = min((day for day in (one[1], other[1]) if day), default="9999-12-31")
    return first <= last


def _exclude(
    here: Agent, there: Agent, one: Telling, other: Telling, part_of: Mapping[str, str]
) -> bool:
    """Whether two doers of one deed are two of a kind, neither named with the other."""
    return (
        here.deed == there.deed
        and here.actor_type == there.actor_type
        and here.actor not in other.actors
        and there.actor not in one.actors
        and not _related(here.actor, there.actor, part_of)
    )


def _related(one: str, other: str, part_of: Mapping[str, str]) -> bool:
    return bool(_wholes(one, part_of) & _wholes(other, part_of))


def _wholes(actor: str, part_of: Mapping[str, str]) -> set[str]:
    """An actor and all that it is part of."""
    found: set[str] = set()
    while actor and actor not in found:
        found.add(actor)
        actor = part_of.get(actor, "")
    return found


def _as_told(one: Telling) -> str:
    return f"it {'happened' if one.status == 'happened' else f'is {one.status}'}"
