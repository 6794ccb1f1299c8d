"""A notebook's published outputs as one document, numbered and linked: what both formats show.

Nothing here knows HTML or Typst; the exporters set what `collect` returns and add no text of
their own but labels, so that the two cannot disagree.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from pressbrief.render import evidence_list, published
from pressbrief.render.document_parts import (
    Box,
    Chapter,
    Chart,
    Document,
    Line,
    Method,
    Row,
    SideBySide,
    Statement,
    Table,
    Whole,
)
from pressbrief.render.text import number
from pressbrief.sections.model import ABOUT, Cell, Claim, Cover, DataTable, Figure, Grid, Section
from pressbrief.sections.registry import FRONT, IN_DOCUMENT


def collect(notebook) -> Document:
    """A notebook node's published outputs as a document; DocumentError if it cannot be one."""
    cover, sections = published.read(notebook)
    sections.sort(key=lambda section: _place(section.name))
    index = evidence_list.Index(sections)
    numbered = _Numbered(index)
    told = _told_first(cover, sections)
    placed = [
        (_place(section.name), _chapter(section, numbered, index, told)) for section in sections
    ]
    placed += [
        (
            _place(gap.name),
            Chapter(f"unavailable-{at}", gap.title or gap.name, gap.reason or "no reason given"),
        )
        for at, gap in enumerate(cover.unavailable if cover else (), start=1)
    ]
    chapters = [chapter for _, chapter in sorted(placed, key=lambda pair: pair[0])]
    return Document(
        title=(cover.title if cover else "") or chapters[0].title,
        topic=cover.topic if cover else "",
        edition=cover.edition if cover else "",
        as_of=cover.as_of if cover else "",
        coverage=cover.coverage if cover else "",
        chapters=tuple(chapters),
        method=tuple(
            Method(
                section.title,
                section.method,
                tuple(one.text for one in section.measured),
                tuple(one.short for one in section.measured),
                section.caveats,
            )
            for section in sections
            if section.method or section.measured or section.caveats
        ),
        notes=index.notes(),
        evidence=index.groups(),
        articles=tuple(_wholes(sections, index)),
    )


def _wholes(sections: list[Section], index: evidence_list.Index) -> Iterator[Whole]:
    """The whole articles that sections published, each sentence led to its evidence and back."""
    given = (article for section in sections for article in section.articles)
    for at, article in enumerate(given, start=1):
        lines, before = [], 0
        for one in article.passages:
            lines.append(
                Line(
                    anchor=f"article-{at}-{one.sentence}",
                    sentence=one.sentence,
                    begins=one.paragraph != before,
                    parts=evidence_list.parts(one.text, one.marks),
                    evidence=index.anchor(article.article_id, one.sentence),
                )
            )
            before = one.paragraph
        yield Whole(f"article-{at}", article.source, article.file, article.dated, tuple(lines))


def _place(name: str) -> int:
    """A section's place in the document; one that this version does not know comes last."""
    return IN_DOCUMENT.index(name) if name in IN_DOCUMENT else len(IN_DOCUMENT)


class _Numbered:
    """Charts and tables as shown, counted through the document, their evidence cited."""

    def __init__(self, index: evidence_list.Index) -> None:
        self._index = index
        self._count = {"Figure": 0, "Table": 0}

    def chart(self, figure: Figure) -> Chart:
        label, anchor = self._next("Figure")
        return Chart(
            id=figure.id,
            anchor=anchor,
            label=label,
            title=figure.title,
            subtitle=figure.subtitle,
            alt=figure.alt,
            caption=figure.caption,
            svg=figure.svg,
            data=self._shown(figure.data, label, f"{anchor}-data", cited_from=anchor),
        )

    def grid(self, grid: Grid) -> SideBySide:
        label, anchor = self._next("Figure")
        return SideBySide(
            anchor=anchor,
            label=label,
            title=grid.title,
            subtitle=grid.subtitle,
            columns=grid.columns,
            keys=grid.keys,
            rows=tuple(
                tuple(
                    Box(cell.text, cell.mark, self._index.cite(cell.evidence, label, anchor))
                    for cell in row
                )
                for row in grid.rows
            ),
            note=grid.note,
        )

    def table(self, table: DataTable) -> Table:
        label, anchor = self._next("Table")
        return self._shown(table, label, anchor, cited_from=anchor)

    def _next(self, kind: str) -> tuple[str, str]:
        self._count[kind] += 1
        return f"{kind} {self._count[kind]}", f"{kind.lower()}-{self._count[kind]}"

    def _shown(self, table: DataTable, label: str, anchor: str, cited_from: str) -> Table:
        cited = table.evidence[: len(table.rows)]
        rows = tuple(
            Row(
                cells=tuple(_cell(cell) for cell in cells),
                evidence=self._index.cite(ids, label, cited_from),
            )
            for cells, ids in zip_longest(table.rows, cited, fillvalue=())
        )
        return Table(
            anchor=anchor,
            label=label,
            title=table.title,
            columns=table.columns,
            numeric=tuple(_numeric(table, at) for at in range(len(table.columns))),
            rows=rows,
            cited=any(row.evidence for row in rows),
            note=table.note,
            values=table.rows,
            folded=table.folded,
        )


def _told_first(cover: Cover | None, sections: list[Section]) -> tuple[str, ...]:
    """What the first page says: the line on what was read, and each finding."""
    findings = [claim.text for one in sections if one.name == FRONT for claim in one.claims]
    return (cover.coverage if cover else "", *findings)


def _chapter(
    section: Section, numbered: _Numbered, index: evidence_list.Index, told: tuple[str, ...]
) -> Chapter:
    """A section as it is shown; what the first page has `told` its chapter does not say again."""
    front = section.name == FRONT
    label = "Finding" if front else section.name.capitalize()
    claims = [one for one in section.claims if front or not any(one.text in text for text in told)]
    return Chapter(
        anchor=section.name,
        title=section.title,
        reason="",
        changed=section.changed,
        claims=tuple(
            _statement(claim, f"{section.name}-claim-{at}", f"{label} {at}", index, front=front)
            for at, claim in enumerate(claims, start=1)
        ),
        grid=numbered.grid(section.grid) if section.grid else None,
        charts=tuple(numbered.chart(figure) for figure in section.figures),
        tables=tuple(numbered.table(table) for table in section.tables),
    )


def _statement(
    claim: Claim, anchor: str, label: str, index: evidence_list.Index, *, front: bool
) -> Statement:
    cited = index.cite(claim.evidence, label, anchor)
    about = ABOUT.get(claim.about, "") if front else ""
    return Statement(anchor, claim.text, claim.sure, claim.because, about, cited)


def _numeric(table: DataTable, at: int) -> bool:
    cells = [row[at] for row in table.rows if row[at] is not None]
    return bool(cells) and all(isinstance(cell, int | float) for cell in cells)


def _cell(cell: Cell) -> str:
    if cell is None:
        return ""
    return cell if isinstance(cell, str) else number(cell)
