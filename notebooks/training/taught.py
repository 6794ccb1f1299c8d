"""The teacher's part: it learns the labels first, then its answers teach the student beside them.

The student reads the teacher's chances of what is labelled and of sentences that nobody labelled
(Hinton et al. 2015, arXiv:1503.02531): how sure to be says more than which answer is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from training import lessons
from training.batches import IGNORED, Row
from training.fit import answers
from training.network import Network

# What a student learns of the teacher: its answers, not where the words stand.
SOFT = ("holders", "portrayal", "same", "speaker")
NO_LABEL = {"evaluations": [], "portrayals": [], "wrong": []}


def softened(teacher: Network, rows: Sequence[Row]) -> list[Row]:
    """Rows with the teacher's logits beside their labels, where it may answer."""
    wanted = tuple(name for name in SOFT if name in rows[0].labels)
    for row, answer in zip(rows, answers(teacher, rows, wanted), strict=True):
        row.soft = {name: _open(row, name, answer[name].numpy()) for name in wanted}
    return list(rows)


def _open(row: Row, name: str, logits: np.ndarray) -> np.ndarray:
    """Logits where an answer can stand; elsewhere they are no number, and nobody learns them."""
    truth = row.labels[name]
    if not isinstance(truth, list):
        return logits
    shut = np.array([one == IGNORED for one in truth])
    return np.where(shut[:, None], np.nan, logits).astype(np.float32)


def unlabelled(teacher: Network, items: Iterable[dict]) -> list[Row]:
    """Appraisal rows of items that nobody labelled, with the teacher's logits alone."""
    rows = lessons.appraisal([{**item, "label": NO_LABEL} for item in items])
    for row in rows:
        del row.labels["words"]
    for row in softened(teacher, rows):
        row.labels = {}
    return rows
