"""Which targets a sentence speaks of, where it names them, and who holds what it says of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from pressbrief.stance.appraisal import mere_mentions
from pressbrief.stance.appraisal.holders import Holders
from pressbrief.stance.model import AUTHOR, Question, Range
from pressbrief.topic import wholes


def questions(
    sentences: pd.DataFrame,
    actors: pd.DataFrame,
    mentions: pd.DataFrame,
    targets: Sequence[str],
    holders: Holders,
) -> Iterator[Question]:
    """What an appraiser is to be asked: each target of each sentence once for each holder.

    A mention of a part counts toward every target that it is part of, but a place counts for no
    state: what happens in Kabul, or to Afghan women (mere_mentions.py), is said of nobody. Those
    who speak as one hold it each. A stretch too long to be a sentence speaks of nobody.
    """
    counted = _counted(actors, targets)
    named: dict[tuple[str, int], list] = {}
    for row in mentions.itertuples():
        named.setdefault((row.article_id, row.sentence), []).append(row)
    for row in sentences.itertuples():
        here = named.get((row.article_id, row.sentence))
        if here:
            yield from _in_sentence(row, here, counted, holders)


def _counted(actors: pd.DataFrame, targets: Sequence[str]) -> dict[str, list[str]]:
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
    sentence, mentions: list, counted: dict[str, list[str]], holders: Holders
) -> Iterator[Question]:
    at = sentence.article_id, sentence.sentence
    found: dict[tuple[str, str, bool], list[tuple[Range, str]]] = {}
    for row in mentions:
        inside = row.start - sentence.start, row.end - sentence.start
        if mere_mentions.is_mere(sentence.text, *inside, row.kind, row.actor_type):
            continue
        for target in counted.get(row.actor, []):
            held, voice = holders.at(*at, (row.start, row.end))
            for holder in held:
                found.setdefault((target, holder, voice == AUTHOR), []).append((inside, voice))
    for (target, holder, _), named in found.items():
        (first, last), voice = named[0]
        start, end = sentence.start + first, sentence.start + last
        places = [place for place, _ in named]
        yield Question(*at, start, end, target, holder, voice, sentence.text, places)
