"""Where a cue's content ends: the token before which somebody else, or something else, begins."""

from __future__ import annotations

from collections.abc import Sequence

from pressbrief.english.tokens import Token
from pressbrief.english.word_classes import (
    DETERMINERS,
    PERFECT,
    PRONOUNS,
    TIMES,
    is_adverb,
    is_finite,
)
from pressbrief.english.word_lists import words
from pressbrief.stance.attribution import cues
from pressbrief.stance.attribution.cues import Cue
from pressbrief.stance.attribution.phrases import DASHES

# ", but he said": a report of its own.
JOINING, SUBJECTS = words("contents/joining"), ("he", "she", "they")
CONTRAST = ("while", "whereas")
# "…, despite being": what follows is said of the subject, not by it.
CONCEDING = ("despite", "although", "though")
NARROWING = words("contents/narrowing")
AFTER_OBJECT = words("contents/after_object")


def close(tokens: Sequence[Token], begin: int, cue: Cue, clause: bool) -> int:
    """The token before which the content ends; `clause`: it is one, and no mere object."""
    start = _quoted_name(tokens, begin) if cue.base in cues.NAMING else begin + 1
    for i in range(start, len(tokens)):
        clause = clause or tokens[i].text == ":"
        token, next_ = tokens[i], tokens[i + 1] if i + 1 < len(tokens) else None
        if token.text == ";":
            return i
        if token.text == "," and next_ is not None:
            if next_.low in CONTRAST or _concedes(tokens, i + 1):
                return i
            if not clause and next_.low in NARROWING:
                continue
            if _new_predicate(tokens, i + 1) or next_.low in ("which", "who"):
                return i
            if next_.low in JOINING and _new_report(tokens, i + 2):
                return i
            if not clause and not _list_goes_on(tokens, i):
                return i
        if token.low == "and" and next_ is not None and _second_verb(tokens, i + 1, clause):
            return i
        dash = not clause and token.text in DASHES and next_ is not None
        if dash and _new_predicate(tokens, i + 1):
            return i
        ends = not clause and (token.low in AFTER_OBJECT or _is_day(tokens, i))
        if ends and not _is_inserted(tokens, begin, i):
            return i
    return len(tokens)


def _is_inserted(tokens: Sequence[Token], begin: int, i: int) -> bool:
    """Whether a token stands between two dashes of the content that begins at a token."""
    before, rest = tokens[begin:i], tokens[i:]
    return all(any(one.text in DASHES for one in side) for side in (before, rest))


def _concedes(tokens: Sequence[Token], i: int) -> bool:
    """Whether ", despite being …" begins here."""
    after = tokens[i + 1].low if i + 1 < len(tokens) else ""
    return tokens[i].low in CONCEDING and after.endswith("ing")


def _quoted_name(tokens: Sequence[Token], begin: int) -> int:
    """After the quotation in "described the talks on Monday as “…”", else after the first token."""
    for i in range(begin, len(tokens)):
        named = i == begin or tokens[i - 1].low in ("as", "a", "an", "the")
        if tokens[i].text[0] == "\0" and named:
            return i + 1
        if tokens[i].low in cues.VERBS:
            break
    return begin + 1


def _new_predicate(tokens: Sequence[Token], i: int) -> bool:
    """Whether ", noting …" or ", and said …" begins here."""
    low = tokens[i].low
    if low in ("and", "or") and i + 1 < len(tokens):
        return _second_verb(tokens, i + 1, True)
    return low.endswith("ing") and len(low) > 5


def _new_report(tokens: Sequence[Token], i: int) -> bool:
    """Whether "he said", "she has also noted" begins here."""
    if i >= len(tokens) or tokens[i].low not in SUBJECTS:
        return False
    rest = (one.low for one in tokens[i + 1 :] if not is_adverb(one) and one.low not in PERFECT)
    cue = cues.VERBS.get(next(rest, ""))
    return cue is not None and cue.form in ("past", "present") and cue.base in cues.SPOKEN


def _second_verb(tokens: Sequence[Token], i: int, clause: bool) -> bool:
    """Whether a second verb of the same subject begins here: a cue, or any past form."""
    while i < len(tokens) - 1 and is_adverb(tokens[i]):
        i += 1
    cue = cues.VERBS.get(tokens[i].low)
    if cue and cue.form in ("past", "present") and tokens[i].low not in cues.NOUNS:
        return not clause or cue.base in cues.SPOKEN
    if clause or not (is_finite(tokens, i) or tokens[i].low in PRONOUNS):
        return False
    after = tokens[i + 1].low if i + 1 < len(tokens) else ""
    return not tokens[i].low.endswith("ed") or after in DETERMINERS


def _list_goes_on(tokens: Sequence[Token], comma: int) -> bool:
    """Whether a comma seems to join the parts of one object."""
    rest = tokens[comma + 1 : comma + 12]
    if rest[0].low.endswith("ed"):
        return True
    stop = next((n for n, one in enumerate(rest) if one.low in ("and", "or")), None)
    return stop is not None and not any(is_finite(rest, n) for n in range(stop))


def _is_day(tokens: Sequence[Token], i: int) -> bool:
    low, following = tokens[i].low, tokens[i + 1].low if i + 1 < len(tokens) else ""
    if low in ("on", "in", "last", "this") and following in TIMES:
        return True
    return low.endswith("day") and low in TIMES
