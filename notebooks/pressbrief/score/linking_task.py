"""Linking, on re3d or MEANTIME: whether names of one actor are counted as one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from pressbrief import mentions
from pressbrief.score import documents, entities
from pressbrief.score.entities import EXPECTED
from pressbrief.score.measured import LABELS, Measured, Span, share
from pressbrief.tables.select import naming
from pressbrief.topic import Topic

__all__ = ["EXPECTED", "measure"]

NONE = ""
# A mention stands for a gold one if it covers this share of its characters.
COVERED = 0.5


def measure(path: Path, as_of: date) -> Measured:
    """B-cubed F1, precision and recall of the actors that gold names are counted as.

    Each document goes through the corpus and mentions rooms as an article of a topic without
    actors. A gold name has the actor of the mention that covers most of it, at least half of its
    characters; one without is a cluster of its own. B-cubed as by Bagga and Baldwin (1998):
    precision and recall of each name's cluster, averaged over all gold names. Beside it stand
    names taken for one where their letters are the same.
    """
    gold = entities.read(path)
    names = [(name, span) for name, spans in gold.mentions.items() for span in spans]
    found = _actors(documents.read(gold.texts, as_of), gold.mentions)
    truth = [span.value for _, span in names]
    ours = [found.get((name, span.start, span.end), NONE) for name, span in names]
    letters = [gold.texts[name][span.start : span.end].casefold() for name, span in names]
    if _is_within_documents(truth, names):
        ours = [actor and f"{name}/{actor}" for (name, _), actor in zip(names, ours, strict=True)]
        letters = [f"{name}/{text}" for (name, _), text in zip(names, letters, strict=True)]
    items = [f"{name}:{span.start}-{span.end} {gold.texts[name][span.start : span.end]}"
             for name, span in names]  # fmt: skip
    known = sum(map(bool, ours))
    return Measured(
        items=len(names),
        unit="names",
        figures=b_cubed(truth, ours) | {"found": share(known, len(names))},
        columns=LABELS,
        rows=list(zip(items, truth, ours, strict=True)),
        baselines={"same letters": b_cubed(truth, letters)},
        notes=(f"{len(gold.texts)} documents, {len(set(truth))} entities; "
               f"{known} names have an actor",),
    )  # fmt: skip


def b_cubed(gold: list[str], found: list[str]) -> dict[str, float]:
    """B-cubed F1, precision and recall of found clusters; `""` is a cluster of its own.

    >>> b_cubed(["a", "a", "b"], ["x", "x", "x"])["precision"]
    0.5555555555555555
    """
    own = [one or f"{NONE} {at}" for at, one in enumerate(found)]
    both, ours, theirs = Counter(zip(gold, own, strict=True)), Counter(own), Counter(gold)
    pairs = list(zip(gold, own, strict=True))
    precision = sum(both[pair] / ours[pair[1]] for pair in pairs) / (len(pairs) or 1)
    recall = sum(both[pair] / theirs[pair[0]] for pair in pairs) / (len(pairs) or 1)
    return {"f1": 2 * precision * recall / ((precision + recall) or 1),
            "precision": precision, "recall": recall}  # fmt: skip


def _is_within_documents(truth: list[str], names: list[tuple[str, Span]]) -> bool:
    """Whether no entity of the set stands in two documents, so that only these are asked of."""
    documents_of: dict[str, set[str]] = {}
    for value, (name, _) in zip(truth, names, strict=True):
        documents_of.setdefault(value, set()).add(name)
    return all(len(some) == 1 for some in documents_of.values())


def _actors(
    read: documents.Read, gold: Mapping[str, list[Span]]
) -> dict[tuple[str, int, int], str]:
    """The actor of each gold name by document, start and end, where it has one."""
    topic = Topic("score", Path("score"), "score")
    _, rows = mentions.build(topic, read.tables["articles"], read.tables["sentences"])
    by_name: dict[str, list[tuple[int, int, str]]] = {}
    for row in naming(rows).itertuples():
        place = read.places[row.article_id]
        said = place.given(row.start), place.given(row.end), row.actor
        by_name.setdefault(read.names[row.article_id], []).append(said)
    return {
        (name, span.start, span.end): actor
        for name, spans in gold.items()
        for span in spans
        if (actor := _best(span, by_name.get(name, ())))
    }


def _best(span: Span, said: Iterable[tuple[int, int, str]]) -> str:
    """The actor of the mention that covers most of a span, at least half of it; else empty."""
    shares = [
        (min(end, span.end) - max(start, span.start), -start, actor)
        for start, end, actor in said
        if start < span.end and span.start < end
    ]
    most = max(shares, default=(0, 0, NONE))
    return most[2] if most[0] >= COVERED * (span.end - span.start) else NONE
