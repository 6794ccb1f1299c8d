"""Tokens as running text again: gold sets that say nothing of the space between them."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable

NO_SPACE_BEFORE = re.compile(r"[,.;:!?)\]}%’”]|['’](?:s|re|ve|ll|d|m|t)|n['’]t|'", re.I)
NO_SPACE_AFTER = re.compile(r"[(\[{$£€“‘]")
JOINS = {"-", "/"}


def running(tokens: Iterable[tuple[Hashable, str]]) -> tuple[str, list[tuple[int, int]]]:
    """Tokens, each with its sentence, as text and the characters of each token.

    Each sentence is a paragraph. There is no space before closing and after opening punctuation,
    around a hyphen or slash, and inside straight quotation marks.

    >>> running([(1, "Japan"), (1, "'s"), (1, "aid"), (2, "Talks")])
    ("Japan's aid\\n\\nTalks", [(0, 5), (5, 7), (8, 11), (13, 18)])
    """
    parts: list[str] = []
    places: list[tuple[int, int]] = []
    before, quoted, at = None, False, 0
    for sentence, word in tokens:
        gap = ""
        if before is not None and sentence != before[0]:
            gap, quoted = "\n\n", False
        elif before is not None and not _touch(before[1], word, quoted):
            gap = " "
        at += len(gap)
        places.append((at, at + len(word)))
        at += len(word)
        parts += [gap, word]
        quoted ^= word == '"'
        before = sentence, word
    return "".join(parts), places


def _touch(left: str, right: str, quoted: bool) -> bool:
    """Whether two tokens stand without a space between; `quoted`: a " is open before the right."""
    if NO_SPACE_BEFORE.fullmatch(right) or NO_SPACE_AFTER.fullmatch(left):
        return True
    if left in JOINS or right in JOINS:
        return True
    return (left == '"' and quoted) or (right == '"' and quoted)
