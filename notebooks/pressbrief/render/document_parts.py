"""What a briefing consists of, as each format shows it: numbered, linked and all in text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pressbrief.english.days import day_in_words
from pressbrief.render.evidence_list import Group, Part, Run, numbers
from pressbrief.sections.model import Cell

# The parts that are no section.
METHOD_TITLE = "Method and limits"
EVIDENCE_TITLE = "Evidence"
ARTICLES_TITLE = "The articles"


@dataclass(frozen=True)
class Statement:
    """One claim: what it is about, its text, how confident it is and why, and its evidence."""

    anchor: str
    text: str
    sure: str
    because: str
    about: str
    evidence: tuple[Run, ...]


@dataclass(frozen=True)
class Row:
    """One row as shown, and its evidence."""

    cells: tuple[str, ...]
    evidence: tuple[Run, ...]

    @property
    def numbers(self) -> tuple[int, ...]:
        """The number of each sentence that it rests on."""
        return numbers(self.evidence)


@dataclass(frozen=True)
class Table:
    """One table as shown; `numeric` says of each column whether it holds numbers only.

    `values` are the cells as they were published, numbers not yet rounded; a `folded` one is opened
    on a screen and attached on paper.
    """

    anchor: str
    label: str
    title: str
    columns: tuple[str, ...]
    numeric: tuple[bool, ...]
    rows: tuple[Row, ...]
    cited: bool
    note: str
    values: tuple[tuple[Cell, ...], ...]
    folded: bool = False


@dataclass(frozen=True)
class Box:
    """One cell of a grid: its text, what it says at a glance, and its evidence."""

    text: str
    mark: str
    evidence: tuple[Run, ...]


@dataclass(frozen=True)
class SideBySide:
    """The sources side by side: a row each, the first box its name."""

    anchor: str
    label: str
    title: str
    subtitle: str
    columns: tuple[str, ...]
    keys: tuple[str, ...]
    rows: tuple[tuple[Box, ...], ...]
    note: str


@dataclass(frozen=True)
class Chart:
    """One figure; `svg` is as published, each format makes it safe for itself."""

    id: str
    anchor: str
    label: str
    title: str
    subtitle: str
    alt: str
    caption: str
    svg: str
    data: Table


@dataclass(frozen=True)
class Chapter:
    """One section as shown, or the reason why it is missing."""

    anchor: str
    title: str
    reason: str
    changed: str = ""
    claims: tuple[Statement, ...] = ()
    grid: SideBySide | None = None
    charts: tuple[Chart, ...] = ()
    tables: tuple[Table, ...] = ()
    attached: str = ""  # which of its tables are not printed


@dataclass(frozen=True)
class Method:
    """How one section was made, how well its steps do on public sets, and what to beware of."""

    title: str
    method: tuple[str, ...]
    measured: tuple[str, ...]
    short: tuple[str, ...]  # what was measured, each with one number
    caveats: tuple[str, ...]


@dataclass(frozen=True)
class Line:
    """One sentence of a whole article, and its number and anchor as evidence where it is that."""

    anchor: str
    sentence: int
    begins: bool  # a paragraph
    parts: tuple[Part, ...]
    evidence: str


@dataclass(frozen=True)
class Whole:
    """One whole article."""

    anchor: str
    source: str
    file: str
    dated: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Document:
    """All that a briefing says, in order."""

    title: str
    topic: str
    edition: str
    as_of: str
    coverage: str
    chapters: tuple[Chapter, ...]
    method: tuple[Method, ...]
    notes: tuple[str, ...]
    evidence: tuple[Group, ...]
    articles: tuple[Whole, ...] = ()

    @property
    def dateline(self) -> str:
        """The day that the briefing speaks of, and the edition's name if it says more."""
        if not self.as_of:
            return ""
        edition = f", edition {self.edition}" if self.edition != self.as_of else ""
        return f"Briefing as of {_day(self.as_of)}{edition}"

    @property
    def charts(self) -> tuple[Chart, ...]:
        """Every chart, in order."""
        return tuple(chart for chapter in self.chapters for chart in chapter.charts)

    @property
    def missing(self) -> tuple[str, ...]:
        """The titles of the sections that could not be made."""
        return tuple(chapter.title for chapter in self.chapters if chapter.reason)

    @property
    def lines(self) -> dict[str, str]:
        """The anchor of each whole article's sentence, by the anchor of the evidence that it is."""
        lines = (line for article in self.articles for line in article.lines)
        return {line.evidence: line.anchor for line in lines if line.evidence}

    @property
    def anchors(self) -> dict[str, str]:
        """Each evidence id with the anchor of its sentence."""
        return {item.id: item.anchor for group in self.evidence for item in group.items}


def _day(text: str) -> str:
    try:
        return day_in_words(date.fromisoformat(text))
    except ValueError:
        return text
