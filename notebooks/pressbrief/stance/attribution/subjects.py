"""The subject of a verb group: the noun phrase before it, and what is put between the two."""

from __future__ import annotations

from collections.abc import Sequence

from pressbrief.english.tokens import Token
from pressbrief.english.word_classes import (
    APPOSITIVE,
    PREPOSITIONS,
    SUBORDINATORS,
    TIMES,
    is_adverb,
    is_finite,
)
from pressbrief.stance.attribution.phrases import (
    ADJUNCT_NOUNS,
    DASHES,
    FARTHEST_SUBJECT,
    MARKS,
    Phrase,
    back_to,
    first_of,
)


def subject(tokens: Sequence[Token], group: int) -> Phrase | None:
    """The subject of the verb group that begins at a token; what stands between commas is passed.

    >>> from pressbrief.english.word_classes import tokens
    >>> said = tokens("On Monday, Motegi, the minister of Japan, said so")
    >>> found = subject(said, 10)
    >>> [token.text for token in said[found.first : found.end]]
    ['Motegi', ',', 'the', 'minister', 'of', 'Japan', ',']
    """
    if not group:
        return None
    before = _without_time(tokens, group)
    if before < group and tokens[before - 1].text == ",":
        return subject(tokens, before)
    mark = tokens[group - 1].text
    if mark.endswith(("'s", "s'")):
        return None
    if mark == ")":
        opening = back_to(tokens, group - 1, "(")
        return _core(tokens, opening, group) if opening else None
    if mark == "," or mark in DASHES:
        return _before_parenthesis(tokens, group - 1)
    return _core(tokens, group, group)


def _core(tokens: Sequence[Token], before: int, end: int) -> Phrase | None:
    last = _without_time(tokens, before)
    first = first_of(tokens, last)
    return None if first is None else Phrase(first, last, end if last == before else last)


def _without_time(tokens: Sequence[Token], last: int) -> int:
    """The end of a phrase without "on Friday" or "last week" at it."""
    end = last
    while end > 1 and (tokens[end - 1].low in TIMES or tokens[end - 1].text.isdigit()):
        end -= 1
    if end == last or not any(token.low in TIMES for token in tokens[end:last]):
        return last
    while end > 1 and tokens[end - 1].low in ("on", "in", "last", "this", "late", "early", "of"):
        end -= 1
    return end


def _before_parenthesis(tokens: Sequence[Token], close: int) -> Phrase | None:
    """The subject before what stands between two commas or dashes, the second of them at hand."""
    mark = tokens[close].text
    opening = close
    while True:
        stop = opening
        opening = _mark_before(tokens, stop, mark)
        if opening is None:
            return None
        before = _mark_before(tokens, opening, mark)
        base = (before + 1 if before is not None else _clause_begin(tokens, opening)), opening
        if not _is_aside(tokens, *base) or before is None:
            break
        further = _mark_before(tokens, before, mark)
        start = further + 1 if further is not None else _clause_begin(tokens, before)
        if _is_adjunct(tokens, start, before):
            break
    core = _core(tokens, opening, opening)
    inside = opening + 1
    apposed = _is_apposition(tokens, inside, close)
    if core is None or (not apposed and any(is_finite(tokens, i) for i in range(inside, close))):
        return None
    apposed = apposed or tokens[inside].capital
    return Phrase(core.first, core.last, close + 1 if apposed else opening)


def _mark_before(tokens: Sequence[Token], i: int, mark: str) -> int | None:
    for at in range(i - 1, max(i - FARTHEST_SUBJECT, -1), -1):
        text = tokens[at].text
        if text == mark:
            return at
        if text[0] == "\0" or text in ";:" or (text in DASHES and mark == ","):
            return None
    return None


def _clause_begin(tokens: Sequence[Token], i: int) -> int:
    while i and tokens[i - 1].text not in MARKS and tokens[i - 1].text[0] not in "\0,":
        i -= 1
    return i


def _is_apposition(tokens: Sequence[Token], first: int, last: int) -> bool:
    return first < last and (tokens[first].low in APPOSITIVE or tokens[first].text[0].isdigit())


def _is_aside(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether what stands between commas is no subject: an apposition, "Md.", "speaking"."""
    low = tokens[first].low
    if last - first == 1 and low.endswith("."):
        return True
    return _is_apposition(tokens, first, last) or low.endswith("ing") or low in PREPOSITIONS


def _is_adjunct(tokens: Sequence[Token], first: int, last: int) -> bool:
    if first >= last:
        return True
    low = tokens[first].low
    return (
        low in (PREPOSITIONS | SUBORDINATORS | ADJUNCT_NOUNS) - {"of"}
        or low.endswith("ing")
        or is_adverb(tokens[first])
        or any(is_finite(tokens, i) for i in range(first, last))
    )
