"""CoNLL-U documents as text with its gold sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pressbrief.score.documents import files_in, text_of
from pressbrief.score.measured import ScoreError, Span

EXPECTED = "a folder of CoNLL-U .conllu documents (ten columns a token)"


@dataclass
class Sentence:
    """A sentence of a file: its text, what comes before it, and whether a space follows it."""

    comments: dict[str, str] = field(default_factory=dict)
    words: str = ""
    covered: int = 0

    @property
    def text(self) -> str:
        """The sentence as it stands in its document."""
        return (self.comments.get("text") or self.words).strip()

    @property
    def space_after(self) -> bool:
        """Whether a space follows it."""
        return self.words.endswith(" ")


def read(path: Path) -> dict[str, tuple[str, list[Span]]]:
    """The documents of a folder by name: text and gold sentences.

    A sentence is its `# text`, or else its words with a space between where no SpaceAfter=No is.
    `# newpar` begins a paragraph after an empty line; any other sentence follows the one before
    after a space, or after none where SpaceAfter=No says so. Line breaks inside paragraphs, list
    marks and headings are not in the files, so they are not in the text.
    """
    found: dict[str, tuple[str, list[Span]]] = {}
    for file in files_in(path, (".conllu",), EXPECTED):
        name = file.relative_to(path).as_posix()
        text, space = "", True
        spans: list[Span] = []
        for sentence in _sentences(file):
            if "newdoc" in sentence.comments or "newdoc id" in sentence.comments:
                if spans:
                    found[name] = text, spans
                    text, spans = "", []
                name = sentence.comments.get("newdoc id") or name
                name = name if name not in found else f"{name} {len(found) + 1}"
            if spans:
                text += "\n\n" if _opens(sentence) else " " if space else ""
            spans.append(Span(len(text), len(text) + len(sentence.text)))
            text += sentence.text
            space = sentence.space_after
        if not spans:
            raise ScoreError(f"{file}: holds no sentence; expected {EXPECTED}")
        found[name] = text, spans
    return found


def _opens(sentence: Sentence) -> bool:
    return "newpar" in sentence.comments or "newpar id" in sentence.comments


def _sentences(file: Path) -> Iterator[Sentence]:
    sentence = Sentence()
    for number, line in enumerate([*text_of(file).splitlines(), ""], 1):
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            sentence.comments[key.strip()] = value.strip()
        elif line.strip():
            _take(sentence, line.split("\t"), f"{file}, line {number}")
        elif sentence.text:
            yield sentence
            sentence = Sentence()


def _take(sentence: Sentence, cells: list[str], where: str) -> None:
    """Takes in one token; the words of a multiword token and empty nodes are not in the text."""
    if len(cells) != 10:
        raise ScoreError(f"{where}: {len(cells)} columns; expected {EXPECTED}")
    first, _, last = cells[0].partition("-")
    if not first.replace(".", "", 1).isdigit() or (last and not last.isdigit()):
        raise ScoreError(f"{where}: {cells[0]!r} is no token number; expected {EXPECTED}")
    if "." in first or (not last and int(first) <= sentence.covered):
        return
    sentence.covered = int(last) if last else sentence.covered
    sentence.words += cells[1] if "SpaceAfter=No" in cells[9].split("|") else f"{cells[1]} "
