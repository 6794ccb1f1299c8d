"""Heads of state and government whom news calls by office and surname, from leaders.tsv.

A row is a fact with a source: who held which office from when until when; without an end, who held
it when the table was made (November 2025). `alone`: the surname needs no office beside it in news
of the world.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from pressbrief.mentions import gazetteer
from pressbrief.mentions.keys import key, skeleton

# Who is elected is called so before he takes office: from election to inauguration in America.
ELECTED = timedelta(days=80)
FORMER = frozenset({"former", "then", "ex"})
VICE = "vice"


@dataclass(frozen=True)
class Leader:
    """One term: the name and what it is shortened to, the words of the office, the state, its first
    and last day (ISO, or empty), and whether the short name needs no office beside it."""

    name: str
    called: str
    offices: frozenset[str]
    state: str
    since: str
    until: str
    alone: bool

    def serves(self, day: str) -> bool:
        """Whether a day lies in the term, or between the election and its begin."""
        early = (date.fromisoformat(self.since) - ELECTED).isoformat()
        return early <= day and (not self.until or day <= self.until)


def titled(surname: str, office: Iterable[str], day: str = "") -> str:
    """Whom an office and a surname mean in an article of a day (ISO; empty: unknown), or "".

    Whoever serves on that day; else the one who has served before.

    >>> titled("Bush", ["president"], "2006-05-01"), titled("Merkel", ["chancellor"])
    ('George W. Bush', 'Angela Merkel')
    >>> titled("Bush", ["former", "president"], "2012-05-01"), titled("Obama", ["senator"])
    ('', '')
    """
    said = set(office)
    fits = [
        one
        for one in _by_surname().get(skeleton(key(surname)), ())
        if said & one.offices and (VICE in said) <= (VICE in one.offices)
    ]
    if day and not said & FORMER:
        serving = {one.name for one in fits if one.serves(day)}
        if len(serving) == 1:
            return serving.pop()
    known = {one.name for one in fits if not day or one.since <= day}
    return known.pop() if len(known) == 1 else ""


def alone(surname: str) -> str:
    """Whom a surname by itself means in any news, or "".

    >>> alone("Obama"), alone("Johnson")
    ('Barack Obama', '')
    """
    known = {one.name for one in _by_surname().get(skeleton(key(surname)), ()) if one.alone}
    return known.pop() if len(known) == 1 else ""


def state(name: str) -> str:
    """The state that a leader of a name governs or governed, or "".

    >>> state("Angela Merkel"), state("")
    ('Germany', '')
    """
    return next((one.state for one in _leaders() if one.name == name), "")


def spoken(name: str) -> str:
    """How the leader of a name in small letters is called, or "".

    >>> spoken("barack obama")
    'Barack Obama'
    """
    return _spoken().get(name, "")


@cache
def _leaders() -> tuple[Leader, ...]:
    return tuple(
        Leader(
            row["name"],
            row["called"],
            frozenset(gazetteer.forms(row["offices"])),
            row["state"],
            row["since"],
            row["until"],
            bool(row["alone"]),
        )
        for row in gazetteer.rows("leaders.tsv")
    )


@cache
def _by_surname() -> dict[str, tuple[Leader, ...]]:
    found: dict[str, tuple[Leader, ...]] = {}
    for one in _leaders():
        surname = skeleton(key(one.called))
        found[surname] = (*found.get(surname, ()), one)
    return found


@cache
def _spoken() -> dict[str, str]:
    return {key(one.name): one.name for one in _leaders()}
