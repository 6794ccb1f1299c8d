"""Draws the time expressions of the happening head: `python happening.py READ ITEMS CHUNKS`.

An item is a date or clock time that the grammar finds (what the chronology would use: no lengths,
habits or vague words) in its sentence, with the article's day. All kinds are drawn evenly, but of
lines that date the article itself only a few.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from pressbrief.time import timex
from training.drawing import chunks
from training.drawing.appraisal import LONGEST, NO_PROSE
from training.drawing.chunks import Drawn
from training.drawing.reading import Sentence
from training.drawing.texts import Document

PER_CHUNK = 100
# How many expressions of each set are drawn, a tenth of them of held-out documents.
WANTED = {
    "wikinews_2019": 1500,
    "timeset": 1200,
    "ecbplus": 1250,
    "meantime": 400,
    "gum": 250,
    "re3d": 150,
    "newsmtsc": 450,
}
DATELINES = 0.1  # the share that is kept of paragraphs that are a date and no more
WORD = re.compile(r"[^\W\d_]+")


def items(found: list[Document], held: set[str], said: dict[str, list[Sentence]]) -> list[Drawn]:
    """The drawn expressions: held-out ones first, each part in an order that mixes the sets."""
    rng = random.Random("happening")
    by_set: dict[str, list[Drawn]] = defaultdict(list)
    seen: set[tuple[str, int]] = set()
    for document in found:
        for one in candidates(document, said[document.sha1], document.sha1 in held):
            at = one.fields["text"], one.fields["mark"][0]
            if at not in seen and not (one.hidden["bare"] and rng.random() > DATELINES):
                seen.add(at)
                by_set[document.set].append(one)
    drawn: list[Drawn] = []
    for name, wanted in WANTED.items():
        for held_out, count in ((True, wanted // 10), (False, wanted - wanted // 10)):
            part = [one for one in by_set[name] if one.held_out == held_out]
            drawn += rng.sample(part, min(len(part), count))
    rng.shuffle(drawn)
    return sorted(drawn, key=lambda one: not one.held_out)


def candidates(document: Document, said: list[Sentence], held_out: bool) -> Iterator[Drawn]:
    """The document's dates and clock times that have a day, month, season or year."""
    for number, one in enumerate(said):
        if len(one.text) > LONGEST or NO_PROSE.search(one.text):
            continue
        before = "" if document.joined or not number else said[number - 1].text
        for found in timex.find(one.text):
            if found.type not in ("DATE", "TIME") or found.value.endswith("_REF"):
                continue
            rest = one.text[: found.start] + one.text[found.end :]
            yield Drawn(
                document,
                held_out,
                (one.start, one.end, found.start),
                {
                    "text": one.text,
                    "before": before,
                    "role": one.role,
                    "day": document.day,
                    "mark": [found.start, found.end],
                    "value": found.value,
                },
                {"bare": len(WORD.findall(rest)) < 2},
            )


def shown(item: dict) -> str:
    """An item as a chunk has it: number and article's day, sentence before, marked sentence."""
    day = date.fromisoformat(item["day"]).strftime("%A %-d %B %Y") if item["day"] else "day unknown"
    start, end = item["mark"]
    text = f"{item['text'][:start]}[[{item['text'][start:end]}]]{item['text'][end:]}"
    before = chunks.one_line(item["before"])
    before = f"…{before[-200:]}" if len(before) > 200 else before
    lines = [f"< {before}"] if before else []
    return "\n".join([f"#{item['line']} ({day})", *lines, chunks.one_line(text)])


def main(read: Path, out: Path, folder: Path) -> None:
    """Writes the items and their chunks and prints how many there are."""
    rows = chunks.write("happening", items(*chunks.stored(read)), PER_CHUNK, shown, out, folder)
    print(Counter((row["set"], row["held_out"]) for row in rows))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
