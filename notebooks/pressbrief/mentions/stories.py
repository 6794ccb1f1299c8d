"""Whether an article can mean by a surname whom other articles of the corpus name in full.

It can where it tells the same story, which shows in other names that they share, or where it gives
the surname the office that they give the full name; not where the offices are different ones.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from pressbrief.english.word_lists import table
from pressbrief.mentions import name_words, offices, states
from pressbrief.mentions.keys import company, skeleton
from pressbrief.mentions.model import Article, Seen

# Names beside the surname that two articles of one story share at least, or so large a share of
# the names of one; states, which articles on anything share, are none. Guesses.
SHARED, MOST = 2, 0.5
SHORTENED = table("offices/shortened")


class Stories:
    """The names and offices of a corpus's articles."""

    def __init__(self, articles: Iterable[Article], seen: Mapping[str, list[Seen]]):
        self._names: dict[str, set[str]] = {}
        self._offices: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._alone: dict[tuple[str, str], set[str]] = defaultdict(set)
        for article in articles:
            ones = seen.get(article.article_id, ())
            telling = (one for one in ones if not (one.kind == "group" or _is_state(one.text)))
            self._names[article.article_id] = set(map(_name, telling))
            for one in ones:
                if one.kind == "person":
                    place, said = (article.article_id, _name(one)), office(article, one)
                    self._offices[place] |= said
                    if len(company(one.text).split()) == 1:
                        self._alone[place] |= said

    def offices(self, article_id: str, surname: str) -> set[str]:
        """The words of the offices that an article gives a surname."""
        return self._offices.get((article_id, skeleton(surname)), set())

    def offices_alone(self, article_id: str, surname: str) -> set[str]:
        """The words of the offices that stand before a surname by itself in an article."""
        return self._alone.get((article_id, skeleton(surname)), set())

    def fits(self, article_id: str, articles: set[str], surname: str) -> bool:
        """Whether an article can mean the bearer of a surname whom others name in full."""
        own = self.offices(article_id, surname)
        theirs = {word for other in articles for word in self.offices(other, surname)}
        if own and theirs:
            return bool(own & theirs)
        return self.are_one(article_id, articles, surname)

    def are_one(self, article_id: str, articles: Iterable[str], name: str = "") -> bool:
        """Whether an article tells the story of one of others, whatever both call by a name."""
        names = self._names.get(article_id, set()) - {skeleton(name)}
        enough = min(SHARED, MOST * len(names)) if names else SHARED
        return any(len(names & self._names.get(other, set())) >= enough for other in articles)


def office(article: Article, one: Seen) -> set[str]:
    """The words of the office right before a name, abbreviations spelt out.

    "Former Sen. Holm": former, senator.
    """
    begin, line, _ = article.by_number[one.sentence]
    found = offices.before(line.text, one.start - begin)
    said = [word.rstrip(".") for word in found.text.casefold().split()] if found else []
    return {SHORTENED.get(word, word) for word in said} & OFFICE_WORDS


OFFICE_WORDS = name_words.OFFICE_HEADS | {"vice", "prime", "former", "deputy"}


def _is_state(text: str) -> bool:
    return bool(states.kind_of(text)) or text in states.seats()


def _name(one: Seen) -> str:
    """What two articles' names have in common: of a person the surname."""
    said = company(one.text)
    return skeleton(said.split()[-1] if one.kind == "person" else said)
