"""The day after or before a happening that the articles date: "the day after the summit"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from pressbrief.english.days import day_in_words
from pressbrief.english.likeness import STOP, WORD

# A row of the table before it is one, and an article's sentences: number, start, text.
Row = dict
Sentences = Sequence[tuple[int, int, str]]

_BESIDE = re.compile(
    r"\b(?i:the\s+day\s+(?P<side>after|before))\s+"
    r"(?P<what>(?:(?:the|an?|his|her|its|their)\s+)?(?:[\w’'-]+\s+){0,3}[\w’'-]+?)"
    r"(?=[,.;:)—–]|\s+(?:in|on|at|of|by|with|and|but|when|that|who|which|was|were|had|has|is)\b|\s*$)"
)
# What a sentence only looks back or ahead to is not of that sentence's day.
_LED = re.compile(
    r"\b(?:after|before|since|until|till|following|ahead\s+of|for|to)\b[^,;:]{0,30}$",
    re.IGNORECASE,
)
# Words that tell one happening from others; one ("summit", "vote") is told of many. A guess.
FEWEST = 2


def beside(
    rows: list[Row], of_article: Mapping[str, Sentences], known: Sequence[str]
) -> Iterator[Row]:
    """The days beside happenings, as rows; none where no article, or two days, date the happening.

    A happening of one word ("the summit") is looked for in the same article only.
    """
    asked = [
        (article_id, number, start, match)
        for article_id in known
        for number, start, text in of_article.get(article_id, ())
        if "day after" in text or "day before" in text
        for match in _BESIDE.finditer(text)
    ]
    if not asked:
        return
    days = _days(rows)
    dated = [
        (article_id, number, text, _words(text))
        for article_id in known
        for number, _, text in of_article.get(article_id, ())
        if days.get((article_id, number))
    ]
    for article_id, number, start, match in asked:
        words = _words(match["what"])
        told = {
            days[name, other]
            for name, other, text, has in dated
            if words
            and words <= has
            and (name == article_id or len(words) >= FEWEST)
            and (name, other) != (article_id, number)
            and not _is_aside(text, words)
        }
        if len(told) == 1:
            yield _row(article_id, number, start, match, date.fromisoformat(told.pop()))


def _days(rows: list[Row]) -> dict[tuple[str, int], str]:
    """The one day that a sentence names; "" where it names several dates."""
    days: dict[tuple[str, int], str] = {}
    for row in rows:
        if row["type"] in ("DATE", "TIME") and not row["value"].endswith("_REF"):
            key = row["article_id"], row["sentence"]
            day = row["earliest"] if row["earliest"] == row["latest"] else ""
            days[key] = day if days.get(key, day) == day else ""
    return days


def _words(text: str) -> set[str]:
    return {word for word in WORD.findall(text.lower()) if word not in STOP}


def _is_aside(text: str, words: set[str]) -> bool:
    """Whether a sentence with all the words of a happening only looks back or ahead to it."""
    first = next(one.start() for one in WORD.finditer(text) if one[0].lower() in words)
    return bool(_LED.search(text[:first]))


def _row(article_id: str, number: int, start: int, match: re.Match, told: date) -> Row:
    try:
        day = told + timedelta(days=1 if match["side"].lower() == "after" else -1)
    except OverflowError:  # the calendar ends
        day = told
    return {
        "article_id": article_id,
        "sentence": number,
        "start": start + match.start(),
        "end": start + match.end(),
        "text": match.group(),
        "type": "DATE",
        "value": day.isoformat(),
        "earliest": day.isoformat(),
        "latest": day.isoformat(),
        "basis": f"{match['side'].lower()} “{match['what']}”, dated to {day_in_words(told)}",
    }
