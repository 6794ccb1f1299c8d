"""Sentences to names: who and what the reader sees in an article, held against the article.

A sentence is read where a word in it can be a name. What is read is a name if
- its edges are those of a name: no article before it, no possessive after it;
- it is no address, currency, party label, dateline or title, no calendar word, no office without a
  holder, and no word that the article also writes small;
- the reader is sure of it, or it is a part of a person's name that the article has in full;
- where capitals say nothing (a headline in title case, a line in capitals), the article's body
  has it too.
A name that the article mostly has as one kind is of that kind throughout, and where the reader
sees most places of a name, it is a name in the others too. A name of several words that the
articles have elsewhere is whole wherever it stands.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

import pandas as pd

from pressbrief.english.tokens import PART
from pressbrief.mentions import (
    agreeing,
    name_words,
    nobodies,
    states,
    tongues,
    vetting,
    whole_names,
)
from pressbrief.mentions.context import Line
from pressbrief.mentions.keys import key
from pressbrief.mentions.model import Article, Seen
from pressbrief.mentions.surface_forms import nameless, plain
from pressbrief.tables import select

KINDS = ("person", "organisation", "place", "group")
SMALL_WORD = re.compile(r"\b[^\W\d_A-Z]\w*")
# A name that the reader sees in so large a share of its places is one in the others too: in most.
SEEN_SHARE = 0.5


def articles_of(articles: pd.DataFrame, sentences: pd.DataFrame) -> Iterator[Article]:
    """The English articles, in the order of the sentences."""
    read = set(select.analysed(articles)["article_id"])
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


def of_articles(articles: list[Article]) -> dict[str, list[Seen]]:
    """The names in each article by article_id, in the order of the text."""
    read = _read(articles)
    found = agreeing.across({one.article_id: _in_article(one, read) for one in articles})
    known = whole_names.known(found)
    return {
        one.article_id: _with_unseen(
            one, whole_names.whole(one, found[one.article_id], known), read
        )
        for one in articles
    }


def _read(articles: Iterable[Article]) -> dict[str, list]:
    from pressbrief import reader

    asked = sorted(
        {
            line.text
            for article in articles
            for line in article.lines
            if can_name(line.text, article.small)
        }
    )
    return dict(zip(asked, reader.names(asked), strict=True))


def can_name(text: str, small: frozenset[str] = frozenset()) -> bool:
    """Whether a word of a sentence can be a name: it has a capital, and is no day or month.

    Nor is it the first one where that is a small word, or one that the article also writes small.

    >>> [can_name(text, frozenset(["talks"])) for text in ("Talks ended.", "In Kabul it rained.")]
    [False, True]
    >>> can_name("On Tuesday it rained.")
    False
    """
    if text.isascii() and text.islower():
        return False
    for at, word in enumerate(PART.finditer(text)):
        said = word.group()
        low = said.casefold()
        if said.islower() or said.isdigit() or low in name_words.CALENDAR:
            continue
        is_word = said[0].isupper() and said[1:] == said[1:].lower()
        if at or not is_word or not (low in name_words.FUNCTION or low in small):
            return True
    return False


def _in_article(article: Article, read: dict[str, list]) -> list[Seen]:
    read_in = [pair for at in range(len(article.lines)) for pair in _in_line(article, at, read)]
    full = [seen.text.split() for seen, sure in read_in if sure and seen.kind == "person"]
    parts = {word for said in full if len(said) > 1 for word in (said[0], said[-1])}
    other = {name for line in article.lines for name in vetting.others(line.text)}
    found = [
        seen
        for seen, sure in read_in
        if (sure or (seen.kind == "person" and seen.text in parts))
        and not (seen.text in other and seen.kind != "person")
    ]
    known = {key(seen.text) for seen in found if not seen.titled}
    known |= {part for name in known for part in name.split()}
    found = [seen for seen in found if not seen.titled or key(seen.text) in known]
    return agreeing.within(article, found)


def _with_unseen(article: Article, found: list[Seen], read: dict[str, list]) -> list[Seen]:
    longer = _others(article, read)
    unseen = (
        seen
        for seen in _unseen(article, found)
        if not (
            states.kind_of(seen.text)
            and any(
                start <= seen.start and seen.end <= end and end - start > len(seen.text)
                for start, end in longer.get(seen.sentence, ())
            )
        )
    )
    return sorted([*found, *unseen], key=lambda seen: (seen.sentence, seen.start))


def _others(article: Article, read: dict[str, list]) -> dict[int, list[tuple[int, int]]]:
    """Where names of what is no actor stand ("US National Security Strategy"), by sentence."""
    found: dict[int, list[tuple[int, int]]] = {}
    for number, begin, line in zip(article.numbers, article.starts, article.lines, strict=True):
        for name in read.get(line.text, ()):
            if name.kind not in KINDS:
                found.setdefault(number, []).append((begin + name.start, begin + name.end))
    return found


def _in_line(article: Article, at: int, read: dict[str, list]) -> Iterator[tuple[Seen, bool]]:
    """The names of a line, and whether each is sure to be one."""
    line = article.lines[at]
    named = vetting.joined(line.text, read.get(line.text, []))
    skipped = nameless(line.text) if named else []
    for name in named:
        start, end = vetting.edges(line.text, name.start, name.end, name.kind)
        text = line.text[start:end]
        kind = vetting.kind_of(text, name.kind)
        if kind not in KINDS or any(low < end and start < high for low, high in skipped):
            continue
        if kind == "group" and tongues.is_language(line.text, start, end):
            continue
        if kind in ("person", "group") and nobodies.is_family(line.text, start, end):
            continue
        sure = name.probability >= vetting.DOUBTFUL or not vetting.is_piece(line, start, end, named)
        if vetting.is_faint(text, kind, name.probability):
            sure = sure and sum(other.text.count(text) for other in article.lines) > 1
        if vetting.is_name(text, line, start, article.small):
            begin = article.starts[at]
            place = article.article_id, article.numbers[at], begin + start, begin + end
            tag = nobodies.is_tag(line.text, start, end)
            yield Seen(*place, text, kind, line.says_nothing or tag), sure


def _unseen(article: Article, found: list[Seen]) -> Iterator[Seen]:
    """The places that were passed over, of names that the reader mostly sees."""
    if not found:
        return
    counts = Counter(seen.text for seen in found)
    kinds = {seen.text: seen.kind for seen in found}
    taken: dict[int, list[tuple[int, int]]] = {}
    for seen in found:
        taken.setdefault(seen.sentence, []).append((seen.start, seen.end))
    missed: dict[str, list[Seen]] = {}
    for standing in whole_names.standing(article, counts):
        seen = replace(standing, kind=kinds[standing.text])
        begin, line, _ = article.by_number[seen.sentence]
        at = seen.start - begin, seen.end - begin
        if seen.kind == "group" and tongues.is_language(line.text, *at):
            continue
        if not any(s < seen.end and seen.start < e for s, e in taken.get(seen.sentence, ())):
            missed.setdefault(seen.text, []).append(seen)
    for text, places in missed.items():
        if counts[text] >= SEEN_SHARE * (counts[text] + len(places)):
            yield from places
