"""What each source itself says of each target: its judgements counted, and what they come to."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
import pandas as pd

from pressbrief.english.tokens import WORD
from pressbrief.english.word_classes import BE, DETERMINERS, PREPOSITIONS, PRONOUNS
from pressbrief.stance.appraisal.balance import balance
from pressbrief.stance.appraisal.verdicts import Count, evaluations, leans, side, verdict
from pressbrief.stance.model import DECIMALS
from pressbrief.tables import LIST_SEPARATOR, select

EXPRESSIONS = 3  # of the strongest
SMALL = BE | DETERMINERS | PREPOSITIONS | PRONOUNS


class Asked(NamedTuple):
    """From how many sentences on a verdict is given, and how sure its interval is."""

    min_sentences: int
    min_judgements: int
    confidence: float


def by_source(
    articles: pd.DataFrame, sentences: pd.DataFrame, stances: pd.DataFrame, asked: Asked
) -> list[tuple]:
    """The rows of the stance_by_source table, by source and target.

    Only the source's own voice counts, only articles that duplicate no other, and each sentence of
    an article once, however often it stands there. `balance.py` says what the interval is. With
    one article there is none: how alike a source's articles are cannot be seen in it, and the
    verdict is on that article.

    `driven_by` names each article without which the verdict would be another, by file. It is
    empty where a source has one article only, since without it there is no row.
    """
    own = _worded(own_voice(stances, articles), sentences)
    return [(*pair, *_row(said, asked)) for pair, said in own.groupby(["source", "target"])]


def own_voice(stances: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The stances that count as a source's own, with `source` and `file`.

    Duplicates of another article are none, nor is what an article only says again.
    """
    own = (stances["voice"] == "author") & (stances["repeats"] == 0)
    return select.within_counted(stances[own], articles)


def _worded(own: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """The stances with `sign`, which way each evaluates, and `words`, the words that do so."""
    said = {(row.article_id, row.sentence): row for row in sentences.itertuples()}
    found = []
    for row in own.itertuples():
        one = said.get((row.article_id, row.sentence))
        start, end = (at - one.start if one else 0 for at in
                      (row.expression_start, row.expression_end))  # fmt: skip
        words = one.text[start:end] if one and row.expression_end else ""
        found.append(" ".join(words.replace(LIST_SEPARATOR.strip(), ",").split()))
    return own.assign(sign=evaluations(own["polarity"]), words=pd.Series(found, own.index, "str"))


def _row(said: pd.DataFrame, asked: Asked) -> tuple:
    found, ends = _judged(said, asked)
    files = said["file"].nunique()
    low, high = ends[1:] if files > 1 else (math.nan, math.nan)
    return (
        len(said),
        int((said["sign"] < 0).sum()),
        int((said["sign"] > 0).sum()),
        ends.mean,
        low,
        high,
        round(float(said["portrayal"].mean()), DECIMALS),
        found,
        LIST_SEPARATOR.join(_strongest(said, found)),
        files,
        _driven_by(said, found, asked),
    )


def _judged(said: pd.DataFrame, asked: Asked):
    """The verdict on a source's sentences, and their balance."""
    signs = said["sign"].to_numpy()
    by_file = [signs[rows] for rows in said.groupby("file", sort=True).indices.values()]
    counts = np.array([[(each == sign).sum() for sign in (-1, 0, 1)] for each in by_file])
    ends = balance(counts, asked.confidence)
    critical, other, favourable = counts.sum(axis=0).tolist()
    apart = [_apart(said.loc[said["sign"] == sign, "words"]) for sign in (-1, 1)]
    count = Count(critical, other, favourable, *apart)
    fewest = asked.min_sentences, asked.min_judgements
    return verdict(count, ends.low, ends.high, *fewest), ends


def _apart(expressions: pd.Series) -> int:
    """How many of some judgements are left, whichever one word they are left without.

    >>> _apart(pd.Series(["shoddy", "a shoddy deal", "late"])), _apart(pd.Series(["", ""]))
    (1, 2)
    """
    counts: dict[str, int] = {}
    for said in expressions:
        words = {word.casefold() for word in WORD.findall(said)}
        for word in words - SMALL or words:
            counts[word] = counts.get(word, 0) + 1
    return len(expressions) - max(counts.values(), default=0)


def _strongest(said: pd.DataFrame, found: str) -> list[str]:
    """The words of the clearest judgements, each once; of a leaning source those on its side."""
    judged = said[(said["sign"] != 0) & (said["words"] != "")]
    if leans(found):
        judged = judged[judged["sign"] == side(found)]
    words = select.strongest_first(judged)["words"].tolist()
    return list({each.casefold(): each for each in reversed(words)}.values())[::-1][:EXPRESSIONS]


def _driven_by(said: pd.DataFrame, found: str, asked: Asked) -> str:
    """The files, each of which alone decides the verdict: without it there would be another."""
    files = sorted(said["file"].unique())
    if len(files) < 2:
        return ""
    without = ((file, said[said["file"] != file]) for file in files)
    return LIST_SEPARATOR.join(file for file, rest in without if _judged(rest, asked)[0] != found)
