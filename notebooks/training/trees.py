"""Sentences with their grammar: whose dependent each word is, and what it is to it.

The trees are those of a parser, spaCy's en_core_web_sm (MIT; trained on OntoNotes 5), over the
documents that may train what ships. A word is one of the reader's (`pieces.words`): of a word of
the parser's that is several of ours, the first stands for it and the others are its "part".
"""

from __future__ import annotations

import pickle
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from pressbrief.reader.pieces import Pieces, pieces
from pressbrief.reader.syntax import RELATIONS, TAGS
from training import sets
from training.drawing import texts

LONGEST = 126  # pieces: what is learnt need not be longer
HELD_OUT_SIDE = "held"


class Tree(NamedTuple):
    """A sentence, and of each of its words the head's place (-1: the root), relation and tag."""

    text: str
    heads: tuple[int, ...]
    relations: tuple[int, ...]
    tags: tuple[int, ...]


def sentences(gold: Path) -> tuple[list[str], list[str]]:
    """Sentences that may teach, and those of documents that are held out."""
    found = texts.documents(gold)
    held = texts.held_out(found)
    sides: dict[bool, dict[str, None]] = {True: {}, False: {}}
    for one in found:
        for said in _said(one):
            sides[one.sha1 in held][said] = None
    for named in (*sets.wikigold(gold), *sets.crossner(gold)):
        sides[False][named.text] = None
    kept = [said for said in sides[False] if said not in sides[True]]
    return kept, list(sides[True])


def _said(one: texts.Document) -> Iterator[str]:
    if one.sentences:
        parts: Iterable[str] = (one.text[start:end] for start, end in one.sentences)
    else:
        parts = (said for line in one.text.splitlines() for said in sets.SENTENCE_END.split(line))
    for part in parts:
        if said := " ".join(part.split()):
            yield said


def parsed(said: Sequence[str], model: str) -> list[Tree]:
    """The parser's trees of sentences; one that is too long to learn is left out."""
    import spacy

    parser = spacy.load(model, exclude=["ner", "lemmatizer"])
    # A row is one sentence: nothing may be cut in two.
    parser.add_pipe("whole_sentence", before="parser")
    cut = pieces(said)
    found = []
    for one, document in zip(cut, parser.pipe(said, batch_size=256), strict=True):
        if 0 < len(one.ids) <= LONGEST:
            found.append(tree(document.text, one, document))
    return found


def tree(text: str, one: Pieces, document) -> Tree:
    """The parser's tree of a text, over the reader's words."""
    words = word_spans(one)
    owner = [_owner(document, start) for start, _ in words]
    first: dict[int, int] = {}
    for at, token in enumerate(owner):
        first.setdefault(token, at)
    heads, relations, tags = [], [], []
    for at, token in enumerate(owner):
        own = document[token]
        tags.append(TAGS.index(own.tag_) if own.tag_ in TAGS else 0)
        if first[token] != at:
            heads.append(first[token])
            relations.append(RELATIONS.index("part"))
            continue
        above = own
        while above.head.i != above.i and (above is own or above.i not in first):
            above = above.head  # a head that begins no word of ours gives its own head
        is_root = above.i == own.i or above.i not in first
        heads.append(-1 if is_root else first[above.i])
        relations.append(RELATIONS.index("ROOT" if is_root else own.dep_ or "dep"))
    return Tree(text, tuple(heads), tuple(relations), tuple(tags))


def word_spans(one: Pieces) -> list[tuple[int, int]]:
    """The characters of each of a sentence's words."""
    ends: dict[int, tuple[int, int]] = {}
    for number, (start, end) in zip(one.words, one.spans, strict=True):
        first, last = ends.get(number, (start, end))
        ends[number] = (min(first, start), max(last, end))
    return [ends[number] for number in dict.fromkeys(one.words)]


def _owner(document, start: int) -> int:
    """The parser's word at a character: the last that begins there or before it."""
    low, high = 0, len(document) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if document[middle].idx <= start:
            low = middle
        else:
            high = middle - 1
    return low


def _register() -> None:
    from spacy.language import Language

    @Language.component("whole_sentence")
    def whole_sentence(document):
        for token in document:
            token.is_sent_start = token.i == 0
        return document


def main(gold: Path, out: Path, model: str = "en_core_web_sm") -> None:
    """Writes the trees that teach and those that are held out as a pickle."""
    _register()
    sides = sentences(gold)
    trees = tuple(parsed(said, model) for said in sides)
    print([len(side) for side in trees], sum(len(one.heads) for one in trees[0]), "words")
    out.write_bytes(pickle.dumps(trees))


if __name__ == "__main__":
    from training import trees  # what is pickled is known by this name

    trees.main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:])
