"""The fields above a Markdown file's text, between two lines of three dashes."""

from __future__ import annotations

import re
from dataclasses import replace

from pressbrief.corpus.readers import export_rows
from pressbrief.corpus.readers.column_names import roles_of
from pressbrief.corpus.readers.model import Blob, Item

FENCE = re.compile(r"---[ \t]*")
ENDS = ("---", "...")
FIELD = re.compile(r"([A-Za-z][\w -]{0,60}):(?:[ \t]+|$)")
LISTED = re.compile(r"[ \t]*-[ \t]+")
MAX_LINES = 100
TEXT = "\0text"  # no field is called so
BASIS = "the front matter's"


def read(blob: Blob, text: str) -> Item | None:
    """A text with front matter as an item with its facts; None of a text without.

    >>> text = "---\\ntitle: Talks end\\nauthors: [A. Lie]\\n---\\nThey ended."
    >>> one = read(Blob("a.md", b""), text)
    >>> one.text, one.facts.authors
    ('Talks end\\n\\nThey ended.', ['A. Lie'])
    """
    lines = text.lstrip("\ufeff").split("\n")
    if not FENCE.fullmatch(lines[0]):
        return None
    inner = enumerate(lines[1 : MAX_LINES + 1], start=1)
    end = next((at for at, line in inner if line.rstrip() in ENDS), None)
    if end is None:
        return None
    fields = _fields(lines[1:end])
    roles = {
        role: names
        for role, names in roles_of(fields, blob.columns).items()
        if role not in ("text", "summary")
    }
    if not roles:
        return None
    export = export_rows.Export({**roles, "text": [TEXT]}, BASIS, None)
    body = "\n".join(lines[end + 1 :]).strip("\n")
    read = export_rows.item(blob.file, {**fields, TEXT: body}, export)
    if not isinstance(read, Item):
        return None
    around = "\n".join(line for line in lines[1:end] if line.strip())
    return replace(read, sha256=blob.sha256, furniture=around, facts=read.facts.over(blob.facts))


def _fields(lines: list[str]) -> dict[str, object]:
    """Names and values; of a list its parts."""
    fields: dict[str, object] = {}
    name = ""
    for line in lines:
        found = FIELD.match(line)
        if found:
            name, value = found[1], line[found.end() :].strip()
            whole = value[1:-1].split(",") if value[:1] == "[" and value[-1:] == "]" else []
            fields[name] = [_bare(part) for part in whole] or _bare(value)
        elif name and (dash := LISTED.match(line)):
            before = fields[name] if isinstance(fields[name], list) else []
            fields[name] = [*before, _bare(line[dash.end() :])]  # type: ignore[misc]
    return fields


def _bare(value: str) -> str:
    """A value without its quotes."""
    value = value.strip()
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value
