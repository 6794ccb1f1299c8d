"""How a sentence speaks of a target, by the evaluative words in the target's own clause.

The method, until the reader comes:
1. The clause of each of the target's mentions (clauses.py) is searched for words of valence.py.
   Words inside actors' names say nothing.
2. Direction: a judgement ("condemned") counts for its object, a deed ("violated") for its
   subject; in the passive the other way round. All else counts for every target in the clause.
3. A negation turns a word round and weakens it (× −0.5), an intensifier strengthens it (× 1.5), a
   hedge or a wish ("hopes for", "would") weakens it (× 0.5). Where a clause concedes ("despite",
   "although"), its words count half. Nothing is said of a target that is only the scene ("in
   Afghanistan"), or that comes more than four words after the word.
4. The clauses' sum s becomes p = softmax(−SLOPE · s, NEUTRAL, SLOPE · s) for negative, neutral and
   positive. SLOPE and NEUTRAL are set so that one plain word tips the balance; the numbers are
   ordered, not calibrated: 0.6 is more than 0.5, and no frequency.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

from pressbrief.mentions.words import table
from pressbrief.stance import valence
from pressbrief.stance.clauses import own_clause

SLOPE = 1.2
NEUTRAL = 0.4
NEGATED, STRONGER, HEDGED, CONCEDED = -0.5, 1.5, 0.5, 0.5
NEAR_WORDS = 4
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
NEGATIONS = table(
    """not no never none nobody nothing neither nor without hardly barely scarcely cannot n't
    don't doesn't didn't isn't aren't wasn't weren't won't wouldn't can't couldn't shouldn't
    hasn't haven't hadn't lack lacks lacked fail failed fails deny denied denies"""
)
INTENSIFIERS = table(
    """very extremely deeply highly utterly totally completely absolutely particularly especially
    so such most too abject sharply strongly severely gravely astonishingly remarkably
    increasingly seriously bitterly fiercely"""
)
HEDGES = table(
    """may might could would should if hope hopes hoped hoping possible possibly perhaps potential
    potentially likely unlikely seem seems appear appears seek seeks seeking"""
)
CONCESSIVES = table("despite although though notwithstanding whilst while")
SCENE_BEFORE = re.compile(
    r"\b(?:in|inside|within|across|near|around|outside|throughout|from|into)(?:\s+(?:the|a|an))?\s+$",
    re.IGNORECASE,
)
BY_BEFORE = re.compile(r"\bby(?:\s+(?:the|a|an))?\s+(?:[\w’']+\s+){0,2}$", re.IGNORECASE)
DETERMINER = re.compile(r"(?:\b(?:the|an?|its|their|his|her|of|any|no|this)|['’]s|s['’])\s*$", re.I)
PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being|gets?|got)\s+(?:\w+ly\s+|not\s+)?$", re.I)
PHRASE = re.compile(rf"\b(?:{'|'.join(map(re.escape, valence.PHRASES))})\b", re.IGNORECASE)
REACH = 3
LOOK_BACK = 60


@dataclass(frozen=True)
class Polarity:
    """How a sentence speaks of a target: three numbers that sum to 1."""

    negative: float
    neutral: float
    positive: float

    @property
    def value(self) -> float:
        """From −1 to 1."""
        return round(self.positive - self.negative, 4)


def polarity(
    text: str, target: Sequence[tuple[int, int]], names: Sequence[tuple[int, int]]
) -> Polarity:
    """How a sentence speaks of the target named at the `target` ranges; `names`: every actor's.

    >>> polarity("China condemned Japan.", [(16, 21)], [(0, 5), (16, 21)]).value < -0.3
    True
    >>> polarity("China condemned Japan.", [(0, 5)], [(0, 5), (16, 21)]).value
    0.0
    """
    return softmax(score(text, target, names))


def softmax(total: float) -> Polarity:
    """A sum of valences as three numbers that sum to 1."""
    weights = exp(-SLOPE * total), exp(NEUTRAL), exp(SLOPE * total)
    negative, positive = (round(weight / sum(weights), 4) for weight in weights[::2])
    return Polarity(negative, round(1 - negative - positive, 4), positive)


def score(text: str, target: Sequence[tuple[int, int]], names: Sequence[tuple[int, int]]) -> float:
    """The sum of valences in the clauses of a target's mentions, held within −4 to 4."""
    seen: dict[tuple[int, int], float] = {}
    for start, end in target:
        clause = own_clause(text, start, end)
        value = _in_clause(text, clause, (start, end), names)
        seen[clause] = max(seen.get(clause, 0.0), value, key=abs)
    return max(-4.0, min(4.0, sum(seen.values())))


def _in_clause(
    text: str, clause: tuple[int, int], target: tuple[int, int], names: Sequence[tuple[int, int]]
) -> float:
    words = [m for m in WORD.finditer(text, *clause) if not _inside(m.start(), names)]
    phrased, total = _phrases(text, clause, words, target)
    for i, word in enumerate(words):
        if not any(low <= word.start() < high for low, high in phrased):
            total += _directed(text, clause[0], words, i, target) * _weight(words, i)
    if words and words[0].group().casefold() in CONCESSIVES:
        total *= CONCEDED
    return 0.0 if SCENE_BEFORE.search(text, max(target[0] - LOOK_BACK, 0), target[0]) else total


def _phrases(
    text: str, clause: tuple[int, int], words: list[re.Match], target: tuple[int, int]
) -> tuple[list[tuple[int, int]], float]:
    """The ranges of the set phrases in a clause, and the sum of those that the target precedes."""
    spans, total = [], 0.0
    for match in PHRASE.finditer(text, *clause):
        spans.append(match.span())
        at = next((i for i, word in enumerate(words) if word.start() >= match.start()), 0)
        if target[0] < match.start():
            total += valence.PHRASES[match.group().casefold()] * _weight(words, at)
    return spans, total


def _directed(
    text: str, clause: int, words: list[re.Match], i: int, target: tuple[int, int]
) -> float:
    """A word's valence for the target, by what kind of word it is and where the target stands."""
    word = words[i].group().casefold()
    quality = valence.quality(word)
    toward = valence.toward_object(word)
    deed = valence.of_subject(word)
    if not (toward or deed) or _is_noun(text, clause, words[i].start()):
        return quality * _nearness(words, i, target)
    passive = bool(PASSIVE.search(text, max(words[i].start() - LOOK_BACK, 0), words[i].start()))
    before = target[0] < words[i].start()
    agent = (
        bool(BY_BEFORE.search(text, max(target[0] - LOOK_BACK, 0), target[0]))
        if passive
        else before
    )
    if toward:
        return 0.0 if agent or before != passive else toward
    return deed if agent else 0.0


def _nearness(words: list[re.Match], i: int, target: tuple[int, int]) -> float:
    """0 where the target comes well after the word, so that it is hardly what is judged, else 1."""
    between = sum(words[i].end() <= word.start() < target[0] for word in words[i + 1 :])
    return 0.0 if between > NEAR_WORDS else 1.0


def _is_noun(text: str, clause: int, word: int) -> bool:
    """Whether a word that may be a verb stands where a noun or an adjective does.

    That is first in its clause ("Failed talks"), or after a determiner ("its praise").
    """
    before = text[max(word - LOOK_BACK, clause) : word]
    return not before.strip() or bool(DETERMINER.search(before))


def _weight(words: list[re.Match], i: int) -> float:
    before = [word.group().casefold() for word in words[max(i - REACH, 0) : i]]
    weight = 1.0
    for k, near in enumerate(before):
        if near == "not" and before[k + 1 : k + 2] == ["only"]:
            continue
        if near in NEGATIONS or near.endswith(("n't", "n’t")):
            weight *= NEGATED
        elif near in HEDGES:
            weight *= HEDGED
    return weight * STRONGER if before and before[-1] in INTENSIFIERS else weight


def _inside(position: int, ranges: Sequence[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in ranges)
