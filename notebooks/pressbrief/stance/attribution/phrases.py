"""Noun phrases by the tree of their sentence: all the words of one, and its name."""

from __future__ import annotations

from typing import NamedTuple

from pressbrief.stance.attribution.stretch import COMMAS, Stretch
from pressbrief.stance.model import Range

RELATIVE = ("WDT", "WP")
# What tells more of a noun behind it, and is not its name.
_MORE = ("appos", "relcl", "acl", "advcl", "nmod")
# What of a verb may stand between it and its subject without telling more of that.
_OF_VERB = frozenset(("advcl", "prep", "advmod", "npadvmod", "aux", "auxpass", "neg", "ccomp"))
# ", speaking in Tokyo, said": nothing of whoever speaks.
_SPEAKING = ("VBG", "acl")
# What hangs on a verb by mistake, where it is part of the subject's name.
_NOMINAL = ("nsubj", "nsubjpass", "compound", "amod", "nmod", "appos")


class Subject(NamedTuple):
    """A source phrase: its first and last word, and the characters of its name.

    `own`: it is the subject of the verb itself, and not of one that this one depends on.
    """

    first: int
    last: int
    name: Range
    own: bool = True


def phrase(stretch: Stretch, head: int, verb: int) -> Subject:
    """The noun phrase about a word, on its side of the verb that it belongs to."""
    tree, within = stretch.tree, stretch.below(verb)
    inside = stretch.below(head) - (set() if head in within else within)
    low, high = (0, stretch.group(verb)) if head < verb else (verb + 1, len(tree))
    first = last = head
    while first > low and (first - 1 in inside or stretch.is_glued(first)):
        first -= 1
    while first > low and _names_on(stretch, first, verb):
        first -= 1
    first = _with_list(stretch, first, low)
    while last + 1 < high and (last + 1 in inside or stretch.is_glued(last + 1)):
        if stretch.low(last) == "," and (tree[last + 1].tag, tree[last + 1].relation) == _SPEAKING:
            break
        last += 1
    while last + 1 < high and {stretch.tag(last), stretch.tag(last + 1)} == {"NNP"}:
        last += 1
    last = _with_aside(stretch, last, high, verb)
    named = _with_name(stretch, first, low)
    if named < first:
        first, head = named, _ended(stretch, named, head) - 1
    first, last = _stripped(stretch, first, head, last)
    end = last + 1
    if end < high and stretch.low(end) in COMMAS and _has_comma(stretch, first, last):
        last = end
    more = [
        min(stretch.below(at))
        for at in stretch.children(head, *_MORE)
        if at > head and _has_comma(stretch, head, at)
    ]
    stop = _ended(stretch, head, min(more, default=end))
    return Subject(first, last, stretch.span(first, max(head, min(stop - 1, last))))


def _has_comma(stretch: Stretch, first: int, end: int) -> bool:
    return any(stretch.low(at) in COMMAS | {"("} for at in range(first, end))


def _stripped(stretch: Stretch, first: int, head: int, last: int) -> tuple[int, int]:
    """A phrase without "and" and "offstage," before it, marks and adverbs behind it."""
    tree = stretch.tree
    while first < head and (
        tree[first].tag == "CC"
        or (tree[first].relation == "punct" and not stretch.is_glued(first))
        or (tree[first].tag == "RB" and stretch.low(first + 1) == ",")
    ):
        first += 1
    while last > head and tree[last].tag == "RB":
        last -= 1
    while last > head and tree[last].relation == "punct" and stretch.low(last) != ")":
        if stretch.low(last) == "." and tree[last].tag == "NNP":
            break  # "R-Ky."
        last -= 1
    buts = [at + 1 for at in range(first, head) if stretch.low(at) == "but"]
    return max([first, *buts]), last


def _ended(stretch: Stretch, first: int, end: int) -> int:
    """The end of a name within words first:end: before a bracket, or the commas at its end."""
    end = next((at for at in range(first, end) if stretch.low(at) == "("), end)
    while end - 1 > first and stretch.low(end - 1) in COMMAS:
        end -= 1
    return end


def _names_on(stretch: Stretch, first: int, verb: int) -> bool:
    """Whether the word before a name is part of it, or of the title before: "his aide Motegi"."""
    tree, before = stretch.tree, first - 1
    if stretch.is_quoted(before) or tree[before].relation == "punct":
        return False
    if tree[before].tag in RELATIVE:
        return False
    if tree[first].tag.startswith("NNP") and tree[before].tag.startswith("NNP"):
        return True
    top = next((at for at in (before, *tree.above(before)) if tree[at].head == verb), None)
    return top is not None and top < verb and tree[top].relation in _NOMINAL


def _with_list(stretch: Stretch, first: int, low: int) -> int:
    """The begin of "Japan, China, and others" where the tree has only the others.

    The first of "of Kenya, Japan, China, and others" is what "of" belongs to.
    """
    at = first - 1
    if stretch.low(at) != "and" or stretch.low(at - 1) != ",":
        return first
    at -= 1
    while at > low and stretch.low(at) == "," and stretch.tag(at - 1) == "NNP":
        name = at - 1
        while name > low and stretch.tag(name - 1) == "NNP":
            name -= 1
        if stretch.tag(name - 1) in ("IN", "DT"):
            break
        first, at = name, name - 1
    return first


def _with_name(stretch: Stretch, first: int, low: int) -> int:
    """The begin of a phrase with the name before it: "Motegi, the minister, said"."""
    tree = stretch.tree
    apposed = tree[first].tag in ("DT", "CD") and stretch.low(first - 1) == ","
    at = first - 2
    if stretch.low(first - 1) == "," and stretch.low(at) == ")":
        while at > low and stretch.low(at) != "(":
            at -= 1
        apposed, at = True, at - 1
    if not apposed or at < low or tree[at].tag != "NNP":
        return first
    while at > low and tree[at - 1].tag in ("NNP", "HYPH"):
        at -= 1
    return at if at == low or stretch.low(at - 1) in COMMAS else first


def _with_aside(stretch: Stretch, last: int, high: int, verb: int) -> int:
    """The end of a phrase with what brackets or commas put between it and its verb, or behind."""
    tree, after = stretch.tree, last + 1
    if tree[last].tag == "CC" and high <= verb:
        return high - 1
    if after < high and stretch.low(after) == "(":
        return next((at for at in range(after, high) if stretch.low(at) == ")"), last)
    if after < high <= verb and stretch.low(after) in COMMAS and stretch.low(high - 1) in COMMAS:
        inner = range(after + 1, high - 1)
        aside = not inner or tree[inner[0]].tag in ("VBG", "RB", "IN")
        return last if aside or {*stretch.children(verb, *_OF_VERB)} & {*inner} else high - 1
    if verb < after < high - 1 and stretch.low(after) == "," and tree[after + 1].tag == "DT":
        at = after + 1
        while tree[at].head > last and not tree.is_verb(tree[at].head):
            at = tree[at].head
        if tree[at].relation in ("nsubj", "nsubjpass"):
            return last  # "According to Motegi, the talks go on"
        inside, end = stretch.below(at), after
        while end + 1 in inside:
            end += 1
        return end if end > after else last
    return last
