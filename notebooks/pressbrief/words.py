"""Counts, lists and numbers as a sentence has them: none, one, many."""

from __future__ import annotations

from collections.abc import Sequence

NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)  # fmt: skip
LISTED = 4


def number(count: int) -> str:
    """A count as a reader would write it: in words up to twelve.

    >>> number(5), number(1240)
    ('five', '1,240')
    """
    return NUMBERS[count] if count < len(NUMBERS) else f"{count:,}"


def counted(count: int, noun: str, plural: str = "") -> str:
    """A count with its noun in the right number.

    >>> counted(1, "article"), counted(3, "article")
    ('one article', 'three articles')
    """
    return f"{number(count)} {noun if count == 1 else plural or noun + 's'}"


def listed(items: Sequence[str], most: int = LISTED) -> str:
    """Names as a list in a sentence, the rest counted.

    >>> listed(["Iran", "Norway", "India"])
    'Iran, Norway and India'
    """
    shown = list(items[:most])
    if len(items) > most:
        shown.append(f"{number(len(items) - most)} more")
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def signed(value: float) -> str:
    """A polarity with its sign, two decimals.

    >>> signed(-0.414), signed(0.2), signed(-0.001)
    ('−0.41', '+0.20', '0.00')
    """
    text = f"{abs(value):.2f}"
    return text if text == "0.00" else f"{'−' if value < 0 else '+'}{text}"


def sentence(text: str) -> str:
    """A sentence with its first letter large.

    >>> sentence("three sources agree.")
    'Three sources agree.'
    """
    return text[:1].upper() + text[1:]
