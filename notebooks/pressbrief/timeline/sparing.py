"""What a clause can best do without where it is too long for a title."""

from __future__ import annotations

from pressbrief.english.word_lists import words
from pressbrief.reader.syntax import Tree
from pressbrief.timeline.pointing import Reference
from pressbrief.timeline.verbs import DOER, low

# What a noun can do without, and what a verb can.
SPARED_BY_NOUNS = ("relcl", "appos", "acl", "nmod")
SPARED_BY_VERBS = ("advcl", "npadvmod", "advmod", "prep", "conj")
LEADING = frozenset(("compound", "amod", "det", "nmod", "nn"))
MARKS = frozenset((",", ":", ".", "CC", "``", "''", "-RRB-"))
_OF = frozenset(("of", "for"))
_SPARED = frozenset((*SPARED_BY_NOUNS, *SPARED_BY_VERBS))
_NEGATING = words("function_words/negations") | {"hardly", "barely", "rarely"}


def spared_of(
    text: str, tree: Tree, verb: int, doer: int, kept: set[int], names: list[set[int]]
) -> set[int]:
    """What the clause can best do without, with the marks that stand around it.

    What tells more of a noun goes first, the longest; then what leads the clause in; then what
    stands beside a verb, the last; then what a noun has with a preposition but "of".
    """
    held = {verb, doer, *tree.above(doer)}
    for at in kept:  # whoever it is "between" belongs together
        held |= tree.below(at) - {at} if low(text, tree, at) == "between" else set()
    free = sorted(kept - held)
    of_nouns = [
        at
        for at in free
        if (tree[at].relation in SPARED_BY_NOUNS and tree[at].tag != "VB")  # "desire to go"
        # ", including the mayor,"
        or (
            tree[at].relation == "prep" and at and tree[at - 1].tag == "," and _is_of_noun(tree, at)
        )
    ]
    beside = [
        at for at in free if tree[at].relation in SPARED_BY_VERBS and tree.is_verb(tree[at].head)
    ]
    leading = [at for at in beside if at < verb and tree[at].head == verb]
    with_ = [at for at in free if tree[at].relation == "prep" and low(text, tree, at) != "of"]
    if leading and min(kept) < min(tree.below(doer) & kept, default=verb):
        first = min(tree.below(doer) & kept, default=verb)
        if not any(tree[at].relation == "neg" or at == verb for at in kept if at < first):
            return {at for at in kept if at < first}
    for found, best in ((of_nouns, None), (leading, None), (beside, max), (with_, max)):
        some = [at for at in found if _may_go(text, tree, at, names)]
        if some:
            at = best(some) if best else max(some, key=lambda one: len(tree.below(one) & kept))
            above = tree[at].head
            if above in free and at == above + 1 and tree[above].relation in (*_SPARED, "pcomp"):
                at = _whole_part(tree, above)  # "after focusing", without on what
            elif tree[above].relation == "appos" and above in free:
                at = above  # "a goal", without which
            gone = tree.below(at) & kept - {verb, doer}
            around = (min(gone) - 1, max(gone) + 1)
            marks = MARKS if tree[at].relation == "conj" else MARKS - {"CC"}
            # The comma before "the ministry said" parts what is said from who says it.
            return gone | {
                one
                for one in around
                if one in kept
                and tree[one].tag in marks
                and not (one > max(gone) and one + 1 in tree.below(doer))
            }
    return set()


def _may_go(text: str, tree: Tree, at: int, names: list[set[int]]) -> bool:
    """Whether a clause says the same without a part: what "but" sets off, and half a name, stay."""
    gone = tree.below(at)
    if _is_led(tree, at):
        return False
    denied = any(tree[one].relation == "neg" for one in tree.children(tree[at].head))
    if denied and tree[at].relation in SPARED_BY_VERBS and at > tree[at].head:
        return False  # "didn't want to talk about differences"
    if any(name & gone and not name <= gone for name in names):
        return False
    if low(text, tree, at) == "for" and any(
        _is_aim(tree, one, at) for one in tree.below(tree[at].head)
    ):
        return False  # "called for them to go"
    if tree[at].relation == "conj":
        return not any(low(text, tree, one) == "but" for one in tree.children(tree[at].head))
    return tree[at].relation != "advmod" or low(text, tree, at) not in _NEGATING


def _is_led(tree: Tree, at: int) -> bool:
    """Whether a word stands between "that" or "why" and a verb whose doer grammar lacks.

    What stands there is, or hides, who does it.
    """
    for lead in range(1, at):
        if tree[lead].relation != "mark" and tree[lead].tag != "WRB":
            continue
        led = tree[lead].head
        told = led > at and tree[led].relation in ("ccomp", "xcomp", "relcl")
        if told and not any(tree[one].relation in DOER for one in tree.children(led)):
            return True
    return False


def _is_of_noun(tree: Tree, at: int) -> bool:
    return tree[at].head >= 0 and not tree.is_verb(tree[at].head)


def _is_aim(tree: Tree, at: int, after: int) -> bool:
    """Whether a word is an infinitive with "to" that follows another."""
    aux = [tree[one].tag for one in tree.children(at) if tree[one].relation == "aux"]
    return at > after and tree[at].tag == "VB" and "TO" in aux


def before_persons(text: str, tree: Tree, named: list[Reference]) -> set[int]:
    """What leads in the full names of persons: "the Democratic front-runner" before one."""
    found: set[int] = set()
    for one in named:
        name = tree.inside(one.start, one.end)
        if one.actor_type != "person" or " " not in text[one.start : one.end] or not name:
            continue
        head = tree.top(one.start, one.end)
        if head and tree[head].relation == "pobj" and low(text, tree, tree[head].head) in _OF:
            continue  # "minister for Foreign Affairs Ann Holm"
        leads = [at for at in tree.children(head) if tree[at].relation in LEADING] if head else []
        found = found.union(*(tree.below(at) for at in leads if at < min(name)))
    return found


def without_loose_end(tree: Tree, verb: int, kept: set[int]) -> set[int]:
    """The words without what at their end tells nothing: "pivoted, saying", "…, contingent"."""
    last = max(kept)
    if last == verb:
        return kept
    if tree[last].tag == "VBG" and tree[last].relation in ("advcl", "acl", "pcomp"):
        return kept - tree.below(_whole_part(tree, last))
    stray = tree[last].relation == "amod" and tree[last].head < last and tree[last - 1].tag in MARKS
    return kept - {last, last - 1} if stray else kept


def without_lone_comma(tree: Tree, verb: int, doer: int, kept: set[int]) -> set[int]:
    """The words without a comma between who does it and the verb that has lost its partner."""
    commas = [at for at in kept if doer < at < verb and tree[at].tag == ","]
    if len(commas) != 1:
        return kept
    after = {at for at in kept if commas[0] < at < verb}
    helpers = {at for at in after if tree[at].head == verb}
    return kept - set(commas) if after == helpers else kept


def _whole_part(tree: Tree, at: int) -> int:
    """A part with the preposition that leads it in: the "after" of "after leaving"."""
    while tree[at].relation in ("pcomp", "pobj") and tree[tree[at].head].relation == "prep":
        at = tree[at].head
    return at
