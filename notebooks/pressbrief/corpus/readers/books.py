"""E-books: each chapter, or article of a weekly, as a page of its own."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from urllib.parse import unquote
from xml.etree.ElementTree import Element, ParseError

from pressbrief.corpus.readers.archives import unzipped
from pressbrief.corpus.readers.date_fields import day
from pressbrief.corpus.readers.model import NOTHING, Blob, Budget, Facts, Skipped, Unreadable
from pressbrief.english.word_lists import words

CONTAINER = "META-INF/container.xml"
PAGES = (".xhtml", ".html", ".htm")
BASIS = "the e-book's own data"
# Programs that make e-books of what others publish.
MAKERS = words("press/book_makers")


def read_book(blob: Blob, budget: Budget) -> Iterator[Blob | Skipped]:
    """An EPUB file's pages in their order as blobs, without its table of contents."""
    with zipfile.ZipFile(io.BytesIO(blob.data)) as archive:
        package, folder = _package(archive, budget)
        known = _facts(package) if package is not None else NOTHING
        names = _in_order(package, folder) if package is not None else []
        held = {member.filename: member for member in archive.infolist()}
        pages = [name for name in names if name in held]
        pages = pages or sorted(name for name in held if name.lower().endswith(PAGES))
        if not pages:
            raise Unreadable("an e-book without pages; save its text as .txt")
        for name in pages:
            file = f"{blob.file}/{name}"
            try:
                yield blob.part(file, unzipped(archive, held[name], budget), known, form="HTML")
            except Unreadable as why:
                yield Skipped(file, str(why))


def _package(archive: zipfile.ZipFile, budget: Budget) -> tuple[Element | None, str]:
    """The book's list of its parts, and the folder that it lies in; None if it has none."""
    try:
        container = _parsed(archive, CONTAINER, budget)
        path = next(one.get("full-path", "") for one in container.iter() if _is(one, "rootfile"))
        return _parsed(archive, path, budget), posixpath.dirname(path)
    except (KeyError, StopIteration, Unreadable):
        return None, ""


def _parsed(archive: zipfile.ZipFile, name: str, budget: Budget) -> Element:
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        return fromstring(unzipped(archive, archive.getinfo(name), budget))
    except (ParseError, ValueError, DefusedXmlException):
        raise Unreadable("damaged e-book; get it again") from None


def _in_order(package: Element, folder: str) -> list[str]:
    """The names of its pages as they are read, the contents and cover left out."""
    listed = {one.get("id"): one for one in package.iter() if _is(one, "item")}
    read = [one.get("idref") for one in package.iter() if _is(one, "itemref")]
    pages = [listed[key] for key in read if key in listed]
    own = [one for one in pages if "nav" not in (one.get("properties") or "").split()]
    return [posixpath.normpath(posixpath.join(folder, unquote(one.get("href", "")))) for one in own]


def _facts(package: Element) -> Facts:
    said = {
        name: next((one.text.strip() for one in package.iter() if _is(one, name) and one.text), "")
        for name in ("publisher", "date", "language")
    }
    publisher = said["publisher"] if said["publisher"].casefold() not in MAKERS else ""
    # A book is of the day on which it was made: what stands in it was there by then.
    return Facts.of(BASIS, publisher=publisher, seen=day(said["date"]).rpartition("/")[2])


def _is(element: Element, name: str) -> bool:
    return isinstance(element.tag, str) and element.tag.rpartition("}")[2] == name
