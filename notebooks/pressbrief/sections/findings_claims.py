"""The sections' claims → the few that a reader needs first, and what changed."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from pressbrief.sections.entry import Bench
from pressbrief.sections.model import Claim
from pressbrief.sections.wording.phrase import Phrase, say
from pressbrief.sections.wording.words import counted, listed, sentence

MOST_FINDINGS = 6
CHOSEN_FROM = ("corpus", "mentions", "stance", "timeline")


def claims(bench: Bench) -> list[Claim]:
    """The findings, out of what the sections claim."""
    return findings(**{name: bench.claims(name) for name in CHOSEN_FROM})


def findings(
    *,
    corpus: Sequence[Claim],
    mentions: Sequence[Claim],
    stance: Sequence[Claim],
    timeline: Sequence[Claim],
) -> list[Claim]:
    """The three to six claims that a reader needs first, out of the sections' own.

    What most sources tell, or what there is, stands before what they disagree on, how they speak
    of those whom they speak of most, whom they name, and who they are.
    """
    told = [claim for claim in timeline if claim.evidence][:2] or timeline[:1]
    leaning = [claim for claim in stance if claim.evidence][:2] or stance[:1]
    found = [*told, *leaning, *mentions[:2], *corpus[1:2]]
    return found[:MOST_FINDINGS]


def changed(changes: pd.DataFrame, previous: str) -> Phrase:
    """One line on what differs from the edition before."""
    if not previous:
        return say("This is the first edition.")
    if changes.empty:
        return say("Nothing that is counted here changed since the edition before.")
    kinds = changes["kind"].value_counts(sort=False)
    parts = [counted(count, f"{kind} change") for kind, count in kinds.items()]
    return sentence(say("since the edition before: {}.", listed(parts)))
