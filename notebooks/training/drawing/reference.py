"""Draws quotations, pronouns and descriptions for the reference head.

`python reference.py READ ITEMS CHUNKS`. An item is a window of up to five sentences with the actors
named in it as numbered candidates and one stretch marked: what today's finder takes for somebody's
words (direct or reported), or a pronoun or description of a person or body. References that a
set's own coreference answers need no labels: coreference.py has those.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from pressbrief.tables.select import NAMING
from training.drawing import chunks
from training.drawing.chunks import Drawn
from training.drawing.reading import Sentence
from training.drawing.texts import Document

PER_CHUNK = 80
# How many of each set are drawn (quotations, pronouns and descriptions), a tenth held out.
WANTED = {
    "wikinews_2019": (1050, 550),
    "timeset": (750, 450),
    "ecbplus": (350, 0),
    "gum": (150, 0),
    "meantime": (100, 0),
    "re3d": (100, 50),
}
BEFORE, AFTER = 3, 1  # sentences of the window around the marked one
LONGEST = 1500  # characters of a window
FEWEST_NAMES = 1
ALIKE = 0.7  # the share of two stretches' characters that makes one of them enough
PRONOUN = re.compile(
    r"(?<![\w\]'’])(?:he|she|him|her|his|they|them|their|it|its|himself|herself)\b(?!['’])", re.I
)
# What a body or an office-holder is called in place of a name.
DESCRIPTION = re.compile(
    r"\b[Tt]he "
    r"(?:(?:former|then|new|late|\d\d-year-old|[A-Z][a-z]+|ruling|state-owned|federal) ){0,2}"
    r"(?:president|prime minister|minister|chancellor|governor|senator|mayor|king|queen|pope|"
    r"leader|spokesman|spokeswoman|candidate|congressman|congresswoman|lawmaker|Republican|Democrat|"
    r"billionaire|actor|actress|singer|striker|judge|company|firm|airline|agency|party|group|"
    r"ministry|union|bank|club|team|country|government|kingdom|organi[sz]ation|network|newspaper)\b"
    r"(?!['’-]?\w| of\b| for\b| [A-Z])"
)


def items(found: list[Document], held: set[str], said: dict[str, list[Sentence]]) -> list[Drawn]:
    """The drawn items: held-out ones first, each part in an order that mixes sets and kinds."""
    rng = random.Random("reference")
    by_kind: dict[tuple[str, str], list[Drawn]] = defaultdict(list)
    seen: set[tuple[str, int]] = set()
    for document in found:
        if document.set not in WANTED:
            continue
        for one in candidates(document, said[document.sha1], document.sha1 in held):
            at = one.fields["text"], one.fields["mark"][0]
            if at not in seen:
                seen.add(at)
                by_kind[document.set, one.fields["asks"]].append(one)
    drawn: list[Drawn] = []
    for name, counts in WANTED.items():
        for asks, wanted in zip(("says", "means"), counts, strict=True):
            for held_out, count in ((True, wanted // 10), (False, wanted - wanted // 10)):
                part = [one for one in by_kind[name, asks] if one.held_out == held_out]
                drawn += rng.sample(part, min(len(part), count))
    rng.shuffle(drawn)
    return sorted(drawn, key=lambda one: not one.held_out)


def candidates(document: Document, said: list[Sentence], held_out: bool) -> Iterator[Drawn]:
    """The document's quotations, pronouns and descriptions, each in its window."""
    for number, one in enumerate(said):
        if one.role != "body":
            continue
        marks = [("says", *span) for span in apart([(v.start, v.end, v.kind) for v in one.voices])]
        for pattern, kind in ((PRONOUN, "pronoun"), (DESCRIPTION, "description")):
            marks += [
                ("means", one.start + m.start(), one.start + m.end(), kind)
                for m in pattern.finditer(one.text)
            ]
        for asks, start, end, kind in marks:
            window = windowed(document, said, number, (start, end))
            if window:
                at, fields = window
                fields = {"asks": asks, "kind": kind, **fields}
                yield Drawn(document, held_out, (*at, start, end), fields)


def apart(spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Stretches of which no two are nearly the same words.

    >>> apart([(0, 20, "indirect"), (5, 20, "direct"), (12, 16, "direct")])
    [(0, 20, 'indirect'), (12, 16, 'direct')]
    """
    kept: list[tuple[int, int, str]] = []
    for start, end, kind in spans:
        shared = [min(end, last) - max(start, first) for first, last, _ in kept]
        if not any(
            most >= ALIKE * (max(end, last) - min(start, first))
            for most, (first, last, _) in zip(shared, kept, strict=True)
        ):
            kept.append((start, end, kind))
    return kept


def windowed(
    document: Document, said: list[Sentence], number: int, mark: tuple[int, int]
) -> tuple[tuple[int, int], dict] | None:
    """The sentences around a marked stretch, where they stand and who is named in them.

    None if nobody is.
    """
    first = max(0, number - BEFORE)
    shown = said[first : number + AFTER + 1]
    while shown[-1].end - shown[0].start > LONGEST and len(shown) > 1 and shown[0].end < mark[0]:
        shown = shown[1:]
    begin, end = shown[0].start, shown[-1].end
    actors: dict[str, dict] = {}
    for one in shown:
        for m in one.mentions:
            if m.kind in NAMING and m.type != "place":
                actor = actors.setdefault(
                    m.actor, {"n": len(actors) + 1, "name": m.actor, "type": m.type, "spans": []}
                )
                actor["spans"].append([m.start - begin, m.end - begin])
    if len(actors) < FEWEST_NAMES or end - begin > 2 * LONGEST:
        return None
    return (begin, end), {
        "text": document.text[begin:end],
        "mark": [mark[0] - begin, mark[1] - begin],
        "candidates": list(actors.values()),
    }


def shown(item: dict) -> str:
    """An item as a chunk has it: what it asks, then the window with its brackets and braces."""
    inserts = [
        (at, f"[{one['n']} " if side == 0 else "]", side)
        for one in item["candidates"]
        for span in one["spans"]
        for side, at in enumerate(span)
    ]
    inserts += [(item["mark"][0], "{{", 0), (item["mark"][1], "}}", 1)]
    text = item["text"]

    def order(one: tuple[int, str, int]) -> tuple:
        # At one place what closes comes first; braces stand outside of brackets.
        at, words, side = one
        brace = words in ("{{", "}}")
        return at, 1 - side, (not brace) if side == 0 else brace

    for at, words, _ in sorted(inserts, key=order, reverse=True):
        text = text[:at] + words + text[at:]
    return f"#{item['line']} {item['asks']}\n{chunks.one_line(text)}"


def main(read: Path, out: Path, folder: Path) -> None:
    """Writes the items and their chunks and prints how many there are."""
    rows = chunks.write("reference", items(*chunks.stored(read)), PER_CHUNK, shown, out, folder)
    print(Counter((row["set"], row["asks"], row["held_out"]) for row in rows))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
