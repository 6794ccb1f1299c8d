"""What stands alike above, below or beside several articles of one publisher: it is no article.

A line is learned where it is no sentence (or one about the publication itself) and stands at the
margin of several stories. Copies of one story share all their lines, so articles that share a
long line count as one story. Inside an article a repeated line stays: it may be a subheading.
"""

from __future__ import annotations

import hashlib
import re
from array import array
from bisect import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pandas as pd

from pressbrief.corpus.bylines import may_be_authors
from pressbrief.corpus.cleaning import MAX_LENGTH, is_notice_sized
from pressbrief.corpus.lines import Cut, Line, key, whole

REASON = "repeated across articles"
# The fewest stories that teach a line, and the share of a publisher's stories that it needs. What
# stands in two may be chance; of thousands of stories some share a subheading. Guesses.
MIN_STORIES = 3
MIN_SHARE = 0.02
# Lines above and below an article that can be furniture, and words of one: as in metadata (the
# head) and cleaning (a notice).
MARGIN = 12
# Of an article's lines so many of the longest tell which story it is: one may be changed. A guess.
LONGEST = 3
# Furniture that stands in the middle of an article too, with a title of its own beside it.
WIDGETS = {"reading prompt", "related link", "newsletter", "social media", "share bar"}
SENTENCE = re.compile(r"[.!?…。！？][\"'”’)\]]*$")
OWN = re.compile(
    r"\b(?:this|the above) (?:article|story|report|post|piece|column|interview|content)\b|"
    r"\b(?:views?|opinions?) expressed\b|\bthe (?:author|writer|columnist)s? (?:is|are)\b|"
    r"\bour\b|\bsubscri\w+\b|\bcopyright\b|©|https?://|\bwww\.|\S@[^\s@]+\.\w|\bclick\b",
    re.I,
)


class Margins(NamedTuple):
    """What an article can teach: its publisher or folder, its lines, and digests of its story.

    `names` are the lines under its headline that may be its authors'.
    """

    group: str
    edge: frozenset[str]
    own: frozenset[str]
    story: tuple[int, ...]
    names: frozenset[str] = frozenset()


class Learned(NamedTuple):
    """The lines that recur around a publisher's articles, and those of them that name authors."""

    lines: frozenset[str] = frozenset()
    authors: frozenset[str] = frozenset()


NOTHING = Learned()


@dataclass(frozen=True)
class Learning:
    """What was learned of all publishers' lines, as digests."""

    lines: frozenset[int]
    authors: frozenset[int]

    def of(self, article: Margins) -> Learned:
        """What was learned of the lines of one article."""
        digests = {_digest(article.group, line): line for line in article.edge}
        known, authors = (
            frozenset(line for digest, line in digests.items() if digest in learned)
            for learned in (self.lines, self.authors)
        )
        return Learned(known, authors)


def margins(
    group: str, kept: list[Line], cuts: list[Cut], own: Iterable[str], headline_start: int
) -> Margins:
    """An article's margins; `own` are the lines that say who wrote and published it, and when."""
    edge = frozenset(key(line.text) for line in _edge(kept, cuts))
    told = {line.text for line in kept if key(line.text) not in edge} or {
        line.text for line in kept
    }
    longest = sorted(told, key=lambda text: (-len(text), text))
    story = tuple(_digest(group, text) for text in longest[:LONGEST])
    head = _head(kept)
    names = frozenset(
        key(line.text)
        for line in head
        if line.start > headline_start >= 0 and may_be_authors(line.text, kept[len(head) :])
    )
    return Margins(group, edge, frozenset(map(key, own)), story, names)


def learned(articles: Iterable[Margins]) -> Learning:
    """Each publisher's lines that stand at the margins of at least three of its stories.

    Of these a name under the headline that no article with it talks about is an author's.

    >>> one, two, three = (Margins("NHK", frozenset({"world"}), frozenset(), (story,))
    ...                    for story in (1, 2, 3))
    >>> learned([one, two, three]).of(one).lines, learned([one, one, two]).of(one).lines
    (frozenset({'world'}), frozenset())
    """
    lines, owners, spoken_of = array("Q"), array("L"), array("B")
    own, groups, stories, tellers = array("Q"), array("Q"), array("Q"), array("L")
    for at, article in enumerate(articles):
        lines.extend(_digest(article.group, line) for line in article.edge)
        owners.extend([at] * len(article.edge))
        spoken_of.extend(line not in article.names for line in article.edge)
        own.extend(_digest(article.group, line) for line in article.own)
        groups.append(_digest(article.group))
        stories.extend(article.story)
        tellers.extend([at] * len(article.story))
    told = pd.DataFrame({"group": groups, "story": _same(len(groups), stories, tellers)})
    edges = told.iloc[owners].assign(line=lines, spoken_of=spoken_of)
    fewest = (told.groupby("group")["story"].nunique() * MIN_SHARE).clip(lower=MIN_STORIES)
    found = edges.groupby("line").agg({"group": "first", "story": "nunique", "spoken_of": "any"})
    found = found[(found["story"] >= found["group"].map(fewest)) & ~found.index.isin(own)]
    return Learning(frozenset(found.index), frozenset(found.index[~found["spoken_of"]]))


def _same(articles: int, stories: array, tellers: array) -> list[int]:
    """A number for each article, the same for articles that share one of their longest lines.

    `stories` are those lines, `tellers` the article that each stands in.
    """
    leader = list(range(articles))

    def root(i: int) -> int:
        while leader[i] != i:
            leader[i] = leader[leader[i]]
            i = leader[i]
        return i

    order = np.argsort(stories, kind="stable")
    lines, who = np.array(stories)[order], np.array(tellers)[order]
    again = np.flatnonzero(lines[1:] == lines[:-1])
    for one, other in zip(who[again].tolist(), who[again + 1].tolist(), strict=True):
        leader[root(one)] = root(other)
    return [root(i) for i in range(articles)]


def cut(kept: list[Line], cuts: list[Cut], known: frozenset[str]) -> list[Cut]:
    """The learned lines at an article's margins; a line that may be its headline stays."""
    found = [line for line in _edge(kept, cuts) if key(line.text) in known]
    head = _head(kept)
    left = [line for line in head if line not in found]
    if head and not left:
        # Nothing else could be the headline; one or two words are none.
        found = [line for line in found if line not in head or line.words < 3]
    return [whole(line, REASON) for line in found]


def _edge(kept: list[Line], cuts: list[Cut]) -> list[Line]:
    """The lines above and below an article and those beside a widget in it."""
    found = {line.start: line for line in (*_head(kept), *_tail(kept), *_beside(kept, cuts))}
    return [found[start] for start in sorted(found)]


def _head(kept: list[Line]) -> list[Line]:
    """The lines above the first sentence; a digit may be the date's, so such a line stays."""
    for i, line in enumerate(kept[: MARGIN + 1]):
        if _is_sentence(line):
            return [line for line in kept[:i] if not re.search(r"\d", line.text)]
    return []


def _tail(kept: list[Line]) -> Iterator[Line]:
    if not any(map(_is_sentence, kept)):
        return
    for line in reversed(kept[-MARGIN:]):
        about_itself = is_notice_sized(line) and OWN.search(line.text)
        if _is_sentence(line) and not about_itself:
            return
        yield line


def _beside(kept: list[Line], cuts: list[Cut]) -> Iterator[Line]:
    """The line right above a widget: its title."""
    starts = [line.start for line in kept]
    places = (bisect(starts, cut.start) - 1 for cut in cuts if cut.reason in WIDGETS)
    return (kept[at] for at in places if at >= 0 and not _is_sentence(kept[at]))


def _is_sentence(line: Line) -> bool:
    return (
        line.words > 25
        or len(line.text) > MAX_LENGTH
        or bool(SENTENCE.search(line.text) and line.words >= 4)
    )


def _digest(*texts: str) -> int:
    said = "\0".join(texts).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(said, digest_size=8).digest(), "little")
