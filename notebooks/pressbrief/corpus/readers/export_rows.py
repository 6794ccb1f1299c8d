"""A row of an export as an item: what each of its columns holds, in whatever form it was kept."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from pressbrief.corpus.imprint import host
from pressbrief.corpus.readers import cut_off
from pressbrief.corpus.readers.author_fields import authors
from pressbrief.corpus.readers.bundles.told_apart import language
from pressbrief.corpus.readers.date_fields import EITHER_WAY, day, day_first, is_either
from pressbrief.corpus.readers.encoding import normalised
from pressbrief.corpus.readers.field_values import line_of, names_of, text_of
from pressbrief.corpus.readers.markup import without_markup
from pressbrief.corpus.readers.model import Facts, Item, Skipped
from pressbrief.english.word_lists import words

# What decides how 02/03/2025 is read.
ORDERS = {
    None: EITHER_WAY,
    True: ", whose other rows put the day first,",
    False: ", whose other rows put the month first,",
}
ADDRESS = re.compile(r"https?://[^\s<>\"]{4,2000}")
BARE_HOST = re.compile(r"www\.[\w.-]{4,200}", re.I)
DATABASES = words("databases/databases")
EMPTY = "empty: its text column holds nothing; fill it or delete the row"
FETCH = "fetch the pages first, and put them here as files or as a WARC"
SHOWN = 80


class Export(NamedTuple):
    """What all rows of an export share: what its columns hold, and how its days are read."""

    roles: Mapping[str, list[str]]
    basis: str
    day_first: bool | None

    @classmethod
    def of(cls, rows: Iterable[Mapping[str, Any]], roles: Mapping[str, list[str]], basis: str):
        """An export of these rows: one that says which number is the day says it of all."""
        dates = (line_of(row.get(name)) for row in rows for name in roles.get("published", ())[:1])
        return cls(roles, basis, day_first(dates))


def item(file: str, row: Mapping[str, Any], export: Export) -> Item | Skipped:
    """A row as an item; skipped if it has no text.

    >>> export = Export({"text": ["body"], "headline": ["title"]}, "the column", None)
    >>> item("a.csv#1", {"title": "Talks end", "body": "They ended."}, export).text
    'Talks end\\n\\nThey ended.'
    """
    column, text, whole = _text(row, export.roles)
    facts = _facts(row, export)
    if not text.strip():
        return Skipped(file, _why(facts))
    notes = () if whole else (f"its text is its “{column[:60]}”: this may be a summary",)
    facts, headline = without_outlet(facts), facts.headline
    if headline and not text.lstrip().startswith((headline, facts.headline)):
        text = f"{facts.headline}\n\n{text}"
    return cut_off.marked(Item(file, text, _sha256(row), facts, notes=notes))


def _text(row: Mapping[str, Any], roles: Mapping[str, list[str]]) -> tuple[str, str, bool]:
    """The column whose text is the article's, the text, and whether it is the article's own."""
    for name in roles.get("text", ()):
        if (text := _plain(row.get(name))).strip():
            return name, text, True
    summaries = [(name, _plain(row.get(name))) for name in roles.get("summary", ())]
    return (*max(summaries, key=lambda one: len(one[1].strip()), default=("", "")), False)


def _plain(value: object) -> str:
    return normalised(without_markup(text_of(value)))


def _facts(row: Mapping[str, Any], export: Export) -> Facts:
    known: dict[str, Any] = {}
    bases: dict[str, str] = {}
    for role, names in export.roles.items():
        for name in names if role not in ("text", "summary") else ():
            if told := _told(role, row.get(name), export.day_first):
                known[role], bases[role] = told, f"{export.basis} “{name[:60]}”"
                if role == "published" and is_either(day(_line(row.get(name)))):
                    bases[role] += ORDERS[export.day_first]
                break
    if "url" not in known:
        sources = ((name, _line(row.get(name))) for name in export.roles.get("publisher", ()))
        led = next(((name, said) for name, said in sources if ADDRESS.fullmatch(said)), None)
        if led:
            known["url"], bases["url"] = led[1], f"{export.basis} “{led[0][:60]}”"
    return Facts(**known, bases=bases)


def _told(role: str, value: object, day_first: bool | None) -> str | list[str]:
    """What a column says of a fact; empty if it does not."""
    if role == "authors":
        return _authors(value)
    line = _line(value)
    if role == "published":
        return day(line, day_first)
    if role == "seen":
        return day(line, day_first).rpartition("/")[2]
    if role == "url":
        return line if ADDRESS.fullmatch(line) else ""
    if role == "language":
        return line.lower() if len(line) == 2 else language(line) or line[:2].lower()
    if role == "publisher" and BARE_HOST.fullmatch(line):
        return host(f"https://{line}")
    if role == "publisher" and (ADDRESS.fullmatch(line) or line.casefold() in DATABASES):
        return ""
    return line


def _authors(value: object) -> list[str]:
    if isinstance(value, str):
        return authors(value)
    return list(dict.fromkeys(one for name in names_of(value) for one in authors(name)))


def _line(value: object) -> str:
    return " ".join(normalised(line_of(value)).split())


def without_outlet(facts: Facts) -> Facts:
    """The facts, the publisher's name taken off the headline's end.

    >>> without_outlet(Facts(headline="Talks end - NHK", publisher="NHK")).headline
    'Talks end'
    """
    name, outlet = facts.headline, facts.publisher
    cut = len(name) - len(outlet)
    if not outlet or cut < 4 or name[cut:].casefold() != outlet.casefold():
        return facts
    before = name[:cut].rstrip()
    if before[-1:] not in tuple("-–—|"):
        return facts
    return replace(facts, headline=before[:-1].rstrip())


def _why(facts: Facts) -> str:
    """Why a row without text is none, with what it has."""
    if not facts.url:
        return EMPTY
    titled = f" of “{facts.headline[:SHOWN]}”" if facts.headline else ""
    return f"an address{titled} without text; {FETCH}"


def _sha256(row: Mapping[str, Any]) -> str:
    said = json.dumps(row, ensure_ascii=False, default=str)
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()
