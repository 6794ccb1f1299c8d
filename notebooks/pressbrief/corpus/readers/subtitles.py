"""Subtitles, .srt and .vtt: what is said, without numbers and times."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressbrief.corpus.readers.encoding import decoded, normalised
from pressbrief.corpus.readers.markup import without_markup
from pressbrief.corpus.readers.model import Blob, Budget, Item, Unreadable

CUE = re.compile(
    r"\s*(?:\d{1,3}:)?\d\d:\d\d[.,]\d{1,3}\s+-->\s+(?:\d{1,3}:)?\d\d:\d\d[.,]\d{1,3}.{0,80}"
)
# What stands above cues or beside them, in whole blocks.
OTHER = re.compile(r"(?:WEBVTT|NOTE|STYLE|REGION)\b")
TAG = re.compile(r"</?[a-z][^<>]{0,80}>|<[\d:.]{5,14}>|\{\\[^{}]{0,40}\}", re.I)
SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
# Cues below which a new speaker begins a paragraph.
SPEAKER = re.compile(r"(?:-\s|>>|[A-Z][A-Z .'-]{2,40}:)")


def is_subtitles(head: str) -> bool:
    """Whether a text begins as subtitles do.

    >>> is_subtitles("1\\n00:00:01,000 --> 00:00:02,500\\nThe talks ended.")
    True
    """
    lines = [line for line in head.lstrip("\ufeff").split("\n")[:12] if line.strip()]
    top = lines[0].startswith("WEBVTT") if lines else False
    return top or any(CUE.fullmatch(line.rstrip("\r")) for line in lines[:2])


def read_subtitles(blob: Blob, budget: Budget) -> Iterator[Item]:
    """What subtitles say as one item; cues that one sentence goes on over are one line."""
    text = normalised(decoded(blob.data)).lstrip("\ufeff")
    said: list[str] = []
    for block in re.split(r"\n[ \t]*\n", text):
        said += _lines(block)
    paragraphs: list[str] = []
    for line in said:
        ended = not paragraphs or SENTENCE_END.search(paragraphs[-1][-6:])
        if ended or SPEAKER.match(line):
            paragraphs.append(line)
        elif not paragraphs[-1].endswith(line):  # cues that roll say each line twice
            paragraphs[-1] += f" {line}"
    if not paragraphs:
        raise Unreadable("subtitles without words; put their text into a .txt file")
    yield Item(blob.file, "\n\n".join(paragraphs), blob.sha256, blob.facts)


def _lines(block: str) -> list[str]:
    """What a block says below its time."""
    lines = block.split("\n")
    at = next((at for at, line in enumerate(lines[:3]) if CUE.fullmatch(line.rstrip())), None)
    if at is None:
        return [] if OTHER.match(block) else [one for one in map(_plain, lines) if one]
    said = (line for line in lines[at + 1 :] if not CUE.fullmatch(line.rstrip()))
    return [one for one in map(_plain, said) if one]


def _plain(line: str) -> str:
    return " ".join(without_markup(TAG.sub("", line)).split())
