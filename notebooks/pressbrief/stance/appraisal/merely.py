"""Names that a sentence says nothing of: a state as a place, and its people.

What happens in Afghanistan, or to Japanese nationals, is no word for or against the state. "Invest
in Afghanistan" and "believe in Greece" are of the state.
"""

from __future__ import annotations

import re

PEOPLE = re.compile(
    r"\s(?:nationals?|citizens?|civilians?|wom[ae]n|girls?|child(?:ren)?|boys?|famil(?:y|ies)|"
    r"prisoners?|hostages?|detainees?|refugees?|evacuees?|migrants?|tourists?|travell?ers?|"
    r"students?|workers?|victims?|survivors?|residents?|passengers?|expatriates?)\b"
)
WITHIN = re.compile(
    r"(?P<governor>[\w-]*)\s(?:in|inside|within|across|throughout)\s(?:the\s)?$", re.IGNORECASE
)
DIRECTED = re.compile(
    r"(?:dis|mis)?(?:believ\w*|belief|trust\w*|faith|confiden\w*|invest\w*|interest\w*|hopes?)",
    re.IGNORECASE,
)
POSSESSIVE = re.compile(r"['’]s?\b")
FARTHEST = 60  # characters before a name that are looked at


def named(text: str, start: int, end: int, kind: str, actor_type: str) -> bool:
    """Whether the name at start:end of a sentence is merely a place or a people; `kind` and
    `actor_type` as the mentions table has them.

    >>> text = "Talks were held in Japan, and Japan hailed them."
    >>> named(text, 19, 24, "name", "state"), named(text, 30, 35, "name", "state")
    (True, False)
    """
    if actor_type != "state":
        return False
    if kind == "demonym":
        return bool(PEOPLE.match(text, end))
    within = WITHIN.search(text[max(start - FARTHEST, 0) : start])
    if not within or POSSESSIVE.match(text, end):
        return False
    return not DIRECTED.fullmatch(within["governor"])
