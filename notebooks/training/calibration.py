"""Probabilities that mean what they say, by a temperature fitted on data that did not train."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor

from training import batches
from training.network import Network
from training.sets import Judged

BINS = 10
STEPS = 100


def fitted(network: Network, dev: Sequence[Judged]) -> tuple[float, float]:
    """The temperature of least negative log likelihood on *dev*, and the calibration error left.

    Guo et al. 2017, arXiv:1706.04599: logits are divided by it; what is left is the expected
    calibration error. A bias for each class besides made it a little smaller and the classes worse.
    """
    logits = torch.from_numpy(answers(network, dev))
    gold = torch.tensor([target.polarity for target in dev])
    temperature = _of_least_surprise(logits, gold)
    chances = (logits / temperature).softmax(-1)
    return temperature, round(expected_error(chances.numpy(), gold.numpy()), 4)


def _of_least_surprise(logits: Tensor, gold: Tensor) -> float:
    slope = torch.ones(1, requires_grad=True)
    optimiser = torch.optim.LBFGS([slope], max_iter=STEPS, line_search_fn="strong_wolfe")

    def surprise() -> Tensor:
        optimiser.zero_grad()
        loss = torch.nn.functional.cross_entropy(logits * slope, gold)
        loss.backward()
        return loss

    optimiser.step(surprise)
    return round(1 / slope.item(), 2)


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
