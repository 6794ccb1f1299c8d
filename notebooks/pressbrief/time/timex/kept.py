"""Times as the corpus keeps them: found once in each sentence, with its tense.

An article is dated by them, and its expressions are anchored from them when it is dated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import pandas as pd

from pressbrief.time.timex.grammar import find
from pressbrief.time.timex.model import Timex
from pressbrief.time.timex.tense import told

# A Timex's fields after its place, and how the table times has those that are no text.
FIELDS = Timex._fields[2:]
OFFSET = FIELDS.index("offset")


def found(sentence: str) -> list[Timex]:
    """The times of a sentence, each with its tense.

    >>> [(one.text, one.tense) for one in found("Talks will begin on March 3.")]
    [('March 3', 'future')]
    """
    times = find(sentence)
    return [one._replace(tense=told(sentence, one.start, one.end)) for one in times]


def rows(
    article_id: str, sentences: Iterable[tuple[int, int]], times: Iterable[list[Timex]]
) -> Iterator[tuple]:
    """The rows of the table times of an article whose sentences have these numbers and starts."""
    for (number, first), here in zip(sentences, times, strict=True):
        for start, end, *fields in here:
            offset = fields[OFFSET]
            fields[OFFSET] = "" if offset is None else str(offset)
            yield article_id, number, first + start, first + end, *fields


def by_sentence(
    times: pd.DataFrame, starts: Mapping[tuple[str, int], int]
) -> dict[tuple[str, int], list[Timex]]:
    """The table's times by article and sentence, placed in their sentences; `starts`: of these."""
    read: dict[tuple[str, int], list[Timex]] = {}
    for article_id, number, start, end, *fields in times.itertuples(index=False, name=None):
        at, offset = (article_id, number), fields[OFFSET]
        fields[OFFSET] = int(offset) if offset else None
        read.setdefault(at, []).append(Timex(start - starts[at], end - starts[at], *fields))
    return read
