"""Text with its names marked, "[Latif Nazari|person] spoke", and a reader that sees just these."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from pressbrief import mentions, tables
from pressbrief.topic import Topic

MARK = re.compile(r"\[([^|\]]+)\|(\w+)\]")
KINDS = {"p": "person", "o": "organisation", "l": "place", "g": "group", "x": "other"}


class Name(NamedTuple):
    start: int
    end: int
    kind: str
    probability: float


def plain(text: str) -> str:
    """The text without its marks."""
    return MARK.sub(r"\1", text)


def names(text: str) -> list[Name]:
    """The marked names as the reader gives them."""
    found, cut = [], 0
    for match in MARK.finditer(text):
        start = match.start() - cut
        found.append(Name(start, start + len(match[1]), KINDS[match[2]], 0.9))
        cut += len(match[0]) - len(match[1])
    return found


def article_row(article_id: str, language: str = "en", published: str = "") -> tuple:
    said = "unknown", "unknown", "", "unknown", "unknown", "unknown", language
    dates = published, published, "day" if published else "unknown", "unknown"
    return (article_id, f"{article_id}.txt", *said, *dates, 0, 0, "", "x")


def frames(articles: dict[str, list[str]], days: dict[str, str] | None = None):
    """Marked sentences by article as the articles and sentences tables, and each one's text.

    `days`: when an article was published, where that is known.
    """
    rows, texts = [], {}
    for article_id, marked in articles.items():
        said = [plain(text) for text in marked]
        starts = [sum(len(text) + 1 for text in said[:at]) for at in range(len(said))]
        rows += [
            (article_id, at + 1, 1, start, start + len(text), "body", text)
            for at, (start, text) in enumerate(zip(starts, said, strict=True))
        ]
        texts[article_id] = "\n".join(said)
    made = tables.frame(
        "articles", [article_row(id_, published=(days or {}).get(id_, "")) for id_ in articles]
    )
    return made, tables.frame("sentences", rows), texts


def built(
    monkeypatch,
    articles: dict[str, list[str]],
    of: Topic | None = None,
    days: dict[str, str] | None = None,
):
    """The actors and mentions tables of marked articles, every mention checked against its text."""
    from pressbrief import reader

    known = {plain(text): names(text) for marked in articles.values() for text in marked}
    monkeypatch.setattr(reader, "names", lambda asked: [known[text] for text in asked])
    article_rows, sentences, texts = frames(articles, days)
    topic = of or Topic("t", Path("t"), "T")
    actors, found = mentions.build(topic, article_rows, sentences)
    return actors, tables.check_cuts(found, "surface", texts)
