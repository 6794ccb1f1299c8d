"""Counts of judgements as bars on both sides of a line, with the words that judge beside them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from pressbrief.charts import chart_marks, labels
from pressbrief.charts.canvas import BLUE, FAINT, INK, RULE, SOFT, VERMILLION, WIDTH, Canvas, middle

ROW, HEAD, TOP, LINE = 0.21, 0.3, 0.34, 0.16
NAMES = 1.5  # room for the labels, in inches
# Where bars begin and end, where the counts "of n" stand, and where the words do.
LEFT, RIGHT, OF, WORDS = 1.6, 3.2, 3.7, 3.78
THICK = 0.105
PALE = 0.3  # of a judgement that bears no verdict


class Row(NamedTuple):
    """One bar: whose it is, the counts, what it says, and the words beside it.

    `strong` says which sides a verdict rests on, −1 and 1: they are coloured, others pale.
    `critical_ids` and `favourable_ids` are the evidence of each side.
    """

    label: str
    critical: int
    favourable: int
    sentences: int
    words: str
    strong: Collection[int]
    says: str
    critical_ids: Sequence[str] = ()
    favourable_ids: Sequence[str] = ()


class Group(NamedTuple):
    """Bars under a heading, and a line in small print below them."""

    head: str
    rows: Sequence[Row]
    foot: str = ""


def height(groups: Iterable[Group]) -> float:
    """How tall groups are drawn, in inches."""
    return TOP + sum(
        HEAD * bool(group.head) + ROW * len(group.rows) + LINE * bool(group.foot)
        for group in groups
    )


def draw(canvas: Canvas, groups: Sequence[Group], beside: str) -> float:
    """Draws the groups from the top, critical sentences to the left; returns where they end.

    `beside` says what stands beside the bars.
    """
    rows = [row for group in groups for row in group.rows]
    critical = max((row.critical for row in rows), default=1)
    favourable = max((row.favourable for row in rows), default=1)
    # Room for a digit outside each bar; a sentence is as long on both sides.
    unit = (RIGHT - LEFT - 0.5) / max(critical + favourable, 1)
    zero = LEFT + 0.25 + unit * critical
    _heads(canvas, zero, beside)
    y = TOP
    for group in groups:
        if group.head:
            y += HEAD
            canvas.text(0, y - 0.07, labels.clip(group.head, WIDTH, bold=True), bold=True)
        canvas.line(zero, y, zero, y + ROW * len(group.rows), color=FAINT, weight=0.8)
        fitted = labels.fitted([row.label for row in group.rows], NAMES)
        for row, label in zip(group.rows, fitted, strict=True):
            _row(canvas, row, label, y + ROW / 2, zero, unit)
            y += ROW
        if group.foot:
            said = labels.clip(group.foot, WIDTH - 0.1, labels.SMALL)
            canvas.text(0, middle(y + LINE / 2 - 0.02, labels.SMALL), said,
                        size=labels.SMALL, color=SOFT)  # fmt: skip
            y += LINE
    return y


def _heads(canvas: Canvas, zero: float, beside: str) -> None:
    y = TOP - 0.13
    canvas.text(zero - 0.08, y, "critical", size=labels.SMALL, color=SOFT, align="right")
    canvas.text(zero + 0.08, y, "favourable", size=labels.SMALL, color=SOFT)
    canvas.text(WORDS, y, beside, size=labels.SMALL, color=SOFT)
    canvas.line(0, TOP - 0.06, WIDTH, TOP - 0.06, color=RULE)


def _row(canvas: Canvas, row: Row, label: str, y: float, zero: float, unit: float) -> None:
    canvas.text(0, middle(y), label, color=INK if row.strong else SOFT)
    for count, way, color, ids in (
        (row.critical, -1, VERMILLION, row.critical_ids),
        (row.favourable, 1, BLUE, row.favourable_ids),
    ):
        if not count:
            continue
        end = zero + way * unit * count
        fill = color if way in row.strong else chart_marks.blend(color, PALE)
        canvas.box(
            min(zero, end), max(zero, end), y - THICK / 2, y + THICK / 2,
            fill=fill, edge=color, weight=0.6, says=row.says, evidence=ids,
        )  # fmt: skip
        canvas.text(end + 0.05 * way, middle(y, labels.SMALL), f"{count:,}", size=labels.SMALL,
                    align="left" if way > 0 else "right")  # fmt: skip
    canvas.text(OF, middle(y, labels.SMALL), f"of {row.sentences:,}", size=labels.SMALL,
                color=SOFT, align="right")  # fmt: skip
    words = labels.clip(row.words, WIDTH - WORDS - 0.05, labels.SMALL)
    canvas.text(WORDS, middle(y, labels.SMALL), words, size=labels.SMALL)
