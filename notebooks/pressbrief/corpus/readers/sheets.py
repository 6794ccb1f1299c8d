"""Spreadsheets: each table of articles in them as an export, its rows as items."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

from pressbrief.corpus.readers.archives import unzipped
from pressbrief.corpus.readers.exports import read_rows
from pressbrief.corpus.readers.model import Blob, Budget, Item, Noted, Skipped, Unreadable

# Cells that one sheet may span; of articles there are a few columns and some 100,000 rows. It is
# laid out whole in memory, however few of its cells are filled.
MAX_CELLS = 8_000_000
CELL = re.compile(rb'<(?:\w{1,20}:)?c\s[^<>]{0,200}?\br="([A-Z]{1,3})(\d{1,7})"')
SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
DAMAGED = "damaged or cut off spreadsheet; open it and save it again, or as .csv"


def read_sheets(blob: Blob, budget: Budget) -> Iterator[Item | Skipped | Noted]:
    """The rows of every sheet of an Excel file as items; a sheet without a text is skipped."""
    import python_calamine

    if blob.data.startswith(b"PK"):
        _refuse_wide(blob, budget)
    with _careful():
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(blob.data))
        sheets = [(name, book.get_sheet_by_name(name).to_python()) for name in book.sheet_names]
    yield from read_tables(blob, sheets)


def read_tables(
    blob: Blob, tables: Sequence[tuple[str, Sequence[Sequence[Any]]]]
) -> Iterator[Item | Skipped | Noted]:
    """The rows of several named tables as items, of a single one under the file's own name."""
    filled = [(name, some) for name, some in tables if any(map(any, some))]
    if not filled:
        raise Unreadable("a spreadsheet without a row; put the articles into it or delete it")
    for name, some in filled:
        part = blob if len(filled) == 1 else blob.part(f"{blob.file}#{name}", b"", blob.facts)
        rows = [[_plain(cell) for cell in row] for row in some]
        try:
            yield from read_rows(part, lambda rows=rows: iter(rows))
        except Unreadable as why:
            if len(filled) == 1:
                raise
            yield Skipped(part.file, str(why))


def _plain(cell: Any) -> Any:
    """A cell as an export's text has it: a day as such, a whole number without a point."""
    if isinstance(cell, datetime | date):
        return cell.isoformat()
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell


@contextmanager
def _careful() -> Iterator[None]:
    """The library is no Python: what stops it is told as damage of the file."""
    try:
        yield
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as error:  # a panic is no Exception
        raise Unreadable(f"{DAMAGED} ({type(error).__name__})") from None


def _refuse_wide(blob: Blob, budget: Budget) -> None:
    """Unreadable if its parts unpack to too much, or a sheet spans more cells than memory holds."""
    with zipfile.ZipFile(io.BytesIO(blob.data)) as archive:
        for member in archive.infolist():
            data = unzipped(archive, member, budget)
            if SHEET.fullmatch(member.filename):
                places = [(_number(one[1]), int(one[2])) for one in CELL.finditer(data)]
                wide = max((column for column, _ in places), default=0)
                if wide * max((row for _, row in places), default=0) > MAX_CELLS:
                    raise Unreadable(
                        f"a sheet that spans more than {MAX_CELLS:,} cells; delete what stands far "
                        "below or beside the articles"
                    )


def _number(letters: bytes) -> int:
    """A column's number: 27 for "AA"."""
    found = 0
    for letter in letters:
        found = 26 * found + letter - 64
    return found
