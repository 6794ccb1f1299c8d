"""Drawn items to files: one JSON line each, and chunks of plain text for the labellers."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from training.drawing.reading import Sentence
from training.drawing.texts import Document, sha1


@dataclass(frozen=True)
class Drawn:
    """An item to label: where it stands in which document, and what the labeller is shown.

    `fields` go into the item, `hidden` help to draw it and stay out.
    """

    document: Document
    held_out: bool
    place: tuple
    fields: dict
    hidden: dict = field(default_factory=dict)

    @property
    def key(self) -> tuple:
        """Which place of which document it is."""
        return self.document.sha1, *self.place

    def with_(self, **fields) -> Drawn:
        """The same item with further fields."""
        return replace(self, fields={**self.fields, **fields})


def stored(path: Path) -> tuple[list[Document], set[str], dict[str, list[Sentence]]]:
    """What store.py kept: documents, the hashes of those held out, the sentences of each."""
    return pickle.loads(path.read_bytes())


def write(
    head: str,
    drawn: list[Drawn],
    per_chunk: int,
    shown: Callable[[dict], str],
    out: Path,
    folder: Path,
) -> list[dict]:
    """Writes items/HEAD.jsonl and chunks/HEAD/NNN.txt, and which chunks are labelled twice (TWICE).

    Held-out items come first and fill whole chunks: these are labelled twice, and of the others
    as many as make a tenth of all.
    """
    parts: list[list[Drawn]] = []
    for held_out in (True, False):
        part = [one for one in drawn if one.held_out == held_out]
        parts += parted(part, per_chunk)
    target = folder / head
    target.mkdir(parents=True, exist_ok=True)
    rows: list[dict] = []
    for number, part in enumerate(parts, 1):
        here = [_row(head, len(rows) + at, one) for at, one in enumerate(part, 1)]
        for line, row in enumerate(here, 1):
            row |= {"chunk": f"{number:03}", "line": line}
        said = "\n\n".join(shown(row) for row in here)
        (target / f"{number:03}.txt").write_text(said + "\n", encoding="utf-8")
        rows += here
    held = sum(part[0].held_out for part in parts)
    twice = max(held, round(len(parts) / 10))
    numbers = [f"{number:03}" for number in range(1, twice + 1)]
    (target / "TWICE").write_text("\n".join(numbers) + "\n", encoding="utf-8")
    with (out / f"{head}.jsonl").open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    return rows


def parted(part: list[Drawn], per_chunk: int) -> list[list[Drawn]]:
    """Items in chunks; what would make a small last chunk goes to the one before."""
    found = [part[at : at + per_chunk] for at in range(0, len(part), per_chunk)]
    if len(found) > 1 and 4 * len(found[-1]) < per_chunk:
        found[-2:] = [found[-2] + found[-1]]
    return found


def rows_of(head: str, drawn: list[Drawn]) -> list[dict]:
    """Items that need no labeller as the rows of a file."""
    return [_row(head, number, one) for number, one in enumerate(drawn, 1)]


def _row(head: str, number: int, one: Drawn) -> dict:
    document = one.document
    return {
        "id": f"{head[0]}{number:05}",
        "set": document.set,
        "document": document.name,
        "sha1": document.sha1,
        "held_out": one.held_out,
        "start": one.place[0],
        "end": one.place[1],
        "text_sha1": sha1(document.text[one.place[0] : one.place[1]]),
        **one.fields,
    }


def one_line(text: str) -> str:
    """A text on one line.

    >>> one_line("Talks\\n go on")
    'Talks go on'
    """
    return " ".join(text.split())
