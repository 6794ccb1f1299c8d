"""What the reader learns in each epoch: all heads' labels, public sets of names, NewsMTSC.

A tenth of the labelled documents is held out for good; a tenth of the rest (`CHOOSING`) trains
nothing either: it chooses between runs, and fits temperatures and thresholds.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from training import batches, labelled, lessons, own, sets, variants, written
from training.batches import Row

# One in ten of the documents that may train (by the hash of their texts) chooses between runs.
CHOOSING = 3
TRAINING_SIDE, CHOOSING_SIDE, HELD_SIDE = SIDES = ("train", "choose", "held")
# Sentences of NewsMTSC that were labelled while the run was on its way, and joined it then.
SECOND = "appraisal, second drawing"
# Drawn where a reader with heads suspected a judgement, an author's most of all, and evenly out of
# what was left; labelled when that reader was there, which goes on with them and with more of the
# heads that were still too weak.
THIRD = "appraisal, third drawing"
REFERENCE, SAME = "reference, second drawing", "same, second drawing"
FURTHER_ON = 100
JOINS = {SECOND: 2, **dict.fromkeys((THIRD, REFERENCE, SAME), FURTHER_ON)}  # epochs from 0
# Which ids a later drawing has; those of the first begin with 0.
IDS = {SECOND: ("a1",), THIRD: ("a2", "a3"), REFERENCE: ("r1",), SAME: ("s1",)}
FIRST_WRITTEN = 1400  # sentences that were made up before that
# The share that an epoch reads of what the reader knows before (begin.py), so that it stays known.
NAMED, JUDGED, FURTHER, FRAMES = 0.3, 0.5, 1 / 6, 1 / 15


# What a head's rows are thinned to while who judges whom is learnt, so that they stay known.
KEPT = {"named": 0.2, "judged": 0.2, "happening": 0.3, "reference": 0.12, "same": 0.3}
KEPT |= {"coreference": 0.12, "ecbplus": 0.2}
MORE = {"reference": 0.3, REFERENCE: 0.4, "same": 0.6, SAME: 0.6}


@dataclass
class Course:
    """All labels by task, and each head's rows by side: train, choose, held (out for good)."""

    named: list[sets.Named]
    judged: list[sets.Judged]
    further: list[sets.Judged]
    frames: list[str]
    plain: list[str]
    persons: list[str]
    rows: dict[str, dict[str, list[Row]]]
    items: dict[str, dict[str, list[dict]]] = field(default_factory=dict)

    def judging(self, epoch: int, rng: random.Random) -> dict[str, list[Row]]:
        """As `lessons`, but little of what is not about who judges whom."""
        return _kept(self.lessons(epoch + JOINS[SECOND], rng), KEPT, rng)

    def further_on(self, epoch: int, rng: random.Random) -> dict[str, list[Row]]:
        """As `judging`, with what was labelled last."""
        return _kept(self.lessons(epoch + FURTHER_ON, rng), KEPT | MORE, rng)

    def natural(self, side: str) -> list[Row]:
        """A side's rows of every head, of appraisal those that were drawn evenly."""
        even = [item for item in self.items["appraisal"][side] if item["rate"] == "natural"]
        others = (
            by_side[side] for task, by_side in self.rows.items() if head_of(task) != "appraisal"
        )
        return [*lessons.appraisal(even), *chain(*others)]

    def lessons(self, epoch: int, rng: random.Random) -> dict[str, list[Row]]:
        """One epoch's rows by task, every sentence in a variant of its own."""
        named = some(self.named, NAMED, rng)
        frames = [*some(self.frames, FRAMES, rng), *some(self.plain, FRAMES, rng)]
        filled = [own.filled(frame, self.persons, rng) for frame in frames]
        judged = [
            *some(self.judged, JUDGED, rng),
            *some(self.further, FURTHER, rng),
            *chain(*map(own.judged, filled)),
        ]
        made_up = list(written.items(rng, None if epoch >= FURTHER_ON else FIRST_WRITTEN))
        found = {
            "named": batches.named_rows([variants.named_variant(one, rng) for one in named]),
            "judged": batches.judged_rows([variants.judged_variant(one, rng) for one in judged]),
            "written": lessons.appraisal(made_up),
        }
        for head, by_side in self.rows.items():
            if epoch >= JOINS.get(head, 0):
                found[head] = by_side[TRAINING_SIDE]
        for head in ("appraisal", SECOND, THIRD):
            if head in found:
                found[head] = thinned(found[head], rng)
        return found


def some(of: Sequence, share: float, rng: random.Random) -> list:
    """A share of what a task has, drawn by chance."""
    return rng.sample(list(of), round(share * len(of)))


def _kept(
    found: dict[str, list[Row]], shares: dict[str, float], rng: random.Random
) -> dict[str, list[Row]]:
    return {name: some(rows, shares.get(name, 1), rng) for name, rows in found.items()}


def head_of(task: str) -> str:
    """Which head a task teaches: a later drawing is its head's.

    >>> head_of("appraisal, third drawing"), head_of("coreference")
    ('appraisal', 'coreference')
    """
    return task.split(",")[0]


def thinned(rows: Sequence[Row], rng: random.Random) -> list[Row]:
    """All rows in which somebody judges or a fortune is told, and half of the others."""
    return [row for row in rows if _says(row) or rng.random() < 0.5]


def _says(row: Row) -> bool:
    judges = any(one in (lessons.CRITICAL, lessons.FAVOURABLE) for one in row.labels["holders"])
    return judges or row.labels["portrayal"] != lessons.NONE


def side_of(item: dict) -> str:
    """Which side an item is on, by its document.

    >>> side_of({"held_out": False, "sha1": "0000000d"}), side_of({"held_out": True, "sha1": "0"})
    ('choose', 'held')
    """
    if item["held_out"] or item.get("aside"):
        return "held"
    # ECB+'s pairs reach across documents: there a topic is on one side.
    number = item["topic"] if "topic" in item else int(item["sha1"][:8], 16)
    return "choose" if number % 10 == CHOOSING else "train"


def gathered(gold: Path, drawn: Path) -> Course:
    """The course out of the gold sets and of the items that scripts drew from their annotation."""
    train = sets.newsmtsc(gold, "train")
    news = sets.wikinews(gold)
    named = [
        *sets.wikigold(gold),
        *sets.crossner(gold),
        *sets.gum(gold),
        *own.corrected_names(news),
        *own.written_names(),
    ]
    known = labelled.documents(gold)
    items = {head: sided(labelled.items(head, known)) for head in labelled.HEADS}
    for drawing, ids in IDS.items():
        items[drawing] = _taken(items[head_of(drawing)], ids)
    annotated = {"coreference": "coreference.jsonl", "ecbplus": "same_ecbplus.jsonl"}
    for name, file in annotated.items():
        with (drawn / file).open(encoding="utf-8") as lines:
            items[name] = sided(_annotated(name, json.loads(line)) for line in lines)
    read = {
        **lessons.HEADS,
        **{drawing: lessons.HEADS[head_of(drawing)] for drawing in IDS},
        "coreference": lessons.reference,
        "ecbplus": lessons.same,
    }
    rows = {
        head: {side: read[head](some) for side, some in by_side.items()}
        for head, by_side in items.items()
    }
    return Course(
        named=named,
        judged=[*train, *own.written_stance()],
        further=own.further_targets([*(target.text for target in train), *news]),
        frames=own.frames(),
        plain=own.plain_frames(),
        persons=own.known_persons(train),
        rows=rows,
        items=items,
    )


def sided(items: Iterable[dict]) -> dict[str, list[dict]]:
    """Items by side."""
    found: dict[str, list[dict]] = {side: [] for side in SIDES}
    for item in items:
        found[side_of(item)].append(item)
    return found


def _taken(sides: dict[str, list[dict]], ids: tuple[str, ...]) -> dict[str, list[dict]]:
    """A later drawing's items by side, taken out of those of the first."""
    taken = {
        side: [item for item in some if item["id"].startswith(ids)] for side, some in sides.items()
    }
    for side in taken:
        sides[side] = [item for item in sides[side] if not item["id"].startswith(ids)]
    return taken


def _annotated(name: str, item: dict) -> dict:
    """An item whose answer is a set's own annotation, in the labelled items' shape."""
    if name == "coreference":
        return {**item, "label": {"wrong": False, "who": item["who"]}}
    return {**item, "label": {"same": "y" if item["same"] else "n"}}
