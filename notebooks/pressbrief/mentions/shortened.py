"""What an article calls an organisation by once it has named it: "Carnegie", of the Endowment.

And what all articles call a department by: "Homeland Security", of which there is a department.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from pressbrief.english.word_lists import table
from pressbrief.mentions.keys import company
from pressbrief.mentions.model import Seen
from pressbrief.mentions.name_words import ORGAN_HEADS

STATES = table("abbreviations/states")
FEWEST = 2  # words: "Justice" alone is many things


def forms(seen: Iterable[Seen]) -> dict[str, str]:
    """First words of an article's organisations with the longer name of each, as keys.

    Such a word is the first of one longer name only, and has not stood alone before that: who
    speaks of Toyota and then of the Toyota Foundation speaks of two.
    """
    longer: dict[str, set[str]] = defaultdict(set)
    comes_after: dict[str, bool] = {}
    for name in (company(one.text) for one in seen if one.kind == "organisation"):
        first, _, more = name.partition(" ")
        if more:
            longer[first].add(name)
        else:
            comes_after.setdefault(first, first in longer)
    return {
        first: next(iter(longer[first]))
        for first, after in comes_after.items()
        if after and len(longer[first]) == 1
    }


def state(one: Seen) -> Seen:
    """A name; that of a state of the USA in full where a newspaper shortens it.

    >>> state(Seen("a", 1, 0, 3, "Fla", "place")).text
    'Florida'
    >>> state(Seen("a", 1, 0, 2, "LA", "place")).text
    'LA'
    """
    said = one.text.rstrip(".")
    shortens = one.kind == "place" and said == said.capitalize()
    full = STATES.get(said.casefold()) if shortens else None
    return replace(one, text=full) if full else one


def of_organs(seen: Iterable[Seen]) -> dict[str, str]:
    """What organs are "of", with the longer name of each that alone is of it, as keys.

    >>> ones = [Seen("a", 1, 0, 0, "Department of Homeland Security", "organisation")]
    >>> of_organs(ones)
    {'homeland security': 'department of homeland security'}
    """
    longer: dict[str, set[str]] = defaultdict(set)
    for name in {company(one.text) for one in seen if one.kind == "organisation"}:
        head, of, rest = name.partition(" of ")
        if of and head in ORGAN_HEADS and len(rest.split()) >= FEWEST:
            longer[rest].add(name)
    return {rest: names.pop() for rest, names in longer.items() if len(names) == 1}
