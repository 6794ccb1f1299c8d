"""Which sentences a number rests on, and those sentences as evidence that a reader can check."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

import pandas as pd

from pressbrief.sections.model import Evidence, Mark
from pressbrief.sections.wording.names import Names
from pressbrief.time.timex import in_words

KEY = ["article_id", "sentence"]
DATED = ["published_earliest", "published_latest", "published_basis"]


def id_of(article_id: str, sentence: int) -> str:
    """The id of a sentence as evidence.

    >>> id_of("0f3a", 7)
    'e-0f3a-7'
    """
    return f"e-{article_id}-{sentence}"


def ids(rows: pd.DataFrame, most: int) -> tuple[str, ...]:
    """The evidence ids of the first `most` sentences of rows that carry article_id and sentence."""
    once = dict.fromkeys(zip(rows["article_id"], rows["sentence"], strict=True))
    return tuple(id_of(*key) for key in islice(once, most))


def spread(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows reordered so that each article's first sentence comes before any article's second."""
    turn = rows.groupby("article_id")["sentence"].rank(method="dense").rename("turn")
    return rows.assign(turn=turn).sort_values(["turn", *KEY], kind="stable").drop(columns="turn")


def by(rows: pd.DataFrame, columns: list[str], most: int) -> dict:
    """Value (or tuple of values) of `columns` → evidence ids of the rows that have it."""
    once = rows[list(dict.fromkeys([*columns, *KEY]))].drop_duplicates()
    once = once[once.groupby(columns).cumcount() < most].sort_values(columns, kind="stable")
    found: dict = {}
    for *values, article_id, sentence in zip(*(once[one] for one in [*columns, *KEY]), strict=True):
        value = values[0] if len(columns) == 1 else tuple(values)
        found.setdefault(value, []).append(id_of(article_id, sentence))
    return {value: tuple(ids_) for value, ids_ in found.items()}


def quoted(
    wanted: Iterable[str],
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    names: Names,
    marks: Mapping[str, pd.DataFrame],
    readings: Mapping[str, Sequence[str]] | None = None,
) -> tuple[Evidence, ...]:
    """The evidence with the wanted ids, in reading order; `marks` is kind → rows with spans.

    `readings` has by id what a sentence was counted as.
    """
    wanted = set(wanted)
    ids_ = [id_of(*key) for key in sentences[KEY].itertuples(index=False)]
    # An index, as of no rows a list of truths would select no columns.
    rows = sentences.iloc[[at for at, id_ in enumerate(ids_) if id_ in wanted]].merge(
        articles[["article_id", "file", *DATED]],
        on="article_id",
        how="left",
    )
    found = spans(rows, marks)
    return tuple(
        Evidence(
            id=id_of(row.article_id, row.sentence),
            article_id=row.article_id,
            file=row.file,
            source=names[row.article_id],
            dated=in_words(row.published_earliest, row.published_latest),
            because=row.published_basis,
            sentence=row.sentence,
            start=row.start,
            end=row.end,
            text=row.text,
            marks=tuple(found.get((row.article_id, row.sentence), ())),
            readings=tuple((readings or {}).get(id_of(row.article_id, row.sentence), ())),
        )
        for row in rows.sort_values(["file", "sentence"]).itertuples()
    )


def spans(rows: pd.DataFrame, marks: Mapping[str, pd.DataFrame]) -> dict[tuple, list[Mark]]:
    """The marks in each of these sentences, by (article_id, sentence), in reading order."""
    found: dict[tuple, list[Mark]] = {}
    bounds = {(row.article_id, row.sentence): (row.start, row.end) for row in rows.itertuples()}
    for kind, frame in marks.items():
        for row in frame.itertuples():
            key = (row.article_id, row.sentence)
            if key not in bounds:
                continue
            first, last = bounds[key]
            start, end = max(row.start, first) - first, min(row.end, last) - first
            if start < end:
                found.setdefault(key, []).append(Mark(start=start, end=end, kind=kind))
    return {
        key: sorted(set_, key=lambda mark: (mark.start, -mark.end)) for key, set_ in found.items()
    }
