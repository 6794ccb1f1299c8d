"""OpenDocument files: a text as an item, a spreadsheet's rows as items."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from pressbrief.corpus.readers import bundles
from pressbrief.corpus.readers.archives import unzipped
from pressbrief.corpus.readers.encoding import normalised
from pressbrief.corpus.readers.model import Blob, Budget, Item, Noted, Skipped, Unreadable
from pressbrief.corpus.readers.sheets import MAX_CELLS, read_tables

BLOCKS = {"p", "h"}
BREAKS = {"tab": "\t", "line-break": "\n", "s": " "}
# What a document keeps beside its text: deleted words, notes, comments.
UNSEEN = {"tracked-changes", "note", "annotation", "annotation-end", "bibliography-source"}
DAMAGED = "damaged OpenDocument file; open it and save it again"
MAX_REPEATED = 1000  # cells or rows that say the same; what is repeated more is filling
MAX_DEPTH = 200


def read_open_document(blob: Blob, budget: Budget) -> Iterator[Item | Skipped | Noted]:
    """An .odt file's paragraphs as one item, or an .ods file's rows as items."""
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    with zipfile.ZipFile(io.BytesIO(blob.data)) as archive:
        content = unzipped(archive, archive.getinfo("content.xml"), budget)
    try:
        root = fromstring(content)
    except (ParseError, ValueError, DefusedXmlException):
        raise Unreadable(DAMAGED) from None
    body = next((one for one in root if _name(one) == "body"), root)
    if any(_name(one) == "spreadsheet" for one in body):
        yield from read_tables(blob, [_table(one) for one in body.iter() if _name(one) == "table"])
        return
    text = "\n\n".join(line for line in _paragraphs(body, 0) if line.strip())
    if not text:
        raise Unreadable("an OpenDocument file without text; save its text as a .txt file")
    yield from bundles.read(blob, normalised(text))


def _paragraphs(element: Element, depth: int) -> Iterator[str]:
    if depth > MAX_DEPTH:
        raise Unreadable(DAMAGED)
    for one in element:
        if _name(one) in BLOCKS:
            yield "".join(_runs(one, depth))
        elif _name(one) not in UNSEEN:
            yield from _paragraphs(one, depth + 1)


def _runs(element: Element, depth: int) -> Iterator[str]:
    """The text of a paragraph, without what is noted in it."""
    if depth > MAX_DEPTH:
        raise Unreadable(DAMAGED)
    yield element.text or ""
    for one in element:
        name = _name(one)
        if name in BREAKS:
            yield BREAKS[name]
        elif name not in UNSEEN:
            yield from _runs(one, depth + 1)
        yield one.tail or ""


def _table(table: Element) -> tuple[str, list[list[str]]]:
    """A table's name and its rows."""
    rows: list[list[str]] = []
    cells = 0
    for row in table.iter():
        if _name(row) != "table-row":
            continue
        read = _row(row)
        times = _times(row, "number-rows-repeated") if any(read) else 1
        cells += times * len(read)
        if cells > MAX_CELLS:
            raise Unreadable(f"a sheet of more than {MAX_CELLS:,} cells; split it")
        rows += [read] * times
    return _attribute(table, "name"), rows


def _row(row: Element) -> list[str]:
    found: list[str] = []
    for cell in row:
        if _name(cell) in ("table-cell", "covered-table-cell"):
            said = _attribute(cell, "date-value") or "\n\n".join(_paragraphs(cell, 0))
            found += [said] * _times(cell, "number-columns-repeated")
    while found and not found[-1]:
        found.pop()
    return found


def _times(element: Element, name: str) -> int:
    said = _attribute(element, name)
    return min(int(said), MAX_REPEATED) if said.isdecimal() and len(said) < 9 else 1


def _attribute(element: Element, name: str) -> str:
    return next((value for key, value in element.attrib.items() if key.endswith(f"}}{name}")), "")


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
