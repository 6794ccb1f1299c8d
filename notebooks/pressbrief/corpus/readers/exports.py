"""Exports of databases: CSV, TSV and JSON, their columns known by the usual names."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from pressbrief.corpus.readers.date_fields import EITHER_WAY, day, day_first, is_either
from pressbrief.corpus.readers.encoding import decoded, normalised
from pressbrief.corpus.readers.markup import without_markup
from pressbrief.corpus.readers.model import Blob, Budget, Facts, Item, Skipped, Unreadable
from pressbrief.english.word_lists import words

# The usual names of a column, the surest first.
COLUMNS = {
    "text": "text body content article_text full_text fulltext maintext article_body articlebody "
    "body_text story_text plain_text plaintext main_text article story contents raw_text",
    "headline": "headline title article_title",
    "url": "url article_url link web_url canonical_url permalink uri",
    "published": "published publish_date published_at date_published datepublished published_date "
    "publication_date pub_date pubdate date_publish publishdate webpublicationdate date datetime",
    "publisher": "publisher media_name source_name outlet publication newspaper site_name media "
    "source source_domain site domain",
    "authors": "authors author byline creator",
    "language": "language lang",
}
ROLES = {name: role for role, names in COLUMNS.items() for name in names.split()}
RANKS = {name: rank for names in COLUMNS.values() for rank, name in enumerate(names.split())}
DEGREES, NO_AUTHORS = words("press/degrees"), words("press/no_authors")
DELIMITERS = ",;\t|"
# What csv takes at most on every system: no cell is cut, and files are bounded before.
MAX_CELL = 2**31 - 1
# What decides how 02/03/2025 is read.
ORDERS = {
    None: EITHER_WAY,
    True: ", whose other rows put the day first,",
    False: ", whose other rows put the month first,",
}
BASIS = {"table": "the export's column", "JSON": "the export's field"}


def is_table(head: str) -> bool:
    """Whether a text begins as a table of articles does: a row that names a text and more."""
    first = head.lstrip("\ufeff").split("\n", 1)[0]
    if len(first) > 2000:
        return False
    names = _row(first, _delimiter(first))
    roles = _roles(names)
    return "text" in roles and len(roles) > 1


def read_table(blob: Blob, budget: Budget) -> Iterator[Item | Skipped]:
    """A CSV or TSV export's rows as items, numbered from 1; Unreadable without a text column."""
    text = decoded(blob.data).lstrip("\ufeff")
    csv.field_size_limit(MAX_CELL)
    rows = _rows(text)
    names = next(rows, [])
    roles = _roles(names)
    if "text" not in roles:
        said = ", ".join(name.strip() for name in names[:12]) or "none"
        raise Unreadable(
            f"no column of text: its columns are {said[:200]}; "
            "name the one that holds the articles 'text', 'body' or 'content'"
        )
    at = names.index(roles["published"]) if "published" in roles else len(names)
    order = day_first(row[at] for row in _rows(text) if at < len(row))
    number = 0
    for row in rows:
        if any(cell.strip() for cell in row):
            number += 1
            cells = {name: row[at] for at, name in enumerate(names) if at < len(row)}
            yield _item(f"{blob.file}#{number}", cells, roles, BASIS["table"], order)


def _rows(text: str) -> Iterator[list[str]]:
    delimiter = _delimiter(text.split("\n", 1)[0])
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def read_json(blob: Blob, budget: Budget) -> Iterator[Item | Skipped]:
    """The objects of a JSON or JSON Lines export as items, numbered from 1."""
    text = decoded(blob.data).lstrip("\ufeff")
    records = list(_records(text))
    order = day_first(_dates(records))
    for number, record in enumerate(records, start=1):
        file = f"{blob.file}#{number}"
        if not isinstance(record, dict):
            yield Skipped(file, "not a JSON object; write one object a line for each article")
            continue
        roles = _roles(list(record))
        if "text" not in roles:
            said = ", ".join(list(record)[:12]) or "none"
            yield Skipped(
                file,
                f"no field of text: its fields are {said[:200]}; "
                "name the one that holds the article 'text', 'body' or 'content'",
            )
            continue
        try:
            cells = {name: _plain(value) for name, value in record.items()}
        except RecursionError:
            yield Skipped(file, "lists inside lists without end; write its text as one text")
            continue
        yield _item(file, cells, roles, BASIS["JSON"], order)


def _dates(records: list[object]) -> Iterator[str]:
    """What the records' fields of a date hold."""
    for record in records:
        if isinstance(record, dict):
            name = _roles(list(record)).get("published")
            if name is not None and isinstance(value := record[name], str):
                yield value


def _records(text: str) -> Iterator[object]:
    """The objects of a list, of a list under a key, of one object, or of lines."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        yield from _lines(text)
        return
    if isinstance(whole, dict) and "text" not in _roles(list(whole)):
        lists = [v for v in whole.values() if isinstance(v, list) and v and isinstance(v[0], dict)]
        whole = max(lists, key=len, default=whole)
    yield from whole if isinstance(whole, list) else [whole]


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


def _plain(value: object) -> str | list[str]:
    """A JSON value as text, a list of values as texts; of an object its name."""
    if isinstance(value, dict):
        return _plain(value.get("name", ""))
    if isinstance(value, list):
        return [text for each in value if isinstance(text := _plain(each), str) and text]
    return "" if value is None else str(value)


def _item(
    file: str,
    cells: Mapping[str, str | list[str]],
    roles: dict[str, str],
    basis: str,
    day_first: bool | None,
) -> Item | Skipped:
    said = {role: cells.get(name, "") for role, name in roles.items()}
    body = said.pop("text")
    text = normalised(without_markup("\n\n".join(body) if isinstance(body, list) else body))
    if not text.strip():
        return Skipped(file, "empty: its text column holds nothing; fill it or delete the row")
    known: dict[str, Any] = {role: _told(role, value, day_first) for role, value in said.items()}
    bases = {role: f"{basis} “{roles[role][:60]}”" for role, value in known.items() if value}
    if known.get("published") and is_either(day(_line(said["published"]))):
        bases["published"] += ORDERS[day_first]
    facts = Facts(**{role: known[role] for role in bases}, bases=bases)
    headline = facts.headline
    if headline and not text.lstrip().startswith(headline):
        text = f"{headline}\n\n{text}"
    return Item(file, text, hashlib.sha256(_bytes(cells)).hexdigest(), facts)


def _bytes(cells: Mapping[str, str | list[str]]) -> bytes:
    return json.dumps(cells, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _told(role: str, value: str | list[str], day_first: bool | None) -> str | list[str]:
    if role == "authors":
        return authors(value)
    return day(_line(value), day_first) if role == "published" else _line(value)


def _line(value: str | list[str]) -> str:
    return " ".join(normalised(value if isinstance(value, str) else " ".join(value)).split())


def authors(value: str | list[str]) -> list[str]:
    """The names in an author field, whether a list or one text.

    >>> authors("By Sawako Utsumi and Lee Jay Walker"), authors("['Lee Jay Walker']")
    (['Sawako Utsumi', 'Lee Jay Walker'], ['Lee Jay Walker'])
    """
    parts = value if isinstance(value, list) else re.split(r"[;|,\n]|\band\b|&", value.strip("[] "))
    names = [re.sub(r"^by\s+", "", part.strip(" \"'\t"), flags=re.I).strip() for part in parts]
    return list(dict.fromkeys(name for name in names if name and is_name(name)))


def is_name(name: str) -> bool:
    """Whether an author field's part can be a name: no address, no account, no placeholder."""
    placeholder = name.casefold() in NO_AUTHORS
    account = " " not in name and name.islower()
    degree = name.replace(".", "").lower() in DEGREES
    other = placeholder or account or degree or re.search(r"[@<>{}]|://", name)
    return len(name) <= 80 and not other


def _roles(names: list[str]) -> dict[str, str]:
    """Role → the column that has it, the surest name of each role."""
    found: dict[str, str] = {}
    for name in names:
        plain = _plain_name(name)
        role = ROLES.get(plain)
        if role and (role not in found or RANKS[plain] < RANKS[_plain_name(found[role])]):
            found[role] = name
    return found


def _plain_name(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", str(name).strip().lower()).strip("_")


def _delimiter(first: str) -> str:
    return max(DELIMITERS, key=lambda mark: (len(_roles(_row(first, mark))), first.count(mark)))


def _row(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line.strip("\r")], delimiter=delimiter), [])
    except csv.Error:
        return []
