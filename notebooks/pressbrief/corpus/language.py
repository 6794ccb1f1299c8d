"""An article's language, `unknown` where the text is too short or too odd to tell."""

from __future__ import annotations

import re
from functools import cache

from .lines import word_table

UNKNOWN = "unknown"
SAMPLE = 6000
MIN_LETTERS = 24
SURE = 0.5
# Function words that no other language with Latin letters has: an English text full of foreign
# names is still held together by them.
ENGLISH = word_table(
    "the and that with from this which have has had been were would could should their they his "
    "its by it for not but who said will about after to of are is was"
)
MIN_ENGLISH = 0.12
MIN_WORDS = 6
WORD = re.compile(r"[^\W\d_]+")


def identify(text: str) -> str:
    """A text's ISO 639-1 code, or `unknown`.

    >>> identify("The talks were held in Tokyo, the Foreign Ministry said."), identify("Kabul")
    ('en', 'unknown')
    """
    sample = text[:SAMPLE]
    found = WORD.findall(sample.lower())
    if sum(map(len, found)) < MIN_LETTERS and not _is_dense(sample):
        return UNKNOWN
    english = sum(word in ENGLISH for word in found)
    latin = sum(map(str.isascii, found))
    enough = len(found) >= MIN_WORDS
    if enough and english >= MIN_ENGLISH * len(found) and 2 * latin > len(found):
        return "en"
    code, probability = _identifier().classify(sample)
    if probability < SURE or code == "zxx" or (code == "en" and not english):
        return UNKNOWN
    return code


def _is_dense(sample: str) -> bool:
    """Whether the script says much in few letters (Chinese, Japanese, Korean)."""
    return sum("\u3040" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7a3" for char in sample) >= 8


@cache
def _identifier():
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
