"""Gold names: files of one token a line, its label in the last column (BIO, IOB, BIOES), or GUM."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pressbrief.score import gum
from pressbrief.score.documents import files_in, text_of
from pressbrief.score.measured import ScoreError, Span
from pressbrief.score.running_text import running

EXPECTED = (
    "a folder of BIO .tsv files, a CoNLL file of one token and its label a line, or GUM's .conllu"
)
SUFFIXES = (".tsv", ".conll", ".txt", ".bio", ".conllu")
# The labels of the sets that are read, as the reader's kinds. CoNLL's LOC holds buildings and
# other works of man, so that `Facility` of nine-class sets is a place.
KINDS = {
    "per": "person",
    "person": "person",
    "politician": "person",
    "org": "organisation",
    "organization": "organisation",
    "organisation": "organisation",
    "politicalparty": "organisation",
    "loc": "place",
    "location": "place",
    "gpe": "place",
    "country": "place",
    "facility": "place",
    "fac": "place",
    "norp": "group",
}
NEW_DOCUMENT = "-DOCSTART-"


def read(path: Path) -> dict[str, tuple[str, list[Span]]]:
    """The documents at a path by name: text and gold names, `type` the kind or "" for another.

    `value` is the label as the set has it. A file of a folder is a document; a file given alone
    is one, or several where -DOCSTART- parts them.
    """
    files = [path] if path.is_file() else files_in(path, SUFFIXES, EXPECTED)
    if any(file.suffix == ".conllu" for file in files):
        files = [file for file in files if file.suffix == ".conllu"]
    found: dict[str, tuple[str, list[Span]]] = {}
    for file in files:
        name = file.name if path.is_file() else file.relative_to(path).as_posix()
        if file.suffix == ".conllu":
            found[name] = gum.read(file)
            continue
        for number, tokens in enumerate(_documents(file)):
            found[f"{name}#{number + 1}" if number else name] = _document(tokens)
    if not any(spans for _, spans in found.values()):
        raise ScoreError(
            f"{path}: no label begins with B-, I-, E- or S-, and no entity is a name; "
            f"expected {EXPECTED}"
        )
    return found


def _documents(file: Path) -> Iterator[list[tuple[int, str, str]]]:
    """The documents of a file as tokens: sentence, word, label."""
    tokens: list[tuple[int, str, str]] = []
    for number, line in enumerate(text_of(file).splitlines(), 1):
        cells = line.split("\t") if "\t" in line else line.split()
        if cells and cells[0].strip() == NEW_DOCUMENT:
            if tokens:
                yield tokens
            tokens = []
        elif any(cell.strip() for cell in cells):
            if len(cells) < 2:
                raise ScoreError(
                    f"{file}, line {number}: {line!r} has no label; expected {EXPECTED}"
                )
            tokens.append((number, cells[0].strip(), cells[-1].strip()))
    if tokens:
        yield tokens


def _document(tokens: list[tuple[int, str, str]]) -> tuple[str, list[Span]]:
    """The text of a document and its gold names; an empty line, or line number, parts sentences."""
    sentences, sentence, before = [], 0, None
    for number, _, _ in tokens:
        sentence += before is not None and number != before + 1
        sentences.append(sentence)
        before = number
    words = [word for _, word, _ in tokens]
    text, places = running(zip(sentences, words, strict=True))
    spans: list[Span] = []
    open_: list[int] = []
    for at, (_, _, label) in enumerate([*tokens, (0, "", "O")]):
        begins, _, kind = label.partition("-")
        goes_on = open_ and begins in ("I", "E") and tokens[open_[-1]][2].partition("-")[2] == kind
        if open_ and not (goes_on and sentences[at] == sentences[open_[-1]]):
            spans.append(_span(tokens, places, open_))
            open_ = []
        if begins in ("B", "I", "E", "S") and kind:
            open_.append(at)
    return text, spans


def _span(tokens: list, places: list[tuple[int, int]], open_: list[int]) -> Span:
    label = tokens[open_[0]][2].partition("-")[2]
    return Span(places[open_[0]][0], places[open_[-1]][1], KINDS.get(label.casefold(), ""), label)
