"""The card that goes with the weights: what they were made of and how well they do."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np

from pressbrief import reader, score
from pressbrief.score.measured import macro_f1
from pressbrief.sections.registry import SECTIONS
from training import sets, variants, written
from training.course import HELD_SIDE, TRAINING_SIDE, Course, head_of
from training.fit import Recipe
from training.sets import Judged

CARD = Path(reader.__file__).with_name("CARD.md")
CLASSES = ("negative", "neutral", "positive")
# The sections whose scores are the reader's too.
SERVES = (SECTIONS["stance"], SECTIONS["mentions"], SECTIONS["timeline"])
PROBES = (
    ("China did not condemn Japan.", "Japan", "China"),
    ("The war killed 30 people in Kabul.", "Kabul", ""),
    ("Pakistan was struck by the worst floods in a decade.", "Pakistan", ""),
    ("What a wonderful idea of Russia, to bomb a hospital.", "Russia", ""),
    ("Iran denied that it had attacked the ship.", "Iran", ""),
    ("The minister said that Qatar had been an honest broker.", "Qatar", ""),
    ("Unlike its neighbours, Norway kept its promise.", "Norway", ""),
    ("Nobody doubts that Germany means well, but its plan is a disaster.", "Germany", ""),
    ("Japan condemned the Taliban.", "Taliban", "Japan"),
)
FEWEST = 20
WHAT = {
    "appraisal": "who judges whom, in which words; who is told to do well or ill",
    "happening": "what a time expression dates",
    "reference": "whose words, who is meant",
    "coreference": "pronouns of GUM, ECB+ and MEANTIME, by their own annotation",
    "same": "one happening or two",
    "ecbplus": "pairs of ECB+'s actions, by its own annotation",
}


def write(
    course: Course, gold: Path, recipe: Recipe, temperatures: Mapping[str, tuple[float, float]]
) -> None:
    """Write the card: what was taught, how, and the figures last recorded."""
    template = Path(__file__).with_name("card_template.md").read_text(encoding="utf-8")
    dev = sets.newsmtsc(gold, "dev_rw") + sets.newsmtsc(gold, "dev_mt")
    text = template.format(
        taught="\n".join(_taught(course)),
        recipe=", ".join(f"{name} {value:g}" for name, value in asdict(recipe).items()),
        temperatures="\n".join(
            f"| {name} | {at} | {error} |" for name, (at, error) in sorted(temperatures.items())
        ),
        figures="\n".join(f"- {line}" for part in SERVES for line in score.recorded(part.scores)),
        kinds="\n".join(_by_kind(dev)),
        probes="\n".join(_probed()),
        named=f"{len(course.named):,}",
        judged=f"{len(course.judged):,}",
        further=f"{len(course.further):,}",
        frames=f"{len(course.frames) + len(course.plain):,}",
        made_up=f"{len(written.lines()):,}",
    )
    CARD.write_text(text, encoding="utf-8", newline="\n")


def _taught(course: Course) -> Iterator[str]:
    for head, said in WHAT.items():
        taught, held = (
            sum(len(sides[side]) for task, sides in course.items.items() if head_of(task) == head)
            for side in (TRAINING_SIDE, HELD_SIDE)
        )
        yield f"| {head}: {said} | {taught:,} | {held:,} |"


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


def _probed() -> Iterator[str]:
    """What the reader says of sentences that are known to be hard."""
    asked = []
    for text, target, other in PROBES:
        others = (_place(text, other),) if other else ()
        asked.append((text, (_place(text, target),), others))
    for (text, target, other), read in zip(PROBES, reader.judgements(asked), strict=True):
        said = [("the author", read.author), ("somebody unnamed", read.unnamed)]
        said += [(other, read.others[0])] if other else []
        # Whoever judges most surely stands in the row.
        who, chances = max(said, key=lambda one: 1 - one[1][1])
        numbers = " | ".join(f"{value:.2f}" for value in np.concatenate([chances, read.portrayal]))
        yield f"| {text} | {target} | {who} | {numbers} |"


def _place(text: str, name: str) -> tuple[int, int]:
    return text.index(name), text.index(name) + len(name)
