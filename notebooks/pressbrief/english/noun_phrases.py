"""The noun phrases of a sentence without a parser: adjectives and nouns that end in a noun.

Every part of a phrase that ends in a noun is one too, as "human rights" and "rights" in "basic
human rights" (Handler, Denny, Wallach and O'Connor 2016, "Bag of What?"). What a word can be is
lemminflect's to say (from the SPECIALIST Lexicon); where it can be a verb as well, what stands
before it decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from pressbrief.english.tokens import Token, tokens
from pressbrief.english.word_classes import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    NEGATIONS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    TIMES,
)
from pressbrief.english.word_lists import words

# Words of a phrase at most, as "US national security strategy" less its name has them.
LONGEST = 3
NOUN, ADJECTIVE, VERB = "NOUN", "ADJ", "VERB"
CLOSED = (
    DETERMINERS | POSSESSIVES | PRONOUNS | PREPOSITIONS | AUXILIARIES | SUBORDINATORS | NEGATIONS
    | ADVERBS | TIMES
    | words("function_words/no_names", "function_words/persons", "function_words/objects")
    | words("numbers/cardinals", "numbers/ordinals", "numbers/scales", "numbers/further")
    | words("numbers/vague")
)  # fmt: skip
# After these a word that can be a verb is one: "to respect", "they call", "also bans".
BEFORE_VERB = (
    (AUXILIARIES | NEGATIONS | ADVERBS | PRONOUNS | {"to"}) - DETERMINERS - POSSESSIVES
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A noun phrase at start:end of a text; its `key` is the same in singular and plural."""

    start: int
    end: int
    key: str


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a run of adjectives and nouns: as it counts, and what it can be."""

    token: Token
    low: str
    noun: bool
    adjective: bool
    begun: bool  # whether what stands before it begins a noun phrase


def noun_phrases(text: str, hidden: Iterable[tuple[int, int]] = ()) -> Iterator[NounPhrase]:
    """Every noun phrase of a sentence; none reaches into what is hidden (names, by start and end).

    >>> text = "Tokyo urged them to respect basic human rights."
    >>> [one.key for one in noun_phrases(text, hidden=[(0, 5)])]
    ['basic human right', 'human right', 'right']
    >>> [one.key for one in noun_phrases("Women’s rights are basic.")]
    ['woman', "woman's right", 'right']
    """
    run: list[_Word] = []
    before = ""
    spans = sorted(hidden)
    for token in tokens(text.replace("’", "'")):
        word = None if _within(token, spans) else _word(token, before)
        if word is None:
            yield from _parts(run)
            run = []
        else:
            run.append(word)
        before = token.low
    yield from _parts(run)


def _within(token: Token, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < token.end and token.start < end for start, end in spans)


def _word(token: Token, before: str) -> _Word | None:
    """A word that can stand in a noun phrase; None for any other, for marks and numbers."""
    low = token.low.removesuffix("'s").removesuffix("'")
    if len(low) < 2 or low in CLOSED or not low.replace("-", "").isalpha():
        return None
    can = classes(low)
    # "due to floods": after "to" a verb has no "-s".
    verb = VERB in can and before in BEFORE_VERB and not (before == "to" and low != lemma(low))
    if verb or not can & {NOUN, ADJECTIVE}:
        return None
    return _Word(token, low, NOUN in can, ADJECTIVE in can, before in DETERMINERS | POSSESSIVES)


def _parts(run: Sequence[_Word]) -> Iterator[NounPhrase]:
    """The phrases in a run; an adjective that can be a noun is one at the end of a phrase."""
    for at, last in enumerate(run):
        ends = at == len(run) - 1 and (at > 0 or last.begun)
        owns = last.token.low.endswith(("'s", "'"))
        if not last.noun or (last.adjective and not ends and not owns):
            continue
        for first in range(max(at + 1 - LONGEST, 0), at + 1):
            part = run[first : at + 1]
            key = " ".join([*(_before(word) for word in part[:-1]), lemma(last.low)])
            end = last.token.start + len(last.low)
            yield NounPhrase(part[0].token.start, end, key)


def _before(word: _Word) -> str:
    """A word of a phrase before its last, as it counts: an owner is one in singular and plural."""
    return f"{lemma(word.low)}'s" if word.token.low.endswith(("'s", "'")) else word.low


@lru_cache(maxsize=1 << 16)
def classes(word: str) -> frozenset[str]:
    """What a word in lower case can be (universal part-of-speech tags); of an unknown word a noun.

    >>> sorted(classes("bans")), sorted(classes("urged")), sorted(classes("blorks"))
    (['NOUN', 'VERB'], ['VERB'], ['NOUN'])
    """
    found = frozenset(_lexicon()(word.rpartition("-")[2]))
    if "-" in word:  # "long-term aid", "a buy-out"
        return found - {VERB} | {ADJECTIVE}
    # Of an adverb the lexicon has the rare noun too ("daily").
    return found or (frozenset() if word.endswith("ly") else frozenset({NOUN}))


@lru_cache(maxsize=1 << 16)
def lemma(word: str) -> str:
    """A noun in the singular; a word that the lexicon does not have stays as it is.

    >>> lemma("women"), lemma("policies"), lemma("blorks")
    ('woman', 'policy', 'blorks')
    """
    head, hyphen, last = word.rpartition("-")
    return head + hyphen + next(iter(_lexicon()(last).get(NOUN, ())), last)


@cache
def _lexicon():
    import lemminflect  # a quarter of a second, which only this asks for

    return lemminflect.getAllLemmas
