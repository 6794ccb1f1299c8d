"""Word classes of English that need no parser: lists, and what a token is by its form and place.

All words in lower case. Nothing here is about attribution.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import pressbrief.english.tokens
from pressbrief.english import word_lists
from pressbrief.english.tokens import Token
from pressbrief.english.verb_forms import pasts

# Only until stance asks tokens.py itself; then it goes, and so does `words`.
tokens = pressbrief.english.tokens.tokens


def words(text: str) -> frozenset[str]:
    """The words of a text as a set to look them up in."""
    return frozenset(text.split())


BE = word_lists.words("function_words/be")
PERFECT = BE | {"has", "have", "had"}
AUXILIARIES = BE | word_lists.words("function_words/auxiliaries")
NEGATIONS = word_lists.words("function_words/negations") | {
    word for word in AUXILIARIES if word.endswith("n't")
}
ADVERBS = word_lists.words("function_words/adverbs")
PREPOSITIONS = word_lists.words("function_words/prepositions")
SUBORDINATORS = word_lists.words("function_words/subordinators")
SUBORDINATING = word_lists.words("function_words/subordinating")
PRONOUNS = word_lists.words("function_words/pronouns")
DETERMINERS = word_lists.words("function_words/determiners")
POSSESSIVES = word_lists.words("function_words/possessives")
APPOSITIVE = word_lists.words("function_words/appositive")
TIMES = word_lists.words("time/weekdays", "time/months", "time/when")
_PAST = pasts() | word_lists.words("verbs/past")
_NOT_PAST = word_lists.words("verbs/no_past")
# "he's", "they've": a subject and its verb in one token.
_CONTRACTED = re.compile(
    r"(?:i|you|he|she|it|we|they|who|that|there|what|here|let)'(?:s|re|ve|m|ll|d)"
)
# "top-developed", but not "re-elected".
_COMPOUND = re.compile(r"(?!(?:re|co|over|out|pre)-)\w+-\w+")
_BEFORE_NOUN = DETERMINERS | PREPOSITIONS
_AFTER_PARTICIPLE = PREPOSITIONS - {"as", "after", "before", "since"}


def is_adverb(token: Token) -> bool:
    """Whether a token may stand inside a verb group: an adverb by the table or by its "-ly"."""
    low = token.low
    return low in ADVERBS or (low.endswith("ly") and len(low) > 4 and not token.capital)


def is_finite(tokens: Sequence[Token], i: int) -> bool:
    """Whether a token seems to be a finite verb: an auxiliary, or a past form that is no adjective.

    "the appointed envoy" and "a commission appointed by the state" have none.
    """
    low = tokens[i].low
    if low in AUXILIARIES or _CONTRACTED.fullmatch(low):
        return True
    if low not in _PAST and not (low.endswith("ed") and len(low) > 4 and low not in _NOT_PAST):
        return False
    if (tokens[i].capital and i) or _COMPOUND.fullmatch(low):
        return False
    before = tokens[i - 1] if i else None
    if before and before.low.endswith("ly") and i > 1 and tokens[i - 2].low in DETERMINERS:
        return False
    if before is None or before.low in _BEFORE_NOUN or before.low.endswith("'s"):
        return False
    after = tokens[i + 1].low if i + 1 < len(tokens) else ""
    return low in _PAST or after not in _AFTER_PARTICIPLE
