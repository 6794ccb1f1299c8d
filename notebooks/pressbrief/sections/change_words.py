"""Changes → the sentences that tell them, and the line that sums them up."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from pressbrief.sections.wording.phrase import Phrase, quoted, say
from pressbrief.sections.wording.words import counted, listed, sentence

# A change's kind and what it is → how a sentence tells it. What a reader needs first stands first.
TOLD = {
    ("edition", "not compared"): "Edition {subject} {after}",
    ("stance", "turned"): "{subject}: now {after}; before {before}",
    ("event", "contradicted"): "Accounts now differ ({after}): {subject}",
    ("event", "added"): "New event: {subject} ({after})",
    ("event", "moved"): "Moved to {after}, before {before}: {subject}",
    ("event", "turned"): "Now {after}, before {before}: {subject}",
    ("event", "told by more"): "Now told by {after}, before {before}: {subject}",
    ("event", "told by fewer"): "Now told by {after}, before {before}: {subject}",
    ("event", "settled"): "Accounts no longer differ ({before}): {subject}",
    ("event", "gone"): "No longer told: {subject} ({before})",
    ("article", "new"): "New article: {subject}, {after}",
    ("article", "withdrawn"): "Withdrawn: {subject}, {before}",
    ("article", "revised"): "Revised: {subject}, now {after}, before {before}",
    ("article", "dated anew"): "Dated anew: {subject}, now {after}, before {before}",
    ("actor", "new face"): "New face: {subject}, {after}",
    ("actor", "no longer named"): "No longer named: {subject}, before {before}",
}
COUNTED = {
    ("article", "new"): "new article",
    ("article", "withdrawn"): "withdrawn article",
    ("article", "revised"): "revised article",
    ("article", "dated anew"): "article dated anew",
    ("event", "added"): "event added",
    ("event", "gone"): "event no longer told",
    ("event", "moved"): "event moved",
    ("event", "turned"): "event turned out otherwise",
    ("event", "contradicted"): "event now disputed",
    ("event", "settled"): "event no longer disputed",
    ("event", "told by more"): "event now told by more",
    ("event", "told by fewer"): "event now told by fewer",
    ("stance", "turned"): "verdict turned",
    ("actor", "new face"): "new face",
    ("actor", "no longer named"): "face gone",
}
FIRST = "This is the first edition."
NOTHING = "Nothing that is counted here changed since {}."


def ranked(changes: pd.DataFrame) -> pd.DataFrame:
    """Changes in the order in which a reader needs them."""
    places = {key: place for place, key in enumerate(TOLD)}
    at = [places[key] for key in zip(changes["kind"], changes["what"], strict=True)]
    return changes.assign(at=at).sort_values("at", kind="stable").drop(columns="at")


def lines(changes: pd.DataFrame) -> list[str]:
    """A sentence for each change, as mails and feeds list them.

    >>> row = {"kind": "article", "subject": "c.txt", "what": "withdrawn", "before": "1 May 2025",
    ...        "after": ""}
    >>> lines(pd.DataFrame([row]))
    ['Withdrawn: c.txt, 1 May 2025.']
    """
    return [
        f"{TOLD[row['kind'], row['what']].format_map(row)}."
        for row in ranked(changes).to_dict("records")
    ]


def line(changes: pd.DataFrame, previous: str) -> Phrase:
    """One line on what differs from the edition whose tables are in the folder `previous`."""
    if not previous:
        return say(FIRST)
    edition = Path(previous).parent.name
    before = say("edition {}", quoted(edition)) if edition else say("the edition before")
    if changes.empty:
        return say(NOTHING, before)
    if (changes["kind"] == "edition").any():
        return say("The edition before cannot be compared with this one.")
    counts = ranked(changes).groupby(["kind", "what"], sort=False).size()
    parts = [_part(key, int(count), changes) for key, count in counts.items()]  # type: ignore[arg-type]
    return sentence(say("since {}: {}.", before, listed(parts, len(parts))))


def _part(key: tuple[str, str], count: int, changes: pd.DataFrame) -> Phrase:
    """How many changes of a kind there are; of a turned verdict or a new face, if one, which."""
    noun = COUNTED[key]
    first, _, rest = noun.partition(" ")
    many = f"{first}s {rest}" if first in ("event", "verdict", "article", "face") else f"{noun}s"
    said = counted(count, noun, many.strip())
    if key in (("stance", "turned"), ("actor", "new face")):
        alike = changes[(changes["kind"] == key[0]) & (changes["what"] == key[1])]
        said = say("{} ({})", said, _named(list(alike["subject"])))
    return said


def _named(subjects: Sequence[str]) -> Phrase:
    return listed([quoted(one) for one in subjects])
