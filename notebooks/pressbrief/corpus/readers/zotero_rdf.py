"""Zotero's RDF: each reference that brings a text or an abstract as an item."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element, ParseError

from pressbrief.corpus.readers import export_rows
from pressbrief.corpus.readers.bundles.told_apart import publication
from pressbrief.corpus.readers.model import Blob, Budget, Item, Skipped, Unreadable
from pressbrief.corpus.readers.references import NO_TEXT

NAMESPACE = "zotero.org/namespaces/export"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
ROLES = {
    "summary": ["abstract"],
    "headline": ["title"],
    "publisher": ["isPartOf"],
    "authors": ["authors"],
    "published": ["date"],
    "url": ["identifier"],
    "language": ["language"],
}
EXPORT = export_rows.Export(ROLES, "Zotero's field", None)
# What stands beside the references: their papers, notes, files, folders.
OTHERS = {"Attachment", "Collection", "Memo", "Journal", "Newspaper", "Periodical", "Image"}


def read_zotero(blob: Blob, budget: Budget) -> Iterator[Item | Skipped]:
    """The references as items, numbered from 1; each without a text is skipped."""
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root = fromstring(blob.data)
    except DefusedXmlException:
        raise Unreadable("XML that defines entities of its own; export it without") from None
    except (ParseError, ValueError, LookupError):
        raise Unreadable("damaged or cut off RDF; export it again") from None
    held = {one.get(f"{RDF}about", ""): one for one in root}
    references = [one for one in root if _name(one) not in OTHERS and _text(one, "title")]
    if not references:
        raise Unreadable("holds no reference; export it again")
    for number, one in enumerate(references, start=1):
        read = export_rows.item(f"{blob.file}#{number}", _row(one, held), EXPORT)
        yield replace(read, reason=NO_TEXT) if isinstance(read, Skipped) else read


def _row(one: Element, held: dict[str, Element]) -> dict[str, object]:
    part = next((each for each in one if _name(each) == "isPartOf"), None)
    within = held.get(part.get(f"{RDF}resource", ""), part) if part is not None else None
    paper = (
        next((_inner(each) for each in within.iter() if _name(each) == "title"), "")
        if (within is not None)
        else ""
    )
    names = [
        {"given": _text(each, "givenName") or _text(each, "givenname"),
         "family": _text(each, "surname") or _text(each, "name")}
        for listed in one
        if _name(listed) == "authors"
        for each in listed.iter()
        if _name(each) == "Person"
    ]  # fmt: skip
    said = {name: _text(one, name) for name in ("title", "abstract", "date", "language")}
    address = next((_inner(each) for each in one if _name(each) == "identifier"), "")
    about = one.get(f"{RDF}about", "")
    return {
        **said,
        "authors": names,
        "isPartOf": publication(paper),
        "identifier": address if "://" in address else about,
    }


def _text(parent: Element, name: str) -> str:
    return next((_inner(each) for each in parent if _name(each) == name), "")


def _inner(element: Element) -> str:
    return "".join(element.itertext()).strip()


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
