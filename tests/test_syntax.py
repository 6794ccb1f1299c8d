"""The grammar of a sentence: its words in, whose dependent each is out."""

from __future__ import annotations

import numpy as np
import pytest

from pressbrief import reader
from pressbrief.reader.syntax import LONGEST, without_circles

SAID = "The minister, who visited Kenya on Monday, said that talks had ended."


def arcs(text: str) -> dict[str, tuple[str, str]]:
    """Each word's relation and head."""
    tree = reader.parses([text])[0]
    said = [text[word.start : word.end] for word in tree]
    return {
        one: (word.relation, said[word.head] if word.head >= 0 else "")
        for one, word in zip(said, tree, strict=True)
    }


def test_each_word_has_its_head_and_what_it_is_to_it():
    found = arcs(SAID)
    assert found["minister"] == ("nsubj", "said")
    assert found["visited"] == ("relcl", "minister")
    assert found["Monday"] == ("pobj", "on") and found["on"] == ("prep", "visited")
    assert found["talks"] == ("nsubj", "ended") and found["ended"] == ("ccomp", "said")
    assert found["said"] == ("ROOT", "")


def test_a_noun_is_told_from_the_verb_of_its_form():
    tree = reader.parses(["The report is late.", "They report that talks ended."])
    assert (tree[0][1].tag, tree[1][1].tag) == ("NN", "VBP")


def test_a_sentence_is_read_the_same_alone_and_beside_others():
    others = ["Talks ended.", SAID, "Mali and Niger signed a treaty in Oslo " * 3, ""]
    assert reader.parses(others)[1] == reader.parses([SAID])[0]


@pytest.mark.parametrize("text", ["", " ", "…", "a" * 9000, "met " * (LONGEST + 1), "\x00\ud83d"])
def test_what_is_no_sentence_has_little_or_no_grammar(text):
    tree = reader.parses([text.encode("utf-8", "replace").decode()])[0]
    assert all(word.head < len(tree) for word in tree)
    assert len(tree) <= LONGEST


def test_no_word_depends_on_itself():
    rng = np.random.default_rng(1)
    for size in (1, 2, 5, 30):
        heads = without_circles(rng.random((size, size + 1)))
        for start in range(size):
            at, steps = start, 0
            while at >= 0:
                at, steps = heads[at], steps + 1
                assert steps <= size


def test_what_depends_on_a_word_and_what_it_depends_on():
    tree = reader.parses([SAID])[0]
    said = [SAID[word.start : word.end] for word in tree]
    minister, visited = said.index("minister"), said.index("visited")
    assert {"who", "visited", "Kenya", "on", "Monday"} <= {said[at] for at in tree.below(minister)}
    assert [said[at] for at in tree.above(visited)] == ["minister", "said"]
    assert tree.top(0, SAID.index(", who")) == minister
