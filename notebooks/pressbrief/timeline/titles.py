"""A clause in at most so many words: without what it can spare, pointing to nothing outside it."""

from __future__ import annotations

from typing import NamedTuple

from pressbrief.english.word_lists import table, words
from pressbrief.reader.syntax import Tree
from pressbrief.tables.mentions_schema import REFERRING

LONGEST = 14  # words, as the table events has it
BARE = 2  # words of "the group": with more it may say which
# What a noun can do without, and what a verb can.
SPARED_BY_NOUNS = ("relcl", "appos", "acl", "nmod")
SPARED_BY_VERBS = ("advcl", "npadvmod", "advmod", "prep", "conj")
_OF = frozenset(("of", "for"))
_LEADING = frozenset(("compound", "amod", "det", "nmod", "nn"))
_SPARED = frozenset((*SPARED_BY_NOUNS, *SPARED_BY_VERBS))
_DOERS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
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
SAYING = words("saying/told", "saying/plain", "saying/quoting")
_MARKS = frozenset((",", ":", ".", "CC", "``", "''", "-RRB-"))
_NEGATING = words("function_words/negations") | {"hardly", "barely", "rarely"}
_POINTING = words("function_words/demonstratives") | {"such"}
# After a name in place of a pronoun a helper stands in full: "he'll" is "Ann Holm will".
_FULL = {"'ll": "will", "'re": "are", "'ve": "have", "'d": "had"}
_THEIRS = frozenset(("they", "them", "their", "theirs", "themselves"))
_HIS = frozenset(("he", "him", "his", "she", "her", "hers"))
# Nouns by which an actor is meant that was named before.
_DESCRIBED = frozenset(table("names/described")) - words("names/described_in_name")


class Reference(NamedTuple):
    """A word of a sentence that points back to an actor, or a name of one: its characters."""

    start: int
    end: int
    actor: str
    kind: str
    actor_type: str = ""


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
        kept = kept - _before_persons(text, tree, by_name)
    while len((said := in_words(text, tree, kept, named)).split()) > LONGEST:
        spared = _spared(text, tree, verb, doer, kept, names)
        if not spared:
            return ""
        kept = kept - spared
    kept = _without_loose_end(tree, verb, kept)
    said = in_words(text, tree, kept, named)
    if points_away(text, tree, verb, doer, kept, named):
        return ""
    if not _is_whole(text, tree, verb, kept, left_out):
        return ""
    return said[:1].upper() + said[1:]


def _before_persons(text: str, tree: Tree, named: list[Reference]) -> set[int]:
    """What leads in the full names of persons: "the Democratic front-runner" before one."""
    found: set[int] = set()
    for one in named:
        name = tree.inside(one.start, one.end)
        if one.actor_type != "person" or " " not in text[one.start : one.end] or not name:
            continue
        head = tree.top(one.start, one.end)
        if head and tree[head].relation == "pobj" and low(text, tree, tree[head].head) in _OF:
            continue  # "minister for Foreign Affairs Ann Holm"
        leads = [at for at in tree.children(head) if tree[at].relation in _LEADING] if head else []
        found = found.union(*(tree.below(at) for at in leads if at < min(name)))
    return found


def _without_loose_end(tree: Tree, verb: int, kept: set[int]) -> set[int]:
    """The words without a verb at their end that tells nothing: "pivoted, saying"."""
    last = max(kept)
    loose = tree[last].tag == "VBG" and tree[last].relation in ("advcl", "acl", "pcomp")
    if not loose or last == verb:
        return kept
    return kept - tree.below(_whole_part(tree, last))


def _whole_part(tree: Tree, at: int) -> int:
    """A part with the preposition that leads it in: the "after" of "after leaving"."""
    while tree[at].relation in ("pcomp", "pobj") and tree[tree[at].head].relation == "prep":
        at = tree[at].head
    return at


def _is_whole(text: str, tree: Tree, verb: int, kept: set[int], left_out: set[int]) -> bool:
    """Whether nothing that a verb needs is missing, the time aside.

    Something that follows it is in the clause, if anything does, and what follows it at once.
    """
    chain = [verb, *(at for at in kept if tree[at].relation == "xcomp" and tree.is_verb(at))]
    if not all(_has_what_follows(text, tree, at, kept, left_out) for at in chain):
        return False
    said = [at for at in kept if tree[at].relation == "ccomp"]
    if any(tree[one].relation in _DOERS and one not in kept for at in said
           for one in tree.children(at)):  # fmt: skip
        return False
    after = verb + 1
    if after >= len(tree) or after in kept:
        return True
    return tree[after].tag in _MARKS or tree[after].relation in (*SPARED_BY_VERBS, "cc", *_LEADING)


def _has_what_follows(text: str, tree: Tree, verb: int, kept: set[int], left_out: set[int]) -> bool:
    following = [
        at
        for at in tree.children(verb)
        if at > verb and tree[at].relation in _FOLLOWING and low(text, tree, at) != "according"
    ]
    if any(at in kept for at in following):
        return True
    return low(text, tree, verb) not in SAYING and all(at in left_out for at in following)


def _spared(
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


def _is_of_noun(tree: Tree, at: int) -> bool:
    return tree[at].head >= 0 and not tree.is_verb(tree[at].head)


def _is_aim(tree: Tree, at: int, after: int) -> bool:
    """Whether a word is an infinitive with "to" that follows another."""
    aux = [tree[one].tag for one in tree.children(at) if tree[one].relation == "aux"]
    return at > after and tree[at].tag == "VB" and "TO" in aux


def in_words(text: str, tree: Tree, kept: set[int], named: list[Reference]) -> str:
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
        if word.start < until or (word.tag in (",", ":", "CC") and not _leads_on(tree, at, kept)):
            continue
        close = before == at - 1 and before is not None and tree[before].end == word.start
        one = back.get(word.start)
        if one and one.actor not in said:
            said.add(one.actor)
            until = one.end
            parts += [" ", one.actor + ("’s" if word.tag == "PRP$" else "")]
        else:
            short = text[word.start : word.start + 3].replace("’", "'").strip()
            if until == word.start and short in _FULL:
                until = word.start + len(short)
                would = short == "'d" and any(tree[one].tag == "VB" for one in places if one > at)
                parts += [" ", "would" if would else _FULL[short]]
            else:
                parts += ["" if close else " ", text[word.start : word.end]]
    return _tidy("".join(parts))


def _leads_on(tree: Tree, at: int, kept: set[int]) -> bool:
    """Whether what follows a mark or an "and" is kept, or what it joins."""
    joined = tree[at].tag == "CC" and tree[at].head >= 0
    ahead = tree.children(tree[at].head) if joined else ()
    return at + 1 in kept or any(
        one in kept and one > at and tree[one].relation == "conj" for one in ahead
    )


def _tidy(text: str) -> str:
    """A text without marks that have no partner in it, and without spaces before marks."""
    for mark in (",", ".", ";", ":", "!", "?", "%", ")", "”"):
        text = text.replace(f" {mark}", mark)
    for opening, closing in (("“", "”"), ("(", ")")):
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    text = text.replace('"', "") if text.count('"') % 2 else text
    return " ".join(text.strip(" ,;:—–-").split())


def points_away(
    text: str, tree: Tree, verb: int, doer: int, kept: set[int], named: list[Reference]
) -> bool:
    """Whether a word of the title points to what is not in it."""
    known = [(one.start, one.end) for one in named if one.kind in REFERRING]
    of_doer = tree.below(doer) & kept
    starts = {tree[at].start for at in kept}
    in_title = [one for one in named if one.start in starts]
    if doer in tree.above(verb):  # "the pact that had ended its war"
        of_doer -= tree.below(verb)
    for at in sorted(kept):
        word, said = tree[at], low(text, tree, at)
        if any(start <= word.start < end for start, end in known):
            continue
        if (
            word.relation == "det"
            and said in _POINTING
            and not _is_said_of(tree, word.head, kept - {verb})
        ):
            return True
        if at == doer and said in _DESCRIBED and len(of_doer) <= BARE:
            return True  # "the group", of whom nobody knows which
        if at in of_doer:
            if word.tag in ("PRP", "PRP$", "EX", "WP") or (
                at == doer
                and word.tag in ("DT", "WDT")
                and not _is_said_of(tree, at, kept - {verb})
            ):
                return True
            continue
        if said in _THEIRS and tree[doer].tag in ("NN", "NNP"):
            return True
        # "He appointed him": two persons.
        own = of_doer if word.tag == "PRP" and _verb_of(tree, at) == verb else set()
        others = [one for one in in_title if not own & set(tree.inside(one.start, one.end))]
        if said in _HIS and not _is_after_person(word.start, others):
            return True
    return False


def _verb_of(tree: Tree, at: int) -> int | None:
    return next((one for one in tree.above(at) if tree.is_verb(one)), None)


def _is_after_person(start: int, named: list[Reference]) -> bool:
    return any(one.start < start and one.actor_type in ("person", "") for one in named)


def _is_said_of(tree: Tree, noun: int, kept: set[int]) -> bool:
    """Whether a noun is said more of: "those people who fled"."""
    more = [at for at in tree.children(noun) if tree[at].relation in ("relcl", "acl", "prep")]
    return any(at in kept for at in more)


def low(text: str, tree: Tree, at: int) -> str:
    """A word of a sentence in small letters."""
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
