"""The expressions table: every time expression of the articles, anchored."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date, timedelta

import pandas as pd

from pressbrief import tables
from pressbrief.tables import select
from pressbrief.time.timex import kept
from pressbrief.time.timex.beside import beside
from pressbrief.time.timex.model import Timex
from pressbrief.time.timex.normalise import Anchor, Anchored, anchored, asks_tense
from pressbrief.time.timex.tense import told_nearby
from pressbrief.time.timex.values import Days, days

# Two dates so near each other are of one course of things; four months, a guess.
SEASON = timedelta(days=120)
Sentence = tuple[int, int, str]  # its number, where it begins, its text
OfArticle = dict[str, list[Sentence]]
Found = dict[tuple[str, int], list[Timex]]  # by article and sentence


def read(
    sentences: list[str],
    times: list[list[Timex]],
    earliest: date | None,
    latest: date | None,
) -> Iterator[tuple[int, Timex, Anchored]]:
    """An article's time expressions as (index of the sentence, expression, anchored), in order.

    `times` are those of each sentence, with their tense.
    """
    narrated: Days | None = None
    quarter: date | None = None
    told_in = -1
    full = _full(times)
    history = _is_history(full, earliest)
    for index, text in enumerate(sentences):
        for timex in times[index]:
            dwells = history or _dwells(full, narrated)
            anchor = Anchor(earliest, latest, narrated, dwells, history, quarter, told_in == index)
            tense = told_nearby(text, timex.start, timex.tense) if asks_tense(timex) else "open"
            placed = anchored(timex, anchor, tense)
            yield index, timex, placed
            now = _narrated(timex, placed, history)
            narrated, told_in = (now, index) if now else (narrated, told_in)
            if timex.unit == "quarter" and "X" not in placed.value and timex.way != "reported":
                quarter = placed.earliest


def _full(times: list[list[Timex]]) -> list[date]:
    """The last days of the days and months that an article names in full, in order."""
    spans = [
        days(timex.value)
        for timexes in times
        for timex in timexes
        if timex.unit in ("day", "month")
    ]
    return sorted(span[1] for span in spans if span)


def _dwells(full: list[date], told: Days | None) -> bool:
    """Whether a date told is one of two or more different ones within a season."""
    if told is None:
        return False
    first = bisect_left(full, told[1], key=lambda day: day + SEASON)
    last = bisect_right(full, told[1], key=lambda day: day - SEASON)
    return first < last and full[first] != full[last - 1]


def _is_history(full: list[date], earliest: date | None) -> bool:
    """Whether most days and months that an article names in full lie years before its own."""
    old = [day for day in full if earliest and (earliest - day).days > 400]
    return len(old) >= 3 and 3 * len(old) >= 2 * len(full)


def _narrated(timex: Timex, placed: Anchored, history: bool) -> Days | None:
    """What a narrative goes on from: a day or month that stands fixed, in history a year too."""
    units = ("day", "month", "year") if history else ("day", "month")
    fixed = "X" not in placed.value and timex.unit in units
    closed = placed.earliest and placed.latest and (placed.earliest, placed.latest)
    return closed if fixed and closed else None


def expressions(
    articles: pd.DataFrame, sentences: pd.DataFrame, times: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Articles and sentences as the expressions table, anchored on each article's interval.

    `times` are those that the corpus has found there; if they are not given, they are found here.
    Articles in another language than English are left out.
    """
    of_article: OfArticle = {}
    columns = ["article_id", "sentence", "start", "text"]
    # Columns as lists: to iterate over the frame's rows takes several times as long.
    for article_id, *sentence in zip(*(sentences[name].tolist() for name in columns), strict=True):
        of_article.setdefault(article_id, []).append(tuple(sentence))
    found = _found(of_article, times)
    rows, known = [], []
    for article in select.analysed(articles).itertuples():
        if article.article_id in of_article:
            rows += _rows(article, of_article[article.article_id], found)
            known.append(article.article_id)
    return tables.frame("expressions", _with(rows, list(beside(rows, of_article, known)), known))


def _found(of_article: OfArticle, times: pd.DataFrame | None) -> Found:
    said = [(name, *sentence) for name, rows in of_article.items() for sentence in rows]
    if times is None:
        return {(name, number): kept.found(text) for name, number, _, text in said}
    return kept.by_sentence(times, {(name, number): start for name, number, start, _ in said})


def _with(rows: list[dict], more: list[dict], known: list[str]) -> list[dict]:
    """Rows and those of more that overlap none, in the order of the articles and their texts."""
    taken = {(row["article_id"], row["sentence"], row["start"]) for row in rows}
    free = [
        row
        for row in more
        if not any(
            (row["article_id"], row["sentence"], place) in taken
            for place in range(row["start"], row["end"])
        )
    ]
    if not free:
        return rows
    order = {article_id: place for place, article_id in enumerate(known)}
    return sorted(rows + free, key=lambda row: (order[row["article_id"]], row["start"]))


def _rows(article, sentences: list[Sentence], found: Found) -> list[dict]:
    earliest, latest = (
        date.fromisoformat(text) if text else None
        for text in (article.published_earliest, article.published_latest)
    )
    numbers, starts, texts = zip(*sentences, strict=True)
    times = [found.get((article.article_id, number), []) for number in numbers]
    return [
        {
            "article_id": article.article_id,
            "sentence": numbers[index],
            "start": starts[index] + timex.start,
            "end": starts[index] + timex.end,
            "text": timex.text,
            "type": timex.type,
            "value": placed.value,
            "earliest": placed.earliest.isoformat() if placed.earliest else "",
            "latest": placed.latest.isoformat() if placed.latest else "",
            "basis": placed.basis,
        }
        for index, timex, placed in read(list(texts), times, earliest, latest)
    ]
