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

from pressbrief.reader.pieces import OTHER, TAGS, Pieces, pieces, special, window
from training.heads.network import PER_PIECE
from training.sets import Judged, Named

LONGEST = 126  # pieces of a sentence; of a window of several, WINDOW
WINDOW = 254
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


class Asked(NamedTuple):
    """A text with the characters (start, end) that are asked about and those that may answer."""

    text: str
    asked: tuple[tuple[int, int], ...]
    others: tuple[tuple[int, int], ...] = ()
    longest: int = LONGEST


class Cut(NamedTuple):
    """A text as a row without labels, and where its characters' pieces stand in it."""

    row: Row
    pieces: Pieces
    part: slice

    def first(self, start: int, end: int) -> int | None:
        """The place in the row of the first piece of start:end; None if it was cut off."""
        return next(iter(self.places(start, end)), None)

    def places(self, start: int, end: int) -> list[int]:
        """The places in the row of the pieces of start:end."""
        return [
            at - self.part.start + 1
            for at in range(self.part.start, self.part.stop)
            if self.pieces.spans[at][0] < end and self.pieces.spans[at][1] > start
        ]

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """The first and last place of start:end, IGNORED both if any of it was cut off."""
        spans = self.pieces.spans
        whole = [at for at, (s, e) in enumerate(spans) if s < end and e > start]
        if not whole or whole[0] < self.part.start or whole[-1] >= self.part.stop:
            return IGNORED, IGNORED
        return whole[0] - self.part.start + 1, whole[-1] - self.part.start + 1


def cut(texts: Sequence[Asked]) -> list[Cut]:
    """Texts as rows without labels, each cut to the pieces around what is asked about."""
    found = []
    for one, read in zip(texts, pieces([one.text for one in texts]), strict=True):
        marks = [0] * len(read.ids)
        for mark, spans in ((2, one.others), (1, one.asked)):
            for start, end in spans:
                for at, (s, e) in enumerate(read.spans):
                    if s < end and e > start:
                        marks[at] = mark
        at = window(len(marks), marks.index(1) if 1 in marks else 0, one.longest)
        row = Row(
            [special("[CLS]"), *read.ids[at], special("[SEP]")],
            [OTHER, *read.cases[at], OTHER],
            [0, *marks[at], 0],
        )
        found.append(Cut(row, read, at))
    return found


def judged_rows(targets: Sequence[Judged]) -> list[Row]:
    """NewsMTSC's kind of labels: how a sentence speaks of a target, whoever holds it."""
    found = []
    for target, one in zip(
        targets, cut([Asked(t.text, ((t.start, t.end),)) for t in targets]), strict=True
    ):
        one.row.labels["polarity"] = target.polarity
        found.append(one.row)
    return found


def named_rows(sentences: Sequence[Named]) -> list[Row]:
    """Sentences whose names are to be tagged: the tag of each word's first piece is learnt."""
    found = []
    for sentence, one in zip(sentences, cut([Asked(s.text, ()) for s in sentences]), strict=True):
        one.row.labels["tags"] = [IGNORED, *_tags(sentence, one.pieces)[one.part], IGNORED]
        found.append(one.row)
    return found


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
