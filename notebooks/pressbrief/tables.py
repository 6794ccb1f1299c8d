"""Every table's columns, types, units and meaning, in one place.

Builders check what they make against it, notebooks load through it, and the codebook
(data/README.md) is generated from it, so the three cannot disagree.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pandas as pd

Kind = Literal["text", "integer", "number", "date"]

DTYPES = {"text": "str", "integer": "int64", "number": "float64", "date": "str"}
DATE = r"\d{4}-\d{2}-\d{2}"
LIST_SEPARATOR = "; "
# What a spreadsheet takes for a formula when a cell begins with it.
FORMULA = re.compile(r"^'*[=+\-@\t\r]")


class TableError(ValueError):
    """A table that breaks its contract; the message names table, column, row and value."""


@dataclass(frozen=True)
class Column:
    """One column: its name, kind, meaning, unit, allowed values; `optional`: it may be empty ("")."""

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
PRECISIONS = ("day", "week", "month", "year", "unknown")


def _span() -> tuple[Column, ...]:
    return ARTICLE, SENTENCE, START, END


TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table(
            "articles",
            "one article that was read",
            ("article_id",),
            (
                ARTICLE,
                Column("file", "text", "its path below the topic folder"),
                Column("publisher", "text", "who published it, or `unknown`"),
                Column("publisher_basis", "text", "what says so, or `unknown`"),
                Column("headline", "text", "its headline, or `unknown`"),
                Column("headline_basis", "text", "what says so, or `unknown`"),
                Column("authors", "text", "its authors, joined by `; `, or `unknown`"),
                Column("language", "text", "ISO 639-1 code, or `unknown`"),
                Column(
                    "published_earliest",
                    "date",
                    "first day on which it can have been published",
                    "YYYY-MM-DD",
                    optional=True,
                ),
                Column(
                    "published_latest",
                    "date",
                    "last day on which it can have been published",
                    "YYYY-MM-DD",
                    optional=True,
                ),
                Column(
                    "published_precision",
                    "text",
                    "how narrow that interval is: at most 1, 7, 31 or 366 days, else `unknown`",
                    choices=PRECISIONS,
                ),
                Column("published_basis", "text", "what the interval rests on, or `unknown`"),
                Column("words", "integer", "words in its kept sentences", "words", low=0),
                Column("sentences", "integer", "its kept sentences", "sentences", low=0),
                Column(
                    "duplicate_of",
                    "text",
                    "article_id of the earliest article with the same text",
                    optional=True,
                ),
                Column("sha256", "text", "of the file's bytes"),
            ),
        ),
        Table(
            "skipped",
            "one file that was found and not read",
            ("file",),
            (
                Column("file", "text", "its path below the topic folder"),
                Column("reason", "text", "why it was skipped, and what would mend it"),
            ),
        ),
        Table(
            "texts",
            "the decoded text that every offset points into (stays in data/: other people's articles)",
            ("article_id",),
            (ARTICLE, Column("text", "text", "after encoding repair, before cleaning")),
            shipped=False,
        ),
        Table(
            "sentences",
            "one sentence of kept text",
            ("article_id", "sentence"),
            (
                ARTICLE,
                SENTENCE,
                Column(
                    "paragraph", "integer", "its paragraph in the article", "counted from 1", low=1
                ),
                START,
                END,
                Column(
                    "role",
                    "text",
                    "where it stands in the article",
                    choices=("headline", "heading", "body"),
                ),
                Column("text", "text", "exactly what start and end cut out"),
            ),
        ),
        Table(
            "removed",
            "one stretch of text that cleaning cut",
            ("article_id", "start"),
            (
                ARTICLE,
                START,
                END,
                Column("reason", "text", "why it was cut, from a closed list"),
                Column("text", "text", "exactly what start and end cut out"),
            ),
        ),
        Table(
            "actors",
            "one actor that the analysis knows",
            ("actor",),
            (
                Column("actor", "text", "its name in every other table"),
                ACTOR_TYPE,
                Column("part_of", "text", "the actor that it is part of", optional=True),
                Column("names", "text", "every form it is found under, joined by `; `"),
                Column(
                    "origin",
                    "text",
                    "who named it",
                    choices=("topic", "discovered", "correction"),
                ),
            ),
        ),
        Table(
            "mentions",
            "one naming of an actor in kept text",
            ("article_id", "start", "end"),
            (
                *_span(),
                Column("surface", "text", "exactly what start and end cut out"),
                Column("actor", "text", "the actor named"),
                ACTOR_TYPE,
                Column(
                    "kind",
                    "text",
                    "how it is named",
                    choices=("name", "alias", "demonym", "metonym"),
                ),
            ),
        ),
        Table(
            "voices",
            "one stretch of a sentence that somebody other than the source says",
            ("article_id", "start", "end"),
            (
                *_span(),
                Column("kind", "text", "quoted or reported", choices=("direct", "indirect")),
                Column("speaker", "text", "who says it: an actor, a name as it stands, or `unknown`"),
                Column("cue", "text", "the words that say so", optional=True),
            ),
        ),
        Table(
            "stances",
            "one target in one sentence, and how the sentence speaks of it",
            ("article_id", "sentence", "target", "start"),
            (
                *_span(),
                Column("target", "text", "the actor spoken of (start and end: its mention)"),
                Column("holder", "text", "whose stance it is: the source, or the speaker"),
                Column(
                    "voice",
                    "text",
                    "the source's own words, or somebody's that it quotes or reports",
                    choices=("author", "direct", "indirect"),
                ),
                Column(
                    "polarity", "number", "p_positive − p_negative", "−1 to 1", low=-1, high=1
                ),
                Column("p_negative", "number", "probability of negative", "0 to 1", low=0, high=1),
                Column("p_neutral", "number", "probability of neutral", "0 to 1", low=0, high=1),
                Column("p_positive", "number", "probability of positive", "0 to 1", low=0, high=1),
            ),
        ),
        Table(
            "stance_by_source",
            "one source's own stance toward one target",
            ("source", "target"),
            (
                Column("source", "text", "the publisher; for an unsigned article its file"),
                Column("target", "text", "the actor spoken of, its parts included"),
                Column("mean", "number", "mean polarity, author's voice", "−1 to 1", low=-1, high=1),
                Column("low", "number", "lower end of the interval", "−1 to 1", low=-1, high=1),
                Column("high", "number", "upper end of the interval", "−1 to 1", low=-1, high=1),
                Column("sentences", "integer", "sentences that it rests on", "sentences", low=1),
                Column("articles", "integer", "articles that it rests on", "articles", low=1),
                Column(
                    "verdict",
                    "text",
                    "in words",
                    choices=("favourable", "critical", "even", "too little evidence"),
                ),
                Column(
                    "driven_by",
                    "text",
                    "file of the article without which the verdict falls",
                    optional=True,
                ),
            ),
        ),
        Table(
            "expressions",
            "one time expression",
            ("article_id", "start", "end"),
            (
                *_span(),
                Column("text", "text", "exactly what start and end cut out"),
                Column("type", "text", "TIMEX3 type", choices=("DATE", "TIME", "DURATION", "SET")),
                Column("value", "text", "TIMEX3 value, with X where it is left open"),
                EARLIEST,
                LATEST,
                Column("basis", "text", "what fixed the value"),
            ),
        ),
        Table(
            "events",
            "one happening, told by one or more articles",
            ("event",),
            (
                Column("event", "text", "its id"),
                EARLIEST,
                LATEST,
                Column("precision", "text", "how narrow that interval is", choices=PRECISIONS),
                Column(
                    "status",
                    "text",
                    "as the texts tell it",
                    choices=("happened", "planned", "reported", "denied"),
                ),
                Column("summary", "text", "a sentence from the best-placed source, as it stands"),
                Column("actors", "text", "who takes part, joined by `; `", optional=True),
                Column("articles", "integer", "articles that tell it", "articles", low=1),
                Column(
                    "sources", "integer", "independent sources, duplicates once", "sources", low=1
                ),
                Column("conflict", "text", "where they disagree", optional=True),
            ),
        ),
        Table(
            "event_mentions",
            "one sentence that tells an event",
            ("event", "article_id", "sentence"),
            (
                Column("event", "text", "the event told"),
                ARTICLE,
                SENTENCE,
                EARLIEST,
                LATEST,
            ),
        ),
        Table(
            "changes",
            "one thing that differs from the edition before",
            ("kind", "subject"),
            (
                Column(
                    "kind",
                    "text",
                    "what changed",
                    choices=("article", "actor", "stance", "event", "parameter"),
                ),
                Column("subject", "text", "which one"),
                Column("before", "text", "as it was", optional=True),
                Column("after", "text", "as it is", optional=True),
                Column("evidence", "text", "article_ids behind it, joined by `; `", optional=True),
            ),
        ),
    )
}
SHIPPED = tuple(name for name, table in TABLES.items() if table.shipped)


def empty(name: str) -> pd.DataFrame:
    """A table's frame without rows, its columns typed."""
    return frame(name, [])


def frame(name: str, rows: list[dict] | list[tuple]) -> pd.DataFrame:
    """Rows (dicts or tuples in column order) as a table's checked frame.

    >>> frame("skipped", [("a.txt", "empty")]).to_dict("records")
    [{'file': 'a.txt', 'reason': 'empty'}]
    """
    return check(name, pd.DataFrame(rows, columns=TABLES[name].names))


def check(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with its table's columns in order and typed; TableError where it breaks them."""
    import pandera.pandas as pa

    table = TABLES[name]
    missing = [column for column in table.names if column not in frame.columns]
    extra = [column for column in frame.columns if column not in table.names]
    if missing or extra:
        raise TableError(
            f"table '{name}': missing columns {missing}, unknown columns {extra}; "
            "its columns are listed in data/README.md"
        )
    typed = _typed(table, frame)
    try:
        return _schema(table).validate(typed, lazy=True)
    except pa.errors.SchemaErrors as error:
        worst = error.failure_cases.iloc[0]
        raise TableError(
            f"table '{name}', column '{worst['column']}', row {worst['index']}: "
            f"{worst['failure_case']!r} fails {worst['check']}; data/README.md says what may stand there"
        ) from None


def check_cuts(frame: pd.DataFrame, column: str, texts: Mapping[str, str]) -> pd.DataFrame:
    """The frame, if every row's start and end cut exactly `column` out of its article's text."""
    for row in frame.itertuples():
        found = texts[row.article_id][row.start : row.end]
        if found != getattr(row, column):
            raise TableError(
                f"article {row.article_id}, characters {row.start} to {row.end}: the text has "
                f"{found!r}, the table has {getattr(row, column)!r}; the builder's offsets are wrong"
            )
    return frame


def save(name: str, frame: pd.DataFrame, folder: Path, stamp: str) -> pd.DataFrame:
    """Checks a table and writes it to `<folder>/<name>.parquet`; returns the checked frame.

    `stamp` names the state that it was made from. The file is whole or not there at all.
    """
    checked = check(name, frame)
    folder.mkdir(parents=True, exist_ok=True)
    stamped = checked.copy()
    stamped.attrs["stamp"] = stamp
    beside = folder / f".{name}.{os.getpid()}.parquet"
    stamped.to_parquet(beside, index=False)
    beside.replace(folder / f"{name}.parquet")
    return checked


def load(name: str, folder: Path, stamp: str) -> pd.DataFrame | None:
    """A table read back, checked; None if it is missing, unreadable or bears another stamp."""
    try:
        frame = pd.read_parquet(folder / f"{name}.parquet")
    except (OSError, ValueError):
        return None
    return check(name, frame) if frame.attrs.get("stamp") == stamp else None


def write_csv(name: str, frame: pd.DataFrame, path: Path) -> None:
    """Writes a table as UTF-8 CSV in which no text cell is a formula to a spreadsheet."""
    safe = frame.copy()
    for column in TABLES[name].columns:
        if column.kind == "text":
            safe[column.name] = [_neutral(cell) for cell in safe[column.name]]
    safe.to_csv(path, index=False, lineterminator="\n", encoding="utf-8")


def read_csv(name: str, path: Path) -> pd.DataFrame:
    """A table read back from its CSV, the formula guard taken off again, checked."""
    table = TABLES[name]
    dtypes = {column.name: DTYPES[column.kind] for column in table.columns}
    raw = pd.read_csv(path, dtype=dtypes, keep_default_na=False, encoding="utf-8")
    for column in table.columns:
        if column.kind == "text":
            raw[column.name] = [_plain(cell) for cell in raw[column.name]]
    return check(name, raw)


def codebook() -> str:
    """The codebook as Markdown: every table, its row, key, columns, units and allowed values."""
    parts = [
        "# Codebook",
        "",
        "Generated from `notebooks/pressbrief/tables.py`; regenerate it with "
        "`python -m pressbrief.tables > data/README.md`.",
        "",
        "Runs write `<topic>/*.parquet` here (disposable), and the same tables as UTF-8 CSV into "
        "each edition's `tables/`. `start` and `end` are character offsets into the article's "
        "decoded text (after encoding repair, before cleaning), half open. Lists are joined by "
        "`; `. In CSV a text cell that a spreadsheet would take for a formula (it begins with "
        "`=`, `+`, `-`, `@`, a tab or a carriage return) has one `'` put before it; Parquet has "
        "the text as it is.",
    ]
    for table in TABLES.values():
        where = "" if table.shipped else " Not part of an edition."
        parts += ["", f"## {table.name}", "", f"A row is {table.row}.{where} "
                  f"Key: {', '.join(f'`{name}`' for name in table.key)}.", "",
                  "| column | type | meaning |", "|---|---|---|"]
        parts += [_codebook_row(column) for column in table.columns]
    return "\n".join(parts) + "\n"


def _codebook_row(column: Column) -> str:
    unit = f" ({column.unit})" if column.unit else ""
    choices = f"; one of {', '.join(f'`{choice}`' for choice in column.choices)}" if column.choices else ""
    optional = "; may be empty" if column.optional else ""
    return f"| {column.name} | {column.kind} | {column.meaning}{unit}{choices}{optional} |"


def _typed(table: Table, frame: pd.DataFrame) -> pd.DataFrame:
    typed = pd.DataFrame(index=range(len(frame)))
    for column in table.columns:
        values = frame[column.name].reset_index(drop=True)
        if column.optional:
            values = values.astype("object").where(values.notna(), "")
        try:
            typed[column.name] = values.astype(DTYPES[column.kind])
        except (ValueError, TypeError) as error:
            raise TableError(
                f"table '{table.name}', column '{column.name}': {error}; it holds {column.kind}s"
            ) from None
    return typed


def _schema(table: Table):
    import pandera.pandas as pa

    columns = {}
    for column in table.columns:
        checks = []
        if column.choices:
            checks.append(pa.Check.isin(column.choices))
        if column.kind == "date":
            checks.append(pa.Check.str_matches(f"^({DATE})?$" if column.optional else f"^{DATE}$"))
        if column.low is not None:
            checks.append(pa.Check.ge(column.low))
        if column.high is not None:
            checks.append(pa.Check.le(column.high))
        columns[column.name] = pa.Column(DTYPES[column.kind], checks)
    return pa.DataFrameSchema(columns, unique=list(table.key), strict=True, ordered=True)


def _neutral(cell):
    return f"'{cell}" if isinstance(cell, str) and FORMULA.match(cell) else cell


def _plain(cell):
    return cell[1:] if isinstance(cell, str) and FORMULA.match(cell) and cell[0] == "'" else cell


if __name__ == "__main__":
    print(codebook(), end="")
