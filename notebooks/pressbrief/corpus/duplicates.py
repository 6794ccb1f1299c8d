"""Articles with the same text, nearly the same, or mostly the same agency text.

Shingles are runs of five words (Broder 1997). Texts that share rare runs are paired, and every
pair is compared run by run: no copy is missed, and none is called one by chance.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from pressbrief import tables

from .differences import changed
from .sentences import Sentence
from .shingles import runs, words

LAST_DAY = "9999-12-31"
# From this share of its runs on a text is mostly another's. In 1,094 news articles the pairs that
# tell one story in one wording begin at 0.75, and all others end at 0.32.
MOSTLY = 0.5
NEARLY = 0.8
# In so many steps the runs that texts have in common are found.
SHARES = 16
# Fewer runs in common than this are a quotation, not an article.
MIN_SHARED = 20


@dataclass(frozen=True, slots=True)
class Body:
    """An article's text as it is compared: the digest of its words, and its runs."""

    digest: str
    runs: np.ndarray


@dataclass(frozen=True, slots=True)
class Text:
    """An article's body with its id and days."""

    article_id: str
    earliest: str
    latest: str
    body: Body


def body(sentences: Sequence[Sentence]) -> Body:
    """An article's sentences as its body; its headings alone where it has no other."""
    texts = [one.text for one in sentences if one.role == "body"]
    texts = texts or [one.text for one in sentences]
    said = words(" ".join(texts))
    digest = hashlib.sha256(" ".join(said).encode("utf-8", "surrogatepass")).hexdigest()
    return Body(digest if said else "", runs(said))


def find(
    articles: pd.DataFrame, bodies: Sequence[Body], told: Callable[[str], list[str]]
) -> pd.DataFrame:
    """The table copies: every article whose text is another's, of which, and what it changed.

    `bodies` are in the order of the articles, `told` says an article's sentences by its id. Of
    several the earliest published is the original,
    and of those the agency's own before its customers', the first by file; an article without a
    date comes after those with one. Where nothing says which of two came first, a text that
    stands in a longer one is the copy of it.
    """
    texts = _texts(articles, bodies)
    exact, firsts = _exact(texts)
    original = exact | _alike(firsts)
    by_id = {text.article_id: text for text in texts}
    rows = []
    for article_id in articles["article_id"]:
        root = original.get(article_id)
        while root in original:
            root = original[root]
        if root and (row := _row(by_id[article_id], by_id[root], told)):
            rows.append(row)
    return tables.frame("copies", rows)


def mark(articles: pd.DataFrame, copies: pd.DataFrame) -> pd.DataFrame:
    """The articles with `duplicate_of` set as the table copies has it."""
    original = dict(zip(copies["article_id"], copies["duplicate_of"], strict=True))
    marked = [original.get(article_id, "") for article_id in articles["article_id"]]
    return articles.assign(duplicate_of=pd.Series(marked, articles.index, dtype="str"))


def _texts(articles: pd.DataFrame, bodies: Sequence[Body]) -> list[Text]:
    """Every article's text, the earliest first."""
    told = articles["published_earliest"].where(articles["published_earliest"] != "", LAST_DAY)
    copied = (articles["agency"] != articles["publisher"]) & (articles["agency"] != "")
    keys = pd.DataFrame({"told": told, "copied": copied, "file": articles["file"]})
    places = keys.sort_values([*keys], kind="stable").index
    ids, earliest, latest = (
        articles[name].tolist() for name in ("article_id", "published_earliest", "published_latest")
    )
    return [Text(ids[at], earliest[at], latest[at], bodies[at]) for at in places]


def _exact(texts: list[Text]) -> tuple[dict[str, str], list[Text]]:
    """Copy → original of texts that say the same word for word, and the first of each."""
    firsts: dict[str, Text] = {}
    copies = {
        text.article_id: first.article_id
        for text in texts
        if (first := firsts.setdefault(text.body.digest or text.article_id, text)) is not text
    }
    return copies, list(firsts.values())


def _alike(texts: list[Text]) -> dict[str, str]:
    """Copy → original of texts mostly made of another's runs.

    What was taken for an original can turn out to stand in a later text: then it is a copy too.
    """
    original: dict[str, str] = {}
    for text, before in zip(texts, _candidates([text.body.runs for text in texts]), strict=True):
        others = [texts[at] for at in before if texts[at].article_id not in original]
        shares = [(_shared(text, other), other) for other in others]
        common, best = max(shares, key=lambda each: each[0], default=(0, text))
        if common and common >= MOSTLY * len(text.body.runs):
            original[text.article_id] = best.article_id
            continue
        for common, other in shares:
            known_first = "" < other.latest < text.earliest
            if common and not known_first and common >= MOSTLY * len(other.body.runs):
                original[other.article_id] = text.article_id
    return original


def _candidates(runs: list[np.ndarray]) -> list[list[int]]:
    """For each text the earlier ones that can be mostly made of it, or it of them.

    Of two sets one that shares at least half of its members with the other shares one of the
    rarest half of them, and one more: only texts that share such a run are paired (prefix
    filtering: Chaudhuri, Ganti and Kaushik 2006).
    """
    common = _common(runs)
    own = [_places(common, each) for each in runs]
    every = np.concatenate([*own, np.empty(0, np.int32)])
    counts = np.bincount(every, minlength=len(common))
    ends = np.cumsum(counts)
    holders = np.repeat(np.arange(len(own), dtype=np.int32), [len(places) for places in own])
    holders = holders[np.argsort(every, kind="stable")]
    found: list[set[int]] = [set() for _ in runs]
    for at, places in enumerate(own):
        rarest = len(places) - math.ceil(MOSTLY * len(runs[at])) + 1
        if rarest < 1 or len(places) < MIN_SHARED:
            continue
        for place in places[np.argsort(counts[places], kind="stable")][:rarest]:
            for other in holders[ends[place] - counts[place] : ends[place]].tolist():
                found[max(at, other)].add(min(at, other))
    return [sorted(before - {at}) for at, before in enumerate(found)]


def _common(runs: list[np.ndarray]) -> np.ndarray:
    """The runs that more than one text has, sorted.

    They are looked for among a share of all numbers at a time, so that no copy of all is made.
    """
    edges = np.linspace(0, 2**32, SHARES, endpoint=False).astype(np.uint32)
    cuts = [[*np.searchsorted(each, edges).tolist(), len(each)] for each in runs]
    found = [np.empty(0, np.uint32)]
    for at in range(SHARES):
        some = [each[cut[at] : cut[at + 1]] for each, cut in zip(runs, cuts, strict=True)]
        every = np.concatenate([*some, np.empty(0, np.uint32)])
        every.sort()
        found.append(np.unique(every[1:][every[1:] == every[:-1]]))
    return np.concatenate(found)


def _places(common: np.ndarray, own: np.ndarray) -> np.ndarray:
    """Where a text's runs stand among the common ones, those that do."""
    first = np.searchsorted(common, own)
    return first[first < np.searchsorted(common, own, "right")].astype(np.int32)


def _shared(text: Text, other: Text) -> int:
    """How many runs two texts have in common, 0 if they are too few to tell."""
    common = np.intersect1d(text.body.runs, other.body.runs, assume_unique=True).size
    return common if common >= MIN_SHARED else 0


def _row(copy: Text, original: Text, told: Callable[[str], list[str]]) -> tuple | None:
    """A copy's row; None if it is mostly like a copy of the original only, not like that itself."""
    if copy.body.digest == original.body.digest:
        return copy.article_id, original.article_id, "exact", 1.0, "", ""
    common = _shared(copy, original)
    share = common / max(len(copy.body.runs), 1)
    if share < MOSTLY:
        return None
    near = common >= NEARLY * max(len(copy.body.runs), len(original.body.runs))
    added, dropped = changed(told(copy.article_id), told(original.article_id))
    kind = "near" if near else "wire"
    return copy.article_id, original.article_id, kind, round(share, 4), added, dropped
