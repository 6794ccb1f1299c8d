"""Addresses that lead on to an article's own: alerts' links, archives' captures."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

from pressbrief.corpus.imprint import host
from pressbrief.corpus.readers.date_fields import day

# Hosts that show or lead to what others publish, and the fields of their links that say where.
TARGETS = ("url", "q", "u")
LEADING = re.compile(r"(?:www\.|news\.)?(?:google|bing|duckduckgo|yahoo|facebook)\.[a-z.]{2,6}")
# A capture: when, and of what.
CAPTURE = re.compile(
    r"https?://web\.archive\.org/web/(\d{8})\d{0,6}(?:[a-z]{2}_)?/((?:https?:/)?/?[^\s<>\"]{4,2000})",
    re.I,
)
MAX_ADDRESS = 4000


def own_address(address: str) -> str:
    """The article's address that a link leads to, or else the link.

    >>> own_address("https://www.google.com/url?rct=j&url=https://nhk.jp/a&ct=ga")
    'https://nhk.jp/a'
    >>> own_address("https://web.archive.org/web/20250219101500/https://nhk.jp/a")
    'https://nhk.jp/a'
    """
    address = address[:MAX_ADDRESS]
    if found := CAPTURE.match(address):
        inner = found[2].lstrip("/")
        return inner if "://" in inner else f"https://{inner.removeprefix('https:/')}"
    if not LEADING.fullmatch(host(address) or ""):
        return address
    try:
        asked = parse_qs(urlsplit(address).query)
    except ValueError:
        return address
    led = (value for name in TARGETS for value in asked.get(name, ()))
    return next((value for value in led if re.match(r"https?://", value)), address)


def captured(address: str) -> str:
    """The day on which an archive captured a page, by the capture's address; empty if it is none.

    >>> captured("https://web.archive.org/web/20250219101500/https://nhk.jp/a")
    '2025-02-19'
    """
    found = CAPTURE.match(address[:MAX_ADDRESS])
    return day(found[1]) if found else ""
