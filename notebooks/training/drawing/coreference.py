"""References whose answer a set's own coreference gives: `python coreference.py READ GOLD OUT`.

The items are those of reference.py (a window, its numbered names, a pronoun marked) with the answer
in `who`, as check.py gives it. GUM is annotated throughout: where none of the names is of the
pronoun's chain, the answer is nobody. ECB+ and MEANTIME are annotated in part: there such a
pronoun is left out.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from training.drawing import chunks, ecbplus, texts
from training.drawing.chunks import Drawn
from training.drawing.reading import Sentence
from training.drawing.reference import windowed
from training.drawing.texts import Document

ENTITY = re.compile(r"(?:^|\|)Entity=([^|]+)")
MARK = re.compile(r"\([^()]+\)?|[^()]+\)")
# GUM's own pronouns of the first and second person stand for who speaks, which no name may say.
THIRD = re.compile(
    r"he|she|him|her|his|hers|they|them|their|theirs|it|its|himself|herself|itself|themselves", re.I
)
Chained = tuple[int, int, str]  # start, end, chain


def items(
    found: list[Document], held: set[str], said: dict[str, list[Sentence]], gold: Path
) -> list[Drawn]:
    """Every pronoun of GUM, ECB+ and MEANTIME that has an answer."""
    drawn = []
    for one in found:
        chained = mentions(gold, one)
        if chained:
            drawn += _of_document(one, said[one.sha1], one.sha1 in held, chained)
    return drawn


def mentions(gold: Path, document: Document) -> list[Chained]:
    """The mentions of a document's coreference annotation, if its set has one."""
    if document.set == "gum":
        return gum(next((gold / "names/gum_wikinews").rglob(f"{document.name}.conllu")), document)
    if document.set == "ecbplus":
        path = gold / "events/ecbplus" / document.name.split("_")[0] / f"{document.name}.xml"
        return [
            (m.start, m.end, m.chain)
            for m in ecbplus.marked(path, document)
            if m.tag.startswith(("HUMAN", "NON_HUMAN"))
        ]
    if document.set == "meantime":
        path = next((gold / "timex/meantime").rglob(f"{document.name}.xml"))
        return [
            (m.start, m.end, m.chain)
            for m in ecbplus.marked(path, document)
            if m.tag == "ENTITY_MENTION"
        ]
    return []


def gum(path: Path, document: Document) -> list[Chained]:
    """GUM's mentions: a name's characters are those of its shortest span (minspan)."""
    found: list[Chained] = []
    at = 0
    lines = path.read_text(encoding="utf-8").splitlines()
    open_: dict[str, list[tuple[int, list[str]]]] = {}
    for rows in texts.gum_sentences(lines):
        for number, row in enumerate(rows):
            marks = ENTITY.search(row[9])
            for mark in MARK.findall(marks[1]) if marks else ():
                fields = mark.strip("()").split("-")
                if mark.startswith("("):
                    open_.setdefault(fields[0], []).append((number, fields))
                if mark.endswith(")") and open_.get(fields[0]):
                    start, said = open_[fields[0]].pop()
                    found.append(_least(document, at, start, number, said))
        at += len(rows)
    return sorted(found)


def _least(document: Document, at: int, start: int, end: int, said: list[str]) -> Chained:
    least = [int(one) - 1 for one in said[5].split(",") if one.isdigit()] if len(said) > 5 else []
    first, last = (start + min(least), start + max(least)) if least else (start, end)
    words = document.words
    return words[at + first][0], words[at + min(last, end)][1], said[0]


def _of_document(
    document: Document, said: list[Sentence], held_out: bool, chained: list[Chained]
) -> Iterator[Drawn]:
    for number, one in enumerate(said):
        for start, end, chain in chained:
            if not (one.start <= start and end <= one.end):
                continue
            if not THIRD.fullmatch(document.text[start:end]):
                continue
            window = windowed(document, said, number, (start, end))
            if not window:
                continue
            at, fields = window
            who = meant(fields["candidates"], at[0], chain, chained, (start, end))
            if who or document.set == "gum":
                fields = {
                    "asks": "means",
                    "kind": "pronoun",
                    "by": "coreference",
                    **fields,
                    "who": who,
                }
                yield Drawn(document, held_out, (*at, start, end), fields)


def meant(
    candidates: list[dict], begin: int, chain: str, chained: list[Chained], mark: tuple[int, int]
) -> list[int]:
    """The candidates that have a name in the chain, and no more names that are in another."""
    found = []
    for candidate in candidates:
        inside = outside = 0
        for start, end in candidate["spans"]:
            chains = {
                other
                for s, e, other in chained
                if (s, e) != mark and _alike((start + begin, end + begin), (s, e))
            }
            inside += chain in chains
            outside += bool(chains) and chain not in chains
        if inside and inside >= outside:
            found.append(candidate["n"])
    return found


def _alike(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two spans are the same name: they share most of the longer one's characters."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return 2 * shared > max(one[1] - one[0], other[1] - other[0])


def main(read: Path, gold: Path, out: Path) -> None:
    """Writes the items with their answers and prints how many there are."""
    drawn = items(*chunks.stored(read), gold)
    rows = chunks.rows_of("coreference", drawn)
    with out.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    print(Counter((row["set"], row["held_out"], bool(row["who"])) for row in rows))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
