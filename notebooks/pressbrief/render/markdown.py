"""The briefing as Markdown, for mail and wikis: CommonMark with tables, no HTML, no links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from pressbrief.render.document_parts import (
    EVIDENCE_TITLE,
    METHOD_TITLE,
    Chapter,
    Chart,
    Document,
    SideBySide,
    Statement,
    Table,
)
from pressbrief.render.evidence_list import Group, Run
from pressbrief.sections.model import CONFIDENCE
from pressbrief.sections.registry import FRONT

# What can begin markup inside a line, mathematics and footnotes of common dialects among it.
ACTIVE = re.compile(r"[\\`*_{}\[\]<>#|~$&!^]|=(?==)|(?<=\w)[:@](?=[\w/])|(?<=www)\.")
# What makes a line another kind of block where it stands first.
OPENING = re.compile(r"^(?:\d+(?=[.)])|(?=[-+:]))")


def render(document: Document) -> str:
    """A document as Markdown; its pictures are the edition's `figures/*.png`."""
    blocks = [
        *_front(document),
        *(block for chapter in document.chapters for block in _chapter(chapter)),
        *_method(document),
        *_evidence(document.evidence),
    ]
    return "\n\n".join(blocks) + "\n"


def escaped(text: str) -> str:
    """Text that Markdown shows as it is.

    >>> print(escaped("*a* <b> www.c.org"), escaped("- d"), escaped("2. e"))
    \\*a\\* \\<b\\> www\\.c.org \\- d 2\\. e
    """
    shown = ACTIVE.sub(r"\\\g<0>", " ".join(text.split()))
    return OPENING.sub(r"\g<0>\\", shown)


def _front(document: Document) -> Iterator[str]:
    yield f"# {escaped(document.title)}"
    if document.dateline:
        yield escaped(document.dateline)
    if document.coverage:
        yield escaped(document.coverage)
    if document.missing:
        titles = "; ".join(map(escaped, document.missing))
        yield f"**This edition is partial.** Not available: {titles}."


def _about(claim: Statement) -> str:
    return f"**{claim.about}.** " if claim.about else ""


def _because(claim: Statement) -> str:
    return f": {escaped(claim.because)}" if claim.because else ""


def _chapter(chapter: Chapter) -> Iterator[str]:
    yield f"## {escaped(chapter.title)}"
    if chapter.reason:
        yield f"**This section is not available.** {escaped(chapter.reason)}"
    if chapter.claims:
        yield _list(
            f"{_about(claim)}{escaped(claim.text)} ({claim.sure}{_because(claim)}"
            f"{_cited('; evidence ', claim.evidence)})"
            for claim in chapter.claims
        )
    if chapter.claims and chapter.anchor == FRONT:
        yield " ".join(f"{sure.capitalize()}: {meaning}." for sure, meaning in CONFIDENCE.items())
    if chapter.changed:
        yield escaped(chapter.changed)
    if chapter.grid:
        yield from _grid(chapter.grid)
    for chart in chapter.charts:
        yield from _chart(chart)
    for table in chapter.tables:
        yield from _table(table)


def _grid(grid: SideBySide) -> Iterator[str]:
    yield f"### {escaped(grid.title)}"
    yield f"{grid.label}. {escaped(grid.subtitle)}"
    if grid.keys:
        yield _list(map(escaped, grid.keys))
    rows = [[escaped(box.text) for box in row] for row in grid.rows]
    heads = [*map(escaped, grid.columns)]
    yield "\n".join(map(_row, [heads, ["---"] * len(heads), *rows]))
    if grid.note:
        yield escaped(grid.note)


def _chart(chart: Chart) -> Iterator[str]:
    yield f"### {escaped(chart.title)}"
    yield f"{chart.label}. {escaped(chart.subtitle)}"
    yield f"![{escaped(chart.alt)}](figures/{chart.id}.png)"
    if chart.caption:
        yield escaped(chart.caption)


def _table(table: Table) -> Iterator[str]:
    yield f"### {escaped(table.title)}"
    heads = [*map(escaped, table.columns), *(["Evidence"] if table.cited else [])]
    rules = ["---:" if numeric else "---" for numeric in (*table.numeric, False)][: len(heads)]
    rows = [
        [*map(escaped, row.cells), *([_cited("", row.evidence)] if table.cited else [])]
        for row in table.rows
    ]
    yield f"{table.label}."
    yield "\n".join(map(_row, [heads, rules, *rows])) if rows else "This table has no rows."
    if table.note:
        yield escaped(table.note)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _method(document: Document) -> Iterator[str]:
    if document.method or document.notes:
        yield f"## {METHOD_TITLE}"
    for part in document.method:
        yield f"### {escaped(part.title)}"
        yield from map(escaped, part.method)
        if part.measured:
            yield _list(map(escaped, part.measured))
        if part.caveats:
            yield _list(map(escaped, part.caveats))
    if document.notes:
        yield "### This document"
        yield from map(escaped, document.notes)


def _evidence(groups: Iterable[Group]) -> Iterator[str]:
    for at, group in enumerate(groups):
        if not at:
            yield f"## {EVIDENCE_TITLE}"
        yield f"### {escaped(group.source)}"
        because = f" – {escaped(group.because)}" if group.because else ""
        yield f"{escaped(group.file)}. Dated: {escaped(group.dated)}{because}"
        for item in group.items:
            text = escaped("".join(part.text for part in item.parts))
            where = f"sentence {item.sentence}, characters {item.start}–{item.end}"
            read = f" Read as: {escaped('; '.join(item.readings))}." if item.readings else ""
            yield f"**{item.number}** {text} ({where}){read}"


def _list(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


def _cited(before: str, runs: Sequence[Run]) -> str:
    said = ", ".join(
        f"{run.first}–{run.last}" if run.last > run.first else f"{run.first}" for run in runs
    )
    return before + said if said else ""
