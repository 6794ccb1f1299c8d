"""Stance toward a target in a sentence, on a NewsMTSC file."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from pressbrief import reader, stance
from pressbrief.score import single
from pressbrief.score.documents import text_of
from pressbrief.score.measured import (
    LABELS,
    Measured,
    ScoreError,
    macro_f1,
    macro_f1_interval,
    share,
)
from pressbrief.score.single import Marked
from pressbrief.topic import Topic

EXPECTED = (
    "NewsMTSC: a .jsonl file, on each line an object with sentence_normalized and targets, each "
    "target with from, to and polarity (2, 4 or 6)"
)
POLARITY = {2: "negative", 4: "neutral", 6: "positive"}
# Neutral first: of equal probabilities it is the one that claims least.
CLASSES = ("neutral", "negative", "positive")
# VADER's own thresholds for its compound score.
VADER = 0.05


@dataclass(frozen=True)
class Target:
    """A target at start:end of the sentence numbered `sentence`, and its gold class."""

    sentence: int
    start: int
    end: int
    gold: str

    @property
    def name(self) -> str:
        """Its line and characters: its name as an actor, and as an item."""
        return f"{self.sentence + 1}:{self.start}-{self.end}"

    def at(self) -> tuple[int, int, int]:
        """Its place, to sort by."""
        return self.sentence, self.start, self.end


def measure(path: Path, as_of: date) -> Measured:
    """Macro-F1 over negative, neutral and positive, and accuracy, of each target's class.

    Each sentence is an article of one sentence; its targets are actors named where the file says.
    The class is the likeliest of the three in the target's row of the stances table; a target
    without a row is neutral. The interval is a bootstrap's; the calibration error is the expected
    one over ten bins of the likeliest class's probability (Guo et al. 2017).
    `sentences_per_second` times `stance.build` alone, the reader loaded. Beside it stand the class
    that the set has most often, and VADER (Hutto and Gilbert 2014) on the whole sentence, which
    knows no target.
    """
    sentences, targets = read(path)
    topic, given = _tables(sentences, targets)
    reader.names(["Talks ended."])  # loaded once, however many sentences follow
    began = time.perf_counter()
    _, stances = stance.build(topic, *given)
    seconds = time.perf_counter() - began
    found = {row.target: _likeliest(row) for row in stances.itertuples()}
    gold = [target.gold for target in targets]
    labels = [found.get(target.name, CLASSES[0]) for target in targets]
    interval = macro_f1_interval(gold, labels, CLASSES)
    vader = _vader(sentences)
    without = sum(target.name not in found for target in targets)
    return Measured(
        items=len(targets),
        unit="targets",
        figures={
            **_figures(gold, labels),
            **dict(zip(("macro_f1_low", "macro_f1_high"), interval, strict=True)),
            "calibration_error": _calibration_error(stances, targets),
            "sentences_per_second": len(sentences) / seconds if seconds else None,
        },
        columns=LABELS,
        rows=[(one.name, one.gold, label) for one, label in zip(targets, labels, strict=True)],
        baselines={
            "majority": _figures(gold, [max(CLASSES, key=gold.count)] * len(gold)),
            "VADER": _figures(gold, [vader[one.sentence] for one in targets]),
        },
        notes=(f"{len(sentences)} sentences; {without} targets without a row count as neutral",),
    )


def read(path: Path) -> tuple[list[str], list[Target]]:
    """A NewsMTSC file's sentences and targets; ScoreError names the line that is none."""
    sentences: list[str] = []
    targets: list[Target] = []
    if path.suffix != ".jsonl" or not path.is_file():
        raise ScoreError(f"{path}: expected {EXPECTED}")
    for number, line in enumerate(text_of(path).split("\n"), 1):
        if line.strip():
            try:
                text, found = _in_line(line, len(sentences))
            except (ValueError, KeyError, TypeError, RecursionError) as error:
                raise ScoreError(f"{path}, line {number}: {error!r}; expected {EXPECTED}") from None
            sentences.append(text)
            targets += found
    if not targets:
        raise ScoreError(f"{path}: holds no target; expected {EXPECTED}")
    return sentences, targets


def _in_line(line: str, sentence: int) -> tuple[str, list[Target]]:
    said = json.loads(line)
    text = said["sentence_normalized"]
    text.encode("utf-8")
    found = [
        Target(sentence, one["from"], one["to"], POLARITY[one["polarity"]])
        for one in said["targets"]
    ]
    for one in found:
        if not 0 <= one.start < one.end <= len(text):
            raise ValueError(f"target at {one.start}:{one.end} of {len(text)} characters")
    return text, found


def _tables(sentences: list[str], targets: list[Target]) -> tuple[Topic, tuple[pd.DataFrame, ...]]:
    """A topic whose actors are the targets, and the tables that the stance room is given."""
    distinct = sorted({target.name: target for target in targets}.values(), key=Target.at)
    return single.given(sentences, [Marked(*one.at(), one.name) for one in distinct], "person")


def _calibration_error(stances: pd.DataFrame, targets: list[Target]) -> float | None:
    """How far the likeliest class's probability is from how often that class is right."""
    gold = {target.name: target.gold for target in targets}
    sure = [getattr(row, f"p_{_likeliest(row)}") for row in stances.itertuples()]
    right = [_likeliest(row) == gold[row.target] for row in stances.itertuples()]
    table = pd.DataFrame({"sure": sure, "right": right, "bin": [int(one * 10) for one in sure]})
    gaps = [abs(rows["sure"].sum() - rows["right"].sum()) for _, rows in table.groupby("bin")]
    return sum(gaps) / len(table) if len(table) else None


def _likeliest(row) -> str:
    return max(CLASSES, key=lambda name: getattr(row, f"p_{name}"))


def _figures(gold: list[str], predicted: list[str]) -> dict[str, float]:
    right = sum(one == other for one, other in zip(gold, predicted, strict=True))
    return {
        "macro_f1": macro_f1(gold, predicted, CLASSES),
        "accuracy": share(right, len(gold)),
    }


def _vader(sentences: list[str]) -> list[str]:
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    compound = SentimentIntensityAnalyzer().polarity_scores
    scores = [compound(text)["compound"] for text in sentences]
    return [
        "positive" if score >= VADER else "negative" if score <= -VADER else "neutral"
        for score in scores
    ]
