"""What a batch costs: its hard labels, and how far the student is from its teacher."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import IGNORED, SPANS, Batch

NEVER = -1e4
HEAT = 2.0  # the temperature at which a student learns a teacher's answers (Hinton et al. 2015)
# What stands for "none of those marked": the first piece.
NOBODY = 0


def hard(found: dict[str, Tensor], batch: Batch, smoothing: float, rare: float) -> Tensor:
    """The mean cross entropy of each labelled output, added up.

    `rare` is how much more a judgement weighs than none: one pair in fourteen judges.
    """
    return sum(
        _hard(name, found[name], truth, batch, smoothing, rare)
        for name, truth in batch.labels.items()
    )


def _hard(
    name: str, logits: Tensor, truth: Tensor, batch: Batch, smoothing: float, rare: float
) -> Tensor:
    if name in SPANS:
        ends = [
            _mean(functional.cross_entropy(
                _open(logits[..., side], batch), truth[:, side],
                ignore_index=IGNORED, reduction="none",
            ), truth[:, side])
            for side in (0, 1)
        ]  # fmt: skip
        return sum(ends) / 2
    if name == "speaker":
        return _choice(logits[..., 0], truth)
    if logits.dim() == 3:
        logits, truth = logits.flatten(0, 1), truth.flatten()
    weight = None
    if name in ("holders", "portrayal"):
        weight = torch.tensor([rare, 1.0, rare])
    smoothing = smoothing if name == "polarity" else 0.0
    return functional.cross_entropy(
        logits, truth, weight=weight, ignore_index=IGNORED, label_smoothing=smoothing
    ) if (truth != IGNORED).any() else logits.sum() * 0  # fmt: skip


def _mean(losses: Tensor, truth: Tensor) -> Tensor:
    return losses.sum() / (truth != IGNORED).sum().clamp(min=1)


def _open(logits: Tensor, batch: Batch) -> Tensor:
    """Logits of the pieces, those that only pad shut out."""
    return logits.masked_fill(batch.ids == 0, NEVER)


def _choice(logits: Tensor, truth: Tensor) -> Tensor:
    """Of the pieces that can be chosen (0 or 1 in `truth`) those with 1 are right, any of them."""
    logits = logits.masked_fill(truth == IGNORED, NEVER).log_softmax(-1)
    right = logits.masked_fill(truth != 1, NEVER)
    return -right.logsumexp(-1).mean()


def soft(found: dict[str, Tensor], batch: Batch) -> Tensor:
    """How far the student's answers are from the teacher's, over every output that it gave."""
    return sum(_soft(name, found[name], there, batch) for name, there in batch.soft.items())


def _soft(name: str, here: Tensor, there: Tensor, batch: Batch) -> Tensor:
    if name in SPANS or name == "speaker":
        # A choice among the pieces of a row.
        shut = (batch.ids == 0)[..., None]
        if name == "speaker":
            shut = (batch.labels["speaker"] == IGNORED)[..., None]
        here, there = (x.masked_fill(shut, NEVER).transpose(1, 2) for x in (here, there))
        return _apart(here.flatten(0, 1), there.flatten(0, 1))
    if here.dim() == 3:
        which = (batch.labels[name] != IGNORED) if name in batch.labels else batch.ids != 0
        here, there = here[which], there[which]
    return _apart(here, there)


def _apart(here: Tensor, there: Tensor) -> Tensor:
    return HEAT**2 * functional.kl_div(
        (here / HEAT).log_softmax(-1), (there / HEAT).log_softmax(-1),
        log_target=True, reduction="batchmean",
    )  # fmt: skip


def apart(one: dict[str, Tensor], other: dict[str, Tensor], names: tuple[str, ...]) -> Tensor:
    """How far two readings under other dropout are from each other, both ways (R-Drop).

    Liang et al. 2021, arXiv:2106.14448; of the outputs that answer for a row as a whole.
    """
    total = torch.zeros(())
    for name in names:
        a, b = one[name].log_softmax(-1), other[name].log_softmax(-1)
        for here, there in ((a, b), (b, a)):
            total = (
                total + functional.kl_div(here, there, log_target=True, reduction="batchmean") / 2
            )
    return total
