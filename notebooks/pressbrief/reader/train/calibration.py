"""Probabilities that mean what they say: one temperature, fitted on data that did not train."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch

from pressbrief.reader.train import batches
from pressbrief.reader.train.network import Network
from pressbrief.reader.train.sets import Judged

TEMPERATURES = np.arange(0.5, 3.01, 0.05)
BINS = 10


def fitted(network: Network, dev: Sequence[Judged]) -> tuple[float, float]:
    """The temperature of least negative log likelihood on *dev*, and the error left with it.

    Guo et al. 2017, arXiv:1706.04599: temperature scaling and expected calibration error.
    """
    logits = answers(network, dev)
    gold = np.array([target.polarity for target in dev])
    best = min(TEMPERATURES, key=lambda each: _surprise(softmax(logits / each), gold))
    return round(float(best), 2), round(expected_error(softmax(logits / best), gold), 4)


def answers(network: Network, targets: Sequence[Judged], size: int = 64) -> np.ndarray:
    """The network's logits for each target, (targets, 3), computed in fp32."""
    network.eval()
    rows = batches.rows(targets)
    with torch.no_grad():
        parts = [batches.batch(rows[at : at + size]) for at in range(0, len(rows), size)]
        return np.concatenate([network(*part[:3])[1].numpy() for part in parts])


def softmax(logits: np.ndarray) -> np.ndarray:
    """Rows of probabilities."""
    shifted = np.exp(logits - logits.max(axis=1, keepdims=True))
    return shifted / shifted.sum(axis=1, keepdims=True)


def _surprise(chances: np.ndarray, gold: np.ndarray) -> float:
    return float(-np.log(chances[np.arange(len(gold)), gold] + 1e-12).mean())


def expected_error(chances: np.ndarray, gold: np.ndarray) -> float:
    """Expected calibration error: how far sureness is from being right, over ten bins.

    >>> expected_error(np.array([[0.2, 0.8], [0.2, 0.8]]), np.array([1, 1]))
    0.19999999999999996
    """
    sure, right = chances.max(axis=1), chances.argmax(axis=1) == gold
    bins = np.minimum((sure * BINS).astype(int), BINS - 1)
    return float(
        sum(
            abs(sure[bins == each].mean() - right[bins == each].mean()) * (bins == each).mean()
            for each in np.unique(bins)
        )
    )
