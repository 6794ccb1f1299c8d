"""Who did what in a sentence, of deeds that have one doer: won, led, arrested, bombed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from pressbrief.english.patterns import any_of
from pressbrief.english.word_lists import groups

# How far before a doer its deed may begin, in characters: farther than any deed of the list with
# its "by the" does, which bounds the work.
NEAR = 60
# Deeds that two different actors did not both do, with the words that tell each.
_DEED = "|".join(
    f"(?P<{name}>{any_of(forms)})" for name, forms in groups("happenings/deeds").items()
)
# "France has also hosted …", and "… hosted by France".
_ACTIVE = re.compile(
    rf"\s+(?:(?:has|had|have|also|reportedly|jointly|then)\s+){{0,2}}(?:{_DEED})\b"
)
_PASSIVE = re.compile(rf"\b(?:{_DEED})\s+by\s+(?:the\s+|its\s+|their\s+)?$")


class Named(NamedTuple):
    """A mention: where it stands in its sentence, whom it names, and what kind of actor that is."""

    start: int
    end: int
    actor: str
    actor_type: str


class Agent(NamedTuple):
    """An actor, its type, and the deed that a sentence says it did."""

    deed: str
    actor: str
    actor_type: str


def agents(text: str, named: Iterable[Named]) -> tuple[Agent, ...]:
    """The doers among a sentence's mentions, each with its deed.

    >>> agents("The talks were hosted by Qatar.", [Named(25, 30, "Qatar", "state")])
    (Agent(deed='hosted', actor='Qatar', actor_type='state'),)
    """
    found = []
    for one in named:
        deed = _ACTIVE.match(text, one.end) or _PASSIVE.search(
            text, max(0, one.start - NEAR), one.start
        )
        if deed and deed.lastgroup:
            found.append(Agent(deed.lastgroup, one.actor, one.actor_type))
    return tuple(dict.fromkeys(found))
