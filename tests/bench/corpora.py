"""Corpora of any size for measuring: real articles, varied so that none copies another.

`python tests/bench/corpora.py FOLDER COUNT [TEXTS]` writes COUNT articles into FOLDER, a file each,
from the texts of TEXTS (a folder of .txt or a .csv with the column text; default: seeds). The
first articles of a larger corpus are those of a smaller one.

Names and longer words give way to others of the same text collection that end alike, a name by the
same one through an article: sentences, names and times stay what a reader meets in news, and a
sentence of one article hardly stands in another.
"""

from __future__ import annotations

import calendar
import csv
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

SEEDS = Path(__file__).parents[2] / "seeds" / "japan-afghanistan"
WORD = re.compile(r"[A-Za-z]{4,}|\d+")
FIRST = date(2019, 1, 1)
DAYS = 2_000
TOWNS = ("Northern", "Southern", "Eastern", "Western", "Central", "Coastal")
PAPERS = ("Herald", "Post", "Times", "Courier", "Record")
PUBLISHERS = [f"The {town} {paper}" for paper in PAPERS for town in TOWNS]
# Chance that a word that is no name, and a name, gives way to another.
VARIED, RENAMED = 0.3, 0.6
CALENDAR = {*calendar.month_name, *calendar.day_name}
ENDING = 3  # letters in which a word and what stands for it agree


def written(folder: Path, count: int, texts: list[str], first: int = 0) -> None:
    """Writes the articles from number `first` until `count`."""
    folder.mkdir(parents=True, exist_ok=True)
    words = _words(texts)
    for number in range(first, count):
        (folder / f"{number:06}.md").write_text(article(number, texts, words), encoding="utf-8")


def article(number: int, texts: list[str], words: dict[str, list[str]]) -> str:
    """The article of that number: fields above a varied text."""
    chance = random.Random(number)
    day = FIRST + timedelta(chance.randrange(DAYS))
    named: dict[str, str] = {}
    lines = [_varied(line, words, named, chance) for line in _lines(chance.choice(texts))]
    title = " ".join(lines[0].split()[:12]).rstrip(".,;: ")
    publisher = chance.choice(PUBLISHERS)
    head = f"---\ntitle: {title!r}\ndate: {day}\npublisher: {publisher}\n---\n"
    return head + "\n\n".join(lines) + "\n"


def texts_of(path: Path) -> list[str]:
    """The texts of a folder of .txt, or of a .csv with the column text."""
    if path.is_dir():
        return [one.read_text(encoding="utf-8") for one in sorted(path.glob("*.txt"))]
    with path.open(encoding="utf-8", newline="") as file:
        return [row["text"] for row in csv.DictReader(file)]


def _lines(text: str) -> list[str]:
    """An article's paragraphs, without a first line that only says its day."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return lines[1:] if len(lines) > 1 and re.search(r"\d{4}\W*$", lines[0]) else lines


def _words(texts: list[str]) -> dict[str, list[str]]:
    """Words that may stand for each other, by their kind; none stands twice."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for text in texts:
        for kind, word in _kinds(text):
            kinds[kind].add(word)
    return {kind: sorted(words) for kind, words in kinds.items()}


def _kinds(text: str) -> Iterator[tuple[str, str]]:
    for match in WORD.finditer(text):
        begins = text[max(0, match.start() - 2) : match.start()].strip() in ("", ".", "“", '"')
        if not begins and not match[0].isdigit() and match[0] not in CALENDAR:
            yield _kind(match[0]), match[0]


def _kind(word: str) -> str:
    return "name" if word[0].isupper() else word[-ENDING:].lower()


def _varied(
    line: str, words: dict[str, list[str]], named: dict[str, str], chance: random.Random
) -> str:
    def other(match: re.Match) -> str:
        word = match[0]
        if word.isdigit():
            return str(chance.randrange(2, 90)) if len(word) < 3 else word
        if word[0].isupper():
            if word not in named:
                swapped = chance.random() < RENAMED and word not in CALENDAR and "name" in words
                named[word] = chance.choice(words["name"]) if swapped else word
            return named[word]
        alike = words.get(_kind(word), [word])
        return chance.choice(alike) if chance.random() < VARIED else word

    return WORD.sub(other, line)


if __name__ == "__main__":
    where = Path(sys.argv[3]) if len(sys.argv) > 3 else SEEDS
    written(Path(sys.argv[1]), int(sys.argv[2]), texts_of(where))
