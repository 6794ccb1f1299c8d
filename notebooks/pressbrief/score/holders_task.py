"""Who blames and who praises whom, on a directed_sentiment file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from pressbrief import stance
from pressbrief.score import single
from pressbrief.score.documents import text_of
from pressbrief.score.measured import LABELS, Measured, ScoreError, macro_f1
from pressbrief.score.single import Marked
from pressbrief.stance.appraisal.verdicts import evaluates

EXPECTED = (
    "directed_sentiment: a .txt file, on each line four columns between tabs: a sentence with two "
    "names in square brackets, the two names, and 0, 1, 2, 3 or 4"
)
# As the set numbers them; p is the first name, q the second.
CLASSES = ("none", "p praises q", "q praises p", "p blames q", "q blames p")
NAME = re.compile(r"\[([^\[\]]+)\]")


@dataclass(frozen=True)
class Pair:
    """The two names of a sentence, and the gold class of what is between them."""

    p: Marked
    q: Marked
    gold: str


def measure(path: Path, as_of: date) -> Measured:
    """Macro-F1 over none, praise and blame in either direction.

    Each sentence is an article of one sentence; the two names are actors named where the brackets
    are. A row of the stances table with one as its holder and the other as its target is what the
    first thinks of the second, if it evaluates; of two such rows the clearer one counts, and
    without any it is none. Beside it stand the class that the set has most often, and the same
    rows without their holders: how the sentence speaks of a name is then what the other thinks of
    it.
    """
    sentences, pairs = read(path)
    marked = [one for pair in pairs for one in (pair.p, pair.q)]
    topic, tables = single.given(sentences, marked, "person")
    _, stances = stance.build(topic, *tables)
    rows = dict(tuple(stances.groupby("article_id", sort=False)))
    none = stances.iloc[:0]
    gold = [pair.gold for pair in pairs]
    found, alone = (
        [_label(pair, rows.get(str(pair.p.sentence), none), holders) for pair in pairs]
        for holders in (True, False)
    )
    most = max(CLASSES, key=gold.count)
    compared = enumerate(zip(gold, found, strict=True), 1)
    return Measured(
        items=len(pairs),
        unit="pairs",
        figures=_figures(gold, found),
        columns=LABELS,
        rows=[(str(number), *labels) for number, labels in compared],
        baselines={
            "majority": _figures(gold, [most] * len(gold)),
            "no holders": _figures(gold, alone),
        },
        notes=(
            f"{sum(label != CLASSES[0] for label in found)} pairs with a holder and a target; "
            f"the set's most frequent class is {most!r}",
        ),
    )


def read(path: Path) -> tuple[list[str], list[Pair]]:
    """A file's sentences without their brackets, and the pairs; ScoreError names a broken line."""
    if path.suffix != ".txt" or not path.is_file():
        raise ScoreError(f"{path}: expected {EXPECTED}")
    sentences: list[str] = []
    pairs: list[Pair] = []
    for number, line in enumerate(text_of(path).split("\n"), 1):
        if not line.strip():
            continue
        text, *names, label = line.rstrip("\r").rsplit("\t", 3)
        if len(names) != 2 or label not in ("0", "1", "2", "3", "4"):
            raise ScoreError(f"{path}, line {number}: {line[:60]!r}; expected {EXPECTED}")
        plain, places = _without_brackets(text)
        if len(places) < 2:
            raise ScoreError(f"{path}, line {number}: not two names in []; expected {EXPECTED}")
        p, q = (
            Marked(len(sentences), *place, f"{number}:{name}")
            for place, name in zip(_chosen(plain, places, names), "pq", strict=True)
        )
        sentences.append(plain)
        pairs.append(Pair(p, q, CLASSES[int(label)]))
    if not pairs:
        raise ScoreError(f"{path}: holds no pair; expected {EXPECTED}")
    return sentences, pairs


def _without_brackets(text: str) -> tuple[str, list[tuple[int, int]]]:
    """A sentence as it was, and where the bracketed names stand in it.

    >>> _without_brackets("[Japan] met [China].")
    ('Japan met China.', [(0, 5), (10, 15)])
    """
    places = [
        (match.start() - 2 * number, match.end() - 2 * number - 2)
        for number, match in enumerate(NAME.finditer(text))
    ]
    return NAME.sub(r"\1", text), places


def _chosen(text: str, places: list[tuple[int, int]], names: list[str]) -> list[tuple[int, int]]:
    """The places of the two names, where a sentence has brackets of its own too."""
    if len(places) == 2:
        return places
    first = next((one for one in places if text[slice(*one)] == names[0]), places[0])
    rest = [one for one in places if one != first]
    return [first, next((one for one in rest if text[slice(*one)] == names[1]), rest[0])]


def _label(pair: Pair, rows: pd.DataFrame, holders: bool) -> str:
    """The class of the clearest row between the two; `holders`: only rows held by the other."""
    best, label = 0.0, CLASSES[0]
    for row in rows.itertuples():
        target, other = (pair.q, pair.p) if row.target == pair.q.actor else (pair.p, pair.q)
        clear = abs(row.polarity)
        if row.target != target.actor or (holders and row.holder != other.actor):
            continue
        if evaluates(row.polarity) and clear > best:
            best, label = clear, CLASSES[1 + (target is pair.p) + 2 * (row.polarity < 0)]
    return label


def _figures(gold: list[str], predicted: list[str]) -> dict[str, float]:
    return {"macro_f1": macro_f1(gold, predicted, CLASSES)}
