"""Whether news says he or she of a person: by titles before the name and pronouns after it.

No list of given names says it of persons from everywhere; the articles do.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from pressbrief.english.word_lists import table
from pressbrief.mentions.actors import Row
from pressbrief.mentions.model import Article

HE, SHE = "he", "she"
# A title before a name, or a pronoun, with the one of the two that it says.
_TITLES, _PRONOUNS = table("offices/gendered"), table("function_words/gendered")
_TITLE = re.compile(r"(?<!\w)(\w{1,14})\.?\s$")
_WORD = re.compile(r"\b[a-z]+\b", re.I)
# So many times as often one pronoun must follow a person's name as the other, and so often at
# least: a pronoun after the only name of a sentence may still be somebody else's. Guesses.
LEAD, FEWEST = 3, 2
# A title counts for as many pronouns: it is hardly ever wrong.
SURE = 6


def of_persons(articles: Mapping[str, Article], rows: Iterable[Row]) -> dict[str, str]:
    """The persons of whom the articles say he or she, with which; `rows` name them.

    Of those of whom they say too little, or both, nothing is said.
    """
    by_sentence: dict[tuple[str, int], list[Row]] = defaultdict(list)
    for row in rows:
        if row.actor_type == "person":
            by_sentence[row.article_id, row.sentence].append(row)
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for (article_id, sentence), named in by_sentence.items():
        begin, line, _ = articles[article_id].by_number[sentence]
        for row in named:
            title = _TITLE.search(line.text, 0, row.start - begin)
            if title and (says := _TITLES.get(title[1].casefold())):
                votes[row.actor][says] += SURE
        if len({row.actor for row in named}) == 1:
            after = line.text[named[0].end - begin :]
            votes[named[0].actor].update(said_by(after)[:1])
    return {actor: says for actor, counts in votes.items() if counts and (says := _settled(counts))}


def said_by(text: str) -> list[str]:
    """Which of he and she each pronoun of a text says, in order.

    >>> said_by("She told him so.")
    ['she', 'he']
    """
    found = (_PRONOUNS.get(word.casefold(), "") for word in _WORD.findall(text))
    return [says for says in found if says]


def _settled(counts: Counter[str]) -> str:
    (says, times), *others = counts.most_common()
    return says if times >= max(FEWEST, LEAD * sum(count for _, count in others)) else ""
