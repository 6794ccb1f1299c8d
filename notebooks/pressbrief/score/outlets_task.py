"""What each outlet of a story says of whom, by whom and how far apart, on SEESAW."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path

import pandas as pd

from pressbrief import mentions, stance
from pressbrief.score import documents, seesaw
from pressbrief.score.measured import LABELS, Measured, f1, macro_f1, share
from pressbrief.score.seesaw import AUTHOR, EXPECTED, Told, Triple
from pressbrief.stance.appraisal.source_verdicts import Asked
from pressbrief.stance.appraisal.verdicts import CRITICAL, FAVOURABLE, evaluations, leans
from pressbrief.tables import LIST_SEPARATOR
from pressbrief.tables.select import naming
from pressbrief.topic import Topic

__all__ = ["EXPECTED", "measure"]

NO_VERDICT = "neutral"
CLASSES = (NO_VERDICT, CRITICAL, FAVOURABLE)
# As a run has them unless it is told otherwise.
ASKED = Asked(min_sentences=5, min_judgements=3, confidence=0.95)


# An item, its gold level, our verdict, and how well our source judges and tells it to do.
Entity = tuple[str, float, str, tuple[float, float]]


@dataclass(frozen=True)
class Compared:
    """One story: its articles' entities, triples, actors found."""

    entities: list[Entity]
    triples: tuple[int, int, int]  # right, gold, predicted
    main: tuple[int, int]  # found as one actor, of how many


def measure(path: Path, as_of: date) -> Measured:
    """Article-level sentiment, holders, order of outlets and actors, story by story.

    Each story is a topic without actors, its articles' outlets known, and every entity of the
    set that is found as an actor is a target. An article's sentiment toward one is the verdict of
    stance_by_source; whatever does not lean is neutral, as is who is not found. Holders: a row of
    stances that evaluates is a triple of source, target and sign at its sentence. Order: of two
    outlets whose levels differ, the one with the lower mean is the harsher, of equal ones that
    with the lower portrayal; where they are the same, that is half right. Actors found: of a
    story's main entities, those that just one actor bears the name of.
    """
    compared = [_compared(story, as_of) for story in seesaw.stories(path)]
    entities = [one for each in compared for one in each.entities]
    gold = [_class(level) for _, level, _, _ in entities]
    found = [verdict for _, _, verdict, _ in entities]
    right, said, ours = (sum(each.triples[at] for each in compared) for at in range(3))
    main, mains = (sum(each.main[at] for each in compared) for at in range(2))
    told = _order(entities)
    return Measured(
        items=len(entities),
        unit="entities of an article",
        figures={
            "article_macro_f1": macro_f1(gold, found, CLASSES),
            "critical_precision": _precision(gold, found, CRITICAL),
            "favourable_precision": _precision(gold, found, FAVOURABLE),
            "holder_f1": f1(right, said, ours),
            "order": sum(told) / len(told) if told else None,
            "actors_found": share(main, mains),
        },
        columns=LABELS,
        rows=[(item, _class(level), verdict) for item, level, verdict, _ in entities],
        baselines={
            "never": {"article_macro_f1": macro_f1(gold, [NO_VERDICT] * len(gold), CLASSES)}
        },
        notes=(
            f"{len(compared)} stories; {found.count(CRITICAL)} verdicts critical, "
            f"{found.count(FAVOURABLE)} favourable; {len(told)} pairs of outlets apart; "
            f"{ours} evaluations between entities found, {said} in the set",
        ),
    )


def _compared(story: Sequence[Told], as_of: date) -> Compared:
    texts = {one.name: "\n\n".join(filter(None, one.sentences)) for one in story}
    read = documents.read(texts, as_of, {one.name: one.day for one in story})
    sources = {one.name: f"{one.outlet} ({number})" for number, one in enumerate(story)}
    articles = read.tables["articles"]
    articles = articles.assign(publisher=[sources[read.names[at]] for at in articles["article_id"]])
    sentences = read.tables["sentences"]
    actors, found = mentions.build(Topic("score", Path(), "score"), articles, sentences)
    known = _known(sorted({name for one in story for name in one.leanings}), actors, found)
    targets = tuple(dict.fromkeys(actor for actor in known.values() if actor))
    topic = Topic("score", Path(), "score", targets=targets)
    _, stances = stance.build(topic, articles, sentences, actors, found)
    rows = stance.by_source(articles, sentences, stances, **ASKED._asdict()).itertuples()
    judged = {(row.source, row.target): row for row in rows}
    ours = _triples(stances, sentences, story, read, known)
    gold = {(one.name, *triple) for one in story for triple in one.triples}
    main = {name for one in story for name in one.main}
    return Compared(
        list(_entities(story, sources, known, judged)),
        (len(gold & ours), len(gold), len(ours)),
        (sum(known.get(name, "") != "" for name in main), len(main)),
    )


def _entities(story, sources, known, judged) -> Iterator[Entity]:
    for one in story:
        for name, level in one.leanings.items():
            row = judged.get((sources[one.name], known.get(name, "")))
            verdict = row.verdict if row and leans(row.verdict) else NO_VERDICT
            said = (row.mean, row.portrayal) if row else (0.0, 0.0)
            yield f"{one.name}: {name}", level, verdict, said


def _known(names: Iterable[str], actors: pd.DataFrame, found: pd.DataFrame) -> dict[str, str]:
    """The actor that each of the set's entities is, "" where none or several bear its name.

    Who bears all of it bears it before those who bear a part ("United States" of the Supreme Court
    of the United States), but not before a name that may still be several's.
    """
    there = set(naming(found)["actor"])
    rows = [row for row in actors.itertuples() if row.actor in there]
    words = {
        row.actor: [_words(form) for form in (row.actor, *row.names.split(LIST_SEPARATOR))]
        for row in rows
    }
    open_ = {row.actor for row in rows if row.origin == "unresolved"}
    known = {}
    for name in names:
        own = _words(name)
        alike = [
            actor
            for actor, forms in words.items()
            if any(form and (form <= own or own <= form) for form in forms)
        ]
        whole = [actor for actor in alike if own in words[actor]]
        alike = [actor for actor in alike if not whole or actor in whole or actor in open_]
        known[name] = alike[0] if len(alike) == 1 else ""
    return known


def _words(name: str) -> frozenset[str]:
    """A name's words, without what stands before or after most.

    >>> sorted(_words("The U.S. Congress"))
    ['congress', 'us']
    """
    return frozenset(name.casefold().replace(".", "").replace("'s", "").split()) - {"the", "of"}


def _triples(
    stances: pd.DataFrame, sentences: pd.DataFrame, story, read, known: Mapping[str, str]
) -> set[tuple[str, *Triple]]:
    """The evaluations between the set's entities, as the set has them, with their article."""
    entity = {actor: name for name, actor in known.items() if actor}
    begin = {(row.article_id, row.sentence): row.start for row in sentences.itertuples()}
    numbers = {one.name: _starts(one) for one in story}
    found = set()
    for row, sign in zip(stances.itertuples(), evaluations(stances["polarity"]), strict=True):
        source = AUTHOR if row.voice == "author" else entity.get(row.holder)
        if sign and source and row.target in entity:
            name = read.names[row.article_id]
            given = read.places[row.article_id].given(begin[row.article_id, row.sentence])
            number = sum(start <= given for start in numbers[name]) - 1
            found.add((name, number, source, entity[row.target], int(sign)))
    return found


def _starts(one: Told) -> list[int]:
    """Where each sentence of the set begins in the text that was read."""
    starts, at = [], 0
    for text in one.sentences:
        starts.append(at)
        at += len(text) + 2 if text else 0
    return starts


def _class(level: float) -> str:
    return CRITICAL if level < 0 else FAVOURABLE if level > 0 else NO_VERDICT


def _precision(gold: list[str], found: list[str], name: str) -> float:
    return share(sum(g == f == name for g, f in zip(gold, found, strict=True)), found.count(name))


def _order(entities: Sequence[Entity]) -> list[float]:
    """Of each pair of one story's outlets with different levels: 1 right, 0 wrong, ½ undecided."""
    by_name: dict[tuple[str, str], list[tuple[float, tuple[float, float]]]] = {}
    for item, level, _, said in entities:
        article, _, name = item.partition(": ")
        by_name.setdefault((article.partition("_DOCUMENT")[0], name), []).append((level, said))
    return [
        0.5 if said == beside else float((level < other) == (said < beside))
        for given in by_name.values()
        for (level, said), (other, beside) in combinations(given, 2)
        if level != other
    ]
