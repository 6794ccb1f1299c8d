"""Paragraphs in, who speaks in them out: a small cast, named wherever the text names it."""

from __future__ import annotations

import re
from typing import NamedTuple

from pressbrief.stance.appraisal.holders import held_by
from pressbrief.stance.attribution import trees
from pressbrief.stance.attribution.voices import voices as voices_in
from pressbrief.stance.model import several

CAST = {
    "Japan": ("Japan", "state"),
    "Japanese": ("Japan", "state"),
    "Foreign Ministry": ("Foreign Ministry of Japan", "organisation"),
    "Toshimitsu Motegi": ("Toshimitsu Motegi", "person"),
    "Motegi": ("Toshimitsu Motegi", "person"),
    "Yoshimasa Hayashi": ("Yoshimasa Hayashi", "person"),
    "Hayashi": ("Yoshimasa Hayashi", "person"),
    "Taliban": ("Taliban", "group"),
    "China": ("China", "state"),
    "NHK": ("NHK", "organisation"),
}
NAME = re.compile(rf"\b(?:{'|'.join(sorted(CAST, key=len, reverse=True))})\b")


class Sentence(NamedTuple):
    """A row of the sentences table, as far as the finder of voices reads it."""

    sentence: int
    paragraph: int
    start: int
    end: int
    role: str
    text: str


class Mention(NamedTuple):
    """A row of the mentions table, as far as the finder of voices reads it."""

    sentence: int
    start: int
    end: int
    surface: str
    actor: str
    actor_type: str
    kind: str = "name"


def rows(*paragraphs: str | list[str], role: str = "body"):
    """The sentences and mentions of paragraphs, each a sentence or a list of them, and the text."""
    sentences, mentions, text = [], [], ""
    for number, said in enumerate(paragraphs, 1):
        for one in [said] if isinstance(said, str) else said:
            row = Sentence(len(sentences) + 1, number, len(text), len(text) + len(one), role, one)
            for match in NAME.finditer(one):
                at = row.start + match.start(), row.start + match.end()
                mentions.append(Mention(row.sentence, *at, match[0], *CAST[match[0]]))
            sentences.append(row)
            text += f"{one} "
    return sentences, mentions, text


def voices_of(sentences, mentions):
    """The voices of an article's sentences and mentions."""
    return voices_in(sentences, mentions, trees.parsed({"": sentences})[""])


def voices(*paragraphs: str | list[str], role: str = "body") -> list[tuple[str, str, str]]:
    """Kind, speaker and text of each voice."""
    sentences, mentions, text = rows(*paragraphs, role=role)
    return [
        (one.kind, one.speaker, text[one.start : one.end]) for one in voices_of(sentences, mentions)
    ]


def holder(text: str, name: str) -> tuple[str, str]:
    """Who hold what a sentence says of the first mention of a name, and in which voice."""
    sentences, mentions, _ = rows(text)
    at = next(one for one in mentions if one.surface == name)
    found = voices_of(sentences, mentions)
    holders, voice = held_by((at.start, at.end), found, "the source")
    return several(holders), voice
