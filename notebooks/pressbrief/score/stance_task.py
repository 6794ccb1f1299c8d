"""Stance toward a target in a sentence, on a NewsMTSC file."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd

from pressbrief import reader
from pressbrief.score.documents import text_of
from pressbrief.score.measured import (
    LABELS,
    Measured,
    ScoreError,
    macro_f1,
    macro_f1_interval,
    share,
)

EXPECTED = (
    "NewsMTSC: a .jsonl file, on each line an object with sentence_normalized and targets, each "
    "target with from, to and polarity (2, 4 or 6)"
)
POLARITY = {2: "negative", 4: "neutral", 6: "positive"}
# Neutral first: of equal probabilities it is the one that claims least.
CLASSES = ("neutral", "negative", "positive")
ORDER = [1, 0, 2]  # where the reader's answer has them
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

    The class is the likeliest of the three that the reader gives a target in its sentence: how it
    is spoken of, judged or told, as the set has it. The interval is a bootstrap's; the
    calibration error is the expected one over ten bins of the likeliest class's probability (Guo
    et al. 2017). `sentences_per_second` times the reader alone, once loaded. Beside it stand the
    class that the set has most often, and VADER (Hutto and Gilbert 2014) on the whole sentence,
    which knows no target.
    """
    sentences, targets = read(path)
    reader.names(["Talks ended."])  # loaded once, however many sentences follow
    began = time.perf_counter()
    chances = reader.polarities([(sentences[one.sentence], one.start, one.end) for one in targets])
    seconds = time.perf_counter() - began
    gold = [target.gold for target in targets]
    labels = [CLASSES[at] for at in chances[:, ORDER].argmax(axis=1)]
    interval = macro_f1_interval(gold, labels, CLASSES)
    vader = _vader(sentences)
    return Measured(
        items=len(targets),
        unit="targets",
        figures={
            **_figures(gold, labels),
            **dict(zip(("macro_f1_low", "macro_f1_high"), interval, strict=True)),
            "calibration_error": _calibration_error(chances.max(axis=1), gold, labels),
            "sentences_per_second": len(sentences) / seconds if seconds else None,
        },
        columns=LABELS,
        rows=[(one.name, one.gold, label) for one, label in zip(targets, labels, strict=True)],
        baselines={
            "majority": _figures(gold, [max(CLASSES, key=gold.count)] * len(gold)),
            "VADER": _figures(gold, [vader[one.sentence] for one in targets]),
        },
        notes=(f"{len(sentences)} sentences",),
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


def _calibration_error(sure: np.ndarray, gold: list[str], labels: list[str]) -> float:
    """How far the likeliest class's probability is from how often that class is right."""
    right = [one == other for one, other in zip(gold, labels, strict=True)]
    table = pd.DataFrame({"sure": sure, "right": right, "bin": (sure * 10).astype(int)})
    gaps = [abs(rows["sure"].sum() - rows["right"].sum()) for _, rows in table.groupby("bin")]
    return float(sum(gaps) / len(table))


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
