"""Telegram's exports: a channel's or all chats' messages, each with its channel and its day."""

from __future__ import annotations

from collections.abc import Iterator

from pressbrief.corpus.readers import export_rows
from pressbrief.corpus.readers.field_values import text_of
from pressbrief.corpus.readers.model import Item, Noted, Skipped

BASIS = "the Telegram export's field"
ROLES = {"text": ["text"], "published": ["date"], "publisher": ["channel"]}
EXPORT = export_rows.Export(ROLES, BASIS, None)
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


def _item(file: str, channel: str, message: object) -> Item | Skipped:
    if not isinstance(message, dict):
        return Skipped(file, "not a message; export the chat again")
    if message.get("type") == "service":
        return Skipped(file, SERVICE)
    text = text_of(message.get("text")) or text_of(message.get("text_entities"))
    if not text.strip():
        return Skipped(file, WITHOUT)
    return export_rows.item(file, {**message, "text": text, "channel": channel}, EXPORT)
