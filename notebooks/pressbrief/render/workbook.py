"""An edition's tables as one Excel workbook: text is always text, and what is cut says so."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from datetime import datetime

import pandas as pd

from pressbrief.render.text import SHOWN
from pressbrief.tables.columns import Column, Table
from pressbrief.tables.schemas import TABLES

# What a sheet and a cell of Excel hold; a cell's characters are counted as UTF-16 has them.
ROWS, CHARACTERS = 1_048_576, 32_767
# No clock: a workbook names a day on which it was made, and it must not be today's.
MADE = datetime(1980, 1, 1)
CONTENTS = "contents"
NARROW, WIDE = 9, 60
# How many rows a column's width is taken from.
LOOKED_AT = 200
# What XML cannot hold, and what a spreadsheet would not show.
UNWRITABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def render(frames: Mapping[str, pd.DataFrame], rows: int = ROWS) -> bytes:
    """Tables by name as a workbook, a sheet each of at most `rows` rows, after one of contents.

    Text is written as text, so that no cell is a formula; dates are ISO strings, as in the CSV.
    """
    import xlsxwriter

    target = io.BytesIO()
    with xlsxwriter.Workbook(target, OPTIONS) as book:
        book.set_properties({"title": "Tables of a briefing", "created": MADE})
        head = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
        _contents(book.add_worksheet(CONTENTS), frames, head, rows)
        for name, frame in frames.items():
            _sheet(book.add_worksheet(name), TABLES[name], frame, head, rows)
    return target.getvalue()


def shown(text: str, most: int = CHARACTERS) -> str:
    """Text as a cell holds it: what cannot be written is □, what is too long is cut and says so.

    >>> shown("a\\x00b"), shown("a" * 99, most=50)
    ('a□b', 'aaaaaaaaaaaa… [cut; the CSV has all 99 characters]')
    """
    text = UNWRITABLE.sub(SHOWN, text)
    if 2 * len(text) <= most or len(units := text.encode("utf-16-le")) <= 2 * most:
        return text
    note = f"… [cut; the CSV has all {len(text):,} characters]"
    # A pair that the cut parts is dropped.
    return units[: 2 * (most - len(note))].decode("utf-16-le", "ignore") + note


def _contents(sheet, frames: Mapping[str, pd.DataFrame], head, rows: int) -> None:
    heads = ["table", "rows", "a row is", "column", "meaning", "unit"]
    lines = [
        [name, len(frame), _about(TABLES[name], len(frame), rows), *_column(column)]
        for name, frame in frames.items()
        for column in TABLES[name].columns
    ]
    _write(sheet, heads, lines, head)
    for at, width in enumerate([18, NARROW, WIDE, 22, WIDE, 22]):
        sheet.set_column(at, at, width)


def _about(table: Table, count: int, rows: int) -> str:
    return table.row if count < rows else f"{table.row}. {_left_out(table.name, count, rows)}"


def _left_out(name: str, count: int, rows: int) -> str:
    # The sheet's first row names the columns, its last one says this.
    return f"{count - (rows - 2):,} more rows than a sheet holds are in {name}.csv only."


def _column(column: Column) -> list[str]:
    return [column.name, column.meaning.replace("`", ""), column.unit]


def _sheet(sheet, table: Table, frame: pd.DataFrame, head, rows: int) -> None:
    fits = len(frame) < rows
    kept = frame if fits else frame.head(rows - 2)
    _write(sheet, table.names, kept.itertuples(index=False, name=None), head)
    for at, name in enumerate(table.names):
        longest = frame[name].head(LOOKED_AT).astype(str).str.len().max() if len(frame) else 0
        sheet.set_column(at, at, min(max(NARROW, len(name) + 2, longest), WIDE))
    if len(frame):
        sheet.autofilter(0, 0, len(kept), len(table.names) - 1)
    if not fits:
        sheet.write_string(rows - 1, 0, _left_out(table.name, len(frame), rows))


def _write(sheet, heads, lines, head) -> None:
    sheet.freeze_panes(1, 0)
    for at, name in enumerate(heads):
        sheet.write_string(0, at, name, head)
    for row, cells in enumerate(lines, start=1):
        for at, cell in enumerate(cells):
            if isinstance(cell, str):
                sheet.write_string(row, at, shown(cell))
            elif pd.notna(cell):
                sheet.write_number(row, at, cell)
