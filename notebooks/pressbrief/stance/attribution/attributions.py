"""Who says what in a passage: sources, cues and contents of direct and indirect speech.

A stretch of text is searched for cues (cues.py); a cue that has a subject makes an attribution.
Its content is what follows ("said that …", "urged the Taliban to …", "condemned …"), or what
stands before it ("…, the Foreign Ministry said Wednesday").
"""

from __future__ import annotations

from dataclasses import replace

from pressbrief.stance.attribution import nominal, predicates
from pressbrief.stance.attribution.passage import LONGEST_SENTENCE, Passage
from pressbrief.stance.attribution.stretch import Attribution, Range, Stretch

BLOT = "\0"


def attributions(passage: Passage, start: int, end: int) -> list[Attribution]:
    """The attributions in a stretch of a passage (a sentence, or what a quotation has of it).

    A stretch longer than any sentence (LONGEST_SENTENCE) has none.
    """
    if end - start > LONGEST_SENTENCE:
        return []
    stretch = Stretch(_hidden(passage, start, end))
    found = [*predicates.attributions(stretch), *nominal.attributions(stretch)]
    return [_moved(one, start) for one in _clipped(_distinct(found))]


def _hidden(passage: Passage, start: int, end: int) -> str:
    """The stretch in plain characters, with what is quoted inside it blotted out."""
    text = list(passage.plain[start:end])
    for quotation in passage.quotations_in(start, end):
        if quotation.start > start or quotation.end < end:
            first, last = max(quotation.start - start, 0), min(quotation.end, end) - start
            text[first:last] = BLOT * (last - first)
    return "".join(text)


def _distinct(found: list[Attribution]) -> list[Attribution]:
    """In order of their cues; of two whose cues share a word the first."""
    kept: list[Attribution] = []
    for one in sorted(found, key=lambda one: one.cue):
        if not kept or kept[-1].cue[1] <= one.cue[0]:
            kept.append(one)
    return kept


def _clipped(found: list[Attribution]) -> list[Attribution]:
    """Contents that do not run into their neighbours.

    A postponed content ("…, the Foreign Ministry said") begins after the attribution before it
    ends, and a content that runs into one whose own stands before it ends there.
    """
    done: list[Attribution] = []
    for one in found:
        begin = min(one.source[0], one.cue[0]) if one.source else one.cue[0]
        if one.contents and one.contents[0][0] == 0 < begin:
            done = [_ended(other, begin) for other in done]
        done.append(one)
    return done


def _ended(one: Attribution, at: int) -> Attribution:
    contents = tuple((start, min(end, at)) for start, end in one.contents if start < at)
    return replace(one, contents=contents) if one.cue[0] < at else one


def _moved(one: Attribution, by: int) -> Attribution:
    def moved(span: Range) -> Range:
        return span[0] + by, span[1] + by

    contents = tuple(moved(content) for content in one.contents)
    source, head = one.source and moved(one.source), one.head and moved(one.head)
    return Attribution(source, moved(one.cue), contents, one.verb, head)
