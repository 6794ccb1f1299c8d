"""What a page that an article links to reports, on the day that the page's address carries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

from pressbrief.english.patterns import any_of
from pressbrief.english.word_lists import words
from pressbrief.time.dating.stated import URL, url_days

# How many sentences before a link may tell of it: links stand at an article's end, and 40 sentences
# are a long one's; a guess.
SENTENCES = 40
# Parts of an address that name no site.
_NO_SITE = {"www", "com", "org", "net", "gov", "edu", "info", "int", "mil", "news"}
_SAYS = any_of(words("saying/published"))


def cited(sentences: list, links: Iterable[tuple[int, str]]) -> Iterator[tuple[Any, str]]:
    """Sentences that tell what a linked page's site reports, each with the page's day (ISO).

    `sentences` are an article's, in order, and `links` texts with the place at which they stand.
    The sentence is the last before the link's end that names the site as who reports.
    """
    for start, text in links:
        for link in URL.finditer(text):
            span = url_days(link.group())
            reports = _reports(link.group())
            if not reports or not span or span[0] != span[1]:
                continue
            before = [row for row in sentences if row.start < start + link.end()][-SENTENCES:]
            teller = next((row for row in reversed(before) if _is_teller(row, reports)), None)
            if teller is not None:
                yield teller, span[0].isoformat()


def _is_teller(row, reports: re.Pattern) -> bool:
    named = reports.search(row.text)
    at = named.start(named.lastgroup) if named and named.lastgroup else None
    return at is not None and row.text[at].isupper()


def _reports(address: str) -> re.Pattern | None:
    """A pattern of "NHK reports" and "according to NHK", None where the address names no site."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:  # "http://[" is no address
        return None
    labels = [re.escape(one) for one in host.split(".")[:-1] if len(one) >= 3]
    names = "|".join(one for one in labels if one not in _NO_SITE and not one.startswith("www"))
    if not names:
        return None
    return re.compile(
        rf"\b(?P<first>{names})\b[^.;]{{0,30}}?\b{_SAYS}\b"
        rf"|\b(?:according\s+to|reported\s+by|told)\s+(?:the\s+)?(?P<last>{names})\b",
        re.IGNORECASE,
    )
