"""Large exports read from the disk as they are needed, so that memory does not grow with them."""

from __future__ import annotations

import codecs
import csv
import json
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

from pressbrief.corpus.readers import exports, json_export
from pressbrief.corpus.readers.encoding import CONTROL
from pressbrief.corpus.readers.forms import form_of
from pressbrief.corpus.readers.model import MEGABYTE, Blob, Item, Noted, Skipped, Unreadable

# A smaller file is read whole. A guess: it costs less than the two looks that a stream takes.
LARGE = MEGABYTE
CHUNK = 1 << 16
Found = Iterator[Item | Skipped | Noted]


def streamed(path: Path, blob: Blob, size: int) -> Found | None:
    """The rows of a large table or JSON Lines file as items; None of any other file.

    `blob` has the file's name and its first bytes. A file that is not UTF-8 throughout is read
    whole, where its encoding is told.
    """
    if size <= LARGE:
        return None
    try:
        form = form_of(blob)
    except Unreadable:
        return None
    reader = {"table": _table, "JSON": _json_lines}.get(form)
    return reader(path, blob) if reader and _is_plain(path) else None


def _is_plain(path: Path) -> bool:
    """Whether a file is UTF-8 throughout, without a character that no text has."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                text = decoder.decode(chunk)
                if "\0" in text or CONTROL.search(text):
                    return False
            decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _table(path: Path, blob: Blob) -> Found:
    csv.field_size_limit(exports.MAX_CELL)
    first = next(_lines(path), "")
    delimiter = exports.delimiter(first.rstrip("\r\n"), blob.columns)
    return exports.read_rows(blob, lambda: csv.reader(_lines(path), delimiter=delimiter))


def _json_lines(path: Path, blob: Blob) -> Found | None:
    values = _Again(lambda: _values(_lines(path)))
    first = list(islice(values, 2))
    if len(first) < 2 or not all(isinstance(one, dict) for one in first):
        return None  # one value, on one line or over many
    if not any(json_export.is_record(one, blob.columns) for one in first):
        return None
    return json_export.read_records(blob, values)


class _Again(Iterable[object]):
    """What can be gone through several times, made anew each time."""

    def __init__(self, made: Callable[[], Iterator[object]]):
        self._made = made

    def __iter__(self) -> Iterator[object]:
        return self._made()


def _values(lines: Iterator[str]) -> Iterator[object]:
    """A JSON value for each line; None where a line is damaged."""
    for line in lines:
        if line.strip():
            try:
                yield json.loads(line)
            except (ValueError, RecursionError):
                yield None


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from file
