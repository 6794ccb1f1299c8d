"""Names that a sentence says nothing of: a state as a place, and its people.

What happens in Afghanistan, or to Japanese nationals, is no word for or against the state. "Invest
in Afghanistan" and "believe in Greece" are of the state.
"""

from __future__ import annotations

import re

from pressbrief.english.word_lists import words

_PEOPLE = words("appraisal/people")
PEOPLE = re.compile(rf"\s(?:{'|'.join(sorted(_PEOPLE))})\b")
DIRECTED = words("appraisal/directed")
WITHIN = re.compile(
    r"(?P<governor>[\w-]*)\s(?:in|inside|within|across|throughout)\s(?:the\s)?$", re.IGNORECASE
)
POSSESSIVE = re.compile(r"['’]s?\b")
FARTHEST = 60  # characters before a name that are looked at


def is_mere(text: str, start: int, end: int, kind: str, actor_type: str) -> bool:
    """Whether the name at start:end of a sentence is merely a place or a people; `kind` and
    `actor_type` as the mentions table has them.

    >>> text = "Talks were held in Japan, and Japan hailed them."
    >>> is_mere(text, 19, 24, "name", "state"), is_mere(text, 30, 35, "name", "state")
    (True, False)
    """
    if actor_type != "state":
        return False
    if kind == "demonym":
        return bool(PEOPLE.match(text, end))
    within = WITHIN.search(text[max(start - FARTHEST, 0) : start])
    if not within or POSSESSIVE.match(text, end):
        return False
    return within["governor"].casefold() not in DIRECTED
