"""The training loop: names and polarity in turns, one optimiser, one learning rate that falls."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import nn

from training.batches import IGNORED, Batch, Row, shuffled
from training.network import LAYERS, Network


@dataclass(frozen=True)
class Recipe:
    """What a training run is made of."""

    epochs: int = 3
    size: int = 32
    rate: float = 1e-4  # of the top layer; each layer below has `fall` times that of the next
    head_rate: float = 1e-3
    fall: float = 0.9
    warmup: float = 0.1
    smoothing: float = 0.05
    agree: float = 2.0  # how much two readings of one polarity under other dropout must agree
    frames: tuple[float, ...] = (1 / 2, 1 / 3, 1 / 6)  # the share of them that each epoch reads
    first: int = 0  # only so many of the frames, the first; 0: all
    plain: bool = True  # whether it reads the shortest frames too
    average: float = 0.995  # weights are averaged over the last 1 / (1 - average) steps
    seed: int = 1


Tasks = Callable[[Recipe, int, random.Random], Sequence[Sequence[Row]]]


def groups(network: Network, recipe: Recipe) -> list[dict]:
    """The optimiser's groups: lower layers learn slower, new weights faster."""
    found = []
    for name, weight in network.named_parameters():
        rate = recipe.head_rate
        if name.startswith("encoder.layers."):
            rate = recipe.rate * recipe.fall ** (LAYERS - 1 - int(name.split(".")[2]))
        elif name.startswith("encoder") and not name.startswith(("encoder.case", "encoder.target")):
            rate = recipe.rate * recipe.fall**LAYERS
        decay = 0.01 if weight.dim() > 1 else 0.0
        found.append({"params": [weight], "lr": rate, "top": rate, "weight_decay": decay})
    return found


def loss_of(network: Network, batch: Batch, recipe: Recipe) -> torch.Tensor:
    """Cross entropy of the tags, or of the polarities, which are read twice if they must agree.

    What two readings differ by is R-Drop's (Liang et al. 2021, arXiv:2106.14448).
    """
    if batch.polarity[0] == IGNORED:
        tags, _ = _read(network, batch.ids, batch.cases, batch.target)
        return nn.functional.cross_entropy(
            tags.flatten(0, 1), batch.tags.flatten(), ignore_index=IGNORED
        )
    times = 2 if recipe.agree else 1
    given = (torch.cat([each] * times) for each in (batch.ids, batch.cases, batch.target))
    _, polarity = _read(network, *given)
    truth = torch.cat([batch.polarity] * times)
    loss = nn.functional.cross_entropy(polarity, truth, label_smoothing=recipe.smoothing)
    return loss + recipe.agree * _apart(*polarity.log_softmax(-1).chunk(2)) if times > 1 else loss


def _read(network: Network, *given: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        tags, polarity = network(*given)
    return tags.float(), polarity.float()


def _apart(one: torch.Tensor, other: torch.Tensor) -> torch.Tensor:
    """The mean divergence of two readings' logarithms of probabilities, both ways."""
    ways = (
        nn.functional.kl_div(here, there, log_target=True, reduction="batchmean")
        for here, there in ((one, other), (other, one))
    )
    return sum(ways) / 2


def fit(
    network: Network,
    tasks: Tasks,
    recipe: Recipe,
    state: Path,
    report: Callable[[str], None] = print,
) -> None:
    """Train *network* in place; goes on from *state* where a run broke off.

    *tasks* gives each epoch's rows, one list a task. The network ends with averaged weights.
    """
    optimiser = torch.optim.AdamW(groups(network, recipe), fused=True)
    averaged = {name: weight.detach().clone() for name, weight in network.named_parameters()}
    first = steps_done = 0
    if state.exists():
        saved = torch.load(state, weights_only=True)
        network.load_state_dict(saved["network"])
        optimiser.load_state_dict(saved["optimiser"])
        averaged, first, steps_done = saved["averaged"], saved["epoch"] + 1, saved["steps"]
    began = time.monotonic()
    for epoch in range(first, recipe.epochs):
        rng = random.Random(f"{recipe.seed} {epoch}")
        torch.manual_seed(recipe.seed * 1000 + epoch)
        given = tasks(recipe, epoch, rng)
        batches = list(turns([shuffled(rows, recipe.size, rng) for rows in given], rng))
        network.train()
        losses = []
        for at, batch in enumerate(batches):
            set_rate(optimiser, (epoch + at / len(batches)) / recipe.epochs, recipe.warmup)
            loss = loss_of(network, batch, recipe)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad()
            steps_done += 1
            losses.append(loss.detach())
            with torch.no_grad():
                pace = min(recipe.average, steps_done / (steps_done + 10))
                for name, weight in network.named_parameters():
                    averaged[name].lerp_(weight, 1 - pace)
        torch.save(
            {
                "network": network.state_dict(),
                "optimiser": optimiser.state_dict(),
                "averaged": averaged,
                "epoch": epoch,
                "steps": steps_done,
            },
            state,
        )
        mean = float(torch.stack(losses).mean())
        report(f"epoch {epoch + 1}: loss {mean:.3f}, {time.monotonic() - began:.0f} s")
    network.load_state_dict(averaged, strict=False)
    network.eval()


def turns(tasks: list[Iterator[Batch]], rng: random.Random) -> Iterator[Batch]:
    """The batches of all *tasks*, mixed."""
    batches = [batch for task in tasks for batch in task]
    rng.shuffle(batches)
    yield from batches


def set_rate(optimiser: torch.optim.Optimizer, done: float, warmup: float) -> None:
    """The learning rate rises over the first part of the way and falls to nothing at its end."""
    share = min(done / warmup, (1 - done) / (1 - warmup)) if warmup else 1 - done
    for group in optimiser.param_groups:
        group["lr"] = group["top"] * max(0.0, share)
