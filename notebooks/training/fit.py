"""The training loop: all heads in turns, one optimiser, one learning rate that falls."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from training import losses
from training.batches import Batch, Row, shuffled
from training.network import OUTPUTS, PER_ROW, Network


@dataclass(frozen=True)
class Recipe:
    """What a training run is made of."""

    epochs: int = 3
    until: int = 0  # the run stops after so many epochs; 0: after all
    tokens: int = 1024  # pieces in a batch
    rate: float = 1e-4  # of the top layer; each layer below has `fall` times that of the next
    head_rate: float = 1e-3
    fall: float = 0.9
    warmup: float = 0.1
    smoothing: float = 0.05
    rare: float = 2.0  # how much more a judgement weighs than none
    agree: float = 0.0  # how much two readings of one row under other dropout must agree
    taught: float = 0.0  # the share of the loss that is the teacher's
    average: float = 0.995  # weights are averaged over the last 1 / (1 - average) steps
    seed: int = 1


# An epoch's rows by task: Lessons(epoch, rng).
Lessons = Callable[[int, random.Random], dict[str, Sequence[Row]]]


def groups(network: Network, recipe: Recipe) -> list[dict]:
    """The optimiser's groups: lower layers learn slower, new weights faster."""
    layers = 1 + max(
        at for name, _ in network.named_parameters() if (at := _layer(name)) is not None
    )
    found = []
    for name, weight in network.named_parameters():
        rate = recipe.head_rate
        if (at := _layer(name)) is not None:
            rate = recipe.rate * recipe.fall ** (layers - 1 - at)
        elif name.startswith("encoder") and not name.startswith(("encoder.case", "encoder.mark")):
            rate = recipe.rate * recipe.fall**layers
        decay = 0.01 if weight.dim() > 1 else 0.0
        found.append({"params": [weight], "lr": rate, "top": rate, "weight_decay": decay})
    return found


def _layer(name: str) -> int | None:
    """The number of the encoder's layer that a weight belongs to.

    >>> _layer("encoder.layers.3.up.weight"), _layer("encoder.model.encoder.layer.11.x.y")
    (3, 11)
    """
    parts = name.split(".")
    if parts[0] != "encoder":
        return None
    return next((int(part) for part in parts if part.isdigit()), None)


def loss_of(network: Network, batch: Batch, recipe: Recipe) -> Tensor:
    """What a batch costs by its labels, by the teacher, and by how two readings differ."""
    wanted = tuple({*batch.labels, *batch.soft})
    found = _read(network, batch, wanted)
    total = torch.zeros(())
    if batch.labels:
        share = 1 - recipe.taught if batch.soft else 1.0
        total = total + share * losses.hard(found, batch, recipe.smoothing, recipe.rare)
    if batch.soft:
        total = total + (recipe.taught or 1.0) * losses.soft(found, batch)
    agreeing = tuple(name for name in wanted if name in PER_ROW)
    if recipe.agree and agreeing:
        again = _read(network, batch, wanted)
        total = total + losses.hard(again, batch, recipe.smoothing, recipe.rare)
        total = total / 2 + recipe.agree * losses.apart(found, again, agreeing)
    return total


def _read(network: Network, batch: Batch, wanted: tuple[str, ...]) -> dict[str, Tensor]:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        found = network(batch.ids, batch.cases, batch.marks, wanted)
    return {name: logits.float() for name, logits in found.items()}


def fit(
    network: Network,
    lessons: Lessons,
    recipe: Recipe,
    state: Path,
    report: Callable[[str], None] = print,
) -> None:
    """Train *network* in place; goes on from *state* where a run broke off.

    The network ends with averaged weights.
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
    for epoch in range(first, recipe.until or recipe.epochs):
        rng = random.Random(f"{recipe.seed} {epoch}")
        torch.manual_seed(recipe.seed * 1000 + epoch)
        tasks = lessons(epoch, rng)
        batches = list(turns([shuffled(rows, recipe.tokens, rng) for rows in tasks.values()], rng))
        network.train()
        total = torch.zeros(())
        for at, batch in enumerate(batches):
            set_rate(optimiser, (epoch + at / len(batches)) / recipe.epochs, recipe.warmup)
            loss = loss_of(network, batch, recipe)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad()
            steps_done += 1
            total += loss.detach()
            with torch.no_grad():
                pace = min(recipe.average, steps_done / (steps_done + 10))
                for name, weight in network.named_parameters():
                    averaged[name].lerp_(weight, 1 - pace)
            if at % 200 == 199:
                report(f"  {at + 1} of {len(batches)}: {time.monotonic() - began:.0f} s")
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
        mean = float(total / len(batches))
        report(f"epoch {epoch + 1}: loss {mean:.3f}, {time.monotonic() - began:.0f} s")
    network.load_state_dict(averaged, strict=False)
    network.eval()


def answers(
    network: Network, rows: Sequence[Row], wanted: tuple[str, ...] = OUTPUTS, tokens: int = 2048
) -> list[dict[str, Tensor]]:
    """The network's logits for each row, in their order, cut to the row's length."""
    from training.batches import batch

    network.eval()
    found: list[dict[str, Tensor]] = [{} for _ in rows]
    order = sorted(range(len(rows)), key=lambda at: len(rows[at].ids))
    with torch.no_grad():
        while order:
            count = max(1, tokens // len(rows[order[-1]].ids))
            chosen, order = order[-count:], order[:-count]
            given = batch([Row(rows[at].ids, rows[at].cases, rows[at].marks) for at in chosen])
            read = _read(network, given, wanted)
            for place, at in enumerate(chosen):
                for name, logits in read.items():
                    cut = logits[place]
                    found[at][name] = cut[: len(rows[at].ids)].clone() if cut.dim() == 2 else cut
    return found


def turns(tasks: Sequence[Iterator[Batch]], rng: random.Random) -> Iterator[Batch]:
    """The batches of all *tasks*, mixed."""
    batches = [batch for task in tasks for batch in task]
    rng.shuffle(batches)
    yield from batches


def set_rate(optimiser: torch.optim.Optimizer, done: float, warmup: float) -> None:
    """The learning rate rises over the first part of the way and falls to nothing at its end."""
    share = min(done / warmup, (1 - done) / (1 - warmup)) if warmup else 1 - done
    for group in optimiser.param_groups:
        group["lr"] = group["top"] * max(0.0, share)
