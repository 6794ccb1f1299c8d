"""What a cue's content is: where it begins after the cue, where it ends, and what stands before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pressbrief.english.tokens import Token
from pressbrief.english.word_classes import (
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATING,
    TIMES,
    is_adverb,
    is_finite,
)
from pressbrief.english.word_lists import words
from pressbrief.stance.attribution import cues
from pressbrief.stance.attribution.cues import Cue
from pressbrief.stance.attribution.phrases import DASHES
from pressbrief.stance.model import Range

CLAUSE = words("contents/clause")
PLEAS = words("contents/pleas")
# "said in an interview", "told reporters on Monday": the setting of what is said.
SETTING = TIMES | words("contents/setting")
AFTER_TIME = SETTING - PRONOUNS - DETERMINERS
# Tokens; halved or doubled, each finds other voices in PolNeAR's articles.
MOST_SETTING = 14  # of "in an interview with reporters on Monday"
SHORTEST_CLAUSE = 3  # of what stands before ", Hayashi said"


def after(tokens: Sequence[Token], i: int, cue: Cue) -> int:
    """Where the complement of a cue begins; i: the token after the cue."""
    while i < len(tokens) and is_adverb(tokens[i]) and tokens[i].low not in cues.VERBS:
        i += 1
    if "aim" in cue.takes and i < len(tokens) and tokens[i].low == "to":
        return i
    if cue.base in cues.ADDRESSED:
        i = _after_addressee(tokens, i, cue)
    begin = i
    if "say" in cue.takes and i < len(tokens) and tokens[i].low in SETTING - DETERMINERS:
        begin = _after_setting(tokens, i)
    while begin < len(tokens) and tokens[begin].text in ",:" + DASHES:
        begin += 1
    return begin


def _after_addressee(tokens: Sequence[Token], i: int, cue: Cue) -> int:
    """After "reporters" in "told reporters that", if a clause, a mark or a setting follows it."""
    for at in range(i, min(i + 9, len(tokens))):
        token = tokens[at]
        if token.low == "that" or token.text[0] == "\0" or token.text in ",:":
            return at
        if at > i and token.low in SETTING and token.low in PREPOSITIONS | TIMES:
            return at if token.low != "to" and cue.base == "tell" else i
        if at > i and token.low in ("he", "she", "they", "it", "whether", "why", "how"):
            return at
    if cue.base == "tell" and not any(is_finite(tokens, at) for at in range(i, len(tokens))):
        return len(tokens)
    return i


def _after_setting(tokens: Sequence[Token], i: int) -> int:
    """After a setting, where a clause follows it; else where it began."""
    for at in range(i, min(i + MOST_SETTING, len(tokens))):
        token = tokens[at]
        if token.low in ("that", "he", "she", "they", "it", "we", "i"):
            return at
        if token.text[0] == "\0" or token.text in ",:":
            return at
        if tokens[at - 1].low in TIMES and not (token.low in AFTER_TIME or token.text.isdigit()):
            return at
    ends = all(one.low in SETTING or one.capital or not one.text.isalpha() for one in tokens[i:])
    return len(tokens) if ends else i


def takes(tokens: Sequence[Token], begin: int, cue: Cue) -> bool:
    """Whether what begins at a token is a complement that the cue takes."""
    if begin >= len(tokens):
        return False
    token = tokens[begin]
    if cue.base == "plead" and token.low in PLEAS:
        return False
    if token.low == "that" or token.text[0] == "\0":
        return bool(cue.takes & {"say", "ask", "express", "judge"})
    if "say" in cue.takes and token.low in CLAUSE and cue.base != "begin":
        return True
    if "aim" in cue.takes and token.low == "to":
        return True
    if "say" in cue.takes and cue.form != "participle" and _begins_clause(tokens, begin, cue):
        return True
    if token.low in PREPOSITIONS and " " not in cue.base:
        return cue.base == "blame" and token.low == "on"
    if not re.match(r"[\w$(]", token.text) or token.low in ("and", "or", "but"):
        return False
    if cue.takes & {"express", "judge"}:
        return True
    if "ask" in cue.takes:
        return any(one.low in ("to", "that", "against", "for", "not") for one in tokens[begin:])
    return "say" in cue.takes and cue.base not in cues.CLAUSE_ONLY


def _begins_clause(tokens: Sequence[Token], begin: int, cue: Cue) -> bool:
    """Whether "he", or somebody after "told reporters", begins a clause without "that"."""
    told = cue.base in cues.ADDRESSED and tokens[begin - 1].low not in cues.VERBS
    return tokens[begin].low in ("he", "she", "they") or (told and _has_predicate(tokens, begin))


def is_clause(tokens: Sequence[Token], begin: int, cue: Cue) -> bool:
    """Whether the complement that begins at a token is a clause, and no mere object."""
    if tokens[begin].low in CLAUSE or tokens[begin].text[0] == "\0":
        return True
    clausal = not cue.takes & {"express", "judge"} or _has_predicate(tokens, begin)
    return "say" in cue.takes and clausal


def _has_predicate(tokens: Sequence[Token], begin: int) -> bool:
    """Whether a finite verb stands before the next mark."""
    for i in range(begin, min(begin + 12, len(tokens))):
        if not tokens[i].text[0].isalnum():
            return False
        if i > begin and is_finite(tokens, i):
            return tokens[i - 1].low not in ("and", "or")
    return False


def before(tokens: Sequence[Token], first: int) -> Range | None:
    """The content that stands before a subject or an inverted cue, by tokens."""
    last = first
    while last and tokens[last - 1].text in "," + DASHES:
        last -= 1
    return (0, last) if last else None


def is_postponed(tokens: Sequence[Token], first: int, begin: int, rest: int, cue: Cue) -> bool:
    """Whether the content stands before the subject: in marks, or before a comma.

    first: the subject's token; rest: the token after the cue; begin: where a complement would.
    """
    follows = begin < len(tokens) and (tokens[begin].low == "that" or tokens[begin].text[0] == "\0")
    if follows and (begin != rest + 1 or tokens[rest].text != ","):
        return False
    if _is_adjunct(tokens[:first]):
        return False
    if not first or (rest < len(tokens) and tokens[rest].low == "to" and cue.takes & {"aim"}):
        return False
    mark = tokens[first - 1].text
    if mark[0] == "\0":
        return True
    clause = mark in "," + DASHES and first - 1 > SHORTEST_CLAUSE
    clause = clause and cue.base not in cues.CLAUSE_ONLY - {"comment", "tell"}
    ended = rest >= len(tokens) or tokens[rest].text in "," + DASHES or begin >= len(tokens)
    return clause and (ended or tokens[rest].low in PREPOSITIONS | TIMES)


def _is_adjunct(tokens: Sequence[Token]) -> bool:
    """Whether what stands before a subject only says when or how it spoke.

    "When the courts opened the harbour, …" and "Speaking on the radio, …" are one clause without
    another that it belongs to.
    """
    end = len(tokens)
    while end and tokens[end - 1].text in ",":
        end -= 1
    if end < 2 or any(token.text == "," for token in tokens[:end]):
        return False
    if tokens[0].low in SUBORDINATING:
        return True
    speaks = tokens[0].low.endswith("ing") and tokens[0].low not in DETERMINERS | PRONOUNS
    return speaks and not any(is_finite(tokens, at) for at in range(1, end))
