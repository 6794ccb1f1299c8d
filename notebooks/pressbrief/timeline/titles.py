"""A clause in at most so many words: without what it can spare, pointing to nothing outside it."""

from __future__ import annotations

from pressbrief.reader.syntax import Tree
from pressbrief.tables.mentions_schema import REFERRING
from pressbrief.timeline.pointing import Reference, in_words, leading_on, points_away
from pressbrief.timeline.sparing import (
    before_persons,
    spared_of,
    without_lone_comma,
    without_loose_end,
)
from pressbrief.timeline.verbs import low
from pressbrief.timeline.wholeness import is_torn, is_whole, says_what

LONGEST = 14  # words, as the table events has it
CUT = " …"  # after what is cut off
# Before these a phrase ends.
_OPENING = frozenset(("IN", "TO", "CC", ",", ":", "WDT", "WP", "WRB", "``", "-LRB-"))
_WHEN_AND_WHERE = frozenset(("in", "on", "at", "during", "after", "before", "when", "as", "while"))


def title(
    text: str,
    tree: Tree,
    verb: int,
    doer: int,
    kept: set[int],
    left_out: set[int],
    named: list[Reference],
) -> str:
    """The clause in at most so many words; empty if it cannot be had, or points elsewhere.

    `left_out` are the words of the time, which stands elsewhere.
    """
    by_name = [one for one in named if one.kind not in REFERRING]
    names = [set(tree.inside(one.start, one.end)) for one in by_name]
    if len(in_words(text, tree, kept, named).split()) > LONGEST:
        kept = kept - before_persons(text, tree, by_name)
    whole, missing = kept, False
    while len((said := in_words(text, tree, kept, named)).split()) > LONGEST:
        spared = spared_of(text, tree, verb, doer, kept, names)
        if not spared:
            return _begun(text, tree, verb, doer, whole, named)
        missing = missing or _is_missed(text, tree, verb, kept, spared)
        kept = kept - spared
    kept = leading_on(tree, without_loose_end(tree, verb, kept))
    kept = without_lone_comma(tree, verb, doer, kept)
    if not is_whole(text, tree, verb, kept, left_out):
        return _begun(text, tree, verb, doer, whole, named) if kept < whole else ""
    if points_away(text, tree, verb, doer, kept, named):
        return ""
    said = in_words(text, tree, kept, named)
    return f"{said[:1].upper()}{said[1:]}{CUT if missing else ''}"


def _begun(
    text: str, tree: Tree, verb: int, doer: int, whole: set[int], named: list[Reference]
) -> str:
    """The begin of a clause that cannot be told in few words, marked as cut; else empty.

    It ends where a phrase ends: before a preposition, a mark or what joins; not before the verb of
    what is said.
    """
    first = min(tree.below(doer) & whole, default=verb)
    places = [at for at in sorted(whole) if at >= first or doer > verb]
    said = [at for at in tree.children(verb) if at > verb and tree[at].relation == "ccomp"]
    least = max((verb, *said))
    for last in range(len(places) - 1, 0, -1):
        end, after = places[last - 1], tree[places[last]]
        if end <= least:
            break
        ends = after.tag in _OPENING or after.relation in ("acl", "relcl", "advcl", "mark")
        kept = set(places[:last])
        whole_verbs = says_what(text, tree, verb, kept) and not is_torn(tree, kept)
        if not ends or tree[end].tag in _OPENING or not whole_verbs:
            continue
        kept = without_lone_comma(tree, verb, doer, leading_on(tree, kept))
        told = in_words(text, tree, kept, named)
        if len(told.split()) < LONGEST:
            away = points_away(text, tree, verb, doer, kept, named)
            return "" if away else f"{told[:1].upper()}{told[1:]}{CUT}"
    return ""


def _is_missed(text: str, tree: Tree, verb: int, kept: set[int], gone: set[int]) -> bool:
    """Whether what goes is the end of what somebody says: "would follow through with …".

    When and where it is may go.
    """
    if max(gone) < max(kept):
        return False
    at = next((one for one in sorted(gone) if tree[one].head not in gone), min(gone))
    said = [one for one in tree.above(at) if tree[one].relation == "ccomp"]
    return bool(said) and verb not in (at, *said) and low(text, tree, at) not in _WHEN_AND_WHERE


def shortened(text: str, most: int = LONGEST) -> str:
    """The beginning of a text that is too long for a title, marked as cut.

    >>> shortened("The ministry opened an office in Oslo", 3)
    'The ministry …'
    """
    said = text.split()
    return text if len(said) <= most else f"{' '.join(said[: most - 1])}{CUT}"


def is_cut(title: str) -> bool:
    """Whether a title is no clause, but the beginning of a sentence."""
    return title.endswith(CUT)
