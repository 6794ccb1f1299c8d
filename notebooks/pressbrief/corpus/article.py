"""One item read as an article: its rows for the tables, and what it is compared with others by."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from pressbrief.corpus import (
    cleaning,
    duplicates,
    language,
    metadata,
    passages,
    readers,
    repeated,
    sentences,
)
from pressbrief.corpus.lines import Cut, lines, whole, without
from pressbrief.corpus.spool import Place, Spool
from pressbrief.english.tokens import WORD
from pressbrief.tables.select import LANGUAGE
from pressbrief.time import dating, timex
from pressbrief.topic import OriginArticle


class Article(NamedTuple):
    """One article that was read, with its rows for the tables, and the item that it stood in.

    `times` are those of each sentence, if it is analysed; `notes` say what of it may not be
    what it seems.
    """

    item: readers.Item
    row: dict
    text: str
    sentences: list[sentences.Sentence]
    times: list[list[timex.Timex]]
    cuts: list[Cut]
    notes: tuple[str, ...]


class Compared(NamedTuple):
    """What an article is compared with others by: its margins, its date's evidence, its body."""

    margins: repeated.Margins
    evidence: dating.Evidence
    body: duplicates.Body


class Laid(NamedTuple):
    """An article laid by until all are read: where it lies, and what it is compared by.

    `notes` say what of it may not be what it seems.
    """

    file: str
    whole: Place
    compared: Place
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A file of the topic: its path, its name in the tables, what origin.toml says of its items."""

    path: Path
    name: str
    origins: Mapping[str, OriginArticle]


def article_id(file: str) -> str:
    """An article's id: the first 12 hex digits of SHA-256 of its path below the topic folder.

    >>> article_id("001.txt")
    '630dfc076a1a'
    """
    return hashlib.sha256(file.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def read_source(
    source: Source,
    max_megabytes: int,
    as_of: date,
    spool: Spool,
    columns: Mapping[str, str] | None = None,
) -> list[Laid | readers.Skipped | readers.Noted]:
    """Every item of a file as an article, or as skipped with the reason; what is noted beside."""
    items = readers.read(source.path, source.name, max_megabytes, columns)
    return [read_item(item, source.origins.get(item.file), as_of, spool) for item in items]


def read_item(
    item: readers.Item | readers.Skipped | readers.Noted,
    origin: OriginArticle | None,
    as_of: date,
    spool: Spool,
) -> Laid | readers.Skipped | readers.Noted:
    """An item as an article, what origin.toml says of it before what it says itself."""
    if not isinstance(item, readers.Item):
        return item
    if origin:
        item = replace(item, facts=readers.stated(origin).over(item.facts))
    try:
        return _laid(spool, *_article(item, as_of))
    except readers.Unreadable as why:
        return readers.Skipped(item.file, str(why))
    except Exception as error:  # one article must not stop the run, whatever is in it
        reason = f"cannot be analysed ({type(error).__name__}: {error}); please report it"
        return readers.Skipped(item.file, readers.writable(reason))


def read_again(said: tuple[Laid, repeated.Learned], as_of: date, spool: Spool) -> Laid:
    """An article read without the lines that its publisher puts around every article."""
    laid, known = said
    try:
        return _laid(spool, *_article(spool.take(laid.whole).item, as_of, known))
    except readers.Unreadable:
        return laid


def _laid(spool: Spool, article: Article, compared: Compared) -> Laid:
    item = article.item
    return Laid(item.file, spool.lay(article), spool.lay(compared), article.notes)


def _article(
    item: readers.Item, as_of: date, known: repeated.Learned = repeated.NOTHING
) -> tuple[Article, Compared]:
    text = item.whole
    kept = lines(text)
    cuts = [whole(line, "page furniture") for line in kept if line.start >= len(item.text)]
    kept = without(text, kept, cuts)
    cuts += cleaning.furniture(kept)
    kept = without(text, kept, cuts)
    cuts += repeated.cut(kept, cuts, known.lines)
    kept = without(text, kept, cuts)
    said = metadata.read(text, kept, cuts, item.facts, known.authors)
    kept = without(text, kept, said.cuts)
    found, foreign, part = passages.apart(sentences.split(text, kept, said.headline_start))
    words = sum(len(WORD.findall(sentence.text)) for sentence in found)
    if not words:
        raise readers.Unreadable("nothing but boilerplate; put the article's text into it")
    own = " ".join(sentence.text for sentence in found if sentence.role == "body")
    row = {
        "article_id": article_id(item.file),
        "file": item.file,
        **said.row(),
        "language": _language(own or text, item.facts),
        "published_earliest": "",
        "published_latest": "",
        "published_precision": "unknown",
        "published_basis": "unknown",
        "words": words,
        "sentences": len(found),
        "duplicate_of": "",
        "sha256": item.sha256,
    }
    margins = repeated.margins(
        said.publisher if said.publisher != metadata.UNKNOWN else item.file.rpartition("/")[0],
        kept,
        cuts,
        [text[cut.start : cut.end] for cut in said.cuts],
        said.headline_start,
    )
    # A line that recurs can turn out to be the byline.
    known_better = {cut.start for cut in said.cuts}
    cuts = [cut for cut in cuts if cut.start not in known_better] + said.cuts
    told = [sentence.text for sentence in found] if row["language"] == LANGUAGE else []
    times = [timex.found(sentence) for sentence in told]
    # What a database prints around an article it dates by itself: "Load-Date" is none of its days.
    dated = item.text if item.facts.published else text
    evidence = dating.evidence(item.file, told, times, dated, item.facts, as_of)
    cuts = sorted(cuts + foreign, key=lambda cut: cut.start)
    article = Article(item, row, text, found, times, cuts, (*item.notes, *filter(None, [part])))
    return article, Compared(margins, evidence, duplicates.body(found))


def _language(text: str, facts: readers.Facts) -> str:
    """The language that a text shows; where it shows none, what is known from beside it."""
    found = language.identify(text)
    return facts.language or found if found == language.UNKNOWN else found
