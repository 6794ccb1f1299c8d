"""What each article tells, taken from the spool when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from pressbrief.corpus.article import article_id
from pressbrief.corpus.spool import Place, Spool

KEPT = 256  # articles whose sentences are at hand


class Told:
    """The sentences of the articles that lie at these places of a spool, by their ids."""

    def __init__(self, spool: Spool, places: Mapping[str, Place]):
        self._spool, self._places = spool, places
        self.of_file = lru_cache(KEPT)(self._of_file)

    def body(self, article: str) -> list[str]:
        """An article's sentences without its headings; its headings where it has no other."""
        said = self._sentences(article)
        return [one.text for one in said if one.role == "body"] or [one.text for one in said]

    def _of_file(self, file: str) -> list[str]:
        """All sentences of a file's article."""
        return [one.text for one in self._sentences(article_id(file))]

    def _sentences(self, article: str):
        return self._spool.take(self._places[article]).sentences
