"""The words of time in English: months, weekdays, numbers, units, parts of the day."""

from __future__ import annotations

import re
import string
from collections.abc import Iterable

from pressbrief.english.days import MONTH_NAMES


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_MONTHS = tuple(name.lower() for name in MONTH_NAMES)
MONTHS = {name: i for i, name in enumerate(_MONTHS, 1)}
MONTHS |= {name[:3]: i for name, i in MONTHS.items()} | {"sept": 9}

_WEEKDAYS = _words("monday tuesday wednesday thursday friday saturday sunday")
WEEKDAYS = {name: i for i, name in enumerate(_WEEKDAYS, 1)}
WEEKDAYS |= {name[:3]: i for name, i in WEEKDAYS.items()} | {"tues": 2, "thur": 4, "thurs": 4}

WEEKDAY_NAMES = tuple(name.capitalize() for name in _WEEKDAYS)

# TIMEX3 has no letter of its own for "fall"/"autumn" but FA.
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
DAYPARTS = {
    "morning": "TMO",
    "afternoon": "TAF",
    "evening": "TEV",
    "night": "TNI",
    "midday": "T12:00",
    "noon": "T12:00",
    "midnight": "T24:00",
}
# Unit of a duration: its TIMEX3 letter, whether it stands after the T, and how many make one.
UNITS = {
    "second": ("S", True, 1),
    "minute": ("M", True, 1),
    "hour": ("H", True, 1),
    "day": ("D", False, 1),
    "night": ("D", False, 1),
    "week": ("W", False, 1),
    "weekend": ("WE", False, 1),
    "fortnight": ("W", False, 2),
    "month": ("M", False, 1),
    "quarter": ("Q", False, 1),
    "year": ("Y", False, 1),
    "decade": ("Y", False, 10),
    "century": ("Y", False, 100),
}
PLURALS = {"centuries": "century"}
# A full stop after these ends the sentence, after any other word of the tables an abbreviation.
FULL_NAMES = frozenset([*_MONTHS, *_WEEKDAYS])
FREQUENCIES = {
    "hourly": "PT1H",
    "nightly": "P1D",
    "daily": "P1D",
    "weekly": "P1W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "yearly": "P1Y",
    "annually": "P1Y",
}
REFERENCES = {
    "now": "PRESENT_REF",
    "right now": "PRESENT_REF",
    "currently": "PRESENT_REF",
    "nowadays": "PRESENT_REF",
    "presently": "PRESENT_REF",
    "at present": "PRESENT_REF",
    "at the moment": "PRESENT_REF",
    "these days": "PRESENT_REF",
    "recently": "PAST_REF",
    "lately": "PAST_REF",
    "the near future": "FUTURE_REF",
    "the future": "FUTURE_REF",
    "more recently": "PAST_REF",
    "most recently": "PAST_REF",
    "coming days": "FUTURE_REF",
    "coming weeks": "FUTURE_REF",
    "coming months": "FUTURE_REF",
    "coming years": "FUTURE_REF",
    "recent days": "PAST_REF",
    "recent weeks": "PAST_REF",
    "recent months": "PAST_REF",
    "recent years": "PAST_REF",
    "the near term": "FUTURE_REF",
}
ERAS = {"reiwa": 2018, "heisei": 1988, "showa": 1925}

_SMALL = _words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS = _words("twenty thirty forty fifty sixty seventy eighty ninety")
NUMBERS = {word: i for i, word in enumerate(_SMALL)} | {
    word: i * 10 for i, word in enumerate(_TENS, 2)
}
NUMBERS |= {f"{tens}-{one}": NUMBERS[tens] + NUMBERS[one] for tens in _TENS for one in _SMALL[1:10]}
NUMBERS |= {name.replace("-", " "): value for name, value in NUMBERS.items() if "-" in name}
NUMBERS |= {"hundred": 100, "a hundred": 100, "dozen": 12, "a dozen": 12, "a": 1, "an": 1}
NUMBERS |= {"a couple of": 2, "a couple": 2}
VAGUE = ("a few", "few", "several", "some", "many", "a number of")
_ORDINALS = _words(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
ORDINALS = {word: i for i, word in enumerate(_ORDINALS, 1)}
ORDINALS |= {f"twenty-{word}": 20 + i for i, word in enumerate(_ORDINALS[:9], 1)}
ORDINALS |= {"thirtieth": 30, "thirty-first": 31}
DECADES = {
    word[:-1] + "ies": i for i, word in enumerate(_TENS, 2)
}  # "twenties" is the 20s, "nineties" the 90s

# What "early" and its like leave of an interval, as TIMEX3 modifiers.
PARTS = {"early": "START", "mid": "MID", "late": "END"}
PARTS |= {"beginning": "START", "start": "START", "middle": "MID", "end": "END"}
AMOUNTS = {
    "more than": "MORE_THAN",
    "over": "MORE_THAN",
    "at least": "EQUAL_OR_MORE",
    "no less than": "EQUAL_OR_MORE",
    "less than": "LESS_THAN",
    "fewer than": "LESS_THAN",
    "under": "LESS_THAN",
    "nearly": "LESS_THAN",
    "almost": "LESS_THAN",
    "at most": "EQUAL_OR_LESS",
    "up to": "EQUAL_OR_LESS",
    "no more than": "EQUAL_OR_LESS",
    "about": "APPROX",
    "around": "APPROX",
    "roughly": "APPROX",
    "approximately": "APPROX",
    "some": "APPROX",
}


def any_of(words: Iterable[str]) -> str:
    """The words as one regex that takes the longest, any white space where they have a space.

    It branches letter by letter, so that a text is tried against all of them at once.

    >>> any_of(["a", "a couple", "an"])
    '(?:a(?:\\\\s+couple|n)?)'
    """
    tree: dict = {}
    for word in words:
        branch = tree
        for letter in word:
            branch = branch.setdefault(letter, {})
        branch[""] = {}
    return f"(?:{_branches(tree)})"


def _branches(tree: dict) -> str:
    """A tree of letters as a regex; an end among the branches makes the rest optional."""
    found = []
    for letter in sorted(tree.keys() - {""}):
        rest = _branches(tree[letter])
        found.append((r"\s+" if letter == " " else re.escape(letter)) + rest)
    if not found:
        return ""
    one = len(found) == 1 and "" not in tree
    return found[0] if one else f"(?:{'|'.join(found)})" + ("?" if "" in tree else "")


_SMALL_LETTERS = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)


def lowered(text: str) -> str:
    """A text in small letters, each in its place: no letter as two."""
    small = text.lower()
    return small if len(small) == len(text) else text.translate(_SMALL_LETTERS)


def plain(text: str) -> str:
    """A phrase as the tables spell it: lower case, single spaces, straight apostrophes."""
    return " ".join(text.lower().replace("’", "'").split())


def number(text: str) -> float | None:
    """A number in words or digits as a number, None if it says no exact one.

    >>> number("twenty-five"), number("three and a half"), number("1.5"), number("several")
    (25, 3.5, 1.5, None)
    """
    words = plain(text).replace(",", "").replace("-and-a-half", " and a half")
    whole, half, _ = words.partition(" and a half")
    if half:
        base = number(whole)
        return None if base is None else base + 0.5
    if words in ("half", "half a", "half an"):
        return 0.5
    fraction = re.fullmatch(r"(\d{1,4}) (\d)/([2-9])", words)
    if fraction:
        return int(fraction[1]) + int(fraction[2]) / int(fraction[3])
    if re.fullmatch(r"\d{1,9}(\.\d{1,3})?", words):
        return float(words) if "." in words else int(words)
    return NUMBERS.get(words, NUMBERS.get(words.replace(" ", "-")))


def ordinal(text: str) -> int | None:
    """An ordinal in words or digits as a number, None if it is none.

    >>> ordinal("third"), ordinal("21st"), ordinal("last")
    (3, 21, None)
    """
    digits = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)", text.lower())
    return int(digits[1]) if digits else ORDINALS.get(text.lower())
