"""Stances: one row for each target in each sentence, with its holder, voice and polarity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from pressbrief import reader
from pressbrief.stance.appraisal import merely
from pressbrief.stance.attribution import joint
from pressbrief.stance.attribution.passage import LONGEST_SENTENCE
from pressbrief.stance.attribution.quotation import Voice
from pressbrief.tables import select
from pressbrief.topic import wholes

DECIMALS = 4
AUTHOR = "author"


class Spoken(NamedTuple):
    """A target in a sentence: its row up to the polarity, and where the sentence names it."""

    row: tuple
    text: str
    places: Sequence[tuple[int, int]]


def stances(
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    actors: pd.DataFrame,
    mentions: pd.DataFrame,
    voices: dict[str, list[Voice]],
    targets: tuple[str, ...],
) -> list[tuple]:
    """The rows of the stances table; `voices` by article.

    A mention of a part counts toward every target that it is part of, but a place counts for no
    state: what happens in Kabul, or to Afghan women (merely.py), is said of nobody. A sentence has
    a row for each target and each holder; those who speak as one hold it each. It stands at the
    first mention that they hold and is judged by all of these. A stretch too long to be a sentence
    has no stance.
    """
    counted = _counted(actors, targets)
    sources = select.sources(articles)
    named: dict[tuple[str, int], list] = {}
    for row in mentions.itertuples():
        named.setdefault((row.article_id, row.sentence), []).append(row)
    spoken: dict[tuple[str, int], list[Voice]] = {}
    for article_id, found in voices.items():
        for voice in found:
            spoken.setdefault((article_id, voice.sentence), []).append(voice)
    found: list[Spoken] = []
    for row in sentences.itertuples():
        at = row.article_id, row.sentence
        if at in named and len(row.text) <= LONGEST_SENTENCE:
            found += _in_sentence(row, named[at], spoken.get(at, []), sources[at[0]], counted)
    return _judged(found)


def _judged(found: Sequence[Spoken]) -> list[tuple]:
    """The rows with polarity and probabilities: the mean over the places of each target."""
    places = [(one.text, *place) for one in found for place in one.places]
    owners = np.repeat(np.arange(len(found)), [len(one.places) for one in found])
    sums = np.zeros((len(found), 3))
    np.add.at(sums, owners, reader.polarities(places))
    chances = (sums / np.maximum(sums.sum(axis=1, keepdims=True), 1e-9)).round(DECIMALS)
    rows = []
    for one, (negative, _, positive) in zip(found, chances.tolist(), strict=True):
        neutral = round(1 - negative - positive, DECIMALS)
        rows.append((*one.row, round(positive - negative, DECIMALS), negative, neutral, positive))
    return rows


def _counted(actors: pd.DataFrame, targets: tuple[str, ...]) -> dict[str, list[str]]:
    """The targets that each actor's mentions count toward: itself and, if no place, its wholes."""
    part_of = dict(zip(actors["actor"], actors["part_of"], strict=True))
    places = set(actors.loc[actors["actor_type"] == "place", "actor"])
    return {
        actor: [
            name
            for name in (actor, *(() if actor in places else wholes(actor, part_of)))
            if name in targets
        ]
        for actor in part_of
    }


def _in_sentence(
    sentence,
    mentions: list,
    voices: list[Voice],
    source: str,
    counted: dict[str, list[str]],
) -> Iterator[Spoken]:
    """A sentence's targets; `counted`: the targets that each actor counts toward."""
    found: dict[tuple[str, str, bool], list[tuple[int, int, str]]] = {}
    for row in mentions:
        at = row.start - sentence.start, row.end - sentence.start
        if merely.named(sentence.text, *at, row.kind, row.actor_type):
            continue
        for target in counted.get(row.actor, []):
            holders, voice = held_by((row.start, row.end), voices, source)
            for holder in holders:
                spans = found.setdefault((target, holder, voice == AUTHOR), [])
                spans.append((row.start, row.end, voice))
    for (target, holder, _), spans in found.items():
        places = [(start - sentence.start, end - sentence.start) for start, end, _ in spans]
        start, end, voice = spans[0]
        row = (sentence.article_id, sentence.sentence, start, end, target, holder, voice)
        yield Spoken(row, sentence.text, places)


def held_by(
    mention: tuple[int, int], voices: list[Voice], source: str
) -> tuple[tuple[str, ...], str]:
    """Who speak where a mention stands, and how: the innermost voice around it, else the source."""
    around = [voice for voice in voices if voice.start <= mention[0] and mention[1] <= voice.end]
    if not around:
        return (source,), AUTHOR
    inner = min(around, key=lambda voice: (voice.end - voice.start, voice.start))
    return tuple(joint.holders(inner.speaker)), inner.kind
