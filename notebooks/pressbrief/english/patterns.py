"""Word lists as regexes, and texts as such regexes read them fastest."""

from __future__ import annotations

import re
import string
from collections.abc import Iterable
from functools import cache


def any_of(words: Iterable[str]) -> str:
    """The words as one regex that takes the longest, any white space where they have a space.

    It branches letter by letter, so that a text is tried against all of them at once.

    >>> any_of(["a", "a couple", "an"])
    '(?:a(?:\\\\s+couple|n)?)'
    """
    return _any_of(frozenset(words))


@cache
def _any_of(words: frozenset[str]) -> str:
    tree: dict = {}
    for word in words:
        branch = tree
        for letter in word:
            branch = branch.setdefault(letter, {})
        branch[""] = {}
    return f"(?:{_branches(tree)})"


def _branches(tree: dict) -> str:
    """A tree of letters as a regex; an end among the branches makes the rest optional."""
    found = []
    for letter in sorted(tree.keys() - {""}):
        rest = _branches(tree[letter])
        found.append((r"\s+" if letter == " " else re.escape(letter)) + rest)
    if not found:
        return ""
    one = len(found) == 1 and "" not in tree
    return found[0] if one else f"(?:{'|'.join(found)})" + ("?" if "" in tree else "")


_SMALL_LETTERS = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)


def lowered(text: str) -> str:
    """A text in small letters, each in its place: no letter as two."""
    small = text.lower()
    return small if len(small) == len(text) else text.translate(_SMALL_LETTERS)
