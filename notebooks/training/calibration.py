"""Chances that mean what they say, by a temperature for each output, fitted on what did not train.

Guo et al. 2017, arXiv:1706.04599: logits are divided by it; what is left is the expected
calibration error. Who judges whom was taught out of sentences half of which were drawn where a
judgement was likely: how much rarer one is in what is read, a shift of the classes' logits says
(bias-corrected temperature scaling, Alexandari et al. 2020, arXiv:1901.06852).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import torch
from torch import Tensor

from training.batches import IGNORED, Row
from training.fit import answers
from training.network import Network

BINS = 10
STEPS = 100
# What is a choice of one among few; stretches and speakers choose among the pieces of their row.
CALIBRATED = ("polarity", "holders", "portrayal", "dates", "status", "direction", "same")
SHIFTED = ("holders", "portrayal")


def fitted(network: Network, rows: Sequence[Row]) -> dict[str, tuple[float, float]]:
    """The temperature of least surprise for each output that `rows` label, and the error left.

    Shifts become part of the network's weights: of `SHIFTED`, rows must have the natural rate.
    """
    logits: dict[str, list[Tensor]] = {}
    gold: dict[str, list[int]] = {}
    for row, answer in zip(rows, answers(network, rows, CALIBRATED), strict=True):
        for name, one, truth in _labelled(row, answer):
            logits.setdefault(name, []).append(one)
            gold.setdefault(name, []).append(truth)
    found = {}
    for name, some in logits.items():
        temperature, shift, error = _fitted(
            torch.stack(some), torch.tensor(gold[name]), shifts=name in SHIFTED
        )
        found[name] = temperature, error
        head = network.pieces[name] if name in network.pieces else network.rows[name]
        with torch.no_grad():
            head.answer.bias += shift * temperature
    return found


def _labelled(row: Row, answer: dict[str, Tensor]) -> Iterator[tuple[str, Tensor, int]]:
    for name in CALIBRATED:
        truths = row.labels.get(name, IGNORED)
        many = isinstance(truths, list)
        for at, truth in enumerate(truths if many else [truths]):
            if truth != IGNORED:
                yield name, answer[name][at] if many else answer[name], truth


def _fitted(logits: Tensor, gold: Tensor, *, shifts: bool) -> tuple[float, Tensor, float]:
    """Temperature, shift of the calmed logits, and the calibration error that is left."""
    slope = torch.ones(1, requires_grad=True)
    shift = torch.zeros(logits.shape[-1], requires_grad=shifts)
    free = [slope, shift] if shifts else [slope]
    optimiser = torch.optim.LBFGS(free, max_iter=STEPS, line_search_fn="strong_wolfe")

    def surprise() -> Tensor:
        optimiser.zero_grad()
        loss = torch.nn.functional.cross_entropy(logits * slope + shift, gold)
        loss.backward()
        return loss

    optimiser.step(surprise)
    temperature = round(1 / slope.item(), 2)
    shift = (shift - shift.mean()).detach()
    chances = (logits / temperature + shift).softmax(-1)
    return temperature, shift, round(expected_error(chances.numpy(), gold.numpy()), 4)


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
