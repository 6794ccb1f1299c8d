"""Which of an export's columns holds what, by the names that columns.txt lists and a topic adds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from pressbrief.english import word_lists
from pressbrief.topic import COLUMN_ROLES

FILE = Path(__file__).parent / "columns.txt"
WRAPPERS = "wrappers"
LISTED = 12
# What letters with a stroke are spelt as; other accents fall off by themselves.
STROKES = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe"})


def roles_of(names: Iterable[str], own: Mapping[str, str]) -> dict[str, list[str]]:
    """Role → the columns that have it, the surest name first; `own` are names a topic gives them.

    >>> roles_of(["Titel", "Überschrift", "Artikel-Text", "id"], {"Artikel-Text": "text"})
    {'headline': ['Titel', 'Überschrift'], 'text': ['Artikel-Text']}
    """
    known = _known()
    mine = {plain(name): role for name, role in own.items()}
    found: dict[str, list[tuple[int, str]]] = {}
    for name in names:
        said = plain(name)
        rank, role = (-1, mine[said]) if said in mine else known.get(said, (0, ""))
        if role in COLUMN_ROLES:
            found.setdefault(role, []).append((rank, name))
    return {role: [name for _, name in sorted(some)] for role, some in found.items()}


def unused(names: Iterable[str], roles: Mapping[str, list[str]]) -> str:
    """What is said of the columns that no role takes; empty if each is used.

    >>> unused(["text", "id"], {"text": ["text"]})
    'columns not used: id'
    """
    used = {name for some in roles.values() for name in some}
    left = list(dict.fromkeys(str(name).strip()[:60] for name in names if name not in used))
    left = [name for name in left if name]
    more = f" and {len(left) - LISTED} more" if len(left) > LISTED else ""
    return f"columns not used: {', '.join(left[:LISTED])}{more}" if left else ""


def is_wrapper(name: str) -> bool:
    """Whether an object of this name holds a record's other fields.

    >>> is_wrapper("fields"), is_wrapper("author")
    (True, False)
    """
    return str(name) in _lists()[WRAPPERS].values


def plain(name: str) -> str:
    """A column's name without case, accents and signs.

    >>> plain("Date de publication"), plain("Überschrift"), plain("pub-date")
    ('date_de_publication', 'uberschrift', 'pub_date')
    """
    folded = unicodedata.normalize("NFKD", str(name)[:200].strip().lower().translate(STROKES))
    letters = "".join(char for char in folded if not unicodedata.combining(char))
    return re.sub(r"[\W_]+", "_", letters).strip("_")


def _lists() -> dict[str, word_lists.WordList]:
    return word_lists.read(FILE)


@cache
def _known() -> dict[str, tuple[int, str]]:
    """Plain name → its rank among all, and its role."""
    known: dict[str, tuple[int, str]] = {}
    for language, one in _lists().items():
        for name, role in one.values.items() if language != WRAPPERS else ():
            known.setdefault(plain(name), (len(known), role))
    return known
