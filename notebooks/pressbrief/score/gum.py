"""Gold names of GUM (Zeldes 2017): CoNLL-U documents with their entities in the last column.

GUM's entities are noun phrases; one is a name where the words of its shortest span (minspan) are
proper nouns. A person's name is these words, another's also the proper nouns joined to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pressbrief.score.documents import text_of
from pressbrief.score.measured import ScoreError, Span
from pressbrief.score.running_text import running

KINDS = {"person": "person", "organization": "organisation", "place": "place"}
OTHERS = ("event", "object", "abstract")
ENTITY = re.compile(r"(?:^|\|)Entity=([^|]+)")
MARK = re.compile(r"\([^()]+\)?|[^()]+\)")
FIELDS = 6  # number, type, information status, salience, centering, minspan


class Word(NamedTuple):
    """A word of a sentence: its form, its part of speech, its last column."""

    form: str
    part: str
    notes: str


def read(file: Path) -> tuple[str, list[Span]]:
    """A document's text, a sentence a paragraph, and its names; ScoreError if it is no CoNLL-U."""
    sentences = list(_sentences(file))
    tokens = [(at, word.form) for at, words in enumerate(sentences) for word in words]
    text, places = running(tokens)
    spans, first = [], 0
    for words in sentences:
        for start, end, label in _names(words):
            at = places[first + start][0], places[first + end][1]
            spans.append(Span(*at, KINDS.get(label, ""), label))
        first += len(words)
    return text, spans


def _sentences(file: Path) -> Iterator[list[Word]]:
    words: list[Word] = []
    for number, line in enumerate([*text_of(file).splitlines(), ""], 1):
        cells = line.split("\t")
        if line.startswith("#"):
            continue
        if not line.strip():
            if words:
                yield words
            words = []
        elif len(cells) != 10:
            raise ScoreError(f"{file}, line {number}: {len(cells)} columns; CoNLL-U has 10")
        elif cells[0].isdigit():
            words.append(Word(cells[1], cells[3], cells[9]))


def _names(words: list[Word]) -> list[tuple[int, int, str]]:
    """The names of a sentence: first word, last word, label; of those that overlap the longer."""
    found = [name for entity in _entities(words) if (name := _name(words, *entity))]
    taken: set[int] = set()
    kept = []
    for first, last, label in sorted(found, key=lambda name: (name[0] - name[1], name)):
        cells = range(first, last + 1)
        if taken.isdisjoint(cells):
            taken.update(cells)
            kept.append((first, last, label))
    return sorted(kept)


def _entities(words: list[Word]) -> Iterator[tuple[int, int, list[str]]]:
    """The entities of a sentence: first word, last word, fields."""
    open_: dict[str, list[tuple[int, list[str]]]] = {}
    for at, word in enumerate(words):
        marks = ENTITY.search(word.notes)
        for mark in MARK.findall(marks[1]) if marks else ():
            fields = mark.strip("()").split("-")
            if mark.startswith("("):
                open_.setdefault(fields[0], []).append((at, fields))
            if mark.endswith(")") and open_.get(fields[0]):
                start, said = open_[fields[0]].pop()
                yield start, at, said


def _name(words: list[Word], start: int, end: int, fields: list[str]) -> tuple | None:
    if len(fields) < FIELDS or fields[1] not in (*KINDS, *OTHERS):
        return None
    least = [start + int(one) - 1 for one in fields[5].split(",") if one.isdigit()]
    if not least or max(least) > end or any(words[at].part != "PROPN" for at in least):
        return None
    first, last = min(least), max(least)
    if fields[1] != "person":
        while first > start and words[first - 1].part == "PROPN":
            first -= 1
        while last < end and words[last + 1].part == "PROPN":
            last += 1
    return first, last, fields[1]
