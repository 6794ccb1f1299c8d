"""The grammar of a sentence: whose dependent each of its words is, and what it is to it.

Relations are those of ClearNLP (Choi and Palmer 2012), tags those of the Penn Treebank, as the
parser has them that taught this one (CARD.md).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from pressbrief.reader import answered, model
from pressbrief.reader.pieces import Pieces, pieces
from pressbrief.reader.rows import row

WEIGHTS = Path(__file__).with_name("syntax.onnx")
LAYERS = 3  # of the encoder, that the grammar shares; above them it has its own
LONGEST = 254  # pieces; a longer sentence has no grammar
AT_ONCE = 256  # sentences whose vectors are held
ROOT = -1
RELATIONS = (
    "ROOT", "acl", "acomp", "advcl", "advmod", "agent", "amod", "appos", "attr", "aux", "auxpass",
    "case", "cc", "ccomp", "compound", "conj", "csubj", "csubjpass", "dative", "dep", "det", "dobj",
    "expl", "intj", "mark", "meta", "neg", "nmod", "npadvmod", "nsubj", "nsubjpass", "nummod",
    "oprd", "parataxis", "pcomp", "pobj", "poss", "preconj", "predet", "prep", "prt", "punct",
    "quantmod", "relcl", "xcomp", "part",
)  # fmt: skip
TAGS = (
    "$", "''", ",", "-LRB-", "-RRB-", ".", ":", "ADD", "AFX", "CC", "CD", "DT", "EX", "FW", "HYPH",
    "IN", "JJ", "JJR", "JJS", "LS", "MD", "NFP", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP",
    "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ",
    "WDT", "WP", "WP$", "WRB", "XX", "``",
)  # fmt: skip


class Word(NamedTuple):
    """A word at start:end of its sentence: the place of its head (-1: it has none), what it is to
    it, and its part of speech. What is more than one word here and one there is its first's "part".
    """

    start: int
    end: int
    head: int
    relation: str
    tag: str


class Tree(tuple[Word, ...]):
    """The words of a sentence in order, each with its head."""

    __slots__ = ()

    def children(self, at: int) -> list[int]:
        """The places of a word's dependents, in order."""
        return [place for place, word in enumerate(self) if word.head == at]

    def below(self, at: int) -> set[int]:
        """The places of a word and of all that depend on it."""
        found, new = {at}, [at]
        while new:
            top = new.pop()
            more = [place for place in self.children(top) if place not in found]
            found.update(more)
            new += more
        return found

    def above(self, at: int) -> Iterator[int]:
        """The places of a word's head, of its head, and so on."""
        while (at := self[at].head) != ROOT:
            yield at

    def inside(self, start: int, end: int) -> list[int]:
        """The places of the words of the characters start:end."""
        return [at for at, word in enumerate(self) if word.start < end and word.end > start]

    def top(self, start: int, end: int) -> int | None:
        """The word of start:end that the others of it depend on; None where there is none."""
        inside = self.inside(start, end)
        heads = [at for at in inside if self[at].head not in inside]
        return max(heads, key=lambda at: len(self.below(at)), default=None)

    def is_verb(self, at: int) -> bool:
        """Whether a word is a verb by its part of speech."""
        return self[at].tag.startswith("VB") or self[at].tag == "MD"


def parses(sentences: Sequence[str]) -> list[Tree]:
    """The grammar of each of `sentences`, in their order; of a very long one it is empty.

    >>> tree = parses(["Kabul thanked Japan."])[0]
    >>> [(word.relation, word.head) for word in tree]
    [('nsubj', 1), ('ROOT', -1), ('dobj', 1), ('punct', 1)]
    """
    return answered.answers("parses", sentences, _parses, list, _tree)


def _tree(packed: list) -> Tree:
    return Tree(Word(*one) for one in packed)


def _parses(sentences: Sequence[str]) -> list[Tree]:
    order = sorted(range(len(sentences)), key=lambda at: len(sentences[at]))
    found: dict[int, Tree] = {}
    for start in range(0, len(order), AT_ONCE):
        part = order[start : start + AT_ONCE]
        trees = _parsed([sentences[at] for at in part])
        found.update(zip(part, trees, strict=True))
    return [found[at] for at in range(len(sentences))]


def _parsed(sentences: Sequence[str]) -> list[Tree]:
    cut = pieces(sentences)
    asked = [at for at, one in enumerate(cut) if 0 < len(one.ids) <= LONGEST]
    rows = [row(cut[at], slice(0, len(cut[at].ids))) for at in asked]
    trunks = [one["trunk"] for one in model.run(rows, ("trunk",))]
    trees = [Tree()] * len(sentences)
    step = max(1, model.TOKENS_AT_ONCE // max((len(one) for one in trunks), default=1))
    for start in range(0, len(asked), step):
        some = asked[start : start + step]
        found = _answered([cut[at] for at in some], trunks[start : start + step])
        for at, tree in zip(some, found, strict=True):
            trees[at] = tree
    return trees


def _answered(cut: Sequence[Pieces], trunks: Sequence[np.ndarray]) -> list[Tree]:
    longest = max(len(one) for one in trunks)
    trunk = np.zeros((len(cut), longest, trunks[0].shape[1]), np.float32)
    firsts = np.full((len(cut), longest), 2, np.int64)
    for at, (one, vectors) in enumerate(zip(cut, trunks, strict=True)):
        trunk[at, : len(vectors)] = vectors
        firsts[at, : len(vectors)] = 0
        firsts[at, [0, *(place + 1 for place in _places(one))]] = 1
    feed = {"trunk": trunk, "firsts": firsts}
    heads, relations, tags = _session().run(["heads", "relations", "tags"], feed)
    return [
        _made(one, heads[at].round(model.DECIMALS), relations[at], tags[at])
        for at, one in enumerate(cut)
    ]


@cache
def _session():
    return model.opened(WEIGHTS)


def _places(one: Pieces) -> list[int]:
    """The first piece of each word."""
    return [at for at, word in enumerate(one.words) if not at or word != one.words[at - 1]]


def _made(one: Pieces, heads: np.ndarray, relations: np.ndarray, tags: np.ndarray) -> Tree:
    firsts = _places(one)
    ends = [*(at - 1 for at in firsts[1:]), len(one.words) - 1]
    rows = [0, *(at + 1 for at in firsts)]
    chances = heads[np.ix_(rows[1:], rows)]  # (words, root and words)
    above = without_circles(chances)
    labels, parts = relations[rows[1:]].argmax(-1), tags[rows[1:]].argmax(-1)
    return Tree(
        Word(one.spans[first][0], one.spans[last][1], head, RELATIONS[label], TAGS[tag])
        for first, last, head, label, tag in zip(firsts, ends, above, labels, parts, strict=True)
    )


def without_circles(chances: np.ndarray) -> list[int]:
    """Each word's likeliest head (-1: the root) such that none depends on itself.

    `chances`: (words, 1 + words), of the root and of each word to be its head. A circle is opened
    where that costs least.

    >>> without_circles(np.array([[0.1, 0, 0.9], [0.3, 0.7, 0]]))
    [1, -1]
    """
    chances = chances.copy()
    count = len(chances)
    chances[np.arange(count), np.arange(count) + 1] = -1
    heads = chances.argmax(axis=1) - 1
    while circle := _circle(heads):
        within = [other + 1 for other in circle]
        allowed = chances[circle].copy()
        allowed[:, within] = -1
        cost = chances[circle, heads[circle] + 1] - allowed.max(axis=1)
        least = int(cost.argmin())
        chances[circle[least], within] = -1
        heads[circle[least]] = int(allowed[least].argmax()) - 1
    return heads.tolist()


def _circle(heads: np.ndarray) -> list[int]:
    """The words of a circle, if there is one."""
    done: set[int] = set()
    for start in range(len(heads)):
        path: dict[int, None] = {}
        at = start
        while at != ROOT and at not in done and at not in path:
            path[at] = None
            at = int(heads[at])
        if at in path:
            found = list(path)
            return found[found.index(at) :]
        done.update(path)
    return []
