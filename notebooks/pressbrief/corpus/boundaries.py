"""Where a paragraph's sentences begin and end.

Boundaries are nupunkt's (Punkt, trained on English), mended where news breaks its rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from pressbrief.corpus.lines import Line, trimmed
from pressbrief.english.patterns import any_of
from pressbrief.english.word_lists import words

MARKER = re.compile(r"(?:[-–—•*▪‣·●○■]|\(?\d{1,3}[.)]{1,2}|\(?[a-z][.)]|#{1,6}|>)\s+(?=\S)|•(?=\S)")
BULLET = re.compile(r"(?:[-–—•*▪‣·●○■⁃]|#{1,6}|>)\s+(?=\S)|[•⁃](?=\S)")
# A list that runs on in its line: 1.) Talks 2.) Aid; its numbers must follow each other.
ITEM = re.compile(
    r"(?:^|(?<=\s))(?:[•⁃]\s*)?(?:(?P<number>\d{1,2})|(?P<letter>[a-z]))(?:\.\)|[.)])\s+(?=[\"“A-Z])"
)
ABBREVIATED_STATE = re.compile(r"\b(?:[A-Z]\.){2,3}[’']?s?$")
TITLE = re.compile(rf"\b{any_of(map(str.title, words('abbreviations/titles')))}\.$")
NUMERO = re.compile(r"(?:\bN[°ºo]s?|\b[Nn]os)\.$")
# "You and I. Did you": here nupunkt takes the pronoun for an initial.
PRONOUN = re.compile(r"\b(?:and|or|than|as|but)\s+I\.(?=\s+[A-Z])")
# "… opposes the tax. Omar Lindt wants it.": nupunkt's abbreviations, learnt from scanned law, hold
# words such as tax, bank and book; a small word of three letters is one only if our list says so.
WORD_ENDS = re.compile(r"\b([a-z]{3,})\.[\"'”’)\]]*(?=\s+[\"'“‘(\[]?[A-Z])")
SHORTENED = words("abbreviations/titles", "abbreviations/within_sentences")
SAID = any_of(words("saying/told", "saying/quoting"))
# "“Why?” Motegi said.": whoever asks belongs to the question.
OPENS_QUOTED, ASKED = re.compile(r"[\"“«„‘']"), re.compile(r"[?!…][\"”»“’']$")
WHO_SAID = re.compile(rf"(?:[A-Z][\w.'’-]*\s){{1,5}}{SAID}\b")
# No sentence begins with a mark that closes or parts: "Sen. Holm (R-N.C.), who left, …".
GOES_ON = re.compile(r"[)\]},;]")
ENDS_INSIDE = re.compile(r"[.!?…。！？][\"'”’)\]]*\s")
# Characters that hold the abbreviation which a sentence seems to end in: more than the longest of
# the list has, which bounds the work.
TAIL = 14
STARTERS = words("function_words/starters")


def boundaries(said: str) -> list[tuple[int, int]]:
    """A paragraph's sentences as start and end offsets, half open, without the space around.

    >>> [("U.S. Senator John Cornyn spoke. He left."[a:b]) for a, b in
    ...     boundaries("U.S. Senator John Cornyn spoke. He left.")]
    ['U.S. Senator John Cornyn spoke.', 'He left.']
    """
    return [
        span
        for first, last in pairwise([0, *_items(said), len(said)])
        for span in _ends(said, first, last)
    ]


def _items(said: str) -> list[int]:
    """Where the second and later items of a list begin that runs on in a paragraph."""
    first = ITEM.match(said)
    if not first:
        return []
    kind, label = _label(first)
    starts = []
    for item in ITEM.finditer(said, first.end()):
        if _label(item) == (kind, label + 1):
            starts.append(item.start())
            label += 1
    return starts


def _label(item: re.Match) -> tuple[str, int]:
    """An item's number, or its letter's place in the alphabet, and which of the two it is."""
    return ("number", int(item["number"])) if item["number"] else ("letter", ord(item["letter"]))


def _ends(said: str, first: int, last: int) -> list[tuple[int, int]]:
    """The sentences between two characters of a paragraph, less the bullet that they open with."""
    import nupunkt

    if bullet := BULLET.match(said, first, last):
        first = bullet.end()
    part = said[first:last].replace("\n", " ")
    if not ENDS_INSIDE.search(part):
        line = trimmed(said, first, last)
        return [(line.start, line.end)] if line else []
    spans: list[list[int]] = []
    for start, end in nupunkt.sent_spans(part):
        for line in _apart(said, first + start, first + end):
            if spans and _belongs(said[spans[-1][0] : spans[-1][1]], line.text):
                spans[-1][1] = line.end
            else:
                spans.append([line.start, line.end])
    return [(start, end) for start, end in spans]


def _apart(said: str, start: int, end: int) -> Iterator[Line]:
    """What nupunkt took for one sentence, and is two where the first ends in a word or in I."""
    cuts = {found.end() for found in PRONOUN.finditer(said, start, end)}
    ends = WORD_ENDS.finditer(said, start, end)
    cuts |= {found.end() for found in ends if found[1] not in SHORTENED}
    for first, last in pairwise([start, *sorted(cuts), end]):
        if line := trimmed(said, first, last):
            yield line


def _belongs(before: str, after: str) -> bool:
    """Whether what nupunkt took for a new sentence goes on with the one before."""
    first = after.split(maxsplit=1)[0]
    if first.islower() or not any(char.isalnum() for char in after):
        return True
    if GOES_ON.match(after):
        return True
    if OPENS_QUOTED.match(before) and ASKED.search(before) and WHO_SAID.match(after):
        return True
    tail = before[-TAIL:]
    if MARKER.fullmatch(f"{tail} ") or re.match(r"[—–-]\s*[A-Z]", after):
        return True
    if tail[-1] != ".":
        return False
    opens_a_name = ABBREVIATED_STATE.search(tail) or TITLE.search(tail)
    if opens_a_name and first[0].isupper() and first not in STARTERS:
        return True
    return first[0].isdigit() and bool(NUMERO.search(tail))
