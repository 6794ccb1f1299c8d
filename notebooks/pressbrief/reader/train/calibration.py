"""Probabilities that mean what they say, by a scaling fitted on data that did not train."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from pressbrief.reader.train import batches
from pressbrief.reader.train.network import Network
from pressbrief.reader.train.sets import NEUTRAL, Judged

BINS = 10
STEPS = 100


class Scaling(NamedTuple):
    """How logits become probabilities: softmax of logits / temperature + bias."""

    temperature: float
    bias: tuple[float, ...]

    def chances(self, logits: np.ndarray) -> np.ndarray:
        """Rows of probabilities from rows of logits."""
        shifted = logits / self.temperature + np.array(self.bias)
        shifted = np.exp(shifted - shifted.max(axis=1, keepdims=True))
        return shifted / shifted.sum(axis=1, keepdims=True)


def fitted(network: Network, dev: Sequence[Judged]) -> tuple[Scaling, float]:
    """The scaling of least negative log likelihood on *dev*, and the calibration error left.

    Guo et al. 2017, arXiv:1706.04599: one temperature, a bias for each class (the shares of the
    classes that trained are not those of news), and the expected calibration error.
    """
    logits = answers(network, dev)
    gold = np.array([target.polarity for target in dev])
    scaling = _of_least_surprise(torch.from_numpy(logits), torch.from_numpy(gold))
    return scaling, round(expected_error(scaling.chances(logits), gold), 4)


def _of_least_surprise(logits: Tensor, gold: Tensor) -> Scaling:
    slope, bias = torch.ones(1, requires_grad=True), torch.zeros(3, requires_grad=True)
    optimiser = torch.optim.LBFGS([slope, bias], max_iter=STEPS, line_search_fn="strong_wolfe")

    def surprise() -> Tensor:
        optimiser.zero_grad()
        loss = torch.nn.functional.cross_entropy(logits * slope + bias, gold)
        loss.backward()
        return loss

    optimiser.step(surprise)
    neutral = bias.detach() - bias.detach()[NEUTRAL]  # only differences count
    return Scaling(round(1 / float(slope), 2), tuple(round(float(each), 2) for each in neutral))


def answers(network: Network, targets: Sequence[Judged], size: int = 64) -> np.ndarray:
    """The network's logits for each target, (targets, 3), computed in fp32."""
    network.eval()
    rows = batches.rows(targets)
    with torch.no_grad():
        parts = [batches.batch(rows[at : at + size]) for at in range(0, len(rows), size)]
        return np.concatenate([network(*part[:3])[1].numpy() for part in parts])


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
