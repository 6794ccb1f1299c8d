"""The office beside a person's name, and of what it is an office.

"Japan's Foreign Minister Toshimitsu Motegi" and "Latif Nazari, Afghanistan's deputy minister of
economy," give the office and the actor right before it or after its "of".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from pressbrief.english.word_lists import words
from pressbrief.mentions import name_words

JOINTS, GOVERNING = words("offices/joints"), words("offices/governing")
ELECTED = words("offices/elected")
WORD = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*\.?")
# What says that an office was held: "former House Speaker", "then governor", "who was", "ex-".
HELD = re.compile(
    r"\b(?:(?:the late|was|had been)\b(?:\s+[\w'’-]+){0,2}\s+"
    # "former General Electric (GE) CEO"
    r"|(?:former|then|ex|one-?time)(?:-|\b['’s]*(?:\s+[\w'’()-]+){0,4}\s+))"
    r"(?:the\s+|a\s+)?$",
    re.I,
)
# Who wants an office holds none.
SOUGHT = words("offices/sought")
PAST = frozenset({"former", "then", "ex"})
# "A President Holm would …" is thought of only; nobody "under President Holm" holds his office.
THOUGHT = re.compile(r"\b(?:an?|another|any)\s+$", re.I)
# Words: "Deputy Minister of State for Trade and Public Health" has nine. More are read as far.
LONGEST = 9
# A comma, then at most an article and an owner, then the office.
APPOSED = re.compile(r",\s+(?:who\s+(?:is|was)\s+)?(?:(?:the|a|an|its|former|then)\s+)*")
# An office right before a name is that one's: "Joe Biden, French President Emmanuel Macron".
HOLDER = re.compile(r"\s+[^\W\d_a-z]")


@dataclass(frozen=True)
class Office:
    """An office as the text has it, its characters in the line, and whether it was once held."""

    start: int
    end: int
    text: str
    held: bool = False

    @property
    def governs(self) -> bool:
        """Whether it is an office of a state or of what rules, not of a company or club."""
        return any(word.casefold() in GOVERNING for word in WORD.findall(self.text))

    @property
    def elected(self) -> bool:
        """Whether voters give it, so that it is no party's: a senator's, a governor's."""
        return any(word.casefold().rstrip(".") in ELECTED for word in WORD.findall(self.text))


def before(
    text: str, start: int, owners: Callable[[int, int], bool] = lambda s, e: False
) -> Office | None:
    """The office that ends right before a name at *start* in a line.

    *owners* says whether an actor stands at characters start to end of the line.

    >>> line = "Japan's Deputy Minister of Economy Latif Nazari"
    >>> before(line, line.index("Latif")).text
    'Deputy Minister of Economy'
    >>> before("a spokesman for Latif Nazari", 16), before("a President Nazari would", 12)
    (None, None)
    >>> before("Former Dakota Governor Peter Sandow", 23).held
    True
    """
    said = list(WORD.finditer(text, max(start - 120, 0), start))[-LONGEST:]
    kept: list[re.Match] = []
    edge = start
    for word in reversed(said):
        gap = text[word.end() : edge]
        if gap != " " and not (not kept and gap in ("", " ")):
            break
        if not _is_of_office(word.group()) or owners(word.start(), word.end()):
            break
        kept.insert(0, word)
        edge = word.start()
    if kept and kept[-1].group().casefold() in JOINTS - PAST:
        return None
    # "Association Chairman Gov. Holm": what is short is an office of its own, but for "Lt. Gov."
    if kept and kept[-1].group().endswith("."):
        whole = [word for word in kept[:-1] if _heads(word) and not word.group().endswith(".")]
        kept = kept[-1:] if whole else kept
    office = _office(text, kept)
    return None if office and THOUGHT.search(text, 0, office.start) else office


def after(text: str, end: int, owners: Callable[[int, int], bool] = lambda s, e: False):
    """The office in apposition after a name that ends at *end*: "..., Japan's foreign minister,".

    *owners* says whether an actor stands at characters start to end of the line.

    >>> line = "Latif Nazari, the deputy minister of economy, spoke"
    >>> after(line, 12).text
    'deputy minister of economy'
    """
    apposed = APPOSED.match(text, end)
    if not apposed:
        return None
    kept: list[re.Match] = []
    edge = apposed.end()
    for word in WORD.finditer(text, apposed.end(), min(apposed.end() + 160, len(text))):
        if kept and text[edge : word.start()] != " ":
            break
        if not kept and owners(word.start(), word.end()):
            continue
        if not kept and word.group() in ("s", "S"):
            continue
        if not _is_of_office(word.group()):
            if kept or word.start() - apposed.end() > 60:
                break
            return None
        kept.append(word)
        edge = word.end()
    office = _office(text, kept)
    return None if office and HOLDER.match(text, office.end) else office


def owner_places(text: str, office: Office) -> tuple[int, int]:
    """Where the name of an office's owner ends before it, and where it begins after it, or -1.

    >>> line = "Japan's foreign minister"
    >>> owner_places(line, Office(8, 24, "foreign minister"))
    (5, -1)
    """
    lead = text[: office.start]
    ends = re.search(r"(?:['’]s|['’])?(?<!\s)\s++(?:(?:former|then|new|acting)\s++)?$", lead)
    begins = re.match(r"\s+(?:of|for|to|in|at)\s+(?:the\s+)?", text[office.end :])
    return ends.start() if ends else -1, office.end + begins.end() if begins else -1


def _is_of_office(word: str) -> bool:
    low = word.casefold().rstrip(".")
    return low in name_words.OFFICE_HEADS or low in name_words.OFFICE_PARTS


def _heads(word: re.Match) -> bool:
    return word.group().casefold().rstrip(".") in name_words.OFFICE_HEADS


def _office(text: str, kept: list[re.Match]) -> Office | None:
    said = {word.group().casefold() for word in kept}
    while kept and (kept[0].group().casefold() in JOINTS or _is_under(kept)):
        kept.pop(0)
    while kept and kept[-1].group().casefold() in JOINTS:
        kept.pop()
    if not any(map(_heads, kept)) or kept[-1].group().casefold() in SOUGHT:
        return None
    start, end = kept[0].start(), kept[-1].end()
    held = bool(said & PAST) or bool(HELD.search(text, 0, start))
    return Office(start, end, " ".join(text[start:end].split()), held)


def _is_under(kept: list[re.Match]) -> bool:
    """Whether an "under" is no part of an office: "under President Biden"."""
    first, *rest = (word.group().casefold() for word in kept)
    return first == "under" and "secretary" not in rest
