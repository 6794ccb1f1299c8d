"""Articles with the same text, nearly the same, or mostly the same agency text.

Shingles are runs of five words (Broder 1997). Texts that share rare runs are paired, and every
pair is compared run by run: no copy is missed, and none is called one by chance.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pandas as pd

from pressbrief import tables
from pressbrief.corpus.differences import changed
from pressbrief.corpus.overlaps import MIN_SHARED, MOSTLY, overlapping
from pressbrief.corpus.sentences import Sentence
from pressbrief.corpus.shingles import runs, words

LAST_DAY = "9999-12-31"
# From this share of the longer text's runs on two are nearly the same, else mostly: a headline, a
# lead or a paragraph is another. A guess.
NEARLY = 0.8


class Body(NamedTuple):
    """An article's text as it is compared: the digest of its words, and its runs."""

    digest: bytes
    runs: np.ndarray


@dataclass(frozen=True, slots=True)
class Text:
    """An article by its id and days, with the place of its body among all bodies."""

    article_id: str
    earliest: str
    latest: str
    at: int
    bodies: Sequence[Body]

    @property
    def body(self) -> Body:
        """The article's own text."""
        return self.bodies[self.at]


def body(sentences: Sequence[Sentence]) -> Body:
    """An article's sentences as its body; its headings alone where it has no other."""
    texts = [one.text for one in sentences if one.role == "body"]
    texts = texts or [one.text for one in sentences]
    said = words(" ".join(texts))
    digest = hashlib.sha256(" ".join(said).encode("utf-8", "surrogatepass")).digest()
    return Body(digest if said else b"", runs(said))


def find(
    articles: pd.DataFrame, bodies: Sequence[Body], told: Callable[[str], list[str]]
) -> pd.DataFrame:
    """The table copies: every article whose text is another's, of which, and what it changed.

    `bodies` are in the order of the articles, `told` says an article's sentences by its id. Of
    several the earliest published is the original, and of those the agency's own before its
    customers', the first by file; an article without a date comes after those with one. Where
    nothing says which of two came first, a text that stands in a longer one is the copy of it.
    """
    texts = _texts(articles, bodies)
    exact, firsts = _exact(texts)
    original = exact | _alike(firsts)
    concerned = {*original, *original.values()}
    by_id = {text.article_id: text for text in texts if text.article_id in concerned}
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
    return [Text(ids[at], earliest[at], latest[at], at, bodies) for at in places.tolist()]


def _exact(texts: list[Text]) -> tuple[dict[str, str], list[Text]]:
    """Copy → original of texts that say the same word for word, and the first of each."""
    firsts: dict[bytes | str, Text] = {}
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
    later, earlier = overlapping(text.body.runs for text in texts).T
    places, firsts = np.unique(later, return_index=True)
    for at, before in zip(places, np.split(earlier, firsts)[1:], strict=True):
        text = texts[at]
        others = [texts[it] for it in before if texts[it].article_id not in original]
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
