"""What an article thinks of the person that it is about, on a PerSenT file."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from pressbrief import mentions, stance
from pressbrief.score import documents
from pressbrief.score.documents import text_of
from pressbrief.score.measured import LABELS, Measured, ScoreError, macro_f1, share
from pressbrief.stance.appraisal.verdicts import evaluations, portrayals
from pressbrief.topic import Actor, Topic

EXPECTED = (
    "PerSenT: a .csv file with the columns TITLE, TARGET_ENTITY, DOCUMENT and TRUE_SENTIMENT "
    "(Positive, Neutral or Negative)"
)
CLASSES = ("neutral", "negative", "positive")
COLUMNS = ("TITLE", "TARGET_ENTITY", "DOCUMENT", "TRUE_SENTIMENT")
# The mean from which on an article is not neutral: one sentence in ten more on one side.
CLEAR = 0.1


@dataclass(frozen=True)
class Item:
    """An article, the person whom it is about, and the gold class."""

    text: str
    target: str
    gold: str


def measure(path: Path, as_of: date) -> Measured:
    """Macro-F1 over negative, neutral and positive, and accuracy, of each article's stance.

    Each article goes through the corpus room, the mentions room with the person as a listed actor,
    and the stance room. Of each sentence that it says itself counts which way it judges the
    person, or, if it does not, tells him to do. Their mean is its stance: negative up to -0.1,
    positive from 0.1 on, else neutral, as without any such sentence. Beside it stands the class
    that the set has most often.
    """
    items = read(path)
    found = documents.read({name: one.text for name, one in items.items()}, as_of)
    labels = dict.fromkeys(items, CLASSES[0])
    said = 0
    for article_id, name in found.names.items():
        own = [found.tables[table] for table in ("articles", "sentences")]
        own = [rows[rows["article_id"] == article_id] for rows in own]
        signs = _own_voice(items[name].target, *own)
        said += bool(len(signs))
        labels[name] = label(signs)
    gold = [one.gold for one in items.values()]
    predicted = list(labels.values())
    most = max(CLASSES, key=gold.count)
    return Measured(
        items=len(items),
        unit="articles",
        figures=_figures(gold, predicted),
        columns=LABELS,
        rows=list(zip(items, gold, predicted, strict=True)),
        baselines={"majority": _figures(gold, [most] * len(gold))},
        notes=(
            f"{said} articles speak of the person in their own voice; the others count as "
            f"neutral; the set's most frequent class is {most}",
        ),
    )


def read(path: Path) -> dict[str, Item]:
    """A PerSenT file's articles by their row; ScoreError names the row that is none."""
    if path.suffix != ".csv" or not path.is_file():
        raise ScoreError(f"{path}: expected {EXPECTED}")
    items: dict[str, Item] = {}
    try:
        rows = list(csv.DictReader(io.StringIO(text_of(path), newline=""), strict=True))
    except csv.Error as error:
        raise ScoreError(f"{path}: {error}; expected {EXPECTED}") from None
    for number, row in enumerate(rows, 1):
        title, target, text, gold = ((row.get(name) or "").strip() for name in COLUMNS)
        if not target or not text or gold.casefold() not in CLASSES:
            raise ScoreError(f"{path}, row {number}: {target!r}, {gold!r}; expected {EXPECTED}")
        items[str(number)] = Item(f"{title}\n\n{text}".strip(), target, gold.casefold())
    if not items:
        raise ScoreError(f"{path}: holds no article; expected {EXPECTED}")
    return items


def label(signs: pd.Series) -> str:
    """The class of an article from which way each of its own sentences is.

    >>> label(pd.Series([-1, 0])), label(pd.Series([1, -1])), label(pd.Series([]))
    ('negative', 'neutral', 'neutral')
    """
    mean = signs.mean() if len(signs) else 0.0
    return "negative" if mean <= -CLEAR else "positive" if mean >= CLEAR else "neutral"


def _own_voice(target: str, articles: pd.DataFrame, sentences: pd.DataFrame) -> pd.Series:
    """Which way each sentence that an article says itself is toward a person."""
    actor = Actor(name=target[:200], type="person")
    topic = Topic("score", Path(), "score", (actor,), (actor.name,))
    actors, named = mentions.build(topic, articles, sentences)
    _, stances = stance.build(topic, articles, sentences, actors, named)
    own = stances[stances["voice"] == "author"]
    judged = evaluations(own["polarity"])
    return judged.where(judged != 0, portrayals(own["portrayal"]))


def _figures(gold: list[str], predicted: list[str]) -> dict[str, float]:
    right = sum(one == other for one, other in zip(gold, predicted, strict=True))
    return {"macro_f1": macro_f1(gold, predicted, CLASSES), "accuracy": share(right, len(gold))}
