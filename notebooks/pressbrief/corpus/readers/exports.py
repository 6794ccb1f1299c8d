"""Exports as tables of text, CSV and TSV: each row an item."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from pressbrief.corpus.readers import export_rows
from pressbrief.corpus.readers.column_names import roles_of, unused
from pressbrief.corpus.readers.encoding import decoded
from pressbrief.corpus.readers.model import Blob, Budget, Item, Noted, Skipped, Unreadable

DELIMITERS = ",;\t|"
# What csv takes at most on every system: no cell is cut, and files are bounded before.
MAX_CELL = 2**31 - 1
BASIS = "the export's column"
# Rows above a table's columns: its title, its date. A guess.
MAX_ABOVE = 12


def is_table(head: str) -> bool:
    """Whether a text begins as a table of articles does: a row that names a text and more."""
    first = head.lstrip("\ufeff").split("\n", 1)[0]
    if len(first) > 2000:
        return False
    roles = roles_of(_row(first, delimiter(first)), {})
    return "text" in roles and len(roles) > 1


def read_table(blob: Blob, budget: Budget) -> Iterator[Item | Skipped | Noted]:
    """A CSV or TSV export's rows as items, numbered from 1; Unreadable without a text column."""
    text = decoded(blob.data).lstrip("\ufeff")
    csv.field_size_limit(MAX_CELL)
    mark = delimiter(text.split("\n", 1)[0], blob.columns)
    yield from read_rows(blob, lambda: csv.reader(io.StringIO(text, newline=""), delimiter=mark))


def read_rows(blob: Blob, again) -> Iterator[Item | Skipped | Noted]:
    """The rows of a table as items; `again` makes its rows anew, of which an early one names it."""
    names, above = _named(again(), blob.columns)
    roles = roles_of(names, blob.columns)
    _refuse_without_text(names, roles)
    cells = (_cells(names, row) for row in islice(again(), above + 1, None))
    export = export_rows.Export.of(cells, roles, BASIS)
    number = 0
    for row in islice(again(), above + 1, None):
        if any(cell is not None and str(cell).strip() for cell in row):
            number += 1
            yield export_rows.item(f"{blob.file}#{number}", _cells(names, row), export)
    if said := unused(names, roles):
        yield Noted(blob.file, said)


def _named(some: Iterable[Sequence[Any]], own: Mapping[str, str]) -> tuple[list[str], int]:
    """The names of a table's columns and how many rows stand above them."""
    first: list[str] = []
    for above, row in enumerate(islice(some, MAX_ABOVE)):
        names = ["" if cell is None else str(cell) for cell in row]
        first = first or names
        roles = roles_of(names, own)
        if len(roles) > 1 and roles.keys() & {"text", "summary", "url"}:
            return names, above
    return first, 0


def _refuse_without_text(names: list[str], roles: Mapping[str, list[str]]) -> None:
    if not roles.keys() & {"text", "summary", "url"}:
        said = ", ".join(name.strip() for name in names[:12]) or "none"
        raise Unreadable(
            f"no column of text: its columns are {said[:200]}; "
            "name the one that holds the articles 'text', 'body' or 'content', or say in the "
            "topic.toml's [columns] which it is"
        )


def _cells(names: list[str], row: Sequence[Any]) -> dict[str, Any]:
    return {name: row[at] for at, name in enumerate(names) if name and at < len(row)}


def delimiter(first: str, own: Mapping[str, str] | None = None) -> str:
    """What parts the columns that a table's first row names."""
    return max(
        DELIMITERS,
        key=lambda mark: (len(roles_of(_row(first, mark), own or {})), first.count(mark)),
    )


def _row(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line.strip("\r")], delimiter=delimiter), [])
    except csv.Error:
        return []
