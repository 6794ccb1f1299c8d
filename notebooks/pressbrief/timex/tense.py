"""Whether a sentence tells the time that it names as past or as still to come."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import Literal

Tense = Literal["past", "future", "open"]
# How far from a date the verb that it belongs to may stand, in characters.
BEFORE, AFTER = 200, 120

_FUTURE = (
    # A modal takes the verb after it along: "must be returned" is not past.
    r"(?:will|shall|won['’]t|must|should|would|can|could|might|(?-i:may))(?:\s+(?:not|\w+ly|also))?"
    r"(?:\s+be)?\s+(?!have\b)\w+|['’]ll|going\s+to|(?:is|are|be)\s+to|about\s+to"
    r"|(?:planned|agreed|scheduled|expected|hoped|due|set|slated)\s+(?:to|for)"
    r"|(?:is|are|be)\s+(?:\w+ly\s+)?(?:due|set|expected|scheduled|slated|planned|likely|poised|"
    r"preparing|planning|hoping)"
    r"|(?:plans?|intends?|hopes?|aims?|expects?|wants?|vows?|promises?)\s+to|upcoming|forthcoming"
    r"|to\s+be\s+\w+ed|to\s+be\s+held|expires?|ahead\s+of"
)
_IRREGULAR = (
    "was|were|had|did|said|told|held|met|took|came|went|made|began|begun|led|left|sent|spoke|wrote|"
    "won|lost|fell|rose|grew|became|gave|found|brought|bought|sold|built|kept|put|ran|saw|seen|"
    "set|shot|struck|stood|thought|understood|withdrew|broke|caught|chose|drew|drove|flew|fought|"
    "got|hit|knew|laid|paid|sought|shook|spent|swore|taught|threw|wore|died|been|born|cut|"
    "overthrew|overran|quit|resigned|fled"
)
# Words in -ed that tell of no past.
_NO_PAST = (
    r"united|need|indeed|exceed|proceed|succeed|speed|hundred|red|bed|seed|feed|shed|sacred|naked|"
    r"embed|breed|greed|deed|weed|bleed|armed|unprecedented|so-called|alleged|detailed|wed|aged|"
    r"limited|continued|increased|planned|expected|scheduled"
)
_PRESENT = (
    r"(?:is|are)\s+(?:\w+ly\s+)?(?:\w+ed|held)|is|are|says?|stands?|remains?|begins?|starts?|ends?|"
    r"opens?|runs?|takes?|comes?|falls?|marks?"
)
_INFINITIVE = re.compile(r"\bto\s+(?!(?:the|an?|its?|his|her|their|our|this|that|power)\b)[a-z]+\b")
_CUES = re.compile(
    rf"(?P<future>\b(?:{_FUTURE})\b)|(?P<perfect>\b(?:has|have)\b)|(?P<present>(?<!\bto\s)\b(?:{_PRESENT})\b)"
    rf"|(?P<past>\b(?:{_IRREGULAR})\b|\b(?!(?:{_NO_PAST})\b)[a-z]+ed\b)",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:by|until|till|through|before|towards?|target(?:s|ed)?|deadline|beyond|ahead\s+of)\s+"
    r"(?:the\s+)?(?:end\s+of\s+)?$",
    re.IGNORECASE,
)


SAYING = (
    r"said|says|stated|states|told|announced|declared|added|noted|warned|reported|confirmed|claimed|"
    r"argued|insisted|explained|wrote|tweeted|urged|called|affirmed|affirmation|statement"
)
_SAID_THEN = re.compile(
    rf"\b(?:{SAYING})(?:\s+(?:\w+\s+)?(?:on|in|late|early))?\s+(?:\w+\s+)?$", re.IGNORECASE
)


def said_then(sentence: str, start: int) -> bool:
    """Whether what is named at `start` is when something was said: "the ministry said Wednesday".

    >>> said_then("The ministry said Wednesday", 18), said_then("They met on Wednesday", 12)
    (True, False)
    """
    return bool(_SAID_THEN.search(sentence[max(0, start - 60) : start]))


def told(sentence: str, start: int, end: int) -> Tense:
    """The tense of the verb nearest to characters start to end, the one before them first.

    >>> told("Talks will begin on March 3.", 20, 27)
    'future'
    >>> told("On November 16, the minister sought support.", 3, 14)
    'past'
    """
    cues = _cues(sentence)
    place = bisect_left(cues, start, key=lambda cue: cue[0])
    if place and start - cues[place - 1][0] <= BEFORE:
        return cues[place - 1][1]
    after = bisect_left(cues, end, key=lambda cue: cue[0])
    return cues[after][1] if after < len(cues) and cues[after][0] - end <= AFTER else "open"


@lru_cache(maxsize=64)
def _cues(sentence: str) -> list[tuple[int, Tense]]:
    """Where verbs that tell of a time begin, and which they tell of."""
    tenses = {"future": "future", "present": "open", "past": "past", "perfect": "past"}
    return [(cue.start(), tenses[cue.lastgroup]) for cue in _CUES.finditer(sentence)]


def told_as_past(sentence: str, start: int, end: int) -> bool:
    """Whether the words at start to end name a time by which the telling is certainly over.

    A deadline ("by 2030"), a plan and a bare name ("the 2028 Olympics") are none.
    """
    before = sentence[max(0, start - 60) : start]
    if (
        told(sentence, start, end) != "past"
        or _NOT_YET.search(before)
        or _INFINITIVE.search(before)
    ):
        return False
    if not sentence[start:end].isdigit():
        return True
    led = re.search(r"\b(?:in|since|from|during)\s+$|^\W*$", before, re.IGNORECASE)
    names = re.match(
        r"\s+(?!(?:and|or|but|to|by|when|after|before|as|for|in|with)\b)\w", sentence[end:]
    )
    return bool(led) and not names
