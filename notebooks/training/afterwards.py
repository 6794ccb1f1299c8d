"""Names and polarity again on the encoder as the heads' training left it, which is not touched.

What was rehearsed little drifts: the answers of names' tags and of polarity are fitted anew, on
the vectors that the encoder ends with, so that no other head changes.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import chain

import torch
from torch import Tensor, nn

from training import batches, own, variants
from training.batches import IGNORED, Row
from training.course import Course, some
from training.network import Network, pooled

READINGS = 2  # variants of each sentence
PLAIN = 1 / 5  # the share of sentences with slots
STEPS, SIZE, RATE = 4000, 512, 1e-3
TOKENS = 4096


def fitted(network: Network, course: Course, seed: int = 1) -> None:
    """Fit the tags' and the polarity's weights in place; the encoder and all else stay."""
    rng = random.Random(seed)
    torch.manual_seed(seed)
    network.eval()
    named = [variants.named_variant(one, rng) for _ in range(READINGS) for one in course.named]
    frames = [*some(course.frames, PLAIN, rng), *some(course.plain, PLAIN, rng)]
    filled = [own.filled(frame, course.persons, rng) for frame in frames]
    judged = [*course.judged, *some(course.further, 1 / 3, rng), *chain(*map(own.judged, filled))]
    _fit(network.tags, *_tagged(network, batches.named_rows(named)), 0.0)
    rows = batches.judged_rows([variants.judged_variant(one, rng) for one in judged])
    _fit(network.rows["polarity"], *_pooled(network, rows), 0.05)
    network.eval()


def _fit(head: nn.Module, inputs: Tensor, gold: Tensor, smoothing: float) -> None:
    optimiser = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=0.01)
    head.train()
    for step in range(STEPS):
        for group in optimiser.param_groups:
            group["lr"] = RATE * (1 - step / STEPS)
        drawn = torch.randint(len(gold), (SIZE,))
        loss = nn.functional.cross_entropy(
            head(inputs[drawn].float()), gold[drawn], label_smoothing=smoothing
        )
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()


def _batches(rows: Sequence[Row]):
    order = sorted(range(len(rows)), key=lambda at: len(rows[at].ids))
    while order:
        count = max(1, TOKENS // len(rows[order[-1]].ids))
        chosen, order = order[-count:], order[:-count]
        yield batches.batch([rows[at] for at in chosen])


def _encoded(network: Network, batch: batches.Batch) -> Tensor:
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        return network.encoder(batch.ids, batch.cases, batch.marks)


def _tagged(network: Network, rows: Sequence[Row]) -> tuple[Tensor, Tensor]:
    """The vectors of the words' first pieces, and their tags."""
    vectors, gold = [], []
    for batch in _batches(rows):
        learnt = batch.labels["tags"] != IGNORED
        vectors.append(_encoded(network, batch)[learnt].bfloat16())
        gold.append(batch.labels["tags"][learnt])
    return torch.cat(vectors), torch.cat(gold)


def _pooled(network: Network, rows: Sequence[Row]) -> tuple[Tensor, Tensor]:
    """What the heads of a row read, and the polarities."""
    vectors, gold = [], []
    for batch in _batches(rows):
        vectors.append(pooled(_encoded(network, batch), batch.marks).bfloat16())
        gold.append(batch.labels["polarity"])
    return torch.cat(vectors), torch.cat(gold)
