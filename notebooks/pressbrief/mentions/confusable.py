"""Actors of the table who may be one after all, so that no claim hangs on their being two.

A surname alone and a full name that ends with it, names whom the articles leave open, an organ
whose state is open, letters and a name of these initials, a name and a longer one that begins or
ends with it. Two full names with given names of their own are two.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

import pandas as pd

from pressbrief.mentions import given_names, organs, persons
from pressbrief.mentions.keys import company, initials, is_acronym, skeleton
from pressbrief.tables import LIST_SEPARATOR

UNRESOLVED = "unresolved"
_WORD = re.compile(r"\w[\w’'.]*\w|\w")


def others(actors: pd.DataFrame) -> dict[str, frozenset[str]]:
    """Each actor that may be another one, with these others, from the actors table.

    >>> rows = [("Omar Lindt", "person", "", "", ""), ("Lindt", "person", "", "", "unresolved")]
    >>> columns = ["actor", "actor_type", "part_of", "names", "origin"]
    >>> others(pd.DataFrame(rows, columns=columns))["Omar Lindt"]
    frozenset({'Lindt'})
    """
    sharing: dict[str, set[str]] = defaultdict(set)
    rows = {row.actor: row for row in actors.itertuples()}
    for row in rows.values():
        for word in _shown_by(row):
            sharing[word].add(row.actor)
    found: dict[str, set[str]] = defaultdict(set)
    for alike in sharing.values():
        for one in alike:
            found[one] |= {
                other for other in alike if other != one and _may_be(rows[one], rows[other])
            }
    return {actor: frozenset(some) for actor, some in found.items() if some}


def unresolved(actors: pd.DataFrame) -> frozenset[str]:
    """The actors of whom the articles leave open who they are."""
    return frozenset(actors.loc[actors["origin"] == UNRESOLVED, "actor"])


def bearing(
    actors: pd.DataFrame, sentences: pd.DataFrame, sources: Mapping[str, str]
) -> dict[str, frozenset[str]]:
    """By actor the sources in whose text a word stands that may name it, counted or not.

    Of a person that is a name's last word ("the Obama campaign"), of others a name, one or many
    ("Republican" of the Republicans). `sources`: by article_id.
    """
    told: dict[str, set[str]] = defaultdict(set)
    for row in sentences.itertuples():
        if row.article_id in sources:
            for word in _WORD.findall(row.text):
                told[_one(word)].add(sources[row.article_id])
    found = {}
    for row in actors.itertuples():
        names = [_bare(name) for name in (row.actor, *row.names.split(LIST_SEPARATOR)) if name]
        each = [_WORD.findall(name) for name in names]
        if row.actor_type == "person":
            each = [said[-1:] for said in each]
        found[row.actor] = frozenset(
            source
            for said in each
            if said
            for source in set.intersection(*(told[_one(word)] for word in said))
        )
    return found


def _one(word: str) -> str:
    """A word as one of its kind, as far as it shows: "Republicans" is "Republican"."""
    return word[:-1] if word.endswith("s") and len(word) > 3 else word


def _bare(actor: str) -> str:
    """An actor's name without what tells it apart: "Bush (George Bush or Jeb Bush)"."""
    return actor.partition(" (")[0]


def _shown_by(row) -> Iterable[str]:
    """What two names that may be one have in common: first and last words, organs, letters."""
    said = company(_bare(row.actor)).split()
    yield from {skeleton(said[0]), skeleton(said[-1])}
    if organ := organs.organ(_bare(row.actor).partition(" of ")[0]):
        yield f"organ {organ}"
    if row.actor_type != "person":
        letters = company(row.actor) if is_acronym(row.actor) else initials(row.actor)
        if len(letters) > 1:
            yield f"letters {letters}"


def _may_be(row, other) -> bool:
    one, two = company(_bare(row.actor)), company(_bare(other.actor))
    if "person" in (row.actor_type, other.actor_type):
        return _may_be_person(row, other)
    if UNRESOLVED in (row.origin, other.origin):
        return True
    if is_acronym(row.actor) != is_acronym(other.actor):
        return True
    shorter, longer = sorted((one, two), key=len)
    return longer.startswith(f"{shorter} ") or longer.endswith(f" {shorter}")


def _may_be_person(row, other) -> bool:
    one, two = (persons.tokens(_bare(each.actor)) for each in (row, other))
    if not one or not two:
        return False
    if 1 in (len(one), len(two)):
        whole = max(one, two, key=len)
        part = min(one, two, key=len)
        return skeleton(part[-1]) in (skeleton(whole[0]), skeleton(whole[-1]))
    if skeleton(one[-1]) != skeleton(two[-1]):
        return False
    return UNRESOLVED in (row.origin, other.origin) or given_names.are_one(one[0], two[0])
