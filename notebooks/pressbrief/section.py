"""What a section notebook works with (`Work`) and what it publishes (`Section`).

A section notebook publishes ONE output of type `application/vnd.pressbrief.section+json`.
The renderers read nothing else from it, so HTML and PDF cannot disagree. Every text in it is
plain text: a renderer escapes it, nothing in it is ever markup.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

MIME = "application/vnd.pressbrief.section+json"
Cell = str | int | float | None
Id = Field(pattern=r"^[a-z][a-z0-9-]*$", max_length=80)


class Block(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Mark(Block):
    """A stretch of an evidence sentence (offsets into its text) and what it is."""

    start: int
    end: int
    kind: Literal["target", "quotation", "date"]


class Evidence(Block):
    """One sentence that a number rests on, with where it stands and how its article is dated."""

    id: str = Id
    article_id: str
    file: str
    source: str
    dated: str
    sentence: int
    start: int
    end: int
    text: str
    marks: tuple[Mark, ...] = ()


class Claim(Block):
    """One sentence that the tables bear, how sure it is, and the ids of its evidence."""

    text: str
    sure: Literal["firm", "fair", "weak"]
    evidence: tuple[str, ...] = ()


class DataTable(Block):
    """A table for readers; `evidence` holds the evidence ids of each row, in row order."""

    id: str = Id
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    evidence: tuple[tuple[str, ...], ...] = ()
    note: str = ""


class Figure(Block):
    """A chart: its finding as title, what is measured as subtitle, SVG, alt text and its data."""

    id: str = Id
    title: str
    subtitle: str
    alt: str
    caption: str = ""
    svg: str
    data: DataTable


class Section(Block):
    """All that a section says: claims first, then figures and tables, caveats and evidence."""

    name: Literal["corpus", "mentions", "stance", "timeline", "findings"]
    title: str
    claims: tuple[Claim, ...] = ()
    figures: tuple[Figure, ...] = ()
    tables: tuple[DataTable, ...] = ()
    method: tuple[str, ...] = ()
    caveats: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Unavailable(Block):
    """A section that failed: its name, title, and why."""

    name: str
    title: str
    reason: str


class Cover(Block):
    """What the document says before its sections: published once by a run."""

    topic: str
    title: str
    edition: str
    as_of: str
    coverage: str
    unavailable: tuple[Unavailable, ...] = ()


COVER_MIME = "application/vnd.pressbrief.cover+json"
