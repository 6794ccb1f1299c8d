"""The names in an author field."""

from __future__ import annotations

import re

from pressbrief.corpus.bylines import PARTICLES, ROLE
from pressbrief.corpus.wires import is_agency
from pressbrief.english.word_lists import words

# What parts the names of a list for sure; where it stands, a comma is one within a name.
PARTING = re.compile(r"[;|\n]")
DEGREES, NO_AUTHORS = words("press/degrees"), words("press/no_authors")


def authors(value: str | list[str]) -> list[str]:
    """The names in an author field, whether a list or one text.

    >>> authors("By Sawako Utsumi and Lee Jay Walker"), authors("['Lee Jay Walker']")
    (['Sawako Utsumi', 'Lee Jay Walker'], ['Lee Jay Walker'])
    >>> authors("Walker, Lee Jay; Utsumi, Sawako"), authors("Lee Jay Walker, Staff Writer")
    (['Lee Jay Walker', 'Sawako Utsumi'], ['Lee Jay Walker'])
    """
    listed = value if isinstance(value, list) else PARTING.split(value.strip("[] "))
    parts = [part for one in listed for part in ([one] if isinstance(value, list) else _names(one))]
    names = [re.sub(r"^by\s+", "", part.strip(" \"'\t"), flags=re.I).strip() for part in parts]
    found = list(dict.fromkeys(name for name in names if name and is_name(name)))
    return [name for name in found if not ROLE.fullmatch(name)] or found


def _names(text: str) -> list[str]:
    """The names in a text: "Walker, Lee Jay" is one of them, the family's name first."""
    parts = re.split(r",|\band\b|&", text)
    if len(parts) == 2 and "," in text:
        family, given = (re.sub(r"^by\s+", "", part.strip(), flags=re.I) for part in parts)
        own = [word for word in family.split() if word.lower() not in PARTICLES]
        named = given[:1].isupper() and len(given.split()) <= 3
        if len(own) == 1 and named and not (is_agency(family) or is_agency(given)):
            return [f"{given} {family}"]
    return parts


def is_name(name: str) -> bool:
    """Whether an author field's part can be a name: no address, no account, no placeholder."""
    placeholder = name.casefold() in NO_AUTHORS
    account = " " not in name and (name.islower() or name.isdigit())
    degree = name.replace(".", "").lower() in DEGREES
    other = placeholder or account or degree or re.search(r"[@<>{}]|://", name)
    return len(name) <= 80 and not other
