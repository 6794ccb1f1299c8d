"""What a clause asserts (factuality): whether it tells that something happened or will, and when.

No condition, no habit, not what could be, no quotation; and a time is the clause's where it stands
beside its verb, or beside who does it or what is done.
"""

from __future__ import annotations

import re

from pressbrief.english.word_lists import words
from pressbrief.reader.syntax import ROOT, Tree
from pressbrief.time.timex.tense import told
from pressbrief.timeline.verbs import (
    DOER,
    FINITE,
    SAYING,
    Span,
    is_of_time,
    low,
    verb_of,
)

_HELPER = frozenset(("aux", "auxpass"))
_DONE = frozenset(("dobj", "attr", "nsubj", "nsubjpass", "agent"))
BOUNDS = frozenset(("until", "till", "since", "after", "before"))
_STILL = frozenset(("this", "today", "now", "tonight", "recent", "recently"))
_SPEAKERS = words("function_words/first_and_second_person")
_CONDITIONS = frozenset(("if", "unless", "whether", "lest"))
_COULD = words("function_words/modals") - {"will", "shall", "wo", "'ll"}
_SAYING = words("saying/plain")
_OFTEN = words("time/frequencies")
# Where a whole sentence is quoted.
_QUOTE = re.compile(r"[“\"]\s?[A-Z]")


def is_perfect(text: str, tree: Tree, told: Span, time: Span) -> bool:
    """Whether a clause is in the present perfect and has a day, which then is not its own.

    "Has invited him on Friday" tells of a Friday to come (Quirk et al. 1985, 4.23).
    """
    verb = verb_of(text, tree, told, time)
    if verb is None or any(low(text, tree, one) in _STILL for one in tree.inside(*time)):
        return False
    helpers = [one for one in tree.children(verb) if tree[one].relation in _HELPER]
    return any(low(text, tree, one) in ("has", "have") for one in helpers)


def is_to_come(text: str, tree: Tree) -> bool:
    """Whether a sentence mainly tells what is to come: "will meet", in headlines "to meet".

    >>> from pressbrief import reader
    >>> [is_to_come(one, reader.parses([one])[0]) for one in ("Oslo to host talks", "Oslo votes")]
    [True, False]
    """
    # Headlines are parsed least well: there the tags are trusted, not what hangs on what.
    finite = [at for at in range(len(tree)) if tree[at].tag in FINITE]
    finite = [at for at in finite if low(text, tree, at) not in SAYING]
    if not finite:
        return any(word.tag == "TO" and tree.is_verb(at + 1) for at, word in enumerate(tree[:-1]))
    root = next((at for at in range(len(tree)) if tree[at].head == ROOT), finite[0])
    end = tree[root].end
    return told(text, end, end) == "future"


def is_past(tree: Tree, verb: int) -> bool:
    """Whether a verb or its helper is in the past tense: "won", "was elected"."""
    helpers = [at for at in tree.children(verb) if tree[at].relation in _HELPER]
    # "The group seized it": a past form that looks like a participle.
    return any(tree[at].tag == "VBD" for at in (verb, *helpers)) or (
        tree[verb].tag == "VBN" and not helpers
    )


def is_habit(text: str, tree: Tree, told: Span, time: Span | None = None) -> bool:
    """Whether a clause tells what is always so: "yearly", or the simple present, but of saying."""
    verb = verb_of(text, tree, told, time)
    if verb is None:
        return False
    if any(low(text, tree, at) in _OFTEN for at in tree.children(verb)):
        return True
    helpers = [at for at in tree.children(verb) if tree[at].relation in _HELPER]
    passive = [tree[at].relation for at in helpers] == ["auxpass"]  # "is released"
    finite = helpers[0] if passive else verb
    if helpers and not passive:
        return False
    return tree[finite].tag in ("VBZ", "VBP") and low(text, tree, verb) not in _SAYING


def is_dated(text: str, tree: Tree, verb: int, doer: int, time: Span | None) -> bool:
    """Whether a time stands beside the verb, or beside who does it or what is done.

    That of a noun further off is the noun's: "promised a deal before a Friday deadline". What is
    "the first since March" is not of March.
    """
    at = tree.top(*time) if time else None
    if at is None or time is None:
        return True
    leads = [low(text, tree, one) for one in tree.above(at) if tree[one].relation == "prep"]
    if leads[:1] == ["since"] or _is_of_another(tree, verb, at) or BOUNDS & set(leads[1:]):
        return False  # "after the vote on Friday"
    nouns = [_first_joined(tree, one) for one in tree.above(at) if tree[one].tag in ("NN", "NNS")]
    until = [one for one in nouns if verb in tree.above(one)]
    beside = [one for one in until if not is_of_time(tree, one)]
    if not beside or beside[0] == doer:
        return True
    return tree[at].relation in ("pobj", "npadvmod") and tree[beside[0]].relation in _DONE


def _is_of_another(tree: Tree, verb: int, at: int) -> bool:
    """Whether a verb without a doer stands between: "went on after launching a bid on Friday"."""
    above = list(tree.above(at))
    until = above.index(verb) if verb in above else 0
    return any(tree[one].relation == "pcomp" for one in above[:until])


def _first_joined(tree: Tree, at: int) -> int:
    """The first of words that "and" joins."""
    while tree[at].relation == "conj":
        at = tree[at].head
    return at


def _is_quoted_first(text: str, tree: Tree, verb: int, doer: int) -> bool:
    """Whether what is said stands before who says or rules it, or who says it after the saying."""
    if doer > verb and low(text, tree, verb) in SAYING:
        return True
    before = [at for at in tree.children(verb) if at < doer and tree[at].relation != "advcl"]
    return any(
        tree[at].tag.startswith("VB")
        and any(tree[one].relation in DOER for one in tree.children(at))
        for at in before
    )


def is_told(text: str, tree: Tree, verb: int, doer: int, kept: set[int]) -> bool:
    """Whether a clause tells what happened or is planned, and not of whoever speaks or reads."""
    if any(low(text, tree, at) in _SPEAKERS for at in kept):
        return False
    own = tree.children(verb)
    if _is_quoted_first(text, tree, verb, doer):
        return False  # "…,” said the minister": a quotation
    if low(text, tree, verb) in SAYING and _QUOTE.search(text, tree[verb].end):
        before = next((at for at in own if at > verb and tree[at].relation == "ccomp"), verb)
        found = _QUOTE.search(text, tree[verb].end)
        if found and found.start() <= tree[min(tree.below(before))].start:
            return False  # "said, “They …”"
    if text.rstrip(" \"”’'").endswith("?"):
        return False
    if tree[verb].relation == "relcl" and tree[verb].tag in ("VBP", "VBZ"):
        led = min(tree.below(verb))
        if low(text, tree, led) == "who" and tree[led - 1].tag != ",":
            return False  # "people who want …": whoever they are
    helpers = [at for at in own if tree[at].relation in _HELPER]
    of_before = tree[verb].relation == "conj"  # "was seen and heard"
    # "The group seized it": a past form that looks like a participle.
    past = tree[verb].tag == "VBN" and any(tree[at].relation == "nsubj" for at in own)
    if not (of_before or past or any(tree[at].tag in FINITE for at in (verb, *helpers))):
        return False
    if any(low(text, tree, at) in _COULD for at in helpers):
        return False
    leads = (*own, min(tree.below(verb)), min(tree.below(verb)) - 1)
    return not any(at < verb and low(text, tree, at) in _CONDITIONS for at in leads if at >= 0)
