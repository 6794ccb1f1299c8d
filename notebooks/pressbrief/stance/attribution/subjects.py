"""The subject of a verb group: the noun phrase before it, past what is put between the two.

Word order alone tells: no parser knows more. All places are tokens'.
"""

from __future__ import annotations

from collections.abc import Sequence

from pressbrief.english.tokens import Token
from pressbrief.english.word_classes import (
    APPOSITIVE,
    AUXILIARIES,
    PERFECT,
    PREPOSITIONS,
    SUBORDINATING,
    SUBORDINATORS,
    TIMES,
    is_adverb,
    is_finite,
)
from pressbrief.stance.attribution import cues
from pressbrief.stance.attribution.cues import Cue
from pressbrief.stance.attribution.phrases import (
    ADJUNCTS,
    DASHES,
    FARTHEST_SUBJECT,
    MARKS,
    RELATIVE,
    Phrase,
    back_to,
    first_of,
)


def group(tokens: Sequence[Token], verb: int) -> int:
    """Where the group of a verb begins: auxiliaries and adverbs are its own."""
    at = verb
    while at and _is_helper(tokens, at - 1):
        at -= 1
    while 0 < at < verb and is_adverb(tokens[at]) and tokens[at - 1].text == ",":
        at += 1
    return at


def _is_helper(tokens: Sequence[Token], i: int) -> bool:
    token, after = tokens[i], tokens[i + 1].low
    if token.low in AUXILIARIES or is_adverb(token) or token.low == "to":
        return True
    return token.low in cues.CHAIN and after in ("to", "on", "out")


def of(tokens: Sequence[Token], group: int, cue: Cue) -> tuple[Phrase | None, bool]:
    """The subject of a cue's verb group, and whether one that is not there is understood."""
    if cue.form == "participle" and tokens[group].low not in PERFECT:
        return _of_participle(tokens, group)
    if not group:
        return None, False
    last = tokens[group - 1]
    if last.low in RELATIVE:
        return _antecedent(tokens, group)
    if last.low == "that" and group > 1 and _is_noun(tokens[group - 2]):
        antecedent = before(tokens, group - 1)
        if antecedent:
            return antecedent, False
    if last.low in ("and", "or", "but"):
        return None, cue.form in ("past", "present")
    found = before(tokens, group)
    while found is None and group and is_adverb(tokens[group - 1]):
        group -= 1
        found = before(tokens, group)
    return found, False


def _of_participle(tokens: Sequence[Token], group_: int) -> tuple[Phrase | None, bool]:
    """The subject of "saying …": whoever "was quoted as", "with" whom, or that of the clause."""
    if not group_:
        return _accompanied(tokens, group_), True
    last = tokens[group_ - 1]
    if last.low == "as":
        if tokens[group_ - 2].low in cues.QUOTED:
            return before(tokens, group(tokens, group_ - 2)), False
        if quoted := _quoted(tokens, group_ - 1):
            return quoted, False
    mark = last.text in f",{DASHES}" or last.low in cues.BEFORE_PARTICIPLE
    return _accompanied(tokens, group_), mark or last.low in cues.WRITINGS


def _antecedent(tokens: Sequence[Token], group: int) -> tuple[Phrase | None, bool]:
    """What a "who" or "which" right before a verb group stands for, together with it."""
    comma = group > 1 and tokens[group - 2].text == ","
    antecedent = before(tokens, group - 1 - comma)
    first = antecedent.first if antecedent else group - 1
    if first and tokens[first - 1].low == "being":
        return None, True
    return Phrase(first, group, group), False


def _quoted(tokens: Sequence[Token], end: int) -> Phrase | None:
    """Who is quoted in "NHK quoted Motegi as saying"; `end`: the token "as"."""
    at = next((i for i in reversed(range(end)) if tokens[i].low in cues.QUOTING), end)
    return Phrase(at + 1, end, end) if at + 1 < end else None


def _accompanied(tokens: Sequence[Token], group: int) -> Phrase | None:
    """The subject of a participle after "with" ("…, with officials saying that …")."""
    for at in reversed(range(group)):
        token = tokens[at]
        if token.low == "with":
            opens = not at or tokens[at - 1].text in f",{DASHES}"
            return Phrase(at + 1, group, group) if opens and at + 1 < group else None
        if not token.text[0].isalpha() or is_finite(tokens, at):
            return None
    return None


def _is_noun(token: Token) -> bool:
    return token.low in cues.NOUNS or token.low not in cues.VERBS


def main(tokens: Sequence[Token], group_: int) -> Phrase | None:
    """The subject of the first predicate before a verb that shares it: "X came, saying …"."""
    marks = (i + 1 for i in range(group_ - 1) if tokens[i].text[0] in f"\0;:{DASHES}")
    at = max(marks, default=0)
    if at < group_ and tokens[at].low in SUBORDINATING:
        commas = (i + 1 for i in range(at, group_ - 1) if tokens[i].text == ",")
        at = next(commas, at)
    for i in range(at + 1, group_):
        cue = cues.VERBS.get(tokens[i].low)
        verb = cue and cue.form != "participle" and tokens[i].low not in cues.NOUNS
        if verb or is_finite(tokens, i):
            subject = before(tokens, group(tokens, i))
            if subject and subject.first >= at:
                return subject
    return None


def is_doubted(tokens: Sequence[Token], subject: Phrase | None) -> bool:
    """Whether a subject stands under "whether" or "if": nobody has said it."""
    if subject is None or not subject.first:
        return False
    return tokens[subject.first - 1].low in ("whether", "if", "unless")


def before(tokens: Sequence[Token], group: int) -> Phrase | None:
    """The subject of the verb group that begins at a token; what stands between commas is passed.

    >>> from pressbrief.english.tokens import tokens
    >>> said = tokens("On Monday, Motegi, the minister of Japan, said so")
    >>> found = before(said, 10)
    >>> [token.text for token in said[found.first : found.end]]
    ['Motegi', ',', 'the', 'minister', 'of', 'Japan', ',']
    """
    if not group:
        return None
    end = _without_time(tokens, group)
    if end < group and tokens[end - 1].text == ",":
        return before(tokens, end)
    mark = tokens[group - 1].text
    if mark.endswith("'s"):
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
    if not any(token.low in TIMES for token in tokens[end:last]):
        return last
    while end > 1 and tokens[end - 1].low in ("on", "in", "last", "this", "late", "early", "of"):
        end -= 1
    return end


def _before_parenthesis(tokens: Sequence[Token], close: int) -> Phrase | None:
    """The subject before what stands between two commas or dashes, the second of them at hand."""
    mark = tokens[close].text
    opening = close
    while True:
        found = _mark_before(tokens, opening, mark)
        if found is None:
            return None
        opening = found
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
        if text[0] == "\0" or text in ";:":
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
        low in (PREPOSITIONS | SUBORDINATORS | ADJUNCTS) - {"of"}
        or low.endswith("ing")
        or is_adverb(tokens[first])
        or any(is_finite(tokens, i) for i in range(first, last))
    )
