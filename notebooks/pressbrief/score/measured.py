"""What a measurement gives: figures, a table for people, and what was compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

LABELS = ("item", "gold", "predicted")
SPANS = ("document", "side", "start", "end", "type", "value", "text")
# By name, those of a part by the part's; None where there is nothing to take a figure from.
Figures = Mapping[str, "float | Figures | None"]


class ScoreError(ValueError):
    """A task or a set that cannot be measured; the message names it and what is expected."""


@dataclass(frozen=True)
class Measured:
    """What was measured on one set.

    `items` counts what `unit` names; `figures` are those of the task, `baselines` the same figures
    of others by their name; `notes` what a reader of the figures must know; `rows` what was
    compared, in the columns LABELS or SPANS.
    """

    items: int
    unit: str
    figures: Figures
    columns: tuple[str, ...]
    rows: list[tuple]
    baselines: Mapping[str, Figures] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, order=True)
class Span:
    """A stretch of a document, half open, with its type and value."""

    start: int
    end: int
    type: str = ""
    value: str = ""

    def overlaps(self, other: Span) -> bool:
        """Whether the two have a character in common."""
        return self.start < other.end and other.start < self.end


def f1(hits: float, gold: float, predicted: float) -> float:
    """The harmonic mean of hits / predicted and hits / gold; 0 where there is no hit.

    >>> f1(2, 4, 3)
    0.5714285714285714
    """
    return 2 * hits / (gold + predicted) if hits else 0.0


def share(hits: int, items: int) -> float:
    """Hits among items; 0 where there are none.

    >>> share(1, 4), share(0, 0)
    (0.25, 0.0)
    """
    return hits / items if items else 0.0


def macro_f1(gold: Sequence[str], predicted: Sequence[str], classes: Iterable[str]) -> float:
    """The mean over the classes of each one's F1; one that neither side has counts as 0.

    >>> macro_f1(["a", "a", "b"], ["a", "b", "b"], ["a", "b"])
    0.6666666666666666
    """
    pairs = list(zip(gold, predicted, strict=True))
    each = [
        f1(pairs.count((name, name)), gold.count(name), predicted.count(name)) for name in classes
    ]
    return sum(each) / len(each)


def macro_f1_interval(
    gold: Sequence[str], predicted: Sequence[str], classes: Sequence[str], resamples: int = 1000
) -> tuple[float, float]:
    """The 95 % bootstrap interval of macro_f1, items drawn with replacement (fixed seed).

    >>> macro_f1_interval(["a", "b"] * 50, ["a", "b"] * 50, ["a", "b"])
    (1.0, 1.0)
    """
    number = {name: place for place, name in enumerate(classes)}
    pairs = zip(gold, predicted, strict=True)
    cells = np.array([number[one] * len(classes) + number[other] for one, other in pairs])
    drawn = np.random.default_rng(0).integers(len(cells), size=(resamples, len(cells)))
    scores = []
    for chosen in cells[drawn]:
        table = np.bincount(chosen, minlength=len(classes) ** 2).reshape(len(classes), -1)
        both = table.sum(0) + table.sum(1)
        scores.append((2 * table.diagonal() / np.maximum(both, 1)).mean())
    low, high = np.percentile(scores, [2.5, 97.5])
    return float(low), float(high)


def span_rows(
    texts: Mapping[str, str],
    gold: Mapping[str, Sequence[Span]],
    predicted: Mapping[str, Sequence[Span]],
) -> Iterator[tuple]:
    """Spans by document as rows in the columns SPANS, the gold ones of a document first."""
    for document, text in texts.items():
        for side, spans in (("gold", gold), ("predicted", predicted)):
            for span in sorted(spans.get(document, [])):
                cut = text[span.start : span.end]
                yield document, side, span.start, span.end, span.type, span.value, cut
