"""The states of the world under their names, people and seats of government, from states.tsv.

A row is what news calls a state; it takes no side on who recognises it. Forms that stand for
several states ("Korea", "Congo", "Guinean") are given to the one that bears them alone, or to none.
"""

from __future__ import annotations

from functools import cache

from pressbrief.english.word_lists import words
from pressbrief.mentions import gazetteer
from pressbrief.topic import Actor

# Forms that are also persons, things or other places: counted where the reader agrees.
AMBIGUOUS = words("names/ambiguous_states")
WITH_THE = tuple(words("names/with_the"))


@cache
def states() -> tuple[Actor, ...]:
    """Every state of the table as an actor."""
    return tuple(gazetteer.actor(row, "state") for row in gazetteer.rows("states.tsv"))


@cache
def _kinds() -> dict[str, str]:
    kinds: dict[str, str] = {}
    for state in states():
        kinds |= dict.fromkeys((state.name, *state.aliases), "name")
        kinds |= dict.fromkeys(state.demonyms, "demonym")
    return {form: kind for form, kind in kinds.items() if form not in AMBIGUOUS}


def kind_of(text: str) -> str:
    """Whether a text is a state's name, the word for its people, or (empty) neither for certain.

    >>> kind_of("U.S."), kind_of("Afghans"), kind_of("Georgia")
    ('name', 'demonym', '')
    """
    return _kinds().get(text, "")


@cache
def seats() -> dict[str, str]:
    """Each seat of government, with the state whose it is."""
    return {seat: state.name for state in states() for seat in state.metonyms}


@cache
def capitals() -> frozenset[str]:
    """The capital cities that bear their name alone: the first seat of each state."""
    return frozenset(state.metonyms[0] for state in states() if state.metonyms) - AMBIGUOUS


def with_article(name: str) -> str:
    """A state's name as it stands after "of".

    >>> with_article("Japan"), with_article("United States")
    ('Japan', 'the United States')
    """
    return f"the {name}" if name.startswith(WITH_THE) else name
