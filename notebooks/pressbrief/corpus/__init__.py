"""The corpus: a topic's files as articles and sentences, and what was skipped or cut, and why."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from pressbrief import dating, tables
from pressbrief.topic import OriginArticle, Topic

from . import cleaning, duplicates, language, metadata, readers, sentences
from .lines import Cut, lines, without

WORD = re.compile(r"\w+(?:[’'.-]\w+)*")


@dataclass(frozen=True)
class Article:
    """One article that was read, with its rows for the tables."""

    row: dict
    text: str
    sentences: list[sentences.Sentence]
    cuts: list[Cut]
    fingerprint: str


@dataclass(frozen=True)
class Skipped:
    """One file that was found and not read, and why."""

    file: str
    reason: str


def article_id(file: str) -> str:
    """An article's id: the first 12 hex digits of SHA-256 of its path below the topic folder.

    >>> article_id("001.txt")
    '630dfc076a1a'
    """
    return hashlib.sha256(file.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def build(topic: Topic, as_of: date) -> dict[str, pd.DataFrame]:
    """A topic's files as the tables articles, skipped, texts, sentences and removed.

    Every file that is found is either read or skipped with a reason. `as_of` is the last day on
    which an article can have been published.
    """
    read: list[Article] = []
    skipped: list[Skipped] = []
    paths = topic.files()
    for item in _items(topic, paths):
        (read if isinstance(item, Article) else skipped).append(item)
    assert len(read) + len(skipped) == len(paths), (
        f"{topic.folder}: {len(paths)} files found, {len(read)} read and {len(skipped)} skipped; "
        "the corpus lost some, please report it"
    )
    return _tables(topic, as_of, read, skipped)


def _items(topic: Topic, paths: list[Path]) -> Iterator[Article | Skipped]:
    for path in paths:
        file = topic.named(path)
        try:
            yield _article(file, readers.read(path), topic.origins.get(file))
        except readers.Unreadable as why:
            yield Skipped(file, str(why))


def _article(file: str, document: readers.Document, origin: OriginArticle | None) -> Article:
    text = document.text
    kept = lines(text)
    cuts = cleaning.furniture(kept)
    kept = without(text, kept, cuts)
    said = metadata.read(text, kept, cuts, origin)
    kept = without(text, kept, said.cuts)
    found = sentences.split(text, kept, said.headline_start)
    words = sum(len(WORD.findall(sentence.text)) for sentence in found)
    if not words:
        raise readers.Unreadable("nothing but boilerplate; put the article's text into it")
    body = [sentence.text for sentence in found if sentence.role == "body"]
    row = {
        "article_id": article_id(file),
        "file": file,
        **said.row(),
        "language": language.identify(" ".join(body) or text),
        "published_earliest": "",
        "published_latest": "",
        "published_precision": "unknown",
        "published_basis": "unknown",
        "words": words,
        "sentences": len(found),
        "duplicate_of": "",
        "sha256": document.sha256,
    }
    all_cuts = sorted([*cuts, *said.cuts], key=lambda cut: cut.start)
    return Article(row, text, found, all_cuts, duplicates.fingerprint(body))


def _tables(
    topic: Topic, as_of: date, read: list[Article], skipped: list[Skipped]
) -> dict[str, pd.DataFrame]:
    texts = {article.row["article_id"]: article.text for article in read}
    frames = {
        "articles": tables.frame("articles", [article.row for article in read]),
        "skipped": tables.frame("skipped", [(item.file, item.reason) for item in skipped]),
        "texts": tables.frame("texts", list(texts.items())),
        "sentences": tables.frame("sentences", list(_sentence_rows(read))),
        "removed": tables.frame("removed", list(_removed_rows(read))),
    }
    tables.check_cuts(frames["sentences"], "text", texts)
    tables.check_cuts(frames["removed"], "text", texts)
    dated = dating.date_articles(
        frames["articles"], frames["sentences"], frames["texts"], topic.origins, as_of
    )
    marked = duplicates.mark(dated, [article.fingerprint for article in read])
    return frames | {"articles": tables.check("articles", marked)}


def _sentence_rows(read: list[Article]) -> Iterator[tuple]:
    for article in read:
        for row in article.sentences:
            yield (
                article.row["article_id"],
                row.sentence,
                row.paragraph,
                row.start,
                row.end,
                row.role,
                row.text,
            )


def _removed_rows(read: list[Article]) -> Iterator[tuple]:
    for article in read:
        for cut in article.cuts:
            text = article.text[cut.start : cut.end]
            yield article.row["article_id"], cut.start, cut.end, cut.reason, text
