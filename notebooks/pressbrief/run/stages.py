"""The steps of the way, seeds to tables: what each step needs, what it makes, and how.

Data goes one way, so a step's tables are a function of the articles, the parameters that it or
a step before it reads, and the code; `stamp` names that state, and tables that bear another
stamp are made anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import pandas as pd

from pressbrief import corpus, mentions, stance, tables, timeline
from pressbrief.run import stamps
from pressbrief.run.parameters import Parameters
from pressbrief.sections import changes
from pressbrief.tables.select import naming
from pressbrief.time import timex
from pressbrief.topic import Topic

Load = Callable[[str], pd.DataFrame]
# Tables, each whole or in several parts, each part with its table's name.
Made = Iterator[tuple[str, pd.DataFrame]]


@dataclass(frozen=True)
class Stage:
    """One step: its section's name, the tables that it makes, the parameters that shape them."""

    name: str
    after: tuple[str, ...]
    makes: tuple[str, ...]
    shaped_by: tuple[str, ...]
    build: Callable[[Topic, Parameters, Load], Made]


def _corpus(topic: Topic, parameters: Parameters, load: Load) -> Made:
    return corpus.read(topic, parameters.as_of_day, parameters.max_megabytes)


def _mentions(topic: Topic, parameters: Parameters, load: Load) -> Made:
    actors, found = mentions.build(topic, load("articles"), load("sentences"))
    tables.check_cuts(found, "surface", _texts(load))
    offices = mentions.offices(load("articles"), load("sentences"), found)
    yield "actors", actors
    yield "mentions", found
    yield "offices", offices


def _stance(topic: Topic, parameters: Parameters, load: Load) -> Made:
    articles, actors, named = load("articles"), load("actors"), naming(load("mentions"))
    aimed = replace(topic, targets=mentions.targets(topic, actors, named))
    voices, stances = stance.build(aimed, articles, load("sentences"), actors, named)
    stances = stance.corrected(topic.corrections, articles, load("sentences"), stances)
    by_source = stance.by_source(
        articles,
        actors,
        stances,
        min_sentences=parameters.min_sentences,
        confidence=parameters.confidence,
        resamples=parameters.resamples,
        seed=parameters.seed,
    )
    yield "voices", voices
    yield "stances", stances
    yield "stance_by_source", by_source


def _timeline(topic: Topic, parameters: Parameters, load: Load) -> Made:
    articles, sentences = load("articles"), load("sentences")
    expressions = timex.expressions(articles, sentences)
    tables.check_cuts(expressions, "text", _texts(load))
    events, event_mentions, disagreements = timeline.build(
        articles,
        sentences,
        load("removed"),
        load("actors"),
        naming(load("mentions")),
        expressions,
    )
    yield "expressions", expressions
    yield "events", events
    yield "event_mentions", event_mentions
    yield "disagreements", disagreements


def _findings(topic: Topic, parameters: Parameters, load: Load) -> Made:
    yield "changes", changes.since(parameters.previous, load)


STAGES: dict[str, Stage] = {
    stage.name: stage
    for stage in (
        Stage(
            "corpus",
            after=(),
            makes=corpus.MADE,
            shaped_by=("as_of", "max_megabytes"),
            build=_corpus,
        ),
        Stage(
            "mentions",
            after=("corpus",),
            makes=("actors", "mentions", "offices"),
            shaped_by=(),
            build=_mentions,
        ),
        Stage(
            "stance",
            after=("corpus", "mentions"),
            makes=("voices", "stances", "stance_by_source"),
            shaped_by=("min_sentences", "confidence", "resamples", "seed"),
            build=_stance,
        ),
        Stage(
            "timeline",
            after=("corpus", "mentions"),
            makes=("expressions", "events", "event_mentions", "disagreements"),
            shaped_by=(),
            build=_timeline,
        ),
        Stage(
            "findings",
            after=("corpus", "mentions", "stance", "timeline"),
            makes=("changes",),
            shaped_by=("previous",),
            build=_findings,
        ),
    )
}
MAKER = {table: stage for stage in STAGES.values() for table in stage.makes}


def stamp(stage: Stage, inputs: dict[str, str], parameters: Parameters) -> str:
    """The state that a stage's tables are a function of, as a SHA-256.

    `inputs` is file → sha256 of every file in the topic folder.
    """
    names = {name for before in (*stage.after, stage.name) for name in STAGES[before].shaped_by}
    state = {name: str(getattr(parameters, name)) for name in sorted(names)}
    if "as_of" in state:
        state["as_of"] = parameters.as_of_day.isoformat()
    return stamps.digest([inputs, state, stamps.code()])


def _texts(load: Load) -> dict[str, str]:
    texts = load("texts")
    return dict(zip(texts["article_id"], texts["text"], strict=True))
