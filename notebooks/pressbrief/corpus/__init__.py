"""The corpus: a topic's files as articles and sentences, and what was skipped or cut, and why."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial

import pandas as pd

from pressbrief import dating, tables
from pressbrief.parameters import MAX_MEGABYTES
from pressbrief.schemas import TABLES
from pressbrief.topic import Topic

from . import duplicates, repeated, workers
from .article import Article, Packed, Source, article_id, read_again, read_item, read_source
from .readers import Skipped
from .told import Told

__all__ = ["article_id", "build"]
LAST = "\U0010ffff"  # sorts behind every other letter
PART = 128  # articles whose rows are made at a time


def build(topic: Topic, as_of: date, max_megabytes: int = MAX_MEGABYTES) -> dict[str, pd.DataFrame]:
    """A topic's files as the tables articles, skipped, texts, sentences, removed and copies.

    Every item that is found in a file is either read or skipped with a reason. `as_of` is the
    last day on which an article can have been published; a larger file than `max_megabytes` is
    skipped. A large corpus is read by several processes, with the same result.
    """
    sources = list(_sources(topic))
    with workers.crew(len(sources)) as each:
        found = each(partial(read_source, max_megabytes=max_megabytes, as_of=as_of), sources)
        for source, outcomes in zip(sources, found, strict=True):
            assert outcomes, f"{source.path}: neither read nor skipped, please report it"
        outcomes = [
            outcome
            if outcome.file == file
            else read_item(_renamed(outcome, file), topic.origins.get(file), as_of)
            for outcome, file in _named_apart(one for outcomes in found for one in outcomes)
        ]
        read = [one for one in outcomes if isinstance(one, Packed)]
        skipped = [one for one in outcomes if isinstance(one, Skipped)]
        count = len(outcomes)
        del found, outcomes
        _read_repeats_again(read, each, as_of)
    made = _tables(read, skipped, as_of)
    lost = count - len(made["articles"]) - len(made["skipped"])
    assert not lost, f"{lost} of {count} items neither read nor skipped, please report it"
    return made


def _sources(topic: Topic) -> Iterator[Source]:
    """Every file, with what origin.toml says of it and of the items in it."""
    stated = sorted(topic.origins)
    for path in topic.files():
        name = topic.named(path)
        first, end = bisect_left(stated, name), bisect_left(stated, f"{name}{LAST}")
        yield Source(path, name, {file: topic.origins[file] for file in stated[first:end]})


def _named_apart(
    outcomes: Iterable[Packed | Skipped],
) -> Iterator[tuple[Packed | Skipped, str]]:
    """Every outcome with a name that is its alone."""
    times: Counter[str] = Counter()
    for outcome in outcomes:
        times[outcome.file] += 1
        again = times[outcome.file]
        yield outcome, outcome.file if again == 1 else f"{outcome.file} ({again})"


def _renamed(outcome: Packed | Skipped, file: str):
    found = outcome.article().item if isinstance(outcome, Packed) else outcome
    return replace(found, file=file)


def _read_repeats_again(read: list[Packed], each: workers.Each, as_of: date) -> None:
    """Reads again, in place, those in which lines stand that several of one publisher have."""
    learned = repeated.learned(article.margins for article in read)
    known = {
        at: of_it
        for at, article in enumerate(read)
        if (of_it := learned.get(article.margins.group, repeated.NOTHING).of(article.margins)).lines
    }
    tasks = [(read[at], of_it) for at, of_it in known.items()]
    again = each(partial(read_again, as_of=as_of), tasks)
    for at, article in zip(known, again, strict=True):
        read[at] = article


def _tables(read: list[Packed], skipped: list[Skipped], as_of: date) -> dict[str, pd.DataFrame]:
    """The tables; `read` is emptied on the way, so that no text is held twice."""
    evidences, bodies = [], [packed.body for packed in read]
    parts = {name: [tables.empty(name)] for name in ROWS}
    read.reverse()
    while read:
        some = [read.pop().article() for _ in range(min(PART, len(read)))]
        evidences += [article.evidence for article in some]
        for name, part in _parts(some):
            parts[name].append(part)
    made = {
        name: tables.check(name, pd.concat(parts.pop(name), ignore_index=True)) for name in ROWS
    }
    told = Told(made["sentences"])
    articles = dating.date_articles(made["articles"], evidences, as_of, told.of_file)
    copies = duplicates.find(articles, bodies, told.body)
    return {
        **made,
        "articles": tables.check("articles", duplicates.mark(articles, copies)),
        "skipped": tables.frame("skipped", [(item.file, item.reason) for item in skipped]),
        "copies": copies,
    }


def _parts(some: list[Article]) -> Iterator[tuple[str, pd.DataFrame]]:
    """Some articles' rows of each table; what is cut out of a text is held against it."""
    texts = {article.row["article_id"]: article.text for article in some}
    for name, rows in ROWS.items():
        columns = TABLES[name].names
        part = pd.DataFrame([row for each in some for row in rows(each)], columns=columns)
        yield name, tables.check_cuts(part, "text", texts) if "start" in columns else part


def _article_rows(article: Article) -> Iterator[tuple]:
    yield article.row


def _text_rows(article: Article) -> Iterator[tuple]:
    yield article.row["article_id"], article.text


def _sentence_rows(article: Article) -> Iterator[tuple]:
    for one in article.sentences:
        place = one.sentence, one.paragraph, one.start, one.end
        yield article.row["article_id"], *place, one.role, one.text


def _removed_rows(article: Article) -> Iterator[tuple]:
    for cut in article.cuts:
        text = article.text[cut.start : cut.end]
        yield article.row["article_id"], cut.start, cut.end, cut.reason, text


ROWS = {
    "articles": _article_rows,
    "texts": _text_rows,
    "sentences": _sentence_rows,
    "removed": _removed_rows,
}
