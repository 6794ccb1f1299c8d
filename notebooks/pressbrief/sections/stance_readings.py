"""Stances → how each sentence was read, in words: so that an editor can count a verdict again."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from pressbrief.sections import evidence
from pressbrief.sections.wording.judged import holder_of, words
from pressbrief.sections.wording.names import Names
from pressbrief.sections.wording.phrase import Phrase, say
from pressbrief.sections.wording.words import listed
from pressbrief.stance.appraisal.verdicts import CRITICAL, FAVOURABLE
from pressbrief.stance.model import AUTHOR

JUDGES = {-1: CRITICAL, 1: FAVOURABLE}
# Of a proposition no sentence is judged: its terms are found.
TERMS = {-1: "a term against it", 1: "a term for it"}
NAMED_ONLY = "named only"
TELLS = {
    -1: "told to do or fare badly, not judged",
    0: NAMED_ONLY,
    1: "told to do or fare well, not judged",
}


def readings(
    rows: pd.DataFrame, names: Names, matters: Collection[str] = ()
) -> dict[str, tuple[str, ...]]:
    """Evidence id → what the sentence says of each target, and whose view it is.

    `rows` are stances as stance_views has them, `matters` the targets that are propositions. Of
    somebody quoted who does not judge nothing is said, nor of a target merely named beside one who
    judges it.
    """
    found: dict[str, list[Phrase]] = {}
    unjudged: dict[str, dict[int, list[Phrase]]] = {}
    ordered = rows.sort_values([*evidence.KEY, "start"], kind="stable")
    judged = {
        (row.article_id, row.sentence, row.target) for row in rows[rows["judges"] != 0].itertuples()
    }
    for row in ordered.itertuples():
        id_ = evidence.id_of(row.article_id, row.sentence)
        if row.judges:
            found.setdefault(id_, []).append(judging(row, names, matters))
        elif row.voice == AUTHOR and (row.article_id, row.sentence, row.target) not in judged:
            unjudged.setdefault(id_, {}).setdefault(row.tells, []).append(names[row.target])
    for id_, by_telling in unjudged.items():
        found.setdefault(id_, []).extend(
            say(f"{{}}: {TELLS[tells]}", listed(by_telling[tells], len(by_telling[tells])))
            for tells in sorted(by_telling, key=abs, reverse=True)
        )
    return {id_: tuple(dict.fromkeys(said)) for id_, said in found.items()}


def judgement(row, matters: Collection[str]) -> str:
    """Which way a row of stances judges, in a word or two."""
    return (TERMS if row.target in matters else JUDGES)[row.judges]


def judging(row, names: Names, matters: Collection[str] = ()) -> Phrase:
    """Whom a row of stances judges and how, in which words, and who does, if not the source."""
    by = "" if row.voice == AUTHOR else say(" by {}", holder_of(row.holder, names))
    spoken = words([row.words] if row.words else [])
    return say(f"{{}}: {judgement(row, matters)}{{}}{{}}", names[row.target], by, spoken)
