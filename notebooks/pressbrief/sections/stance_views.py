"""What the section stance reads off its tables, once: whose judgements and words are whose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from pressbrief.sections import evidence
from pressbrief.sections.entry import Bench
from pressbrief.stance.appraisal.interval import Judge
from pressbrief.stance.appraisal.source_means import own_voice as counted_own
from pressbrief.tables import select
from pressbrief.tables.columns import UNKNOWN

WORD = re.compile(r"\w+(?:[’'-]\w+)*")


@dataclass(frozen=True)
class Views:
    """The sources' own stances, the evidence ids of each (source, target), others' stances, words.

    `judge` measures means and intervals as the parameters say.
    """

    own: pd.DataFrame
    behind: dict[tuple[str, str], tuple[str, ...]]
    reported: pd.DataFrame
    words: pd.DataFrame
    judge: Judge


def of(bench: Bench) -> Views:
    """The views of a topic's tables."""
    articles, stances = bench.load("articles"), bench.load("stances")
    asked = bench.parameters
    own = own_voice(stances, articles)
    return Views(
        own,
        evidence.by(own, ["source", "target"], asked.quotes),
        reported(stances, articles),
        words(bench.load("voices"), bench.load("sentences"), articles),
        Judge(asked.min_sentences, asked.confidence, asked.resamples, asked.seed),
    )


def own_voice(stances: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The sources' own stances as they are counted, with `source`: strongest first on each side.

    In each source and target they take turns, the side that its mean is on before the other, so
    that the first few sentences show the strongest for and against.
    """
    own = select.strongest_first(counted_own(stances, articles))
    mean = own.groupby(["source", "target"])["polarity"].transform("mean")
    own = own.assign(other=(own["polarity"] < 0) != (mean < 0))
    turn = own.groupby(["source", "target", "other"]).cumcount()
    return own.assign(turn=turn).sort_values(["turn", "other"], kind="stable")


def reported(stances: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The counted articles' stances of whoever is quoted or reported by name, with their `source`.

    What an article says again counts once.
    """
    said = stances[(stances["voice"] != "author") & (stances["holder"] != UNKNOWN)]
    return select.within_counted(said[said["repeats"] == 0], articles)


def words(voices: pd.DataFrame, sentences: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """How many words each source gives whom: source, speaker, words; `speaker` "" is its own.

    Of the counted articles. A word inside voices that stand in each other is the innermost one's.
    """
    once = select.counted(articles)
    sources = select.sources(once)
    said: dict[tuple, list] = {}
    for row in voices.itertuples():
        said.setdefault((row.article_id, row.sentence), []).append(row)
    rows = [
        (sources[row.article_id], speaker)
        for row in select.within(sentences, once).itertuples()
        for speaker in _speakers(row, said.get((row.article_id, row.sentence), []))
    ]
    frame = pd.DataFrame(rows, columns=["source", "speaker"], dtype="str")
    return frame.groupby(["source", "speaker"]).size().rename("words").reset_index()


def _speakers(row, voices: list) -> Iterator[str]:
    """Of each word of a sentence who says it."""
    inner_first = sorted(voices, key=lambda voice: voice.end - voice.start)
    for match in WORD.finditer(row.text):
        at = row.start + match.start()
        yield next((one.speaker for one in inner_first if one.start <= at < one.end), "")


def farthest(by_source: pd.DataFrame) -> list[tuple]:
    """Of each target the two sources farthest apart whose intervals do not meet, widest first."""
    judged = by_source[by_source["verdict"] != "too little evidence"]
    found = []
    for _, group in judged.groupby("target", sort=True):
        rows = sorted(group.itertuples(index=False), key=lambda row: (row.mean, row.source))
        below = ((next((one for one in rows if one.high < row.low), None), row) for row in rows)
        clear = [(low, high) for low, high in below if low]
        found += [max(clear, key=lambda pair: pair[1].mean - pair[0].mean)] if clear else []
    return sorted(found, key=lambda pair: pair[0].mean - pair[1].mean)


def marked(mentions: pd.DataFrame, stances: pd.DataFrame) -> pd.DataFrame:
    """The spans to mark as targets: every actor named, and each proposition's term."""
    columns = ["article_id", "sentence", "start", "end"]
    return pd.concat([select.naming(mentions)[columns], stances[columns]]).drop_duplicates()
