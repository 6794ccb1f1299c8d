"""Draws the sentences of the appraisal head: `python appraisal.py READ GOLD ITEMS CHUNKS`.

An item is a sentence with its actors in numbered brackets: those named in it (a place that is no
state is none) and the persons' pronouns. Held-out documents are drawn evenly, so that they keep
the natural rate of judgements; of the others half are drawn evenly and half where today's reader
suspects a judgement.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from pressbrief import reader
from pressbrief.tables.select import NAMING
from training.drawing import chunks, texts
from training.drawing.chunks import Drawn
from training.drawing.reading import Mention, Sentence
from training.drawing.texts import Document

PER_CHUNK = 100
# How many sentences of each set are drawn, a tenth of them of held-out documents.
WANTED = {
    "wikinews_2019": 2100,
    "timeset": 1500,
    "newsmtsc": 1500,
    "gum": 300,
    "re3d": 300,
    "meantime": 200,
    "ecbplus": 600,
}
SHORTEST, LONGEST = 25, 600
TYPES = ("person", "organisation", "state", "group")
PRONOUN = re.compile(
    r"(?<![\w\]])(?:he|she|him|they|them)\b(?!['’])|\bher\b(?=[.,;:!?)\"”]|\s+(?:to|for|as|of|in|on|with|and|at|by|"
    r"from|a|an|the|that|who|over|after|when|because|about|but|or|while)\b|\s*$)",
    re.I,
)
NO_PROSE = re.compile(
    r"https?\s?:|www\.|^\W*(?:Updated|Published|By)\b|©|Share This|Related|"
    r"\b(?:Image|Photo|Picture)s?:",
    re.I,
)


def items(
    found: list[Document], held: set[str], said: dict[str, list[Sentence]], gold: Path
) -> list[Drawn]:
    """The drawn sentences: held-out ones first, each part in an order that mixes the sets."""
    rng = random.Random("appraisal")
    marked = newsmtsc_targets(gold)
    drawn: list[Drawn] = []
    by_set: dict[str, list[Drawn]] = defaultdict(list)
    seen: set[str] = set()
    for document in found:
        for one in candidates(document, said[document.sha1], document.sha1 in held, marked):
            if one.fields["text"] not in seen:
                seen.add(one.fields["text"])
                by_set[document.set].append(one)
    for name, wanted in WANTED.items():
        drawn += drawn_from(by_set[name], wanted, rng)
    rng.shuffle(drawn)
    return sorted(drawn, key=lambda one: not one.held_out)


def drawn_from(all_: list[Drawn], wanted: int, rng: random.Random) -> list[Drawn]:
    """A tenth held out, drawn evenly; of the rest half evenly and half by suspicion."""
    held = [one for one in all_ if one.held_out]
    rest = [one for one in all_ if not one.held_out]
    held = rng.sample(held, min(len(held), wanted // 10))
    wanted = min(len(rest), wanted - wanted // 10)
    even = rng.sample(rest, wanted // 2)
    chosen = {one.key for one in even}
    left = [one for one in rest if one.key not in chosen]
    by_suspicion = sorted(zip(suspicions(left), left, strict=True), key=lambda pair: -pair[0])
    suspected = [one for _, one in by_suspicion[: wanted - len(even)]]
    return [
        *(one.with_(rate="natural") for one in [*held, *even]),
        *(one.with_(rate="suspected") for one in suspected),
    ]


def suspicions(all_: list[Drawn]) -> list[float]:
    """How far each sentence's most leaning actor leans; one of whom somebody speaks counts more."""
    places = [
        (one.fields["text"], *actor["spans"][0]) for one in all_ for actor in one.fields["actors"]
    ]
    chances = iter(reader.polarities(places).tolist())
    found = []
    for one in all_:
        lean = 0.0
        for actor in one.fields["actors"]:
            negative, _, positive = next(chances)
            start, end = actor["spans"][0]
            told = any(first <= start and end <= last for first, last in one.hidden["voices"])
            lean = max(lean, abs(positive - negative) * (1 if told else 0.6))
        found.append(lean)
    return found


def candidates(
    document: Document,
    said: list[Sentence],
    held_out: bool,
    marked: dict[str, list[tuple[int, int]]],
) -> Iterator[Drawn]:
    """The document's sentences that name an actor, each with its actors and the one before."""
    for number, one in enumerate(said):
        text = one.text
        if not SHORTEST <= len(text) <= LONGEST or NO_PROSE.search(text):
            continue
        spans = [(m.start - one.start, m.end - one.start, m.actor, m.type) for m in named(one)]
        given = marked.get(text, []) if document.set == "newsmtsc" else []
        actors = numbered(text, [*spans, *((s, e, text[s:e], "") for s, e in given)])
        if not any(actor["type"] != "pronoun" for actor in actors) and not given:
            continue
        before = "" if document.joined or not number else said[number - 1].text
        voices = [(max(0, v.start - one.start), v.end - one.start) for v in one.voices]
        yield Drawn(
            document,
            held_out,
            (one.start, one.end),
            {"text": text, "before": before, "role": one.role, "actors": actors},
            {"voices": voices},
        )


def named(one: Sentence) -> Iterable[Mention]:
    """The actors that the sentence names, places other than states left out."""
    return [m for m in one.mentions if m.kind in NAMING and m.type in TYPES]


def numbered(text: str, spans: list[tuple[int, int, str, str]]) -> list[dict]:
    """Actors with numbers in the order of the text; what overlaps an earlier span is left out.

    >>> numbered("Iran hailed Iraq.", [(0, 4, "Iran", "state"), (2, 4, "an", "group")])
    [{'n': 1, 'name': 'Iran', 'type': 'state', 'spans': [[0, 4]]}]
    """
    spans = [*spans, *((*m.span(), "", "pronoun") for m in PRONOUN.finditer(text))]
    kept: list[tuple[int, int, str, str]] = []
    for span in spans:
        if not any(span[0] < end and start < span[1] for start, end, _, _ in kept):
            kept.append(span)
    actors: dict[str, dict] = {}
    for start, end, name, type_ in sorted(kept):
        key = name or f"{start}"
        actor = actors.setdefault(
            key, {"n": len(actors) + 1, "name": name or text[start:end], "type": type_, "spans": []}
        )
        actor["spans"].append([start, end])
    return list(actors.values())


def newsmtsc_targets(gold: Path) -> dict[str, list[tuple[int, int]]]:
    """Where NewsMTSC's targets stand in each of its sentences."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for row in texts.newsmtsc_rows(gold):
        found[row["sentence_normalized"]] += [(t["from"], t["to"]) for t in row["targets"]]
    return found


def shown(item: dict) -> str:
    """An item as a chunk has it: the sentence before, then the sentence with its brackets."""
    marks = sorted(
        ((start, end, actor["n"]) for actor in item["actors"] for start, end in actor["spans"]),
        reverse=True,
    )
    text = item["text"]
    for start, end, number in marks:
        text = f"{text[:start]}[{number} {text[start:end]}]{text[end:]}"
    before = chunks.one_line(item["before"])
    before = f"…{before[-300:]}" if len(before) > 300 else before
    lines = [f"< {before}"] if before else []
    return "\n".join([f"#{item['line']}", *lines, chunks.one_line(text)])


def main(read: Path, gold: Path, out: Path, folder: Path) -> None:
    """Writes the items and their chunks and prints how many there are."""
    drawn = items(*chunks.stored(read), gold)
    rows = chunks.write("appraisal", drawn, PER_CHUNK, shown, out, folder)
    print(Counter((row["set"], row["rate"], row["held_out"]) for row in rows))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
