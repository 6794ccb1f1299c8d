"""Files that hold many articles, as news databases give them out: each as an item of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from pressbrief.corpus.readers.bundles import factiva, nexis, proquest
from pressbrief.corpus.readers.bundles.guard import looks_like
from pressbrief.corpus.readers.model import Blob, Facts, Item, Noted, Skipped

__all__ = ["many", "may_hold_many", "read"]
KINDS = (nexis, factiva, proquest)
# How many articles a file says that it holds: on its cover, or with each.
STATED = re.compile(
    r"^[ \t]*(?:Documents? \((\d{1,6})\)|(?:Document )?\d{1,6} of (\d{1,6})(?: DOCUMENTS?)?)"
    r"[ \t\r]*$",
    re.M,
)
NO_TEXT = "an entry without text; save the article's text as a .txt file"
Reflowed = Callable[[list[str]], str]


def read(blob: Blob, text: str, facts: Facts | None = None) -> Iterator[Item | Skipped | Noted]:
    """A text as one item, or each of its articles as one if it is a database's file of many.

    >>> head = "Talks end\\nNHK\\nMay 1, 2025\\nLength: 2 words\\n"
    >>> text = f"{head}Body\\nIt ended.\\nEnd of Document"
    >>> [(one.file, one.text, one.facts.publisher) for one in read(Blob("a.txt", b""), text)]
    [('a.txt#1', 'Talks end\\n\\nIt ended.', 'NHK')]
    """
    found = many(blob, text)
    if not found:
        found = [Item(blob.file, text, blob.sha256, blob.facts if facts is None else facts)]
    yield from found


def many(blob: Blob, text: str, reflowed: Reflowed | None = None) -> list[Item | Skipped | Noted]:
    """The articles in a database's file, numbered from 1; none if it is no such file.

    `reflowed` makes paragraphs of a page's lines.
    """
    if not may_hold_many(text):
        return []
    lines = text.split("\n")
    for kind in KINDS:
        if told := kind.told(lines):
            found: list[Item | Skipped | Noted] = []
            for number, one in enumerate(told, start=1):
                if reflowed:
                    one.body = reflowed(one.body).split("\n")
                name = f"{blob.file}#{number}"
                whole = any(map(str.strip, one.body))
                item = one.item(name, kind.BASIS, blob.facts)
                found.append(item if whole else Skipped(name, NO_TEXT))
            return [*found, *_missing(blob.file, text, len(told))]
    return []


def _missing(file: str, text: str, found: int) -> Iterator[Noted]:
    """What is said if a file says that it holds more or fewer articles than were found in it."""
    stated = max((int(one[1] or one[2]) for one in STATED.finditer(text)), default=found)
    if stated != found:
        yield Noted(file, f"says that it holds {stated:,} articles, of which {found:,} were found")


def noted(item: Item) -> Item:
    """The item, and a note if its text looks like many articles."""
    said = looks_like(item.text)
    return replace(item, notes=(*item.notes, said)) if said else item


def may_hold_many(text: str) -> bool:
    """Whether a text has a word that each file of a database has; most texts have none of them.

    >>> may_hold_many("The talks ended.")
    False
    """
    small = text.casefold()
    return "document" in small or "publication info" in small
