"""Texts that were cut off where they were exported: known by their end, and said."""

from __future__ import annotations

import re
from dataclasses import replace

from pressbrief.corpus.readers.model import Item

NOTE = "a snippet: its text is cut off; fetch the page for the whole"
# "[+2413 chars]" says how much is missing, and is none of the article's words.
COUNTED = re.compile(r"\[\+?\d{1,9} (?:more )?(?:chars?|characters|words)\]")
DOTTED = re.compile(
    r"(?:…|\.\.\.|\[(?:…|\.\.\.|&hellip;)\]|\((?:more|continued)(?:…|\.\.\.)?\)|"
    r"(?:read|show) more\.?|continue reading\.?)",
    re.I,
)
END = 40


def marked(item: Item) -> Item:
    """The item, and a note if its text is cut off; what counts the rest is no part of its text.

    >>> one = marked(Item("a#1", "The talks ended and critici… [+2413 chars]", ""))
    >>> one.text, one.furniture, one.notes == (NOTE,)
    ('The talks ended and critici…', '[+2413 chars]', True)
    """
    text = item.text.rstrip()
    end = text[-END:]
    counted = next((one for one in COUNTED.finditer(end) if one.end() == len(end)), None)
    if counted:
        kept = text[: len(text) - len(counted[0])].rstrip()
        around = "\n".join(part for part in (item.furniture, counted[0]) if part)
        return replace(item, text=kept, furniture=around, notes=(*item.notes, NOTE))
    if any(one.end() == len(end) for one in DOTTED.finditer(end)):
        return replace(item, notes=(*item.notes, NOTE))
    return item
