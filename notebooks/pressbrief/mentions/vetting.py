"""Whether what the reader sees is a name, where it begins and ends, and of which kind."""

from __future__ import annotations

import re

from pressbrief.mentions import states, words
from pressbrief.mentions.context import Line
from pressbrief.mentions.keys import key
from pressbrief.mentions.organs import organ

LEADING = re.compile(r"(?:the|an?|of|and|for)\s+|['\"“‘(\[.,;:–-]\s*", re.I)
HONORIFIC = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Rev|Hon)\b\.?\s+")
TRAILING = re.compile(r"(?:['’]s|['’]|[\s,;:.!?)\]\"”]+)$", re.I)
ABBREVIATED = re.compile(r"(?:\b\w\.)+$|\b(?:Inc|Ltd|Corp|Co|Jr|Sr|St)\.$")
# Below it the reader is not sure enough of a word that looks like a piece of something else.
DOUBTFUL = 0.75
OPENING = " '\"“‘(-"
# "Minister of Economy and Trade": what follows an office or organ is no name of its own.
MINISTER_OF = re.compile(
    r"\b(?:[Mm]inist(?:er|ry|ers|ries)|[Ss]ecretary|[Dd]epartment)s? (?:of|for) "
    r"(?:[A-Z][\w-]+(?:, and | and |, | ))*$"
)


def edges(text: str, start: int, end: int) -> tuple[int, int]:
    """A name without article, title and punctuation before it, possessive and stops after it."""
    while (lead := LEADING.match(text, start, end)) and lead.end() < end:
        start = lead.end()
    while (title := HONORIFIC.match(text, start, end)) and title.end() < end:
        start = title.end()
    while trail := TRAILING.search(text[start:end]):
        if ABBREVIATED.search(text[start:end]) or trail.start() == 0:
            break
        end = start + trail.start()
    return start, end


def is_name(text: str, line: Line, start: int, small: frozenset[str]) -> bool:
    """Whether it is none of what names are not: numbers, offices, the calendar, common words."""
    said = [word.strip(".,'\"").casefold() for word in text.split()]
    said = [word for word in said if word]
    if not said or len(key(text)) < 2 or not any(char.isalpha() for char in text):
        return False
    if not any(char.isupper() or ord(char) > 0x2E80 for char in text):
        return False
    if all(word in words.NO_NAMES for word in said) or _is_of_offices(text, said):
        return False
    if said[0] in words.ORGANS_IN_PLURAL:
        return False
    begins = not line.text[:start].strip(OPENING)
    return not (begins and len(said) == 1 and said[0] in small)


def kind_of(text: str, kind: str) -> str:
    """What the table of states knows better than the reader: its places and peoples."""
    form = states.kind_of(text)
    if form == "demonym" and kind != "person":
        return "group"
    return "place" if form == "name" else kind


def _is_of_offices(text: str, said: list[str]) -> bool:
    """Whether a name is only what stands inside offices and organs ("Economy"), and no organ."""
    parts = words.OFFICE_PARTS | words.ORGAN_PARTS | words.ORGAN_HEADS
    return all(word in parts for word in said) and not organ(text)


def is_piece(line: Line, start: int, end: int, named: list) -> bool:
    """Whether a name looks cut out of a longer phrase, or like a common noun.

    A capitalised word that is no name or office stands right beside it; it is what a minister is
    minister of; its last word is small; or it is one word that begins the line, or that the
    article also writes small, in the singular or plural.
    """
    text = line.text[start:end]
    low = text.casefold()
    begins = not line.text[:start].strip(OPENING)
    if " " not in text and (begins or {low, f"{low}s", low.removesuffix("s")} & line.small):
        return True
    if text.split()[-1].islower() or MINISTER_OF.search(line.text, 0, start):
        return True
    before = [token for token in line.before(start)[:1] if line.gap(token.end, start) == " "]
    after = [token for token in line.after(end)[:1] if line.gap(end, token.start) == " "]
    beside = [t for t in before if t.start and t.low not in words.OFFICE_PARTS] + after
    return any(
        token.capital
        and token.low not in words.NO_NAMES
        and not any(one.start < token.end and token.start < one.end for one in named)
        for token in beside
    )
