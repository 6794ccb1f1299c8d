"""Web pages: the article's text, without the page around it, and what the page says of it."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pressbrief.corpus.readers import bundles, telegram
from pressbrief.corpus.readers.encoding import decoded, normalised
from pressbrief.corpus.readers.markup import visible
from pressbrief.corpus.readers.model import (
    NOTHING,
    Blob,
    Budget,
    Facts,
    Item,
    Noted,
    Skipped,
    Unreadable,
)
from pressbrief.corpus.readers.page_facts import facts_of
from pressbrief.corpus.readers.sheets import read_tables

CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?([\w.:-]+)""", re.I
)
DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
# A page's text of which more than this share are links' words is an index of pages. A guess.
MAX_LINKED = 0.7
NAVIGATION = "nothing but navigation; save the page of the article itself, or its text"


@dataclass(frozen=True)
class Page:
    """What a page holds: its article's text, its headline first, and what it says of it."""

    text: str
    facts: Facts


def read_html(blob: Blob, budget: Budget) -> Iterator[Item | Skipped | Noted]:
    """A web page's article as one item, or each of a database's; Unreadable if none."""
    declared = CHARSET.search(blob.data[:4096])
    html = decoded(blob.data, declared[1].decode("ascii", "replace") if declared else "")
    if blob.file.lower().endswith((".xls", ".xlsx")):
        tables = parsed(html).iter("table")
        yield from read_tables(
            blob, [(f"table {at}", _rows(one)) for at, one in enumerate(tables, 1)]
        )
        return
    if telegram.is_page(html):
        yield from telegram.items(blob.file, telegram.of_page(parsed(html)))
        return
    if bundles.may_hold_many(html) and (found := bundles.many(blob, seen(html))):
        yield from found
        return
    read = page(html, blob.facts)
    yield Item(blob.file, read.text, blob.sha256, read.facts)


def _rows(table) -> list[list[str]]:
    """A table's rows as what their cells show."""
    rows = ([cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr"))
    return [[visible(cell) for cell in row] for row in rows]


def seen(html: str) -> str:
    """All that a page shows, a blank line between its blocks.

    >>> seen("<body><p>Talks <b>ended</b>.</p><p>Aid goes on.</p></body>")
    'Talks ended.\\n\\nAid goes on.'
    """
    return normalised(visible(parsed(html)))


def parsed(html: str):
    """A page as a tree; Unreadable if it is empty or damaged."""
    import lxml.html
    from lxml import etree

    html = _undeclared(html)
    try:
        return lxml.html.document_fromstring(html)
    except (etree.LxmlError, ValueError, AssertionError):
        raise Unreadable("an empty or damaged page; save it again, or its text") from None


def _undeclared(html: str) -> str:
    html = html.lstrip("\ufeff")
    declaration = DECLARATION.match(html)
    return html[declaration.end() :] if declaration else html


def page(html: str, known: Facts = NOTHING) -> Page:
    """A page's article; `known` is what is known of it from elsewhere, as its address."""
    html = _undeclared(html)
    tree = parsed(html)
    facts = facts_of(tree, html, known)
    # Each of its lines is a paragraph, none the broken-off half of one.
    text = re.sub(r"\n+", "\n\n", normalised(_article(html, tree)))
    if not text.strip() or _is_index(text, tree):
        raise Unreadable(NAVIGATION)
    headline = facts.headline
    if headline and not text.startswith(headline):
        text = f"{headline}\n\n{text}"
    return Page(text, facts)


def _article(html: str, tree) -> str:
    """The article's text by trafilatura, of which precision takes links' headings for teasers."""
    import trafilatura

    # It complains aloud of each page that holds nothing; the skipped list says so.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    precise = trafilatura.extract(html, include_comments=False, favor_precision=True) or ""
    linked = {
        _spaced(heading.text_content())
        for heading in tree.xpath("//*[self::h2 or self::h3 or self::h4][.//a]")
    }
    lost = linked - {_spaced(line) for line in precise.split("\n")}
    if precise and not lost:
        return precise
    return _with_headings(precise, trafilatura.extract(html, include_comments=False) or "", lost)


def _with_headings(precise: str, full: str, lost: set[str]) -> str:
    """The precise text, and of the full one the lost headings that stand right above its lines.

    >>> _with_headings("One.\\nTwo.", "One.\\nOn two\\nTwo.\\nMore\\nNews", {"On two", "More"})
    'One.\\nOn two\\nTwo.'
    """
    kept = precise.split("\n") if precise else full.split("\n")
    lines = full.split("\n")
    if not set(kept) <= set(lines):
        return precise
    known = set(kept)
    first = lines.index(kept[0])
    return "\n".join(
        line
        for at, line in enumerate(lines)
        if line in known
        or (
            at > first
            and _spaced(line) in lost
            and lines[at + 1 : at + 2]
            and lines[at + 1] in known
        )
    )


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _is_index(text: str, tree) -> bool:
    """Whether most of the text stands in links of the page: an index of articles is none."""
    links = {" ".join(link.text_content().split()) for link in tree.iter("a")}
    lines = [" ".join(line.split()).lstrip("-• ") for line in text.split("\n") if line.strip()]
    words = sum(len(line.split()) for line in lines)
    linked = sum(len(line.split()) for line in lines if line in links)
    return linked > MAX_LINKED * words
