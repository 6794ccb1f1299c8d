"""How often each head is right on labelled rows: what the card and the choice of a run rest on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from torch import Tensor

from pressbrief.reader.readings import stretch
from training.batches import IGNORED, Row
from training.lessons import CRITICAL, FAVOURABLE, NONE

Answers = Sequence[dict[str, Tensor]]


def f1(right: int, predicted: int, gold: int) -> dict[str, float]:
    """Precision, recall and F1 of counts.

    >>> f1(1, 2, 1)
    {'precision': 0.5, 'recall': 1.0, 'f1': 0.6667}
    """
    precision, recall = right / max(predicted, 1), right / max(gold, 1)
    both = precision + recall
    found = {
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / max(both, 1e-9),
    }
    return {name: round(value, 4) for name, value in found.items()}


def of_classes(pairs: Sequence[tuple[int, int]], classes: dict[str, int]) -> dict[str, object]:
    """Macro-F1 and each class' precision, recall and F1 over (gold, predicted)."""
    counts = Counter(pairs)
    found: dict[str, object] = {}
    for name, value in classes.items():
        right = counts[value, value]
        predicted = sum(n for (_, other), n in counts.items() if other == value)
        gold = sum(n for (one, _), n in counts.items() if one == value)
        found[name] = f1(right, predicted, gold)
    found["macro_f1"] = round(float(np.mean([found[name]["f1"] for name in classes])), 4)
    return found


SIGNS = {"critical": CRITICAL, "none": NONE, "favourable": FAVOURABLE}


def appraisal(rows: Sequence[Row], answers: Answers) -> dict[str, object]:
    """Evaluations over all (holder, target) pairs, portrayals over targets, and their words."""
    pairs, told, words = [], [], []
    for row, answer in zip(rows, answers, strict=True):
        says = answer["holders"].argmax(-1).tolist()
        gold = row.labels["holders"]
        pairs += [(one, says[at]) for at, one in enumerate(gold) if one != IGNORED]
        told.append((row.labels["portrayal"], int(answer["portrayal"].argmax())))
        if row.labels["words"][0] != IGNORED:
            words.append(overlap(row.labels["words"], stretch(answer["words"].numpy())))
    return {
        "pairs": len(pairs),
        "evaluation": of_classes(pairs, SIGNS),
        "portrayal": of_classes(told, SIGNS),
        "words_overlap": round(float(np.mean([one > 0 for one in words])), 4),
        "words_f1": round(float(np.mean(words)), 4),
    }


def happening(rows: Sequence[Row], answers: Answers) -> dict[str, object]:
    """Whether a time dates a happening, which clause it is, its status and where it lies."""
    dated, clauses, status, side, both = [], [], [], [], []
    for row, answer in zip(rows, answers, strict=True):
        gold, says = row.labels["dates"], int(answer["dates"].argmax())
        dated.append((gold, says))
        if gold != 1:
            continue
        clauses.append(overlap(row.labels["clause"], stretch(answer["clause"].numpy())))
        here = int(answer["status"].argmax()) == row.labels["status"]
        status.append(here)
        if row.labels["direction"] != IGNORED:
            there = int(answer["direction"].argmax()) == row.labels["direction"]
            side.append(there)
            both.append(here and there)
    right = sum(one == says == 1 for one, says in dated)
    return {
        "items": len(rows),
        "dates": f1(right, sum(says == 1 for _, says in dated), sum(one == 1 for one, _ in dated)),
        "kind_accuracy": round(float(np.mean([one == says for one, says in dated])), 4),
        "clause_f1": round(float(np.mean(clauses)), 4),
        "clause_overlap": round(float(np.mean([one > 0 for one in clauses])), 4),
        "status": round(float(np.mean(status)), 4),
        "direction": round(float(np.mean(side)), 4),
        "status_and_direction": round(float(np.mean(both)), 4),
    }


def reference(rows: Sequence[Row], answers: Answers) -> dict[str, object]:
    """How often the likeliest candidate (or none) is right."""
    right = []
    for row, answer in zip(rows, answers, strict=True):
        open_ = [at for at, one in enumerate(row.labels["speaker"]) if one != IGNORED]
        logits = answer["speaker"][:, 0]
        best = max(open_, key=lambda at: float(logits[at]))
        right.append(row.labels["speaker"][best] == 1)
    return {"items": len(rows), "accuracy": round(float(np.mean(right)), 4)}


def same(rows: Sequence[Row], answers: Answers, threshold: float = 0.5) -> dict[str, object]:
    """Pairs that tell one happening, above a probability."""
    gold = [row.labels["same"] for row in rows]
    chance = [float(answer["same"].softmax(-1)[1]) for answer in answers]
    says = [one >= threshold for one in chance]
    right = sum(one and other for one, other in zip(gold, says, strict=True))
    return {"items": len(rows), **f1(right, sum(says), sum(gold))}


def overlap(gold: tuple[int, int], found: tuple[int, int]) -> float:
    """The F1 of the pieces of two stretches (first, last).

    >>> overlap((3, 6), (5, 8))
    0.5
    """
    shared = max(0, min(gold[1], found[1]) - max(gold[0], found[0]) + 1)
    return 2 * shared / (gold[1] - gold[0] + 1 + found[1] - found[0] + 1)


HEADS = {"appraisal": appraisal, "happening": happening, "reference": reference, "same": same}
