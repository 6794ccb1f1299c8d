"""The tokens of a text: its words and marks, with where they stand."""

from __future__ import annotations

import re
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


_HYPHENS = re.compile(r"^-+$")
_TOKEN = re.compile(
    r"\0+"
    r"|(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Sgt|Rev|Prof|St|Jr|Sr|Adm|Capt|Maj|No|vs"
    r"|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|Inc|Corp|Co)\."
    # States as newspapers shorten them, between commas or brackets.
    r"|(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont"
    r"|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo)\.(?=[,)])"
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
