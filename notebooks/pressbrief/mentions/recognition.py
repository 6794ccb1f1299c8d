"""Sentences to names: who and what the reader sees in an article, held against the article.

A sentence is read where a word in it can be a name. What is read is a name if
- its edges are those of a name: no article before it, no possessive after it;
- it is no address, no calendar word, no office without a holder, and no word that the article
  also writes small;
- where capitals say nothing (a headline in title case, a line in capitals), the article's body
  has it too.
A name that the article mostly has as one kind is of that kind throughout, and where the reader
sees most places of a name, it is a name in the others too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

import pandas as pd

from pressbrief.mentions import vetting, words
from pressbrief.mentions.context import Line
from pressbrief.mentions.keys import key
from pressbrief.mentions.names import addresses, plain

LANGUAGE = "en"
KINDS = ("person", "organisation", "place", "group")
# Longer than any sentence: a table, a list, hostile text. The topic's own names are found there.
LONGEST = 4000
CAPITAL = re.compile(r"[A-Z\u00c0-\u00de\u0100-\uffff]")
SMALL_WORD = re.compile(r"\b[^\W\d_A-Z]\w*")
SEEN_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Seen:
    """A name in an article: its sentence's number, its characters, how it stands there, its kind.

    `text` is as the article has it, with a keyboard's apostrophes and spaces; `titled` says that
    capitals say nothing there.
    """

    article_id: str
    sentence: int
    start: int
    end: int
    text: str
    kind: str
    titled: bool = False


@dataclass(frozen=True)
class Article:
    """An article's sentences: numbers, where each begins, as they stand and in plain characters."""

    article_id: str
    numbers: list[int]
    starts: list[int]
    texts: list[str]
    lines: list[Line]
    small: frozenset[str]

    @cached_property
    def by_number(self) -> dict[int, tuple[int, Line, str]]:
        """Each sentence by its number: where it begins, its line, its text as it stands."""
        rows = zip(self.starts, self.lines, self.texts, strict=True)
        return dict(zip(self.numbers, rows, strict=True))

    def cut(self, sentence: int, start: int, end: int) -> str:
        """What stands at the article's characters start to end, in that sentence."""
        begin, _, text = self.by_number[sentence]
        return text[start - begin : end - begin]


def articles_of(articles: pd.DataFrame, sentences: pd.DataFrame) -> Iterator[Article]:
    """The English articles, in the order of the sentences."""
    read = set(articles.loc[articles["language"] == LANGUAGE, "article_id"])
    for article_id, said in sentences.groupby("article_id", sort=False):
        if article_id in read:
            texts = list(said["text"])
            plains = [plain(text) for text in texts]
            small = frozenset(word for text in plains for word in SMALL_WORD.findall(text))
            lines = [
                Line(text, [], small, heading=role != "body")
                for text, role in zip(plains, said["role"], strict=True)
            ]
            numbers, starts = list(said["sentence"]), list(said["start"])
            yield Article(article_id, numbers, starts, texts, lines, small)


def names(articles: pd.DataFrame, sentences: pd.DataFrame) -> dict[str, list[Seen]]:
    """The names in each English article by article_id, in the order of the text."""
    return of_articles(list(articles_of(articles, sentences)))


def of_articles(articles: list[Article]) -> dict[str, list[Seen]]:
    """The names in each article by article_id, in the order of the text."""
    read = _read({line.text for article in articles for line in article.lines})
    return {article.article_id: _in_article(article, read) for article in articles}


def _read(texts: set[str]) -> dict[str, list]:
    from pressbrief import reader

    asked = sorted(text for text in texts if len(text) <= LONGEST and _can_name(text))
    return dict(zip(asked, reader.names(asked), strict=True))


def _can_name(text: str) -> bool:
    """Whether a word of the text can be a name: one with a capital, but for a small word's first.

    >>> _can_name("The talks ended."), _can_name("In Kabul it rained.")
    (False, True)
    """
    first, _, rest = text.strip().partition(" ")
    return bool(CAPITAL.search(rest)) or (
        bool(CAPITAL.search(first)) and first.casefold().strip("'\",.") not in words.FUNCTION
    )


def _in_article(article: Article, read: dict[str, list]) -> list[Seen]:
    found = [seen for at in range(len(article.lines)) for seen in _in_line(article, at, read)]
    known = {key(seen.text) for seen in found if not seen.titled}
    known |= {part for name in known for part in name.split()}
    found = [seen for seen in found if not seen.titled or key(seen.text) in known]
    found = _of_one_kind(found)
    return sorted([*found, *_unseen(article, found)], key=lambda seen: (seen.sentence, seen.start))


def _in_line(article: Article, at: int, read: dict[str, list]) -> Iterator[Seen]:
    line = article.lines[at]
    named = read.get(line.text, [])
    skipped = addresses(line.text) if named else []
    for name in named:
        start, end = vetting.edges(line.text, name.start, name.end)
        text = line.text[start:end]
        kind = vetting.kind_of(text, name.kind)
        if kind not in KINDS or any(low < end and start < high for low, high in skipped):
            continue
        sure = name.probability >= vetting.DOUBTFUL or not vetting.is_piece(line, start, end, named)
        if sure and vetting.is_name(text, line, start, article.small):
            begin = article.starts[at]
            place = article.article_id, article.numbers[at], begin + start, begin + end
            yield Seen(*place, text, kind, line.says_nothing)


def _of_one_kind(found: list[Seen]) -> list[Seen]:
    """The names, each of the kind that most of its places have; of equal ones the first."""
    kinds: dict[str, Counter] = {}
    for seen in found:
        kinds.setdefault(seen.text, Counter())[seen.kind] += 1
    most = {text: counts.most_common(1)[0][0] for text, counts in kinds.items()}
    return [
        seen if seen.kind == most[seen.text] else replace(seen, kind=most[seen.text])
        for seen in found
    ]


def _unseen(article: Article, found: list[Seen]) -> Iterator[Seen]:
    """The places that were passed over, of names that the reader mostly sees."""
    counts = Counter(seen.text for seen in found)
    kinds = {seen.text: seen.kind for seen in found}
    taken: dict[int, list[tuple[int, int]]] = {}
    for seen in found:
        taken.setdefault(seen.sentence, []).append((seen.start, seen.end))
    missed: dict[str, list[Seen]] = {}
    for seen in _standing(article, counts):
        if not any(s < seen.end and seen.start < e for s, e in taken.get(seen.sentence, ())):
            missed.setdefault(seen.text, []).append(replace(seen, kind=kinds[seen.text]))
    for text, places in missed.items():
        if counts[text] >= SEEN_SHARE * (counts[text] + len(places)):
            yield from places


def _standing(article: Article, texts: Iterable[str]) -> Iterator[Seen]:
    """Where names stand in lines that capitals say something in, word by word."""
    inorder = sorted(texts, key=lambda text: (-len(text), text))
    if not inorder:
        return
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, inorder))})(?![\w-])")
    for number, begin, line in zip(article.numbers, article.starts, article.lines, strict=True):
        if len(line.text) > LONGEST or line.says_nothing:
            continue
        skipped = addresses(line.text)
        for match in pattern.finditer(line.text):
            if not any(low < match.end() and match.start() < high for low, high in skipped):
                place = begin + match.start(), begin + match.end()
                yield Seen(article.article_id, number, *place, match.group(), "")
