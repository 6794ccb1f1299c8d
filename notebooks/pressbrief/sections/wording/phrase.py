"""Text that carries the values of its numbers, and the check that it says no other number.

`say` puts parts into a template. A number that is typed into a template, or formatted past
`bound`, has no value behind it, and `check` refuses the sentence that it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from pressbrief.english.numbers import CARDINALS

NUMBERS = ("no", *islice(CARDINALS, 1, 13))
# "No" and "none" are not looked for: they mostly deny, and only at times count.
NUMBER = re.compile(rf"[+−-]?\d(?:[\d.,]*\d)?|\b(?:{'|'.join(NUMBERS[1:])})\b", re.IGNORECASE)
READ = {word: str(count) for count, word in enumerate(NUMBERS)} | {"none": "0"}
SHOWN = 120
REMEDY = (
    "write it from its table with words.number, digits, counted or signed, and put it in with "
    "phrase.say"
)


class Value(NamedTuple):
    """A stretch of a text and what it stands for: a number, or words that are not the text's own.

    Words (a name, a quotation, a date) may hold digits; they say whose they are, or which day.
    """

    start: int
    end: int
    value: int | float | str


class Phrase(str):
    """A text with the values that its stretches stand for."""

    values: tuple[Value, ...]

    def __new__(cls, text: str = "", values: Iterable[Value] = ()) -> Phrase:
        """A text and the values of its numbers."""
        phrase = super().__new__(cls, text)
        phrase.values = tuple(values)
        return phrase


class UnboundNumberError(ValueError):
    """A sentence has a number that no value stands behind, or that is not its value."""

    def __init__(self, text: str, fault: str):
        shown = f"{text[:SHOWN]}{'…' if len(text) > SHOWN else ''}"
        super().__init__(f"{shown!r} has {fault}: {REMEDY}")


def bound(text: str, value: float | str) -> Phrase:
    """A text that stands whole for one value.

    >>> bound("1,240", 1240).values
    (Value(start=0, end=5, value=1240),)
    """
    return Phrase(text, [Value(0, len(text), value)])


def quoted(text: str) -> Phrase:
    """Words that are not the briefing's own, such as a name: their digits are theirs."""
    return bound(text, str(text))


def say(template: str, *parts: str) -> Phrase:
    """A template with each {} replaced by the next part, whose values it keeps.

    >>> say("{} of {}.", bound("two", 2), quoted("7 Days"))
    'two of 7 Days.'
    >>> [value.start for value in _.values]
    [0, 7]
    """
    text = ""
    values: list[Value] = []
    for own, part in zip(template.split("{}"), [*parts, ""], strict=True):
        text += own
        values += _moved(getattr(part, "values", ()), len(text))
        text += part
    return Phrase(text, values)


def joined(parts: Iterable[str], by: str = " ") -> Phrase:
    """Parts one after the other, whose values it keeps.

    >>> joined(["One source.", "Even."])
    'One source. Even.'
    """
    parts = list(parts)
    return say(by.join(["{}"] * len(parts)), *parts)


def check(text: str, values: Iterable[Value]) -> None:
    """Raises UnboundNumberError unless each number of a text equals, as written, its value.

    >>> check("Three of four agree.", [Value(0, 5, 3)])
    Traceback (most recent call last):
    pressbrief.sections.wording.phrase.UnboundNumberError: 'Three of four agree.' has the number \
'four' and no value behind it: write it from its table with words.number, digits, counted or \
signed, and put it in with phrase.say
    """
    values = sorted(values, key=lambda value: value[:2])
    for value in values:
        says = text[value.start : value.end]
        if not isinstance(value.value, str) and not _equal(says, value.value):
            raise UnboundNumberError(text, f"the number {says!r} where the value is {value.value}")
    for own in _own(text, values):
        if found := NUMBER.search(own):
            raise UnboundNumberError(text, f"the number {found[0]!r} and no value behind it")


def _own(text: str, values: list[Value]) -> Iterator[str]:
    """The stretches of a text that stand for no value."""
    at = 0
    for value in values:
        yield text[at : value.start]
        at = max(at, value.end)
    yield text[at:]


def _equal(says: str, value: float) -> bool:
    """Whether a number as it is written is the value, rounded to the decimals written."""
    plain = READ.get(says.casefold(), says).replace("−", "-").replace(",", "")
    try:
        read = float(plain)
    except ValueError:
        return False
    decimals = len(plain.partition(".")[2])
    return abs(read - value) <= 0.5 * 10**-decimals + 1e-9


def _moved(values: Iterable[Value], by: int) -> Iterator[Value]:
    return (Value(start + by, end + by, value) for start, end, value in values)
