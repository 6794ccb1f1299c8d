"""RSS and Atom files: each entry an item."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, tostring

from pressbrief.corpus.imprint import host
from pressbrief.corpus.readers import cut_off
from pressbrief.corpus.readers.author_fields import is_name
from pressbrief.corpus.readers.date_fields import day
from pressbrief.corpus.readers.encoding import normalised
from pressbrief.corpus.readers.export_rows import without_outlet
from pressbrief.corpus.readers.markup import without_markup
from pressbrief.corpus.readers.model import Blob, Budget, Facts, Item, Skipped, Unreadable
from pressbrief.corpus.readers.redirects import own_address

ENTRIES = ("item", "entry")
# The fields of an entry, the one that says most first.
TEXT = ("encoded", "content", "description", "summary")
DATE = ("pubDate", "published", "date", "issued", "updated")
AUTHOR = ("creator", "author")
BASIS = "the feed's entry"


def read_feed(blob: Blob, budget: Budget) -> Iterator[Item | Skipped]:
    """A feed's entries as items, numbered from 1; an entry without a text is skipped."""
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root = fromstring(blob.data)
    except DefusedXmlException:
        raise Unreadable("XML that defines entities of its own; save the feed without") from None
    except (ParseError, ValueError, LookupError):
        raise Unreadable("damaged or cut off feed; get it again") from None
    entries = [element for element in root.iter() if _name(element) in ENTRIES]
    if not entries:
        raise Unreadable("holds no entry of a feed; save the articles' text as .txt files")
    channel = next((each for each in root if _name(each) == "channel"), root)
    title = "" if _is_gathered(channel, entries) else _text(channel, ("title",))
    shared = Facts.of("the feed", publisher=title)
    for number, entry in enumerate(entries, start=1):
        yield _item(f"{blob.file}#{number}", entry, shared)


def _is_gathered(channel: Element, entries: list[Element]) -> bool:
    """Whether a feed gathers what several others publish: an alert, a search, a reader's folder.

    Its entries lead to other hosts than its own, or to several.
    """
    hosts = {_site(_link(entry)) for entry in entries} - {""}
    own = {_site(_link(channel))} - {""}
    led = any(own_address(link) != link for link in map(_link, entries))
    return led or len(hosts - own) > 1 or bool(own and hosts and not hosts & own and len(hosts) > 1)


def _site(address: str) -> str:
    """A host without what stands before its last two or three names: "nhk.or.jp"."""
    names = host(address).split(".")
    return ".".join(names[-3:] if len(names) > 2 and len(names[-2]) < 4 else names[-2:])


def _item(file: str, entry: Element, shared: Facts) -> Item | Skipped:
    bodies = (normalised(without_markup(_text(entry, (name,)))) for name in TEXT)
    text = max(bodies, key=len)
    if not text.strip():
        return Skipped(file, "an entry without text; save the page that it links to")
    headline = " ".join(normalised(without_markup(_text(entry, ("title",)))).split())
    # A source of its own is where an aggregator found the entry.
    own = Facts.of(BASIS, publisher=_text(entry, ("source",)))
    facts = Facts.of(
        BASIS,
        headline=headline,
        authors=_authors(entry),
        published=_day(entry),
        url=own_address(_link(entry)),
    )
    facts = facts.over(own).over(shared)
    facts = without_outlet(facts.over(Facts.of("the entry's address", publisher=host(facts.url))))
    headline = facts.headline
    if headline and not text.startswith(headline):
        text = f"{headline}\n\n{text}"
    return cut_off.marked(Item(file, text, hashlib.sha256(tostring(entry)).hexdigest(), facts))


def _authors(entry: Element) -> list[str]:
    said = [_text(each, ("name",)) or _inner(each) for each in entry if _name(each) in AUTHOR]
    return list(dict.fromkeys(name for name in said if name and is_name(name)))


def _day(entry: Element) -> str:
    return next((found for name in DATE if (found := day(_text(entry, (name,))))), "")


def _link(entry: Element) -> str:
    for each in entry:
        if _name(each) == "link" and each.get("rel", "alternate") == "alternate":
            return (each.get("href") or each.text or "").strip()
    return ""


def _text(parent: Element, names: tuple[str, ...]) -> str:
    """The first child of one of these names that holds text."""
    for each in parent:
        if _name(each) in names and (found := _inner(each)):
            return found
    return ""


def _inner(element: Element) -> str:
    if len(element) and element.get("type") == "xhtml":
        from defusedxml.ElementTree import tostring as marked

        return marked(element, encoding="unicode").replace("html:", "").replace("ns0:", "")
    return "".join(element.itertext()).strip()


def _name(element: Element) -> str:
    """An element's name without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
