"""Mails of Google Alerts: each story that one lists as an item, with its outlet and its snippet."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from pressbrief.corpus.imprint import host
from pressbrief.corpus.readers import cut_off
from pressbrief.corpus.readers.encoding import normalised
from pressbrief.corpus.readers.export_rows import without_outlet
from pressbrief.corpus.readers.markup import visible
from pressbrief.corpus.readers.model import Facts, Item
from pressbrief.corpus.readers.redirects import own_address

SENDER = re.compile(r"googlealerts", re.I)
BASIS = "the alert's entry"
LINK = re.compile(
    r"<?(https?://(?:www\.)?google\.[a-z.]{2,6}/(?:url|alerts/share)\?[^\s<>\"]{4,2000})>?"
)
# What an alert says around its stories.
FLAG = re.compile(r"flag as irrelevant|see (?:all|more)|unsubscribe|full coverage", re.I)
MAX_STORIES = 500


class Story(NamedTuple):
    """One story of an alert: its headline, who published it, its first words, its address."""

    headline: str
    outlet: str
    snippet: str
    address: str


def is_alert(sender: str) -> bool:
    """Whether a mail's sender is the service.

    >>> is_alert("Google Alerts <googlealerts-noreply@google.com>")
    True
    """
    return SENDER.search(sender) is not None


def items(file: str, stories: list[Story], sent: Facts) -> Iterator[Item]:
    """The stories as items, numbered from 1: none is its article, but how it begins."""
    for number, one in enumerate(stories, start=1):
        address = own_address(one.address)
        facts = Facts.of(BASIS, headline=one.headline, publisher=one.outlet, url=address)
        facts = facts.over(Facts.of("the entry's address", publisher=host(address))).over(sent)
        facts = without_outlet(facts)
        text = f"{facts.headline}\n\n{one.snippet}"
        sha256 = hashlib.sha256(f"{text}\n{address}".encode("utf-8", "surrogatepass")).hexdigest()
        item = cut_off.marked(Item(f"{file}#{number}", text, sha256, facts))
        notes = (cut_off.NOTE,) if cut_off.NOTE not in item.notes else ()
        yield replace(item, notes=(*item.notes, *notes))


def of_page(tree) -> list[Story]:
    """The stories of an alert's page: they are marked as articles, or else they are its links."""
    marked = [_marked(one) for one in tree.xpath("//*[contains(@itemtype, 'Article')]")]
    found = [one for one in marked if one.headline and one.address]
    return (found or _linked(tree))[:MAX_STORIES]


def _marked(one) -> Story:
    def said(path: str) -> str:
        return " ".join(normalised(" ".join(one.xpath(f"string({path})").split())).split())

    links = one.xpath(".//a[@itemprop='url']/@href") or one.xpath(".//a/@href")
    return Story(
        said(".//a//*[@itemprop='name']") or said(".//*[@itemprop='name']") or said(".//a"),
        said(".//*[@itemprop='publisher']"),
        said(".//*[@itemprop='description']"),
        str(links[0]) if links else "",
    )


def _linked(tree) -> list[Story]:
    """The stories by their links: each headline is one, outlet and snippet stand below it."""
    found = []
    for link in tree.xpath("//a[contains(@href, 'google.') and contains(@href, 'url')]"):
        headline = " ".join(normalised(link.text_content()).split())
        if FLAG.search(headline) or len(headline.split()) < 2 or "url=" not in link.get("href", ""):
            continue
        cell = next((one for one in link.iterancestors("td", "li", "div")), link.getparent())
        lines = [line.strip() for line in normalised(visible(cell)).split("\n") if line.strip()]
        below = [line for line in lines if line != headline and not FLAG.search(line)]
        short = below[:1] if len(below) > 1 and len(below[0].split()) <= 8 else []
        snippet = " ".join(below[len(short) :])
        found.append(Story(headline, "".join(short), snippet, link.get("href", "")))
    return found


def of_text(text: str) -> list[Story]:
    """The stories of an alert's text: headline, outlet, snippet, and a link below them.

    >>> link = "<https://www.google.com/url?sa=t&url=https://nhk.jp/a&ct=ga>"
    >>> of_text(f"=== News ===\\n\\nTalks end\\nNHK\\nIn Tokyo ...\\n{link}")[0].outlet
    'NHK'
    """
    found: list[Story] = []
    above: list[str] = []
    for line in text.split("\n"):
        said = line.strip()
        if (link := LINK.fullmatch(said)) and len(above) > 1 and "url=" in link[1]:
            headline, outlet = above[0], above[1] if len(above) > 2 else ""
            found.append(Story(headline, outlet, " ".join(above[1 + bool(outlet) :]), link[1]))
        if not said or LINK.search(said) or said.startswith(("===", "- - -", "---")):
            above = []
        else:
            above.append(said)
    return found[:MAX_STORIES]
