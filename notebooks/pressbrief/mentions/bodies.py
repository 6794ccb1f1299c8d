"""Bodies and peoples that news names without a word that says what they are, from bodies.tsv.

Organisations known by letters or by a name alone ("WHO", "Al Jazeera"), and peoples without a
state of their name ("Rohingya"). Only kinds are taken from it, never who is meant.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("bodies.tsv")


def kind_of(text: str) -> str:
    """The kind of actor that a name is known as, or "" where it is not known.

    >>> kind_of("WHO"), kind_of("Rohingya"), kind_of("Nippon Foundation")
    ('organisation', 'group', '')
    """
    return _kinds().get(text, "")


@cache
def _kinds() -> dict[str, str]:
    rows = (line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines()[1:])
    return {form: kind for name, kind, forms in rows for form in (name, *forms.split("; "))}
