"""Numbers that a sentence gives of what it tells: so many killed, so many votes."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from math import inf

from pressbrief.english.likeness import stem
from pressbrief.english.numbers import NUMBERS, number
from pressbrief.english.patterns import any_of
from pressbrief.english.word_lists import as_listed, groups, table, words
from pressbrief.time.timex import lexicon

_WORDS = any_of(word for word in NUMBERS if word not in ("a", "an", "one"))
_SCALE = {word: int(value) for word, value in table("numbers/scales").items()}
_HEDGES = any_of(lexicon.AMOUNTS)
_NUMBER = (
    rf"(?<![\w.,$£€¥-])(?:(?P<hedge>{_HEDGES})\s+)?"
    rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}(?:\.\d{{1,2}})?|{_WORDS})"
    rf"(?:\s+(?P<scale>{any_of(_SCALE)}))?(?![\w%]|[.,:/-]\d)"
)
_PEOPLE = (
    r"(?:\s+(?:other|more|of)(?=\s))?(?:\s+[a-z]+){0,2}?\s+"
    rf"{any_of(words('happenings/people'))}"
)
_WERE = r"(?:were|was|are|have\s+been|had\s+been)"
# What befell people, by the words after or before their number.
_AFTER = {
    about: re.compile(
        rf"{_NUMBER}(?:{_PEOPLE}(?:\s+{_WERE})?|\s+{_WERE})\s+{any_of(forms)}\b", re.IGNORECASE
    )
    for about, forms in groups("happenings/befell").items()
}
_BEFORE = {
    about: re.compile(rf"\b{any_of(verbs)}\s+{_NUMBER}(?=\s+[a-z]|\W*$)", re.IGNORECASE)
    for about, verbs in groups("happenings/befalls").items()
}
_COUNTED = re.compile(rf"{_NUMBER}\s+(?P<noun>[a-z]{{4,}}s)\b", re.IGNORECASE)
_NO_COUNT = frozenset(map(stem, words("happenings/measures")))


@dataclass(frozen=True)
class Count:
    """How many of what: the words that say it, and the least and most that they can mean."""

    about: str
    says: str
    least: float
    most: float

    def excludes(self, other: Count) -> bool:
        """Whether the two cannot both be right."""
        return self.about == other.about and (self.most < other.least or other.most < self.least)


def counts(text: str) -> tuple[Count, ...]:
    """The numbers in a sentence without its dates, each about one thing; none of what has two.

    >>> [(one.about, one.says) for one in counts("The blast killed at least 12 people.")]
    [('killed', 'at least 12')]
    """
    found = [
        _count(match, about)
        for patterns in (_AFTER, _BEFORE)
        for about, pattern in patterns.items()
        for match in pattern.finditer(text)
    ]
    found += [_count(match, stem(match["noun"].lower())) for match in _COUNTED.finditer(text)]
    told = [one for one in dict.fromkeys(found) if one and one.about not in _NO_COUNT]
    often = Counter(one.about for one in told)
    return tuple(one for one in told if often[one.about] == 1)


def _count(match: re.Match, about: str) -> Count | None:
    value = number(match["number"])
    if value is None:
        return None
    value *= _SCALE[match["scale"].lower()] if match["scale"] else 1
    says = " ".join(
        part for part in (match["hedge"], match["number"], match["scale"]) if part
    ).lower()
    return Count(about, says, *_range(value, as_listed(match["hedge"] or ""), match["scale"]))


def _range(value: float, hedge: str, scale: str | None) -> tuple[float, float]:
    """The least and most that a number can mean; a round one of millions is no exact one."""
    mod = lexicon.AMOUNTS.get(hedge, "")
    if mod in ("MORE_THAN", "EQUAL_OR_MORE"):
        return value, inf
    if hedge in ("nearly", "almost"):
        return 0.8 * value, value
    if mod in ("LESS_THAN", "EQUAL_OR_LESS"):
        return 0, value
    loose = mod == "APPROX" or bool(scale)
    return (0.8 * value, 1.2 * value) if loose else (value, value)
