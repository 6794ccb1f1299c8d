"""The reader: a small language model that finds names, and says how a sentence speaks of a target.

It runs offline on a CPU through onnxruntime. CARD.md says what it was trained on, how well it
does, and what it must not be used for.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pressbrief.reader import model, tagging
from pressbrief.reader.pieces import OTHER, TAGS, Pieces, pieces, special, window
from pressbrief.reader.tagging import Name

__all__ = ["Name", "names", "polarities"]

LONGEST = 254  # pieces of one pass; sentences of more are read in windows
OVERLAP = 64


def names(sentences: Sequence[str]) -> list[list[Name]]:
    """The names in each of *sentences*, in the order of the text, never overlapping.

    >>> [(name.kind, name.start, name.end) for name in names(["Talks between Iran and Iraq."])[0]]
    [('place', 14, 18), ('place', 23, 27)]
    """
    cut = pieces(sentences)
    spots = [(at, part) for at, one in enumerate(cut) for part in windows(len(one.ids))]
    answers = model.run([_row(cut[at], part) for at, part in spots], "tags")
    chances = [np.zeros((len(one.ids), len(TAGS)), np.float32) for one in cut]
    for (at, part), answer in zip(spots, answers, strict=True):
        chances[at][_kept(part, len(cut[at].ids))] = answer[1:-1][_kept_in(part, len(cut[at].ids))]
    return [
        tagging.spans(one, text, chance)
        for one, text, chance in zip(cut, sentences, chances, strict=True)
    ]


def polarities(targets: Sequence[tuple[str, int, int]]) -> np.ndarray:
    """How each sentence speaks of its target, as (targets, 3): negative, neutral, positive.

    A target is (sentence, start, end). The rows add up to 1; a target without a letter or digit
    that the vocabulary knows, or without any length, is neutral.

    >>> text = "Japan condemned the Taliban and praised Qatar."
    >>> polarities([(text, 20, 27), (text, 40, 45)]).argmax(axis=1).tolist()
    [0, 2]
    """
    asked = {target: at for at, target in enumerate(dict.fromkeys(targets))}
    cut = pieces([text for text, _, _ in asked])
    rows, places = [], []
    for place, (one, (_, start, end)) in enumerate(zip(cut, asked, strict=True)):
        marked = [int(s < end and e > start) for s, e in one.spans]
        if 1 in marked:
            part = window(len(marked), marked.index(1), LONGEST)
            rows.append(_row(one, part, marked))
            places.append(place)
    found = np.tile(np.array([0, 1, 0], np.float32), (len(asked), 1))
    if rows:
        found[places] = np.stack(model.run(rows, "polarity"))
    return found[[asked[target] for target in targets]]


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


def _row(one: Pieces, part: slice, marked: list[int] | None = None) -> model.Row:
    target = [0, *marked[part], 0] if marked else [0] * (part.stop - part.start + 2)
    return model.Row(
        [special("[CLS]"), *one.ids[part], special("[SEP]")],
        [OTHER, *one.cases[part], OTHER],
        target,
    )
