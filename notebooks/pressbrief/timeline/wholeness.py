"""Whether a cut clause lacks nothing that its verbs need: what is done or said, who does it."""

from __future__ import annotations

from itertools import pairwise

from pressbrief.english.word_lists import words
from pressbrief.reader.syntax import Tree
from pressbrief.timeline.sparing import LEADING, MARKS, SPARED_BY_VERBS
from pressbrief.timeline.verbs import DOER, SAYING, low

_FOLLOWING = (
    *SPARED_BY_VERBS,
    "dobj",
    "attr",
    "acomp",
    "ccomp",
    "xcomp",
    "agent",
    "dative",
    "oprd",
)
# Verbs that tell nothing without what is said, or done.
_SAYS_WHAT = words("saying/plain", "saying/told") | {"replied", "responded", "spoke"}
_TO_SOMEBODY = frozenset(("told", "tells"))
_ABOUT = frozenset(("about", "of", "for", "against"))
_AWAITED = frozenset(("expected", "scheduled", "set", "slated"))
_DOING = frozenset(("did", "does", "do"))


def is_whole(text: str, tree: Tree, verb: int, kept: set[int], left_out: set[int]) -> bool:
    """Whether nothing that a verb needs is missing, the time aside.

    Something that follows it is in the clause, if anything does, and what follows it at once.
    """
    if not says_what(text, tree, verb, kept) or is_torn(tree, kept):
        return False
    chain = [verb, *(at for at in kept if tree[at].relation == "xcomp" and tree.is_verb(at))]
    if not all(_has_what_follows(text, tree, at, kept, left_out) for at in chain):
        return False
    said = [at for at in kept if tree[at].relation == "ccomp"]
    if any(tree[one].relation in DOER and one not in kept for at in said
           for one in tree.children(at)):  # fmt: skip
        return False
    after = verb + 1
    if after >= len(tree) or after in kept:
        return True
    return tree[after].tag in MARKS or tree[after].relation in (*SPARED_BY_VERBS, "cc", *LEADING)


def is_torn(tree: Tree, kept: set[int]) -> bool:
    """Whether a verb follows one that it is joined to without what joins them: "went suggested"."""
    places = sorted(kept)
    return any(
        tree[at].relation == "conj" and tree.is_verb(at) and tree[at].head in kept
        and tree[before].tag not in MARKS and before == tree[at].head
        for before, at in pairwise(places)
    )  # fmt: skip


def says_what(text: str, tree: Tree, verb: int, kept: set[int]) -> bool:
    """Whether what is said or done is there: not "told reporters", "responded on Fox", "did"."""
    own = [at for at in tree.children(verb) if at in kept]
    said = {tree[at].relation for at in own if at > verb} | {"dobj"} & {
        tree[at].relation for at in own
    }
    if any(tree[at].relation == "auxpass" for at in own):
        return low(text, tree, verb) not in _AWAITED or bool(said - {"advmod"})
    if low(text, tree, verb) in _DOING:
        return "dobj" in said
    if low(text, tree, verb) not in _SAYS_WHAT:
        return True
    about = any(tree[at].relation == "prep" and low(text, tree, at) in _ABOUT for at in own)
    return about or bool(said & ({"ccomp", "xcomp", "oprd", "attr"} | _objects(text, tree, verb)))


def _objects(text: str, tree: Tree, verb: int) -> set[str]:
    """The relation of what is said: of "told" the object is who is told."""
    return set() if low(text, tree, verb) in _TO_SOMEBODY else {"dobj"}


def _has_what_follows(text: str, tree: Tree, verb: int, kept: set[int], left_out: set[int]) -> bool:
    following = [
        at
        for at in tree.children(verb)
        if at > verb and tree[at].relation in _FOLLOWING and low(text, tree, at) != "according"
    ]
    if any(at in kept for at in following):
        return True
    return low(text, tree, verb) not in SAYING and all(at in left_out for at in following)
