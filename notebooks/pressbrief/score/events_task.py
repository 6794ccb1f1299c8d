"""Happenings joined across documents, on ECB+ (Cybulska and Vossen 2014)."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from pressbrief import mentions, timeline
from pressbrief.score import documents
from pressbrief.score.measured import LABELS, Measured, ScoreError, f1, share
from pressbrief.score.running_text import running
from pressbrief.topic import Topic

LISTED = "ECBplus_coreference_sentences.csv"
EXPECTED = f"an ECB+ folder: {LISTED} beside a folder a topic with its .xml"
Sentence = tuple[str, int]  # a document's name and the number of its sentence
Pair = tuple[Sentence, Sentence]


class Document(NamedTuple):
    """An ECB+ document as running text, where each sentence starts in it, and what each tells.

    `chains` are the action chains across documents by sentence.
    """

    text: str
    starts: dict[int, int]
    chains: dict[int, set[str]]


def measure(path: Path, as_of: date) -> Measured:
    """F1, precision and recall of pairs of listed sentences of two documents of one topic.

    Gold pairs share an action chain across documents, predicted ones an event. Each topic's
    documents go through corpus, mentions and timeline, undated, as one topic without actors; the
    two subtopics of a number are read together, as their authors mixed them.
    """
    listed = _listed(path)
    gold: set[Pair] = set()
    found: set[Pair] = set()
    for topic in sorted({name.split("_")[0] for name in listed}, key=int):
        read = {
            name: document(path / topic / f"{name}.xml")
            for name in sorted(listed)
            if name.split("_")[0] == topic and (path / topic / f"{name}.xml").is_file()
        }
        if read:
            told = {name: one.chains for name, one in read.items()}
            gold |= set(_pairs(told, listed))
            found |= set(_pairs(_events(read, as_of), listed))
    if not gold:
        raise ScoreError(f"{path}: no listed sentence shares an action; expected {EXPECTED}")
    hits = len(gold & found)
    every = sorted(gold | found)
    return Measured(
        items=len(gold),
        unit="pairs",
        figures={
            "f1": f1(hits, len(gold), len(found)),
            "precision": share(hits, len(found)),
            "recall": share(hits, len(gold)),
        },
        columns=LABELS,
        rows=[(_said(pair), _yes(pair in gold), _yes(pair in found)) for pair in every],
        notes=(f"{len(found)} pairs found",),
    )


def _listed(path: Path) -> dict[str, set[int]]:
    """The sentences of each document whose annotation ECB+'s authors vouch for."""
    listed: dict[str, set[int]] = defaultdict(set)
    try:
        with (path / LISTED).open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                listed[f"{row['Topic']}_{row['File']}"].add(int(row["Sentence Number"]))
    except (OSError, KeyError, ValueError) as error:
        raise ScoreError(f"{path}: {error}; expected {EXPECTED}") from None
    return listed


def document(path: Path) -> Document:
    """An ECB+ document's .xml."""
    try:
        root = ElementTree.parse(path).getroot()
    except (OSError, ElementTree.ParseError) as error:
        raise ScoreError(f"{path}: {error}; expected {EXPECTED}") from None
    every = [(one.get("t_id"), int(one.get("sentence", 0)), one.text or "")
             for one in root.iter("token")]  # fmt: skip
    # The newer documents begin with the address, taken to pieces: it is no text.
    address = bool(every) and every[0][2].startswith(("http", "www"))
    kept = [one for one in every if one[1] or not address]
    ids = [id_ for id_, _, _ in kept]
    tokens = [(number, word) for _, number, word in kept]
    text, places = running(tokens)
    starts: dict[int, int] = {}
    for (number, _), (start, _) in zip(tokens, places, strict=True):
        starts.setdefault(number, start)
    sentence_of = {id_: number for id_, (number, _) in zip(ids, tokens, strict=True)}
    return Document(text, starts, _chains(root, sentence_of))


def _chains(root: ElementTree.Element, sentence_of: Mapping) -> dict[int, set[str]]:
    marked = root.find("Markables")
    sentences = {
        one.get("m_id"): sentence_of.get(anchor.get("t_id"))
        for one in (marked if marked is not None else ())
        if one.tag.startswith(("ACTION", "NEG_ACTION"))
        for anchor in list(one.iter("token_anchor"))[:1]
    }
    chains: dict[int, set[str]] = defaultdict(set)
    for relation in root.iter("CROSS_DOC_COREF"):
        for source in relation.iter("source"):
            number = sentences.get(source.get("m_id"))
            if number is not None:
                chains[number].add(relation.get("note", ""))
    return chains


def _events(read: Mapping[str, Document], as_of: date) -> dict[str, dict[int, set[str]]]:
    """The events that each sentence of each document tells, as a briefing finds them."""
    made = documents.read({name: one.text for name, one in read.items()}, as_of)
    articles, sentences = made.tables["articles"], made.tables["sentences"]
    named = mentions.build(Topic("score", Path("score"), "score"), articles, sentences)
    _, _, told, _ = timeline.build(articles, sentences, *named, made.tables["times"])
    found: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in told.itertuples():
        name = made.names[row.article_id]
        start = made.places[row.article_id].given(row.start)
        number = max((number for number, at in read[name].starts.items() if at <= start), default=0)
        found[name][number].add(row.event)
    return found


def _pairs(
    told: Mapping[str, Mapping[int, set[str]]], listed: Mapping[str, set[int]]
) -> Iterator[Pair]:
    """Pairs of listed sentences of two documents that tell one thing."""
    tell: dict[str, list[Sentence]] = defaultdict(list)
    for name, sentences in told.items():
        for number, all_ in sentences.items():
            for one in all_ if number in listed[name] else ():
                tell[one].append((name, number))
    for those in tell.values():
        yield from _of_two_documents(those)


def _of_two_documents(those: Iterable[Sentence]) -> Iterator[Pair]:
    for one, other in combinations(sorted(those), 2):
        if one[0] != other[0]:
            yield one, other


def _said(pair: Pair) -> str:
    return " ".join(f"{name}:{number}" for name, number in pair)


def _yes(is_one: bool) -> str:
    return "yes" if is_one else "no"
