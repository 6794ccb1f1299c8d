"""Pronouns and descriptions that point back to the one actor that they can mean.

"He" means the one person named before it in its sentence, else in the sentence before, unless
somebody without a name stands between ("a teacher", "the general who"), and nobody whom the
articles call "she" (genders.py); "himself" is somebody of its own sentence. "The group", "the
ministry" or "the minister" mean the one actor of that sort named in the sentences just before.
Where there are two, or none, nothing is said. Quoted speech is left out: its "we" and "he" mean
what the speaker sees.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from pressbrief.english.patterns import any_of
from pressbrief.english.word_lists import table, words
from pressbrief.mentions import genders
from pressbrief.mentions.actors import Known, Row
from pressbrief.mentions.context import Line
from pressbrief.mentions.model import Article

PRONOUN = re.compile(r"\b(?:he|she|him|her|his|hers|himself|herself)\b", re.I)
# A description's noun → the types of actor that it can mean.
NOUNS = {noun: types.split(",") for noun, types in table("names/described").items()}
# Descriptions that mean an actor in whose name the noun stands.
IN_NAME = words("names/described_in_name")
# Not "the group called so", nor "the party-led".
NOMINAL = re.compile(
    rf"\b[Tt]he ({any_of(NOUNS)})\b"
    r"(?!['’](?!s\b)\w|-\w|\s(?:called|named|known|led|based|\w+ing)\b)"
)
REFLEXIVE = re.compile(r"(?:him|her)self", re.I)
# "A teacher in the state", "the general who led it"; not "the president".
SOMEBODY = any_of(words("names/somebody", "offices/heads"))
UNNAMED = re.compile(
    rf"\b(?:(?:[Aa]n?|[Aa]nother)\s+(?:[\w-]+\s+){{0,3}}?{SOMEBODY}\b(?!\s+[A-Z])"
    rf"|[Tt]he\s+(?:[\w-]+\s+)?{SOMEBODY}\s+who\b)"
)
NEXT_NAME = re.compile(r"\s+(?:of|for|in)\b|\s+[A-Z]")
QUOTES = re.compile(r"[\"“”]")
# Sentences in which whom "the group" means may stand; farther back others come between. A guess.
BACK = 2


def found(
    articles: Iterable[Article], rows: Iterable[Row], known: Mapping[str, Known]
) -> list[Row]:
    """The rows of pronouns and descriptions with one candidate; `rows` name their candidates."""
    by_article: dict[str, list[Row]] = {}
    for row in rows:
        by_article.setdefault(row.article_id, []).append(row)
    read = {article.article_id: article for article in articles}
    said_of = genders.of_persons(read, (row for ones in by_article.values() for row in ones))
    return [
        row
        for article_id, article in read.items()
        if article_id in by_article
        for row in _in_article(article, by_article[article_id], said_of)
    ]


def _in_article(article: Article, rows: list[Row], said_of: Mapping[str, str]) -> Iterator[Row]:
    by_number: dict[int, list[Row]] = {}
    for row in rows:
        by_number.setdefault(row.sentence, []).append(row)
    first = {row.actor: row for row in reversed(rows)}
    persons: set[str] = set()
    for number, (begin, line, text) in article.by_number.items():
        named = by_number.get(number, [])
        before = [row for back in range(1, BACK + 1) for row in by_number.get(number - back, [])]
        pointed = None
        for match, kind in _words(line):
            start, end = begin + match.start(), begin + match.end()
            if any(row.start < end and start < row.end for row in named):
                continue
            here = [row for row in named if row.end <= start]
            if kind == "pronoun":
                one = first.get(_person(line, begin, match, here, persons, said_of))
            else:
                one = _described(match[1].casefold(), here, before)
            if one:
                pointed = one.actor if kind == "pronoun" else pointed
                place = article.article_id, number, start, end
                surface = text[match.start() : match.end()]
                yield Row(*place, surface, one.actor, one.actor_type, kind)
        said = {row.actor for row in named if row.actor_type == "person"}
        persons = said or ({pointed} if pointed else set())


def _words(line: Line) -> Iterator[tuple[re.Match, str]]:
    """The pronouns and descriptions outside quotation marks, in order."""
    found_ = [(match, "pronoun") for match in PRONOUN.finditer(line.text)]
    found_ += [(match, "nominal") for match in NOMINAL.finditer(line.text)
               if not NEXT_NAME.match(line.text, match.end())]  # fmt: skip
    if not found_ or line.in_title_case:
        return
    marks = [match.start() for match in QUOTES.finditer(line.text)]
    for match, kind in sorted(found_, key=lambda each: each[0].start()):
        if sum(mark < match.start() for mark in marks) % 2 == 0:
            yield match, kind


def _person(
    line: Line,
    begin: int,
    pronoun: re.Match,
    here: list[Row],
    before: set[str],
    said_of: Mapping[str, str],
) -> str:
    """The one person named before a pronoun in its sentence (`here`), else in that `before`; or "".

    Nobody of whom the other pronoun is said; and none where somebody without a name stands between.
    """
    named = [row for row in here if row.actor_type == "person"]
    end = max((row.end - begin for row in named), default=0)
    if UNNAMED.search(line.text, end, pronoun.start()):
        return ""
    (says,) = genders.said_by(pronoun[0])
    earlier = set() if REFLEXIVE.fullmatch(pronoun[0]) else before
    for persons in ({row.actor for row in named}, earlier):
        fits = {actor for actor in persons if said_of.get(actor, says) == says}
        if fits:
            return fits.pop() if len(fits) == 1 else ""
    return ""


def _described(noun: str, here: list[Row], before: list[Row]) -> Row | None:
    """The one actor of the noun's sort that is named nearest before a description."""
    for near in (here, before):
        fits = [
            row
            for row in near
            if row.actor_type in NOUNS[noun]
            and row.kind != "demonym"
            and (noun not in IN_NAME or noun in row.actor.casefold())
        ]
        if fits:
            return fits[0] if len({row.actor for row in fits}) == 1 else None
    return None
