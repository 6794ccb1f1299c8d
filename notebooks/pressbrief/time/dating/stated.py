"""Where an article says its own date: date lines, datelines, its own address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from pressbrief.english.days import MONTHS, WEEKDAYS
from pressbrief.english.patterns import any_of
from pressbrief.english.word_lists import words
from pressbrief.time.dating.constraints import Constraint, Span, Strength
from pressbrief.time.dating.yearless import is_yearless, possible, weekday
from pressbrief.time.timex import Timex, find
from pressbrief.time.timex.values import days

# Lines that are still the article's head: headline, standfirst, byline, date, share bar; a guess.
TOP = 14
# Days; a dateline is often a day older than the page, and over a weekend three.
APART = 3
# Characters; a longer line is prose. A guess: two lines of a printed page.
LINE = 160
# In a line that is nothing but a date: a day, a time and a zone, with separators, have ten. A line
# of more is not searched for one; a guess that leaves room.
MAX_DATE_SPACES = 16
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
# What a date can be of that is no article's appearance.
NOT_OWN = re.compile(
    rf"\b{any_of(words('time/not_of_publication'))}\b",
    re.IGNORECASE,
)
# What leads to a date at the end of a byline, or of a dateline that is a line of its own.
SIGNED = re.compile(r"by\s[^.!?|]{2,100}[|•·,–—/-]\s*", re.IGNORECASE)
PLACED = re.compile(r"[A-Z][A-Z .,'’-]{2,40}\([^()]{2,30}\)\s*[–—-]+\s*")
MODIFIED = re.compile(r"\bmodified\b", re.IGNORECASE)
# What may stand on a date line beside the date: a time, a zone, separators.
CHAFF = re.compile(
    r"\b(?:\d{1,2}[:.]\d\d(?::\d\d)?|[ap]\.?m\.?|GMT|UTC|[A-Z]{2,4}T|at|on|hrs|IST)\b|[\W_]+",
    re.IGNORECASE,
)
PLACE = re.compile(
    r"^\W*(?:[A-Z][A-Z.’'-]+|[A-Z][\w.’'-]+)(?:[\s,/]+(?:[A-Z][\w.’'-]*|[a-z]{2}))*[\s,(|:/-]*$"
)
CAPITAL = re.compile(r"\W*[A-Z]")
DASH = re.compile(r"[-–—:/]")
AFTER_DATELINE = re.compile(
    r"^[.,)]*+\s*+(?:(?:\([^)]{2,40}\)|/?[A-Z][\w -]{2,30}/)\s*+)?(?:--?|–|—|:|/)"
)


def stated(text: str, url: str, as_of: date) -> list[Constraint]:
    """What an article's head, dateline and own address say of its date, the surest first."""
    lines = [line.strip() for line in text[:6000].splitlines() if line.strip()][:TOP]
    found = [*_date_lines(lines, as_of), *_datelines(lines, as_of)]
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


def _date_lines(lines: list[str], as_of: date) -> Iterator[Constraint]:
    """ "Published: 19 February 2025" and lines that are nothing but a date."""
    labelled: list[tuple[Timex, str]] = []
    updated: list[tuple[Timex, str]] = []
    lone: list[tuple[Timex, str]] = []
    for line in lines:
        label = LABEL.search(line) if len(line) <= LINE else None
        above = line[: label.start()] if label else ""
        if label and NOT_OWN.search(above) and next(_days(above), None):
            line = line[label.start() :]  # "Accepted: 1 May 2024. Published: 2 May 2024"
            label = LABEL.search(line)
        if len(line) > LINE or not (label or line.count(" ") <= MAX_DATE_SPACES):
            continue
        day = next(_days(line), None)
        if day is None:
            continue
        before, after = line[: day.start], line[day.start + len(day.text) :]
        if NOT_OWN.search(before):
            continue
        rest = line.replace(day.text, " ")
        signed = SIGNED.fullmatch(before) or PLACED.fullmatch(before)
        if label and label.start() <= 40 and day.start >= label.end() - 1:
            (updated if label["late"] else labelled).append((day, line))
        elif not CHAFF.sub("", _without_weekday(after if signed else rest)):
            lone.append((day, line))
    # An article is dated by when it appeared; by its last update only if nothing else says.
    own = sorted(labelled or lone or updated, key=lambda found: is_yearless(found[0]))
    for day, line in own[:1]:
        said = _on(day, line, as_of, f"its date line says “{line}”")
        # What was changed on a day was there by then, however much earlier it appeared.
        changed = MODIFIED.search(line) and not (labelled or lone)
        yield said._replace(earliest=None) if changed else said


def _without_weekday(line: str) -> str:
    return re.sub(rf"\b{any_of(WEEKDAYS)}\b", "", line, flags=re.I)


def _days(line: str) -> Iterator[Timex]:
    return (
        one for one in find(line) if one.unit == "day" and (days(one.value) or is_yearless(one))
    )


def _on(timex: Timex, said: str, as_of: date, basis: str) -> Constraint:
    """The day that an article states as its own; without its year, the days that it can be."""
    if days(timex.value):
        return Constraint(*_span(timex), Strength.STATED, basis)
    can_be = possible(timex, weekday(said), as_of)
    basis += ", without a year"
    if not can_be:
        return Constraint(None, None, Strength.STATED, f"{basis} that fits its weekday")
    older: tuple[Span, ...] = ((None, can_be[0]),)
    choices = older + tuple((day, day) for day in can_be[1:])
    return Constraint(None, None, Strength.STATED, basis, choices)


def _span(timex: Timex) -> tuple[date, date]:
    spans = [span for value in (timex.value, timex.other) if (span := days(value))]
    return min(span[0] for span in spans), max(span[1] for span in spans)


def _datelines(lines: list[str], as_of: date) -> Iterator[Constraint]:
    """ "TOKYO, Feb. 19, 2025 (Kyodo) —"; without its year only the year stays open."""
    for line in lines:
        head = line[:120]
        if not CAPITAL.match(head) or not DASH.search(head):
            continue
        for timex in find(head)[:1]:
            place, after = head[: timex.start], head[timex.end :]
            if timex.unit != "day" or not PLACE.match(place) or not AFTER_DATELINE.match(after):
                continue
            if days(timex.value) or is_yearless(timex):
                said = head[: timex.end]
                yield _on(timex, said, as_of, f"its dateline says “{said}”")
            return


def _agreed(found: list[Constraint]) -> list[Constraint]:
    """The first if all lie within three days of each other; else all as one contradiction."""
    closed = [(one.earliest, one.latest, one) for one in found if one.earliest and one.latest]
    if not closed:
        return found
    first, last = min(begin for begin, _, _ in closed), max(end for _, end, _ in closed)
    apart = [one for one in found if one.choices and not _near(one, first, last)]
    if (last - first).days <= APART or len(closed) == 1:
        return [closed[0][2], *apart]
    day = next((one for one in closed if one[0] == one[1]), None)
    if day and all(begin <= day[0] <= end for begin, end, _ in closed):
        return [day[2], *apart]
    basis = "contradiction between " + " and ".join(one.basis for _, _, one in closed)
    return [Constraint(first, last, Strength.STATED, basis), *apart]


def _near(one: Constraint, first: date, last: date) -> bool:
    """Whether a day without year can be one beside the days that are stated in full."""
    gap = timedelta(days=APART)
    return any(day and first - gap <= day <= last + gap for day, _ in one.choices)
