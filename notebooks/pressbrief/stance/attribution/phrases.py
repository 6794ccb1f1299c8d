"""Noun phrases by word order alone: those that end before a token, and those that begin at one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pressbrief.english.tokens import Token
from pressbrief.english.word_classes import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    TIMES,
    is_adverb,
    is_finite,
)
from pressbrief.english.word_lists import words

NO_SUBJECT = words("sources/no_subject")
DASHES = "—–―"
MARKS = frozenset(";:()[]…?!\"“”‘«»—–―-.*|/<>'`")
# Tokens before a verb within which its subject begins; bounds the time that a sentence takes.
FARTHEST_SUBJECT = 30
ADJUNCTS = TIMES | words("sources/adjuncts")
# What ends a noun phrase that begins before it.
AFTER_PHRASE = (
    TIMES
    | SUBORDINATORS
    | {"about", "adding", "at", "by", "during", "in", "last", "on", "this", "to", "via", "with"}
)
RELATIVE = ("who", "which")


@dataclass(frozen=True)
class Phrase:
    """A noun phrase: its core at tokens first:last, with its appositions up to `end`."""

    first: int
    last: int
    end: int


def first_of(tokens: Sequence[Token], end: int) -> int | None:
    """Where the noun phrase begins that ends before a token; None if there is none."""
    i, reach = end, max(end - FARTHEST_SUBJECT, 0)
    while i > reach:
        token = tokens[i - 1]
        if token.text == ")" and (opening := back_to(tokens, i - 1, "(")):
            i = opening
            continue
        if token.text in MARKS or token.text[0] == "\0":
            break
        if token.text == "," and not _in_list(tokens, i - 1, end):
            break
        if token.low in ("and", "or", "but") and not _joins(tokens, i - 1, end):
            break
        if is_finite(tokens, i - 1):
            relative = _relative(tokens, i - 1)
            if relative is None:
                break
            i = relative
            continue
        if token.low in SUBORDINATORS and token.low != "than":
            i = _after_comma(tokens, i, end) if token.low in PREPOSITIONS else i
            break
        i -= 1
    return _trimmed(tokens, i, end)


def _after_comma(tokens: Sequence[Token], first: int, end: int) -> int:
    """Past the adjunct in "after meeting Japan, China and Russia"; else where it began."""
    return next((i + 1 for i in range(first, end - 1) if tokens[i].text == ","), first)


def _relative(tokens: Sequence[Token], verb: int) -> int | None:
    """Where "who" or "that" stands before a verb, if it makes its clause part of a noun phrase."""
    at = verb - 1
    while at > 0 and (tokens[at].low in AUXILIARIES or is_adverb(tokens[at])):
        at -= 1
    if at > 0 and tokens[at].low in ("who", "that") and tokens[at - 1].text[0].isalpha():
        return at
    return None


def _in_list(tokens: Sequence[Token], comma: int, end: int) -> bool:
    """Whether a comma stands between names that "and" joins ("France, Germany, and Japan")."""
    joined = any(token.low == "and" for token in tokens[comma:end])
    if not (joined and comma and tokens[comma - 1].capital):
        return False
    last = tokens[comma + 1].low == "and" and comma > 1 and tokens[comma - 2].text == ","
    return tokens[comma + 1].capital or last


def _joins(tokens: Sequence[Token], i: int, end: int) -> bool:
    """Whether "and" seems to join two nouns or adjectives, and no clauses."""
    before, after = tokens[i - 1], tokens[i + 1]
    if before.text == "," and _in_list(tokens, i - 1, end):
        return True
    if after.low in PRONOUNS - {"others"} and not after.capital:
        return False
    if after.low in DETERMINERS:
        return before.capital or after.low != "a"
    start = i
    while start and tokens[start - 1].text not in MARKS and tokens[start - 1].text != ",":
        start -= 1
    return not any(is_finite(tokens, at) for at in range(start, i)) or before.capital


def _trimmed(tokens: Sequence[Token], first: int, end: int) -> int | None:
    """The begin of the phrase proper: after adverbs, conjunctions and "On Monday"."""
    while first < end and (
        is_adverb(tokens[first]) or tokens[first].low in ("and", "or", "but", "so")
    ):
        first += 1
    if first >= end:
        return None
    if tokens[first].low == "like":
        return first + 1 if end - first > 1 else None
    if tokens[first].low in PREPOSITIONS or tokens[first].low in ADJUNCTS:
        proper = _after_adjunct(tokens, first, end)
        if proper is None:
            return None
        first = proper
    return first if tokens[end - 1].low not in NO_SUBJECT else None


def _after_adjunct(tokens: Sequence[Token], first: int, end: int) -> int | None:
    """Where the subject begins after "On Monday", "In an interview", "Last week"."""
    for i in range(first + 1, end):
        token, before = tokens[i], tokens[i - 1]
        if before.low in PREPOSITIONS | DETERMINERS:
            continue
        if token.low in PRONOUNS | DETERMINERS:
            return i
        if token.capital and token.low not in TIMES and not before.capital:
            return i
        if before.low in TIMES and token.low not in TIMES | PREPOSITIONS:
            return i
    return None


def back_to(tokens: Sequence[Token], i: int, mark: str) -> int:
    """The place of a mark at or before a token, 0 if there is none."""
    while i > 0 and tokens[i].text != mark:
        i -= 1
    return i


def following(tokens: Sequence[Token], first: int) -> Phrase | None:
    """The noun phrase that begins at a token, as the subject after "…,” said"."""
    i = first
    while i < len(tokens) and not _ends(tokens, i, first):
        i += 1
    last = i
    while i < len(tokens) - 1 and tokens[i].text == "," and _goes_on(tokens, i + 1):
        i += 1
        while i < len(tokens) and tokens[i].text != "," and not _ends(tokens, i, first, True):
            i += 1
    return Phrase(first, last, i) if last > first else None


def _ends(tokens: Sequence[Token], i: int, first: int, apposed: bool = False) -> bool:
    token = tokens[i]
    if token.text in "()":
        return False
    if token.text in MARKS or token.text[0] in "\0,":
        return True
    if i == first or apposed:
        return False
    return token.low in AFTER_PHRASE or is_adverb(token) or is_finite(tokens, i)


def _goes_on(tokens: Sequence[Token], i: int) -> bool:
    """Whether what comes after a comma still tells who the subject is."""
    token = tokens[i]
    if token.text[0] == "\0" or token.low.endswith("ing"):
        return False
    if token.low in SUBORDINATORS - {"who", "whose"} or token.low in PREPOSITIONS - {"of"}:
        return False
    return token.low not in TIMES | {"and", "or"} and not is_adverb(token)


def possessor(tokens: Sequence[Token], end: int) -> int | None:
    """Where the possessor begins whose "'s" ends before a token: a name, or from its article on."""
    i = end - 1
    if tokens[i].capital:
        while i and tokens[i - 1].capital and tokens[i - 1].text[0].isalpha():
            i -= 1
        return i - 1 if i and tokens[i - 1].low == "the" else i
    while i > max(end - 8, 0) and tokens[i].low not in DETERMINERS:
        i -= 1
        if not tokens[i].text[0].isalpha() or is_finite(tokens, i):
            return i + 1
    return i
