"""Who is said not to have commented, and who is said to have spoken."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import pandas as pd

from pressbrief.tables.mentions_schema import NAMING
from pressbrief.time.timex.tense import SAYING
from pressbrief.timeline.tellings import Telling

# How many sentences from one that tells of a happening what is said of it may stand. A guess.
BESIDE = 1
# What may stand between a name and its verb: "the Japanese government".
_GAP = r"(?:\s+(?:government|ministry|officials?|spokes\w+|regime|side|authorities)\b)?"
_SILENT = re.compile(
    rf"{_GAP}\s+(?:(?:has|have|had|did|would)\s+(?:not|n[’']t|never)\s+(?:\w+\s+){{0,2}}?"
    r"(?:commented|comment|responded|respond)\b|(?:declined|refused)\s+to\s+comment\b)"
)
_SPOKE = re.compile(rf"{_GAP}\s+(?:has\s+|have\s+|also\s+)?{SAYING}\b")


class Comment(NamedTuple):
    """A sentence that says whether an actor spoke."""

    article_id: str
    sentence: int
    actor: str
    spoke: bool


Place = tuple[str, int]  # article_id and sentence


def read(sentences: pd.DataFrame, mentions: pd.DataFrame) -> dict[Place, list[Comment]]:
    """What each sentence says of who has or has not spoken, in its order."""
    texts = {
        (row.article_id, row.sentence): (row.start, row.text) for row in sentences.itertuples()
    }
    found: dict[Place, list[Comment]] = {}
    for row in mentions[mentions["kind"].isin(NAMING)].itertuples():
        place = row.article_id, row.sentence
        first, text = texts[place]
        end = row.end - first
        silent, spoke = _SILENT.match(text, end), _SPOKE.match(text, end)
        if silent or spoke:
            found.setdefault(place, []).append(Comment(*place, row.actor, not silent))
    return found


def of_happening(
    group: Iterable[Telling], said: Mapping[Place, list[Comment]]
) -> tuple[list[Comment], list[Comment]]:
    """Those said beside the tellings of a happening: who is silent, who has spoken."""
    beside: dict[str, set[int]] = {}
    for one in group:
        near = range(one.sentence - BESIDE, one.sentence + BESIDE + 1)
        beside.setdefault(one.article_id, set()).update(near)
    found = [
        one
        for article_id, places in beside.items()
        for place in sorted(places)
        for one in said.get((article_id, place), ())
    ]
    return [one for one in found if not one.spoke], [one for one in found if one.spoke]
