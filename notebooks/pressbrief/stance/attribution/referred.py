"""Whose words a voice is where the grammar does not say: asked of the reader's reference head.

The grammar names a speaker whose name stands beside the cue ("Motegi said"). Whom a pronoun or a
description means ("he said", "the Ohio Republican"), and who speaks where nobody stands beside a
quotation, the reader says, shown the sentences around it and the actors named there (windows.py).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from pressbrief.english.word_lists import words
from pressbrief.mentions import genders
from pressbrief.stance.attribution.sources import OUTSIDERS, UNKNOWN
from pressbrief.stance.attribution.windows import Window, Windows
from pressbrief.stance.model import Voice, holders

# The chance from which the reader's speaker is taken where the grammar has none, or only a pronoun;
# from which it is taken against a name beside the cue; and below which what a pronoun was taken for
# is unmade. Of 127 held-out quotations with a name beside the cue 120 are right with the reader and
# 117 without; of 76 others 30 right and 2 wrong with it, 23 and 4 without (they chose it).
ENOUGH, AGAINST_NAME, DOUBTED = 0.9, 0.95, 0.1
# Voices of one sentence of which the reader is asked; no sentence of news has as many, and one that
# was made to has its grammar.
MOST = 8
# Who carries what others said: in "“…,” he wrote, according to the Courier" the paper says nothing.
CARRIERS = words("press/titles", "press/weak_titles", "press/agencies")
# By these only a person is meant.
PERSONAL = re.compile(r"he|she|him|her", re.I)
# "Her husband" is not she.
ANOTHER = re.compile(rf"^(?:his|her|its|their)\b.*(?:{OUTSIDERS.pattern})", re.I)
Chances = Mapping[str, float]
NONE = ""


def resolved(
    voices: Mapping[str, Sequence[Voice]],
    sentences: Mapping[str, Sequence],
    mentions: Mapping[str, Sequence],
) -> dict[str, list[Voice]]:
    """The voices of each article by article_id, each with the speaker whom grammar and reader name.

    `sentences` and `mentions` are the articles' rows of these tables.
    """
    from pressbrief import reader

    windows = {
        article_id: Windows(said, mentions.get(article_id, ()))
        for article_id, said in sentences.items()
    }
    groups = [
        (article_id, group)
        for article_id, found in voices.items()
        for group in _spoken_in_one(found, windows[article_id])
    ]
    shown = list(_windows(groups, windows))
    asked = [
        window.asked(one.start, one.end)
        for (_, group), around in zip(groups, shown, strict=True)
        for one, window in zip(group, around, strict=True)
        if window
    ]
    answers = iter(reader.references(asked)) if asked else iter(())
    made: dict[str, list[Voice]] = {article_id: [] for article_id in voices}
    for (article_id, group), around in zip(groups, shown, strict=True):
        chances = _together(
            [
                (window, window.named_in(one.start, one.end), next(answers))
                for one, window in zip(group, around, strict=True)
                if window
            ]
        )
        of = windows[article_id]
        source = of.text(group[0].source_at)
        if PERSONAL.fullmatch(source):
            (says,) = genders.said_by(source)
            meant = {who for who in of.persons if of.said_of.get(who, says) == says}
            chances = _of_persons(chances, meant)
        elif ANOTHER.search(source):
            chances = {}
        made[article_id] += [decided(one, _is_named(one, of), chances) for one in group]
    return {
        id_: sorted(found, key=lambda one: (one.start, -one.end)) for id_, found in made.items()
    }


def _windows(
    groups: Iterable[tuple[str, Sequence[Voice]]], windows: Mapping[str, Windows]
) -> Iterator[list[Window | None]]:
    """The windows in which each group's voices are asked of, None for those that are not."""
    count: Counter[tuple[str, int]] = Counter()
    for article_id, group in groups:
        count.update((article_id, one.sentence) for one in group)
        yield [
            windows[article_id].around(one.sentence, one.start)
            if count[article_id, one.sentence] <= MOST
            else None
            for one in group
        ]


def decided(voice: Voice, named: bool, chances: Chances) -> Voice:
    """A voice with its speaker, out of the chances of who is named around it ("" for nobody).

    `named`: a name beside the cue says who speaks.

    >>> he = Voice(2, 30, 40, "direct", "Japan", "said", (41, 43))
    >>> decided(he, False, {"Japan": 0.05, "China": 0.92, "": 0.03}).speaker
    'China'
    >>> decided(he, False, {"Japan": 0.05, "China": 0.05, "": 0.9}).speaker
    'unknown'
    >>> decided(he, False, {"Japan": 0.4, "China": 0.5, "": 0.1}).speaker
    'Japan'
    >>> decided(he, True, {"Japan": 0.05, "China": 0.92, "": 0.03}).speaker
    'Japan'
    """
    actors = [actor for actor in chances if actor != NONE]
    if not actors:
        return voice
    best = max(actors, key=lambda actor: chances[actor])
    if best not in holders(voice.speaker) and chances[best] >= (AGAINST_NAME if named else ENOUGH):
        return replace(voice, speaker=best)
    meant = max(chances.get(who, 1.0) for who in holders(voice.speaker))
    return replace(voice, speaker=UNKNOWN) if not named and meant < DOUBTED else voice


def _spoken_in_one(voices: Iterable[Voice], windows: Windows) -> Iterator[list[Voice]]:
    """The voices of each cue together, and without one those of a quotation's sentences."""
    groups: dict[tuple, list[Voice]] = {}
    before: tuple[int, tuple] | None = None
    for voice in sorted(voices, key=lambda one: (one.start, -one.end)):
        key: tuple = (voice.cue_at, voice.source_at)
        if voice.cue_at is None:
            follows = before is not None and windows.adjoin(before[0], voice.start)
            key = before[1] if before and follows else (voice.start, voice.end)
            before = voice.end, key
        groups.setdefault(key, []).append(voice)
    yield from groups.values()


def _together(answers: Sequence[tuple[Window, set[str], np.ndarray]]) -> Chances:
    """The mean chance of each actor over what one speaker says; "" for nobody who is named.

    Who is named in what is said is spoken of: hardly anybody calls himself by his name.
    """
    chances: dict[str, float] = {}
    for window, _, found in answers:
        for actor, chance in zip((*window.actors, NONE), found, strict=True):
            chances[actor] = chances.get(actor, 0.0) + float(chance)
    spoken_of = {actor for _, named, _ in answers for actor in named}
    return {
        actor: 0.0 if actor in spoken_of else chance / len(answers)
        for actor, chance in chances.items()
    }


def _of_persons(chances: Chances, persons: Collection[str]) -> Chances:
    """The chances of persons, and of nobody, where the rest cannot be meant."""
    left = {who: chance for who, chance in chances.items() if who in persons or who == NONE}
    total = sum(left.values())
    return {who: chance / total for who, chance in left.items()} if total else {}


def _is_named(voice: Voice, windows: Windows) -> bool:
    """Whether a name that stands in the source phrase says who speaks."""
    if voice.source_at is None or voice.speaker == UNKNOWN or _is_carried(voice):
        return False
    inside = windows.named_in(*voice.source_at)
    return any(who in inside or who not in windows.known for who in holders(voice.speaker))


def _is_carried(voice: Voice) -> bool:
    """Whether a paper or agency is said to have somebody's quotation."""
    return voice.kind == "direct" and voice.speaker.split()[-1].casefold() in CARRIERS
