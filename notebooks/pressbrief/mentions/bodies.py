"""Regions, peoples and bodies that all news knows by name, from regions.tsv and bodies.tsv.

A regional adjective names its region ("African"), the adjective of a people or faith the people
("Muslim"), letters the one body that they stand for in world news ("WHO"). Letters and names that
stand for several (the column `shared`: "ICC" is a court and a chamber) only tell the kind. What a
party's people are called (`followers`) is the party where its name stands beside it.
"""

from __future__ import annotations

from functools import cache

from pressbrief.english.word_lists import words
from pressbrief.mentions import gazetteer
from pressbrief.topic import Actor

# Forms that are also persons' names: of the kind that the reader sees.
AMBIGUOUS = words("names/ambiguous_bodies")


@cache
def bodies() -> tuple[Actor, ...]:
    """Every region, people and body of the tables as an actor."""
    regions = (gazetteer.actor(row, "place") for row in gazetteer.rows("regions.tsv"))
    others = (gazetteer.actor(row, row["type"]) for row in gazetteer.rows("bodies.tsv"))
    return (*regions, *others)


def kind_of(text: str) -> str:
    """The kind of actor that a name is known as, or "" where it is not known for certain.

    >>> kind_of("WHO"), kind_of("Rohingya"), kind_of("African"), kind_of("Nippon Foundation")
    ('organisation', 'group', 'place', '')
    """
    return _kinds().get(text, "")


@cache
def followers() -> dict[str, tuple[str, str]]:
    """What a party's people are called, where that is not their party's name: the party, its state.

    >>> followers()["Democrats"]
    ('Democratic Party', 'United States')
    """
    rows = gazetteer.rows("bodies.tsv")
    return {
        form: (row["name"], row["of"])
        for row in rows
        for form in gazetteer.forms(row["followers"] or "")
    }


@cache
def partisan() -> dict[str, str]:
    """What the known parties of states and their people are called, with the state.

    >>> partisan()["GOP"], partisan()["Democrats"]
    ('United States', 'United States')
    """
    rows = (row for row in gazetteer.rows("bodies.tsv") if row["of"])
    return {
        form: row["of"]
        for row in rows
        for form in (
            row["name"],
            *gazetteer.forms(row["aliases"]),
            *gazetteer.forms(row["followers"]),
        )
    }


@cache
def _kinds() -> dict[str, str]:
    kinds: dict[str, str] = {form: one.type for one in bodies() for form in _telling(one)}
    for row in gazetteer.rows("bodies.tsv"):
        kinds |= dict.fromkeys(gazetteer.forms(row["shared"]), row["type"])
    return {form: kind for form, kind in kinds.items() if form not in AMBIGUOUS}


def _telling(one: Actor) -> list[str]:
    """The forms that are of one kind only: a region's one word is a company's too ("Amazon")."""
    if one.type != "place":
        return one.forms()
    return [form for form in one.forms() if form in one.demonyms or {" ", "-"} & set(form)]
