"""Where a sentence says that what it dates took place: in Tokyo, at Kabul airport, a dateline."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pressbrief.english.word_lists import words
from pressbrief.time.timex.tense import SAYING
from pressbrief.timeline.agents import Named

PLACES = ("place", "state")
# How far before a name the words that make it a place may begin, in characters: farther than they
# do ("visited the northern port city of"), which bounds the work.
NEAR = 60
# "In", or what goes or comes there, with what may stand between: "in the northern city of".
_THERE = re.compile(
    r"\b(?:(?P<static>\w+)\s+)?(?:in|at|near|outside|inside"
    r"|visit(?:s|ed|ing)?(?:\s+to)?|(?:trips?|travel\w*|flew|went)\s+to)\s+"
    r"(?:the\s+)?(?:[a-z-]+\s+){0,2}(?:of\s+)?$",
    re.IGNORECASE,
)
# What is somewhere for long, or in something else than a place: "the embassy in", "interest in".
_STATIC = words("happenings/lasting")
# People are held too: "Americans held in".
_HELD = re.compile(
    r"\b(?:was|were|is|are|be|been|being|talks?|meetings?|summit|conference|elections?|session|"
    r"vote|ceremony|forum|dialogue|negotiations|consultations|exercises?|events?)\s+held$",
    re.IGNORECASE,
)
# What begins another clause, or says who tells the happening, between a place and a time.
_APART = re.compile(
    rf"[;:—–\"“”]|\b(?:{SAYING}|that|which|who|whom|whose|where|when|while|after|before|since|until|"
    r"because|but|and\s+\w+ed|to)\b",
    re.IGNORECASE,
)
# A dateline: "TOKYO (Kyodo) -", "KABUL, May 5 -".
_DATELINE = re.compile(r"(?:,\s++[^,(]{2,20})?(?:\s++\([^)]{2,30}\))?\s*+(?:—|–|--|-)\s")


def place(text: str, start: int, end: int, named: Iterable[Named]) -> str:
    """The actor among a sentence's mentions where what is dated at start to end took place.

    "" where none is said to be the place, in the clause of that date.

    >>> place("They met in Doha on Tuesday.", 20, 27, [Named(12, 16, "Doha", "place")])
    'Doha'
    >>> place("The mission in Kabul closed on Tuesday.", 31, 38, [Named(15, 20, "Kabul", "place")])
    ''
    """
    places = [one for one in named if one.actor_type in PLACES]
    there = [
        (max(start - one.end, one.start - end), one.actor)
        for one in places
        if (lead := _lead(text, one))
        and _of_one_clause(text, lead, _reach(text, one, places), start, end)
    ]
    if there:
        return min(there)[1]
    alone = len(places) == 1 and places[0].start == 0
    return places[0].actor if alone and _DATELINE.match(text, places[0].end) else ""


def _lead(text: str, one: Named) -> re.Match | None:
    """The words before a name that make it the place of what happened, None if there are none."""
    lead = _THERE.search(text, max(0, one.start - NEAR), one.start)
    if not lead or text.startswith(("'s", "’s"), one.end):
        return None
    static = (lead["static"] or "").lower()
    held = static != "held" or _HELD.search(text, 0, lead.end("static"))
    return lead if held and static not in _STATIC else None


def _of_one_clause(text: str, lead: re.Match, reach: int, start: int, end: int) -> bool:
    """Whether nothing parts a place from a date, a comma next to one of them aside."""
    before = reach <= start
    between = text[reach:start] if before else text[end : lead.start()]
    parted = between.strip(" ,") if before else between.strip().removeprefix(",")
    return "," not in parted and not _APART.search(parted)


def _reach(text: str, one: Named, places: list[Named]) -> int:
    """Where a place with what it lies in ends: "Nairobi, Kenya"."""
    end = one.end
    for other in places:
        end = other.end if text[end : other.start] == ", " else end
    return end
