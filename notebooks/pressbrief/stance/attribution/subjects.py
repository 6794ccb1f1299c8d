"""The subject of a verb by the tree of its sentence: the words of the phrase, and its name."""

from __future__ import annotations

from pressbrief.english.word_classes import TIMES
from pressbrief.reader.syntax import ROOT
from pressbrief.stance.attribution import cues, phrases
from pressbrief.stance.attribution.phrases import RELATIVE, Subject
from pressbrief.stance.attribution.stretch import COMMAS, FINITE, Stretch

_SHARING = frozenset(("advcl", "xcomp", "ccomp", "dep"))


def of(stretch: Stretch, verb: int, *, led: bool = False) -> Subject | None:
    """Whoever says what a verb says: its subject, or that of the verb that it depends on.

    `led`: the verb is an infinitive that the one before it leads to ("went on to say").

    >>> from pressbrief import reader
    >>> said = "On Monday, Motegi, the minister of Japan, said so."
    >>> found = of(Stretch(said, reader.parses([said])[0], (0, len(said))), 10)
    >>> (found.first, found.last), said[slice(*found.name)]
    ((3, 9), 'Motegi')
    """
    if (noun := _noun(stretch, verb)) is not None:
        return _own(stretch, noun, verb)
    found = None if stretch.children(verb, "expl") else _shared(stretch, verb, led)
    return found and found._replace(own=False)


def _noun(stretch: Stretch, verb: int) -> int | None:
    """The noun that is a verb's subject; where the tree has none, one right beside the verb."""
    inverts = _may_invert(stretch, verb)
    own = [
        one
        for one in stretch.children(verb, "nsubj", "csubj")
        if (one < verb or inverts) and not stretch.is_quoted(one)
    ]
    if own:
        return max((one for one in own if one < verb), default=own[0])
    if stretch.children(verb, "expl"):
        return None
    after = _right_after(stretch, verb) if inverts else None
    return _right_before(stretch, verb) if after is None else after


def _shared(stretch: Stretch, verb: int, led: bool) -> Subject | None:
    """The subject of the verb or noun that a verb depends on, where it is its own too."""
    tree, (head, relation) = stretch.tree, (stretch.tree[verb].head, stretch.tree[verb].relation)
    participle = tree[verb].tag == "VBG"
    if head == ROOT:
        return None
    if relation == "pcomp":
        return _of_gerund(stretch, head)
    if not tree.is_verb(head):
        noun = relation in ("acl", "relcl") and participle
        return _of_writing(stretch, head, verb) if noun else None
    if relation == "conj":
        return _of_main(stretch, _outer(stretch, verb))
    if relation in _SHARING and (participle or led):
        apart = participle and stretch.low(stretch.group(verb) - 1) in COMMAS
        return _of_main(stretch, _outer(stretch, verb) if apart else head)
    return None


def _may_invert(stretch: Stretch, verb: int) -> bool:
    """Whether the subject may come after a verb: "…,” said Motegi"."""
    before = stretch.group(verb) - 1
    marked = stretch.low(before) in (",", "?", "!") or stretch.is_quoted(before)
    return marked and stretch.tag(verb) in ("VBD", "VBZ", "VBP", "VBN")


def _right_before(stretch: Stretch, verb: int) -> int | None:
    """The noun right before a finite verb for which the tree has no subject."""
    tree, group = stretch.tree, stretch.group(verb)
    at = group - 1
    finite = any(tree[one].tag in FINITE for one in range(group, verb + 1))
    if not finite or at < 0 or stretch.is_quoted(at):
        return None
    while at > 0 and not stretch.low(at).isalnum():
        at -= 1
    if at < 0 or not tree[at].tag.startswith(("NN", "PRP", ".")):
        return None
    apposed = stretch.low(group - 1) in COMMAS
    commas = (one + 1 for one in range(at, -1, -1) if stretch.is_comma(one))
    low = 0 if apposed else next(commas, 0)
    while low <= (head := tree[at].head) < group:
        if tree[head].relation == "relcl":  # "Motegi, who leads the ministry, said"
            head = tree[head].head
        if tree.is_verb(head) or not low <= head < group:
            break
        at = head
    return at if tree[at].tag.startswith(("NN", "PRP", "CD")) else None


def _right_after(stretch: Stretch, verb: int) -> int | None:
    """The name right after a verb for which the tree has no subject: "said Mr. Motegi"."""
    tree = stretch.tree
    at = verb + 1
    object_ = stretch.child(verb, "dobj")
    if object_ is not None and any(one < verb for one in stretch.children(verb, "ccomp")):
        return object_
    if at >= len(tree) or not tree[at].tag.startswith("NNP") or stretch.low(at) in TIMES:
        return None
    while verb < tree[at].head < len(tree):
        at = tree[at].head
    return at if tree[at].tag.startswith("NN") else None


def _outer(stretch: Stretch, verb: int) -> int:
    """The verb whose subject a verb shares: of "said that it goes, adding that" the first."""
    tree = stretch.tree
    head = tree[verb].head
    if cues.base(stretch.low(verb)) not in cues.SPOKEN:
        return head
    spoken = (
        above
        for above in tree.above(verb)
        if tree.is_verb(above)
        and not stretch.is_quoted(above)
        and cues.base(stretch.low(above)) in cues.SPOKEN
    )
    return next(spoken, head)


def _own(stretch: Stretch, noun: int, verb: int) -> Subject:
    """The subject at a noun; of "who" and "which" the name is what they stand for."""
    tree, head = stretch.tree, stretch.tree[verb].head
    if tree[noun].tag in RELATIVE and tree[verb].relation == "relcl" and head != ROOT:
        being = tree[head].head
        if tree[head].relation == "attr" and tree[being].tag == "VBG":  # "being the man who said"
            main = of(stretch, being)
            return Subject(noun, noun, main.name if main else stretch.span(noun, noun))
        return Subject(noun, noun, phrases.phrase(stretch, head, noun).name)
    return phrases.phrase(stretch, noun, verb)


def _of_writing(stretch: Stretch, noun: int, verb: int) -> Subject | None:
    """Who "issued a statement saying", or the noun that a participle tells more of."""
    written = stretch.low(noun) in cues.WRITINGS and stretch.tree[noun].relation == "dobj"
    by = of(stretch, stretch.tree[noun].head) if written else None
    return by or phrases.phrase(stretch, noun, verb)


def _of_main(stretch: Stretch, verb: int) -> Subject | None:
    own = stretch.child(verb, "nsubjpass")
    return of(stretch, verb) if own is None else _own(stretch, own, verb)


def _of_gerund(stretch: Stretch, preposition: int) -> Subject | None:
    """The subject of "by saying", "quoted as saying", "quoted Motegi as saying"."""
    head = next((at for at in stretch.tree.above(preposition) if stretch.tree.is_verb(at)), None)
    if head is None:
        return None
    if stretch.low(preposition) == "as":
        quoted = stretch.child(head, "dobj", "nsubjpass")
        return None if quoted is None else phrases.phrase(stretch, quoted, head)
    return _of_main(stretch, head)
