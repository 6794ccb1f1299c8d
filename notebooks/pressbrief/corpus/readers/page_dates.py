"""The day of publication in a web page's markup, where its metadata say none."""

from __future__ import annotations

import logging
import re

from pressbrief.corpus.readers.date_fields import day, is_either
from pressbrief.corpus.readers.markup import visible

# htmldate takes no date after today unless told: what a page says must not hang on the clock.
NO_CLOCK = "2100-01-01"


def marked_day(tree) -> str:
    """The one day that the page's marked times of publication name, for sure or else either way."""
    marked = tree.xpath(
        "//time[@pubdate or @itemprop='datePublished']/@datetime"
        " | //*[@itemprop='datePublished']/@content"
    )
    days = {found for each in marked if (found := day(str(each)))}
    days = {found for found in days if not is_either(found)} or days
    return days.pop() if len(days) == 1 else ""


def likely_day(html: str, address: str, tree) -> str:
    """The day that htmldate finds, if the page or its address shows that day to its readers."""
    from htmldate import find_date

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        found = find_date(
            html,
            url=address or None,
            original_date=True,
            extensive_search=False,
            max_date=NO_CLOCK,
        )
    except Exception:  # whatever a hostile page makes of it, the page has no date then
        return ""
    if not found or _is_ambiguous(found, html):
        return ""
    marked = tree.xpath("//time/@datetime")
    return found if _shows(found, "\n".join([address, visible(tree), *marked])) else ""


def _shows(found: str, text: str) -> bool:
    """Whether a text has a day's numbers together, whatever the month is called.

    >>> _shows("2025-02-19", "Am 19. Februar 2025"), _shows("2025-02-19", "19 May, February 2025")
    (True, False)
    """
    year, month, number = (int(part) for part in found.split("-"))
    after = rf"\b0?{number}(?:st|nd|rd|th)?\b[^\d\w]{{0,3}}(?:(?:de|of) )?[^\d\W]{{0,12}}"
    forward = rf"{after}(?:\d{{1,2}})?[^\d\w]{{1,3}}(?:(?:de|of) )?{year}\b"
    backward = rf"\b{year}\D{{0,3}}0?{month}\D{{0,3}}0?{number}(?!\d)"
    return re.search(f"{forward}|{backward}", text) is not None


def _is_ambiguous(found: str, html: str) -> bool:
    """Whether a page writes a day only as two numbers that could stand in either order."""
    year, month, number = found.split("-")
    if int(number) > 12 or month == number or found in html or found.replace("-", "") in html:
        return False
    one, other = f"0?{int(month)}", f"0?{int(number)}"
    either = rf"\b(?:{one}[/.-]{other}|{other}[/.-]{one})[/.-](?:{year}|{year[2:]})\b"
    return re.search(either, html) is not None
