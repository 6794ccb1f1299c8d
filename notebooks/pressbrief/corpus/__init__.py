"""The corpus: a topic's files as articles and sentences, and what was skipped or cut, and why."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import chain
from operator import attrgetter
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd

from pressbrief import tables
from pressbrief.corpus import duplicates, readers, repeated, workers
from pressbrief.corpus.article import (
    Article,
    Laid,
    Source,
    article_id,
    read_again,
    read_item,
    read_source,
)
from pressbrief.corpus.laid_by import Told
from pressbrief.corpus.readers import Noted, Skipped
from pressbrief.corpus.spool import Lying, Spool
from pressbrief.tables import corpus_schema
from pressbrief.tables.schemas import TABLES
from pressbrief.time import dating
from pressbrief.time.timex import kept
from pressbrief.topic import MAX_MEGABYTES, NothingReadError, Topic

__all__ = ["NothingReadError", "article_id", "build", "read"]
LAST = "\U0010ffff"  # sorts behind every other letter
MADE = tuple(table.name for table in corpus_schema.TABLES)
PART = 128  # articles whose rows are made at a time
Warned = tuple[str, str, str]  # a row of `warnings`


def build(topic: Topic, as_of: date, max_megabytes: int = MAX_MEGABYTES) -> dict[str, pd.DataFrame]:
    """A topic's files as the tables articles, skipped, warnings, texts, sentences, removed and
    copies.

    Every item that is found in a file is either read or skipped with a reason; NothingReadError
    if all are skipped. `as_of` is the last day on which an article can have been published; a
    larger file than `max_megabytes` is skipped. A large corpus is read by several processes, with
    the same result.
    """
    made = {name: [tables.empty(name)] for name in MADE}
    for name, part in read(topic, as_of, max_megabytes):
        made[name].append(part)
    return {
        name: tables.check(name, pd.concat(parts, ignore_index=True))
        for name, parts in made.items()
    }


def read(topic: Topic, as_of: date, max_megabytes: int) -> Iterator[tuple[str, pd.DataFrame]]:
    """The same tables in parts, each with its table's name: of an article its row stays in memory.

    Its text, and what it is compared with others by, lie on disk until they are asked for.
    """
    with TemporaryDirectory(prefix="pressbrief-") as folder:
        spool = Spool(Path(folder))
        laid, skipped, warned = _read(topic, as_of, max_megabytes, spool)
        yield "skipped", tables.frame("skipped", [(item.file, item.reason) for item in skipped])
        yield "warnings", tables.frame("warnings", warned)
        yield from _tables(laid, as_of, spool)


def _read(
    topic: Topic, as_of: date, max_megabytes: int, spool: Spool
) -> tuple[list[Laid], list[Skipped], list[Warned]]:
    """Every item of a topic's files as an article laid by, or as skipped; what is doubted."""
    sources = list(_sources(topic))
    left_out = [readers.Skipped(topic.named(at), why) for at, why in topic.left_out().items()]
    with workers.crew(len(sources)) as each:
        one = partial(
            read_source,
            max_megabytes=max_megabytes,
            as_of=as_of,
            spool=spool,
            columns=topic.columns,
        )
        found = each(one, sources)
        for source, outcomes in zip(sources, found, strict=True):
            assert outcomes, f"{source.path}: neither read nor skipped, please report it"
        named = [
            (source.name, one) for source, some in zip(sources, found, strict=True) for one in some
        ]
        noted = [(name, one) for name, one in named if isinstance(one, Noted)]
        items = [(name, one) for name, one in named if not isinstance(one, Noted)]
        outcomes = [
            outcome
            if outcome.file == file
            else read_item(_renamed(outcome, file, spool), topic.origins.get(file), as_of, spool)
            for outcome, file in _named_apart(chain(left_out, (one for _, one in items)))
        ]
        held_by = [*(one.file for one in left_out), *(name for name, _ in items)]
        warned = _warned(noted, zip(held_by, outcomes, strict=True))
        laid = [one for one in outcomes if isinstance(one, Laid)]
        skipped = [one for one in outcomes if isinstance(one, Skipped)]
        lost = len(outcomes) - len(laid) - len(skipped)
        assert not lost, f"{lost} items neither read nor skipped, please report it"
        if not laid:
            raise NothingReadError(topic.path, [(one.file, one.reason) for one in skipped])
        _read_repeats_again(laid, each, as_of, spool)
    return laid, skipped, warned


def _warned(
    noted: Iterable[tuple[str, Noted]], outcomes: Iterable[tuple[str, Laid | Skipped]]
) -> list[Warned]:
    """What is doubted of each file, and of each article in it, once."""
    rows = [(file, "" if one.file == file else one.file, one.what) for file, one in noted]
    for file, one in outcomes:
        notes = one.notes if isinstance(one, Laid) else ()
        rows += [(file, "" if one.file == file else one.file, what) for what in notes]
    return sorted(dict.fromkeys(rows))


def _sources(topic: Topic) -> Iterator[Source]:
    """Every file, with what origin.toml says of it and of the items in it."""
    stated = sorted(topic.origins)
    for path in topic.files():
        name = topic.named(path)
        first, end = bisect_left(stated, name), bisect_left(stated, f"{name}{LAST}")
        yield Source(path, name, {file: topic.origins[file] for file in stated[first:end]})


def _named_apart(
    outcomes: Iterable[Laid | Skipped],
) -> Iterator[tuple[Laid | Skipped, str]]:
    """Every outcome with a name that is its alone."""
    times: Counter[str] = Counter()
    for outcome in outcomes:
        times[outcome.file] += 1
        again = times[outcome.file]
        yield outcome, outcome.file if again == 1 else f"{outcome.file} ({again})"


def _renamed(outcome: Laid | Skipped, file: str, spool: Spool):
    found = spool.take(outcome.whole).item if isinstance(outcome, Laid) else outcome
    return replace(found, file=file)


def _read_repeats_again(laid: list[Laid], each: workers.Each, as_of: date, spool: Spool) -> None:
    """Reads again, in place, those in which lines stand that several of one publisher have."""
    every = Lying(spool, [one.compared for one in laid], attrgetter("margins"))
    learning = repeated.learned(every)
    known = {at: of_it for at, margins in enumerate(every) if (of_it := learning.of(margins)).lines}
    again = each(
        partial(read_again, as_of=as_of, spool=spool),
        [(laid[at], of_it) for at, of_it in known.items()],
    )
    for at, article in zip(known, again, strict=True):
        laid[at] = article


def _tables(laid: list[Laid], as_of: date, spool: Spool) -> Iterator[tuple[str, pd.DataFrame]]:
    """The tables of what was read, in parts: articles and copies last, when all are known."""
    rows = [tables.empty("articles")]
    for some in _parts([one.whole for one in laid]):
        articles = [spool.take(place) for place in some]
        rows.append(_frame("articles", (article.row for article in articles)))
        texts = {article.row["article_id"]: article.text for article in articles}
        yield "texts", _frame("texts", texts.items())
        for name, rows_of in ROWS.items():
            part = _frame(name, (row for article in articles for row in rows_of(article)))
            yield name, tables.check_cuts(part, "text", texts)
    found = pd.concat(rows, ignore_index=True)
    told = Told(spool, {article_id(one.file): one.whole for one in laid})
    evidences, bodies = (
        Lying(spool, [one.compared for one in laid], attrgetter(part))
        for part in ("evidence", "body")
    )
    found = dating.date_articles(found, evidences, as_of, told.of_file)
    copies = duplicates.find(found, bodies, told.body)
    yield from (("articles", part) for part in _parts(duplicates.mark(found, copies)))
    yield "copies", copies


def _parts(whole):
    """A list or a frame, some articles at a time."""
    return (whole[at : at + PART] for at in range(0, len(whole), PART))


def _frame(name: str, rows: Iterable) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=TABLES[name].names)


def _sentence_rows(article: Article) -> Iterator[tuple]:
    for one in article.sentences:
        place = one.sentence, one.paragraph, one.start, one.end
        yield article.row["article_id"], *place, one.role, one.text


def _time_rows(article: Article) -> Iterator[tuple]:
    places = [(one.sentence, one.start) for one in article.sentences] if article.times else []
    return kept.rows(article.row["article_id"], places, article.times)


def _removed_rows(article: Article) -> Iterator[tuple]:
    for cut in article.cuts:
        text = article.text[cut.start : cut.end]
        yield article.row["article_id"], cut.start, cut.end, cut.reason, text


# Tables of what stands in an article → an article's rows.
ROWS = {"sentences": _sentence_rows, "times": _time_rows, "removed": _removed_rows}
