"""Stance for more pairs than dots can show: a heat table, or a histogram for each target."""

from __future__ import annotations

import pandas as pd

from pressbrief.charts import chart_marks, heat, labels, stance_words
from pressbrief.charts.canvas import BLUE, FAINT, PAPER, SOFT, VERMILLION, WIDTH, Canvas, middle
from pressbrief.charts.stance_words import KEYED, VERDICTS
from pressbrief.sections.wording.words import signed
from pressbrief.stance.appraisal.verdicts import CRITICAL, EVEN, FAVOURABLE, SLIGHTLY, TOO_LITTLE

SKY = "#56b4e9"
EVEN_FILL, EVEN_BAR = "#e6e8eb", "#c4c9cf"
# Stacked from the axis up: fill and edge.
FILLS = {
    CRITICAL: (VERMILLION, "none"),
    EVEN: (EVEN_BAR, "none"),
    FAVOURABLE: (BLUE, "none"),
    TOO_LITTLE: (PAPER, FAINT),
}
BINS = 20
ROOM, BAND, BARS = 1.75, 0.78, 0.4


def heat_table(canvas: Canvas, pairs: pd.DataFrame, names, evidence) -> float:
    """Draws sources as rows and targets as columns, the most critical first; returns its end."""
    judged = pairs[pairs["verdict"] != TOO_LITTLE]
    order = judged.groupby("source")["mean"].mean().sort_values(kind="stable").index.tolist()
    order += sorted(set(pairs["source"]) - set(order))
    targets = list(pairs["target"].unique())
    found = {(row.source, row.target): row for row in pairs.itertuples()}
    cells = [
        [_cell(found.get((source, target)), names, evidence) for target in targets]
        for source in order
    ]
    entries = [
        (chart_marks.swatch(canvas, chart_marks.blend(VERMILLION, 0.7)), "critical"),
        (chart_marks.swatch(canvas, EVEN_FILL), "no lean or not clear"),
        (chart_marks.swatch(canvas, chart_marks.blend(SKY, 0.8)), "favourable"),
        (
            chart_marks.swatch(canvas, PAPER, FAINT),
            "too little evidence (grey number), or not spoken of",
        ),
    ]
    chart_marks.key_row(canvas, 0.12, entries)
    sources = labels.fitted([labels.name_of(names, source) for source in order], heat.ROOM)
    return heat.draw(canvas, chart_marks.KEY_HEIGHT, sources, targets, cells)


def _cell(row, names, evidence) -> heat.Cell | None:
    if row is None:
        return None
    fills = {"critical": VERMILLION, "favourable": SKY}
    strength = heat.DARKEST * (0.3 + 0.7 * abs(row.mean))
    shade = chart_marks.blend(fills[row.verdict], strength) if row.verdict in fills else EVEN_FILL
    return heat.Cell(
        signed(row.mean),
        fill="" if row.verdict == TOO_LITTLE else shade,
        says=stance_words.sentence(row, names),
        evidence=tuple(evidence.get((row.source, row.target), ())),
        faint=row.verdict == TOO_LITTLE,
    )


def histograms(canvas: Canvas, pairs: pd.DataFrame, names, evidence) -> float:
    """Draws for each target how many sources stand where, with both ends named; returns its end."""
    kinds = [kind for kind in VERDICTS if kind in set(pairs["verdict"])]
    chart_marks.key_row(
        canvas,
        0.12,
        [(chart_marks.swatch(canvas, *FILLS[kind]), KEYED.get(kind, kind)) for kind in kinds],
    )
    scale = chart_marks.Scale(-1, 1, ROOM + 0.15, WIDTH - 0.1)
    groups = list(pairs.groupby("target", sort=False))
    binned = {target: _binned(group) for target, group in groups}
    tallest = max(max(sum(counts.values()) for counts in bins.values()) for bins in binned.values())
    top = 0.55
    chart_marks.polarity_grid(canvas, scale, top, top + BAND * len(groups))
    for number, (target, group) in enumerate(groups):
        base = top + number * BAND + 0.16 + BARS
        canvas.line(scale(-1), base, scale(1), base, color=FAINT, weight=0.8)
        canvas.text(0, base - 0.29, labels.clip(target, ROOM, bold=True), bold=True)
        said = [_counted(group, kind) for kind in (CRITICAL, FAVOURABLE)]
        for line, text in enumerate([*said, f"of {labels.plural(len(group), 'source')}"]):
            canvas.text(0, base - 0.15 + line * 0.14, text, size=labels.SMALL, color=SOFT)
        peak = max(binned[target], key=lambda place: sum(binned[target][place].values()))
        most = sum(binned[target][peak].values())
        centre = scale((peak + 0.5) * 2 / BINS - 1)
        over = base - BARS * most / tallest - 0.03
        canvas.text(centre, over, f"{most:,}", size=labels.SMALL, color=SOFT, align="center")
        for place, counts in binned[target].items():
            _bar(canvas, target, place, counts, scale, base, BARS / tallest)
        _ends(canvas, group[group["verdict"] != TOO_LITTLE], scale, base, names)
    return top + BAND * len(groups)


def _counted(group: pd.DataFrame, kind: str) -> str:
    """How many sources lean one way, and how many slightly."""
    counts = stance_words.kinds(group).value_counts()
    clear, slight = counts.get(kind, 0), counts.get(SLIGHTLY + kind, 0)
    if slight and not clear:
        return f"{slight:,} {SLIGHTLY}{kind}"
    return f"{clear:,} {kind}" + (f", {slight:,} {SLIGHTLY.strip()}" if slight else "")


def _binned(group: pd.DataFrame) -> dict[int, dict[str, int]]:
    """How many sources of each verdict have their mean in each of the bins from −1 to 1."""
    places = ((group["mean"] + 1) / 2 * BINS).astype(int).clip(0, BINS - 1)
    return {
        int(place): {kind: int(rows["verdict"].eq(kind).sum()) for kind in VERDICTS}
        for place, rows in group.groupby(places)
    }


def _bar(canvas: Canvas, target, place, counts, scale, base: float, unit: float) -> None:
    low, high = place * 2 / BINS - 1, (place + 1) * 2 / BINS - 1
    for kind, (fill, edge) in FILLS.items():
        if not counts[kind]:
            continue
        up = base - unit * counts[kind]
        says = (
            f"{target}: {labels.plural(counts[kind], 'source')} {KEYED.get(kind, kind)}, "
            f"mean {signed(low)} to {signed(high)}"
        )
        left, right = scale(low) + 0.01, scale(high) - 0.01
        canvas.box(left, right, up, base, fill=fill, edge=edge, weight=0.6, says=says)
        base = up


def _ends(canvas: Canvas, judged: pd.DataFrame, scale, base: float, names) -> None:
    """Names the lowest and the highest source under the axis, each in its half of the width."""
    if judged.empty:
        return
    ends = [("left", scale.left, judged.loc[judged["mean"].idxmin()])]
    if len(judged) > 1:
        ends.append(("right", scale.right, judged.loc[judged["mean"].idxmax()]))
    for align, x, row in ends:
        value = f" {signed(row['mean'])}"
        room = (scale.right - scale.left) / 2 - 0.1 - labels.width(value, labels.SMALL)
        name = labels.clip(labels.name_of(names, row["source"]), room, labels.SMALL)
        y = middle(base + 0.1, labels.SMALL)
        canvas.text(x, y, name + value, size=labels.SMALL, color=SOFT, align=align)
