"""How likely two tellings are to tell one happening: what the reader says, and what both name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pressbrief import reader
from pressbrief.english.likeness import KINDS, content
from pressbrief.english.word_lists import words
from pressbrief.timeline.candidates import gap, pairs
from pressbrief.timeline.tellings import Telling

# What a pair must reach: the reader's chance where both are dated; of whole sentences without a
# date it is seldom as sure. Chosen, with grouping's TOGETHER, on ECB+ topics 3, 13 and 33, which
# did not train it (87 of 100 pairs of sentences that are joined are one, 44 of 100 are joined).
SAME, SAME_UNDATED = 0.6, 0.36
# So many words and actors of their sentences two have in common that nothing dates: fewer are a
# subject. Chosen there: with none, 82 of 100 pairs are one.
SUBJECT = 3
# A telling that says no more of when than a month can hold says too little for what both name.
WIDEST = 31
# So many actors in common, and a kind of happening (a visit, talks), on days that overlap, are one.
ACTORS = 2
# So many heads of a clause (verb, doer, what is done) in common, one of them no actor, on one day.
HEADS, DAY = 2, 1
NEGATIONS = words("function_words/negations")
# So many actors and further words in common, and the headlines or first sentences of two articles
# on days that overlap tell one: news tells its main happening first, each in words of its own.
# Chosen on ECB+ topics 3, 13 and 33: 41 instead of 38 of 100 pairs are joined, and as many rightly;
# on eight topics aside 35 instead of 29.
FIRST_ACTORS, FIRST_WORDS = 2, 2
# The fewest words of a sentence that two tell alike only because one copies the other: shorter ones
# ("They met on Friday.") come up by chance. A guess.
SENTENCE = 8


def links(tellings: Sequence[Telling]) -> dict[tuple[int, int], float]:
    """How likely each pair (index, index) of tellings that may be one is one: from one half on."""
    found = dict.fromkeys(_copies(tellings), 1.0)
    asked = [pair for pair in pairs(tellings) if pair not in found]
    asked = [(a, b) for a, b in asked if _may_be_one(tellings[a], tellings[b])]
    said = [
        (tellings[a].text, tellings[a].mark, tellings[b].text, tellings[b].mark) for a, b in asked
    ]
    for (a, b), chance in zip(asked, reader.same(said), strict=True):
        one, other = tellings[a], tellings[b]
        needed = SAME if one.dated and other.dated else SAME_UNDATED
        alike = _name_one(one, other) or _first_tell_one(one, other)
        found[a, b] = 1.0 if alike else _from_half(float(chance), needed)
    return found


def _may_be_one(one: Telling, other: Telling) -> bool:
    return (one.dated and other.dated) or len(one.about & other.about) >= SUBJECT


def _from_half(chance: float, needed: float) -> float:
    """A chance stretched so that what is needed lies at one half.

    >>> _from_half(0.7, 0.7), _from_half(1, 0.7), _from_half(0.35, 0.7)
    (0.5, 1.0, 0.25)
    """
    if chance < needed:
        return chance / needed / 2
    return 1 - (1 - chance) / (1 - needed) / 2


def _name_one(one: Telling, other: Telling) -> bool:
    """Whether two tell one kind of happening of the same actors on the same days.

    Of two that nobody dates it would say too little.
    """
    if gap(one, other) or not (one.dated or other.dated):
        return False
    if max(one.width, other.width) <= DAY and _tell_alike(one, other):
        return True
    if any(each.dated and each.width > WIDEST for each in (one, other)):
        return False
    if _denies(one) != _denies(other):
        return False
    actors = {word for word in one.about & other.about if word.startswith("@")}
    return len(actors) >= ACTORS and bool(_kinds(one) & _kinds(other))


def _tell_alike(one: Telling, other: Telling) -> bool:
    """Whether the clauses of two have their heads in common: words and actors.

    Two words, or one and an actor; and neither names somebody in the place of another.
    """
    first, second = ({word for word in each.gist if word.startswith("@")} for each in (one, other))
    if first and second and not (first <= second or second <= first):
        return False
    said = (one.gist & other.gist) - first
    return len(said) + bool(first & second) >= HEADS and bool(said)


def _first_tell_one(one: Telling, other: Telling) -> bool:
    """Whether two articles tell one happening first: the same actors, and more than a subject."""
    if not (one.is_first and other.is_first) or one.article_id == other.article_id:
        return False
    if gap(one, other) or _denies(one) != _denies(other):
        return False
    shared = one.about & other.about
    actors = {word for word in shared if word.startswith("@")}
    named = content(" ".join(word[1:] for word in one.about | other.about if word.startswith("@")))
    return len(actors) >= FIRST_ACTORS and len(shared - actors - named) >= FIRST_WORDS


def _denies(one: Telling) -> bool:
    """Whether a clause says that something did not happen."""
    start, end = one.clause
    return not NEGATIONS.isdisjoint(re.findall(r"\w+", one.text[start:end].lower()))


def _kinds(one: Telling) -> frozenset[str]:
    return one.gist & KINDS


def _copies(tellings: Sequence[Telling]) -> list[tuple[int, int]]:
    """Clauses of sentences copied whole, each with the first that has it."""
    first: dict[tuple, int] = {}
    found = []
    for index, one in enumerate(tellings):
        twin = first.setdefault((one.text, one.clause, one.earliest, one.latest), index)
        if twin != index and len(one.text.split()) >= SENTENCE:
            found.append((twin, index))
    return found
