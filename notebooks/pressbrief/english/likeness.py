"""How alike two passages are in their content words, to tell one happening from another."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable

from pressbrief.english.word_lists import table, words

WORD = re.compile(r"[^\W\d_]{3,}")
STOP = words("function_words/likeness")
# Words for one kind of happening, by the beginning that they share.
_KIND_OF = table("happenings/kinds")
KINDS = frozenset(_KIND_OF.values())
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
