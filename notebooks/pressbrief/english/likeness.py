"""How alike two passages are in their content words, to tell one happening from another."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable

WORD = re.compile(r"[^\W\d_]{3,}")
_STOP = (
    "about above according add added after again against all also although among and announced "
    "another any are around because been before begin beginning being between both but can could "
    "day days declared did does doing down during each early even ever every few first for from "
    "further had has have having her here hers him his how however including indeed into its "
    "itself just last later less many may meanwhile might month months more most mr mrs ms much "
    "must near nearly never new next nor not now off officially once one only other our out over "
    "own part said same say saying says several shall she should since some start starting state "
    "stated still such tell than that the their them then there therefore these they this those "
    "though three through thus told too two under until upon very was week weeks were what when "
    "where whether which while who whom whose why will with within without would year years yet "
    "you your "
)
STOP = frozenset(_STOP.split())
# Words for one kind of happening, by the beginning that they share.
KINDS = {
    "talk": ("talk", "discuss", "meet", "met", "dialogue", "summit", "negotiat", "convers"),
    "visit": ("visit", "trip", "tour", "travel"),
    "attack": ("attack", "strike", "struck", "bomb", "raid", "assault", "shell", "explo"),
    "death": ("kill", "die", "dead", "death", "casualt"),
    "vote": ("elect", "vote", "ballot", "poll", "referendum"),
    "agreement": ("agree", "deal", "accord", "pact", "treaty", "sign"),
    "arrest": ("arrest", "detain", "detention", "custody"),
    "protest": ("protest", "demonstrat", "rally", "rallie", "march"),
}
_KIND_OF = {start: kind for kind, starts in KINDS.items() for start in starts}
_BEGINNINGS = re.compile("(?:" + "|".join(sorted(_KIND_OF, key=len, reverse=True)) + ")")
_SUFFIX = re.compile(r"(?:ations?|ations|ments?|ings?|edly|ed|ies|ers?|ors?|ly|es|s|e|y)$")


def content(text: str) -> frozenset[str]:
    """A text's content words as stems, words for one kind of happening as that kind.

    >>> sorted(content("The discussions took place in a hotel; a delegation visited it."))
    ['deleg', 'hotel', 'plac', 'talk', 'took', 'visit']
    """
    return frozenset(
        stem(word) for word in WORD.findall(text.lower().replace("’", "'")) if word not in STOP
    )


def stem(word: str) -> str:
    """A word without its ending, or the kind of happening that it names."""
    kind = _BEGINNINGS.match(word)
    if kind and len(word) - kind.end() <= 7:
        return _KIND_OF[kind.group()]
    cut = _SUFFIX.sub("", word)
    return cut if len(cut) >= 4 else word


class Weights:
    """How much each word tells, learned from the texts that are compared.

    >>> weights = Weights([frozenset({"talk", "trad"}), frozenset({"talk", "trad", "hotel"})])
    >>> round(weights.likeness(frozenset({"talk"}), frozenset({"talk", "hotel"})), 2)
    0.27
    """

    def __init__(self, texts: Iterable[frozenset[str]]) -> None:
        texts = list(texts)
        counts = Counter(word for words in texts for word in words)
        self._weight = {w: math.log((1 + len(texts)) / count) for w, count in counts.items()}
        # What a word weighs that two of the texts have and no other.
        self.rare = math.log((1 + len(texts)) / 2)

    def total(self, words: Iterable[str]) -> float:
        """What the words weigh together; a word that no text has weighs nothing."""
        return sum(self._weight.get(word, 0.0) for word in sorted(words))

    def likeness(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Weighted share of the words of the two that both have (Jaccard), 0 to 1."""
        either = self.total(one | other)
        return self.total(one & other) / either if either else 0.0
