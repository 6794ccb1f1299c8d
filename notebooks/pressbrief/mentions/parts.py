"""What discovered persons and places are part of, read off the words beside their names.

A person is part of the actor whose governing office it holds ("Japan's Foreign Minister
Toshimitsu Motegi", "Taliban spokesman …"); a place of the state that stands after it ("Kabul,
Afghanistan") or whose seat it is. Where articles disagree, what most places say.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pressbrief.mentions import bodies, offices, states
from pressbrief.mentions.actors import Known, Row
from pressbrief.mentions.model import Article
from pressbrief.mentions.offices import Office
from pressbrief.topic import wholes

OWNERS = ("state", "organisation", "group", "place")


class Held(NamedTuple):
    """An office that a sentence says a person to hold, and of whom."""

    row: Row
    office: Office
    owner: str


def add(articles: Iterable[Article], rows: list[Row], known: dict[str, Known]) -> None:
    """Says in `known` what each discovered person and place is part of, where a text says so."""
    said: dict[str, Counter] = defaultdict(Counter)
    for held in holders(articles, rows):
        owner = known.get(held.owner)
        if held.office.governs and owner and owner.type != "place" and not held.office.held:
            said[held.row.actor][held.owner] += 1
    seats = states.seats()
    for actor in known.values():
        if actor.origin == "topic" or actor.part_of:
            continue
        whole = ""
        if actor.type == "person" and actor.name in said:
            counts = said[actor.name]
            whole = min(counts, key=lambda name: (-counts[name], name))
        elif actor.type == "place":
            whole = seats.get(actor.name, "")
        if whole in known and actor.name not in (whole, *_wholes(whole, known)):
            actor.part_of = whole


def holders(articles: Iterable[Article], rows: Iterable[Row]) -> Iterator[Held]:
    """The offices that the texts say persons to hold, in the order of the rows."""
    by_line: dict[tuple[str, int], list[Row]] = defaultdict(list)
    for row in rows:
        by_line[row.article_id, row.sentence].append(row)
    for article in articles:
        for number, (begin, line, _) in article.by_number.items():
            there = by_line.get((article.article_id, number), [])
            for row in there:
                if row.actor_type == "person":
                    yield from _held(line.text, begin, row, there)


def _held(text: str, begin: int, row: Row, there: list[Row]) -> Iterator[Held]:
    ends = {other.end - begin: other.actor for other in there if other.actor_type in OWNERS}
    begins = {other.start - begin: other.actor for other in there if other.actor_type in OWNERS}

    def is_owner(start: int, end: int) -> bool:
        return any(o.start - begin <= start and end <= o.end - begin for o in there if o != row)

    for office in (
        offices.before(text, row.start - begin, is_owner),
        offices.after(text, row.end - begin, is_owner),
    ):
        if office:
            before, after = offices.owner_places(text, office)
            owner = ends.get(before) or begins.get(after, "")
            # "GOP Sen. Rand Paul": the party is his, the office is not the party's.
            yield Held(row, office, "" if office.elected and bodies.is_party(owner) else owner)


def _wholes(name: str, known: dict[str, Known]) -> list[str]:
    return wholes(name, {actor.name: actor.part_of for actor in known.values()})
