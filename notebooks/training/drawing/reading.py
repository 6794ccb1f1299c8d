"""Documents as today's code reads them: sentences, who is named where, and who says what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from pressbrief import mentions, stance
from pressbrief.score import documents as corpus_room
from pressbrief.stance import Voice
from pressbrief.tables.select import naming
from pressbrief.topic import Topic
from training.drawing.texts import Document

AS_OF = date(2026, 11, 1)
BATCH = 60  # documents that are read together: names are linked among them


class Mention(NamedTuple):
    """An actor named at start:end of a document's text."""

    start: int
    end: int
    actor: str
    type: str
    kind: str


class Sentence(NamedTuple):
    """A sentence at start:end of a document's text: its role, who is named, who speaks in it."""

    start: int
    end: int
    role: str
    text: str
    mentions: tuple[Mention, ...]
    voices: tuple[Voice, ...]


def read(found: Iterable[Document]) -> dict[str, list[Sentence]]:
    """The sentences of each document, by its sha1; voices have offsets into the document."""
    groups: dict[str, list[Document]] = defaultdict(list)
    for one in found:
        groups[one.set].append(one)
    result: dict[str, list[Sentence]] = {}
    for group in groups.values():
        step = 10 * BATCH if group[0].joined else BATCH
        for at in range(0, len(group), step):
            result |= _together(group[at : at + step])
    return result


def _together(group: list[Document]) -> dict[str, list[Sentence]]:
    articles, sentences, names = _given(group) if group[0].sentences else _split(group)
    topic = Topic("labels", Path(), "labels")
    _, named = mentions.build(topic, articles, sentences)
    voices = stance.voices(articles, sentences, naming(named))
    by_sentence: dict[tuple[str, int], list[Mention]] = defaultdict(list)
    for row in named.itertuples():
        mention = Mention(row.start, row.end, row.actor, row.actor_type, row.kind)
        by_sentence[row.article_id, row.sentence].append(mention)
    spoken: dict[tuple[str, int], list[Voice]] = defaultdict(list)
    for article_id, found in voices.items():
        for voice in found:
            spoken[article_id, voice.sentence].append(voice)
    result: dict[str, list[Sentence]] = {one.sha1: [] for one in group}
    for row in sentences.itertuples():
        key = row.article_id, row.sentence
        result[names[row.article_id]].append(
            Sentence(
                row.start, row.end, row.role, row.text, tuple(by_sentence[key]), tuple(spoken[key])
            )
        )
    return result


def _split(group: list[Document]) -> tuple[pd.DataFrame, pd.DataFrame, dict[str, str]]:
    """Documents through the corpus room; without those whose text it repairs: offsets differ."""
    texts = {one.sha1: one.text for one in group}
    days = {one.sha1: one.day for one in group if one.day}
    read_ = corpus_room.read(texts, AS_OF, days)
    same = {
        row.article_id
        for row in read_.tables["texts"].itertuples()
        if row.text == texts[read_.names[row.article_id]]
    }
    articles, sentences = read_.tables["articles"], read_.tables["sentences"]
    return (
        articles[articles["article_id"].isin(same)],
        sentences[sentences["article_id"].isin(same)],
        read_.names,
    )


def _given(group: list[Document]) -> tuple[pd.DataFrame, pd.DataFrame, dict[str, str]]:
    """Documents with the sentences that their set gives, each a paragraph."""
    ids = [one.sha1 for one in group]
    days = [one.day for one in group]
    articles = pd.DataFrame(
        {"article_id": ids, "file": ids, "language": "en", "published_latest": days}
    )
    rows = [
        (one.sha1, number, number, start, end, "body", one.text[start:end])
        for one in group
        for number, (start, end) in enumerate(one.sentences, 1)
        if one.text[start:end].strip()
    ]
    columns = ["article_id", "sentence", "paragraph", "start", "end", "role", "text"]
    return articles, pd.DataFrame(rows, columns=columns), {one.sha1: one.sha1 for one in group}
