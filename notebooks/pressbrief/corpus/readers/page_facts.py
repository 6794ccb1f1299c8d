"""What a web page says of its article in its JSON-LD, OpenGraph, meta tags and title."""

from __future__ import annotations

import html as markup
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import reduce
from urllib.parse import urlsplit

from pressbrief.corpus.readers.author_fields import authors, is_name
from pressbrief.corpus.readers.date_fields import EITHER_WAY, day, is_either, surest_day
from pressbrief.corpus.readers.encoding import normalised
from pressbrief.corpus.readers.markup import visible
from pressbrief.corpus.readers.model import Facts
from pressbrief.corpus.readers.page_dates import likely_day, marked_day
from pressbrief.corpus.readers.saved_pages import HEAD, SINGLE_FILE, as_captured, saved, told_ago

ARTICLE = re.compile(r"(?:Article|Posting|Report|Review)$")
# Meta tags by their name, property or itemprop, the surest first.
OPEN_GRAPH = {
    "headline": ("og:title",),
    "publisher": ("og:site_name",),
    "published": ("article:published_time", "og:published_time"),
    "authors": ("article:author", "og:article:author"),
    "url": ("og:url",),
    "language": ("og:locale",),
}
META = {
    "headline": ("headline", "parsely-title", "sailthru.title", "dc.title", "twitter:title"),
    "publisher": ("publisher", "dc.publisher", "cre", "application-name"),
    "published": (
        "datepublished",
        "parsely-pub-date",
        "sailthru.date",
        "dc.date.issued",
        "dc.date",
        "dcterms.created",
        "publish-date",
        "publish_date",
        "pubdate",
        "date",
    ),
    "authors": ("author", "parsely-author", "sailthru.author", "dc.creator", "byl"),
    "language": ("dc.language", "language"),
}
# Those who run a site and do not publish it.
PLATFORMS = ("blogger", "wordpress", "wordpress.com", "medium", "substack", "tumblr")


def facts_of(tree, html: str, known: Facts) -> Facts:
    """A page's facts, each with its basis, the surest source of each first."""
    tags = _tags(tree)
    canonical = _address(_first(tree.xpath("//link[@rel='canonical']/@href")))
    language = _language(_first(tree.xpath("/html/@lang")))
    said = (
        _json_ld(tree),
        _meta(tags, OPEN_GRAPH, "the page's OpenGraph"),
        _meta(tags, META, "the page's meta tags"),
        Facts.of("the page's canonical link", url=canonical),
        known,
        saved(html),
        Facts.of("the page's markup", published=marked_day(tree), language=language),
        Facts.of("the page's heading", headline=_heading(tree)),
        Facts.of("the page's title", headline=_line(_first(tree.xpath("//title/text()")))),
    )
    facts = as_captured(_dated(reduce(Facts.over, said), said))
    if facts.publisher.casefold() == facts.headline.casefold():
        facts = facts.without("publisher")
    facts = facts.over(Facts.of("the page's title", publisher=_site_of(facts, tree)))
    facts = facts.over(Facts.of("the page's address", publisher=_host(facts.url)))
    if not facts.published and SINGLE_FILE.search(html[:HEAD]):
        facts = facts.over(told_ago(html, _below(facts.headline, visible(tree))))
    if not facts.published and not facts.likely:
        facts = facts.over(
            Facts.of("the page's markup, by htmldate", likely=likely_day(html, facts.url, tree))
        )
    return _without_site(facts)


def _dated(facts: Facts, said: Iterable[Facts]) -> Facts:
    """The facts, their day replaced by a sure one if it can be read as two and another says it."""
    if not is_either(facts.published):
        return facts
    sure = next((one for one in said if one.published and not is_either(one.published)), None)
    if sure:
        return facts.without("published").over(sure)
    basis = facts.basis("published") + EITHER_WAY
    return replace(facts, bases={**facts.bases, "published": basis})


def _json_ld(tree) -> Facts:
    articles = [
        node
        for script in tree.iter("script")
        if script.get("type", "").split(";")[0].strip() == "application/ld+json"
        for node in _nodes(_parsed(script.text or ""))
        if any(ARTICLE.search(str(kind)) for kind in _list(node.get("@type")))
    ]
    # Several articles on one page are its teasers, unless one of them is told with its body.
    whole = [node for node in articles if "articleBody" in node] if len(articles) > 1 else articles
    if len(articles) > 1 and not whole:
        whole = articles[:1]
    if not whole:
        return Facts()
    node = whole[0]
    main = node.get("mainEntityOfPage")
    address = node.get("url") or (main.get("@id", "") if isinstance(main, dict) else main)
    return Facts.of(
        "the page's JSON-LD",
        headline=_line(_said(node.get("headline") or node.get("name"))),
        authors=[
            name for each in _list(node.get("author")) for name in authors(_line(_said(each)))
        ],
        publisher=_publisher(_said(node.get("publisher"))),
        published=day(_said(node.get("datePublished"))),
        url=_address(_said(address)),
        language=_language(_said(node.get("inLanguage"))),
    )


def _parsed(text: str) -> object:
    try:
        return json.loads(text.strip().strip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: object, depth: int = 0) -> Iterator[dict]:
    if isinstance(value, list):
        for each in value:
            yield from _nodes(each, depth)
    elif isinstance(value, dict) and depth < 4:
        yield value
        for key in ("@graph", "mainEntity"):
            yield from _nodes(value.get(key), depth + 1)


def _list(value: object) -> list:
    return value if isinstance(value, list) else [value]


def _said(value: object) -> str:
    """A JSON-LD value as text: of a thing its name, of several the first."""
    if isinstance(value, dict):
        return _said(value.get("name") or value.get("@value") or "")
    if isinstance(value, list):
        return _said(value[0]) if value else ""
    return value if isinstance(value, str) else ""


def _tags(tree) -> dict[str, str]:
    """Meta tags by their names in small letters; of several of one name the first."""
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        said = (tag.get("content") or "").strip()
        for attribute in ("property", "name", "itemprop"):
            name = (tag.get(attribute) or "").strip().lower()
            if name and said:
                found.setdefault(name, said)
    return found


def _meta(tags: dict[str, str], names: dict[str, tuple[str, ...]], basis: str) -> Facts:
    said = {fact: [tags[name] for name in row if name in tags] for fact, row in names.items()}
    section = _line(tags.get("article:section", ""))
    return Facts.of(
        basis,
        headline=_line(_first(said["headline"])),
        authors=next((found for each in said["authors"] if (found := authors(_line(each)))), []),
        publisher=next(
            (one for each in said["publisher"] if (one := _publisher(each)) and one != section), ""
        ),
        published=surest_day(said["published"]),
        url=_address(_first(said.get("url", []))),
        language=_language(_first(said["language"])),
    )


def _publisher(said: str) -> str:
    """A site's name without what it adds to it; none if it names the platform alone."""
    name = re.split(r"\s+[|–—]\s+", _line(said))[0]
    return name if is_name(name) and name.casefold() not in PLATFORMS else ""


def _heading(tree) -> str:
    """The page's first-order heading, if it has one."""
    headings = {_line(each.text_content()) for each in tree.iter("h1")} - {""}
    return headings.pop() if len(headings) == 1 else ""


def _without_site(facts: Facts) -> Facts:
    """The facts, the site's name taken off the headline's end."""
    parts = re.split(r"\s+[|–—·»-]+\s+", facts.headline)
    site = {facts.publisher.casefold(), _host(facts.url), _host(facts.url).split(".")[0]}
    if len(parts) > 1 and parts[-1].casefold() in site - {""}:
        at = facts.headline.rindex(parts[-1])
        headline = re.sub(r"\s+[|–—·»-]+\s*$", "", facts.headline[:at])
        return replace(facts, headline=headline)
    return facts


def _site_of(facts: Facts, tree) -> str:
    """The site's name at the end of the page's title, where its address has that name too."""
    title = _line(_first(tree.xpath("//title/text()")))
    last = re.split(r"\s+[|–—·»-]+\s+", title)[-1]
    letters = re.sub(r"[\W_]+", "", last).casefold()
    return last if letters and letters in _host(facts.url).split(".")[:-1] else ""


def _below(headline: str, shown: str) -> list[str]:
    """The lines below the headline."""
    lines = [" ".join(line.split()) for line in shown.split("\n") if line.strip()]
    return lines[lines.index(headline) + 1 :] if headline in lines else []


def _address(text: str) -> str:
    return text if re.match(r"https?://[^\s<>\"]{4,2000}$", text) else ""


def _host(address: str) -> str:
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def _language(code: str) -> str:
    """A language's two letters: "en" for "en-US", "en_GB" or "English"."""
    found = re.match(r"([A-Za-z]{2})(?:[-_]|$)", code.strip())
    return found[1].lower() if found else ""


def _line(text: str) -> str:
    return " ".join(normalised(markup.unescape(text)).split())[:500]


def _first(found: list) -> str:
    return str(found[0]).strip() if found else ""
