"""Given names that are one: a name and its short form, and a name and its initial."""

from __future__ import annotations

from functools import cache

from pressbrief.english.word_lists import table


def are_one(name: str, other: str) -> bool:
    """Whether two different given names, in small letters, can be one person's.

    >>> are_one("chuck", "charles"), are_one("bill", "will"), are_one("c", "charles")
    (True, True, True)
    >>> are_one("charles", "charles"), are_one("donald", "melania")
    (False, False)
    """
    if name == other:
        return False
    if 1 in (len(name), len(other)):
        return name[0] == other[0]
    return not _whole(name).isdisjoint(_whole(other))


@cache
def _whole(name: str) -> frozenset[str]:
    """The given names that one can be short for, itself among them."""
    return frozenset([name, *_short().get(name, "").split(",")]) - {""}


@cache
def _short() -> dict[str, str]:
    return table("given_names/short")
