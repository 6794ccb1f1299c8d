"""A table of numbers whose cells are shaded by what they say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pressbrief.charts import labels
from pressbrief.charts.canvas import INK, PAPER, RULE, SOFT, WIDTH, Canvas, middle

ROW = 0.22
LINE = 0.14
HEAD_LINES = 3
ROOM = 1.65
# Fills are no darker than what ink reads on at 4.5 to 1.
DARKEST = 0.9


@dataclass(frozen=True)
class Cell:
    """One number as text, its fill ("" for none), what it says, and its evidence ids."""

    text: str
    fill: str = ""
    says: str = ""
    evidence: tuple[str, ...] = ()
    faint: bool = False


def draw(
    canvas: Canvas,
    top: float,
    rows: Sequence[str],
    heads: Sequence[str],
    cells: Sequence[Sequence[Cell | None]],
    under: tuple[str, Sequence[str]] | None = None,
) -> float:
    """Draws the table from `top`; returns where it ends.

    `under` is one more line: what it says of the columns, and that of each.
    """
    room = min(ROOM, 0.05 + max(labels.width(labels.clean(row)) for row in rows))
    wide = min(1.3, (WIDTH - room - 0.1) / len(heads))
    wrapped = [labels.wrap(head, wide - 0.08, HEAD_LINES, labels.SMALL) for head in heads]
    lines = max(len(part) for part in wrapped) + bool(under)
    y = top + lines * LINE + 0.06
    for i, part in enumerate(wrapped):
        centre = room + 0.1 + (i + 0.5) * wide
        said = [(text, INK) for text in part]
        if under:
            said.append((under[1][i], SOFT))
        for up, (text, color) in enumerate(reversed(said)):
            place = y - 0.07 - up * LINE
            canvas.text(centre, place, text, size=labels.SMALL, color=color, align="center")
    if under:
        canvas.text(0, y - 0.07, under[0], size=labels.SMALL, color=SOFT)
    for row, row_cells in zip(rows, cells, strict=True):
        canvas.text(0, middle(y + ROW / 2), labels.clip(row, room))
        for i, cell in enumerate(row_cells):
            _cell(canvas, cell, room + 0.1 + i * wide, y, wide)
        y += ROW
    return y


def _cell(canvas: Canvas, cell: Cell | None, left: float, top: float, wide: float) -> None:
    fill = cell.fill if cell else ""
    canvas.box(
        left + 0.01,
        left + wide - 0.01,
        top + 0.01,
        top + ROW - 0.01,
        fill=fill or PAPER,
        edge="none" if fill else RULE,
        weight=0.5,
        says=cell.says if cell else "",
        evidence=cell.evidence if cell else (),
    )
    if cell:
        color = SOFT if cell.faint else INK
        canvas.text(left + wide / 2, middle(top + ROW / 2), cell.text, color=color, align="center")
