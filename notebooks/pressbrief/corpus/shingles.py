"""A text as the words that tell it from another, and as the set of its runs of words."""

from __future__ import annotations

import re
import zlib
from itertools import islice

import numpy as np

from pressbrief.corpus.lines import INVISIBLE

# Scripts that put no space between words: each of their letters counts as a word.
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
TOKEN = re.compile(rf"[^\W\d_{UNSPACED}]+|(?:(?<!\S)[-−])?\d+(?:[.,:]\d+)*|[{UNSPACED}]|[$€£¥₹%]")
# Words of a run: what literature on copies of news takes (Broder 1997 and after: 4 to 10).
RUN = 5
# Five letters of an unspaced script are two or three words.
UNSPACED_RUN = 10
FACTOR = np.uint64(0x9E3779B97F4A7C15)
UNSEEN = re.compile(f"[{INVISIBLE}\u00ad\u202a-\u202e\u2066-\u2069]+")


def words(text: str) -> list[str]:
    """A text's words, numbers and signs of value, less case, space and punctuation.

    >>> words("JAPAN gave “$1.5 million”, 日本")
    ['japan', 'gave', '$', '1.5', 'million', '日', '本']
    """
    return TOKEN.findall(visible(text).casefold())


def visible(text: str) -> str:
    """A text without the characters that show nothing (direction marks, soft hyphens)."""
    return text if text.isascii() else UNSEEN.sub("", text)


def runs(said: list[str]) -> np.ndarray:
    """Every run of five words (ten letters of an unspaced script) as a number, sorted, each once.

    >>> len(runs("the talks were held in Tokyo".split()))
    2
    """
    unspaced = max(said, default="") >= "\u0e00"
    letters = unspaced and sum(
        word[0] >= "\u0e00" and len(word) == 1 for word in islice(said, 1000)
    )
    length = UNSPACED_RUN if 2 * letters > min(len(said), 1000) else RUN
    if len(said) < length:
        return np.empty(0, np.uint32)
    codes = {word: zlib.crc32(word.encode("utf-8", "surrogatepass")) for word in set(said)}
    each = np.fromiter(map(codes.__getitem__, said), np.uint64, len(said))
    count = len(said) - length + 1
    mixed = np.zeros(count, np.uint64)
    for place in range(length):
        mixed = (mixed ^ each[place : place + count]) * FACTOR
        mixed ^= mixed >> np.uint64(29)
    return np.unique((mixed >> np.uint64(32)).astype(np.uint32))
