"""JSON and JSON Lines: the records of an export, however deep they lie."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pressbrief.corpus.readers import export_rows, telegram
from pressbrief.corpus.readers.column_names import is_wrapper, roles_of, unused
from pressbrief.corpus.readers.encoding import decoded
from pressbrief.corpus.readers.model import Blob, Budget, Item, Noted, Skipped, Unreadable

BASIS = "the export's field"
# A record lies below so many lists and objects at most, and fields so deep in a record. Guesses.
MAX_DEPTH, MAX_WRAPPED = 12, 3
TEXTS = ("text", "summary")


def read_json(blob: Blob, budget: Budget) -> Iterator[Item | Skipped | Noted]:
    """The records of a JSON or JSON Lines export as items, numbered from 1."""
    whole = _parsed(decoded(blob.data).lstrip("\ufeff"))
    if chats := telegram.chats(whole):
        yield from telegram.items(blob.file, chats)
        return
    yield from read_records(blob, records(whole, blob.columns))


def read_records(blob: Blob, values: Iterable[object]) -> Iterator[Item | Skipped | Noted]:
    """Records, which can be gone through several times, as items numbered from 1."""
    flat = (_flat(one) for one in values if isinstance(one, dict))
    named = list(dict.fromkeys(name for one in flat for name in one))
    flat = (_flat(one) for one in values if isinstance(one, dict))
    export = export_rows.Export.of(flat, roles_of(named, blob.columns), BASIS)
    number = 0
    for number, one in enumerate(values, start=1):
        record = _flat(one) if isinstance(one, dict) else one
        yield _item(f"{blob.file}#{number}", record, export, blob.columns)
    own = [name for name in named if not is_wrapper(name)]
    if number > 1 and (said := unused(own, export.roles)):
        yield Noted(blob.file, said)


def is_record(value: object, own: Mapping[str, str]) -> bool:
    """Whether an object holds an article, or where one is found."""
    return _is_record(value, own, (*TEXTS, "url"))


def _item(
    file: str, record: object, export: export_rows.Export, own: Mapping[str, str]
) -> Item | Skipped:
    if not isinstance(record, dict):
        return Skipped(file, "not a JSON object; write one object a line for each article")
    if not roles_of(record, own).keys() & {*TEXTS, "url"}:
        said = ", ".join(list(record)[:12]) or "none"
        return Skipped(
            file,
            f"no field of text: its fields are {said[:200]}; "
            "name the one that holds the article 'text', 'body' or 'content'",
        )
    try:
        return export_rows.item(file, record, export)
    except RecursionError:
        return Skipped(file, "lists inside lists without end; write its text as one text")


def records(whole: object, own: Mapping[str, str]) -> list[object]:
    """The objects of an export that hold an article each, those beside them that hold none too.

    >>> records({"response": {"results": [{"body": "Talks."}, {"id": 1}]}}, {})
    [{'body': 'Talks.'}, {'id': 1}]
    """
    found = list(_records(whole, own, TEXTS, 0)) or list(_records(whole, own, ("url",), 0))
    return found or (whole if isinstance(whole, list) else [whole])


def _records(
    value: object, own: Mapping[str, str], needed: tuple[str, ...], depth: int
) -> Iterator[object]:
    if depth > MAX_DEPTH:
        return
    if isinstance(value, dict):
        if _is_record(value, own, needed):
            yield value
        else:
            for one in value.values():
                yield from _records(one, own, needed, depth + 1)
    elif isinstance(value, list):
        if any(_is_record(one, own, needed) for one in value):
            yield from value
        else:
            for one in value:
                yield from _records(one, own, needed, depth + 1)


def _is_record(value: object, own: Mapping[str, str], needed: tuple[str, ...]) -> bool:
    """Whether an object has a field that an article needs, filled, and not with records."""
    if not isinstance(value, dict):
        return False
    flat = _flat(value)
    names = [name for role, some in roles_of(flat, own).items() if role in needed for name in some]
    return any(not _holds_records(flat[name]) for name in names)


def _holds_records(value: object) -> bool:
    """Whether a list under a name such as "content" is one of articles, each with its title."""
    if isinstance(value, dict):
        return any(isinstance(one, list) and _holds_records(one) for one in value.values())
    return isinstance(value, list) and any(
        isinstance(one, dict) and "headline" in roles_of(one, {}) for one in value
    )


def _flat(record: Mapping[str, Any], depth: int = 0) -> dict[str, Any]:
    """A record's fields, those of the objects among them that hold its other fields too."""
    flat = dict(record)
    for name, value in record.items():
        if isinstance(value, dict) and is_wrapper(name) and depth < MAX_WRAPPED:
            flat = {**_flat(value, depth + 1), **flat}
    return flat


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return _lines(text)


def _lines(text: str) -> list[object]:
    """A JSON value for each line; None where a line is damaged."""
    found: list[object] = []
    for line in text.split("\n"):
        if line.strip(" \r\t"):
            try:
                found.append(json.loads(line))
            except (ValueError, RecursionError):
                found.append(None)
    if not any(isinstance(each, dict) for each in found):
        raise Unreadable("damaged or cut off JSON; export it again, one object a line")
    return found
