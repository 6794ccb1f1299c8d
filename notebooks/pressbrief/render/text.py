"""What text becomes before it is set: nothing in it is lost silently, nothing in it can act."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from typing import Any

SHOWN = "□"
BREAK = "\u200b"
# Embeddings, overrides and isolates, able to show a text in another order, and the byte order mark.
INVISIBLE = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
SPACES = frozenset("\t\n\v\f\r\x85\u2028\u2029")
UNPRINTABLE = ("Cc", "Cs", "Co", "Cn")


class _Plain(dict[int, str]):
    """Each code point as it is shown, looked up once."""

    def __missing__(self, point: int) -> str:
        character = chr(point)
        if character in SPACES:
            shown = " "
        elif character in INVISIBLE or unicodedata.category(character) in UNPRINTABLE:
            shown = SHOWN
        else:
            shown = character
        return self.setdefault(point, shown)


_PLAIN = _Plain()


def plain(text: str) -> str:
    """Text of the same length, white space as blanks and characters that cannot be shown as □.

    Those are control, private-use, unassigned and reordering characters and lone surrogates.

    >>> plain("a\\nb\\x00c\\u202ed")
    'a b□c□d'
    """
    return text.translate(_PLAIN)


def replaced(given: Any, change: Callable[[str], str], keep: frozenset[str] = frozenset()) -> Any:
    """A JSON value with `change` applied to every text in it but to keys and what `keep` names.

    A dataclass becomes a dict of its fields.

    >>> replaced({"id": "a", "rows": [["b", 1]]}, str.upper, keep=frozenset({"id"}))
    {'id': 'a', 'rows': [['B', 1]]}
    """
    if isinstance(given, str):
        return change(given)
    if is_dataclass(given):
        given = {field.name: getattr(given, field.name) for field in fields(given)}
    if isinstance(given, dict):
        return {
            key: value if key in keep else replaced(value, change, keep)
            for key, value in given.items()
        }
    if isinstance(given, list | tuple):
        return [replaced(value, change, keep) for value in given]
    return given


def number(value: int | float) -> str:
    """A number for readers: thousands parted, two decimals, a true minus, small ones not as 0.

    >>> [number(value) for value in (1234, -0.415, 0.0004, -0.001)]
    ['1,234', '−0.41', '0.0004', '−0.001']
    """
    if isinstance(value, int):
        shown = f"{value:,}"
    elif not math.isfinite(value):
        return ""
    elif 0 < abs(value) < 0.01:
        shown = f"{value:.1g}"
    else:
        shown = f"{value or 0.0:,.2f}"
    return shown.replace("-", "−")
