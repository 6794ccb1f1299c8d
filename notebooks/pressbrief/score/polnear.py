"""PolNeAR: articles in text/, their attributions in attributions/ (brat standoff)."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from pressbrief.score.documents import files_in, text_of
from pressbrief.score.measured import ScoreError, Span

EXPECTED = "a folder with text/ (.txt) and attributions/ (.ann of the same name, or name_…)"
PARTS = ("source", "cue", "content")
TEXT_BOUND = re.compile(r"(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)(?:\t.*)?")
ROLE = re.compile(r"(Source|Cue|Content)\d*:(T\d+)")


@dataclass(frozen=True)
class Attribution:
    """Who says what, and which words say so: the spans of each part, typed by it."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


def read(path: Path) -> dict[str, tuple[str, list[Attribution]]]:
    """The articles that have an annotation, by name: text and attributions.

    Of several annotations of one text (PolNeAR's double annotation) the first by name counts.
    """
    annotations = files_in(path / "attributions", (".ann",), EXPECTED)
    found = {}
    for file in files_in(path / "text", (".txt",), EXPECTED):
        own = [one for one in annotations if one.stem == file.stem]
        own += [one for one in annotations if one.stem.startswith(f"{file.stem}_")]
        if own:
            text = text_of(file)
            found[file.stem] = text, _attributions(own[0], len(text))
    if not any(said for _, said in found.values()):
        raise ScoreError(f"{path}: no attribution of any text; expected {EXPECTED}")
    return found


def _attributions(file: Path, length: int) -> list[Attribution]:
    spans: dict[str, list[tuple[int, int]]] = {}
    events: list[tuple[int, str]] = []
    for number, line in enumerate(text_of(file).splitlines(), 1):
        bound = TEXT_BOUND.fullmatch(line)
        if bound:
            spans[bound[1]] = [_ends(pair) for pair in bound[3].split(";")]
            if any(not 0 <= start < end <= length for start, end in spans[bound[1]]):
                raise ScoreError(f"{file}, line {number}: {bound[3]} is outside the text")
        elif line.startswith("T"):
            raise ScoreError(f"{file}, line {number}: {line[:60]!r}; expected {EXPECTED}")
        elif line.startswith("E"):
            events.append((number, line))
    return [one for event in events if (one := _event(file, *event, spans)).cue or one.content]


def _ends(pair: str) -> tuple[int, int]:
    start, end = map(int, pair.split())
    return start, end


def _event(
    file: Path, number: int, line: str, spans: dict[str, list[tuple[int, int]]]
) -> Attribution:
    parts: dict[str, list[Span]] = defaultdict(list)
    event, _, roles = line.partition("\t")
    for role, bound in ROLE.findall(roles):
        if bound not in spans:
            raise ScoreError(f"{file}, line {number}: {bound} is nowhere in the file")
        parts[role.lower()] += [Span(*pair, role.lower(), event) for pair in spans[bound]]
    return Attribution(*(tuple(sorted(parts[part])) for part in PARTS))
