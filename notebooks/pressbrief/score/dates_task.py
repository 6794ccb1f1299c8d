"""The dating of articles, on a Wikinews .csv."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from statistics import median

import pandas as pd

from pressbrief.score import documents
from pressbrief.score.measured import LABELS, Measured, ScoreError, share

EXPECTED = "a Wikinews .csv with the columns date (YYYY-MM-DD) and text"


def measure(path: Path, as_of: date, *, hide_dateline: bool = False) -> Measured:
    """How each article is dated from its text alone, all of them read as one topic.

    exact: day precision and the right day. covered: the true day lies in an interval that has
    both ends; an open end claims too little to count. wrong_day: day precision and another day.
    All three are shares of all articles.
    median_width_days: of the intervals with both ends, both days counted (a day is 1). With
    `hide_dateline` each text is given without its first line. `as_of` bounds every date, as in
    a briefing.
    """
    gold, texts = read(path)
    if hide_dateline:
        texts = {name: text.partition("\n")[2] for name, text in texts.items()}
    found = documents.read(texts, as_of)
    told = {
        found.names[row.article_id]: (row.published_earliest, row.published_latest)
        for row in found.tables["articles"].itertuples()
    }
    spans = [told.get(name, ("", "")) for name in texts]
    widths = [_width(*span) for span in spans if all(span)]
    days = list(zip(gold, spans, strict=True))
    unbounded = sum(not all(span) for span in spans)
    return Measured(
        items=len(gold),
        unit="articles",
        figures={
            "exact": share(sum(span == (day, day) for day, span in days), len(days)),
            "covered": share(sum(a <= day <= (b or day) for day, (a, b) in days), len(days)),
            "wrong_day": share(sum(a == b != day and a != "" for day, (a, b) in days), len(days)),
            "median_width_days": float(median(widths)) if widths else None,
        },
        columns=LABELS,
        rows=[
            (name, day, "/".join(span)) for name, day, span in zip(texts, gold, spans, strict=True)
        ],
        notes=(
            f"{unbounded} intervals are open at an end: they cover whatever lies on that side, and "
            "the median width is that of the others",
            f"as of {as_of}" + (", the first line hidden" if hide_dateline else ""),
        ),
    )


def read(path: Path) -> tuple[list[str], dict[str, str]]:
    """A Wikinews file's days, and its texts by the number of their row, from 1."""
    if not path.is_file():
        raise ScoreError(f"{path}: expected {EXPECTED}")
    try:
        table = pd.read_csv(path, dtype="str", keep_default_na=False, encoding="utf-8-sig")
        days = [date.fromisoformat(day).isoformat() for day in table["date"]]
        texts = dict(enumerate(table["text"], 1))
    except (ValueError, KeyError, OSError) as error:
        raise ScoreError(f"{path}: {error}; expected {EXPECTED}") from None
    if not days:
        raise ScoreError(f"{path}: holds no row; expected {EXPECTED}")
    return days, {str(number): text for number, text in texts.items()}


def _width(earliest: str, latest: str) -> int:
    return (date.fromisoformat(latest) - date.fromisoformat(earliest)).days + 1
