"""News agencies: which one's text an article is, by its dateline, its byline or its last words."""

from __future__ import annotations

import re

from pressbrief.english.word_lists import words

# As a dateline or a byline gives them, in small letters.
AGENCIES = words("press/agencies")
_IN_DATELINE = re.compile(
    r"(?:[A-Z][^()\n]{1,60}?\s*+)?\(([^()\n]{2,30})\)\s*(?:--?|–|—|:)\s*(?=\S)"
)
_IN_SLASHES = re.compile(r"[A-Z][^()\n/]{1,60}/([A-Z][\w -]{1,30})/\s*(?:--?|–|—)")
_AT_THE_END = re.compile(r"(?:[—–-]\s?|[(\[])([A-Z][\w .-]{1,29}?)[)\]]?\.?$")


def is_agency(name: str) -> bool:
    """Whether a name is a news agency's."""
    return name.strip().lower() in AGENCIES


def in_dateline(line: str) -> str:
    """The agency that a line's dateline names, "" if none.

    >>> in_dateline("TOKYO, Feb. 19 (Kyodo) -- Japan held talks."), in_dateline("He (Sen) -- left.")
    ('Kyodo', '')
    """
    found = _IN_DATELINE.match(line) or _IN_SLASHES.match(line)
    return _first_agency(found[1]) if found else ""


def at_the_end(line: str) -> str:
    """The agency that a text's last words give as theirs, "" if none.

    >>> at_the_end("They agreed to meet again. — Reuters"), at_the_end("He flew with the AP")
    ('Reuters', '')
    """
    found = _AT_THE_END.search(line[-40:])
    return _first_agency(found[1]) if found else ""


def _first_agency(names: str) -> str:
    """The first agency of "Reuters" or "AFP/Reuters", as it is written."""
    return next((name.strip() for name in re.split(r"[/,|]", names) if is_agency(name)), "")
