"""Counts, lists and numbers as a sentence has them: none, one, many."""

from __future__ import annotations

from collections.abc import Sequence

NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)  # fmt: skip
LISTED = 4
# How closely an article is a copy, by `kind` in the table copies.
COPIED = {"exact": "word for word", "near": "nearly the same", "wire": "mostly the same"}
# Precisions that date an article to the month or better.
NEAR = {"day", "week", "month"}


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


def language(code: str) -> str:
    """A language's English name (Unicode CLDR) for its ISO 639 code; a code without one stays.

    >>> language("ja"), language("unknown")
    ('Japanese', 'unknown')
    """
    from babel import Locale

    return Locale("en").languages.get(code, code)


def shortened(text: str, most: int = 90) -> str:
    """A text on one line, cut where it is longer than a cell should be.

    >>> shortened("Read\\n more"), shortened("Talks in Tokyo", 5)
    ('Read more', 'Talks…')
    """
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[:most]}…"
