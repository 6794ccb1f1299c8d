"""Where an article says its own date: date lines, datelines, its own address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pressbrief.dating.constraints import Constraint, Strength
from pressbrief.timex import Timex, find
from pressbrief.timex.lexicon import MONTHS, any_of
from pressbrief.timex.values import days, years_around

TOP = 14  # lines that are still the article's head
LINE = 160  # characters; a longer line is prose
URL = re.compile(r"https?://[^\s<>\"')\]]{4,2000}")
URL_DAY = re.compile(
    rf"[/_=-](?P<year>(?:19[89]|20\d)\d)(?P<sep>[/_-]?)(?P<month>0[1-9]|1[0-2]|{any_of(MONTHS)})(?P=sep)"
    r"(?P<day>0?[1-9]|[12]\d|3[01])(?=[/_.?&#-]|$)",
    re.IGNORECASE,
)
URL_MONTH = re.compile(r"/(?P<year>(?:19[89]|20\d)\d)/(?P<month>0[1-9]|1[0-2])(?=/)")
LABELLED = re.compile(r"^(?:source|url|link|original|web|address)\s*:\s*(?=https?://)", re.I)
LABEL = re.compile(
    r"\b(?P<label>first\s+published|published|publication\s+date|posted|date|issued|"
    r"(?P<late>last\s+updated|updated|last\s+modified|modified))\b\s*(?:on|at)?\s*[:|]?",
    re.IGNORECASE,
)
# What may stand on a date line beside the date: a time, a zone, separators.
CHAFF = re.compile(
    r"\b(?:\d{1,2}[:.]\d\d(?::\d\d)?|[ap]\.?m\.?|GMT|UTC|[A-Z]{2,4}T|at|on|hrs|IST)\b|[\W_]+",
    re.IGNORECASE,
)
PLACE = re.compile(
    r"^\W*(?:[A-Z][A-Z.’'-]+|[A-Z][\w.’'-]+)(?:[\s,/]+(?:[A-Z][\w.’'-]*|[a-z]{2}))*[\s,(|:/-]*$"
)
AFTER_DATELINE = re.compile(r"^[.,)]*\s*(?:\([^)]{2,40}\)|/?[A-Z][\w -]{2,30}/)?\s*(?:--?|–|—|:|/)")


def stated(text: str, url: str, as_of: date) -> list[Constraint]:
    """What an article's head, dateline and own address say of its date, the surest first."""
    lines = [line.strip() for line in text[:6000].splitlines() if line.strip()][:TOP]
    found = [*_date_lines(lines), *_datelines(lines, as_of)]
    addresses = [url] if url else own_addresses(text)
    found += [one for address in addresses if (one := _own_address(address))]
    return _agreed(found)


def own_addresses(text: str) -> list[str]:
    """The web addresses that an article gives as its own: its first line, or a labelled one.

    >>> own_addresses("https://example.org/a\\nThey met. https://example.org/b")
    ['https://example.org/a']
    """
    lines = [line.strip() for line in text[:6000].splitlines() if line.strip()][:3]
    own = [line for n, line in enumerate(lines) if n == 0 or LABELLED.match(line)]
    found = (URL.match(LABELLED.sub("", line)) for line in own)
    return [address.group() for address in found if address]


def url_days(address: str) -> tuple[date, date] | None:
    """The day, or else the month, that a web address carries, as first and last day.

    >>> url_days("https://example.org/en/news/20210905_10/")
    (datetime.date(2021, 9, 5), datetime.date(2021, 9, 5))
    >>> url_days("https://example.org/item/12345678/")
    """
    found = URL_DAY.search(address)
    if found:
        month = MONTHS.get(found["month"].lower()) or int(found["month"])
        return days(f"{found['year']}-{month:02}-{int(found['day']):02}")
    found = URL_MONTH.search(address)
    return days(f"{found['year']}-{found['month']}") if found else None


def _own_address(address: str) -> Constraint | None:
    span = url_days(address)
    return span and Constraint(
        *span, Strength.STATED, f"its own address carries the date: {address[:200]}"
    )


def _date_lines(lines: list[str]) -> Iterator[Constraint]:
    """ "Published: 19 February 2025" and lines that are nothing but a date."""
    labelled, updated, lone = [], [], []
    for line in lines:
        label = LABEL.search(line[:LINE])
        day = next(_full_days(line[:LINE]), None) if len(line) <= LINE else None
        if day is None:
            continue
        rest = line.replace(day.text, " ")
        if label and label.start() <= 40 and day.start >= label.end() - 1:
            (updated if label["late"] else labelled).append((day, line))
        elif not CHAFF.sub("", _without_weekday(rest)):
            lone.append((day, line))
    # An article is dated by when it appeared; by its last update only if nothing else says.
    for day, line in (labelled or lone or updated)[:1]:
        yield Constraint(*_span(day), Strength.STATED, f"its date line says “{line}”")


def _without_weekday(line: str) -> str:
    return re.sub(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)(?:day)?\b", "", line, flags=re.I)


def _full_days(line: str) -> Iterator[Timex]:
    return (one for one in find(line) if one.unit == "day" and days(one.value))


def _span(timex: Timex) -> tuple[date, date]:
    spans = [span for value in (timex.value, timex.other) if (span := days(value))]
    return min(span[0] for span in spans), max(span[1] for span in spans)


def _datelines(lines: list[str], as_of: date) -> Iterator[Constraint]:
    """ "TOKYO, Feb. 19, 2025 (Kyodo) —"; without its year only the year stays open."""
    for line in lines:
        head = line[:120]
        for timex in find(head)[:1]:
            place, after = head[: timex.start], head[timex.end :]
            if timex.unit != "day" or not PLACE.match(place) or not AFTER_DATELINE.match(after):
                continue
            basis = f"its dateline says “{head[: timex.end]}”"
            if days(timex.value):
                yield Constraint(*_span(timex), Strength.STATED, basis)
            elif timex.value[:6] == "XXXX-0" or timex.value[:6] == "XXXX-1":
                choices = [days(value)[0] for value in years_around(timex.value, as_of)]
                last = max((day for day in choices if day <= as_of), default=None)
                yield Constraint(None, last, Strength.STATED, f"{basis}, without a year")
            return


def _agreed(found: list[Constraint]) -> list[Constraint]:
    """The first if all lie within three days (a dateline is often a day older); else all as one."""
    spans = [one for one in found if one.earliest]
    if not spans:
        return found
    first, last = min(one.earliest for one in spans), max(one.latest for one in spans)
    if (last - first).days <= 3 or len(spans) == 1:
        return spans[:1]
    narrow = [one for one in spans if one.earliest == one.latest]
    inside = narrow and all(other.earliest <= narrow[0].earliest <= other.latest for other in spans)
    if inside:
        return narrow[:1]
    basis = "contradiction between " + " and ".join(one.basis for one in spans)
    return [Constraint(first, last, Strength.STATED, basis)]
