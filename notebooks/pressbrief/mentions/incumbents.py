"""Who holds which office, out of all the places that say so: forms of one office are one row.

"Deputy Minister of Economy", "deputy economy minister" and plain "deputy minister" of one person
and state are one office, under the form that says most; what is held and what once was are two.
"""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from pressbrief.english.word_lists import table
from pressbrief.mentions import offices
from pressbrief.mentions.organs import SPELLINGS
from pressbrief.mentions.parts import Held
from pressbrief.tables.columns import UNKNOWN

SHORTENED = table("offices/shortened")
# After every date in ISO form.
LAST = "9999-12-31"
HOLDS, ONCE = "holds", "held"


def rows(held: Iterable[Held], articles: pd.DataFrame) -> list[tuple]:
    """The rows of the offices table, most said first, from what places say and the articles."""
    dates = {
        row.article_id: (row.published_earliest, row.published_latest)
        for row in articles.itertuples()
        if row.published_precision != UNKNOWN
    }
    by_person: dict[tuple[str, str], list[Held]] = {}
    for one in held:
        status = ONCE if one.office.held else HOLDS
        by_person.setdefault((one.row.actor, status), []).append(one)
    made = [
        _row(actor, status, group, dates)
        for (actor, status), said in by_person.items()
        for group in _grouped(said)
    ]
    return sorted(made, key=lambda row: (-row[6], row[:4]))


def words_of(office: str) -> frozenset[str]:
    """The words of an office in one spelling, without those that join or date them.

    >>> words_of("Deputy Minister of Economy") == words_of("deputy economic minister")
    True
    """
    said = (word.rstrip(".") for word in office.casefold().split())
    told = (SHORTENED.get(word, word) for word in said if word not in offices.JOINTS)
    return frozenset(SPELLINGS.get(word, word) for word in told)


def _grouped(said: list[Held]) -> list[list[Held]]:
    """One person's places by office: a shorter form with the longer one, an owner with none."""
    groups: list[tuple[frozenset[str], str, list[Held]]] = []
    fullest = sorted(said, key=lambda one: (-len(words_of(one.office.text)), not one.owner))
    for one in fullest:
        words = words_of(one.office.text)
        for at, (whole, owner, group) in enumerate(groups):
            if words <= whole and (not owner or one.owner in ("", owner)):
                groups[at] = (whole, owner or one.owner, [*group, one])
                break
        else:
            groups.append((words, one.owner, [one]))
    return [group for _, _, group in groups]


def _row(actor: str, status: str, said: list[Held], dates: dict[str, tuple[str, str]]) -> tuple:
    first = min(said, key=lambda held: dates.get(held.row.article_id, (LAST,))[0] or LAST)
    days = [dates[one.row.article_id] for one in said if one.row.article_id in dates]
    earliest = min((day for day, _ in days if day), default="")
    latest = max((day for _, day in days if day), default="")
    most = len(words_of(said[0].office.text))
    full = next(one.office.text for one in (first, *said) if len(words_of(one.office.text)) == most)
    owner = next((one.owner for one in said if one.owner), "")
    place = first.row.article_id, first.row.sentence
    count = len({one.row[:2] for one in said})
    return actor, full, owner, status, earliest, latest, count, *place
