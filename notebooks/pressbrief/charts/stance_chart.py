"""The stance chart: pairs of source and target with intervals, and other forms for many pairs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from pressbrief.charts import chart_marks, labels, stance_many, stance_words
from pressbrief.charts.canvas import BLUE, INK, PAPER, SOFT, VERMILLION, WIDTH, Canvas, middle
from pressbrief.charts.stance_words import KEYED, VERDICTS
from pressbrief.sections.model import Figure
from pressbrief.stance.appraisal.verdicts import TOO_LITTLE

ID = "stance-by-source"
TARGETS, HEAT_TARGETS = 10, 8
HEAT_SOURCES = 30
ONE_COLUMN_ROWS = 14
TALLEST_COLUMN = 34.0
ROW, HEAD, TOP, GAP = 0.2, 0.34, 0.52, 0.24
Evidence = Mapping[tuple[str, str], Sequence[str]]


def stance(
    stance_by_source: pd.DataFrame,
    names: Mapping[str, str],
    evidence: Evidence,
    *,
    confidence: float = 0.95,
) -> Figure | None:
    """The table stance_by_source as a chart; None without rows.

    `names` has each source's display name, `evidence` the evidence ids of each (source, target).
    """
    if stance_by_source.empty:
        return None
    pairs = _ordered(stance_by_source)
    shown = _of_targets(pairs, TARGETS)
    canvas = Canvas()
    if columns := _columns(shown):
        bottom = _dots(canvas, shown, columns, names, evidence)
        data = stance_words.pairs_data(shown, names, evidence)
    elif shown["target"].nunique() > 1 and shown["source"].nunique() <= HEAT_SOURCES:
        shown = _of_targets(pairs, HEAT_TARGETS)
        bottom = stance_many.heat_table(canvas, shown, names, evidence)
        data = stance_words.pairs_data(shown, names, evidence)
    else:
        bottom = stance_many.histograms(canvas, shown, names, evidence)
        data = stance_words.counts_data(shown, names, evidence)
    return Figure(
        id=ID,
        title=stance_words.title(pairs, names),
        subtitle=stance_words.subtitle(confidence, intervals=bool(columns)),
        alt=stance_words.alt(pairs, names),
        caption=stance_words.caption(pairs, shown, names),
        svg=canvas.svg(bottom + 0.05, ID),
        data=data,
    )


def _ordered(pairs: pd.DataFrame) -> pd.DataFrame:
    """Targets by sentences; in each the most critical first, and last what bears no verdict."""
    weight = pairs.groupby("target")["sentences"].transform("sum")
    keyed = pairs.assign(_weight=-weight, _thin=pairs["verdict"].eq(TOO_LITTLE))
    order = ["_weight", "target", "_thin", "mean", "source"]
    return keyed.sort_values(order, kind="stable").drop(columns=["_weight", "_thin"])


def _of_targets(pairs: pd.DataFrame, most: int) -> pd.DataFrame:
    return pairs[pairs["target"].isin(list(pairs["target"].unique())[:most])]


def _columns(pairs: pd.DataFrame) -> list[list[str]]:
    """The targets in one column or two of like height; none if they would grow too tall."""
    tall = {target: len(rows) + HEAD / ROW for target, rows in pairs.groupby("target", sort=False)}
    targets = list(tall)
    if len(pairs) <= ONE_COLUMN_ROWS:
        return [targets]
    splits = [(targets[:cut], targets[cut:]) for cut in range(1, len(targets) + 1)]
    height, best = min(
        ((max(sum(tall[target] for target in part) for part in split), split) for split in splits),
        key=lambda found: found[0],
    )
    return [part for part in best if part] if height <= TALLEST_COLUMN else []


def _dots(canvas: Canvas, pairs: pd.DataFrame, columns, names, evidence) -> float:
    """Draws every pair as a dot and whisker; returns where the lowest column ends."""
    kinds = [kind for kind in VERDICTS if kind in set(pairs["verdict"])]
    chart_marks.key_row(
        canvas, 0.12, [(_drawn(canvas, kind), KEYED.get(kind, kind)) for kind in kinds]
    )
    wide = (WIDTH - GAP * (len(columns) - 1)) / len(columns)
    ends = []
    for number, targets in enumerate(columns):
        left = number * (wide + GAP)
        room = 2.0 if len(columns) == 1 else 1.3
        scale = chart_marks.Scale(-1, 1, left + room + 0.15, left + wide - 0.45)
        rows = pairs[pairs["target"].isin(targets)]
        ends.append(_column(canvas, rows, scale, left, room, names, evidence))
    return max(ends)


def _drawn(canvas: Canvas, kind: str):
    return lambda x, y: chart_marks.verdict(canvas, kind, x, y)


def _column(canvas: Canvas, rows: pd.DataFrame, scale, left, room, names, evidence) -> float:
    """Draws one column's targets from the top; returns where it ends."""
    groups = list(_groups(rows, names))
    height = sum(HEAD * bool(head) + ROW * len(group) for head, group, _ in groups)
    chart_marks.polarity_grid(canvas, scale, TOP, TOP + height)
    y = TOP
    for head, group, texts in groups:
        if head:
            y += HEAD
            _head(canvas, head, left, y - 0.08, scale.right - left)
        for row, text in zip(group.itertuples(), labels.fitted(texts, room), strict=True):
            canvas.text(left, middle(y + ROW / 2), text, color=SOFT if _thin(row) else INK)
            says = stance_words.sentence(row, names)
            _pair(canvas, row, y + ROW / 2, scale, says, evidence.get((row.source, row.target), ()))
            y += ROW
    return y


def _head(canvas: Canvas, head: str, left: float, y: float, room: float) -> None:
    """Writes a target above its sources, over the grid where it is that long."""
    head = labels.clip(head, room, bold=True)
    right = left + labels.width(head, bold=True) + 0.05
    canvas.box(left, right, y - 0.14, y + 0.05, fill=PAPER)
    canvas.text(left, y, head, bold=True)


def _groups(rows: pd.DataFrame, names):
    """Heading, rows and their labels for each target; one source alone needs no headings."""
    if rows["source"].nunique() == 1 and rows["target"].nunique() > 1:
        yield "", rows, list(rows["target"])
        return
    for target, group in rows.groupby("target", sort=False):
        yield target, group, [labels.name_of(names, source) for source in group["source"]]


def _pair(canvas: Canvas, row, y: float, scale, says: str, ids: Sequence[str]) -> None:
    if not _thin(row):
        shade = {"critical": VERMILLION, "favourable": BLUE}.get(row.verdict, SOFT)
        canvas.line(scale(row.low), y, scale(row.high), y, color=shade, weight=1.6)
    chart_marks.verdict(canvas, row.verdict, scale(row.mean), y, says, ids)
    counted = f"n={row.sentences:,}"
    end = scale.right + 0.45
    canvas.text(end, middle(y, labels.SMALL), counted, size=labels.SMALL, color=SOFT, align="right")


def _thin(row) -> bool:
    return row.verdict == TOO_LITTLE
