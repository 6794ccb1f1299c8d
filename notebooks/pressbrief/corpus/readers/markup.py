"""Markup inside a text field as plain paragraphs."""

from __future__ import annotations

import re

OPENING = re.compile(r"<(?:p|br|div|span|a|b|i|em|strong|ul|ol|li|h[1-6]|img|blockquote)\b", re.I)
_BLOCK = (
    "address article blockquote dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr "
    "li main ol p pre section table td th tr ul"
)
BLOCK = frozenset(_BLOCK.split())
UNSEEN = ("script", "style", "noscript", "template", "iframe", "svg", "head")


def without_markup(text: str) -> str:
    """A field's text; if it holds HTML, that as paragraphs without a tag.

    >>> without_markup("<p>Talks <b>ended</b>.</p><p>Aid goes on.</p>"), without_markup("2 < 3")
    ('Talks ended.\\n\\nAid goes on.', '2 < 3')
    """
    opening = OPENING.search(text)
    if not opening or ">" not in text[opening.end() :]:
        return text
    import lxml.html

    try:
        root = lxml.html.fromstring(f"<div>{text}</div>".replace("\0", ""))
    except (ValueError, lxml.etree.LxmlError):
        return re.sub(r"<[^<>]*>", " ", text)
    return visible(root)


def visible(root) -> str:
    """The text of an lxml element as a reader sees it, a blank line between its blocks."""
    parts: list[str] = []
    _collect(root, parts)
    blocks = ("".join(parts)).split("\x1e")
    lines = ("\n".join(" ".join(row.split()) for row in block.split("\x1f")) for block in blocks)
    return "\n\n".join(line.strip("\n") for line in lines if line.strip())


def _collect(root, parts: list[str]) -> None:
    # A walk by events: pages nest deeper than Python recurses.
    from lxml import etree

    hidden = None
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if hidden is None and tag in UNSEEN:
                hidden = element
            if hidden is None:
                parts.append("\x1e" if tag in BLOCK else "\x1f" if tag == "br" else "")
                parts.append(_clean(element.text))
            continue
        if hidden is element:
            hidden = None
        elif hidden is None and tag in BLOCK:
            parts.append("\x1e")
        if hidden is None and element is not root:
            parts.append(_clean(element.tail))


def _clean(text: str | None) -> str:
    return (text or "").replace("\x1e", " ").replace("\x1f", " ")
