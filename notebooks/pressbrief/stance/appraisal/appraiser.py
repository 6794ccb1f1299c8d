"""Who judges a target in a sentence, and in which words: the reader's chances as views."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from pressbrief import reader
from pressbrief.reader import Judgement
from pressbrief.stance.appraisal.holders import Held, Holders
from pressbrief.stance.appraisal.verdicts import evaluates
from pressbrief.stance.appraisal.withheld import is_withheld
from pressbrief.stance.model import (
    AUTHOR,
    DECIMALS,
    NEITHER,
    UNNAMED,
    Appraisal,
    Question,
    Range,
    View,
)

REPORTED = "indirect"  # the voice of whoever judges outside any stretch of speech
Holder = tuple[str, str]  # and the voice
Judged = dict[Holder, Appraisal]
NOBODY: Holder = (UNNAMED, REPORTED)


def views(questions: Sequence[Question], holders: Holders) -> Iterator[View]:
    """What the reader makes of each question: a row for each who judges, and for whoever names
    the target and does not; of several names of one target in a sentence the clearest.

    An actor in the sentence judges where the reader says so of him. Else it is whoever speaks the
    words that judge, else somebody unnamed or the author, whom the reader thinks likelier. Who is
    asked about judges nobody.
    """
    asked = [
        (one.text, tuple(one.places), tuple(place for _, place in one.others)) for one in questions
    ]
    found: dict[tuple, View] = {}
    for one, read in zip(questions, _held(questions, reader.judgements(asked)), strict=True):
        for view in _views(one, read, holders):
            key = one.article_id, one.sentence, one.target, view.holder, view.voice
            found[key] = _clearer(found.get(key, view), view)
    yield from found.values()


def _held(questions: Sequence[Question], read: Sequence[Judgement]) -> list[Judgement]:
    """The reader's judgements; praise that somebody withholds is nobody's.

    Who rejects or refuses may well judge by it: criticism stays.
    """
    both = list(zip(questions, read, strict=True))
    texts = list(dict.fromkeys(one.text for one, said in both if _praises(said)))
    trees = dict(zip(texts, reader.parses(texts), strict=True))
    return [
        _of_nobody(said)
        if _praises(said) and is_withheld(one.text, trees[one.text], said.words)
        else said
        for one, said in both
    ]


def _praises(read: Judgement) -> bool:
    chances = (_appraisal(read.author, read.unnamed), *map(_appraisal, read.others))
    return evaluates(max((said.polarity for said in chances), key=abs)) > 0


def _of_nobody(read: Judgement) -> Judgement:
    none = np.array([0, 1, 0], read.author.dtype)
    return read._replace(author=none, unnamed=none, others=np.tile(none, (len(read.others), 1)))


def _clearer(one: View, other: View) -> View:
    """The clearer of two views, from the first place on and with what is told more clearly."""
    view = max(one, other, key=lambda each: abs(each.polarity))
    first = min((one.start, one.end), (other.start, other.end))
    told = max(one.portrayal, other.portrayal, key=abs)
    return view._replace(start=first[0], end=first[1], portrayal=told)


def _views(one: Question, read: Judgement, holders: Holders) -> Iterator[View]:
    words = one.offset + read.words[0], one.offset + read.words[1]
    judged = _judged(one, read, holders.over(one.article_id, one.sentence, words), holders)
    places = _places(one, holders)
    for by in places:
        judged.setdefault(by, _undecided(read.author if by[1] == AUTHOR else read.unnamed))
    loudest = max((each.polarity for each in judged.values()), key=abs, default=0.0)
    told = round(float(read.portrayal[2]) - float(read.portrayal[0]), DECIMALS)
    first = next(iter(places.values()), _there(one, one.places[0]))
    for by, said in judged.items():
        sign = evaluates(said.polarity)
        # The reader gives the words of one judgement; another the other way has its own.
        its = words if sign and sign == evaluates(loudest) else (0, 0)
        at = places.get(by, first)
        yield View(one.article_id, one.sentence, *at, one.target, *by, *said, told, *its)


def _judged(one: Question, read: Judgement, spoken: Held | None, holders: Holders) -> Judged:
    """Who judges the target, and how; `spoken`: who speaks the words that judge.

    A heading within an article names what is to come and judges nobody.
    """
    found: Judged = {}
    if one.heading:
        return found
    named = [
        (actor, said)
        for (actor, _), chances in zip(one.others, read.others, strict=True)
        if evaluates((said := _appraisal(chances)).polarity) and actor not in one.own
    ]
    for actor, said in named:
        for by in [(actor, _voice(actor, spoken))] if actor else _speakers(spoken):
            _keep(found, by, said, one.own)
    # Whether it is the author or somebody unnamed is told less surely than that it is one of them.
    said = _appraisal(read.author, read.unnamed)
    sign = evaluates(said.polarity)
    if sign and all(sign != evaluates(each.polarity) for _, each in named):
        own = read.author[1 + sign] >= read.unnamed[1 + sign]
        author = holders.source(one.article_id), AUTHOR
        for by in _speakers(spoken, author if own else NOBODY):
            _keep(found, by, said, one.own)
    return found


def _keep(found: Judged, by: Holder, said: Appraisal, own: frozenset[str]) -> None:
    """Of two judgements of one holder the clearer stays; nobody's of himself does."""
    before = found.get(by, NEITHER)
    if by[0] not in own and abs(said.polarity) > abs(before.polarity):
        found[by] = said


def _voice(actor: str, spoken: Held | None) -> str:
    return spoken[1] if spoken and actor in spoken[0] else REPORTED


def _speakers(spoken: Held | None, otherwise: Holder = NOBODY) -> list[Holder]:
    """Those who speak the words that judge; `otherwise` if nobody does."""
    return [(speaker, spoken[1]) for speaker in spoken[0]] if spoken else [otherwise]


def _places(one: Question, holders: Holders) -> dict[Holder, Range]:
    """Who names the target, in which voice, and where first; itself does not count."""
    found: dict[Holder, Range] = {}
    for place in one.places:
        there = _there(one, place)
        speakers, voice = holders.at(one.article_id, one.sentence, there)
        for speaker in speakers:
            if voice == AUTHOR or speaker not in one.own:
                found.setdefault((speaker, voice), there)
    return found


def _there(one: Question, place: Range) -> Range:
    return one.offset + place[0], one.offset + place[1]


def _appraisal(*chances: np.ndarray) -> Appraisal:
    """The appraisal of one who judges with these chances, or of either of several."""
    neither = float(np.prod([each[1] for each in chances]))
    critical, favourable = (float(sum(each[at] for each in chances)) for at in (0, 2))
    judges = (1 - neither) / (critical + favourable or 1.0)
    return Appraisal.of(critical * judges, favourable * judges)


def _undecided(chances: np.ndarray) -> Appraisal:
    """The chances of one who does not judge; where they say that somebody does, it is another."""
    said = _appraisal(chances)
    return NEITHER if evaluates(said.polarity) else said
