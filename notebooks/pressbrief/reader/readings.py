"""What the reader can be asked of a text, one call a head: characters in, chances out.

Each question marks what is asked about and what may be the answer. All answers are the same
alone, in any batch and in any order, to four decimals.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from pressbrief.reader import answered, model
from pressbrief.reader.rows import WINDOW, Asked, Cut, Span, cut

LONGEST_STRETCH = 60  # pieces of an expression or a clause


class Judgement(NamedTuple):
    """What a sentence says of a target, each row of chances (critical, none, favourable).

    `author` is whoever writes, `unnamed` somebody whom the sentence does not name; `others`,
    (actors, 3), are the other actors as they were given. `portrayal` is how the target is told to
    do or fare. `words` are the characters that carry the likeliest judgement, whoever makes it.
    """

    author: np.ndarray
    unnamed: np.ndarray
    others: np.ndarray
    portrayal: np.ndarray
    words: Span


class Happening(NamedTuple):
    """What a time expression does in its sentence.

    `dates` are the chances that it belongs to a name or a state, that it dates a happening, that it
    is no date; `status` happened, planned, denied; `direction` before the article's day, on it,
    after it. `clause` are the characters of what happened.
    """

    dates: np.ndarray
    status: np.ndarray
    direction: np.ndarray
    clause: Span


NOBODY = np.array([0, 1, 0], np.float32)


def judgements(asked: Sequence[tuple[str, tuple[Span, ...], tuple[Span, ...]]]) -> list[Judgement]:
    """Who judges a target: of each (sentence, the target's places, other actors' first places).

    A target without a letter or digit that the vocabulary knows is judged by nobody.

    >>> text = "Japan condemned the Taliban."
    >>> judgements([(text, ((20, 27),), ((0, 5),))])[0].others.argmax(axis=1).tolist()
    [0]
    """
    return answered.answers("judgements", asked, _judgements, _packed, _judgement_of)


def _judgements(
    asked: Sequence[tuple[str, tuple[Span, ...], tuple[Span, ...]]],
) -> list[Judgement]:
    rows = cut([Asked(text, target, others) for text, target, others in asked])
    answers = iter(
        model.run([one.row for one in rows if one.asks], ("holders", "portrayal", "words"))
    )
    return [
        _judgement(one, next(answers), others) if one.asks else _judged_by_nobody(others)
        for one, (_, _, others) in zip(rows, asked, strict=True)
    ]


def _judgement_of(packed: list) -> Judgement:
    author, unnamed, others, portrayal, words = packed
    return Judgement(
        _chances(author),
        _chances(unnamed),
        _chances(others).reshape(-1, 3),
        _chances(portrayal),
        tuple(words),
    )


def _packed(answer: tuple) -> list:
    """An answer's parts, chances as lists of numbers."""
    return [one.tolist() if isinstance(one, np.ndarray) else one for one in answer]


def _chances(numbers: list) -> np.ndarray:
    return np.array(numbers, np.float32)


def _judgement(one: Cut, answer: dict[str, np.ndarray], others: Sequence[Span]) -> Judgement:
    holders = answer["holders"]
    at = [one.first(*span) for span in others]
    held = [NOBODY if place is None else holders[place] for place in at]
    words = one.characters(*stretch(answer["words"]))
    return Judgement(
        holders[0],
        holders[-1],
        np.array(held, np.float32).reshape(-1, 3),
        answer["portrayal"],
        words,
    )


def _judged_by_nobody(others: Sequence[Span]) -> Judgement:
    return Judgement(NOBODY, NOBODY, np.tile(NOBODY, (len(others), 1)), NOBODY, (0, 0))


def polarities(targets: Sequence[tuple[str, int, int]]) -> np.ndarray:
    """How each sentence speaks of its target, judged or told, as NewsMTSC has it: (targets, 3).

    A target is (sentence, start, end). The rows (negative, neutral, positive) add up to 1; a
    target without a letter or digit that the vocabulary knows, or without any length, is neutral.

    >>> text = "Japan condemned the Taliban and praised Qatar."
    >>> polarities([(text, 20, 27), (text, 40, 45)]).argmax(axis=1).tolist()
    [0, 2]
    """
    found = answered.answers("polarities", targets, _polarities, np.ndarray.tolist, _chances)
    return np.array(found, np.float32).reshape(-1, 3)


def _polarities(targets: Sequence[tuple[str, int, int]]) -> list[np.ndarray]:
    rows = cut([Asked(text, ((start, end),), (), WINDOW) for text, start, end in targets])
    answers = iter(model.run([one.row for one in rows if one.asks], ("polarity",)))
    return [next(answers)["polarity"] if one.asks else NOBODY for one in rows]


def happenings(asked: Sequence[tuple[str, Span]]) -> list[Happening]:
    """What a time expression dates: of each (sentence, the expression's place).

    >>> read = happenings([("The minister visited Kabul on Monday.", (30, 36))])[0]
    >>> int(read.dates.argmax())
    1
    """
    return answered.answers("happenings", asked, _happenings, _packed, _happening_of)


def _happenings(asked: Sequence[tuple[str, Span]]) -> list[Happening]:
    rows = cut([Asked(text, (place,)) for text, place in asked])
    answers = iter(
        model.run([one.row for one in rows if one.asks], ("dates", "status", "direction", "clause"))
    )
    return [_happening(one, next(answers)) if one.asks else _no_happening() for one in rows]


def _happening_of(packed: list) -> Happening:
    *chances, clause = packed
    dates, status, direction = map(_chances, chances)
    return Happening(dates, status, direction, tuple(clause))


def _happening(one: Cut, answer: dict[str, np.ndarray]) -> Happening:
    clause = one.characters(*stretch(answer["clause"]))
    return Happening(answer["dates"], answer["status"], answer["direction"], clause)


def _no_happening() -> Happening:
    nothing = np.array([0, 0, 1], np.float32)
    return Happening(nothing, nothing[::-1], nothing[::-1], (0, 0))


def references(
    asked: Sequence[tuple[str, Span, Sequence[Sequence[Span]]]],
) -> list[np.ndarray]:
    """Whose words or who is meant: of each (window, the mark, each candidate's places).

    Answers (candidates + 1,) chances, the last that it is none of them.

    >>> text = "Japan warned China. “Stop it,” it said."
    >>> references([(text, (20, 30), [[(0, 5)], [(13, 18)]])])[0].shape
    (3,)
    """
    return answered.answers("references", asked, _references, np.ndarray.tolist, _chances)


def _references(
    asked: Sequence[tuple[str, Span, Sequence[Sequence[Span]]]],
) -> list[np.ndarray]:
    spans = [[span for one in candidates for span in one] for _, _, candidates in asked]
    rows = cut(
        [
            Asked(text, (mark,), tuple(places), WINDOW)
            for (text, mark, _), places in zip(asked, spans, strict=True)
        ]
    )
    answers = iter(model.run([one.row for one in rows if one.asks], ("speaker",)))
    found = []
    for one, (_, _, candidates) in zip(rows, asked, strict=True):
        if not one.asks:
            found.append(np.eye(len(candidates) + 1, dtype=np.float32)[-1])
            continue
        logits = next(answers)["speaker"][:, 0]
        found.append(_chosen(one, logits, candidates))
    return found


def _chosen(one: Cut, logits: np.ndarray, candidates: Sequence[Sequence[Span]]) -> np.ndarray:
    """The chances of each candidate over all its places, and of nobody, at the row's first."""
    places = [[one.first(*span) for span in spans] for spans in candidates]
    heights = [
        max((float(logits[at]) for at in those if at is not None), default=-np.inf)
        for those in places
    ]
    heights.append(float(logits[0]))
    raised = np.exp(np.array(heights) - max(heights))
    return (raised / raised.sum()).round(model.DECIMALS).astype(np.float32)


def same(pairs: Sequence[tuple[str, Span, str, Span]]) -> np.ndarray:
    """The chance of each pair that both tell one happening: (pairs,).

    A pair is a sentence and the characters that tell the happening, twice.

    >>> one = ("The minister visited Kabul on Monday.", (0, 36))
    >>> same([(*one, *one)]).shape
    (1,)
    """
    return np.array(answered.answers("same", pairs, _same, float, float), np.float32)


def _same(pairs: Sequence[tuple[str, Span, str, Span]]) -> list[float]:
    asked = []
    for text, mark, other, there in pairs:
        shift = len(text) + 1
        asked.append(
            Asked(f"{text}\n{other}", (mark,), ((there[0] + shift, there[1] + shift),), WINDOW)
        )
    rows = cut(asked)
    answers = iter(model.run([one.row for one in rows if one.asks], ("same",)))
    return [float(next(answers)["same"][1]) if one.asks else 0.0 for one in rows]


def stretch(heights: np.ndarray, longest: int = LONGEST_STRETCH) -> tuple[int, int]:
    """The likeliest stretch (first, last) of a row by heights of beginnings and ends, (length, 2).

    Neither the first nor the last piece of a row is text.

    >>> stretch(np.array([[9, 9], [1, 1], [3, 0], [0, 2], [9, 9]], float))
    (2, 3)
    """
    first, last = heights[1:-1, 0], heights[1:-1, 1]
    total = first[:, None] + last[None, :]
    size = len(first)
    allowed = np.triu(np.ones((size, size), bool)) & ~np.triu(np.ones((size, size), bool), longest)
    at = int(np.where(allowed, total, -np.inf).argmax())
    return at // size + 1, at % size + 1
