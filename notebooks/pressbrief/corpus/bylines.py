"""What a line of an article's head is, by its wording: a byline, a publisher's name, a date."""

from __future__ import annotations

import re

from pressbrief.corpus.lines import Line
from pressbrief.corpus.wires import is_agency
from pressbrief.english.days import MONTHS, WEEKDAYS
from pressbrief.english.patterns import any_of
from pressbrief.english.word_lists import words

PARTICLES, JOINING = words("names/small_in_persons"), words("press/joining")
# Words that name a publication on their own, and words that do so only beside a byline or a date.
TITLES, WEAK_TITLES = words("press/titles"), words("press/weak_titles")
SECTION_WORDS = words("press/sections")
ROLE = re.compile(
    rf"(?:{any_of(words('press/role_kinds'))}\s+)*{any_of(words('press/roles'))}s?"
    r"(?: (?:of|at|for|in|on) .*)?",
    re.I,
)
# "Tehran Times Political Desk", "Gulf News Staff".
DESK = re.compile(
    r"(?:[A-Z][\w’'.-]*\s+){1,4}(?:Staff|Desk|Bureau|Team|Reporters?|Correspondents?)"
)
BYLINE = re.compile(
    r"(?:[-–—]\s*)?(?:(?:written|words|story|reported|article|report|text|posted|submitted)\s+by|by\b|"
    r"authors?\s*:|writer\s*:|reporter\s*:|byline\s*:)\s*:?\s*(.{2,160})",
    re.I,
)
HONORIFIC = re.compile(
    rf"(?:{any_of(words('abbreviations/titles', 'offices/honorific'))}\b\.?\s+"
    r"(?:\(ret\.?\)\s+)?)+(?=\S+\s+\S)",
    re.I,
)
# What follows the names: who else had a hand in it, a date, an address. What begins with any space
# or word begins where none stands before it (`(?<!\s)`): else each of a row is tried in vain.
REST = re.compile(
    r"\b(?:edit(?:ed|ing)|photo(?:graph)?s?|additional|published|updated|posted|on\s+"
    r"(?=\d|[A-Z][a-z]{2,8}\.?\s\d))\b.*$",
    re.I,
)
ADDRESS = re.compile(r"(?<!\S)\S*?@\S+")
OF_AGENCY = re.compile(r"(?<!\w)([A-Z]\w+)\s+(?:writers?|reporters?|correspondents?)\s+(?=[A-Z])")
BRACKETED = re.compile(r"(?<!\s)\s*[(\[]([^()\[\]]{2,30})[)\]]")
SIGN_OFF = re.compile(
    r"[(\[]?(?:additional )?(?:reporting|writing)(?: and (?:writing|editing|reporting))? by "
    r"([^.;()]{3,160})"
    r"(?:[.;]\s*+(?:additional )?(?:editing|writing|reporting)[^;.]{3,160}+)*+[.;]?\s*+[)\]]?",
    re.I,
)
PART = re.compile(r"(?:\||•|·|/|\s[-–—]\s|,|;|\band\b|&|\bwith\b)\s*")
PLACE = re.compile(r"(?:^|(?<!\s)\s+)(?:in|at|from)\s+[A-Z].*$")
FOR_PUBLISHER = re.compile(r"(?<!\s)\s+(?:for|of)\s+(?:the\s+)?([A-Z].*)$")
AROUND_DATE = MONTHS.keys() | WEEKDAYS.keys() | words("press/around_dates")
TOKEN = re.compile(r"[^\W\d_]+|\d+")
DATE = re.compile(r"\b\d{4}\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2}\b|\bago\b", re.I)
NAME_TOKEN = re.compile(r"[^\W\d_](?:[^\W\d_]|[’'.-])*")


def is_date(text: str) -> bool:
    """Whether a line holds a publication date and no other words.

    >>> is_date("Published: 5 September 2021, 10:32 a.m. JST"), is_date("May the talks last")
    (True, False)
    """
    tokens = [token.lower() for token in TOKEN.findall(text)]
    if not 2 <= len(tokens) <= 24 or not (DATE.search(text) or MONTHS.keys() & tokens):
        return False
    digits = any(token.isdigit() for token in tokens)
    return digits and all(token.isdigit() or token in AROUND_DATE for token in tokens)


def is_person(text: str) -> bool:
    """Whether a text has the form of a person's name: two to five capitalised words.

    >>> is_person("Lee Jay Walker"), is_person("help from China")
    (True, False)
    """
    tokens = text.split()
    if not 2 <= len(tokens) <= 5 or not all(NAME_TOKEN.fullmatch(token) for token in tokens):
        return False
    capitals = [token for token in tokens if token[0].isupper()]
    small = [token for token in tokens if not token[0].isupper()]
    return len(capitals) >= 2 and all(token.lower() in PARTICLES for token in small)


def is_publisher(text: str, beside_metadata: bool = False) -> bool:
    """Whether a line has the form of a publication's name; weak names need metadata beside them.

    >>> is_publisher("Modern Tokyo Times"), is_publisher("World News"), is_publisher("Kabul Today")
    (True, False, False)
    """
    tokens = text.split()
    if re.fullmatch(r"(?:www\.)?[\w-]+\.(?:com|org|net|info|news|co\.\w\w)", text, re.I):
        return True
    if not 2 <= len(tokens) <= 6 or any(token[-1] in ".,:;!?" for token in tokens):
        return False
    if not all(token[0].isupper() or token.lower() in JOINING for token in tokens):
        return False
    small = [token.lower() for token in tokens]
    if all(token in SECTION_WORDS for token in small):
        return False
    known = TITLES | WEAK_TITLES if beside_metadata else TITLES
    return any(token in known for token in small)


def byline(text: str) -> tuple[list[str], str] | None:
    """A byline's authors and the publisher that it names ("" if none); None if it is no byline.

    >>> byline("By Sawako Utsumi and Lee Jay Walker, Modern Tokyo Times")
    (['Sawako Utsumi', 'Lee Jay Walker'], 'Modern Tokyo Times')
    >>> byline("By Our Special Correspondent"), byline("By Dr. Sawako Utsumi in Tokyo (AFP)")
    ((['Our Special Correspondent'], ''), (['Sawako Utsumi', 'AFP'], ''))
    >>> byline("By Wednesday the talks had stalled") is None
    True
    """
    found = BYLINE.fullmatch(text)
    if not found:
        return None
    said = _without_rest(found[1])
    if ROLE.fullmatch(said) or DESK.fullmatch(said):
        return [said], ""
    outlet = not is_agency(said) and not FOR_PUBLISHER.search(said)
    if outlet and is_publisher(said, beside_metadata=True):
        return [said], said
    return people(said)


def _without_rest(said: str) -> str:
    """A byline's names alone: "Reuters" for "(Reuters)", no address, no editor, no date."""
    said = REST.sub("", ADDRESS.sub("", said))
    said = OF_AGENCY.sub(r"\1, ", said)
    said = BRACKETED.sub(lambda found: f", {found[1]}" * is_agency(found[1]), said)
    return said.strip(" .:;,|-–—")


def people(text: str) -> tuple[list[str], str] | None:
    """The persons and agencies that a text lists, and a publisher among them; None if it is prose.

    >>> people("Kyodo News | Feb. 19, 2025")
    (['Kyodo News'], '')
    >>> people("land, sea and air") is None
    True
    """
    authors: list[str] = []
    publisher = ""
    for part in PART.split(text.strip(" .:;,")):
        part = part.strip().strip(" .")
        if not is_agency(part) and _goes_with_authors(part, authors):
            continue
        if outlet := FOR_PUBLISHER.search(part):
            publisher = publisher or outlet[1] * is_publisher(outlet[1], True)
            part = part[: outlet.start()]
        part = HONORIFIC.sub("", PLACE.sub("", part))
        if not part:
            continue
        if is_agency(part):
            authors.append(part)
        elif is_publisher(part, beside_metadata=True):
            publisher = publisher or part
        elif is_person(part):
            authors.append(part)
        else:
            return None
    return (authors, publisher) if authors else None


def may_be_authors(text: str, body: list[Line]) -> bool:
    """Whether a line names persons or agencies alone, and its article's body is not about them.

    >>> may_be_authors("Lee Jay Walker", []), may_be_authors("World News", [])
    (True, False)
    """
    said = people(text)
    if not said or all(word.lower() in SECTION_WORDS for word in text.split()):
        return False
    names = said[0]
    return all(is_person(name) or is_agency(name) for name in names) and not _talked_about(
        names, body
    )


def _talked_about(names: list[str], body: list[Line]) -> bool:
    words = {word for name in names for word in name.lower().split() if len(word) > 3}
    return any(
        name in line.text or words.intersection(line.text.split())
        for name in names
        for line in body
    )


def _goes_with_authors(part: str, authors: list[str]) -> bool:
    if not part or ROLE.fullmatch(part) or is_date(part):
        return True
    tokens = [token.lower() for token in TOKEN.findall(part)]
    if tokens and all(token.isdigit() or token in AROUND_DATE for token in tokens):
        return True
    one_name = len(part.split()) == 1 and part[0].isupper() and part[-1] not in ".,:;"
    return one_name and bool(authors)
