"""What each time expression dates, as the reader sees it: a happening, its clause, status and side.

The grammar of time expressions says which days an expression can mean. Whether it dates anything,
and on which side of publication, is read off the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import pandas as pd

from pressbrief import reader

# How sure the reader must be that an expression dates a happening: on the labels' choosing part
# (423 expressions) 94 of 100 that it takes so are right, and 92 of 100 are found.
DATES = 0.75
# That a happening was not, and on which side of publication it lies where the verb said another.
DENIED = 0.6
SIDE = 0.6
# That what is planned lies in the past: of 37 planned ones of that part 29 are to come.
PAST_PLAN = 0.9
# A title in quotation marks, two to six words that begin with capitals: “Valley News Sunday”.
_TITLE = re.compile(r"[“\"‘](?:[A-Z][\w'’-]*+ ){1,5}[A-Z][\w'’-]*[.,]?[”\"’]")
OF_NAME, DATES_IT, NO_DATE = range(3)
STATUSES = ("happened", "planned", "denied")
TENSES = ("past", "open", "future")  # told before, on and after the article's day
Place = tuple[str, int]  # an article and where in it an expression starts


class Dated(NamedTuple):
    """A happening that an expression dates: its clause's characters in the article, its status.

    `tense` is the side of publication on which it lies ("open": on that day, or unsure).
    """

    start: int
    end: int
    status: str
    tense: str


def read(sentences: pd.DataFrame, expressions: pd.DataFrame) -> dict[Place, Dated]:
    """The happening of each expression of an article's body that dates one.

    Lengths, repeated times, decades, mere "now" and "recently" are not asked about.
    """
    body = sentences[sentences["role"] == "body"]
    texts = {(row.article_id, row.sentence): (row.start, row.text) for row in body.itertuples()}
    asked = [row for row in expressions.itertuples() if _may_date(row, texts)]
    answers = reader.happenings([_question(row, texts) for row in asked])
    return {
        (row.article_id, row.start): found
        for row, answer in zip(asked, answers, strict=True)
        if (found := dated(answer, texts[row.article_id, row.sentence]))
    }


def _may_date(row, texts: Mapping) -> bool:
    fixed = row.type in ("DATE", "TIME") and not row.value.endswith("_REF")
    year = len(row.value.split("-")[0]) >= 4  # of a decade it has three
    if not (fixed and year and (row.article_id, row.sentence) in texts):
        return False
    text, (start, end) = _question(row, texts)
    return not any(one.start() < start and end < one.end() for one in _TITLE.finditer(text))


def _question(row, texts: Mapping) -> tuple[str, tuple[int, int]]:
    first, text = texts[row.article_id, row.sentence]
    return text, (row.start - first, row.end - first)


def dated(answer: reader.Happening, sentence: tuple[int, str]) -> Dated | None:
    """What the reader's answer says, None if nothing; the sentence with where it starts."""
    first, text = sentence
    start, end = answer.clause
    if answer.dates[DATES_IT] < DATES or not text[start:end].strip():
        return None
    status = STATUSES[int(answer.status.argmax())]
    if status == "denied" and answer.status.max() < DENIED:
        status = "happened"
    return Dated(first + start, first + end, status, _tense(status, answer.direction))


def _tense(status: str, direction: np.ndarray) -> str:
    side = TENSES[int(direction.argmax())]
    if status == "planned" and side != "open" and direction[0] < PAST_PLAN:
        return "future"
    return side if direction.max() >= SIDE else "open"


def settled(times: pd.DataFrame, found: Mapping[Place, Dated]) -> pd.DataFrame:
    """The times with the side that the reader is sure of in place of the tense of the verb.

    Where the verb looks back and the happening lies ahead, or the other way round: "has invited
    … on Friday", "the election is Thursday".
    """
    keys = zip(times["article_id"], times["start"], times["tense"], strict=True)
    tense = [
        _instead(was, found[article_id, start].tense) if (article_id, start) in found else was
        for article_id, start, was in keys
    ]
    return times.assign(tense=tense)


def _instead(was: str, is_read: str) -> str:
    if is_read == "future":
        return is_read
    return is_read if was == "future" and is_read == "past" else was
