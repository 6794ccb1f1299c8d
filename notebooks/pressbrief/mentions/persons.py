"""Which of the persons named in a corpus a name stands for.

A person is known by a full name: two words or more. Full names of one spelling or another of it
are one person, with or without initials and middle names. A part of a name (mostly a surname)
stands for the one person of the article whose name has it; where the article has none, for the
one person of the corpus who bears that surname and fits: several articles name him, or the article
tells the same story (stories.py). Of two in one article it is the one whom the articles name more
by far: news is about him, and names his relatives once; or whom the article calls so before it
names the other. Where an article has none of several in full, it is the one whom the other
articles call so. Else two leave it open.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from functools import lru_cache

from pressbrief.english.word_lists import words
from pressbrief.mentions import given_names, name_words
from pressbrief.mentions.keys import alike, key, skeleton

# How many times as often as any other of his surname the corpus names in full whom a surname alone
# stands for; a guess.
LEAD = 2
# Stands for an article where a topic lists a person.
LISTED = ""
# "J. R. R. Tolkien": initials that stand before a surname alone; a guess.
MOST_INITIALS = 3
SUFFIXES, CLERICAL = words("offices/after_names"), words("offices/clerical")


@lru_cache(maxsize=100_000)
def tokens(name: str) -> tuple[str, ...]:
    """A person's name in words to compare, without titles before it and "Jr." after it.

    A monarch's or cleric's title stays before a single name; initials at the begin are one word.

    >>> tokens("Gen. John W. Nicholson Jr."), tokens("Mr Nazari"), tokens("Pope Francis")
    (('john', 'w', 'nicholson'), ('nazari',), ('pope', 'francis'))
    >>> tokens("J. K. Rowling") == tokens("J.K. Rowling") == ("jk", "rowling")
    True
    """
    said = key(name).split()
    title = ""
    while len(said) > 1 and (said[0] in name_words.ADDRESS or said[0] in name_words.OFFICE_HEADS):
        title = said.pop(0)
    while len(said) > 1 and said[-1] in SUFFIXES:
        said.pop()
    if len(said) == 1 and title in name_words.REGNAL:
        said.insert(0, title)
    while len(said) > 2 and len(said[1]) == 1 and len(said[0]) <= MOST_INITIALS:
        said[:2] = [said[0] + said[1]]
    return tuple(said)


class Persons:
    """The persons of a corpus, by the names that its articles have in full.

    `add` every full name and `call` every surname in the articles' order first, then `settle`, then
    `find`. `fits(article_id, articles, surname)`
    says whether an article can mean by a surname whom these articles name in full.
    """

    def __init__(self, fits: Callable[[str, set[str], str], bool] = lambda *_: False) -> None:
        self._fits = fits
        self._times: Counter[tuple[str, tuple[str, ...]]] = Counter()
        self._total: Counter[tuple[str, ...]] = Counter()
        self._meant: dict[tuple[str, str], tuple[str, ...]] = {}
        # By article and surname: who bears it so far, and who alone does where it stands alone.
        self._borne: dict[tuple[str, str], set[tuple[str, ...]]] = defaultdict(set)
        self._alone: dict[tuple[str, str], set[tuple[str, ...]]] = defaultdict(set)
        self._spelt: dict[str, list[tuple[str, ...]]] = {}
        self._seen: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._of: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._by_article: dict[str, dict[tuple[str, ...], None]] = defaultdict(dict)
        self._surname: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        self._bearers: dict[str, list[tuple[str, ...]]] = {}
        self._articles: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._found: dict[tuple[str, tuple[str, ...]], list[tuple[str, ...]]] = {}

    def add(self, article_id: str, name: tuple[str, ...]) -> None:
        """Takes in a full name that stands in an article."""
        self._seen[name].add(article_id)
        self._times[article_id, name] += 1
        self._borne[article_id, skeleton(name[-1])].add(name)

    def call(self, article_id: str, surname: str) -> None:
        """Takes in a surname by itself, after the full names that stand before it in an article."""
        borne = self._borne[article_id, skeleton(surname)]
        if len(borne) == 1:
            self._alone[article_id, skeleton(surname)].update(borne)

    def mean(self, article_id: str, surname: str, name: tuple[str, ...]) -> None:
        """Says whom an article means by a surname alone, whoever else of that surname it names."""
        self.add(article_id, name)
        self._meant[article_id, skeleton(surname)] = name

    def settle(self) -> None:
        """Takes spellings of one name together, names with and without what is between, and those
        with a given name and with its short form.
        """
        for name in sorted(self._seen, key=lambda name: (-len(self._seen[name]), name)):
            self._of[name] = self._like(name)
        self._join_middles()
        self._join_short()
        for name, articles in self._seen.items():
            whole = self.whole(name)
            self._surname[skeleton(whole[-1])].add(whole)
            self._articles[whole] |= articles
            for article_id in articles:
                self._by_article[article_id][name] = None

        for (_, name), times in self._times.items():
            self._total[self.whole(name)] += times
        self._bearers = {surname: sorted(names) for surname, names in self._surname.items()}

    def whole(self, name: tuple[str, ...]) -> tuple[str, ...]:
        """The name under which the person of a full name is known."""
        while (other := self._of.get(name, name)) != name:
            name = other
        return name

    def find(self, article_id: str, part: tuple[str, ...]) -> list[tuple[str, ...]]:
        """The persons that a part of a name can stand for: of the article, else of the corpus."""
        if (article_id, part) not in self._found:
            self._found[article_id, part] = self._candidates(article_id, part)
        return self._found[article_id, part]

    def _candidates(self, article_id: str, part: tuple[str, ...]) -> list[tuple[str, ...]]:
        names = self._by_article.get(article_id, {})
        for fits in (_same, _ends, _begins, titled):
            found = dict.fromkeys(self.whole(name) for name in names if fits(name, part))
            if found:
                return self._meant_among(article_id, part, list(found))
        if len(part) > 1:
            return []
        spelt = [self.whole(name) for name in self._spelt.get(skeleton(part[0]), ())]
        if len(spelt) == 1:
            return spelt
        bearers = self._bearers.get(skeleton(part[0]), [])
        if len(bearers) == 1 and self._is_known(bearers[0]):
            return bearers
        fitting = [one for one in bearers if self._fits(article_id, self._articles[one], part[0])]
        if len(fitting) > 1:
            fitting = self._called(fitting, part)
        if len(fitting) == 1:
            return fitting
        return [] if len(bearers) == 1 else bearers

    def _called(
        self, bearers: list[tuple[str, ...]], part: tuple[str, ...]
    ) -> list[tuple[str, ...]]:
        """Whom the articles that name some of several in full mean by the surname alone."""
        articles = sorted(set().union(*(self._articles[one] for one in bearers)) - {LISTED})
        found = [self.find(article_id, part) for article_id in articles]
        return list(dict.fromkeys(one for names in found for one in names)) or bearers

    def _meant_among(
        self, article_id: str, part: tuple[str, ...], found: list[tuple[str, ...]]
    ) -> list[tuple[str, ...]]:
        """Of the persons of an article whom a part can stand for the one it is about, else all."""
        meant = self._meant.get((article_id, skeleton(part[-1])))
        if meant and self.whole(meant) in found:
            return [self.whole(meant)]
        if len(found) == 1 or len(part) > 1:
            return found
        here: Counter[tuple[str, ...]] = Counter()
        for name in self._by_article[article_id]:
            here[self.whole(name)] += self._times[article_id, name]
        first, *others = sorted(found, key=lambda one: -self._total[one])
        leads = all(
            self._total[first] >= LEAD * self._total[other] and here[first] >= here[other]
            for other in others
        )
        called = {self.whole(one) for one in self._alone.get((article_id, skeleton(part[0])), ())}
        return [first] if leads else list(called) if len(called) == 1 else found

    def _is_known(self, whole: tuple[str, ...]) -> bool:
        """Whether a person stands in full in several articles, or is listed."""
        return len(self._articles[whole]) > 1 or LISTED in self._articles[whole]

    def _like(self, name: tuple[str, ...]) -> tuple[str, ...]:
        """The first name of the same spelling skeleton, or this one, which becomes the first."""
        said = [word for word in name if len(word) > 1] or list(name)
        peers = self._spelt.setdefault(skeleton(" ".join(said)), [])
        joined = " ".join(said)
        for peer in peers:
            if alike(joined, " ".join(word for word in peer if len(word) > 1)):
                return peer
        peers.append(name)
        return name

    def _join_middles(self) -> None:
        """Joins "Donald Trump" and "Donald John Trump" where no other middle name stands."""
        ends: dict[tuple[str, str], list[tuple[str, ...]]] = defaultdict(list)
        for name in dict.fromkeys(self._of.values()):
            if len(name) > 1:
                ends[skeleton(name[0]), skeleton(name[-1])].append(name)
        for names in ends.values():
            middles = Counter(name[1:-1] for name in names if len(name) > 2)
            plain = next((name for name in names if len(name) == 2), None)
            if plain and len(middles) == 1:
                for name in names:
                    self._of[name] = plain

    def _join_short(self) -> None:
        """Joins "Chuck Holm" and "Charles Holm", and "C. Holm", where only one person fits."""
        bearers: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for name in dict.fromkeys(map(self.whole, self._of)):
            if len(name) > 1:
                bearers[skeleton(name[-1])].append(name)
        for names in bearers.values():
            for name in names:
                others = [other for other in names if given_names.are_one(name[0], other[0])]
                if len(others) == 1 and self.whole(others[0]) != name:
                    self._of[name] = others[0]


def _same(name: tuple[str, ...], part: tuple[str, ...]) -> bool:
    """Whether a full name is a part's words written apart or together."""
    return skeleton(" ".join(name)) == skeleton(" ".join(part))


def _ends(name: tuple[str, ...], part: tuple[str, ...]) -> bool:
    """Whether a full name ends with a part, as its surname does."""
    size = len(part)
    return size < len(name) and _bare(name[-size:]) == _bare(part)


def _begins(name: tuple[str, ...], part: tuple[str, ...]) -> bool:
    """Whether a full name begins with a part, as some names are shortened ("Xi", "Abiy")."""
    size = len(part)
    return size < len(name) and _bare(name[:size]) == _bare(part)


def titled(name: tuple[str, ...], part: tuple[str, ...]) -> bool:
    """Whether a full name's given name, or a cleric's last name, stands under a title.

    "Prince Mohammed" is Mohammed bin Salman, "Mullah Baradar" Abdul Ghani Baradar.
    """
    if len(part) != 2 or part[0] not in name_words.REGNAL:
        return False
    if part[0] in CLERICAL and name[0] not in name_words.REGNAL and name[-1] == part[1]:
        return True
    return name[0] == part[1] and bool(name_words.PARTICLES.intersection(name[1:2]))


def _bare(name: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(skeleton, name))
