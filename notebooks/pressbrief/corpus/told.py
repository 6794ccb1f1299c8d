"""What each article tells, read off the table of sentences when it is asked for."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate, pairwise

import pandas as pd

from .article import article_id

KEPT = 256  # articles whose sentences are at hand


class Told:
    """The sentences of a table whose rows stand article by article."""

    def __init__(self, sentences: pd.DataFrame):
        self._sentences = sentences[["role", "text"]]
        sizes = sentences.groupby("article_id", sort=False).size()
        places = pairwise(accumulate(sizes, initial=0))
        self._places = dict(zip(sizes.index, places, strict=True))
        self.of_file = lru_cache(KEPT)(self._of_file)

    def body(self, article: str) -> list[str]:
        """An article's sentences without its headings; its headings where it has no other."""
        rows = self._rows(article)
        body = rows[rows["role"] == "body"]
        return (rows if body.empty else body)["text"].tolist()

    def _of_file(self, file: str) -> list[str]:
        """All sentences of a file's article."""
        return self._rows(article_id(file))["text"].tolist()

    def _rows(self, article: str) -> pd.DataFrame:
        first, end = self._places[article]
        return self._sentences.iloc[first:end]
