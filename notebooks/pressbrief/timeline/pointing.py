"""Who is meant by a title's words: pronouns as names, and words that point to nothing in it."""

from __future__ import annotations

from typing import NamedTuple

from pressbrief.english.word_lists import table, words
from pressbrief.reader.syntax import Tree
from pressbrief.tables.mentions_schema import REFERRING
from pressbrief.timeline.verbs import low

BARE = 2  # words of "the group": with more it may say which
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


def in_words(text: str, tree: Tree, kept: set[int], named: list[Reference]) -> str:
    """The kept words as they stand, but that whoever is pointed back to is named, once."""
    back = {one.start: one for one in named if one.kind in REFERRING}
    places = sorted(leading_on(tree, kept))
    said = {
        one.actor
        for one in named
        if one.kind not in REFERRING and tree[places[0]].start <= one.start
    }
    parts: list[str] = []
    until = 0
    for before, at in zip([None, *places[:-1]], places, strict=True):
        word = tree[at]
        if word.start < until:
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


def leading_on(tree: Tree, kept: set[int]) -> set[int]:
    """The words without marks and joining words after which nothing is kept that they led to."""
    marks = {at for at in kept if tree[at].tag in (",", ":", "CC")}
    return {at for at in kept if at not in marks or _leads_on(tree, at, kept)}


def _leads_on(tree: Tree, at: int, kept: set[int]) -> bool:
    """Whether what follows a mark or an "and" is kept, or what it joins; a name without its title
    follows, too.
    """
    joined = tree[at].tag == "CC" and tree[at].head >= 0
    ahead = tree.children(tree[at].head) if joined else ()
    after = min((one for one in kept if one > at), default=at)
    titled = all(after <= tree[one].head or tree[one].relation == "part"
                 for one in range(at + 1, after))  # fmt: skip
    return (after > at and titled) or any(
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
        if said == "it" and own and not _is_after_noun(tree, at, kept - own):
            return True  # "the group uploaded it"
        others = [one for one in in_title if not own & set(tree.inside(one.start, one.end))]
        if said in _HIS and not _is_after_person(word.start, others):
            return True
    return False


def _verb_of(tree: Tree, at: int) -> int | None:
    return next((one for one in tree.above(at) if tree.is_verb(one)), None)


def _is_after_person(start: int, named: list[Reference]) -> bool:
    return any(one.start < start and one.actor_type in ("person", "") for one in named)


def _is_after_noun(tree: Tree, at: int, kept: set[int]) -> bool:
    return any(one < at and tree[one].tag.startswith("NN") for one in kept)


def _is_said_of(tree: Tree, noun: int, kept: set[int]) -> bool:
    """Whether a noun is said more of: "those people who fled"."""
    more = [at for at in tree.children(noun) if tree[at].relation in ("relcl", "acl", "prep")]
    return any(at in kept for at in more)
