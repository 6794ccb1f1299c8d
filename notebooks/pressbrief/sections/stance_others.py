"""Stances → sentences: who tells without judging, and who judges where he is quoted or reported."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

import pandas as pd

from pressbrief.sections import evidence
from pressbrief.sections.model import Claim
from pressbrief.sections.stance_views import NOTHING, By, Said, Side
from pressbrief.sections.wording.judged import DEEDS, among, holder_of, verb, words
from pressbrief.sections.wording.names import Names
from pressbrief.sections.wording.phrase import say
from pressbrief.sections.wording.words import listed, sentence
from pressbrief.stance.appraisal.verdicts import CRITICAL, FAVOURABLE, NONE_VOICED
from pressbrief.tables.columns import UNKNOWN

# A source tells much that is to a target's credit or discredit in so many sentences, and in so
# large a share of those that name it.
MUCH, MUCH_OF = 3, 0.3
SIGNS = {CRITICAL: -1, FAVOURABLE: 1}


class One(NamedTuple):
    """What one says of a target that is mostly of one `way`, in the sentences of `side`."""

    who: str
    target: str
    way: str
    side: Side
    said: Said


def told_only(
    by_source: pd.DataFrame, said: By, reported: pd.DataFrame, names: Names
) -> list[Claim]:
    """A claim for each source that tells much to a target's discredit or credit and judges nowhere.

    It names those who do judge in what the source quotes or reports, with their words.
    """
    silent = by_source[(by_source["verdict"] == NONE_VOICED)
                       & (by_source["critical"] + by_source["favourable"] == 0)]  # fmt: skip
    found = []
    for source, target in zip(silent["source"], silent["target"], strict=True):
        mine = said.get((source, target), NOTHING)
        for way, deeds, others in (
            (CRITICAL, mine.ill, mine.well),
            (FAVOURABLE, mine.well, mine.ill),
        ):
            if deeds.sentences > others.sentences and _much(deeds, mine):
                found.append(One(source, target, way, deeds, mine))
    return [_telling(one, reported, names) for one in _most_first(found)]


def _much(deeds: Side, said: Said) -> bool:
    return deeds.sentences >= max(MUCH, MUCH_OF * said.sentences)


def _most_first(found: list[One]) -> list[One]:
    return sorted(found, key=lambda one: (-one.side.sentences, one.who, one.target))


def _telling(one: One, reported: pd.DataFrame, names: Names) -> Claim:
    mine = (reported["source"] == one.who) & (reported["target"] == one.target)
    judges = reported[mine & (reported["judges"] == SIGNS[one.way])].drop_duplicates("holder")
    voices = [
        say("{}{}", holder_of(row.holder, names), words([row.words] if row.words else []))
        for row in judges.itertuples()
    ]
    text = say(
        f"{{}} tells {DEEDS[one.way]} {{}} and makes no judgement of its own{{}}.",
        names[one.who],
        names[one.target],
        among(one.side.sentences, one.said.sentences, one.said.articles),
        say("; those whom it reports judge: {}", listed(voices)) if voices else "",
    )
    ids = (*one.side.ids, *evidence.ids(judges, len(judges)))
    return Claim(text=sentence(text), sure="low", evidence=tuple(dict.fromkeys(ids)))


def holders(said: By, names: Names, fewest: int, matters: Collection[str] = ()) -> list[Claim]:
    """Of those quoted or reported by name, who judges one other most often, one way mostly.

    `fewest` judgements are needed, as for a source's verdict.
    """
    found = []
    for (holder, target), one in said.items():
        for way, side, other in (
            (CRITICAL, one.critical, one.favourable),
            (FAVOURABLE, one.favourable, one.critical),
        ):
            # Twice as often as the other way: the words say so without a reserve.
            often = side.sentences >= max(fewest, 2 * other.sentences)
            if often and holder not in (UNKNOWN, target):
                found.append(One(holder, target, way, side, one))
    return [_holding(one, names, one.target in matters) for one in _most_first(found)[:1]]


def _holding(one: One, names: Names, matter: bool) -> Claim:
    text = say(
        f"{{}}, quoted or reported, {verb(one.way, matter=matter)} {{}} {{}}{{}}, as told by {{}}.",
        names[one.who],
        names[one.target],
        among(one.side.sentences, one.said.sentences, one.said.articles),
        words(one.side.words),
        listed([names[source] for source in one.said.sources]),
    )
    because = "Others report it, and a model reads what each sentence judges."
    return Claim(
        text=sentence(text), sure="low", because=because, about="judged", evidence=one.side.ids
    )
