"""Kept lines to paragraphs and sentences, each with the characters that it stands on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import NamedTuple

from pressbrief.corpus.boundaries import MARKER, SAID, boundaries
from pressbrief.corpus.lines import Line, touching, trimmed
from pressbrief.english.tokens import LONGEST_SENTENCE
from pressbrief.english.word_lists import words

# The narrowest and widest column that a text broken by hand or by mail is set in, in characters:
# mail breaks at 72 to 78, typewriters at 60 to 80, and editors of text at 80 or 100.
WRAP_WIDTHS = (50, 100)
# Words; a longer line without a full stop is a sentence that lacks it. A guess.
MAX_HEADING_WORDS = 14
# A row of so many lines without a full stop is a list, not headings, of which two may follow each
# other.
LIST_LENGTH = 3
MARKDOWN = re.compile(r"#{1,6}\s")
ROMAN = re.compile(r"[IVXLC]{1,6}[.)]\s+(?=\S)")
END = re.compile(r"[.!?…。！？;,]['\"’”»)\]]*$")
INTRODUCES = re.compile(
    rf"\b(?:{SAID}|is|are|was|were|include|includes|including|following|to|that|follows|reads?|by)"
    r"\s*:$",
    re.I,
)
RUN_IN = re.compile(r"([^.:!?“\"]{12,120}:)\s+(?=[A-Z])")
SEVERAL = re.compile(r"[a-z)][.!?][\"'”’)]*\s+[\"“‘']?[A-Z]")
SMALL_WORDS = words("function_words/in_headings")


class Sentence(NamedTuple):
    """A sentence: its number and paragraph (from 1), characters (half open), role and text."""

    sentence: int
    paragraph: int
    start: int
    end: int
    role: str
    text: str


@dataclass(frozen=True)
class Paragraph:
    """Lines that belong together."""

    lines: tuple[Line, ...]

    @property
    def start(self) -> int:
        """Its first character in the article's text."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """One past its last character."""
        return self.lines[-1].end


def split(text: str, kept: list[Line], headline_start: int = -1) -> list[Sentence]:
    """The sentences of a text's kept lines; the line at `headline_start` is its headline.

    >>> from .lines import lines
    >>> text = "Aims:\\n- Talks. More talks."
    >>> [(sentence.role, sentence.text) for sentence in split(text, lines(text))]
    [('heading', 'Aims:'), ('body', 'Talks.'), ('body', 'More talks.')]
    """
    found: list[Sentence] = []
    paragraphs = _paragraphs(text, kept)
    for number, (paragraph, role) in enumerate(_with_roles(text, paragraphs, headline_start), 1):
        for first, last, own_role in _sentences(text, paragraph, role):
            for start, end, said in _bounded(text, first, last):
                found.append(Sentence(len(found) + 1, number, start, end, own_role, said))
    return found


def _bounded(text: str, start: int, end: int) -> Iterator[Line]:
    """A sentence, in pieces that end at a space where it is longer than any sentence is."""
    while end - start > LONGEST_SENTENCE:
        space = text.rfind(" ", start, start + LONGEST_SENTENCE)
        cut = space if space > start else start + LONGEST_SENTENCE
        if piece := trimmed(text, start, cut):
            yield piece
        start = cut
    if piece := trimmed(text, start, end):
        yield piece


def _paragraphs(text: str, kept: list[Line]) -> list[Paragraph]:
    """Lines as paragraphs: one each, but lines that only a column's width broke are joined."""
    width = _wrap_width(text, kept)
    groups: list[list[Line]] = []
    for i, line in enumerate(kept):
        if i and touching(text, kept[i - 1], line) and _goes_on(kept[i - 1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [Paragraph(tuple(group)) for group in groups]


def _wrap_width(text: str, kept: list[Line]) -> int:
    """The column that a text is set in, or 0 if its line breaks are all meant.

    A block of lines is set in a column if most of its breaks leave no room for the next word.
    """
    widths = [0]
    for block in _blocks(text, kept):
        width = max(len(line.text) for line in block)
        full = sum(_is_full(a, b, width) for a, b in pairwise(block))
        if WRAP_WIDTHS[0] <= width <= WRAP_WIDTHS[1] and len(block) > 2 and 2 * full >= len(block):
            widths.append(width)
    return max(widths)


def _blocks(text: str, kept: list[Line]) -> Iterator[list[Line]]:
    """Runs of lines with no blank line between."""
    block = kept[:1]
    for upper, lower in pairwise(kept):
        if not touching(text, upper, lower):
            yield block
            block = []
        block.append(lower)
    if block:
        yield block


def _is_full(line: Line, following: Line, width: int) -> bool:
    """Whether the next line's first word would not have fitted; right to a few characters."""
    needed = len(line.text) + 1 + len(following.text.split()[0])
    return len(line.text) <= width < needed + 4


def _goes_on(line: Line, following: Line, width: int) -> bool:
    if MARKER.match(following.text):
        return False
    if following.text[0].islower():
        return not END.search(line.text) and line.text[-1] != ":" and line.words > 3
    return bool(width) and _is_full(line, following, width)


def _with_roles(
    text: str, paragraphs: list[Paragraph], headline_start: int
) -> Iterator[tuple[Paragraph, str]]:
    bare = [_is_bare(text, paragraph) for paragraph in paragraphs]
    runs = [
        length for _, run in groupby(bare) for length in [len(list(run))] for _ in range(length)
    ]
    for i, paragraph in enumerate(paragraphs):
        if paragraph.start == headline_start:
            yield paragraph, "headline"
        else:
            listed = runs[i] >= LIST_LENGTH and not _is_marked(paragraph)
            heading = bare[i] and i + 1 < len(paragraphs) and not listed
            yield paragraph, "heading" if heading else "body"


def _is_marked(paragraph: Paragraph) -> bool:
    first = paragraph.lines[0].text
    return bool(MARKER.match(first) or ROMAN.match(first))


def _is_bare(text: str, paragraph: Paragraph) -> bool:
    """Whether a paragraph has the form of a heading: short, and no sentence's end."""
    said = text[paragraph.start : paragraph.end]
    if MARKDOWN.match(said):
        return True
    if len(said.split()) > MAX_HEADING_WORDS or "\n" in said or SEVERAL.search(said):
        return False
    if END.search(said.rstrip("?")):
        return False
    bullet = MARKER.match(said) and not said[0].isdigit()
    if bullet or said[0].islower() or said[0] in "\"“'‘(":
        return False
    return not INTRODUCES.search(said) and (said[-1] != ":" or len(said.split()) <= 7)


def _sentences(text: str, paragraph: Paragraph, role: str) -> Iterator[tuple[int, int, str]]:
    said = text[paragraph.start : paragraph.end]
    marker = MARKER.match(said) or (ROMAN.match(said) if role != "body" else None)
    start = paragraph.start + (marker.end() if marker else 0)
    if role != "body":
        yield start, paragraph.end, role
        return
    if heading := _run_in_heading(text[start : paragraph.end]):
        yield start, start + heading, "heading"
        start += heading
    else:
        start = paragraph.start  # an item's number is said ("as in 2."), a bullet is not
    for first, last in boundaries(text[start : paragraph.end]):
        yield start + first, start + last, "body"


def _run_in_heading(said: str) -> int:
    """The length of a heading in title case that a paragraph begins with, colon included, or 0."""
    found = RUN_IN.match(said)
    if not found or len(said) - found.end() < 40:
        return 0
    said_words = found[1][:-1].split()
    small = sum(word.lower() in SMALL_WORDS for word in said_words)
    capitals = sum(word[0].isupper() for word in said_words)
    titled = small and 3 <= capitals == len(said_words) - small
    titled = titled and len(said_words) <= MAX_HEADING_WORDS
    return found.end(1) if titled else 0
