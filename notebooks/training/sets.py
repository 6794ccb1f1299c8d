"""The labelled sets that train the reader: all under licences that allow weights to be shared.

Each function reads one set, in its own format, below the folder of gold sets, and gives
sentences in the order of the files.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

NEUTRAL = 1
POLARITIES = {2: 0, 4: NEUTRAL, 6: 2}  # NewsMTSC's numbers: negative, neutral, positive
KINDS_IN_SETS = {
    **dict.fromkeys(("PER", "person", "politician"), "person"),
    **dict.fromkeys(("LOC", "place", "country", "location"), "place"),
    **dict.fromkeys(("ORG", "organization", "organisation", "politicalparty"), "organisation"),
}
OTHERS_IN_GUM = {"event", "object", "abstract"}
SENTENCE_END = re.compile(r"(?<=[.!?”\"])\s+(?=[“\"A-Z])")
SHORTEST = 30
# "MISC" holds peoples, faiths and parties' followers beside works and events.
PEOPLES = re.compile(
    r"(?:[\w-]+(?:[eai]an|can|van|ban|han|man|ese|ish|eli|[aie]qi|audi|stani|ladeshi|epali|aiti)s?"
    r"|french|dutch|greeks?|swiss|danes?|poles?|finns?|swedes?|jews?|arabs?|muslims?|hindus?"
    r"|sikhs?|catholics?|protestants?|buddhists?|jesuits?|shias?|shiites?|sunnis?|czechs?|serbs?"
    r"|croats?|turks?|kurds?|thais?|uzbeks?|tajiks?|kazakhs?|pashtuns?|uyghurs?|tamils?|slavic"
    r"|nordic|hispanics?|democrats?|greens|liberals?|communists?|socialists?|islamists?|zionists?"
    r"|conservatives?|unionists?|m[aā]ori|inuit|breton|goths?|visigoths)",
    re.IGNORECASE,
)


class Named(NamedTuple):
    """A sentence and its names: (start, end, kind), in order."""

    text: str
    names: tuple[tuple[int, int, str], ...] = ()


class Judged(NamedTuple):
    """A sentence, a target in it, and how it speaks of the target: 0 negative to 2 positive."""

    text: str
    start: int
    end: int
    polarity: int


def newsmtsc(folder: Path, part: str) -> list[Judged]:
    """The targets of stance/newsmtsc (Hamborg and Donnay 2021), part train, dev_rw or dev_mt."""
    found = []
    for line in (folder / "stance/newsmtsc" / f"{part}.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        for target in row["targets"]:
            polarity = POLARITIES[int(target["polarity"])]
            found.append(Judged(row["sentence_normalized"], target["from"], target["to"], polarity))
    return found


def kind_of(label: str, words: str) -> str:
    """The reader's kind of a set's *label* on *words*.

    >>> kind_of("LOC", "Kabul"), kind_of("MISC", "Afghan"), kind_of("MISC", "World Cup")
    ('place', 'group', 'other')
    """
    return KINDS_IN_SETS.get(label) or ("group" if PEOPLES.fullmatch(words) else "other")


def tagged(lines: Iterable[str]) -> Iterator[Named]:
    """Sentences of a file with a word and its tag a line, tags with or without B- and I-."""
    words: list[str] = []
    tags: list[str] = []
    for line in [*lines, ""]:
        parts = line.split()
        if len(parts) >= 2:
            words.append(parts[0])
            tags.append(parts[-1])
        elif words and words != ["-DOCSTART-"]:
            yield joined(words, tags)
        if len(parts) < 2:
            words, tags = [], []


def joined(words: list[str], tags: list[str]) -> Named:
    """*words* set with a space between them, and the names that *tags* make.

    >>> joined(["Talks", "in", "New", "Delhi"], ["O", "O", "B-LOC", "I-LOC"])
    Named(text='Talks in New Delhi', names=((9, 18, 'place'),))
    """
    names: list[tuple[int, int, str]] = []
    before, place = "O", 0
    for word, tag in zip(words, tags, strict=True):
        label = tag.split("-", 1)[-1]
        if tag != "O":
            goes_on = before.split("-", 1)[-1] == label and not tag.startswith("B-")
            start = names.pop()[0] if goes_on else place
            names.append((start, place + len(word), label))
        before, place = tag, place + len(word) + 1
    text = " ".join(words)
    names = [name for name in names if text[name[0] : name[1]] != text[name[0] : name[1]].lower()]
    return Named(text, tuple((s, e, kind_of(label, text[s:e])) for s, e, label in names))


def wikigold(folder: Path) -> list[Named]:
    """names/wikigold (Balasuriya et al. 2009)."""
    path = folder / "names/wikigold/data/wikigold/CONLL-format/data/wikigold.conll.txt"
    return list(tagged(path.read_text(encoding="utf-8").splitlines()))


def crossner(folder: Path) -> list[Named]:
    """names/crossner_politics (Liu et al. 2021), all of its parts."""
    parts = (folder / "names/crossner_politics/ner_data/politics").glob("*.txt")
    lines = [part.read_text(encoding="utf-8").splitlines() for part in sorted(parts)]
    return [sentence for part in lines for sentence in tagged(part)]


def gum(folder: Path) -> list[Named]:
    """names/gum_wikinews (Zeldes 2017): its entities whose head is a proper noun."""
    found = []
    for path in sorted((folder / "names/gum_wikinews").rglob("*.conllu")):
        open_entities: dict[str, list[tuple[int, list[str]]]] = {}
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            rows = [line.split("\t") for line in block.splitlines() if line[:1].isdigit()]
            rows = [row for row in rows if row[0].isdigit()]
            if rows:
                found.append(_named_in_gum(rows, open_entities))
    return found


def _named_in_gum(rows: list[list[str]], open_entities: dict) -> Named:
    """One sentence of GUM; an entity's shortest span (minspan) that is all names is its name."""
    tags = ["O"] * len(rows)
    open_entities.clear()
    spans: list[tuple[int, int, list[str]]] = []
    for at, row in enumerate(rows):
        marks = re.search(r"Entity=([^|]+)", row[9])
        for mark in re.findall(r"\([^()]+\)?|[^()]+\)", marks[1]) if marks else ():
            parts = mark.strip("()").split("-")
            if mark.startswith("("):
                open_entities.setdefault(parts[0], []).append((at, parts))
            if mark.endswith(")") and open_entities.get(parts[0]):
                start, opened = open_entities[parts[0]].pop()
                spans.append((start, at, opened))
    for start, end, parts in sorted(spans, key=lambda span: span[0] - span[1]):
        if len(parts) < 6 or parts[1] not in {*GUM_KINDS, *OTHERS_IN_GUM}:
            continue
        least = [start + int(number) - 1 for number in parts[5].split(",") if number.isdigit()]
        if not least or any(rows[at][3] != "PROPN" for at in least if at <= end):
            continue
        first, last = min(least), min(max(least), end)
        if parts[1] != "person":
            while first > start and _part_of_a_name(rows, first - 1):
                first -= 1
            while last < end and rows[last + 1][3] == "PROPN":
                last += 1
        label = parts[1] if parts[1] in GUM_KINDS else "MISC"
        tags[first : last + 1] = ["B-" + label] + ["I-" + label] * (last - first)
    for at, row in enumerate(rows):
        if (
            tags[at] == "O"
            and row[3] == "ADJ"
            and row[1][0].isupper()
            and PEOPLES.fullmatch(row[1])
        ):
            tags[at] = "B-MISC"
    return joined([row[1] for row in rows], tags)


GUM_KINDS = ("person", "place", "organization")


def _part_of_a_name(rows: list[list[str]], at: int) -> bool:
    word, part = rows[at][1], rows[at][3]
    return part == "PROPN" or (part in {"ADJ", "NOUN"} and word[0].isupper() and at > 0)


def wikinews(folder: Path) -> list[str]:
    """The sentences of dates/wikinews_2019.csv, roughly cut; short ones are headings, left out."""
    with (folder / "dates/wikinews_2019.csv").open(encoding="utf-8", newline="") as file:
        paragraphs = [line for row in csv.DictReader(file) for line in row["text"].splitlines()]
    parts = {part.strip() for text in paragraphs for part in SENTENCE_END.split(text)}
    return sorted(part for part in parts if len(part) >= SHORTEST)
