"""The corpus: a topic's files as articles and sentences, and what was skipped or cut, and why."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from pressbrief import dating, tables
from pressbrief.parameters import MAX_MEGABYTES
from pressbrief.topic import OriginArticle, Topic

from . import cleaning, duplicates, language, metadata, readers, repeated, sentences
from .lines import Cut, lines, whole, without

WORD = re.compile(r"\w+(?:[’'.-]\w+)*")


@dataclass(frozen=True)
class Article:
    """One article that was read, with its rows for the tables, and the item that it stood in."""

    item: readers.Item
    row: dict
    text: str
    sentences: list[sentences.Sentence]
    cuts: list[Cut]
    facts: readers.Facts
    margins: repeated.Margins


def article_id(file: str) -> str:
    """An article's id: the first 12 hex digits of SHA-256 of its path below the topic folder.

    >>> article_id("001.txt")
    '630dfc076a1a'
    """
    return hashlib.sha256(file.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def build(topic: Topic, as_of: date, max_megabytes: int = MAX_MEGABYTES) -> dict[str, pd.DataFrame]:
    """A topic's files as the tables articles, skipped, texts, sentences, removed and copies.

    Every item that is found in a file is either read or skipped with a reason. `as_of` is the
    last day on which an article can have been published; a larger file than `max_megabytes` is
    skipped.
    """
    found = 0
    read: list[Article] = []
    skipped: list[readers.Skipped] = []
    for item in _items(topic, max_megabytes):
        found += 1
        outcome = _outcome(item, topic.origins.get(item.file))
        (read if isinstance(outcome, Article) else skipped).append(outcome)
    assert len(read) + len(skipped) == found, (
        f"{topic.folder}: {found} items found, {len(read)} read and {len(skipped)} skipped; "
        "the corpus lost some, please report it"
    )
    return _tables(topic, as_of, _without_repeats(read), skipped)


def _items(topic: Topic, max_megabytes: int) -> Iterator[readers.Item | readers.Skipped]:
    """Every item of every file, each under a name of its own."""
    times: Counter[str] = Counter()
    for path in topic.files():
        before = times.total()
        for item in readers.read(path, topic.named(path), max_megabytes):
            times[item.file] += 1
            again = times[item.file]
            yield item if again == 1 else replace(item, file=f"{item.file} ({again})")
        assert times.total() > before, f"{path}: neither read nor skipped, please report it"


def _outcome(
    item: readers.Item | readers.Skipped, origin: OriginArticle | None
) -> Article | readers.Skipped:
    if isinstance(item, readers.Skipped):
        return item
    try:
        return _article(item, readers.stated(origin).over(item.facts) if origin else item.facts)
    except readers.Unreadable as why:
        return readers.Skipped(item.file, str(why))


def _without_repeats(read: list[Article]) -> list[Article]:
    """The articles, read again without the lines that several of one publisher have alike."""
    known = repeated.learned(article.margins for article in read)
    return [
        _again(article, known.get(article.margins.group, frozenset()) & article.margins.edge)
        for article in read
    ]


def _again(article: Article, known: frozenset[str]) -> Article:
    try:
        return _article(article.item, article.facts, known) if known else article
    except readers.Unreadable:
        return article


def _article(
    item: readers.Item, facts: readers.Facts, known: frozenset[str] = frozenset()
) -> Article:
    """An item as an article; `known` are lines that its publisher puts around every article."""
    text = item.whole
    kept = lines(text)
    cuts = [whole(line, "page furniture") for line in kept if line.start >= len(item.text)]
    kept = without(text, kept, cuts)
    cuts += cleaning.furniture(kept)
    kept = without(text, kept, cuts)
    cuts += repeated.cut(kept, cuts, known)
    kept = without(text, kept, cuts)
    said = metadata.read(text, kept, cuts, facts)
    kept = without(text, kept, said.cuts)
    found = sentences.split(text, kept, said.headline_start)
    words = sum(len(WORD.findall(sentence.text)) for sentence in found)
    if not words:
        raise readers.Unreadable("nothing but boilerplate; put the article's text into it")
    body = [sentence.text for sentence in found if sentence.role == "body"]
    row = {
        "article_id": article_id(item.file),
        "file": item.file,
        **said.row(),
        "language": _language(" ".join(body) or text, facts),
        "published_earliest": "",
        "published_latest": "",
        "published_precision": "unknown",
        "published_basis": "unknown",
        "words": words,
        "sentences": len(found),
        "duplicate_of": "",
        "sha256": item.sha256,
    }
    all_cuts = sorted([*cuts, *said.cuts], key=lambda cut: cut.start)
    margins = repeated.margins(
        said.publisher if said.publisher != metadata.UNKNOWN else item.file.rpartition("/")[0],
        kept,
        cuts,
        [text[cut.start : cut.end] for cut in said.cuts],
    )
    return Article(item, row, text, found, all_cuts, facts, margins)


def _language(text: str, facts: readers.Facts) -> str:
    """The language that a text shows; where it shows none, what is known from beside it."""
    found = language.identify(text)
    return facts.language or found if found == language.UNKNOWN else found


def _tables(
    topic: Topic, as_of: date, read: list[Article], skipped: list[readers.Skipped]
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
    facts = {article.row["file"]: article.facts for article in read}
    dated = dating.date_articles(
        frames["articles"], frames["sentences"], frames["texts"], facts, as_of
    )
    copies = duplicates.find(dated, frames["sentences"])
    marked = tables.check("articles", duplicates.mark(dated, copies))
    return frames | {"articles": marked, "copies": copies}


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
