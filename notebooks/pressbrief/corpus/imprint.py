"""Who published an article, by its copyright line and its address."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from pressbrief.corpus.lines import Cut
from pressbrief.corpus.rules import URL, YEAR

YEARS = rf"{YEAR}(?:\s*+[-–]\s*+{YEAR})?+"
COPYRIGHT_HOLDER = re.compile(
    rf"(?:©|\(c\)|copyright)[\s©:]*+(?:\(c\)\s*+)?+(?:{YEARS})?+[\s,]*+(?:by\s++)?+"
    rf"([^.,|©]{{2,60}}?)\s*+(?:{YEARS}\s*+)?+(?:[.,|]|-|–|\ball rights\b|$)",
    re.I,
)
ALL_RIGHTS = re.compile(r"all rights", re.I)


def copyright_holder(text: str, cuts: list[Cut]) -> str:
    """The holder that a copyright notice among the cuts names, "" if none does.

    >>> line = "© 2025 Kyodo News. All rights reserved."
    >>> copyright_holder(line, [Cut(0, len(line), "copyright notice")])
    'Kyodo News'
    """
    notices = [text[cut.start : cut.end] for cut in cuts if cut.reason == "copyright notice"]
    found = (COPYRIGHT_HOLDER.search(notice) for notice in notices)
    names = (holder[1].strip() for holder in found if holder)
    good = (name for name in names if name[:1].isupper() and not ALL_RIGHTS.match(name))
    return next(good, "")


def first_host(text: str) -> str:
    """The host of the address that a text begins with, "" if it begins with none.

    >>> first_host("https://www.example.org/a/1\\n\\nThey met."), first_host("They met.")
    ('example.org', '')
    """
    address = re.match(URL, text[:2200].lstrip("\ufeff \n"))
    return host(address[0]) if address else ""


def host(address: str) -> str:
    """An address's host without "www.", or "" if the address is damaged."""
    try:
        name = urlsplit(address if "://" in address else f"https://{address}").hostname or ""
    except ValueError:
        return ""
    return name.removeprefix("www.")
