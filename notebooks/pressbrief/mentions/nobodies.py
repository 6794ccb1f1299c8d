"""Where capitals in a line name nobody: party labels, datelines, titles of works, what is shouted.

"Karl Wenner, R-Ohio," names no Ohio, "TOKYO (Kyodo) —" neither the city nor the agency as one who
acts, NBC's “Meet the Press” no press; "the Holm family" is none of the Holms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressbrief.english.days import MONTHS, WEEKDAYS
from pressbrief.english.patterns import any_of
from pressbrief.english.word_lists import words
from pressbrief.mentions import bodies, name_words, states

Place = tuple[int, int]
PARTY = re.compile(
    r"(?:[(\[]|,\s)((?:[RDI]|Rep|Dem)[-–][A-Z][A-Za-z.']*(?:\s[A-Z][a-z]+){0,2})(?=[\s),;.\]]|$)"
)
_PART = r"(?:,\s[A-Z][\w.]*+(?:\s[A-Z][\w.]*+)?)?"
_DAY = r"(?:,?\s[A-Z][a-z]{2,8}\.?\s\d{1,2})?"
_DASH = r"(?:\s?—|\s(?:–|--?)\s)"
# A city in capitals, or one as it is written elsewhere with the agency that reports from it.
DATELINE = re.compile(
    rf"\s*+([A-Z][A-Z.'-]++(?:\s[A-Z][A-Z.'-]++){{0,3}}){_PART}{_DAY}(?:\s\([^()]{{1,40}}\))?{_DASH}"
)
WIRED = re.compile(
    rf"\s*+([A-Z][\w.'-]++(?:\s[A-Z][\w.'-]++){{0,2}}){_PART}{_DAY}"
    rf"\s\((?i:{any_of(words('press/agencies'))})\){_DASH}"
)
QUOTED = re.compile(r"[“\"](?=[^\s])([^“”\"]{3,60})(?<=\S)[”\"]")
WORK = re.compile(rf"(?:'s|\b(?:on|{any_of(words('names/works'))}))\s$", re.I)
# "the Holm family", "the Culvers' household".
FAMILY = re.compile(rf"'?\s{any_of(words('names/families'))}\b")
TAG = re.compile(r"\s*+([A-Z][A-Z.' -]+)(?:\s\([^()]*\))?:\s")
# Days and months of more letters than these are told with a letter wrong: "Munday" is a surname. A
# guess.
SHORT = 6
DAYS = [day for day in (*WEEKDAYS, *MONTHS) if len(day) > SHORT]


def places(line: str) -> Iterator[Place]:
    """The characters of a line, in plain characters, in which capitals name nobody.

    >>> line = 'Karl Wenner, R-Ohio, spoke on NBC\\'s "Meet the Press."'
    >>> [line[start:end] for start, end in places(line)]
    ['R-Ohio', 'Meet the Press.']
    """
    if "-" in line or "–" in line or "—" in line:
        yield from (label.span(1) for label in PARTY.finditer(line))
        dateline = DATELINE.match(line) or WIRED.match(line)
        if dateline and not _acts(dateline[1].strip()):
            yield dateline.span()
    for quoted in QUOTED.finditer(line):
        if _is_work(line, quoted):
            yield quoted.span(1)


def is_family(line: str, start: int, end: int) -> bool:
    """Whether a person's name is but that of a family: "the Holm family".

    >>> is_family("He met the Holm family.", 11, 15), is_family("He met Rudi Holm.", 7, 16)
    (True, False)
    """
    said = line[start:end].split()
    return bool(FAMILY.match(line, end)) or bool(FAMILY.fullmatch(f" {said[-1]}"))


def is_tag(line: str, start: int, end: int) -> bool:
    """Whether a name is the label of a turn in an interview: "HOLM: I did."

    >>> is_tag("RUDI HOLM: I did.", 0, 9), is_tag("Rudi Holm: I did.", 0, 9)
    (True, False)
    """
    tag = TAG.match(line)
    return tag is not None and tag.start(1) <= start and end <= tag.end(1)


def is_misspelt_day(word: str) -> bool:
    """Whether a word is a long day's or month's name with one letter wrong, or two exchanged.

    >>> is_misspelt_day("wedesday"), is_misspelt_day("munday"), is_misspelt_day("halliday")
    (True, False, False)
    """
    from rapidfuzz.distance import DamerauLevenshtein

    low = word.casefold()
    return any(
        abs(len(low) - len(day)) <= 1
        and low[0] == day[0]
        and low[-1] == day[-1]
        and DamerauLevenshtein.distance(low, day, score_cutoff=1) == 1
        for day in DAYS
    )


def _acts(name: str) -> bool:
    """Whether a name before a dash is a state's or body's, and no city's."""
    return bool(states.kind_of(name) or bodies.kind_of(name))


def _is_work(line: str, quoted: re.Match) -> bool:
    """Whether what stands in marks is the title of a programme or book, and no name or sentence.

    Its words have capitals but for small ones; it has one of these, or is said to be a work.
    """
    said = quoted[1].rstrip(",.").split()
    small = [word for word in said if word.casefold() in name_words.FUNCTION and word.islower()]
    if len(said) < 2 or any(word[0].islower() for word in said if word not in small):
        return False
    inside = bool(small) and not {said[0], said[-1]} & set(small)
    return inside or bool(WORK.search(line, 0, quoted.start()))
