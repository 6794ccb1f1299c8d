"""Pairs of numbers on disk: more than memory should hold, taken back some at a time."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np

PAIR = np.dtype([("first", np.uint32), ("second", np.uint64)])
PARTS = 512  # into which the first numbers are divided, evenly
AT_ONCE = 2**16  # pairs that memory holds


class Pairs:
    """Pairs laid by in any order; those with one first number come back together.

    The first numbers lie below `end`.

    >>> pairs = Pairs(getfixture("tmp_path") / "pairs", end=100)
    >>> pairs.add([99, 7, 7], [1, 3, 2])
    >>> [pairs.take(share).tolist() for share in pairs.shares()]
    [[(7, 2), (7, 3), (99, 1)]]
    """

    def __init__(self, path: Path, end: int):
        self._path = path
        self._edges = np.linspace(0, end, PARTS + 1)
        self._waiting: list[np.ndarray] = []
        self._blocks: list[np.ndarray] = []  # where each part of each block begins in the file
        self._written = 0

    def add(self, first, second) -> None:
        """Lays by as many pairs as there are numbers in both."""
        pairs = np.empty(len(first), PAIR)
        pairs["first"], pairs["second"] = first, second
        self._waiting.append(pairs)
        if sum(map(len, self._waiting)) >= AT_ONCE:
            self._write()

    def shares(self) -> list[slice]:
        """The parts in which there are about as many pairs as memory may hold, from the lowest."""
        self._write()
        sizes = sum((np.diff(block) for block in self._blocks), np.zeros(PARTS, np.int64))
        share = np.cumsum(sizes) // AT_ONCE
        firsts = [0, *(np.flatnonzero(np.diff(share)) + 1).tolist(), PARTS]
        return [slice(*ends) for ends in pairwise(firsts)]

    def take(self, share: slice) -> np.ndarray:
        """The pairs of some parts by their first number, and by the second where that is one."""
        self._write()
        parts = [
            np.fromfile(self._path, PAIR, block[share.stop] - start, offset=start * PAIR.itemsize)
            for block in self._blocks
            if block[share.stop] > (start := block[share.start])
        ]
        found = np.concatenate([*parts, np.empty(0, PAIR)])
        return found[np.lexsort((found["second"], found["first"]))]

    def _write(self) -> None:
        if not self._waiting:
            return
        block = np.concatenate(self._waiting)
        block = block[np.argsort(block["first"], kind="stable")]
        self._blocks.append(self._written + np.searchsorted(block["first"], self._edges))
        self._written += len(block)
        self._waiting = []
        with self._path.open("ab") as file:
            block.tofile(file)
