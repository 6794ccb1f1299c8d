"""One name, one kind: what most of its places in an article say, and then most articles.

A surname is a person's as often as the full names that end with it; letters are of the kind of
the name that the article spells them out as. What the tables know of a name is not asked again.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from pressbrief.mentions import states, vetting
from pressbrief.mentions.keys import defines, is_acronym
from pressbrief.mentions.model import Article, Seen

SPELT_OUT = re.compile(r"\s*\(\s*[\"“‘']?(?:the\s+)?$")
# An article's kind for a name yields to that of so large a share of the articles, hence of three in
# four at least: two in three may be a matter of chance. A guess.
SHARE = 0.75
ORGANISATION = "organisation"


def within(article: Article, found: list[Seen]) -> list[Seen]:
    """An article's names, each of the kind that most of its places have; of equal ones the first.

    What the article spells letters out as is their kind too.
    """
    votes: dict[str, Counter] = defaultdict(Counter)
    for seen in found:
        votes[seen.text][seen.kind] += 1
    surnames: Counter[str] = Counter()
    for text, kinds in votes.items():
        if " " in text:
            surnames[text.split()[-1]] += kinds["person"]
    for text, kinds in votes.items():
        kinds["person"] += surnames[text]
    most = {text: kinds.most_common(1)[0][0] for text, kinds in votes.items()}
    firsts = {
        text.split()[0] for text, kind in most.items() if " " in text and kind == ORGANISATION
    }
    for text in most:
        if most[text] == ORGANISATION and surnames[text] and text not in firsts:
            most[text] = (
                "person"  # no company is called by it: "Ford", of Henry Ford and Ford Motor
            )
        if most[text] == "person" and text in states.seats() and not surnames[text]:
            most[text] = "place"
        if most[text] == "place" and surnames[text] and not _is_known_place(text):
            most[text] = "person"
    for long, short in spelt_out(article, found):
        most[short.text] = most[long.text]
    return [_of_kind(seen, vetting.kind_of(seen.text, most[seen.text])) for seen in found]


def _is_known_place(text: str) -> bool:
    return bool(states.kind_of(text)) or text in states.seats() or text in states.capitals()


def across(found: Mapping[str, list[Seen]]) -> dict[str, list[Seen]]:
    """Every article's names, those that other articles mostly have as another kind as that one.

    A word that ends a person's full name in its article stays what it is.
    """
    counts: dict[str, Counter] = defaultdict(Counter)
    for ones in found.values():
        for text, kind in {(seen.text, seen.kind) for seen in ones}:
            counts[text][kind] += 1
    most = {text: kind for text, kinds in counts.items() if (kind := _agreed(kinds))}
    return {article_id: _overruled(ones, most) for article_id, ones in found.items()}


def _agreed(kinds: Counter) -> str:
    """The kind that nearly all of several articles have, else empty."""
    kind, count = kinds.most_common(1)[0]
    agreed = len(kinds) > 1 and count >= SHARE * kinds.total()
    return kind if agreed else ""


def _overruled(ones: list[Seen], most: Mapping[str, str]) -> list[Seen]:
    surnames = {
        seen.text.split()[-1] for seen in ones if seen.kind == "person" and " " in seen.text
    }
    return [
        seen if seen.text in surnames else _of_kind(seen, most.get(seen.text, seen.kind))
        for seen in ones
    ]


def spelt_out(article: Article, ones: list[Seen]) -> Iterator[tuple[Seen, Seen]]:
    """Names that an article spells out or shortens in parentheses: the long one, its letters."""
    for one, other in pairwise(ones):
        if one.sentence != other.sentence or "person" in (one.kind, other.kind):
            continue
        begin, line, _ = article.by_number[one.sentence]
        if not SPELT_OUT.fullmatch(line.text, one.end - begin, other.start - begin):
            continue
        long, short = (one, other) if is_acronym(other.text) else (other, one)
        if is_acronym(short.text) and defines(long.text, short.text):
            yield long, short


def _of_kind(seen: Seen, kind: str) -> Seen:
    return seen if seen.kind == kind else replace(seen, kind=kind)
