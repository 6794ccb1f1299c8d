"""Articles with the same text, nearly the same, or mostly the same agency text.

Shingles are runs of five words. Texts that share runs are paired by MinHash and banding (Broder
1997; Leskovec, Rajaraman and Ullman, chapter 3), and every pair is then compared run by run, so
that chance decides what is compared and never what is called a copy.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import numpy as np
import pandas as pd

from pressbrief import tables

from .differences import changed
from .shingles import runs, words

LAST_DAY = "9999-12-31"
# From this share of its runs on a text is mostly another's. In 1,094 news articles the pairs that
# tell one story in one wording begin at 0.75, and all others end at 0.32.
MOSTLY = 0.5
NEARLY = 0.8
# Fewer runs in common than this are a quotation, not an article.
MIN_SHARED = 20
PERMUTATIONS = 256
BANDS = (128, 2)
SLACK = 0.2


@dataclass(frozen=True)
class Text:
    """An article's text as it is compared: its days, its sentences, its runs."""

    article_id: str
    earliest: str
    latest: str
    sentences: tuple[str, ...]
    digest: str
    runs: np.ndarray


def find(articles: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """The table copies: every article whose text is another's, of which, and what it changed.

    Of several the earliest published is the original, and of those the first by file; an article
    without a date comes after those with one. Where nothing says which of two came first, a text
    that stands in a longer one is the copy of it.
    """
    texts = _texts(articles, sentences)
    exact, firsts = _exact(texts)
    original = exact | _alike(firsts)
    by_id = {text.article_id: text for text in texts}
    rows = []
    for article_id in articles["article_id"]:
        root = original.get(article_id)
        while root in original:
            root = original[root]
        if root and (row := _row(by_id[article_id], by_id[root])):
            rows.append(row)
    return tables.frame("copies", rows)


def mark(articles: pd.DataFrame, copies: pd.DataFrame) -> pd.DataFrame:
    """The articles with `duplicate_of` set as the table copies has it."""
    original = dict(zip(copies["article_id"], copies["duplicate_of"], strict=True))
    marked = [original.get(article_id, "") for article_id in articles["article_id"]]
    return articles.assign(duplicate_of=pd.Series(marked, articles.index, dtype="str"))


def _texts(articles: pd.DataFrame, sentences: pd.DataFrame) -> list[Text]:
    """Every article's text, the earliest first; its headings alone where it has no body."""
    all_: dict[str, list[str]] = {}
    bodies: dict[str, list[str]] = {}
    columns = (sentences[name] for name in ("article_id", "role", "text"))
    for article_id, role, text in zip(*columns, strict=True):
        all_.setdefault(article_id, []).append(text)
        if role == "body":
            bodies.setdefault(article_id, []).append(text)
    told = articles["published_earliest"].where(articles["published_earliest"] != "", LAST_DAY)
    order = articles.assign(told=told).sort_values(["told", "file"], kind="stable")
    return [
        _text(row, tuple(bodies.get(row.article_id) or all_.get(row.article_id, ())))
        for row in order.itertuples()
    ]


def _text(row, sentences: tuple[str, ...]) -> Text:
    said = words(" ".join(sentences))
    digest = hashlib.sha256(" ".join(said).encode("utf-8", "surrogatepass")).hexdigest()
    return Text(
        row.article_id,
        row.published_earliest,
        row.published_latest,
        sentences,
        digest if said else row.article_id,
        runs(said),
    )


def _exact(texts: list[Text]) -> tuple[dict[str, str], list[Text]]:
    """Copy → original of texts that say the same word for word, and the first of each."""
    firsts: dict[str, Text] = {}
    copies = {
        text.article_id: first.article_id
        for text in texts
        if (first := firsts.setdefault(text.digest, text)) is not text
    }
    return copies, list(firsts.values())


def _alike(texts: list[Text]) -> dict[str, str]:
    """Copy → original of texts mostly made of another's runs.

    What was taken for an original can turn out to stand in a later text: then it is a copy too.
    """
    original: dict[str, str] = {}
    texts = _sharing(texts)
    if len(texts) < 2:
        return original
    index = _Index()
    for text in texts:
        sketch = index.sketch(text)
        shares = [
            (_shared(text, other), other)
            for other in index.likely(text, sketch)
            if other.article_id not in original
        ]
        common, best = max(shares, key=lambda each: each[0], default=(0, text))
        if common >= MOSTLY * len(text.runs):
            original[text.article_id] = best.article_id
            continue
        for common, other in shares:
            known_first = "" < other.latest < text.earliest
            if not known_first and common >= MOSTLY * len(other.runs):
                original[other.article_id] = text.article_id
        index.add(text, sketch)
    return original


def _sharing(texts: list[Text]) -> list[Text]:
    """The texts of which enough runs stand in some other text at all: seldom many."""
    if not texts:
        return []
    every, counts = np.unique(np.concatenate([text.runs for text in texts]), return_counts=True)
    often = counts > 1
    return [
        text
        for text in texts
        if np.count_nonzero(often[np.searchsorted(every, text.runs)]) >= MIN_SHARED
    ]


class _Index:
    """Texts under their MinHash, so that those like another are found without comparing all."""

    def __init__(self) -> None:
        from datasketch import MinHash, MinHashLSH

        self._blank = MinHash(num_perm=PERMUTATIONS, hashfunc=int)
        self._lsh = MinHashLSH(num_perm=PERMUTATIONS, params=BANDS)
        self._texts: list[Text] = []
        self._sketches: list[MinHash] = []

    def sketch(self, text: Text):
        sketch = self._blank.copy()
        sketch.update_batch(text.runs.tolist())
        return sketch

    def add(self, text: Text, sketch) -> None:
        self._lsh.insert(len(self._texts), sketch, check_duplication=False)
        self._texts.append(text)
        self._sketches.append(sketch)

    def likely(self, text: Text, sketch) -> list[Text]:
        """The texts that may be copies or originals, in the order in which they were added."""
        return [
            self._texts[i]
            for i in sorted(self._lsh.query(sketch))
            if _estimate(sketch.jaccard(self._sketches[i]), text, self._texts[i]) >= MOSTLY - SLACK
        ]


def _estimate(jaccard: float, one: Text, other: Text) -> float:
    """The share of the shorter text's runs in the longer that a Jaccard similarity implies."""
    sizes = len(one.runs), len(other.runs)
    return jaccard / (1 + jaccard) * sum(sizes) / min(sizes)


def _shared(text: Text, other: Text) -> int:
    """How many runs two texts have in common, 0 if they are too few to tell."""
    common = np.intersect1d(text.runs, other.runs, assume_unique=True).size
    return common if common >= MIN_SHARED else 0


def _row(copy: Text, original: Text) -> tuple | None:
    """A copy's row; None if it is mostly like a copy of the original only, not like that itself."""
    if copy.digest == original.digest:
        return copy.article_id, original.article_id, "exact", 1.0, "", ""
    common = _shared(copy, original)
    share = common / max(len(copy.runs), 1)
    if share < MOSTLY:
        return None
    near = common >= NEARLY * max(len(copy.runs), len(original.runs))
    added, dropped = changed(copy.sentences, original.sentences)
    kind = "near" if near else "wire"
    return copy.article_id, original.article_id, kind, round(share, 4), added, dropped
