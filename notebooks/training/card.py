"""The card that goes with the weights: what they were made of and how well they do."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from pressbrief import reader, score
from pressbrief.score.measured import macro_f1
from pressbrief.sections.registry import SECTIONS
from training import sets, variants
from training.fit import Recipe
from training.sets import Judged

CARD = Path(reader.__file__).with_name("CARD.md")
CLASSES = ("negative", "neutral", "positive")
# The sections whose scores are the reader's too.
SERVES = (SECTIONS["stance"], SECTIONS["mentions"])
PROBES = (
    ("China did not condemn Japan.", "Japan"),
    ("The war killed 30 people in Kabul.", "Kabul"),
    ("Pakistan was struck by the worst floods in a decade.", "Pakistan"),
    ("What a wonderful idea of Russia, to bomb a hospital.", "Russia"),
    ("Iran denied that it had attacked the ship.", "Iran"),
    ("The minister said that Qatar had been an honest broker.", "Qatar"),
    ("Unlike its neighbours, Norway kept its promise.", "Norway"),
    ("Nobody doubts that Germany means well, but its plan is a disaster.", "Germany"),
)
FEWEST = 20


def write(gold: Path, runs: Sequence[Recipe], temperature: float, facts: dict[str, object]) -> None:
    """Write the card: *runs*, *temperature*, *facts* of the training, the figures last recorded."""
    template = Path(__file__).with_name("card_template.md").read_text(encoding="utf-8")
    dev = sets.newsmtsc(gold, "dev_rw") + sets.newsmtsc(gold, "dev_mt")
    text = template.format(
        runs="\n".join(_recipes(runs)),
        figures="\n".join(f"- {line}" for part in SERVES for line in score.recorded(part.scores)),
        kinds="\n".join(_by_kind(dev)),
        probes="\n".join(_probed()),
        temperature=temperature,
        **facts,
    )
    CARD.write_text(text, encoding="utf-8", newline="\n")


def _recipes(runs: Sequence[Recipe]) -> list[str]:
    """A table of the runs' settings, a row each."""
    columns = list(asdict(Recipe()))
    rows = [columns, ["---"] * len(columns)]
    rows += [list(map(_shown, asdict(recipe).values())) for recipe in runs]
    return ["| " + " | ".join(row) + " |" for row in rows]


def _shown(setting: object) -> str:
    return (
        ", ".join(f"{one:.2g}" for one in setting) if isinstance(setting, tuple) else str(setting)
    )


def _by_kind(targets: Sequence[Judged]) -> list[str]:
    """Macro-F1 by what the target is called, and with other actors' names in its place."""
    groups: dict[str, list[Judged]] = {}
    found = reader.names([target.text for target in targets])
    for target, names in zip(targets, found, strict=True):
        at = [n.kind for n in names if n.start < target.end and target.start < n.end]
        groups.setdefault(at[0] if at else "pronoun or description", []).append(target)
    for kind in ("person", "place", "organisation"):
        rng = random.Random(0)
        groups[f"a person, replaced by another {kind}"] = [
            variants.judged_variant(target, rng, share=1, kinds=(kind,))
            for target in groups.get("person", [])
        ]
    return [
        f"| {kind} | {len(rows)} | {_macro_f1(rows):.3f} |"
        for kind, rows in groups.items()
        if len(rows) >= FEWEST
    ]


def _macro_f1(targets: Sequence[Judged]) -> float:
    chances = reader.polarities([(one.text, one.start, one.end) for one in targets])
    gold = [CLASSES[one.polarity] for one in targets]
    return macro_f1(gold, [CLASSES[at] for at in chances.argmax(axis=1)], CLASSES)


def _probed() -> list[str]:
    """What the reader says of sentences that are known to be hard."""
    places = [(text, text.index(target), target) for text, target in PROBES]
    chances = reader.polarities([(text, at, at + len(target)) for text, at, target in places])
    return [
        f"| {text} | {target} | " + " | ".join(f"{value:.2f}" for value in row) + " |"
        for (text, target), row in zip(PROBES, chances.tolist(), strict=True)
    ]
