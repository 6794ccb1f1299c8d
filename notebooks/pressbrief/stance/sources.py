"""What each source itself says of each target: the mean over its sentences, and how sure it is."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from pressbrief.names import source_of

FAVOURABLE, CRITICAL, EVEN = "favourable", "critical", "even"
TOO_LITTLE = "too little evidence"
DIGITS = 4
BLOCK = 1_000_000


def by_source(
    articles: pd.DataFrame,
    stances: pd.DataFrame,
    *,
    min_sentences: int,
    confidence: float,
    resamples: int,
    seed: int,
) -> list[tuple]:
    """The rows of the stance_by_source table, by source and target.

    Only the source's own voice counts, and only articles that duplicate no other. `low` and
    `high` hold the middle `confidence` of the means of `resamples` bootstrap samples (percentile
    method, Efron and Tibshirani 1993, chapter 13). A source with several articles is resampled
    by article, since sentences of one article are no independent witnesses; a source with one
    article by sentence, which speaks for that article alone.

    `driven_by` is the article without which a verdict falls to another; of several, the one whose
    sentences pull the mean farthest. It is empty where a source has one article only, and where
    there is no verdict to fall ("even", "too little evidence").
    """
    counted = articles.loc[articles["duplicate_of"] == ""]
    facts = pd.DataFrame(
        {"article_id": counted["article_id"], "file": counted["file"], "source": source_of(counted)}
    )
    own = stances.loc[stances["voice"] == "author"].merge(facts, on="article_id")
    judge = _Judge(min_sentences, confidence, resamples, seed)
    return [
        (
            *pair,
            *judge.row({file: part.to_numpy() for file, part in said.groupby("file")["polarity"]}),
        )
        for pair, said in own.groupby(["source", "target"])
    ]


class _Judge:
    """Means, intervals and verdicts of polarities grouped by file."""

    def __init__(self, min_sentences: int, confidence: float, resamples: int, seed: int):
        self._fewest = min_sentences
        self._tails = 50 * (1 - confidence), 50 * (1 + confidence)
        self._resamples = resamples
        self._seed = seed

    def row(self, by_file: dict[str, np.ndarray]) -> tuple:
        mean, low, high = self._interval(by_file)
        sentences = sum(map(len, by_file.values()))
        verdict = self._verdict(by_file)
        return mean, low, high, sentences, len(by_file), verdict, self._driven_by(by_file, verdict)

    def _interval(self, by_file: dict[str, np.ndarray]) -> tuple[float, float, float]:
        """Mean and interval; the same samples for the same sentences, whatever else is measured."""
        groups = [by_file[file] for file in sorted(by_file)]
        values = np.concatenate(groups)
        clustered = len(groups) > 1
        sums = np.array([group.sum() for group in groups]) if clustered else values
        counts = np.array([len(group) for group in groups]) if clustered else np.ones(len(values))
        means = np.concatenate(
            [
                sums[picked].sum(axis=1) / counts[picked].sum(axis=1)
                for picked in self._draws(len(sums))
            ]
        )
        low, high = np.percentile(means, self._tails)
        mean = values.mean()
        ends = min(low, mean), mean, max(high, mean)
        low, mean, high = (round(float(end), DIGITS) + 0.0 for end in ends)
        return mean, low, high

    def _draws(self, size: int) -> Iterator[np.ndarray]:
        """Bootstrap samples of `size` units, as indices, in blocks that fit into memory."""
        draw = np.random.default_rng(self._seed)
        block = max(BLOCK // size, 1)
        for done in range(0, self._resamples, block):
            yield draw.integers(0, size, (min(block, self._resamples - done), size))

    def _verdict(self, by_file: dict[str, np.ndarray]) -> str:
        if sum(map(len, by_file.values())) < self._fewest:
            return TOO_LITTLE
        _, low, high = self._interval(by_file)
        if low > 0:
            return FAVOURABLE
        return CRITICAL if high < 0 else EVEN

    def _driven_by(self, by_file: dict[str, np.ndarray], verdict: str) -> str:
        if len(by_file) < 2 or verdict not in (FAVOURABLE, CRITICAL):
            return ""
        sign = 1 if verdict == FAVOURABLE else -1
        falls = [
            file
            for file in sorted(by_file)
            if self._verdict({other: by_file[other] for other in by_file if other != file})
            != verdict
        ]
        return max(falls, key=lambda file: sign * by_file[file].sum(), default="")
