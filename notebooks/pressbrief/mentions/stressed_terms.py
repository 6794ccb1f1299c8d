"""What each source stresses: terms that it uses more than the other sources do.

The weight is the log-odds ratio of a term's share of a source's terms and of the others', with an
informative Dirichlet prior, in standard deviations (Monroe, Colaresi and Quinn 2008, "Fightin'
Words", equations 15 to 22). The prior is how often all sources use each term: what is rare must be
used far more often before it weighs as much.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from math import log, sqrt

import pandas as pd

from pressbrief import tables
from pressbrief.english.noun_phrases import noun_phrases
from pressbrief.tables import select
from pressbrief.tables.frames import LIST_SEPARATOR

# Weights from here on are told: chance alone brings about one in ten of them. From FIRM on it is
# one in forty (Monroe and others 2008, section 3.5.1, draw the line there).
LEAST, FIRM = 1.28, 1.96
# A term that a source uses less often than this says nothing of it; a guess.
FEWEST = 3
# So many terms of a source are told; a guess.
MOST = 10
# Of a shorter and a longer term one is told: the longer where it is this share of the shorter.
SHARE = 0.5
PER = 1000


def build(
    articles: pd.DataFrame, sentences: pd.DataFrame, mentions: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The tables terms and term_mentions: of the articles that count, actors' names aside."""
    found = used(articles, sentences, mentions)
    every = Counter(found["term"])
    told = [
        (source, term, weight)
        for source, rows in found.groupby("source")
        for term, weight in stressed(Counter(rows["term"]), every)
    ]
    words = select.counted(articles).groupby("source")["words"].sum()
    keys = {term for _, term, _ in told}
    kept = found[found["term"].isin(keys)]
    shown, by_term = _shown(kept), dict(list(kept.groupby("term")))
    rows = [
        _row(source, shown[term], weight, by_term[term], words) for source, term, weight in told
    ]
    uses = kept.assign(term=kept["term"].map(shown)).sort_values(["article_id", "start", "end"])
    columns = tables.TABLES["term_mentions"].names
    return tables.frame("terms", rows), tables.check("term_mentions", uses[columns])


def used(articles: pd.DataFrame, sentences: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    """Each use of a term: its source, article, sentence, characters, surface and key."""
    rows = select.within_counted(sentences, articles)
    names = defaultdict(list)
    for key, start, end in zip(
        zip(mentions["article_id"], mentions["sentence"], strict=True),
        mentions["start"], mentions["end"], strict=True,
    ):  # fmt: skip
        names[key].append((start, end))
    proper = _proper(rows)
    found = []
    for row in rows.itertuples():
        hidden = [(a - row.start, b - row.start) for a, b in names[row.article_id, row.sentence]]
        for one in noun_phrases(row.text, hidden):
            surface = row.text[one.start : one.end]
            if not proper.isdisjoint(surface.casefold().replace("’", "'").split()):
                continue
            place = row.sentence, row.start + one.start, row.start + one.end
            found.append((row.source, row.article_id, *place, surface, one.key))
    columns = ["source", "article_id", "sentence", "start", "end", "surface", "term"]
    return pd.DataFrame(found, columns=columns)


def _proper(sentences: pd.DataFrame) -> set[str]:
    """The words that are mostly written with a capital where no sentence begins: parts of names."""
    large, small = Counter[str](), Counter[str]()
    for text in sentences.loc[sentences["role"] == "body", "text"]:
        for word in text.replace("’", "'").split()[1:]:
            bare = word.strip("“”\"'().,;:!?[]")
            (large if bare[:1].isupper() else small)[bare.casefold()] += 1
    return {word for word, count in large.items() if count > small[word]}


def stressed(own: Counter, every: Counter) -> list[tuple[str, float]]:
    """The terms that set a source apart, with their weights, heaviest first.

    `own` counts the source's uses of each term, `every` those of all sources, its own too.

    >>> every = Counter(tea=13, cup=80)
    >>> [(term, round(weight, 1)) for term, weight in stressed(Counter(tea=12, cup=30), every)]
    [('tea', 2.7)]
    """
    if own.total() == every.total():
        return []
    often = ((term, weight) for term, weight in weighed(own, every) if own[term] >= FEWEST)
    inorder = sorted(often, key=lambda pair: (-pair[1], pair[0]))
    return _apart([pair for pair in inorder if pair[1] >= LEAST], own)[:MOST]


def weighed(own: Counter, every: Counter) -> Iterator[tuple[str, float]]:
    """Each term of `own` with its log-odds ratio in standard deviations, more than others' above 0.

    The prior has the weight of the smaller side's text, so that neither is drowned by it.
    """
    total, mine = every.total(), own.total()
    theirs = total - mine
    size = min(mine, theirs)
    for term, count in own.items():
        prior = size * every[term] / total
        first, second = count + prior, every[term] - count + prior
        ratio = log(first / (mine + size - first)) - log(second / (theirs + size - second))
        yield term, ratio / sqrt(1 / first + 1 / second)


def _apart(inorder: list[tuple[str, float]], uses: Counter) -> list[tuple[str, float]]:
    """Terms without those that are mostly part of a longer one told, and the other way round."""
    terms = [term for term, _ in inorder]
    left: set[str] = set()
    for term in terms:
        for longer in terms:
            if longer != term and f" {term} " in f" {longer.replace(chr(39) + 's', '')} ":
                left.add(term if uses[longer] >= SHARE * uses[term] else longer)
    return [(term, weight) for term, weight in inorder if term not in left]


def _shown(uses: pd.DataFrame) -> dict[str, str]:
    """How each term is written: its most frequent form, in lower case, of equals the first."""
    forms = uses["surface"].map(lambda form: " ".join(form.casefold().split()))
    counts = forms.groupby(uses["term"]).agg(lambda said: said.value_counts().sort_index().idxmax())
    return counts.to_dict()


def _row(source: str, term: str, weight: float, uses: pd.DataFrame, words: pd.Series) -> tuple:
    mine = uses[uses["source"] == source]
    silent = sorted(set(words.index) - set(uses["source"]))
    others = len(uses) - len(mine)
    return (
        source,
        term,
        len(mine),
        round(PER * len(mine) / words[source], 3),
        len(mine[["article_id", "sentence"]].drop_duplicates()),
        mine["article_id"].nunique(),
        others,
        round(PER * others / (words.sum() - words[source]), 3),
        round(weight, 3),
        LIST_SEPARATOR.join(silent),
    )
