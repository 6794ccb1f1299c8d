"""Sentences as the reader's network takes them: word pieces, the case of each, and its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

VOCABULARY = Path(__file__).with_name("vocabulary.txt")
LOWER, CAPITALISED, CAPITALS, MIXED, OTHER = range(1, 6)
CASES = 6  # 0 pads
KINDS = ("person", "organisation", "place", "group", "other")
TAGS = ("O", *(f"{place}-{kind}" for kind in KINDS for place in "BI"))


@dataclass(frozen=True, slots=True)
class Pieces:
    """One sentence in word pieces, without [CLS] and [SEP].

    `ids` are places in the vocabulary, `cases` how the word of each piece is written (the
    vocabulary knows small letters only), `words` the number of its word, `spans` the characters
    (start, end) that it stands for.
    """

    ids: list[int]
    cases: list[int]
    words: list[int]
    spans: list[tuple[int, int]]


@cache
def _tokenizer():
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

    tokenizer = Tokenizer(models.WordPiece.from_file(str(VOCABULARY), unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return tokenizer


@cache
def special(name: str) -> int:
    """The vocabulary's number of "[CLS]", "[SEP]", "[PAD]" or "[UNK]"."""
    return _tokenizer().token_to_id(name)


def case_of(word: str) -> int:
    """How *word* is written.

    >>> [case_of(word) for word in ("talks", "Japan", "NATO", "al-Qaeda", "2021")]
    [1, 2, 3, 4, 5]
    """
    letters = [letter for letter in word if letter.isalpha()]
    if not letters:
        return OTHER
    upper = [letter.isupper() for letter in letters]
    if not any(upper):
        return LOWER
    if all(upper) and len(letters) > 1:
        return CAPITALS
    return CAPITALISED if upper[0] and not any(upper[1:]) else MIXED


def pieces(sentences: Sequence[str]) -> list[Pieces]:
    """The word pieces of each of *sentences*, in their order."""
    found = []
    for text, coded in zip(sentences, _tokenizer().encode_batch(list(sentences)), strict=True):
        spans = coded.offsets
        ends: dict[int, tuple[int, int]] = {}
        for number, (start, end) in zip(coded.word_ids, spans, strict=True):
            first, last = ends.get(number, (start, end))
            ends[number] = (min(first, start), max(last, end))
        case = {number: case_of(text[start:end]) for number, (start, end) in ends.items()}
        found.append(
            Pieces(coded.ids, [case[number] for number in coded.word_ids], coded.word_ids, spans)
        )
    return found


def window(length: int, centre: int, longest: int) -> slice:
    """At most *longest* of *length* pieces, with *centre* as near the middle as can be.

    >>> window(10, 9, 4), window(3, 0, 4)
    (slice(6, 10, None), slice(0, 3, None))
    """
    first = max(0, min(centre - longest // 2, length - longest))
    return slice(first, min(length, first + longest))
