"""What the program that saved a page wrote into it: its address, and when it was saved."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from pressbrief.corpus.readers.date_fields import in_words, last_day
from pressbrief.corpus.readers.model import Facts
from pressbrief.corpus.readers.redirects import captured, own_address
from pressbrief.english.days import MONTHS

# They write it above the page or below it.
HEAD = 6000
ADDRESS = r"(https?://[^\s<>\"]{4,2000})"
# Internet Explorer, Chrome and what follows them; monolith; SingleFile.
FROM = re.compile(rf"<!--\s{{0,9}}saved from(?: url=\(\d{{1,6}}\)| )\s{{0,9}}{ADDRESS}", re.I)
AT = re.compile(r"\bat (\d{4}-\d\d-\d\dT[\d:.]{5,15}Z?)\s{0,9}using monolith\b")
SINGLE_FILE = re.compile(r"Page saved with SingleFile", re.I)
ITS_ADDRESS = re.compile(rf"^[ \t]{{0,9}}url:[ \t]{{0,9}}{ADDRESS}", re.M)
ITS_DAY = re.compile(r"^[ \t]{0,9}saved date:[ \t]{0,9}([^\n(]{10,60})", re.M)
# "Mon Jan 12 2026 14:15:00 GMT+0100"
MOMENT = re.compile(r"\w{3} (\w{3}) (\d{1,2}) (\d{4}) (\d\d):(\d\d):\d\d GMT")
# The Internet Archive's note, below the page.
ARCHIVED = re.compile(r"FILE ARCHIVED ON \d\d:\d\d:\d\d (\w{3} \d{1,2}, \d{4})")
AGO = re.compile(r"(\d{1,2}|an?) (minute|hour|day)s? ago", re.I)
UNITS = {"minute": "minutes", "hour": "hours", "day": "days"}
# A line that only says how long ago is so short, and stands so near below the headline. Guesses.
MAX_AGO, NEAR = 40, 6


def saved(html: str) -> Facts:
    """What a saved page's comments say of it: its address, the day by which it was there.

    >>> saved("<!-- saved from url=(0017)https://nhk.jp/a --><html>").url
    'https://nhk.jp/a'
    """
    head, foot = html[:HEAD], html[-HEAD:]
    if SINGLE_FILE.search(head):
        address, day = ITS_ADDRESS.search(head), _moment(head)
        return Facts.of(
            "the page as it was saved",
            url=own_address(address[1]) if address else "",
            seen=day.date().isoformat() if day else "",
        )
    address, at = FROM.search(head), AT.search(head)
    archived = ARCHIVED.search(foot) or ARCHIVED.search(head)
    return Facts.of(
        "the page as it was saved",
        url=own_address(address[1]) if address else "",
        seen=last_day(at[1]) if at else in_words(archived[1]) if archived else "",
    )


def as_captured(facts: Facts) -> Facts:
    """The facts of a page that an archive shows: its own address, and the day of its capture.

    >>> page = Facts.of("the page", url="https://web.archive.org/web/20250219/https://nhk.jp/a")
    >>> as_captured(page).url, as_captured(page).seen
    ('https://nhk.jp/a', '2025-02-19')
    """
    if not (day := captured(facts.url)):
        return facts
    basis = facts.basis("url")
    own = Facts.of(basis, url=own_address(facts.url))
    return own.over(facts.without("url")).over(Facts.of("the archive's address", seen=day))


def told_ago(html: str, below: list[str]) -> Facts:
    """The day that "3 hours ago" below a page's headline was when the page was saved.

    >>> saved = "saved date: Mon Jan 12 2026 02:15:00 GMT+0100"
    >>> told_ago(f"<!-- Page saved with SingleFile\\n {saved} -->", ["3 hours ago"]).likely
    '2026-01-11'
    """
    now = _moment(html[:HEAD]) if SINGLE_FILE.search(html[:HEAD]) else None
    found = (AGO.search(line) for line in below[:NEAR] if len(line) <= MAX_AGO)
    first = next((one for one in found if one), None)
    if not now or not first:
        return Facts()
    count = int(first[1]) if first[1].isdigit() else 1
    then = now - timedelta(**{UNITS[first[2].lower()]: count})
    return Facts.of(f"“{first[0]}” when the page was saved", likely=then.date().isoformat())


def _moment(head: str) -> datetime | None:
    """When SingleFile saved a page, by its own clock."""
    said = ITS_DAY.search(head)
    found = MOMENT.search(said[1]) if said else None
    month = MONTHS.get(found[1].lower()) if found else None
    if not (found and month):
        return None
    try:
        number, year, hour, minute = (int(part) for part in found.group(2, 3, 4, 5))
        return datetime(year, month, number, hour, minute)
    except ValueError:
        return None
