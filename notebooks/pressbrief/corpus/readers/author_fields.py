"""The names in an author field."""

from __future__ import annotations

import re

from pressbrief.english.word_lists import words

DEGREES, NO_AUTHORS = words("press/degrees"), words("press/no_authors")


def authors(value: str | list[str]) -> list[str]:
    """The names in an author field, whether a list or one text.

    >>> authors("By Sawako Utsumi and Lee Jay Walker"), authors("['Lee Jay Walker']")
    (['Sawako Utsumi', 'Lee Jay Walker'], ['Lee Jay Walker'])
    """
    parts = value if isinstance(value, list) else re.split(r"[;|,\n]|\band\b|&", value.strip("[] "))
    names = [re.sub(r"^by\s+", "", part.strip(" \"'\t"), flags=re.I).strip() for part in parts]
    return list(dict.fromkeys(name for name in names if name and is_name(name)))


def is_name(name: str) -> bool:
    """Whether an author field's part can be a name: no address, no account, no placeholder."""
    placeholder = name.casefold() in NO_AUTHORS
    account = " " not in name and name.islower()
    degree = name.replace(".", "").lower() in DEGREES
    other = placeholder or account or degree or re.search(r"[@<>{}]|://", name)
    return len(name) <= 80 and not other
