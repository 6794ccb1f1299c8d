"""Databases and data files: SQLite's tables, a Parquet file's rows, each row an item."""

from __future__ import annotations

import io
import sqlite3
from collections.abc import Iterator
from contextlib import closing

from pressbrief.corpus.readers.column_names import roles_of
from pressbrief.corpus.readers.model import Blob, Budget, Item, Noted, Skipped, Unreadable
from pressbrief.corpus.readers.sheets import read_tables

# Steps of SQLite's machine between two looks at what was spent, and looks at most: minutes.
STEPS, LOOKS = 1_000_000, 2000
TABLES = (
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
    "AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
)
DAMAGED = "damaged or cut off database; export its articles as .csv"
ROWS = 1000


def read_sqlite(blob: Blob, budget: Budget) -> Iterator[Item | Skipped | Noted]:
    """The rows of every table of articles in a SQLite file as items; views are not asked."""
    looks = iter(range(LOOKS))
    try:
        with closing(sqlite3.connect(":memory:")) as database:
            database.deserialize(blob.data)
            # What the file itself defines must not run: triggers, functions in its columns.
            database.execute("PRAGMA trusted_schema = OFF")
            database.execute("PRAGMA query_only = ON")
            database.text_factory = lambda data: data.decode("utf-8", "replace")
            database.set_progress_handler(lambda: next(looks, None) is None, STEPS)
            names = [name for (name,) in database.execute(TABLES)]
            tables = [(name, _rows(database, name, budget)) for name in names]
    except sqlite3.Error as error:
        raise Unreadable(f"{DAMAGED} ({error})"[:200]) from None
    yield from read_tables(blob, _of_articles(blob, tables))


def _rows(database: sqlite3.Connection, name: str, budget: Budget) -> list[list]:
    quoted = '"' + name.replace('"', '""') + '"'
    asked = database.execute(f"SELECT * FROM {quoted}")
    rows = [[column[0] for column in asked.description]]
    for row in asked:
        budget.spend(sum(len(cell) for cell in row if isinstance(cell, str | bytes)))
        budget.check(0)
        rows.append([None if isinstance(cell, bytes) else cell for cell in row])
    return rows


def _of_articles(blob: Blob, tables: list[tuple[str, list[list]]]) -> list[tuple[str, list[list]]]:
    """The tables that have articles, if any has: a database keeps much else beside them."""
    ours = [
        (name, rows)
        for name, rows in tables
        if roles_of(map(str, rows[0]), blob.columns).keys() & {"text", "summary"}
    ]
    return ours or tables


def read_parquet(blob: Blob, budget: Budget) -> Iterator[Item | Skipped | Noted]:
    """The rows of a Parquet file as items."""
    import pyarrow
    from pyarrow import parquet

    try:
        file = parquet.ParquetFile(io.BytesIO(blob.data))
        meta = file.metadata
        size = sum(meta.row_group(at).total_byte_size for at in range(meta.num_row_groups))
        budget.check(size)
        rows: list[list] = [list(file.schema_arrow.names)]
        for batch in file.iter_batches(ROWS):
            budget.spend(batch.nbytes)
            budget.check(0)
            rows += [list(row.values()) for row in batch.to_pylist()]
    except (pyarrow.ArrowException, OSError) as error:
        raise Unreadable(f"damaged or cut off Parquet file ({type(error).__name__})") from None
    yield from read_tables(blob, [("rows", rows)])
