"""What letters stand for: as their article spells them out, or as the articles of a corpus do.

An article spells letters out in parentheses. For the corpus a name of these initials in the same
article does so too, where no article has parentheses.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from pressbrief.mentions import agreeing
from pressbrief.mentions.keys import company, initials, is_acronym, says_the_same
from pressbrief.mentions.model import Article, Seen

# So large a share of the articles that spell letters out must agree on what they stand for, and
# so large a share of those that use the letters must spell them out. Guesses.
MAJORITY, SPELLING = 0.9, 0.1


class Letters:
    """The letters of a corpus; they and the names that they stand for are keys (keys.company)."""

    def __init__(self, articles: Iterable[Article], seen: Mapping[str, list[Seen]]):
        self._own: dict[str, dict[str, str]] = {}
        self._spelt: dict[str, Counter] = defaultdict(Counter)
        self._used: Counter = Counter()
        beside: dict[str, Counter] = defaultdict(Counter)
        for article in articles:
            ones = seen.get(article.article_id, [])
            own = self._own[article.article_id] = {}
            for long, short in agreeing.spelt_out(article, ones):
                if company(short.text) != company(long.text):
                    own.setdefault(company(short.text), company(long.text))
            for letters, name in own.items():
                self._spelt[letters][name] += 1
            used = {company(one.text) for one in ones if is_acronym(one.text)}
            self._used.update(used)
            for letters, name in _initialled(ones):
                if letters in used and letters not in own:
                    beside[letters][name] += 1
        for letters, counts in beside.items():
            self._add(letters, counts)

    def _add(self, letters: str, beside: Counter) -> None:
        """Takes in the names beside letters; of those with parentheses somewhere only the same."""
        spelt = self._spelt.setdefault(letters, beside)
        if spelt is not beside:
            for name in spelt:
                spelt[name] += beside[name]

    def spelt_out(self) -> Iterator[tuple[str, str]]:
        """Letters and the name for which an article spells them out, in the articles' order."""
        for own in self._own.values():
            yield from own.items()

    def within(self, article_id: str, letters: str) -> str:
        """The name for which an article spells letters out, else empty."""
        return self._own[article_id].get(letters, "")

    def across(self, letters: str) -> str:
        """The name that letters stand for in nearly all articles that spell them out, else empty.

        One article that spells out what many use says nothing of the many.
        """
        counts = self._spelt.get(letters)
        if not counts:
            return ""
        name = min(counts, key=lambda name: (-counts[name], name))
        most = sum(counts[other] for other in counts if says_the_same(name, other))
        enough = most >= MAJORITY * counts.total() and most >= SPELLING * self._used[letters]
        return name if enough else ""


def _initialled(ones: Iterable[Seen]) -> set[tuple[str, str]]:
    """The organisations' names of several words, each behind its initials."""
    names = {one.text for one in ones if one.kind == "organisation" and " " in one.text}
    return {(initials(name), company(name)) for name in names}
