"""SEESAW as its authors publish it: stories told by three outlets, and who is for whom in each."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pressbrief.score.documents import text_of
from pressbrief.score.measured import ScoreError

EXPECTED = (
    "SEESAW: a folder with articles/ and annotations/ (TRIPLET_…_DOCUMENT_….json) and meta/ "
    "(TRIPLET_….json)"
)
# Who of the set's entities acts; topics, events and others do not.
ACTS = {"People", "Organization", "GPE"}
LEVELS = {
    "Very Negative": -2, "Negative": -2, "Slightly Negative": -1, "Neutral": 0,
    "Slightly Positive": 1, "Positive": 2, "Very Positive": 2,
}  # fmt: skip
SIGNS = {"NEG": -1, "POS": 1}
AUTHOR = "None"  # whose view the set gives to nobody in the list is the article's own
Triple = tuple[int, str, str, int]  # sentence, source, target, sign


@dataclass(frozen=True)
class Told:
    """One outlet's article: its sentences, and what the set says of its entities.

    `leanings` has the mean of the annotators' levels, −2 to 2, of each entity that acts; `main`
    those that the article is about; `triples` who in a sentence is for or against whom.
    """

    name: str
    outlet: str
    day: str
    sentences: tuple[str, ...]
    leanings: Mapping[str, float]
    main: frozenset[str]
    triples: frozenset[Triple]


def stories(path: Path) -> Iterator[list[Told]]:
    """Each story's articles, in order; ScoreError names a file that is none of the set."""
    metas = sorted((path / "meta").glob("TRIPLET_*.json"))
    if not metas:
        raise ScoreError(f"{path}: expected {EXPECTED}")
    for meta in metas:
        about = _json(meta)
        files = sorted((path / "articles").glob(f"{meta.stem}_DOCUMENT_*.json"))
        try:
            told = [_told(path, file, about) for file in files]
        except (KeyError, TypeError, IndexError) as error:
            raise ScoreError(f"{meta}: lacks {error}; expected {EXPECTED}") from None
        if told:
            yield told


def _told(path: Path, file: Path, about: dict) -> Told:
    article, said = _json(file), _json(path / "annotations" / file.name)
    of = about[f"Meta info for article {file.stem.rpartition('_')[2]}"]
    acting = {one[0] for one in said["entity lists"] if ACTS & set(one[1])}
    levels = {
        name: [LEVELS[each[0]] for each in given if each[0] in LEVELS]
        for name, given in said["entity sentiments"].items()
        if name in acting
    }
    return Told(
        file.stem,
        of["source"],
        about["story_time"],
        (article["title"].strip(), *(one["text"].strip() for one in article["text"])),
        {name: sum(given) / len(given) for name, given in levels.items() if given},
        frozenset(one[0] for one in said["entity lists"] if one[0] in acting and "Main" in one[2]),
        frozenset(_triples(said["sentence-level stances"], acting)),
    )


def _triples(said: dict, acting: set[str]) -> Iterator[Triple]:
    for number, given in said.items():
        for one in given:
            source, target = one["subject"], one["object"]
            if target in acting and (source == AUTHOR or source in acting):
                # The title stands before the sentences that the set numbers from 0.
                yield int(number) + 1, source, target, SIGNS[one["sentiment"]]


def _json(path: Path) -> dict:
    try:
        return json.loads(text_of(path))
    except ValueError as error:
        raise ScoreError(f"{path}: {error}; expected {EXPECTED}") from None
