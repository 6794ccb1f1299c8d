"""Whether a sentence names a time that is surely over: what bounds its article's date from below.

The tense of the nearest verb decides, but for wordings that say it whatever the verb.
"""

from __future__ import annotations

import re

from pressbrief.english.patterns import any_of
from pressbrief.english.word_lists import words
from pressbrief.time.timex.tense import told, told_as_past

# Characters before and after a time that are read: a clause or two; a guess.
NEAR = 100
YEAR = r"(?:19|20)\d\d"

# "As of November 2018", "data from 2017".
_SOURCED = re.compile(
    r"\b(?:as\s+of|(?:research|data|figures?|images?|imaging|imagery|footage|statistics|estimates?|"
    r"photographs?|letters?|memos?|e-?mails?|interviews?|reports?|stud(?:y|ies)|surveys?|polls?)"
    r"\s+from)\s+$",
    re.IGNORECASE,
)
# "Served as minister until 2018", "worked there from 2015 to 2017".
_LASTED = re.compile(
    r"\b(?:served|held|lived|worked|taught|lasted|reigned|ruled|stayed|spent)\b[^.;]{0,80}"
    rf"\b(?:until|till|(?:from|between)\s+(?:\w+\s+)?{YEAR}\s*(?:to|and|until))\s+$"
)
# "In 2008 and 2012", where the first is past.
_AND = re.compile(rf"\b(?:in|since|from|during)\s+(?:{YEAR},\s+)*{YEAR},?\s+and\s+$", re.IGNORECASE)
_DETERMINED = re.compile(r"\b(?:the|that|this|an?|his|her|its|their|\w+[’']s)\s+$", re.IGNORECASE)
_ONE = re.compile(r"\b(?:an?|his|her|their)\s+$", re.IGNORECASE)
_OF_A_HAPPENING = re.compile(rf"\s+(?:[\w’'-]+\s+){{0,2}}(?:{any_of(words('happenings/past'))})\b")
_OF_A_WORK = re.compile(rf"\s+(?:[\w’'-]+\s+){{0,2}}(?:{any_of(words('happenings/works'))})\b")
# "2018 saw …"
_CLAUSE = re.compile(r"(?:^|[.;:])\s*$")
_SAW = re.compile(r"\s+(?:saw|brought|marked)\b")

# "Due Nov. 1, 2009", "the approach of the year 2000", "indicated that he would be freed in 2018".
_AHEAD = re.compile(
    r"\b(?:due|maturing|matures?|ending|expiring|effective|(?:approach|dawn|eve|run-up)\s+(?:of|to)|"
    r"(?:would|will|could|should|might|to)\s+be\s+(?:\w+ly\s+)?\w+(?:\s+\w+){0,3}\s+(?:in|on|by)|"
    r"(?:ban|budget|contract|delay|extension|loan|mandate|moratorium|plan|term)\b[^.;\w]{0,5}from)"
    r"\s+$",
    re.IGNORECASE,
)
# "In 2050, whites will be a minority": a clause that begins with its time is told by its own verb.
_BEGINS = re.compile(r"(?:^|[,;:—–]\s*|\b(?:and|but|that)\s+)(?:in|on)\s+$", re.IGNORECASE)
_TO_COME = re.compile(r"\b(?:will|would|shall|(?:is|are)\s+(?:expected|set|due|to))\b")


def surely_over(sentence: str, start: int, end: int) -> bool:
    """Whether the words at start to end name a time that had begun when the sentence was written.

    >>> surely_over("Imaging from 2017 suggests damage.", 13, 17)
    True
    >>> surely_over("The group said that, in 2050, a third will be old.", 24, 28)
    False
    """
    before, after = sentence[max(0, start - NEAR) : start], sentence[end : end + NEAR]
    begins = _BEGINS.search(before) is not None and after.startswith(",")
    if _AHEAD.search(before) or (begins and _TO_COME.search(after)):
        return False
    if told_as_past(sentence, start, end) or (begins and told(after, 0, 0) == "past"):
        return True
    tense = told(sentence, start, end)
    return tense != "future" and (_says_so(before, after) or (tense == "past" and _goes_on(before)))


def _says_so(before: str, after: str) -> bool:
    return bool(
        _SOURCED.search(before)
        or _LASTED.search(before)
        or (_DETERMINED.search(before) and _OF_A_HAPPENING.match(after))
        or (_ONE.search(before) and _OF_A_WORK.match(after))
        or (_CLAUSE.search(before) and _SAW.match(after))
    )


def _goes_on(before: str) -> bool:
    return _AND.search(before) is not None
