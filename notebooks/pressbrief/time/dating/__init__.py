"""When each article was published, as an interval that its evidence supports, and on what basis."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple, Protocol

import pandas as pd

from pressbrief.time.dating.across import Account, Accounts, account
from pressbrief.time.dating.constraints import Constraint, Dated, Strength, solve
from pressbrief.time.dating.stated import stated
from pressbrief.time.dating.told import tells
from pressbrief.time.timex import Timex
from pressbrief.time.timex.values import days

__all__ = ["Evidence", "date_articles", "evidence"]
# An article that is dated as narrowly by itself asks no other.
DATED = ("day", "week")
COLUMNS = ["published_earliest", "published_latest", "published_precision", "published_basis"]


class Facts(Protocol):
    """What a file's form says of an article beside its text (corpus.readers.Facts)."""

    @property
    def published(self) -> str: ...
    @property
    def likely(self) -> str: ...
    @property
    def seen(self) -> str: ...
    @property
    def url(self) -> str: ...
    def basis(self, fact: str) -> str: ...


class Evidence(NamedTuple):
    """What one article says of its date, and its account of what happened when, if it has one."""

    constraints: list[Constraint]
    account: Account | None


def evidence(
    file: str,
    sentences: list[str],
    times: list[list[Timex]],
    text: str,
    facts: Facts,
    as_of: date,
) -> Evidence:
    """An article's evidence on its date; `sentences` are its kept ones, if they are English.

    `times` are each sentence's, with their tense; `facts` are what is known from outside its text;
    nothing is published after `as_of`.
    """
    found = _stated(facts, text, as_of)
    if sentences:
        found += tells(sentences, times, text, as_of)
    by_itself = solve(found, as_of).precision in DATED
    return Evidence(found, account(file, sentences, times, asks=not by_itself))


def date_articles(
    articles: pd.DataFrame,
    evidences: Sequence[Evidence],
    as_of: date,
    told: Callable[[str], Sequence[str]],
) -> pd.DataFrame:
    """The articles, in the order of their evidence, with publication intervals and their bases.

    `told` says a file's kept sentences.
    """
    accounts = Accounts((one.account for one in evidences), told)
    said = [
        _said(solve([*one.constraints, *accounts.shared_happenings(one.account)], as_of))
        for one in evidences
    ]
    return articles.assign(**pd.DataFrame(said, articles.index, COLUMNS))


def _stated(facts: Facts, text: str, as_of: date) -> list[Constraint]:
    """What is stated of an article's date, from outside it and in its head."""
    found = []
    if span := days(facts.published):
        basis = f"{facts.basis('published')} says so"
        found.append(Constraint(*span, Strength.GIVEN, basis))
    if facts.seen:
        last = date.fromisoformat(facts.seen)
        basis = f"{facts.basis('seen')} is of then, when it was there"
        found.append(Constraint(None, last, Strength.GIVEN, basis))
    if facts.likely:
        day = date.fromisoformat(facts.likely)
        basis = f"assumed from {facts.basis('likely')}"
        found.append(Constraint(day, day, Strength.ASSUMED, basis))
    return found + stated(text, facts.url, as_of)


def _said(one: Dated) -> tuple[str, str, str, str]:
    earliest = one.earliest.isoformat() if one.earliest else ""
    latest = one.latest.isoformat() if one.latest else ""
    return earliest, latest, one.precision, one.basis
