"""How sentences speak of their targets, as the reader takes them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pressbrief import reader
from pressbrief.stance.model import DECIMALS, Appraisal, Question


def appraise(questions: Sequence[Question]) -> list[Appraisal]:
    """How each sentence speaks of its target: the reader's mean over the places that name it."""
    places = [(one.text, *place) for one in questions for place in one.places]
    owners = np.repeat(np.arange(len(questions)), [len(one.places) for one in questions])
    sums = np.zeros((len(questions), 3))
    np.add.at(sums, owners, reader.polarities(places))
    chances = (sums / np.maximum(sums.sum(axis=1, keepdims=True), 1e-9)).round(DECIMALS)
    return [Appraisal.of(negative, positive) for negative, _, positive in chances.tolist()]
