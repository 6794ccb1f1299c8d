"""Which texts can be mostly made of each other: those that share rare runs of words.

Of two sets one that shares at least half of its members with the other shares one of the rarest
half of them, and one more: only texts that share such a run are paired (prefix filtering:
Chaudhuri, Ganti and Kaushik 2006). What is compared lies on disk: memory holds a share of it.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pandas as pd

from pressbrief.corpus.pairs import Pairs

# From this share of its runs on a text is mostly another's. In 1,094 news articles the pairs that
# tell one story in one wording begin at 0.75, and all others end at 0.32.
MOSTLY = 0.5
# Fewer runs in common than this are a quotation (24 words, a sentence), not an article. A guess.
MIN_SHARED = 20
HALF = np.uint64(32)
LOW = np.uint64(2**32 - 1)
AT_ONCE = 2**16  # meetings of two texts that are looked at together


def overlapping(texts: Iterable[np.ndarray]) -> np.ndarray:
    """Every pair of texts worth comparing, as rows of the later text's place and the earlier's.

    A text is given as its runs, numbers sorted and each once (uint32); the rows are sorted.

    >>> text = np.arange(40, dtype=np.uint32)
    >>> overlapping([text, text + 100, text[:30]]).tolist()
    [[2, 0]]
    """
    with TemporaryDirectory(prefix="pressbrief-") as folder:
        holders = Pairs(Path(folder) / "holders", 2**32)
        counts = array("I")
        for at, runs in enumerate(texts):
            holders.add(runs, np.full(len(runs), at))
            counts.append(len(runs))
        sizes = np.array(counts)
        common = Pairs(Path(folder) / "common", len(sizes))
        for share in holders.shares():
            common.add(*_in_common(holders.take(share)))
        askers = Pairs(Path(folder) / "askers", 2**32)
        for share in common.shares():
            askers.add(*_rarest(common.take(share), sizes))
        shares = ((askers.take(share), holders.take(share)) for share in holders.shares())
        found = _each_once(met for share in shares for met in _met(*share))
    return np.stack([found >> HALF, found & LOW], axis=1, dtype=np.uint32, casting="unsafe")


def _in_common(share: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Texts and the runs that each has in common with others; the rarer a run, the lower."""
    runs = share["first"].astype(np.uint64)
    _, which, times = np.unique(runs, return_inverse=True, return_counts=True)
    held = times[which].astype(np.uint64)
    many = held > 1
    return share["second"][many], (held[many] << HALF) | runs[many]


def _rarest(share: np.ndarray, sizes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Runs and the texts that look for others by them: so many that none can be missed."""
    texts, first, times = np.unique(share["first"], return_index=True, return_counts=True)
    asked = times - np.ceil(MOSTLY * sizes[texts]).astype(np.int64) + 1
    asked[times < MIN_SHARED] = 0
    rank = np.arange(len(share)) - np.repeat(first, times)
    asks = share[rank < np.repeat(asked, times)]
    return asks["second"] & LOW, asks["first"]


def _met(askers: np.ndarray, holders: np.ndarray) -> Iterator[np.ndarray]:
    """The texts that hold a run by which others look, paired with those: later << 32 | earlier."""
    first = np.searchsorted(holders["first"], askers["first"])
    times = np.searchsorted(holders["first"], askers["first"], "right") - first
    parts = np.cumsum(times) // AT_ONCE
    for part in np.unique(parts):
        some = parts == part
        count = times[some]
        asker = np.repeat(askers["second"][some], count)
        step = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
        holder = holders["second"][np.repeat(first[some], count) + step]
        other = asker != holder
        later = np.maximum(asker[other], holder[other])
        yield (later << HALF) | np.minimum(asker[other], holder[other])


def _each_once(parts: Iterable[np.ndarray]) -> np.ndarray:
    """The numbers in all parts, sorted; repeats go before they fill as much as what is known."""
    found, waiting, count = np.empty(0, np.uint64), [], 0
    for part in parts:
        waiting.append(part)
        count += len(part)
        if count > max(4 * AT_ONCE, len(found)):
            found, waiting, count = pd.unique(np.concatenate([found, *waiting])), [], 0
    return np.unique(np.concatenate([found, *waiting]))
