"""Lists of references that bring their texts or abstracts, RIS and BibTeX: each entry an item."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import replace

from pressbrief.corpus.readers import export_rows
from pressbrief.corpus.readers.bundles.told_apart import given_first, publication
from pressbrief.corpus.readers.encoding import decoded
from pressbrief.corpus.readers.field_values import ENDED
from pressbrief.corpus.readers.model import Blob, Budget, Item, Noted, Skipped, Unreadable

RIS = re.compile(r"\ufeff?\s*+(?:\d{1,6}[.:]\s++)?TY {1,2}- ")
BIBTEX = re.compile(
    r"\ufeff?\s*+(?:%[^\n]*+\n\s*+)*+@[A-Za-z]{3,30}\s*+[{(]\s*+[^\s,={}()]{1,200},"
)
# A tag and its value; what has no tag goes on from the line above.
TAG = re.compile(r"([A-Z][A-Z0-9]) {1,2}-(?: |$)")
# The fields of an entry by what they hold, the surest first.
RIS_ROLES = {
    "text": ["FT"],
    "summary": ["AB", "N2", "N1"],
    "headline": ["TI", "T1", "CT"],
    "publisher": ["JO", "JF", "T2", "JA", "J2", "BT", "PB"],
    "authors": ["AU", "A1"],
    "published": ["DA", "Y1", "PY"],
    "url": ["UR", "L2", "LK"],
    "language": ["LA"],
}
BIB_ROLES = {
    "text": ["fulltext", "text"],
    "summary": ["abstract", "annote", "annotation", "note"],
    "headline": ["title"],
    "publisher": ["journaltitle", "journal", "newspaper", "booktitle", "publisher"],
    "authors": ["author"],
    "published": ["date"],
    "url": ["url", "howpublished"],
    "language": ["language", "langid"],
}
NO_TEXT = "a reference without a text; fetch the article first, and put it here as a file"
CUT_OFF = "an entry without its end (ER), as in a file that was cut off: what there is was read"


def read_ris(blob: Blob, budget: Budget) -> Iterator[Item | Skipped | Noted]:
    """A RIS file's entries as items, numbered from 1; each without a text is skipped."""
    export = export_rows.Export(RIS_ROLES, "the RIS tag", None)
    for number, (fields, whole) in enumerate(_entries(decoded(blob.data)), start=1):
        name = f"{blob.file}#{number}"
        yield _item(name, fields, export)
        if not whole:
            yield Noted(name, CUT_OFF)


def _entries(text: str) -> Iterator[tuple[dict[str, list[str]], bool]]:
    """Each entry's tags with their values, and whether it has an end."""
    fields: dict[str, list[str]] = {}
    values: list[str] = []
    for line in text.lstrip("\ufeff").split("\n"):
        found = TAG.match(line.rstrip())
        tag = found[1] if found else ""
        if fields and tag in ("TY", "ER"):
            yield _joined(fields), tag == "ER"
            fields = {}
        if found and tag != "ER":
            values = fields.setdefault(tag, [])
            values.append(line[found.end() :].strip())
        elif values and fields:
            values.append(f"\n{line.strip()}")
    if fields:
        yield _joined(fields), False


def _joined(fields: dict[str, list[str]]) -> dict[str, list[str]]:
    """The values of each tag, those that go on over several lines as one."""
    found = {}
    for tag, values in fields.items():
        starts = [at for at, value in enumerate(values) if not value.startswith("\n")]
        ends = [*starts[1:], len(values)]
        whole = [_wrapped(values[a:b]) for a, b in zip(starts, ends, strict=True)]
        found[tag] = [value for value in whole if value]
    return found


def _wrapped(lines: list[str]) -> str:
    """A value's lines as its paragraphs: one begins below a blank line or a sentence's end."""
    parts: list[str] = []
    for line in map(str.strip, lines):
        ended = not parts or not line or ENDED.search(parts[-1][-6:] or ".")
        parts += ["\n\n" if ended else " ", line]
    return re.sub(r"\n{3,}", "\n\n", "".join(parts)).strip()


def read_bibtex(blob: Blob, budget: Budget) -> Iterator[Item | Skipped | Noted]:
    """A BibTeX file's entries as items, numbered from 1; each without a text is skipped."""
    import bibtexparser
    from bibtexparser import middlewares

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    plain = [middlewares.LatexDecodingMiddleware()]
    library = bibtexparser.parse_string(
        decoded(blob.data).lstrip("\ufeff"), append_middleware=plain
    )
    export = export_rows.Export(BIB_ROLES, "the BibTeX field", None)
    number = 0
    for number, entry in enumerate(library.entries, start=1):
        fields = {one.key.lower(): [str(one.value)] for one in entry.fields}
        named = fields.get("author", [""])[0].replace("{", "").replace("}", "")
        fields["author"] = re.split(r"\sand\s", " ".join(named.split()))
        yield _item(f"{blob.file}#{number}", fields, export)
    for at, one in enumerate(library.failed_blocks, start=number + 1):
        line = (one.start_line or 0) + 1
        yield Skipped(f"{blob.file}#{at}", f"a damaged entry on line {line}; export it again")
    if not (number or library.failed_blocks):
        raise Unreadable("holds no entry of BibTeX; export it again")


def _item(name: str, fields: dict[str, list[str]], export: export_rows.Export) -> Item | Skipped:
    """An entry as an item; a database's names are as the paper and the person have them."""
    row: dict[str, object] = {
        tag: "\n\n".join(values) if tag in export.roles["summary"] else values
        for tag, values in fields.items()
    }
    for tag in export.roles["authors"]:
        row[tag] = [given_first(value) for value in fields.get(tag, [])]
    for tag in export.roles["publisher"]:
        row[tag] = [publication(value) for value in fields.get(tag, [])]
    read = export_rows.item(name, row, export)
    return replace(read, reason=NO_TEXT) if isinstance(read, Skipped) else read
