"""The days that matter, on a Timeline17 topic and its editors' timeline."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pandas as pd

from pressbrief.score import documents
from pressbrief.score.measured import LABELS, Measured, ScoreError, f1
from pressbrief.time import timex
from pressbrief.timeline.salience import days_that_matter

EXPECTED = "a topic's articles, a .csv with the columns date (YYYY-MM-DD) and text"
EXPECTED_GOLD = "an editors' timeline: blocks that begin with a line YYYY-MM-DD, in a text file"
_DAY = re.compile(r"^(\d{4}-\d{2}-\d{2})\s*$", re.MULTILINE)


def measure(path: Path, as_of: date, *, gold: Path | None = None) -> Measured:
    """F1 of as many of the most salient days as the editors' timeline `gold` has.

    Articles go through the corpus room with their days of publication, and their time expressions
    through the timeline room's salience, as in a briefing. Beside it, in the same run, stand the
    days with the most publications and the days that most expressions name, the earlier of equals
    first; all three choose from the days on or between which articles appeared (Martschat and
    Markert 2018 score dates so).
    """
    appeared, texts = _articles(path)
    if gold is None:
        raise ScoreError(f"{path}: timeline needs --gold FILE, {EXPECTED_GOLD}")
    days = _gold(gold)
    read = documents.read(texts, as_of, appeared)
    found = days_that_matter(
        read.tables["articles"],
        timex.expressions(*(read.tables[name] for name in ("articles", "sentences", "times"))),
    )
    chosen = set(found["day"].head(len(days)))
    baselines = {
        name: {"date_f1": _f1(days, set(_most(found, column, len(days))))}
        for name, column in (("published", "published"), ("referred to", "mentions"))
    }
    every = sorted(days | chosen)
    return Measured(
        items=len(days),
        unit="days",
        figures={"date_f1": _f1(days, chosen)},
        columns=LABELS,
        rows=[(day, _yes(day in days), _yes(day in chosen)) for day in every],
        baselines=baselines,
        notes=(f"{len(texts)} articles on {len(set(appeared.values()))} days",),
    )


def _most(found, column: str, count: int) -> list[str]:
    return found.sort_values([column, "day"], ascending=[False, True])["day"].head(count).tolist()


def _f1(gold: set[str], chosen: set[str]) -> float:
    return f1(len(gold & chosen), len(gold), len(chosen))


def _yes(is_one: bool) -> str:
    return "yes" if is_one else "no"


def _gold(path: Path) -> set[str]:
    found = set(_DAY.findall(documents.text_of(path)))
    if not found:
        raise ScoreError(f"{path}: no line is a day; expected {EXPECTED_GOLD}")
    return found


def _articles(path: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Each row's day of publication and text by its number, from 1."""
    if not path.is_file():
        raise ScoreError(f"{path}: expected {EXPECTED}")
    try:
        table = pd.read_csv(path, dtype="str", keep_default_na=False, encoding="utf-8-sig")
        rows = list(zip(table["date"], table["text"], strict=True))
        days = {
            str(number): date.fromisoformat(day).isoformat()
            for number, (day, _) in enumerate(rows, 1)
        }
    except (ValueError, KeyError, OSError) as error:
        raise ScoreError(f"{path}: {error}; expected {EXPECTED}") from None
    if not rows:
        raise ScoreError(f"{path}: holds no row; expected {EXPECTED}")
    return days, {str(number): text for number, (_, text) in enumerate(rows, 1)}
