"""Gold files in, and documents through the corpus room as a briefing reads them."""

from __future__ import annotations

import re
import tempfile
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from functools import cached_property
from pathlib import Path

import pandas as pd

from pressbrief import corpus
from pressbrief.score.measured import ScoreError
from pressbrief.topic import OriginArticle, Topic

TOKEN = re.compile(r"\s+|\w+|[^\w\s]")


def text_of(path: Path) -> str:
    """A gold file's text, its line ends as they are; ScoreError if it is no UTF-8 text."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ScoreError(f"{path}: not UTF-8 text (byte {error.start}); gold sets are") from None
    except OSError as error:
        raise ScoreError(f"{path}: cannot be read: {error.strerror}") from None


def files_in(path: Path, suffixes: tuple[str, ...], expected: str) -> list[Path]:
    """The files below a folder with one of the suffixes, sorted; ScoreError if there are none."""
    if path.is_dir():
        found = sorted(one for one in path.rglob("*") if one.suffix in suffixes and one.is_file())
        if found:
            return found
    raise ScoreError(f"{path}: expected {expected}")


@dataclass(frozen=True)
class Read:
    """Documents after the corpus room: its tables, and each document's name by article_id."""

    tables: dict[str, pd.DataFrame]
    names: dict[str, str]
    texts: Mapping[str, str]

    @cached_property
    def places(self) -> dict[str, Places]:
        """For each article_id, where its offsets lie in the document as it was given."""
        rows = self.tables["texts"].itertuples()
        return {
            row.article_id: Places(row.text, self.texts[self.names[row.article_id]]) for row in rows
        }


def read(texts: Mapping[str, str], as_of: date, days: Mapping[str, str] | None = None) -> Read:
    """Documents by name through `corpus.build`, as one topic without actors.

    `days`: the day (ISO) on which a document was published, where that is to be known. What the
    corpus room skips has no row in its tables.
    """
    days = days or {}
    files = {name: f"{number:06}.txt" for number, name in enumerate(texts)}
    with tempfile.TemporaryDirectory() as folder:
        for name, file in files.items():
            (Path(folder) / file).write_bytes(texts[name].encode("utf-8", "replace"))
        origins = {
            files[name]: OriginArticle(file=files[name], published=day)
            for name, day in days.items()
        }
        latest = max([as_of, *map(date.fromisoformat, days.values())])
        topic = Topic("score", Path(folder), "score", origins=origins)
        tables = corpus.build(topic, latest)
    names = {corpus.article_id(file): name for name, file in files.items()}
    return Read(tables, names, texts)


class Places:
    """Leads offsets into the text that was read back to the text that was given.

    They differ where the reader repaired characters or line ends; there an offset is led to the
    repaired stretch's start.

    >>> Places("one\\ntwo", "one\\r\\ntwo").given(4)
    5
    """

    def __init__(self, read: str, given: str):
        self._same = read == given
        self._starts, self._given = ([0], [(0, 0, 0)]) if self._same else _stretches(read, given)

    def given(self, offset: int) -> int:
        """The offset into the given text of an offset into the text that was read."""
        if self._same:
            return offset
        start, end, at = self._given[bisect_right(self._starts, offset) - 1]
        return at + min(offset - start, end)


def _stretches(read: str, given: str) -> tuple[list[int], list[tuple[int, int, int]]]:
    """Stretches of the read text as (start, most that is alike, start in the given text)."""
    ours, theirs = TOKEN.findall(read), TOKEN.findall(given)
    found: list[tuple[int, int, int]] = []
    start = at = 0
    for tag, i, j, k, m in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        length, other = sum(map(len, ours[i:j])), sum(map(len, theirs[k:m]))
        if length or not found:
            found.append((start, length if tag == "equal" else 0, at))
        start, at = start + length, at + other
    found.append((start, 0, at))
    return [one[0] for one in found], found
