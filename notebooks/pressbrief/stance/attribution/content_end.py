"""Where what follows a cue ends: the word before which somebody else, or something else, begins."""

from __future__ import annotations

from pressbrief.english.word_classes import TIMES
from pressbrief.english.word_lists import words
from pressbrief.stance.attribution import cues
from pressbrief.stance.attribution.stretch import DASHES, FINITE, Stretch

# ", but he said": a report of its own.
JOINING, SUBJECTS = words("contents/joining"), ("he", "she", "they")
CONTRAST = ("while", "whereas", "despite")
NARROWING = words("contents/narrowing")
AFTER_OBJECT = words("contents/after_object")
_PAST_OR_PRESENT = ("VBD", "VBZ", "VBP")
LONGEST_PART = 12  # words of one part of an object, from comma to "and"


def close(stretch: Stretch, begin: int, clause: bool) -> int:
    """The word before which a content ends; `clause`: it is one, and no mere object."""
    dashes = [at for at in range(begin + 1, stretch.stop) if _is_dash(stretch, at)]
    aside = range(*dashes[:2]) if len(dashes) > 1 else range(0)
    for at in range(begin + 1, stretch.stop):
        if stretch.is_quoted(at) or at in aside:
            continue
        clause = clause or stretch.low(at) == ":"
        if _ends(stretch, at, clause):
            return at
    return stretch.stop


def _ends(stretch: Stretch, at: int, clause: bool) -> bool:
    low = stretch.low(at)
    if low == ";":
        return True
    if at + 1 < stretch.stop:
        if low == "," and stretch.is_comma(at) and _ends_at_comma(stretch, at, clause):
            return True
        if low == "and" and _second_verb(stretch, at + 1, clause):
            return True
        if not clause and _is_dash(stretch, at) and _new_predicate(stretch, at + 1, clause):
            return True
    return not clause and (low in AFTER_OBJECT or _is_day(stretch, at))


def _is_dash(stretch: Stretch, at: int) -> bool:
    return stretch.low(at) in DASHES and stretch.is_comma(at)


def _ends_at_comma(stretch: Stretch, at: int, clause: bool) -> bool:
    after = stretch.low(at + 1)
    if after in CONTRAST:
        return True
    if not clause and after in NARROWING:
        return False
    if _new_predicate(stretch, at + 1, clause) or after in ("which", "who"):
        return True
    if after in JOINING and _new_report(stretch, at + 2):
        return True
    return not clause and not _list_goes_on(stretch, at)


def _new_predicate(stretch: Stretch, at: int, clause: bool) -> bool:
    """Whether ", noting …" or ", and said …" begins here."""
    if stretch.low(at) in ("and", "or"):
        return _second_verb(stretch, at + 1, True)
    return stretch.tag(at) == "VBG" and (not clause or stretch.low(at) in cues.VERBS)


def _new_report(stretch: Stretch, at: int) -> bool:
    """Whether "he said", "she has also noted" begins here."""
    if stretch.low(at) not in SUBJECTS:
        return False
    verb = stretch.tree[at].head
    return verb > at and bool(cues.base(stretch.low(verb)))


def _second_verb(stretch: Stretch, at: int, clause: bool) -> bool:
    """Whether a second verb of the same subject begins here: a cue, or any finite form."""
    while stretch.tag(at) == "RB":
        at += 1
    base = cues.base(stretch.low(at)) if stretch.tag(at) in _PAST_OR_PRESENT else ""
    if base:
        return not clause or base in cues.SPOKEN
    return not clause and (stretch.tag(at) in FINITE or stretch.tag(at) == "PRP")


def _list_goes_on(stretch: Stretch, comma: int) -> bool:
    """Whether a comma seems to join the parts of one object."""
    if stretch.tag(comma + 1) == "VBN":
        return True
    rest = range(comma + 1, min(comma + 1 + LONGEST_PART, stretch.stop))
    joint = next((at for at in rest if stretch.low(at) in ("and", "or")), None)
    return joint is not None and not any(
        stretch.tag(at) in FINITE for at in range(comma + 1, joint)
    )


def _is_day(stretch: Stretch, at: int) -> bool:
    low, after = stretch.low(at), stretch.low(at + 1)
    if low in ("on", "in", "last", "this") and after in TIMES:
        return True
    return low.endswith("day") and low in TIMES
