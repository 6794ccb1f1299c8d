"""The tables of a document as CSV files, for a PDF to carry."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from pressbrief.render.document_parts import EVIDENCE_TITLE, Document, Table
from pressbrief.tables.formulas import neutral


def files(document: Document) -> Iterator[tuple[str, str, str]]:
    """Each table and each chart's data: a file name, what it is, and its rows as CSV.

    Numbers stand as they were measured, not as they are shown; no text is a formula.
    """
    for chapter in document.chapters:
        shown = [(chart.label, chart.data) for chart in chapter.charts]
        shown += [(table.label, table) for table in chapter.tables]
        for label, table in shown:
            kind, number = label.lower().split()
            # Readers list attachments by name: table-10 after table-09.
            yield f"{kind}-{number:0>2}.csv", f"{label}: {table.title}", rows(table)


def rows(table: Table) -> str:
    """A table's heads and rows as CSV, the numbers of its evidence last."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    cited = [EVIDENCE_TITLE] if table.cited else []
    writer.writerow(map(neutral, (*table.columns, *cited)))
    for row, values in zip(table.rows, table.values, strict=True):
        refs = [" ".join(map(str, row.numbers))] if table.cited else []
        writer.writerow(map(neutral, (*values, *refs)))
    return target.getvalue()
