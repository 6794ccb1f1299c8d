"""Tokens of a text: its words with where they stand."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark at start:end of a text."""

    start: int
    end: int
    text: str

    @property
    def low(self) -> str:
        """The word as the tables of the language have it: in lower case."""
        return self.text.casefold()

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()
