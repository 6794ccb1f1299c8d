"""Counts, lists and numbers as a sentence has them: none, one, many."""

from __future__ import annotations

from collections.abc import Sequence

from pressbrief.english.days import in_words
from pressbrief.sections.wording.phrase import NUMBERS, Phrase, bound, quoted, say

LISTED = 4
# A share of fewer percent is not told apart from none.
LEAST = 1
# How closely an article is a copy, by `kind` in the table copies.
COPIED = {"exact": "word for word", "near": "nearly the same", "wire": "mostly the same"}
# Precisions that date an article to the month or better.
NEAR = {"day", "week", "month"}


def number(count: int, none: str = "no") -> Phrase:
    """A count as a reader would write it: in words up to twelve, zero as `none`.

    >>> number(5), number(1240)
    ('five', '1,240')
    """
    if count >= len(NUMBERS):
        return digits(count)
    return bound(NUMBERS[count] if count else none, int(count))


def digits(count: int) -> Phrase:
    """A count in digits, as beside other counts that may be large.

    >>> digits(5), digits(1240)
    ('5', '1,240')
    """
    return bound(f"{count:,}", int(count))


def counted(count: int, noun: str, plural: str = "") -> Phrase:
    """A count with its noun in the right number.

    >>> counted(1, "article"), counted(3, "article")
    ('one article', 'three articles')
    """
    return say("{} {}", number(count), noun if count == 1 else plural or noun + "s")


def listed(items: Sequence[str], most: int = LISTED) -> Phrase:
    """Names as a list in a sentence, the rest counted.

    >>> listed(["Iran", "Norway", "India"]), listed([])
    ('Iran, Norway and India', '')
    """
    if not items:
        return say("")
    shown = list(items[:most])
    if len(items) > most:
        shown.append(say("{} more", number(len(items) - most)))
    between = [", "] * (len(shown) - 2) + [" and "] * (len(shown) > 1)
    return say("".join(f"{{}}{link}" for link in [*between, ""]), *shown)


def signed(value: float, decimals: int = 2) -> Phrase:
    """A polarity with its sign.

    >>> signed(-0.414), signed(0.2), signed(-0.001), signed(-1, 0)
    ('−0.41', '+0.20', '0.00', '−1')
    """
    text = f"{abs(value):.{decimals}f}"
    sign = "" if not float(text) else "−" if value < 0 else "+"
    return bound(f"{sign}{text}", float(value))


def share(part: float) -> Phrase:
    """A share of one in percent, as exact as it was given.

    >>> share(0.95), share(0.999)
    ('95 %', '99.9 %')
    """
    return say("{} %", bound(f"{100 * part:.6g}", 100 * part))


def percent(some: int, all_: int) -> Phrase:
    """A share in words that a cell has room for.

    >>> percent(1, 3), percent(1, 500)
    ('33 %', 'under 1 %')
    """
    share = 100 * some / all_
    if share < LEAST:
        return say("under {} %", bound(f"{LEAST}", LEAST))
    return say("{} %", bound(f"{share:.0f}", float(share)))


def sentence(text: str) -> Phrase:
    """A sentence with its first letter large.

    >>> sentence(say("{} sources agree.", number(3)))
    'Three sources agree.'
    """
    first = text[:1].upper()
    # Some letters are two when they are large.
    more = len(first) - len(text[:1])
    values = (
        value._replace(start=value.start and value.start + more, end=value.end + more)
        for value in getattr(text, "values", ())
    )
    return Phrase(first + text[1:], values)


def when(earliest: str, latest: str) -> Phrase:
    """An interval of two ISO days, either of which may be "", as a reader would write it.

    >>> when("2025-02-18", "2025-02-18")
    '18 February 2025'
    """
    return bound(in_words(earliest, latest), f"{earliest}/{latest}")


def elsewhere(left: int, table: str, noun: str = "", which: str = "more") -> Phrase:
    """How many rows a table for readers leaves out, and which table has them; "" if none.

    >>> elsewhere(4, "offices"), elsewhere(1, "events", "event", "told less")
    ('Four more stand in tables/offices.csv.', 'One event told less stands in tables/events.csv.')
    """
    if not left:
        return Phrase()
    rows = counted(left, noun) if noun else number(left)
    verb = "stands" if left == 1 else "stand"
    return sentence(say(f"{{}} {which} {verb} in tables/{table}.csv.", rows))


def language(code: str) -> Phrase:
    """A language's English name (Unicode CLDR) for its ISO 639 code; a code without one stays.

    >>> language("ja"), language("unknown")
    ('Japanese', 'unknown')
    """
    from babel import Locale

    return quoted(Locale("en").languages.get(code, code))


def shortened(text: str, most: int = 90) -> str:
    """A text on one line, cut where it is longer than a cell should be.

    >>> shortened("Read\\n more"), shortened("Talks in Tokyo", 5)
    ('Read more', 'Talks…')
    """
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[:most]}…"
