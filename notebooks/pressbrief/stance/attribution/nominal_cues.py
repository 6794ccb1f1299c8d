"""Attributions without a verb of saying: "according to X", "X's criticism of", "X is proud of"."""

from __future__ import annotations

from collections.abc import Iterator, Set

from pressbrief.english.word_classes import BE
from pressbrief.reader.syntax import ROOT
from pressbrief.stance.attribution import cues, phrases, subjects
from pressbrief.stance.attribution.phrases import Subject
from pressbrief.stance.attribution.stretch import Attribution, Stretch
from pressbrief.stance.model import Range

OF = frozenset(("of",))


def attributions(stretch: Stretch) -> Iterator[Attribution]:
    """The attributions of a stretch whose cues are no verbs."""
    for at in stretch.outside:
        low, noun = stretch.low(at), stretch.tag(at).startswith("NN")
        if low == "according":
            yield from _according(stretch, at)
        elif low in cues.NOUN_CUES and noun:
            yield from _noun(stretch, at)
        elif low in cues.ADJECTIVES:
            yield from _adjective(stretch, at)
        elif low in cues.PARTISANS and noun:
            yield from _partisan(stretch, at)


def _according(stretch: Stretch, at: int) -> Iterator[Attribution]:
    """ "According to X, …" and "…, according to X"."""
    to = at + 1
    who = stretch.child(to, "pobj") or stretch.child(at, "pobj")
    if stretch.low(to) != "to" or who is None:
        return
    source = phrases.phrase(stretch, who, to)
    after = stretch.said(source.last + 1, stretch.stop)
    found = stretch.said(stretch.begin, at) or after
    if found:
        yield Attribution(
            stretch.span(source.first, source.last),
            stretch.span(at, to),
            tuple(found),
            head=source.name,
        )


def _noun(stretch: Stretch, at: int) -> Iterator[Attribution]:
    """ "X's criticism of …", "their belief that …"."""
    who = stretch.child(at, "poss")
    if who is None:
        return
    said, link = _complement(stretch, at, cues.NOUN_LINKS)
    source = _owner(stretch, who, at)
    if said:
        yield Attribution(source, stretch.span(who + 1, link), tuple(said), head=source)


def _owner(stretch: Stretch, who: int, at: int) -> Range:
    """The characters of a possessor without its "'s"."""
    return stretch.span(min(phrases.phrase(stretch, who, at).first, who), who)


def _complement(stretch: Stretch, at: int, links: Set[str]) -> tuple[list[Range], int]:
    """What a noun or adjective is about, and the last word of the cue."""
    children = stretch.children(at)
    for one in sorted(children, key=lambda one: stretch.low(one) != "of"):
        begin = min(stretch.below(one))
        if begin < at:
            continue
        if stretch.low(begin) in ("that", "to"):
            end = max(stretch.below(one)) + 1
            return stretch.said(begin, end), at
        if stretch.low(one) in links:
            inside = [below for below in stretch.below(one) if below > one]
            return stretch.said(one + 1, max(inside) + 1) if inside else [], one
    return [], at


def _adjective(stretch: Stretch, at: int) -> Iterator[Attribution]:
    """ "X is deeply concerned about …", "X was sure that …"."""
    verb = stretch.tree[at].head
    if any(_links(stretch, one) for one in stretch.children(at, "aux", "auxpass")):
        verb = at
    elif verb == ROOT or not _links(stretch, verb):
        return
    said, link = _complement(stretch, at, cues.ADJECTIVE_LINKS)
    if not said and verb < at:
        said, link = _complement(stretch, verb, cues.ADJECTIVE_LINKS)
    subject = subjects.of(stretch, verb)
    if said and subject:
        yield _made(stretch, subject, (stretch.group(verb), link), said)


def _links(stretch: Stretch, verb: int) -> bool:
    """Whether a word is a form of "be", "weren't" too, or another that links an adjective."""
    low = stretch.low(verb)
    return low in BE | cues.LINKING or low.removesuffix("n") in BE


def _partisan(stretch: Stretch, at: int) -> Iterator[Attribution]:
    """ "X has been one of the fiercest critics of …", "X is one of Y's fiercest critics"."""
    tree, above = stretch.tree, at
    while tree[above].relation in ("pobj", "prep") and tree[above].head != ROOT:
        above = tree[above].head
    if tree[above].relation != "attr":
        return
    said, link = _complement(stretch, at, OF)
    owner = stretch.child(at, "poss")
    if not said and owner is not None:
        said, link = [_owner(stretch, owner, at)], at
    subject = subjects.of(stretch, tree[above].head)
    if said and subject:
        yield _made(stretch, subject, (at, link), said)


def _made(
    stretch: Stretch, subject: Subject, cue: tuple[int, int], said: list[Range]
) -> Attribution:
    source = stretch.span(subject.first, subject.last)
    return Attribution(source, stretch.span(*cue), tuple(said), head=subject.name)
