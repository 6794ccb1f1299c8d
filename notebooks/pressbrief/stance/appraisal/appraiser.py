"""How sentences speak of their targets, as the reader takes them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pressbrief import reader
from pressbrief.stance.model import DECIMALS, Appraisal, Question

PLACES = 8  # no sentence names anybody more often: of a list of names so many places are read


def appraise(questions: Sequence[Question]) -> list[Appraisal]:
    """How each sentence speaks of its target: the reader's mean over the places that name it."""
    read = [one.places[:PLACES] for one in questions]
    places = [(one.text, *at) for one, some in zip(questions, read, strict=True) for at in some]
    owners = np.repeat(np.arange(len(questions)), list(map(len, read)))
    sums = np.zeros((len(questions), 3))
    np.add.at(sums, owners, reader.polarities(places))
    chances = (sums / np.maximum(sums.sum(axis=1, keepdims=True), 1e-9)).round(DECIMALS)
    return [Appraisal.of(negative, positive) for negative, _, positive in chances.tolist()]
