"""What a column and a table are, and the columns that several tables share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "integer", "number", "date"]


@dataclass(frozen=True)
class Column:
    """One column: its name, kind, meaning, unit and allowed values; `optional` may be empty."""

    name: str
    kind: Kind
    meaning: str
    unit: str = ""
    choices: tuple[str, ...] = ()
    optional: bool = False
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Table:
    """One table: what a row is, its key, its columns, and whether an edition ships it."""

    name: str
    row: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    shipped: bool = True

    @property
    def names(self) -> list[str]:
        """Its columns' names, in order."""
        return [column.name for column in self.columns]


ARTICLE = Column("article_id", "text", "the article; the first 12 hex digits of SHA-256 of `file`")
SENTENCE = Column(
    "sentence", "integer", "the sentence's number in its article", "counted from 1", low=1
)
START = Column(
    "start", "integer", "first character in the article's decoded text", "characters", low=0
)
END = Column("end", "integer", "one past the last character (half open)", "characters", low=1)
EARLIEST = Column("earliest", "date", "first day that it can be", "YYYY-MM-DD", optional=True)
LATEST = Column("latest", "date", "last day that it can be", "YYYY-MM-DD", optional=True)
ACTOR_TYPE = Column(
    "actor_type",
    "text",
    "what kind of actor it is",
    choices=("person", "organisation", "state", "place", "group"),
)
TIMEX_TYPE = Column("type", "text", "TIMEX3 type", choices=("DATE", "TIME", "DURATION", "SET"))
TIMEX_VALUE = Column("value", "text", "TIMEX3 value, with X where it is left open")
# What stands in a column where nothing says what should.
UNKNOWN = "unknown"
PRECISIONS = ("day", "week", "month", "year", UNKNOWN)


def span() -> tuple[Column, ...]:
    """Where a row stands: its article, sentence, first character and the one past its last."""
    return ARTICLE, SENTENCE, START, END
