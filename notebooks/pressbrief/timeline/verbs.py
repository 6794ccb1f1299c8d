"""The verb of a clause in a sentence's grammar, and who does what it tells."""

from __future__ import annotations

from pressbrief.english.word_lists import words
from pressbrief.reader.syntax import Tree

Span = tuple[int, int]
# Relations of the grammar (reader/syntax.py) by what they mean for a clause.
DOER = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass", "expl"))
# What has no doer of its own tells a part of what its head tells: "began taking effect".
OF_ITS_HEAD = frozenset(("xcomp", "aux", "auxpass", "amod", "prep", "pcomp"))
RELATIVE = frozenset(("WDT", "WP", "IN"))
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
SAYING = words("saying/told", "saying/plain", "saying/quoting")
_STARTING = frozenset(("starting", "beginning", "ending", "lasting"))


def verb_of(text: str, tree: Tree, told: Span, time: Span | None) -> int | None:
    """The verb of the clause: that which the time belongs to, else that of what is told."""
    at = tree.top(*time) if time else None
    if at is None:
        at = _told_by(tree, told)
    for place in (at, *tree.above(at)) if at is not None else ():
        if not tree.is_verb(place) or tree[place].relation in OF_ITS_HEAD:
            continue
        if tree[place].tag == "VBG" and low(text, tree, place) in _STARTING:
            continue  # "for a week starting on Friday"
        of_doer = tree[place].relation == "acl" and tree[tree[place].head].relation in DOER
        if of_doer and tree[min(tree.below(place)) - 1].tag != ",":
            continue  # "talks held on Friday failed"
        return first_of(tree, place)
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


def first_of(tree: Tree, verb: int) -> int:
    """The first of verbs that hang on one noun: "that began taking effect"."""
    if tree[verb].relation != "relcl":
        return verb
    beside = [one for one in tree.children(tree[verb].head) if tree[one].relation == "relcl"]
    return beside[0] if beside[-1] == verb and tree[verb].tag in ("VBG", "VB") else verb


def doer_of(text: str, tree: Tree, verb: int) -> int | None:
    """The word for who does it, or to whom it is done."""
    own = next((at for at in tree.children(verb) if tree[at].relation in DOER), None)
    if own is None and tree[verb].relation == "conj":
        return doer_of(text, tree, tree[verb].head)
    if own is not None and tree[verb].relation == "relcl":
        others = [at for at in tree.children(verb) if at > own and tree[at].relation in DOER]
        # "The plan that Kenya sent" would lack what was sent.
        return None if tree[own].tag not in RELATIVE or others else _agreeing(text, tree, verb)
    return own


def _agreeing(text: str, tree: Tree, verb: int) -> int | None:
    """The noun that a relative clause tells of; several, if its verb tells of several.

    Of "clips from the show that were released" the clips.
    """
    helpers = [at for at in tree.children(verb) if tree[at].relation in ("aux", "auxpass")]
    many = any(tree[at].tag == "VBP" or low(text, tree, at) == "were" for at in (verb, *helpers))
    noun = tree[verb].head
    nouns = [noun, *(at for at in tree.above(noun) if tree[at].tag.startswith("NN"))]
    return next((at for at in nouns if not many or _is_plural(tree, at)), None)


def _is_plural(tree: Tree, noun: int) -> bool:
    joined = any(tree[at].relation == "conj" for at in tree.children(noun))
    return joined or tree[noun].tag not in ("NN", "NNP")


def is_of_time(tree: Tree, at: int) -> bool:
    """Whether a noun is itself said as a time: "Friday night", "in the weeks before"."""
    return tree[at].relation == "npadvmod"


def low(text: str, tree: Tree, at: int) -> str:
    """A word of a sentence in small letters."""
    return text[tree[at].start : tree[at].end].lower()
