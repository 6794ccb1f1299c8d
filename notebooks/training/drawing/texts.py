"""The documents that may train what ships (class A), each whole, with its day and its sentences.

A document is held out of training for every head by the hash of its text; documents that tell the
same text (Wikinews stands in four sets) are held out together, or not at all. NewsMTSC has no
documents: the sentences of one article stand for it, a paragraph each, in the order of the file.
"""

from __future__ import annotations

import csv
import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from pressbrief.score import timexml
from pressbrief.score.running_text import running

HELD_OUT = 10  # one document in so many
DAY = re.compile(
    r"(January|February|March|April|May|June|July|August|September|October|November|"
    r"December) (\d{1,2}), (\d{4})"
)
SHINGLE = 6  # words
ALIKE = 0.3  # the share of the shorter document's shingles that the other one has too
TOKENS = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")"}


class Document(NamedTuple):
    """A text with its day (ISO, or ""); `sentences` are its (start, end) where the set gives them.

    `words` are the characters of each token, where the set has tokens; `joined` says that its
    sentences do not follow each other in the article.
    """

    set: str
    name: str
    text: str
    day: str = ""
    sentences: tuple[tuple[int, int], ...] = ()
    words: tuple[tuple[int, int], ...] = ()
    joined: bool = False

    @property
    def sha1(self) -> str:
        """How labels name it."""
        return sha1(self.text)


def sha1(text: str) -> str:
    """The hash of a text, as items and labels have it."""
    return hashlib.sha1(text.encode()).hexdigest()


def documents(gold: Path) -> list[Document]:
    """All class A documents of news below the folder of gold sets, each text once."""
    found = [
        *wikinews(gold),
        *timeset(gold),
        *gum(gold),
        *meantime(gold),
        *re3d(gold),
        *ecbplus(gold),
        *newsmtsc(gold),
    ]
    return list({one.sha1: one for one in reversed(found)}.values())[::-1]


def wikinews(gold: Path) -> Iterator[Document]:
    """dates/wikinews_2019.csv: the title is the first paragraph."""
    with (gold / "dates/wikinews_2019.csv").open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), 1):
            text = f"{row['title']}\n\n{row['text'].strip()}\n"
            yield Document("wikinews_2019", str(number), text, row["date"])


def timeset(gold: Path) -> Iterator[Document]:
    """corpus/timeset: the title is the first line, the day the second."""
    for path in sorted((gold / "corpus/timeset").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        day = DAY.search(text[:400])
        yield Document("timeset", path.stem, text, _iso(day) if day else "")


def gum(gold: Path) -> Iterator[Document]:
    """names/gum_wikinews: news and interviews, a sentence a paragraph."""
    for path in sorted((gold / "names/gum_wikinews").rglob("*.conllu")):
        lines = path.read_text(encoding="utf-8").splitlines()
        day = next(
            (
                m[1]
                for line in lines
                if (m := re.match(r"# meta::dateCreated = (\d{4}-\d\d-\d\d)", line))
            ),
            "",
        )
        tokens = [(at, row[1]) for at, rows in enumerate(gum_sentences(lines)) for row in rows]
        yield _of_tokens("gum", path.stem, tokens, day)


def gum_sentences(lines: Iterable[str]) -> Iterator[list[list[str]]]:
    """The sentences of a CoNLL-U file, each as the cells of its words."""
    rows: list[list[str]] = []
    for line in [*lines, ""]:
        cells = line.split("\t")
        if cells[0].isdigit():
            rows.append(cells)
        elif not line.strip() and rows:
            yield rows
            rows = []


def meantime(gold: Path) -> Iterator[Document]:
    """timex/meantime; SemEval 2015's trial documents are its Apple part."""
    for name, read in timexml.read(gold / "timex/meantime").items():
        tokens = cat_tokens(gold / "timex/meantime" / name)
        yield _of_tokens("meantime", Path(name).stem, tokens, read.day)


def cat_tokens(path: Path) -> list[tuple[int, str]]:
    """The tokens of a CAT document (MEANTIME, ECB+) with their sentences, marks as keyboards do."""
    tokens = ElementTree.parse(path).getroot().iter("token")
    found = [(int(one.get("sentence")), one.text or "") for one in tokens]
    return [(sentence, TOKENS.get(word, word)) for sentence, word in found]


def re3d(gold: Path) -> Iterator[Document]:
    """names/re3d: CENTCOM's and the UK Government's documents, with their titles."""
    for folder in ("CENTCOM", "UK Government"):
        path = gold / "names/re3d" / folder / "documents.json"
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield Document("re3d", row["_id"], f"{row['title']}\n\n{row['text'].strip()}\n")


def ecbplus(gold: Path) -> Iterator[Document]:
    """events/ecbplus: a sentence a paragraph."""
    paths = (gold / "events/ecbplus").glob("*/*.xml")
    for path in sorted(paths, key=lambda path: (int(path.parent.name), path.name)):
        yield _of_tokens("ecbplus", path.stem, cat_tokens(path), "")


def newsmtsc(gold: Path) -> Iterator[Document]:
    """stance/newsmtsc's training part: an article's sentences, one a paragraph."""
    articles: dict[str, list[str]] = defaultdict(list)
    for row in newsmtsc_rows(gold):
        articles[newsmtsc_article(row)].append(row["sentence_normalized"])
    for name, said in articles.items():
        yield _of_sentences("newsmtsc", name, list(dict.fromkeys(said)))


def newsmtsc_rows(gold: Path) -> Iterator[dict]:
    """The rows of NewsMTSC's training part."""
    path = gold / "stance/newsmtsc/train.jsonl"
    return map(json.loads, path.read_text(encoding="utf-8").splitlines())


def newsmtsc_article(row: dict) -> str:
    """Which article a sentence of NewsMTSC is of.

    >>> newsmtsc_article({"primary_gid": "allsides_1000_401_25_Reality Leigh Winner_0_6"})
    'allsides_1000_401'
    """
    return "_".join(row["primary_gid"].split("_")[:3])


def held_out(found: Iterable[Document]) -> set[str]:
    """The hashes of the documents that no head may learn from: a tenth, alike ones together."""
    groups = alike(list(found))
    return {
        one.sha1
        for group in groups
        if int(min(one.sha1 for one in group), 16) % HELD_OUT == 0
        for one in group
    }


def alike(found: list[Document]) -> list[list[Document]]:
    """Documents in groups: those of one group share much of their text."""
    shingles = [_shingles(one.text) for one in found]
    where: dict[int, list[int]] = defaultdict(list)
    for at, some in enumerate(shingles):
        for one in some:
            where[one].append(at)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for places in where.values():
        if len(places) <= 20:
            for n, first in enumerate(places):
                for second in places[n + 1 :]:
                    shared[first, second] += 1
    group = list(range(len(found)))

    def root(at: int) -> int:
        while group[at] != at:
            at = group[at]
        return at

    for (first, second), count in shared.items():
        if count >= ALIKE * max(1, min(len(shingles[first]), len(shingles[second]))):
            group[max(root(first), root(second))] = min(root(first), root(second))
    grouped: dict[int, list[Document]] = defaultdict(list)
    for at, one in enumerate(found):
        grouped[root(at)].append(one)
    return list(grouped.values())


def unlike(found: Iterable[Document], others: Iterable[str]) -> list[Document]:
    """Those documents that share nothing much with any of the other texts (seeds, cases)."""
    theirs = set().union(*map(_shingles, others))
    kept = []
    for one in found:
        ours = _shingles(one.text)
        if not ours or len(ours & theirs) < ALIKE * len(ours):
            kept.append(one)
    return kept


def _shingles(text: str) -> set[int]:
    words = re.findall(r"\w+", text.lower())
    return {hash(tuple(words[n : n + SHINGLE])) for n in range(len(words) - SHINGLE + 1)}


def _of_tokens(set_: str, name: str, tokens: list[tuple[int, str]], day: str) -> Document:
    text, places = running(tokens)
    spans: dict[int, tuple[int, int]] = {}
    for (sentence, _), (start, end) in zip(tokens, places, strict=True):
        spans[sentence] = spans.get(sentence, (start, end))[0], end
    return Document(set_, name, text, day, tuple(spans.values()), tuple(places))


def _of_sentences(set_: str, name: str, said: list[str]) -> Document:
    spans, at = [], 0
    for one in said:
        spans.append((at, at + len(one)))
        at += len(one) + 2
    return Document(set_, name, "\n\n".join(said), "", tuple(spans), joined=True)


def _iso(day: re.Match) -> str:
    return datetime.strptime(" ".join(day.groups()), "%B %d %Y").date().isoformat()
