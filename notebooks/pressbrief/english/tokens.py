"""The words of a text, with where they stand: how they are cut, wherever the package asks.

`tokens` has words and marks, what a hyphen or apostrophe joins as one; `parts` has it apart and no
marks, as names need it ("Taliban-led", "Japan's"); WORD is a word as articles are counted in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pressbrief.english.patterns import any_of
from pressbrief.english.word_lists import table, words


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


# What is longer is cut (corpus/sentences.py), whatever it is, so that no step's work on a sentence
# grows with a file. The longest of the 5,617 sentences of PolNeAR's dev and train articles has 601
# characters.
LONGEST_SENTENCE = 2000
WORD = re.compile(r"\w+(?:[’'.-]\w+)*")
PART = re.compile(r"[^\W_]+(?:\.[^\W_]+)*")
_HYPHENS = re.compile(r"^-+$")
_SHORT = words("abbreviations/titles", "abbreviations/after_names", "time/short_months")
_STATES = frozenset(table("abbreviations/states"))
_TOKEN = re.compile(
    r"\0+"
    rf"|(?:{any_of(map(str.capitalize, _SHORT))}|{any_of(words('abbreviations/others'))})\."
    rf"|{any_of(map(str.capitalize, _STATES))}\.(?=[,)])"
    r"|(?:[A-Z]\.)+"
    r"|--+|(?<=\s)-(?=\s)"
    r"|[^\W_]+(?:[-.'&/][^\W_]+)*"
    r"|[^\s\0]"
)


def tokens(text: str) -> list[Token]:
    """A text's words and marks; a run of NUL, what is quoted there, is one token.

    A hyphen that stands by itself is a dash.

    >>> [token.text for token in tokens("Mr. Hayashi's aide, in the U.S., said:")]
    ['Mr.', "Hayashi's", 'aide', ',', 'in', 'the', 'U.S.', ',', 'said', ':']
    """
    return [Token(m.start(), m.end(), _HYPHENS.sub("—", m.group())) for m in _TOKEN.finditer(text)]


def parts(text: str) -> list[Token]:
    """A text's words without marks, apart where a hyphen or an apostrophe joins them.

    >>> [part.text for part in parts("Taliban-led; Japan's U.S. envoy")]
    ['Taliban', 'led', 'Japan', 's', 'U.S', 'envoy']
    """
    return [Token(m.start(), m.end(), m.group()) for m in PART.finditer(text)]
