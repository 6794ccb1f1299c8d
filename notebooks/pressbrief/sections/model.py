"""What a section notebook publishes, and what a run says before it.

A section notebook publishes ONE output of type `application/vnd.pressbrief.section+json`.
The renderers read nothing else from it, so HTML and PDF cannot disagree. Every text in it is
plain text: a renderer escapes it, nothing in it is ever markup.
"""

from __future__ import annotations

import re
from html import escape
from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from pressbrief.sections.wording.phrase import Phrase, Value, check

MIME = "application/vnd.pressbrief.section+json"
COVER_MIME = "application/vnd.pressbrief.cover+json"
Cell = str | int | float | None
LINK = re.compile(r"<(/?)a\b[^>]*>")
Id = Field(pattern=r"^[a-z][a-z0-9-]*$", max_length=80)


# How confident a claim is, and what that means (the three grades of ICD 203 and of PHIA).
CONFIDENCE = {
    "high": "counted from the text as it stands",
    "moderate": "read by a model or off dates that the texts state, in more than one article",
    "low": "read by a model, and resting on one article or on what somebody else reports",
}
# What a claim is about, in the order in which the findings tell it.
ABOUT = {
    "happened": "What happened",
    "differs": "Where accounts differ",
    "judged": "Who judges whom",
    "heard": "Who is heard",
    "named": "Who is named",
    "basis": "What this rests on",
}


class Block(BaseModel):
    """A part of what is published: nothing but its fields, and never changed."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Said(Block):
    """A block with texts of its own (`TEXTS`), whose numbers and names have their values.

    `values` has them by the text's name; a Phrase brings its own.
    """

    TEXTS: ClassVar[tuple[str, ...]]
    values: dict[str, tuple[Value, ...]] = {}

    @model_validator(mode="before")
    @classmethod
    def _keep_values(cls, given: dict) -> dict:
        brought = {name: text.values for name, text in given.items() if isinstance(text, Phrase)}
        return {"values": brought, **given}

    def check(self) -> None:
        """Raises phrase.UnboundNumberError where a number in a text is not a value's."""
        for name in self.TEXTS:
            check(getattr(self, name), self.values.get(name, ()))


class Mark(Block):
    """A stretch of an evidence sentence (offsets into its text) and what it is."""

    start: int
    end: int
    kind: Literal["target", "judgement", "quotation", "date"]


class Evidence(Block):
    """One sentence that a number rests on, with where it stands and how its article is dated.

    `dated` says when the article was published, `because` what says so, `readings` what the
    sentence was counted as, one text a count.
    """

    id: str = Id
    article_id: str
    file: str
    source: str
    dated: str
    because: str = ""
    sentence: int
    start: int
    end: int
    text: str
    marks: tuple[Mark, ...] = ()
    readings: tuple[str, ...] = ()


class Claim(Said):
    """One sentence that the tables bear, how confident and why, and the ids of its evidence.

    `about` says which kind of finding it can be (ABOUT); a claim without is none.
    """

    TEXTS = ("text", "because")
    text: str
    sure: Literal["high", "moderate", "low"]
    because: str = ""
    about: Literal["", "happened", "differs", "judged", "heard", "named", "basis"] = ""
    evidence: tuple[str, ...] = ()

    def _repr_html_(self) -> str:
        why = f": {self.because}" if self.because else ""
        return f"<p>{escape(self.text)} <small>({self.sure}{escape(why)})</small></p>"


class DataTable(Said):
    """A table for readers; `evidence` holds the evidence ids of each row, in row order.

    A `folded` one is there to look something up in, or has in full what a figure shows: a reader
    of the HTML opens it, and the PDF has it attached.
    """

    TEXTS = ("title", "note")
    id: str = Id
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    evidence: tuple[tuple[str, ...], ...] = ()
    note: str = ""
    folded: bool = False

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{escape(column)}</th>" for column in self.columns)
        body = "".join(
            f"<tr>{''.join(f'<td>{escape(_cell(cell))}</td>' for cell in row)}</tr>"
            for row in self.rows
        )
        return (
            f"<table><caption>{escape(self.title)}</caption>"
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        )


class Figure(Said):
    """A chart: its finding as title, what is measured as subtitle, SVG, alt text and its data."""

    TEXTS = ("title", "subtitle", "alt", "caption")
    id: str = Id
    title: str
    subtitle: str
    alt: str
    caption: str = ""
    svg: str
    data: DataTable

    def check(self) -> None:
        """Raises phrase.UnboundNumberError where it or its data's table says an unbound number."""
        super().check()
        self.data.check()

    def _repr_mimebundle_(self, **kwargs) -> dict[str, str]:
        title = f"<p><b>{escape(self.title)}</b><br>{escape(self.subtitle)}</p>"
        # The evidence is not in the notebook, and JupyterLab cannot follow a chart's links.
        drawn = LINK.sub(r"<\1g>", self.svg)
        return {
            "text/html": f"{title}{drawn}",
            # What a notebook that is not trusted still shows.
            "image/svg+xml": drawn,
            "text/plain": self.alt,
        }


class GridCell(Block):
    """One cell of a grid: its text, what it says at a glance, and the ids of its evidence."""

    text: str
    mark: Literal["", "told", "untold", "critical", "favourable", "mixed", "none"] = ""
    evidence: tuple[str, ...] = ()


class Grid(Said):
    """Sources side by side, a row each, the first cell its name; `keys` say what columns mean."""

    TEXTS = ("title", "subtitle", "note")
    id: str = Id
    title: str
    subtitle: str
    columns: tuple[str, ...]
    keys: tuple[str, ...] = ()
    rows: tuple[tuple[GridCell, ...], ...]
    note: str = ""

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{escape(column)}</th>" for column in self.columns)
        body = "".join(
            f"<tr>{''.join(f'<td>{escape(cell.text)}</td>' for cell in row)}</tr>"
            for row in self.rows
        )
        keys = "".join(f"<br>{escape(key)}" for key in self.keys)
        return (
            f"<p><b>{escape(self.title)}</b><br>{escape(self.subtitle)}{keys}</p>"
            f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        )


class Passage(Block):
    """One sentence of a whole article, with what was found in it."""

    sentence: int
    paragraph: int
    text: str
    marks: tuple[Mark, ...] = ()


class Measurement(Block):
    """A figure last measured on a public set: all of it, and its first number alone."""

    text: str
    short: str


class Article(Block):
    """A whole article as it is opened: its kept sentences, in order."""

    article_id: str
    file: str
    source: str
    dated: str
    passages: tuple[Passage, ...]


class Section(Said):
    """All that a section says: claims first, then figures and tables, caveats and evidence.

    `changed` is one line on what differs from the edition before; only findings say it, and only
    they have a grid, and whole articles where these are asked for.
    """

    TEXTS = ("title", "changed")
    name: str = Id
    title: str
    claims: tuple[Claim, ...] = ()
    grid: Grid | None = None
    figures: tuple[Figure, ...] = ()
    tables: tuple[DataTable, ...] = ()
    changed: str = ""
    method: tuple[str, ...] = ()
    measured: tuple[Measurement, ...] = ()
    caveats: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    articles: tuple[Article, ...] = ()

    def check(self) -> None:
        """Raises phrase.UnboundNumberError where it or a part of it says an unbound number."""
        super().check()
        grids = (self.grid,) if self.grid else ()
        for part in (*self.claims, *grids, *self.figures, *self.tables):
            part.check()

    def _repr_mimebundle_(self, **kwargs) -> dict[str, object]:
        shown = "".join(claim._repr_html_() for claim in self.claims)
        return {
            MIME: self.model_dump(mode="json"),
            "text/html": f"<h3>{escape(self.title)}</h3>{shown}",
            "text/plain": "\n".join(claim.text for claim in self.claims),
        }


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

    def _repr_mimebundle_(self, **kwargs) -> dict[str, object]:
        return {
            COVER_MIME: self.model_dump(mode="json"),
            "text/html": f"<h2>{escape(self.title)}</h2><p>{escape(self.coverage)}</p>",
            "text/plain": f"{self.title}, edition {self.edition}: {self.coverage}",
        }


def _cell(cell: Cell) -> str:
    return "" if cell is None else str(cell)
