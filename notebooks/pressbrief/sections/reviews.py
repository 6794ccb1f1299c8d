"""Which sentences an analyst has read, and what findings say of it.

An `accept` in corrections.toml says that a sentence was read as it should be. It counts as long as
the sentence is read the same way; a corrected polarity counts as read too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

import pandas as pd

from pressbrief.sections import evidence, stance_readings, stance_views
from pressbrief.sections.entry import Bench
from pressbrief.sections.model import Claim
from pressbrief.sections.wording.phrase import Phrase, say
from pressbrief.sections.wording.words import digits
from pressbrief.topic.corrections import Correction

NOTHING = "named or told, nobody judged"


def readings(bench: Bench) -> dict[str, str]:
    """Evidence id → what the sentence is read as, in words that change when the reading does."""
    matters = [matter.name for matter in bench.topic.propositions]
    judged = stance_readings.readings(stance_views.of(bench).read, bench.names, matters)
    titles = bench.load("events")[["event", "title"]]
    events = bench.load("event_mentions").merge(titles, on="event")
    told: dict[str, list[str]] = {}
    for row in events.itertuples():
        told.setdefault(evidence.id_of(row.article_id, row.sentence), []).append(
            f"tells “{row.title}”"
        )
    return {id_: "; ".join((*judged.get(id_, ()), *told.get(id_, ()))) for id_ in {*judged, *told}}


def read_by_hand(bench: Bench, entries: Iterable[Correction]) -> set[str]:
    """The evidence ids of the sentences that an analyst has read and that are read so still."""
    kept = [one for one in entries if one.what in ("accept", "stance")]
    if not kept:
        return set()
    tables = bench.load("articles"), bench.load("sentences")
    return accepted(kept, *tables, readings(bench))


def accepted(
    kept: Collection[Correction],
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    read_as: Mapping[str, str],
) -> set[str]:
    """The ids of the sentences that entries accept or correct; an outdated entry accepts none."""
    files = dict(zip(articles["file"], articles["article_id"], strict=True))
    found = set()
    for one in kept:
        mine = sentences[sentences["article_id"] == files.get(one.file)]
        begin = " ".join(one.sentence.split())
        for row in mine.itertuples():
            id_ = evidence.id_of(row.article_id, row.sentence)
            same = one.what == "stance" or read_as.get(id_, NOTHING) == one.expected
            if same and " ".join(row.text.split()).startswith(begin):
                found.add(id_)
    return found


def told(claims: Collection[Claim], read: Collection[str]) -> list[Claim]:
    """The claims, each saying how many of its sentences an analyst has read, if any."""
    return [_told(claim, sum(id_ in read for id_ in claim.evidence)) for claim in claims]


def _told(claim: Claim, count: int) -> Claim:
    if not count:
        return claim
    why = Phrase(claim.because, claim.values.get("because", ()))
    said = say("Reviewed by an analyst: {} of {}.", digits(count), digits(len(claim.evidence)))
    because = say("{} {}", why, said) if why else said
    values = {**claim.values, "because": because.values}
    return claim.model_copy(update={"because": str(because), "values": values})
