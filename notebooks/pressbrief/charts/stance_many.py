"""Stance for more pairs than bars can show: a table of counts, or the verdicts on each target."""

from __future__ import annotations

import pandas as pd

from pressbrief.charts import chart_marks, heat, labels
from pressbrief.charts.canvas import BLUE, FAINT, PAPER, SOFT, VERMILLION, WIDTH, Canvas, middle
from pressbrief.charts.stance_words import VERDICTS, sentence
from pressbrief.sections.stance_views import NOTHING, By
from pressbrief.sections.wording.phrase import say
from pressbrief.sections.wording.words import digits, listed
from pressbrief.stance.appraisal.verdicts import (
    CRITICAL,
    FAVOURABLE,
    MIXED,
    NONE_VOICED,
    TOO_LITTLE,
)

SKY = "#56b4e9"
# A cell's fill by its verdict, no darker than what ink reads on.
CELLS = {
    CRITICAL: chart_marks.blend(VERMILLION, 0.7),
    MIXED: "#c4c9cf",
    NONE_VOICED: "#eef0f2",
    FAVOURABLE: chart_marks.blend(SKY, 0.8),
}
BARS = {
    CRITICAL: (VERMILLION, "none"),
    MIXED: ("#8b929a", "none"),
    NONE_VOICED: ("#dfe2e6", "none"),
    FAVOURABLE: (BLUE, "none"),
    TOO_LITTLE: (PAPER, FAINT),
}
ROOM, BAND, THICK = 1.75, 0.5, 0.16


def heat_table(canvas: Canvas, pairs: pd.DataFrame, names, said: By) -> float:
    """Draws sources as rows and targets as columns, the most critical first; returns its end."""
    balance = (pairs["critical"] - pairs["favourable"]).groupby(pairs["source"]).sum()
    order = balance.sort_index().sort_values(ascending=False, kind="stable").index.tolist()
    targets = list(pairs["target"].unique())
    found = {(row.source, row.target): row for row in pairs.itertuples()}
    cells = [
        [_cell(found.get((source, target)), names, said) for target in targets] for source in order
    ]
    entries = [(chart_marks.swatch(canvas, fill), verdict) for verdict, fill in CELLS.items()]
    entries.append((chart_marks.swatch(canvas, PAPER, FAINT), "too little evidence"))
    chart_marks.key_row(canvas, 0.12, entries)
    sources = labels.fitted([labels.name_of(names, source) for source in order], heat.ROOM)
    return heat.draw(canvas, chart_marks.KEY_HEIGHT, sources, targets, cells)


def _cell(row, names, said: By) -> heat.Cell | None:
    """The critical and the favourable sentences of how many."""
    if row is None:
        return None
    return heat.Cell(
        f"−{row.critical:,} +{row.favourable:,} /{row.sentences:,}",
        fill=CELLS.get(row.verdict, ""),
        says=sentence(row, names),
        evidence=said.get((row.source, row.target), NOTHING).ids,
        faint=row.verdict == TOO_LITTLE,
    )


def verdict_bars(canvas: Canvas, pairs: pd.DataFrame) -> float:
    """Draws for each target how many sources bear each verdict; returns its end."""
    kinds = [kind for kind in VERDICTS if kind in set(pairs["verdict"])]
    chart_marks.key_row(
        canvas, 0.12, [(chart_marks.swatch(canvas, *BARS[kind]), kind) for kind in kinds]
    )
    widest = pairs.groupby("target").size().max()
    y = chart_marks.KEY_HEIGHT
    for target, group in pairs.groupby("target", sort=False):
        counts = [(kind, int(group["verdict"].eq(kind).sum())) for kind in kinds]
        told = [(kind, count) for kind, count in counts if count]
        canvas.text(0, middle(y + THICK), labels.clip(target, ROOM, bold=True), bold=True)
        x, unit = ROOM + 0.15, (WIDTH - ROOM - 0.25) / widest
        for kind, count in told:
            fill, edge = BARS[kind]
            says = f"{labels.clean(target)}: {labels.plural(count, 'source')} {kind}"
            canvas.box(x, x + unit * count, y + THICK / 2, y + 1.5 * THICK, fill=fill, edge=edge,
                       weight=0.6, says=says)  # fmt: skip
            x += unit * count
        line = listed([say(f"{{}} {kind}", digits(count)) for kind, count in told], len(BARS))
        below = labels.clip(line, WIDTH - ROOM - 0.25, labels.SMALL)
        canvas.text(ROOM + 0.15, middle(y + 2.2 * THICK, labels.SMALL), below,
                    size=labels.SMALL, color=SOFT)  # fmt: skip
        y += BAND
    return y
