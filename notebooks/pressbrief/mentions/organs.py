"""Organs that many states have ("Foreign Ministry", "Supreme Court"), and whose they are."""

from __future__ import annotations

import re

from pressbrief.english.word_lists import table, words
from pressbrief.mentions.keys import BRITISH, key
from pressbrief.mentions.name_words import GOVERNMENT_NOUNS, ORGAN_HEADS, ORGAN_PARTS

# Organs that need no word beside their head to be one, and those of what is no state.
ALONE, OF_ALL = words("organs/alone"), words("organs/of_all")
_OF_ONE = table("organs/of_one")
_LEGISLATURES = words("organs/legislatures")
SPELLINGS = BRITISH | table("organs/spellings")


def organ(name: str) -> str:
    """What an organ's name says in any order of words, or "" for a name of its own.

    >>> organ("Ministry of Foreign Affairs") == organ("Foreign Ministry") == "foreign ministry"
    True
    >>> organ("Nippon Foundation"), organ("Bank"), organ("Parliament")
    ('', '', 'parliament')
    """
    said = [word for word in key(name).split() if word not in ("of", "and", "for", "the")]
    heads = [word for word in said if word in ORGAN_HEADS]
    if not heads or any(word not in ORGAN_HEADS and word not in ORGAN_PARTS for word in said):
        return ""
    if (len(said) == 1 and said[0] not in ALONE) or " ".join(said) in OF_ALL:
        return ""
    parts = {SPELLINGS.get(word, word) for word in said}
    return " ".join(sorted(parts - {"affairs"} or parts))


def owner(organ_: str) -> str:
    """The state that alone has an organ of this name (as `organ` gives it), or "".

    >>> owner(organ("State Department")), owner(organ("Foreign Ministry"))
    ('United States', '')
    """
    return _OF_ONE.get(organ_, "").replace("_", " ")


def is_legislature(organ_: str) -> bool:
    """Whether an organ (as `organ` gives it) is a legislature or a chamber.

    >>> is_legislature(organ("House of Representatives")), is_legislature(organ("State House"))
    (True, False)
    """
    return not _LEGISLATURES.isdisjoint(organ_.split())


def is_rule(rest: str) -> bool:
    """Whether what a name adds to a state's leaves the state itself: "government".

    >>> is_rule("Government"), is_rule("Foreign Ministry")
    (True, False)
    """
    said = set(key(rest).split()) - {"of", "the"}
    return bool(said) and said <= GOVERNMENT_NOUNS | {"republic", "state", "people"}


def without(name: str, start: int, end: int) -> str:
    """An organ's name without its owner, which stands at characters start to end of it.

    >>> without("Japanese Foreign Ministry", 0, 8), without("Foreign Ministry of Japan", 20, 25)
    ('Foreign Ministry', 'Foreign Ministry')
    """
    lead = re.sub(r"(?<!\s)\s++(?:of|for|in)(?:\s++the)?\s*+$", "", name[:start])
    rest = re.sub(r"^(?:['’]s|['’])?[\s-]+", "", name[end:])
    return " ".join(part for part in (lead.strip(), rest.strip()) if part)
