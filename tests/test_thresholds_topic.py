"""How much a proposal, a message and a sentence hold, an example on each side of each."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest

from pressbrief import tables
from pressbrief.corpus import sentences
from pressbrief.run import init
from pressbrief.topic.corrections import nearest
from pressbrief.topic.unread import NothingReadError


def proposed(counts: list[int]) -> int:
    """How many actors are proposed of those that are named so often."""
    names = [f"A{n:03}" for n in range(len(counts))]
    rows = [(name, "state", "", name, "discovered") for name in names]
    named = [name for name, count in zip(names, counts, strict=True) for _ in range(count)]
    return len(init._shown(tables.frame("actors", rows), pd.DataFrame({"actor": named}), ()))


@pytest.mark.parametrize(("counts", "actors"), [([1, 2, 3], 2), ([2] * 100, 40)])
def test_actors_named_twice_are_proposed_and_forty_at_most(counts, actors):
    assert proposed(counts) == actors


def test_eight_names_of_an_actor_are_proposed():
    forms = [f"Form {n:02}" for n in range(20)]
    named = pd.DataFrame(
        {"actor": "Japan", "article_id": "a", "surface": forms, "kind": "alias"}, index=range(20)
    )
    row = SimpleNamespace(actor="Japan", actor_type="state", names="; ".join(forms), part_of="")
    said = init._entry(row, named, set(forms), {"Japan"}, {"Japan"})
    assert said.count("Form ") == 8


def test_the_three_nearest_are_named():
    known = {f"Japan{n}": f"Japan{n}" for n in range(9)}
    assert nearest("Japan", known).count("Japan") == 3


@pytest.mark.parametrize(("shared", "named"), [(150, 2), (250, 1)])
def test_two_hundred_characters_of_a_sentence_tell_it_from_others(shared, named):
    known = {f"{'x' * shared}{end * 60}": end for end in "yz"}
    assert len(nearest("x" * 200, known).split(", ")) == named


def test_twenty_files_of_which_none_can_be_read_are_named():
    said = str(NothingReadError(Path("t"), [(f"{n}.txt", "a scan") for n in range(30)]))
    assert said.count("a scan") == 20 and said.endswith("and 10 more")


@pytest.mark.parametrize(("length", "parts"), [(1990, 1), (2100, 2)])
def test_a_sentence_without_end_is_cut_at_two_thousand_characters(length, parts):
    text = "and so " * (length // 7)
    assert len(list(sentences._bounded(text, 0, len(text)))) == parts
