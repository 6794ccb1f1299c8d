"""Rows of numbers out of labelled sentences, and tensors out of rows, in batches of like length.

A row is one sentence (or window, or pair of clauses) with what is asked of it; its labels go by
the network's outputs. A label is one number a row, a list of one a piece, or (first, last) of a
stretch of pieces; IGNORED is learnt by nobody. `soft` has a teacher's logits in the same shape.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from pressbrief.reader.model import PER_PIECE
from pressbrief.reader.pieces import TAGS, Pieces
from pressbrief.reader.rows import Asked, Cut, cut
from training.sets import Judged, Named

IGNORED = -100
SPANS = ("words", "clause")


@dataclass(slots=True)
class Row:
    """One thing that is asked of a text, in numbers; lists of equal length."""

    ids: list[int]
    cases: list[int]
    marks: list[int]
    labels: dict[str, object] = field(default_factory=dict)
    soft: dict[str, np.ndarray] = field(default_factory=dict)


class Batch(NamedTuple):
    """Rows padded to one length: (rows, length) of numbers, and labels by output."""

    ids: Tensor
    cases: Tensor
    marks: Tensor
    labels: dict[str, Tensor]
    soft: dict[str, Tensor]


def learnt(one: Cut, labels: dict[str, object]) -> Row:
    """A row as it is read, with what is to be learnt of it."""
    return Row(*one.row, labels)


def stretch(one: Cut, start: int, end: int) -> tuple[int, int]:
    """The first and last place of start:end in a row, IGNORED both if any of it was cut off."""
    return one.stretch(start, end) or (IGNORED, IGNORED)


def judged_rows(targets: Sequence[Judged]) -> list[Row]:
    """NewsMTSC's kind of labels: how a sentence speaks of a target, whoever holds it."""
    rows = cut([Asked(t.text, ((t.start, t.end),)) for t in targets])
    return [
        learnt(one, {"polarity": target.polarity})
        for target, one in zip(targets, rows, strict=True)
    ]


def named_rows(sentences: Sequence[Named]) -> list[Row]:
    """Sentences whose names are to be tagged: the tag of each word's first piece is learnt."""
    rows = cut([Asked(sentence.text, ()) for sentence in sentences])
    return [
        learnt(one, {"tags": [IGNORED, *_tags(sentence, one.pieces)[one.part], IGNORED]})
        for sentence, one in zip(sentences, rows, strict=True)
    ]


def _tags(sentence: Named, read: Pieces) -> list[int]:
    tags = []
    for place, (start, end) in enumerate(read.spans):
        if place and read.words[place] == read.words[place - 1]:
            tags.append(IGNORED)
            continue
        inside = [name for name in sentence.names if start < name[1] and end > name[0]]
        begins = inside and start <= inside[0][0]
        tags.append(TAGS.index(("B-" if begins else "I-") + inside[0][2]) if inside else 0)
    return tags


def batch(chosen: Sequence[Row]) -> Batch:
    """*chosen* padded to the longest of them; all must have labels for the same outputs."""
    longest = max(len(row.ids) for row in chosen)

    def padded(cells: list[list[int]], blank: int = 0) -> Tensor:
        return torch.tensor([cell + [blank] * (longest - len(cell)) for cell in cells])

    labels = {}
    for name in chosen[0].labels:
        values = [row.labels[name] for row in chosen]
        if name in PER_PIECE and name not in SPANS:
            labels[name] = padded(values, IGNORED)
        else:
            labels[name] = torch.tensor(values)
    soft = {name: _stacked([row.soft[name] for row in chosen], longest) for name in chosen[0].soft}
    return Batch(
        padded([row.ids for row in chosen]),
        padded([row.cases for row in chosen]),
        padded([row.marks for row in chosen]),
        labels,
        soft,
    )


def _stacked(parts: Sequence[np.ndarray], longest: int) -> Tensor:
    if parts[0].ndim == 1:
        return torch.from_numpy(np.stack(parts).astype(np.float32))
    whole = np.zeros((len(parts), longest, parts[0].shape[1]), np.float32)
    for at, part in enumerate(parts):
        whole[at, : len(part)] = part
    return torch.from_numpy(whole)


def shuffled(rows: Sequence[Row], tokens: int, rng: random.Random) -> Iterator[Batch]:
    """Every row once, in batches of about *tokens* pieces whose rows are of like length."""
    order = list(range(len(rows)))
    rng.shuffle(order)
    chunks: list[list[int]] = []
    for start in range(0, len(order), 2048):
        near = sorted(order[start : start + 2048], key=lambda at: len(rows[at].ids))
        while near:
            count = max(1, tokens // len(rows[near[-1]].ids))
            chunks.append(near[-count:])
            del near[-count:]
    rng.shuffle(chunks)
    for chunk in chunks:
        yield batch([rows[at] for at in chunk])
