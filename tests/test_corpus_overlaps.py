"""Texts that can be mostly made of each other are found, however little memory may hold."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from pressbrief.corpus import overlaps, pairs
from pressbrief.corpus.overlaps import MIN_SHARED, MOSTLY, overlapping


def texts(count: int) -> list[np.ndarray]:
    """Sets of numbers of which many take a part of an earlier one, some hardly any."""
    random = np.random.default_rng(7)
    made: list[np.ndarray] = []
    for at in range(count):
        own = random.integers(0, 2**32, random.integers(1, 200), np.uint32)
        taken = random.choice(made[random.integers(at)], random.integers(0, 150)) if at else own
        made.append(np.unique(np.concatenate([own, taken])))
    return made


def mostly_alike(one: np.ndarray, other: np.ndarray) -> bool:
    common = np.intersect1d(one, other).size
    return common >= MIN_SHARED and common >= MOSTLY * min(len(one), len(other))


@pytest.mark.parametrize("at_once", [2**16, 50], ids=["at once", "in many shares"])
def test_no_pair_that_is_mostly_alike_is_missed_and_few_others_are_named(monkeypatch, at_once):
    monkeypatch.setattr(pairs, "AT_ONCE", at_once)
    monkeypatch.setattr(overlaps, "AT_ONCE", at_once)
    made = texts(300)
    found = [tuple(pair) for pair in overlapping(made).tolist()]
    alike = {(b, a) for a, b in combinations(range(300), 2) if mostly_alike(made[a], made[b])}
    assert len(alike) > 100
    assert alike <= set(found)
    assert found == sorted(set(found))
    assert len(found) < 300 * 299 // 2 // 20


@pytest.mark.parametrize("made", [[], [[]], [[], []], [[1, 2, 3]]], ids=str)
def test_no_texts_and_texts_without_runs_are_like_none(made):
    assert overlapping([np.array(runs, np.uint32) for runs in made]).shape == (0, 2)


def test_pairs_come_back_whatever_the_order_in_which_they_were_laid_by(tmp_path, monkeypatch):
    monkeypatch.setattr(pairs, "AT_ONCE", 10)
    laid = pairs.Pairs(tmp_path / "pairs", 2**32)
    numbers = np.random.default_rng(7).integers(0, 2**32, 500, np.uint32)
    for some in np.split(numbers, 50):
        laid.add(some, some.astype(np.uint64) << np.uint64(8))
    shares = [laid.take(share) for share in laid.shares()]
    assert len(shares) > 20
    back = np.concatenate(shares)
    assert back["first"].tolist() == sorted(numbers.tolist())
    assert (back["second"] == back["first"].astype(np.uint64) << np.uint64(8)).all()
