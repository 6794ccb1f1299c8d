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
from pressbrief.english.word_lists import words
from pressbrief.reader.syntax import ROOT, Tree
from pressbrief.tables.mentions_schema import REFERRING
from pressbrief.time.timex.tense import told
from pressbrief.timeline.titles import (
    LONGEST,
    SAYING,
    SPARED_BY_NOUNS,
    SPARED_BY_VERBS,
    Reference,
    in_words,
    low,
    points_away,
    title,
)

Span = tuple[int, int]
# Relations of the grammar (reader/syntax.py) by what they mean for a clause.
_DOER = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass", "expl"))
_HELPER = frozenset(("aux", "auxpass"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_NO_PART = frozenset(("parataxis", "intj", "preconj", "meta", "mark"))
# What has no doer of its own tells a part of what its head tells: "began taking effect".
_OF_ITS_HEAD = frozenset(("xcomp", "aux", "auxpass", "amod", "prep", "pcomp"))
_BY_VERBS = frozenset(("nsubj", "nsubjpass", "dobj", "attr", "xcomp", "prep", "agent", "dative"))
_DONE = frozenset(("dobj", "attr", "nsubj", "nsubjpass", "agent"))
_BOUNDS = frozenset(("until", "till", "since", "after", "before"))
_STARTING = frozenset(("starting", "beginning", "ending", "lasting"))
_STILL = frozenset(("this", "today", "now", "tonight", "recent", "recently"))
# "TOKYO (Kyodo) -", "BANGKOK, Thailand -"
_DATELINE = re.compile(r"[A-Z][A-Z .]{2,}(?:, [\w. ]{2,20})?(?: \([^)]{2,30}\))? ?(?:--|[-–—]) ")
# Nouns that are made of verbs (Quirk et al. 1985, I.32 to I.48): "withdrawal", "agreement".
_OF_VERB = re.compile(r"(?:ions?|ments?|ings?|als?|[ae]nces?|ures?|th|ry|ries|sis|shake|lash)$")
_RELATIVE = frozenset(("WDT", "WP", "IN"))
_SPEAKERS = words("function_words/first_and_second_person")
_CONDITIONS = frozenset(("if", "unless", "whether", "lest"))
_COULD = words("function_words/modals") - {"will", "shall", "wo", "'ll"}
_SAYING = words("saying/plain")


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
    text: str, tree: Tree, told: Span, time: Span | None = None, named: Iterable[Reference] = ()
) -> Clause | None:
    """The clause of a sentence that tells what `told` (characters) does, without its `time`.

    None where the sentence has no clause there.

    >>> from pressbrief import reader
    >>> said = "Mali, which borders Niger, held a vote on Sunday."
    >>> clause(said, reader.parses([said])[0], (27, 38), (39, 48)).title
    'Mali held a vote'
    """
    named = list(named)
    if time and (found := _nominal(text, tree, told, time, named)):
        return found
    verb = _verb(text, tree, told, time)
    if verb is None:
        verb, time = _verb(text, tree, told, None), None
    if verb is None:
        return None
    doer = _doer(tree, verb)
    left_out = _time(text, tree, verb, time) if time else set()
    if dateline := _DATELINE.match(text):
        left_out |= set(tree.inside(0, dateline.end()))
    kept = _whole_names(tree, _kept(text, tree, verb, doer, left_out), named)
    agreed = not time or verb == _verb(text, tree, told, None)  # the reader and the grammar
    made = ""
    if (
        doer is not None
        and agreed
        and _is_told(text, tree, verb, doer, kept)
        and _is_dated(text, tree, verb, doer, time)
    ):
        made = title(text, tree, verb, doer, kept, left_out, named)
    heads = tuple(
        (tree[at].start, tree[at].end) for at in _heads(tree, verb, doer) if at not in left_out
    )
    return Clause(tree[min(kept)].start, tree[max(kept)].end, made, heads)


def is_perfect(text: str, tree: Tree, told: Span, time: Span) -> bool:
    """Whether a clause is in the present perfect and has a day, which then is not its own.

    "Has invited him on Friday" tells of a Friday to come (Quirk et al. 1985, 4.23).
    """
    verb = _verb(text, tree, told, time)
    if verb is None or any(low(text, tree, one) in _STILL for one in tree.inside(*time)):
        return False
    helpers = [one for one in tree.children(verb) if tree[one].relation in _HELPER]
    return any(low(text, tree, one) in ("has", "have") for one in helpers)


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
    if at is None or noun is None or noun not in tree.inside(*told) or _is_of_time(tree, noun):
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


def is_to_come(text: str, tree: Tree) -> bool:
    """Whether a sentence mainly tells what is to come: "will meet", in headlines "to meet".

    >>> from pressbrief import reader
    >>> [is_to_come(one, reader.parses([one])[0]) for one in ("Oslo to host talks", "Oslo votes")]
    [True, False]
    """
    # Headlines are parsed least well: there the tags are trusted, not what hangs on what.
    finite = [at for at in range(len(tree)) if tree[at].tag in _FINITE]
    finite = [at for at in finite if low(text, tree, at) not in SAYING]
    if not finite:
        return any(word.tag == "TO" and tree.is_verb(at + 1) for at, word in enumerate(tree[:-1]))
    root = next((at for at in range(len(tree)) if tree[at].head == ROOT), finite[0])
    end = tree[root].end
    return told(text, end, end) == "future"


def is_habit(text: str, tree: Tree, told: Span, time: Span | None = None) -> bool:
    """Whether a clause tells what is always so: the simple present, but of saying."""
    verb = _verb(text, tree, told, time)
    if verb is None:
        return False
    helpers = [at for at in tree.children(verb) if tree[at].relation in _HELPER]
    passive = [tree[at].relation for at in helpers] == ["auxpass"]  # "is released"
    finite = helpers[0] if passive else verb
    if helpers and not passive:
        return False
    return tree[finite].tag in ("VBZ", "VBP") and low(text, tree, verb) not in _SAYING


def _verb(text: str, tree: Tree, told: Span, time: Span | None) -> int | None:
    """The verb of the clause: that which the time belongs to, else that of what is told."""
    at = tree.top(*time) if time else None
    if at is None:
        at = _told_by(tree, told)
    for place in (at, *tree.above(at)) if at is not None else ():
        if not tree.is_verb(place) or tree[place].relation in _OF_ITS_HEAD:
            continue
        if tree[place].tag == "VBG" and low(text, tree, place) in _STARTING:
            continue  # "for a week starting on Friday"
        of_doer = tree[place].relation == "acl" and tree[tree[place].head].relation in _DOER
        if of_doer and tree[min(tree.below(place)) - 1].tag != ",":
            continue  # "talks held on Friday failed"
        return _first_of(tree, place)
    return None


def _told_by(tree: Tree, told: Span) -> int | None:
    """The word that tells what `told` does: of "the cuts that took effect" its verb."""
    at = tree.top(*told)
    if at is None or tree.is_verb(at):
        return at
    inside = tree.inside(*told)
    return next(
        (one for one in tree.children(at) if one in inside and tree[one].relation == "relcl"), at
    )


def _first_of(tree: Tree, verb: int) -> int:
    """The first of verbs that hang on one noun: "that began taking effect"."""
    if tree[verb].relation != "relcl":
        return verb
    beside = [one for one in tree.children(tree[verb].head) if tree[one].relation == "relcl"]
    return beside[0] if beside[-1] == verb and tree[verb].tag in ("VBG", "VB") else verb


def _is_dated(text: str, tree: Tree, verb: int, doer: int, time: Span | None) -> bool:
    """Whether a time stands beside the verb, or beside who does it or what is done.

    That of a noun further off is the noun's: "promised a deal before a Friday deadline". What is
    "the first since March" is not of March.
    """
    at = tree.top(*time) if time else None
    if at is None or time is None:
        return True
    leads = [low(text, tree, one) for one in tree.above(at) if tree[one].relation == "prep"]
    if leads[:1] == ["since"] or _is_of_another(tree, verb, at) or _BOUNDS & set(leads[1:]):
        return False  # "after the vote on Friday"
    nouns = [_first_joined(tree, one) for one in tree.above(at) if tree[one].tag in ("NN", "NNS")]
    until = [one for one in nouns if verb in tree.above(one)]
    beside = [one for one in until if not _is_of_time(tree, one)]
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


def _is_of_time(tree: Tree, at: int) -> bool:
    """Whether a noun is itself said as a time: "Friday night", "in the weeks before"."""
    return tree[at].relation == "npadvmod"


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
    beside = head == verb or (head != ROOT and tree[head].relation in (*_OF_ITS_HEAD, "relcl"))
    if any(low(text, tree, one) in _BOUNDS for one in tree.below(at)):
        return set()  # "until Friday" says more than the day
    until = max(tree.inside(*time))
    if any(tree[one].relation == "conj" for one in tree.below(at) if one > until):
        return set()  # "in 2014 and 2015"
    words_ = {one for one in tree.below(at) if one <= until}
    return words_ if beside and tree[at].relation in SPARED_BY_VERBS else set()


def _whole_names(tree: Tree, kept: set[int], named: Iterable[Reference]) -> set[int]:
    """The words with all of each name of which they have a part."""
    found = set(kept)
    for one in named:
        words_ = set(tree.inside(one.start, one.end))
        found |= words_ if words_ & kept and one.kind not in REFERRING else set()
    return found


def _doer(tree: Tree, verb: int) -> int | None:
    """The word for who does it, or to whom it is done."""
    own = next((at for at in tree.children(verb) if tree[at].relation in _DOER), None)
    if own is None and tree[verb].relation == "conj":
        return _doer(tree, tree[verb].head)
    if own is not None and tree[verb].relation == "relcl":
        # "The plan that Kenya sent" would lack what was sent.
        return tree[verb].head if tree[own].tag in _RELATIVE else None
    return own


def _kept(text: str, tree: Tree, verb: int, doer: int | None, time: set[int]) -> set[int]:
    """The words of the clause and of its doer, without its time and what only leads it in."""
    beside = [one for one in tree.children(tree[verb].head) if _first_of(tree, one) == verb]
    kept = set().union(tree.below(verb), *map(tree.below, beside)) - time
    first = min(tree.below(doer)) if doer is not None else verb
    for at in tree.children(verb):
        word = tree[at]
        when = word.relation == "advmod" and (at < first or word.tag == "WRB")
        leads = at < verb and (word.relation == "cc" or when)
        # "Spent … and find" are no two of one kind.
        other = word.tag.startswith("NN") or (word.tag == "VB" and tree[verb].tag in _FINITE)
        unlike = word.relation == "conj" and other
        says_who = low(text, tree, at) == "according"
        # "In the first, a gunman …"
        pointing = at < verb and word.relation == "prep" and _has_no_noun(tree, at)
        if word.relation in _NO_PART or leads or unlike or says_who or pointing:
            kept -= tree.below(at)
    if doer is not None and doer not in kept:  # it stands before "which", or with a verb before
        kept |= tree.below(doer) - tree.below(verb) - time
    if tree[verb].relation == "relcl":
        heads = [at for at in tree.children(verb) if tree[at].relation != "prep"]
        kept -= {at for at in heads if tree[at].tag in _RELATIVE}
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


def _is_quoted_first(text: str, tree: Tree, verb: int, doer: int) -> bool:
    """Whether what is said stands before who says or rules it, or who says it after the saying."""
    if doer > verb and low(text, tree, verb) in SAYING:
        return True
    before = [at for at in tree.children(verb) if at < doer and tree[at].relation != "advcl"]
    return any(
        tree[at].tag.startswith("VB")
        and any(tree[one].relation in _DOER for one in tree.children(at))
        for at in before
    )


def _heads(tree: Tree, verb: int, doer: int | None) -> list[int]:
    """The clause's verbs, and the nouns that stand by them or that these are "of"."""
    beside = [one for one in range(len(tree)) if _first_of(tree, one) == verb != one]
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


def _is_told(text: str, tree: Tree, verb: int, doer: int, kept: set[int]) -> bool:
    """Whether a clause tells what happened or is planned, and not of whoever speaks or reads."""
    if any(low(text, tree, at) in _SPEAKERS for at in kept):
        return False
    if _is_quoted_first(text, tree, verb, doer):
        return False  # "…,” said the minister": a quotation
    if text.rstrip(" \"”’'").endswith("?"):
        return False
    own = tree.children(verb)
    if tree[verb].relation == "relcl" and tree[verb].tag in ("VBP", "VBZ"):
        led = min(tree.below(verb))
        if low(text, tree, led) == "who" and tree[led - 1].tag != ",":
            return False  # "people who want …": whoever they are
    helpers = [at for at in own if tree[at].relation in _HELPER]
    of_before = tree[verb].relation == "conj"  # "was seen and heard"
    # "The group seized it": a past form that looks like a participle.
    past = tree[verb].tag == "VBN" and any(tree[at].relation == "nsubj" for at in own)
    if not (of_before or past or any(tree[at].tag in _FINITE for at in (verb, *helpers))):
        return False
    if any(low(text, tree, at) in _COULD for at in helpers):
        return False
    leads = (*own, min(tree.below(verb)), min(tree.below(verb)) - 1)
    return not any(at < verb and low(text, tree, at) in _CONDITIONS for at in leads if at >= 0)
