"""Who says what in a passage: sources, cues and contents of direct and indirect speech.

A stretch of text is searched for cues (cues.py); a cue that has a subject makes an attribution.
Its content is what follows ("said that …", "urged the Taliban to …", "condemned …"), or what
stands before it ("…, the Foreign Ministry said Wednesday").
"""

from __future__ import annotations

import re
from dataclasses import replace

from pressbrief.stance.passage import LONGEST_SENTENCE, Passage
from pressbrief.stance.stretch import BLOT, Attribution, Range, Stretch

ACCORDING = re.compile(r"\baccording to ", re.I)


def attributions(passage: Passage, start: int, end: int) -> list[Attribution]:
    """The attributions in a stretch of a passage (a sentence, or what a quotation has of it).

    A stretch longer than any sentence (LONGEST_SENTENCE) has none.
    """
    if end - start > LONGEST_SENTENCE:
        return []
    stretch = Stretch(_hidden(passage, start, end))
    found = [stretch.according(match) for match in ACCORDING.finditer(stretch.text)]
    found += [stretch.attribution(i) for i in range(len(stretch.tokens))]
    return [_moved(one, start) for one in _clipped([one for one in found if one])]


def _hidden(passage: Passage, start: int, end: int) -> str:
    """The stretch in plain characters, with what is quoted inside it blotted out."""
    text = list(passage.plain[start:end])
    for quotation in passage.quotations_in(start, end):
        if quotation.start > start or quotation.end < end:
            inner = range(max(quotation.start + 1 - start, 0), min(quotation.end - 1, end) - start)
            for i in inner:
                text[i] = BLOT
    return "".join(text)


def _clipped(found: list[Attribution]) -> list[Attribution]:
    """Ends each content before a cue that comes after it ("…, the Foreign Ministry said")."""
    postponed = [one for one in found if one.source and one.contents[0][0] < one.source[0]]
    for one in postponed:
        begin = min(one.source[0], one.cue[0])
        found = [
            replace(
                other,
                contents=tuple(
                    (start, one.contents[0][1]) if start < begin < end else (start, end)
                    for start, end in other.contents
                ),
            )
            if other is not one and other.cue[0] < begin
            else other
            for other in found
        ]
    return found


def _moved(one: Attribution, by: int) -> Attribution:
    def moved(span: Range) -> Range:
        return span[0] + by, span[1] + by

    contents = tuple(moved(content) for content in one.contents)
    return Attribution(one.source and moved(one.source), moved(one.cue), contents, one.verb)
