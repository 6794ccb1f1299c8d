"""What a field of an export says, whatever JSON made of it: texts, runs, blocks, names, dates."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Where an object that stands for a text has it, and where one that stands for a name has that.
TEXTS = (
    *("text", "value", "content", "children", "blocks", "paragraphs", "body", "rendered", "html"),
    *("plain", "main", "original", "#text", "$t", "__html", "data", "runs"),
)
NAMES = (
    *("name", "title", "main", "original", "value", "rendered", "href", "url", "$date", "raw"),
    *("date", "full_name", "fullname", "display_name", "displayname", "label", "text", "literal"),
)
PERSONS = (("given", "family"), ("firstName", "lastName"), ("firstname", "lastname"))
KINDS = ("type", "_type", "nodeType", "kind", "tag", "tagName")
BLOCK = re.compile(r"para|block|head|h[1-6]|p|li|list|quote|section", re.I)
# A paragraph's end, and what goes on in the same one.
ENDED = re.compile(r"[.!?…:。][\"'”’)\]]*$")
MAX_DEPTH = 40


def text_of(value: object) -> str:
    """A field as text: runs joined as they stand, a blank line between paragraphs and blocks.

    >>> text_of(["Kenya ", {"type": "bold", "text": "did not"}, " act."])
    'Kenya did not act.'
    >>> text_of(["Talks ended.", "Aid goes on."])
    'Talks ended.\\n\\nAid goes on.'
    """
    return _text(value, 0)


def _text(value: object, depth: int) -> str:
    if depth > MAX_DEPTH:
        raise RecursionError
    if isinstance(value, dict):
        inner = next((found for name in TEXTS if (found := value.get(name))), "")
        return _text(inner, depth + 1)
    if isinstance(value, list):
        return _joined([(_text(one, depth + 1), _is_block(one)) for one in value])
    return "" if value is None or isinstance(value, bool) else str(value)


def _is_block(value: object) -> bool:
    if not isinstance(value, dict):
        return False
    return any(BLOCK.fullmatch(str(value.get(name, ""))[:20]) is not None for name in KINDS)


def _joined(parts: list[tuple[str, bool]]) -> str:
    text, block = "", False
    for part, is_block in parts:
        if part:
            text += _between(text, part, block or is_block) + part
            block = is_block
    return text


def _between(text: str, part: str, block: bool) -> str:
    """What stands between two parts: nothing between runs, a blank line between paragraphs."""
    if not text or text[-1].isspace() or part[0].isspace():
        return "\n\n" if block and text else ""
    if block or ENDED.search(text[-6:]):
        return "\n\n"
    if part[0].islower():
        return " "
    return "\n\n" if part[0].isalnum() or part[0] in "\"“‘'«¿¡(" else ""


def line_of(value: object) -> str:
    """A field as one line: of an object its name, of a list the first.

    >>> line_of({"id": 1, "name": "NHK"}), line_of([{"href": "https://a.b/"}])
    ('NHK', 'https://a.b/')
    >>> line_of({"date-parts": [[2025, 2, 19]]})
    '2025-02-19'
    """
    return next(_names(value, 0), "")


def names_of(value: object) -> list[str]:
    """A field as names: of a list each.

    >>> names_of([{"family": "Walker", "given": "Lee Jay"}, "Kyodo"])
    ['Lee Jay Walker', 'Kyodo']
    """
    return list(_names(value, 0))


def _names(value: object, depth: int) -> Iterator[str]:
    if depth > 6:
        return
    if isinstance(value, list):
        for one in value:
            yield from _names(one, depth + 1)
    elif isinstance(value, dict):
        yield from _of_object(value, depth)
    elif value is not None and not isinstance(value, bool) and str(value).strip():
        yield str(value)


def _of_object(value: dict, depth: int) -> Iterator[str]:
    if parts := value.get("date-parts"):
        yield _of_parts(parts)
        return
    for given, family in PERSONS:
        if value.get(family):
            yield f"{value.get(given) or ''} {value[family]}".strip()
            return
    yield from _names(
        next((found for name in NAMES if (found := value.get(name))), None), depth + 1
    )


def _of_parts(parts: object) -> str:
    """A date as citation styles have it: its numbers in a list."""
    first = parts[0] if isinstance(parts, list) and parts else []
    numbers = [str(one) for one in first] if isinstance(first, list) else []
    if not all(one.isdigit() for one in numbers):
        return ""
    return "-".join(one.zfill(2) for one in numbers)
