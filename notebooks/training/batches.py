"""Training sentences as tensors, in batches of like length."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import torch
from torch import Tensor

from pressbrief.reader.pieces import OTHER, TAGS, pieces, special, window
from training.sets import Judged, Named

LONGEST = 126
IGNORED = -100


class Row(NamedTuple):
    """One sentence as numbers; `tags` and `polarity` are what is to be learnt of it."""

    ids: list[int]
    cases: list[int]
    target: list[int]
    tags: list[int]
    polarity: int


class Batch(NamedTuple):
    """Rows, padded to one length: (rows, length), and (rows,) for polarity."""

    ids: Tensor
    cases: Tensor
    target: Tensor
    tags: Tensor
    polarity: Tensor


def rows(sentences: Sequence[Named | Judged]) -> list[Row]:
    """*sentences* as numbers, cut to their first pieces, or to those around the target."""
    first, last = special("[CLS]"), special("[SEP]")
    found = []
    for sentence, cut in zip(sentences, pieces([s.text for s in sentences]), strict=True):
        if isinstance(sentence, Judged):
            target = [int(s < sentence.end and e > sentence.start) for s, e in cut.spans]
            tags = [IGNORED] * len(target)
            polarity = sentence.polarity
        else:
            target, polarity = [0] * len(cut.ids), IGNORED
            tags = _tags(sentence, cut)
        at = window(len(target), target.index(1) if 1 in target else 0, LONGEST)
        found.append(
            Row(
                [first, *cut.ids[at], last],
                [OTHER, *cut.cases[at], OTHER],
                [0, *target[at], 0],
                [IGNORED, *tags[at], IGNORED],
                polarity,
            )
        )
    return found


def _tags(sentence: Named, cut) -> list[int]:
    """The tag of each word's first piece; the other pieces are not learnt."""
    tags = []
    for place, (start, end) in enumerate(cut.spans):
        if place and cut.words[place] == cut.words[place - 1]:
            tags.append(IGNORED)
            continue
        inside = [name for name in sentence.names if start < name[1] and end > name[0]]
        begins = inside and start <= inside[0][0]
        tags.append(TAGS.index(("B-" if begins else "I-") + inside[0][2]) if inside else 0)
    return tags


def batch(chosen: Sequence[Row]) -> Batch:
    """*chosen* padded to the longest of them."""
    longest = max(len(row.ids) for row in chosen)

    def padded(cells: list[list[int]], blank: int = 0) -> Tensor:
        return torch.tensor([cell + [blank] * (longest - len(cell)) for cell in cells])

    return Batch(
        padded([row.ids for row in chosen]),
        padded([row.cases for row in chosen]),
        padded([row.target for row in chosen]),
        padded([row.tags for row in chosen], IGNORED),
        torch.tensor([row.polarity for row in chosen]),
    )


def shuffled(all_rows: Sequence[Row], size: int, rng: random.Random) -> Iterator[Batch]:
    """Every row once, in batches of *size* whose rows are of like length."""
    order = list(range(len(all_rows)))
    rng.shuffle(order)
    chunks = []
    for start in range(0, len(order), size * 40):
        near = sorted(order[start : start + size * 40], key=lambda at: len(all_rows[at].ids))
        chunks += [near[at : at + size] for at in range(0, len(near), size)]
    rng.shuffle(chunks)
    for chunk in chunks:
        yield batch([all_rows[at] for at in chunk])
