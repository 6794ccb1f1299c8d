"""The sections' claims → the few that a reader needs first, in order, and what changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pressbrief.score import ledger
from pressbrief.sections import reviews
from pressbrief.sections.entry import Bench
from pressbrief.sections.model import Claim
from pressbrief.sections.wording.phrase import Phrase, joined, say
from pressbrief.sections.wording.words import percent
from pressbrief.stance.appraisal.verdicts import CRITICAL, FAVOURABLE

# Of each kind so many are found: four to six in all, where there is so much to say.
MOST = {"happened": 2, "differs": 1, "judged": 2, "heard": 1, "named": 1}
# The kinds of finding that say something of the matter; the others are of the articles.
TELLING = ("happened", "differs", "judged")
CHOSEN_FROM = ("corpus", "mentions", "stance", "timeline")


def claims(bench: Bench) -> list[Claim]:
    """The findings, out of what the sections claim."""
    found = findings([claim for name in CHOSEN_FROM for claim in bench.claims(name)])
    return reviews.told(found, reviews.read_by_hand(bench, bench.topic.corrections))


def findings(claimed: Sequence[Claim]) -> list[Claim]:
    """The claims that a reader needs first, out of the sections' own, in the order of ABOUT.

    What says nothing of the matter is none: where nothing is left, that is said.
    """
    found = [
        claim
        for kind, most in MOST.items()
        for claim in [one for one in claimed if one.about == kind and one.evidence][:most]
    ]
    if not any(claim.about in TELLING for claim in found):
        found.insert(0, NOTHING_SURE)
    basis = [claim for claim in claimed if claim.about == "basis"]
    return [*found, *([_based(basis)] if basis else [])]


NOTHING_SURE = Claim(
    text="Nothing is sure enough to be a finding on what happened or on who judges whom: no "
    "happening was found in several sources, and nobody was found to judge another often enough.",
    sure="moderate",
    because="A model joins what sources tell and reads what they judge; it misses some of it.",
)


def _based(basis: Sequence[Claim]) -> Claim:
    """What all of this rests on, as one claim."""
    texts = [Phrase(claim.text, claim.values.get("text", ())) for claim in basis]
    because = measured(ledger.entries())
    return Claim(text=joined(texts), sure="high", because=because, about="basis")


def measured(entries: Iterable[Mapping]) -> Phrase:
    """How often what the reader says is right on text held out of its training; "" if unknown.

    >>> figures = {"critical": {"precision": 0.75}, "favourable": {"precision": 0.5}}
    >>> measured([{"task": "appraisal", "figures": figures}])
    'On text held back, what is read as criticism is so in 75 % of cases, as praise in 50 %.'
    """
    known = {entry["task"]: entry["figures"] for entry in entries}
    if "appraisal" not in known:
        return say("")
    right = (
        percent(round(100 * known["appraisal"][way]["precision"]), 100)
        for way in (CRITICAL, FAVOURABLE)
    )
    return say(
        "On text held back, what is read as criticism is so in {} of cases, as praise in {}.",
        *right,
    )
