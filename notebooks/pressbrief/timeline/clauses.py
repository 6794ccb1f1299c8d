"""The clause that tells a happening, cut out of its sentence by its grammar to stand alone.

A clause is a verb with what it needs (who does it, what is done, a denial); what it can do without
goes where it is too long. What cannot stand alone is no title: a clause without a doer, one that
points to what is not in it, a condition, a habit, what could be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from pressbrief.english.word_lists import table, words
from pressbrief.reader.syntax import ROOT, Tree
from pressbrief.tables.mentions_schema import REFERRING

LONGEST = 14  # words, as the table events has it
BARE = 2  # words of "the group": with more it may say which
Span = tuple[int, int]
# Relations of the grammar (reader/syntax.py) by what they mean for a clause.
_DOER = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass", "expl"))
_HELPER = frozenset(("aux", "auxpass"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
# What a noun can do without, and what a verb can.
_SPARED_BY_NOUNS = ("relcl", "appos", "acl", "nmod")
_SPARED_BY_VERBS = ("advcl", "npadvmod", "advmod", "prep", "conj")
_SPARED = frozenset((*_SPARED_BY_NOUNS, *_SPARED_BY_VERBS))
_NO_PART = frozenset(("parataxis", "intj", "preconj", "meta", "mark"))
# What has no doer of its own tells a part of what its head tells: "began taking effect".
_OF_ITS_HEAD = frozenset(("xcomp", "aux", "auxpass", "amod", "prep", "pcomp"))
_BY_VERBS = frozenset(("nsubj", "nsubjpass", "dobj", "attr", "xcomp", "prep", "agent", "dative"))
_DONE = frozenset(("dobj", "attr", "nsubj", "nsubjpass", "agent"))
_MARKS = frozenset((",", ":", ".", "CC", "``", "''", "-RRB-"))
_BOUNDS = frozenset(("until", "till", "since", "after", "before"))
_STARTING = frozenset(("starting", "beginning", "ending", "lasting"))
_STILL = frozenset(("this", "today", "now", "tonight", "recent", "recently"))
_NEGATING = words("function_words/negations") | {"hardly", "barely", "rarely"}
# "TOKYO (Kyodo) -", "BANGKOK, Thailand -"
_DATELINE = re.compile(r"[A-Z][A-Z .]{2,}(?:, [\w. ]{2,20})?(?: \([^)]{2,30}\))? ?(?:--|[-–—]) ")
_RELATIVE = frozenset(("WDT", "WP", "IN"))
_POINTING = words("function_words/demonstratives") | {"such"}
_SPEAKERS = words("function_words/first_and_second_person")
_THEIRS = frozenset(("they", "them", "their", "theirs", "themselves"))
_CONDITIONS = frozenset(("if", "unless", "whether", "lest"))
# Nouns by which an actor is meant that was named before.
_DESCRIBED = frozenset(table("names/described")) - words("names/described_in_name")
_COULD = words("function_words/modals") - {"will", "shall", "wo", "'ll"}
_SAYING = words("saying/plain")


class Reference(NamedTuple):
    """A word of a sentence that points back to an actor, or a name of one: its characters."""

    start: int
    end: int
    actor: str
    kind: str


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
    title = ""
    if (
        doer is not None
        and agreed
        and _is_told(text, tree, verb, kept)
        and _is_dated(text, tree, verb, doer, time)
    ):
        title = _title(text, tree, verb, doer, kept, named)
    heads = tuple(
        (tree[at].start, tree[at].end) for at in _heads(tree, verb, doer) if at not in left_out
    )
    return Clause(tree[min(kept)].start, tree[max(kept)].end, title, heads)


def is_perfect(text: str, tree: Tree, told: Span, time: Span) -> bool:
    """Whether a clause is in the present perfect and has a day, which then is not its own.

    "Has invited him on Friday" tells of a Friday to come (Quirk et al. 1985, 4.23).
    """
    verb = _verb(text, tree, told, time)
    if verb is None or any(_low(text, tree, one) in _STILL for one in tree.inside(*time)):
        return False
    helpers = [one for one in tree.children(verb) if tree[one].relation in _HELPER]
    return any(_low(text, tree, one) in ("has", "have") for one in helpers)


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
    gone = [one for one in tree.children(noun) if tree[one].relation in (*_SPARED_BY_NOUNS, "cc")]
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
    title = _words(text, tree, kept, named)
    if not inside or len(title.split()) not in range(2, LONGEST + 1):
        return None
    if _points_away(text, tree, noun, noun, kept, named):
        title = ""
    words_ = [noun, *(one for one in sorted(kept) if tree[one].relation == "pobj")]
    heads = tuple((tree[one].start, tree[one].end) for one in words_)
    return Clause(tree[min(kept)].start, tree[max(kept)].end, title[:1].upper() + title[1:], heads)


def _outmost(tree: Tree, at: int, noun: int) -> int:
    """The outermost word between a time and its noun: the "in" of "in August"."""
    return [at, *(one for one in tree.above(at) if noun in tree.above(one))][-1]


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
    return tree[finite].tag in ("VBZ", "VBP") and _low(text, tree, verb) not in _SAYING


def _verb(text: str, tree: Tree, told: Span, time: Span | None) -> int | None:
    """The verb of the clause: that which the time belongs to, else that of what is told."""
    at = tree.top(*time) if time else None
    if at is None:
        at = _told_by(tree, told)
    for place in (at, *tree.above(at)) if at is not None else ():
        if not tree.is_verb(place) or tree[place].relation in _OF_ITS_HEAD:
            continue
        if tree[place].tag == "VBG" and _low(text, tree, place) in _STARTING:
            continue  # "for a week starting on Friday"
        if tree[place].relation == "acl" and tree[tree[place].head].relation in _DOER:
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
    leads = [_low(text, tree, one) for one in tree.above(at) if tree[one].relation == "prep"]
    if leads[:1] == ["since"]:
        return False
    nouns = [_first_joined(tree, one) for one in tree.above(at) if tree[one].tag in ("NN", "NNS")]
    until = [one for one in nouns if verb in tree.above(one)]
    beside = [one for one in until if not _is_of_time(tree, one)]
    if not beside or beside[0] == doer:
        return True
    return tree[at].relation in ("pobj", "npadvmod") and tree[beside[0]].relation in _DONE


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
    if any(_low(text, tree, one) in _BOUNDS for one in tree.below(at)):
        return set()  # "until Friday" says more than the day
    until = max(tree.inside(*time))
    words_ = {one for one in tree.below(at) if one <= until}
    return words_ if beside and tree[at].relation in _SPARED_BY_VERBS else set()


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
    for at in tree.children(verb):
        word = tree[at]
        when = word.relation == "advmod" and (at == 0 or word.tag == "WRB")
        leads = at < verb and (word.relation == "cc" or when)
        # "Spent … and find" are no two of one kind.
        other = word.tag.startswith("NN") or (word.tag == "VB" and tree[verb].tag in _FINITE)
        unlike = word.relation == "conj" and other
        says_who = _low(text, tree, at) == "according"
        if word.relation in _NO_PART or leads or unlike or says_who:
            kept -= tree.below(at)
    if doer is not None and doer not in kept:  # it stands before "which", or with a verb before
        kept |= tree.below(doer) - tree.below(verb) - time
    if tree[verb].relation == "relcl":
        kept -= {at for at in tree.children(verb) if tree[at].tag in _RELATIVE}
    for at in sorted(kept):
        if tree[at].relation == "relcl" and at != verb:  # ", which tells something else"
            told = tree.below(at)
            marks = {one for one in (min(told) - 1, max(told) + 1) if one in kept}
            marks = {one for one in marks if tree[one].tag == ","}
            kept -= told | marks if min(told) and tree[min(told) - 1].tag == "," else set()
    inner = [at for at in kept if tree[at].relation != "punct"] or [verb]
    return {at for at in kept if min(inner) <= at <= max(inner)} | {verb}


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


def _is_told(text: str, tree: Tree, verb: int, kept: set[int]) -> bool:
    """Whether a clause tells what happened or is planned, and not of whoever speaks or reads."""
    if any(_low(text, tree, at) in _SPEAKERS for at in kept):
        return False
    own = tree.children(verb)
    helpers = [at for at in own if tree[at].relation in _HELPER]
    of_before = tree[verb].relation == "conj"  # "was seen and heard"
    # "The group seized it": a past form that looks like a participle.
    past = tree[verb].tag == "VBN" and any(tree[at].relation == "nsubj" for at in own)
    if not (of_before or past or any(tree[at].tag in _FINITE for at in (verb, *helpers))):
        return False
    if any(_low(text, tree, at) in _COULD for at in helpers):
        return False
    return not any(_low(text, tree, at) in _CONDITIONS for at in own if tree[at].relation == "mark")


def _title(
    text: str, tree: Tree, verb: int, doer: int, kept: set[int], named: list[Reference]
) -> str:
    """The clause in at most so many words; empty if it cannot be had, or points elsewhere."""
    names = [set(tree.inside(one.start, one.end)) for one in named if one.kind not in REFERRING]
    while len((title := _words(text, tree, kept, named)).split()) > LONGEST:
        spared = _spared(text, tree, verb, doer, kept, names)
        if not spared:
            return ""
        kept = kept - spared
    kept = _without_loose_end(tree, verb, kept)
    title = _words(text, tree, kept, named)
    if _points_away(text, tree, verb, doer, kept, named) or not _is_whole(text, tree, verb, kept):
        return ""
    return title[:1].upper() + title[1:]


def _without_loose_end(tree: Tree, verb: int, kept: set[int]) -> set[int]:
    """The words without a verb at their end that tells nothing: "pivoted, saying"."""
    last = max(kept)
    loose = tree[last].tag == "VBG" and tree[last].relation in ("advcl", "acl", "pcomp")
    return kept - tree.below(last) if loose and last != verb else kept


def _is_whole(text: str, tree: Tree, verb: int, kept: set[int]) -> bool:
    """Whether nothing that a verb needs is missing: what follows it at once is in the clause."""
    after = verb + 1
    if after >= len(tree) or after in kept:
        return True
    return tree[after].tag in _MARKS or tree[after].relation in (*_SPARED_BY_VERBS, "cc", "det")


def _spared(
    text: str, tree: Tree, verb: int, doer: int, kept: set[int], names: list[set[int]]
) -> set[int]:
    """What the clause can best do without, with the marks that stand around it.

    What tells more of a noun goes first, the longest; then what leads the clause in; then what
    stands beside a verb, the last; then what a noun has with a preposition but "of".
    """
    held = {verb, doer, *tree.above(doer)}
    for at in kept:  # whoever it is "between" belongs together
        held |= tree.below(at) - {at} if _low(text, tree, at) == "between" else set()
    free = sorted(kept - held)
    of_nouns = [
        at
        for at in free
        if (tree[at].relation in _SPARED_BY_NOUNS and tree[at].tag != "VB")  # "desire to go"
        # ", including the mayor,"
        or (tree[at].relation == "prep" and at and tree[at - 1].tag == "," and at < verb)
    ]
    beside = [
        at for at in free if tree[at].relation in _SPARED_BY_VERBS and tree.is_verb(tree[at].head)
    ]
    leading = [at for at in beside if at < verb and tree[at].head == verb]
    with_ = [at for at in free if tree[at].relation == "prep" and _low(text, tree, at) != "of"]
    for found, best in ((of_nouns, None), (leading, None), (beside, max), (with_, max)):
        some = [at for at in found if _may_go(text, tree, at, names)]
        if some:
            at = best(some) if best else max(some, key=lambda one: len(tree.below(one) & kept))
            above = tree[at].head
            if above in free and at == above + 1 and tree[above].relation in _SPARED:
                at = above  # "focusing", without on what
            gone = tree.below(at) & kept - {verb, doer}
            around = (min(gone) - 1, max(gone) + 1)
            marks = _MARKS if tree[at].relation == "conj" else _MARKS - {"CC"}
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
    denied = any(tree[one].relation == "neg" for one in tree.children(tree[at].head))
    if denied and tree[at].relation in _SPARED_BY_VERBS and at > tree[at].head:
        return False  # "didn't want to talk about differences"
    if any(name & gone and not name <= gone for name in names):
        return False
    if tree[at].relation == "conj":
        return not any(_low(text, tree, one) == "but" for one in tree.children(tree[at].head))
    return tree[at].relation != "advmod" or _low(text, tree, at) not in _NEGATING


def _words(text: str, tree: Tree, kept: set[int], named: list[Reference]) -> str:
    """The kept words as they stand, but that whoever is pointed back to is named, once."""
    back = {one.start: one for one in named if one.kind in REFERRING}
    places = sorted(kept)
    said = {
        one.actor
        for one in named
        if one.kind not in REFERRING and tree[places[0]].start <= one.start
    }
    parts: list[str] = []
    until = 0
    for before, at in zip([None, *places[:-1]], places, strict=True):
        word = tree[at]
        if word.start < until or (word.tag in (",", "CC") and at + 1 not in kept):
            continue
        close = before == at - 1 and before is not None and tree[before].end == word.start
        one = back.get(word.start)
        if one and one.actor not in said:
            said.add(one.actor)
            until = one.end
            parts += [" ", one.actor + ("’s" if word.tag == "PRP$" else "")]
        else:
            parts += ["" if close else " ", text[word.start : word.end]]
    return _tidy("".join(parts))


def _tidy(text: str) -> str:
    """A text without marks that have no partner in it, and without spaces before marks."""
    for mark in (",", ".", ";", ":", "!", "?", "%", ")", "”"):
        text = text.replace(f" {mark}", mark)
    for opening, closing in (("“", "”"), ("(", ")")):
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    text = text.replace('"', "") if text.count('"') % 2 else text
    return " ".join(text.strip(" ,;:—–-").split())


def _points_away(
    text: str, tree: Tree, verb: int, doer: int, kept: set[int], named: list[Reference]
) -> bool:
    """Whether a word of the title points to what is not in it."""
    known = [(one.start, one.end) for one in named if one.kind in REFERRING]
    of_doer = tree.below(doer) & kept
    if doer in tree.above(verb):  # "the pact that had ended its war"
        of_doer -= tree.below(verb)
    for at in sorted(kept):
        word, low = tree[at], _low(text, tree, at)
        if any(start <= word.start < end for start, end in known):
            continue
        if word.relation == "det" and low in _POINTING and not _is_said_of(tree, word.head, kept):
            return True
        if at == doer and low in _DESCRIBED and len(of_doer) <= BARE:
            return True  # "the group", of whom nobody knows which
        if at in of_doer:
            if word.tag in ("PRP", "PRP$", "EX", "WP") or (
                at == doer and word.tag in ("DT", "WDT") and not _is_said_of(tree, at, kept)
            ):
                return True
        elif low in _THEIRS and tree[doer].tag in ("NN", "NNP"):
            return True
    return False


def _is_said_of(tree: Tree, noun: int, kept: set[int]) -> bool:
    """Whether a noun is said more of: "those people who fled"."""
    more = [at for at in tree.children(noun) if tree[at].relation in ("relcl", "acl", "prep")]
    return any(at in kept for at in more)


def _low(text: str, tree: Tree, at: int) -> str:
    return text[tree[at].start : tree[at].end].lower()


def shortened(text: str, most: int = LONGEST) -> str:
    """The beginning of a text that is too long for a title, marked as cut.

    >>> shortened("The ministry opened an office in Oslo", 3)
    'The ministry …'
    """
    said = text.split()
    return text if len(said) <= most else f"{' '.join(said[: most - 1])} …"


def is_cut(title: str) -> bool:
    """Whether a title is no clause, but the beginning of a sentence."""
    return title.endswith(" …")
