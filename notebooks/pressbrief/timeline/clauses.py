"""The clause that tells a happening, cut out of its sentence by its grammar to stand alone.

A clause is a verb with what it needs (who does it, what is done, a denial); what it can do without
goes where it is too long. What cannot stand alone is no title: a clause without a doer, one that
points to what is not in it, a condition, a habit, what could be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from pressbrief.english.likeness import KINDS, content
from pressbrief.english.noun_phrases import classes
from pressbrief.reader.syntax import ROOT, Tree
from pressbrief.tables.mentions_schema import REFERRING
from pressbrief.timeline.factuality import BOUNDS, is_dated, is_past, is_told
from pressbrief.timeline.pointing import Reference, in_words, points_away
from pressbrief.timeline.sparing import SPARED_BY_NOUNS, SPARED_BY_VERBS
from pressbrief.timeline.titles import LONGEST, title
from pressbrief.timeline.verbs import (
    DOER,
    FINITE,
    OF_ITS_HEAD,
    RELATIVE,
    Span,
    doer_of,
    first_of,
    is_of_time,
    low,
    verb_of,
)

# Relations of the grammar (reader/syntax.py) by what they mean for a clause.
_NO_PART = frozenset(("parataxis", "intj", "preconj", "meta", "mark"))
_BY_VERBS = frozenset(("nsubj", "nsubjpass", "dobj", "attr", "xcomp", "prep", "agent", "dative"))
# "TOKYO (Kyodo) -", "BANGKOK, Thailand -", "LANCASTER, Pa./WASHINGTON (Reuters) -"
_DATELINE = re.compile(
    r"[A-Z][A-Z .]{2,}(?:, [\w. ]{2,20})?(?:/[A-Z][A-Z .]{2,30})?(?: \([^)]{2,30}\))?"
    r" ?(?:--|[-–—]) "
)
# Nouns that are made of verbs (Quirk et al. 1985, I.32 to I.48): "withdrawal", "agreement".
_OF_VERB = re.compile(r"(?:ions?|ments?|ings?|als?|[ae]nces?|ures?|th|ry|ries|sis|shake|lash)$")


class Clause(NamedTuple):
    """The characters of a clause from its first to its last word, its title, what it is about.

    The title is empty where the clause cannot stand alone. `heads` are the characters of its verb,
    of who does it and of what is done: "cuts", "took", "effect".
    """

    start: int
    end: int
    title: str
    heads: tuple[Span, ...] = ()


def clause(
    text: str,
    tree: Tree,
    told: Span,
    time: Span | None = None,
    named: Iterable[Reference] = (),
    *,
    ahead: bool = False,
) -> Clause | None:
    """The clause of a sentence that tells what `told` (characters) does, without its `time`.

    None where the sentence has no clause there. What lies `ahead` nobody has done: "threatened to
    impose a tariff on Friday" tells of the tariff.

    >>> from pressbrief import reader
    >>> said = "Mali, which borders Niger, held a vote on Sunday."
    >>> clause(said, reader.parses([said])[0], (27, 38), (39, 48)).title
    'Mali held a vote'
    """
    named = list(named)
    if time and (found := _nominal(text, tree, told, time, named)):
        return found
    verb = verb_of(text, tree, told, time)
    if verb is None:
        verb, time = verb_of(text, tree, told, None), None
    if verb is None:
        return None
    doer, wanted = doer_of(text, tree, verb), None
    past = ahead and is_past(tree, verb)
    if past and time and (wanted := _wanted(text, tree, verb, time)) is not None:
        past = False
        if not any(tree[one].relation == "auxpass" for one in tree.children(verb)):
            doer, verb = _wanted_of(tree, wanted, doer), wanted
    left_out = _time(text, tree, verb, time) if time else set()
    if dateline := _DATELINE.match(text):
        left_out |= set(tree.inside(0, dateline.end()))
    kept = _whole_names(tree, _kept(text, tree, verb, doer, left_out), named)
    # the reader and the grammar
    agreed = not time or wanted is not None or verb == verb_of(text, tree, told, None)
    made = ""
    if (
        doer is not None
        and agreed
        and not past
        and (wanted is not None or is_told(text, tree, verb, doer, kept))
        and is_dated(text, tree, verb, doer, time)
    ):
        made = title(text, tree, verb, doer, kept, left_out, named)
    heads = tuple(
        (tree[at].start, tree[at].end) for at in _heads(tree, verb, doer) if at not in left_out
    )
    return Clause(tree[min(kept)].start, tree[max(kept)].end, made, heads)


def _wanted(text: str, tree: Tree, verb: int, time: Span) -> int | None:
    """The verb with "to" between a time and the verb above it: the "impose" of "threatened to"."""
    at = tree.top(*time)
    between = list(tree.above(at)) if at is not None else []
    between = between[: between.index(verb)] if verb in between else []
    return next(
        (one for one in between if tree[one].tag == "VB" and _has_to(text, tree, one)), None
    )


def _has_to(text: str, tree: Tree, verb: int) -> bool:
    return any(low(text, tree, one) == "to" for one in tree.children(verb) if one < verb)


def _wanted_of(tree: Tree, wanted: int, doer: int | None) -> int | None:
    """Who is to do it: of "expected talks to go on" the talks."""
    own = [one for one in tree.children(wanted) if tree[one].relation in DOER]
    asked = [one for one in tree.children(tree[wanted].head)
             if tree[one].relation == "dobj" and one < wanted]  # fmt: skip
    return next(iter((*own, *asked)), doer)


def _nominal(
    text: str, tree: Tree, told: Span, time: Span, named: list[Reference]
) -> Clause | None:
    """What a noun tells with a time beside it: "US withdrawal from Afghanistan".

    None where a verb stands between, or the noun says of nobody what it tells.
    """
    at = tree.top(*time)
    before = list(tree.above(at)) if at is not None else []
    until = next((n for n, one in enumerate(before) if tree.is_verb(one)), len(before))
    noun = next((one for one in before[:until] if tree[one].tag in ("NN", "NNS")), None)
    if at is None or noun is None or noun not in tree.inside(*told) or is_of_time(tree, noun):
        return None
    if not _is_deed(low(text, tree, noun)):
        return None
    gone = [one for one in tree.children(noun) if tree[one].relation in (*SPARED_BY_NOUNS, "cc")]
    kept = tree.below(noun) - tree.below(_outmost(tree, at, noun))
    kept = kept.difference(*map(tree.below, gone))
    leads = ("det", "mark", "prep", "advmod")
    back = {one.start for one in named if one.kind in REFERRING}  # "the group’s return"
    while tree[min(kept)].relation in leads and min(kept) < noun:
        if tree[min(kept)].start in back:
            break
        kept = kept - {min(kept)}
    inside = {
        name.actor for name in named for one in tree.inside(name.start, name.end) if one in kept
    }
    said = in_words(text, tree, kept, named)
    if not inside or len(said.split()) not in range(2, LONGEST + 1):
        return None
    if points_away(text, tree, noun, noun, kept, named):
        said = ""
    words_ = [noun, *(one for one in sorted(kept) if tree[one].relation == "pobj")]
    heads = tuple((tree[one].start, tree[one].end) for one in words_)
    return Clause(tree[min(kept)].start, tree[max(kept)].end, said[:1].upper() + said[1:], heads)


def _is_deed(noun: str) -> bool:
    """Whether a noun can tell what happens: what is a verb, too, or made of one, or of a kind."""
    return "VERB" in classes(noun) or bool(_OF_VERB.search(noun) or content(noun) & KINDS)


def _outmost(tree: Tree, at: int, noun: int) -> int:
    """The outermost word between a time and its noun: the "in" of "in August"."""
    return [at, *(one for one in tree.above(at) if noun in tree.above(one))][-1]


def _time(text: str, tree: Tree, verb: int, time: Span) -> set[int]:
    """The words of a time beside the verb, which may go: the day stands elsewhere."""
    at = tree.top(*time)
    if at is None:
        return set()
    for relation in ("pobj", "pcomp", "prep"):  # "beginning on Friday"
        head = tree[at].head
        if tree[at].relation == relation and head != ROOT and tree[head].relation == "prep":
            at = head
    head = tree[at].head
    beside = head == verb or (head != ROOT and tree[head].relation in (*OF_ITS_HEAD, "relcl"))
    if any(low(text, tree, one) in BOUNDS for one in tree.below(at)):
        return set()  # "until Friday" says more than the day
    until = max(tree.inside(*time))
    if any(tree[one].relation == "conj" for one in tree.below(at) if one > until):
        return set()  # "in 2014 and 2015"
    words_ = {one for one in tree.below(at) if one <= until}
    if any(tree[one].tag == "PRP$" for one in words_):
        return set()  # "issued his first last month"
    return words_ if beside and tree[at].relation in SPARED_BY_VERBS else set()


def _whole_names(tree: Tree, kept: set[int], named: Iterable[Reference]) -> set[int]:
    """The words with all of each name of which they have a part."""
    found = set(kept)
    for one in named:
        words_ = set(tree.inside(one.start, one.end))
        found |= words_ if words_ & kept and one.kind not in REFERRING else set()
    return found


def _kept(text: str, tree: Tree, verb: int, doer: int | None, time: set[int]) -> set[int]:
    """The words of the clause and of its doer, without its time and what only leads it in."""
    beside = [one for one in tree.children(tree[verb].head) if first_of(tree, one) == verb]
    kept = set().union(tree.below(verb), *map(tree.below, beside)) - time
    first = min(tree.below(doer)) if doer is not None else verb
    for at in tree.children(verb):
        word = tree[at]
        when = word.relation == "advmod" and (at < first or word.tag == "WRB")
        leads = at < verb and (word.relation == "cc" or when)
        # "Spent … and find" are no two of one kind.
        other = word.tag.startswith("NN") or (word.tag == "VB" and tree[verb].tag in FINITE)
        unlike = word.relation == "conj" and (other or word.tag == "IN")
        says_who = low(text, tree, at) == "according"
        # "In the first, a gunman …"
        pointing = at < first and (
            (word.relation == "prep" and _has_no_noun(tree, at)) or word.relation == "pobj"
        )
        if word.relation in _NO_PART or leads or unlike or says_who or pointing:
            kept -= tree.below(at)
    if doer is not None and doer not in kept:  # it stands before "which", or with a verb before
        kept |= tree.below(doer) - tree.below(verb) - time
    if tree[verb].relation == "relcl":
        heads = [at for at in tree.children(verb) if tree[at].relation != "prep"]
        kept -= {at for at in heads if tree[at].tag in RELATIVE}
    for at in sorted(kept):
        if tree[at].relation == "relcl" and at != verb:  # ", which tells something else"
            told = tree.below(at)
            told = told - tree.below(verb) if verb in told else told
            marks = {one for one in (min(told) - 1, max(told) + 1) if one in kept}
            marks = {one for one in marks if tree[one].tag == ","}
            kept -= told | marks if min(told) and tree[min(told) - 1].tag == "," else set()
    inner = [at for at in kept if tree[at].relation != "punct"] or [verb]
    return {at for at in kept if min(inner) <= at <= max(inner)} | {verb}


def _has_no_noun(tree: Tree, at: int) -> bool:
    """Whether a preposition's object is none by itself: "in the first", "after this"."""
    of = [one for one in tree.children(at) if tree[one].relation == "pobj"]
    return not of or tree[of[0]].tag in ("JJ", "DT")


def _heads(tree: Tree, verb: int, doer: int | None) -> list[int]:
    """The clause's verbs, and the nouns that stand by them or that these are "of"."""
    beside = [one for one in range(len(tree)) if first_of(tree, one) == verb != one]
    found = [verb, *beside, *([doer] if doer is not None else [])]
    for at in found:
        found += [
            one
            for one in tree.children(at)
            if one not in found
            and (tree[one].relation in _BY_VERBS if tree.is_verb(at) else tree[one].tag == "IN")
        ]
        if tree[at].tag == "IN":
            found += [one for one in tree.children(at) if tree[one].relation == "pobj"]
    return [at for at in dict.fromkeys(found) if tree[at].tag != "IN"]
