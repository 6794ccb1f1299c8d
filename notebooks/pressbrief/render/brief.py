"""The document as it is printed where nobody asked for the whole: what a reader reads on paper.

Its HTML has all: every sentence behind a number, each chart's data, lists to their end. Printed are
the sentences that claims cite, the heads of long lists, and of each measurement its first number;
folded tables are attached, and the document says so. Numbers are the same in both.
"""

from __future__ import annotations

from dataclasses import replace

from pressbrief.render.document_parts import Document, SideBySide, Statement, Table
from pressbrief.render.evidence_list import Group, numbers
from pressbrief.sections.stance_readings import NAMED_ONLY
from pressbrief.sections.wording.phrase import say
from pressbrief.sections.wording.words import digits

# Rows of a list that are printed; a guess: about a third of a page.
PRINTED = 15


def brief(document: Document) -> Document:
    """A document with the heads of its tables and the evidence of its claims alone."""
    claims = [claim for chapter in document.chapters for claim in chapter.claims]
    told = {number for claim in claims for number in numbers(claim.evidence)}
    chapters = tuple(
        replace(
            chapter,
            grid=_pointing(chapter.grid, told) if chapter.grid else None,
            tables=tuple(_head(table) for table in chapter.tables if not table.folded),
            attached=_attached([table for table in chapter.tables if table.folded]),
        )
        for chapter in document.chapters
    )
    method = tuple(replace(part, measured=part.short) for part in document.method)
    evidence = _cited(document.evidence, claims)
    return replace(document, chapters=chapters, method=method, evidence=evidence)


def _attached(tables: list[Table]) -> str:
    """Which tables a reader of the paper finds attached to it; "" if none."""
    if not tables:
        return ""
    named = [f"{table.label}, {table.title} ({len(table.rows):,} rows)" for table in tables]
    return f"Attached, and in the HTML: {'; '.join(named)}."


def _pointing(grid: SideBySide, told: set[int]) -> SideBySide:
    """A grid whose boxes point to the sentences that are printed, and to no others."""
    rows = tuple(
        tuple(
            box if told.issuperset(numbers(box.evidence[:1])) else replace(box, evidence=())
            for box in row
        )
        for row in grid.rows
    )
    return replace(grid, rows=rows)


def _head(table: Table) -> Table:
    """A table's first rows without their evidence; its note says how many there are."""
    rows = tuple(replace(row, evidence=()) for row in table.rows[:PRINTED])
    note = table.note
    if len(table.rows) > PRINTED:
        more = say(
            "The first {} of {} rows; all are attached.", digits(PRINTED), digits(len(table.rows))
        )
        note = f"{note} {more}".strip()
    return replace(table, rows=rows, cited=False, note=note, values=table.values[: len(rows)])


def _cited(evidence: tuple[Group, ...], claims: list[Statement]) -> tuple[Group, ...]:
    """The sentences that a claim cites, each with the claims that do.

    What dates an article stands in the table of the articles; that a sentence only names somebody
    is not printed.
    """
    told = {number for claim in claims for number in numbers(claim.evidence)}
    anchors = {claim.anchor for claim in claims}
    found = []
    for group in evidence:
        items = tuple(
            replace(
                item,
                cited=tuple(place for place in item.cited if place.anchor in anchors),
                readings=tuple(one for one in item.readings if not one.endswith(NAMED_ONLY)),
            )
            for item in group.items
            if item.number in told
        )
        if items:
            found.append(replace(group, because="", items=items))
    return tuple(found)
