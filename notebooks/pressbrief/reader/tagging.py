"""Sentences to names: which sequence of tags is likeliest, and where a name begins and ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from pressbrief.reader import answered, model
from pressbrief.reader.pieces import TAGS, Pieces, pieces
from pressbrief.reader.rows import row

LONGEST = 254  # pieces of one pass; sentences of more are read in windows
OVERLAP = 64

NEVER = -1e4
ADDRESS = re.compile(r"(?:mrs?|ms|miss|mx|dr|prof|sir|dame|lord|lady)\b\.?\s+(?=\S)", re.IGNORECASE)


class Name(NamedTuple):
    """A name in a sentence: sentence[start:end], its kind, and how sure the reader is (0 to 1).

    Kinds are person, organisation, place, group (a people, faith or party's followers), other.
    """

    start: int
    end: int
    kind: str
    probability: float


def names(sentences: Sequence[str]) -> list[list[Name]]:
    """The names in each of *sentences*, in the order of the text, never overlapping.

    >>> [(name.kind, name.start, name.end) for name in names(["Talks between Iran and Iraq."])[0]]
    [('place', 14, 18), ('place', 23, 27)]
    """
    return answered.answers("names", sentences, _names, list, _name_list)


def _name_list(packed: list) -> list[Name]:
    return [Name(*one) for one in packed]


def _names(sentences: Sequence[str]) -> list[list[Name]]:
    cut = pieces(sentences)
    spots = [(at, part) for at, one in enumerate(cut) for part in windows(len(one.ids))]
    answers = model.run([row(cut[at], part) for at, part in spots], ("tags",))
    chances = [np.zeros((len(one.ids), len(TAGS)), np.float32) for one in cut]
    for (at, part), answer in zip(spots, answers, strict=True):
        inside = _kept_in(part, len(cut[at].ids))
        chances[at][_kept(part, len(cut[at].ids))] = answer["tags"][1:-1][inside]
    return [
        spans(one, text, chance) for one, text, chance in zip(cut, sentences, chances, strict=True)
    ]


def windows(length: int) -> list[slice]:
    """Where *length* pieces are read: once whole, or in overlapping windows.

    >>> windows(300)
    [slice(0, 254, None), slice(190, 300, None)]
    """
    if length <= LONGEST:
        return [slice(0, length)]
    step = LONGEST - OVERLAP
    return [slice(at, min(at + LONGEST, length)) for at in range(0, length - OVERLAP, step)]


def _kept(part: slice, length: int) -> slice:
    """The pieces whose tags come from this window: those that it sees furthest from its ends."""
    first = part.start + OVERLAP // 2 if part.start else 0
    return slice(first, part.stop - OVERLAP // 2 if part.stop < length else length)


def _kept_in(part: slice, length: int) -> slice:
    kept = _kept(part, length)
    return slice(kept.start - part.start, kept.stop - part.start)


def _allowed() -> np.ndarray:
    """(tags, tags): 0 where the second may follow the first; an inside tag follows its own kind."""
    steps = np.zeros((len(TAGS), len(TAGS)))
    for to, tag in enumerate(TAGS):
        if tag.startswith("I-"):
            steps[:, to] = [0 if before[1:] == tag[1:] else NEVER for before in TAGS]
    return steps


STEPS = _allowed()


def likeliest(chances: np.ndarray) -> list[int]:
    """The likeliest allowed sequence of tags for *chances*, (words, tags) (Viterbi).

    >>> place = TAGS.index("I-place")
    >>> [TAGS[tag] for tag in likeliest(np.eye(len(TAGS))[[place, place]] * 0.9 + 0.01)]
    ['B-place', 'I-place']
    """
    scores = np.log(chances + 1e-7)
    total = np.where([tag.startswith("I-") for tag in TAGS], NEVER, 0) + scores[0]
    came: list[np.ndarray] = []
    for score in scores[1:]:
        ways = total[:, None] + STEPS
        came.append(ways.argmax(axis=0))
        total = ways.max(axis=0) + score
    path = [int(total.argmax())]
    for before in reversed(came):
        path.append(int(before[path[-1]]))
    return path[::-1]


def spans(one: Pieces, text: str, chances: np.ndarray) -> list[Name]:
    """The names in *text* by *chances*, (pieces, tags); a word's tag is that of its first piece."""
    firsts = [at for at, word in enumerate(one.words) if not at or word != one.words[at - 1]]
    lasts = [*(at - 1 for at in firsts[1:]), len(one.words) - 1][: len(firsts)]
    found: list[Name] = []
    tags = likeliest(chances[firsts]) if firsts else []
    for first, last, tag in zip(firsts, lasts, tags, strict=True):
        place, _, kind = TAGS[tag].partition("-")
        end, sure = one.spans[last][1], float(chances[first, tag])
        if place == "I":
            found[-1] = found[-1]._replace(end=end, probability=min(found[-1].probability, sure))
        elif place == "B":
            found.append(Name(one.spans[first][0], end, kind, sure))
    return [name for name in (trimmed(text, name) for name in found) if name]


def trimmed(text: str, name: Name) -> Name | None:
    """*name* without a form of address before it; None where no letter of it is a capital.

    >>> trimmed("with Mr Guterres", Name(5, 16, "person", 0.9))
    Name(start=8, end=16, kind='person', probability=0.9)
    >>> trimmed("with peace", Name(5, 10, "other", 0.9)) is None
    True
    """
    cut = text[name.start : name.end]
    if cut == cut.lower() and cut.isascii():
        return None
    address = ADDRESS.match(cut) if name.kind == "person" else None
    start = name.start + (address.end() if address else 0)
    return name._replace(start=start, probability=round(name.probability, 4))
