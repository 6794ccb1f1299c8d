"""Numbers in words and digits, as numbers."""

from __future__ import annotations

import re

from pressbrief.english.word_lists import as_listed, table, words

# Zero to nineteen, and the tens.
CARDINALS = {word: int(value) for word, value in table("numbers/cardinals").items()}
_ONES = [word for word, value in CARDINALS.items() if 1 <= value <= 9]
TENS = tuple(word for word, value in CARDINALS.items() if value >= 20)
NUMBERS = (
    CARDINALS
    | {f"{ten}{joint}{one}": CARDINALS[ten] + CARDINALS[one]
       for joint in "- " for ten in TENS for one in _ONES}
    | {word: int(value) for word, value in table("numbers/further").items()}
)  # fmt: skip
VAGUE = words("numbers/vague")
_ORDINALS = {word: int(value) for word, value in table("numbers/ordinals").items()}
ORDINALS = _ORDINALS | {
    f"{ten}-{word}": CARDINALS[ten] + value
    for ten, last in (("twenty", 9), ("thirty", 1))  # no month is longer
    for word, value in _ORDINALS.items()
    if value <= last
}


def number(text: str) -> float | None:
    """A number in words or digits as a number, None if it says no exact one.

    >>> number("twenty-five"), number("three and a half"), number("1.5"), number("several")
    (25, 3.5, 1.5, None)
    """
    words = as_listed(text).replace(",", "").replace("-and-a-half", " and a half")
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
