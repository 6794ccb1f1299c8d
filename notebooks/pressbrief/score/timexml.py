"""Gold time expressions: TimeML (.tml) and CAT (.xml) documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from xml.etree import ElementTree

from pressbrief.score.documents import files_in
from pressbrief.score.measured import ScoreError, Span
from pressbrief.score.running_text import running

EXPECTED = "a folder of TimeML .tml or CAT .xml documents"
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
CREATED = "CREATION_TIME"
# MEANTIME marks time expressions in an article's title and first five sentences only.
MARKED = 6


@dataclass
class Document:
    """A document's text, its gold expressions, and its day of creation ("" where none is said).

    `created`: where the text itself tells that day. It is given to the reader, so it is neither
    asked of it nor held against it. `until`: where the annotated part of the text ends.
    """

    text: str
    day: str = ""
    spans: list[Span] = field(default_factory=list)
    created: list[Span] = field(default_factory=list)
    until: int | None = None

    def asks(self, span: Span) -> bool:
        """Whether an expression found there can be right or wrong by the annotation."""
        unread = self.until is not None and span.start >= self.until
        return not unread and not any(span.overlaps(day) for day in self.created)

    def add(self, start: int, end: int, said: dict[str, str]) -> None:
        """Takes in one TIMEX3 of the text; one without characters is left out."""
        span = Span(start, end, said.get("type", ""), said.get("value", ""))
        if start < end:
            (self.created if said.get("functionInDocument") == CREATED else self.spans).append(span)


def read(path: Path) -> dict[str, Document]:
    """The documents of a folder by file name below it; ScoreError names one that is none.

    A set of CAT documents that has an expression after the sentences that MEANTIME marks is
    annotated throughout.
    """
    found = {}
    for file in files_in(path, (".tml", ".xml"), EXPECTED):
        try:
            root = ElementTree.parse(file).getroot()
            text = root.find("TEXT") if file.suffix == ".tml" else root.find("token")
            if text is None:
                raise ValueError("no TEXT" if file.suffix == ".tml" else "no token")
            document = _timeml(root, text) if file.suffix == ".tml" else _cat(root)
        except (ElementTree.ParseError, ValueError, KeyError, RecursionError, OSError) as error:
            raise ScoreError(f"{file}: {error!r}; expected {EXPECTED}") from None
        found[file.relative_to(path).as_posix()] = document
    if any(not one.asks(span) for one in found.values() for span in one.spans):
        return {name: replace(one, until=None) for name, one in found.items()}
    return found


def _day(timexes: Iterator[ElementTree.Element]) -> str:
    """The first creation time that names a day."""
    said = (one.get("value", "") for one in timexes if one.get("functionInDocument") == CREATED)
    return next((day.group() for value in said if (day := DAY.match(value))), "")


def _timeml(root: ElementTree.Element, text: ElementTree.Element) -> Document:
    document = Document("".join(text.itertext()), _day(root.iter("TIMEX3")))
    for element, start, end in _places(text, 0):
        if element.tag == "TIMEX3":
            document.add(start, end, element.attrib)
    return document


def _places(
    element: ElementTree.Element, start: int
) -> Iterator[tuple[ElementTree.Element, int, int]]:
    """The elements inside one that begins at `start`, each with its characters."""
    at = start + len(element.text or "")
    for child in element:
        end = at + sum(map(len, child.itertext()))
        yield child, at, end
        yield from _places(child, at)
        at = end + len(child.tail or "")


def _cat(root: ElementTree.Element) -> Document:
    """A CAT document: its tokens as running text, each of its sentences a paragraph."""
    tokens = [(one.get("sentence"), one) for one in root.iter("token")]
    text, where = running((sentence, token.text or "") for sentence, token in tokens)
    places = {token.attrib["t_id"]: place for (_, token), place in zip(tokens, where, strict=True)}
    marked = list(dict.fromkeys(sentence for sentence, _ in tokens))[:MARKED]
    until = max(places[one.attrib["t_id"]][1] for sentence, one in tokens if sentence in marked)
    document = Document(text, _day(root.iter("TIMEX3")), until=until)
    for timex in root.iter("TIMEX3"):
        anchors = [places[anchor.attrib["t_id"]] for anchor in timex.iter("token_anchor")]
        if anchors:
            start, end = min(at for at, _ in anchors), max(end for _, end in anchors)
            document.add(start, end, timex.attrib)
    return document
