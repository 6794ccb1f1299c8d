"""Telegram's exports, JSON and pages: each message with its channel and its day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressbrief.corpus.readers import export_rows
from pressbrief.corpus.readers.field_values import text_of
from pressbrief.corpus.readers.markup import visible
from pressbrief.corpus.readers.model import Item, Noted, Skipped

BASIS = "the Telegram export's field"
ROLES = {"text": ["text"], "published": ["date"], "publisher": ["channel"]}
EXPORT = export_rows.Export(ROLES, BASIS, None)
PAGE = re.compile(
    r'<div class="message (?:default|service) ?(?:clearfix)?(?: joined)?" id="message'
)
SERVICE = "a note of the service, no message"
WITHOUT = "a message without words; write what its picture or file says"


def chats(whole: object) -> list[dict]:
    """The chats of an export of one chat or of all; none if it is no export of Telegram.

    >>> chats({"name": "Nile", "messages": [{"id": 1, "type": "message", "text": ""}]})[0]["name"]
    'Nile'
    """
    if not isinstance(whole, dict):
        return []
    listed = [
        one
        for part in ("chats", "left_chats")
        if isinstance(held := whole.get(part), dict) and isinstance(held.get("list"), list)
        for one in held["list"]
    ]
    return [one for one in listed or [whole] if _is_chat(one)]


def _is_chat(one: object) -> bool:
    if not isinstance(one, dict) or not isinstance(messages := one.get("messages"), list):
        return False
    return any(
        isinstance(message, dict) and message.get("type") in ("message", "service")
        for message in messages
    )


def items(file: str, found: list[dict]) -> Iterator[Item | Skipped | Noted]:
    """The messages as items, numbered from 1 through all chats."""
    messages = ((chat, message) for chat in found for message in chat["messages"])
    for number, (chat, message) in enumerate(messages, start=1):
        yield _item(f"{file}#{number}", str(chat.get("name") or ""), message)


def is_page(html: str) -> bool:
    """Whether a page is one of a chat's export.

    >>> is_page('<div class="message default clearfix" id="message2">')
    True
    """
    return PAGE.search(html) is not None


def of_page(tree) -> list[dict]:
    """The chat of an exported page, its messages as the other form has them."""
    header = tree.xpath("string(//*[contains(@class, 'page_header')]//*[contains(@class, 'text')])")
    messages: list[dict] = []
    for one in tree.xpath("//div[starts-with(@class, 'message ')]"):
        service = "service" in one.get("class", "").split()
        texts = one.xpath("./div[@class='body']/div[@class='text']")
        days = one.xpath("./div[@class='body']/div[contains(@class, 'date')]/@title")
        said = "" if service or not texts else visible(texts[0])
        kind = "service" if service else "message"
        messages.append({"type": kind, "text": said, "date": str(days[0]) if days else ""})
    return [{"name": " ".join(header.split()), "messages": messages}]


def _item(file: str, channel: str, message: object) -> Item | Skipped:
    if not isinstance(message, dict):
        return Skipped(file, "not a message; export the chat again")
    if message.get("type") == "service":
        return Skipped(file, SERVICE)
    text = text_of(message.get("text")) or text_of(message.get("text_entities"))
    if not text.strip():
        return Skipped(file, WITHOUT)
    return export_rows.item(file, {**message, "text": text, "channel": channel}, EXPORT)
