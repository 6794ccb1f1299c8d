"""Stance toward states, organisations and groups, and who holds it, on the project's own set."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from pressbrief import stance
from pressbrief.score import single
from pressbrief.score.documents import text_of
from pressbrief.score.measured import LABELS, Measured, ScoreError, macro_f1, share
from pressbrief.score.single import Marked
from pressbrief.stance.appraisal.verdicts import evaluates
from pressbrief.tables.select import strongest_first

EXPECTED = (
    "the project's own set: stance_sentences.tsv (item, text, start, end, target, target_type) "
    "with stance_a.tsv and stance_b.tsv (item, polarity, voice, holder) beside it"
)
SENTENCES = ("item", "text", "start", "end", "target", "target_type")
ANSWERS = ("item", "polarity", "voice", "holder")
CLASSES = ("neutral", "positive", "negative")  # by sign: 0, 1, −1
AUTHOR = "author"
WORD = re.compile(r"\w+")
SMALL = {"the", "a", "an", "of", "s"}


@dataclass(frozen=True)
class Answer:
    """How a sentence speaks of a target, and who says so ("author" for the writer)."""

    polarity: str
    holder: str


def measure(path: Path, as_of: date) -> Measured:
    """Macro-F1 of polarity and accuracy of the holder, where two people labelled alike.

    Each row is an article of one sentence with its one target. The polarity is that of the
    clearest view of the target, whoever's it is, or neutral if nobody judges it. A holder is right
    if both sides have the author, or if the phrase that names the speaker shares a word with the
    one that the labels have. Agreement between the two who labelled is Cohen's kappa for the
    polarity, and how often they name the same holder.
    """
    items, texts, marked, types = read(path)
    first, second = (answers(path.with_name(f"stance_{who}.tsv"), items) for who in "ab")
    topic, tables = single.given(texts, marked, "state")
    _, stances = stance.build(topic, *tables)
    spoken = stance.voices(*(tables[place] for place in (0, 1, 3)))
    loudest = strongest_first(stances).drop_duplicates("target")
    rows = {row.target: row for row in loudest.itertuples()}
    found = [
        Answer(
            _judged(rows.get(target.actor)),
            _holder(target, texts[target.sentence], spoken.get(str(target.sentence), [])),
        )
        for target in marked
    ]
    pairs = list(zip(first, second, found, strict=True))
    alike = [(a.polarity, f.polarity) for a, b, f in pairs if a.polarity == b.polarity]
    own = [
        (a.polarity, f.polarity)
        for a, b, f in pairs
        if a.polarity == b.polarity and a.holder == b.holder == AUTHOR
    ]
    held = [(a.holder, f.holder) for a, b, f in pairs if same(a.holder, b.holder)]
    right = sum(same(gold, said) for gold, said in held)
    gold = [one for one, _ in alike]
    return Measured(
        items=len(items),
        unit="targets",
        figures={
            "macro_f1": _macro_f1(alike),
            "own_voice_macro_f1": _macro_f1(own),
            "holder_accuracy": share(right, len(held)),
            "kappa": kappa([a.polarity for a in first], [b.polarity for b in second]),
            "same_holder": share(len(held), len(pairs)),
        },
        columns=LABELS,
        rows=[
            (item, f"{a.polarity}, {a.holder}", f"{f.polarity}, {f.holder}")
            for item, (a, b, f) in zip(items, pairs, strict=True)
            if a.polarity == b.polarity
        ],
        baselines={
            "majority": {
                "macro_f1": _macro_f1([(one, max(CLASSES, key=gold.count)) for one in gold]),
                "own_voice_macro_f1": _macro_f1([(one, "neutral") for one, _ in own]),
                "holder_accuracy": share(sum(one == AUTHOR for one, _ in held), len(held)),
            }
        },
        notes=(
            f"{len(alike)} targets with one polarity from both who labelled, {len(own)} of them in "
            f"the author's own voice; {len(held)} with one holder; {_kinds(types)}",
        ),
    )


def read(path: Path) -> tuple[list[str], list[str], list[Marked], list[str]]:
    """The items, their texts, their targets and the targets' types; ScoreError names a bad row."""
    items: list[str] = []
    texts: list[str] = []
    marked: list[Marked] = []
    types: list[str] = []
    for row in _table(path, SENTENCES):
        start, end = int(row["start"]), int(row["end"])
        if row["text"][start:end] != row["target"]:
            raise ScoreError(f"{path}, {row['item']}: {row['target']!r} is not at {start}:{end}")
        marked.append(Marked(len(texts), start, end, row["item"]))
        items.append(row["item"])
        texts.append(row["text"])
        types.append(row["target_type"])
    return items, texts, marked, types


def answers(path: Path, items: Sequence[str]) -> list[Answer]:
    """One person's labels in the order of *items*; ScoreError if one is missing."""
    by_item = {row["item"]: row for row in _table(path, ANSWERS)}
    missing = [item for item in items if item not in by_item]
    if missing:
        raise ScoreError(f"{path}: no label for {missing[0]}; expected {EXPECTED}")
    return [
        Answer(
            by_item[item]["polarity"],
            AUTHOR if by_item[item]["voice"] == AUTHOR else by_item[item]["holder"],
        )
        for item in items
    ]


def _table(path: Path, columns: tuple[str, ...]) -> list[dict[str, str]]:
    if not path.is_file() or path.suffix != ".tsv":
        raise ScoreError(f"{path}: no such file; expected {EXPECTED}")
    lines = text_of(path).splitlines()
    rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    if not rows or any(column not in rows[0] for column in columns):
        raise ScoreError(f"{path}: not the columns {', '.join(columns)}; expected {EXPECTED}")
    return rows


def _holder(target: Marked, text: str, voices: list[stance.Voice]) -> str:
    """The phrase that names whoever speaks where the target stands, as the sentence has it."""
    around = [one for one in voices if one.start <= target.start and target.end <= one.end]
    if not around:
        return AUTHOR
    inner = min(around, key=lambda voice: (voice.end - voice.start, voice.start))
    return text[slice(*inner.source_at)] if inner.source_at else inner.speaker


def same(one: str, other: str) -> bool:
    """Whether two holders are one: both the author, or phrases with a word in common.

    >>> same("author", "author"), same("author", "China"), same("China", "a Chinese envoy of China")
    (True, False, True)
    """
    if AUTHOR in (one, other):
        return one == other
    words = ({word.casefold() for word in WORD.findall(phrase)} - SMALL for phrase in (one, other))
    return not next(words).isdisjoint(next(words))


def kappa(one: Sequence[str], other: Sequence[str]) -> float:
    """Cohen's kappa: agreement beyond what chance would give.

    >>> kappa(["a", "b", "a", "b"], ["a", "b", "b", "b"])
    0.5
    """
    seen = share(sum(a == b for a, b in zip(one, other, strict=True)), len(one))
    chance = sum(one.count(label) * other.count(label) for label in set(one)) / len(one) ** 2
    return (seen - chance) / (1 - chance) if chance < 1 else 1.0


def _macro_f1(pairs: list[tuple[str, str]]) -> float:
    return macro_f1([gold for gold, _ in pairs], [found for _, found in pairs], CLASSES)


def _judged(row) -> str:
    return CLASSES[evaluates(row.polarity)] if row else CLASSES[0]


def _kinds(types: list[str]) -> str:
    counts = pd.Series(types).value_counts(sort=False)
    return ", ".join(f"{count} of type {kind}" for kind, count in counts.items())
