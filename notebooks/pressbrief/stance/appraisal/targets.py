"""Which targets a sentence speaks of, where it names them, and who else in it may judge them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pandas as pd

from pressbrief.stance.model import Question, Range
from pressbrief.tables.mentions_schema import NAMING
from pressbrief.topic import wholes

HEADING = "heading"
# Who may judge without being named, as the labels have it.
PRONOUN = re.compile(r"\b(?:he|she|him|they|them)\b(?!['’])", re.I)


def questions(
    sentences: pd.DataFrame, actors: pd.DataFrame, mentions: pd.DataFrame, targets: Sequence[str]
) -> Iterator[Question]:
    """What an appraiser is to be asked: of each sentence each actor that counts toward a target.

    A mention of a part counts toward every target that it is part of, but a place or a person
    counts for no state: what happens in Kabul is said of nobody, and who faults a minister does not
    fault his country. Pronouns and descriptions that point back to an actor name no target, but
    may be who judges.
    """
    counted, own = _toward(actors, targets)
    by_sentence: dict[tuple[str, int], list] = {}
    for row in mentions.itertuples():
        by_sentence.setdefault((row.article_id, row.sentence), []).append(row)
    for row in sentences.itertuples():
        here = by_sentence.get((row.article_id, row.sentence))
        if here:
            yield from _in_sentence(row, here, counted, own)


def _toward(
    actors: pd.DataFrame, targets: Sequence[str]
) -> tuple[dict[str, list[str]], dict[str, set[str]]]:
    """The targets that each actor's mentions count toward, and the actors that are a target's own.

    A minister is his government's own although nobody judges it by judging him.
    """
    part_of = dict(zip(actors["actor"], actors["part_of"], strict=True))
    types = dict(zip(actors["actor"], actors["actor_type"], strict=True))
    counted, own = {}, {name: {name} for name in targets}
    for actor, kind in types.items():
        whole = [] if kind == "place" else wholes(actor, part_of)
        toward = (actor, *(whole if kind != "person" else ()))
        counted[actor] = [name for name in toward if name in own]
        for name in whole:
            own.get(name, set()).add(actor)
    return counted, own


def _in_sentence(
    sentence, mentions: list, counted: dict[str, list[str]], own: dict[str, set[str]]
) -> Iterator[Question]:
    placed = [(row, (row.start - sentence.start, row.end - sentence.start)) for row in mentions]
    named: dict[tuple[str, str], list[Range]] = {}
    for row, place in placed:
        for target in counted.get(row.actor, []) if row.kind in NAMING else []:
            named.setdefault((target, row.actor), []).append(place)
    may_judge = [(row.actor, place) for row, place in placed if row.actor_type != "place"]
    taken = [place for _, place in placed]
    may_judge += [
        ("", match.span())
        for match in PRONOUN.finditer(sentence.text)
        if not any(start < match.end() and match.start() < end for start, end in taken)
    ]
    for (target, _), places in named.items():
        others = [one for one in may_judge if one[1] not in places]
        at = sentence.article_id, sentence.sentence, sentence.start
        heading = sentence.role == HEADING
        yield Question(*at, target, sentence.text, places, others, frozenset(own[target]), heading)
