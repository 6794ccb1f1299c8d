"""What each source stresses: bars of its terms' rates for few sources, a row of terms for many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from pressbrief.charts import chart_marks, labels
from pressbrief.charts.canvas import (
    BLUE,
    FAINT,
    INK,
    PALE_BLUE,
    RULE,
    SOFT,
    WIDTH,
    Canvas,
    middle,
)
from pressbrief.mentions.stressed_terms import FIRM, PER
from pressbrief.sections import stressed_views
from pressbrief.sections.model import DataTable, Figure
from pressbrief.sections.wording.phrase import Phrase, joined, say
from pressbrief.sections.wording.words import digits, listed, sentence
from pressbrief.tables.frames import LIST_SEPARATOR

ID = "stressed"
# As many sources as bars can show; of more each is one row of terms.
PANELS, SOURCES = 6, 30
ROOM, TERMS, LEFT = 1.75, 1.85, 3.75
ROW, HEAD, GAP, THICK = 0.19, 0.2, 0.1, 0.1
CELLS = 3
Ids = Mapping[tuple[str, str], Sequence[str]]


def stressed(terms: pd.DataFrame, names: Mapping[str, str], evidence: Ids) -> Figure | None:
    """The terms that set each source apart; None if there are none.

    `terms` is the table of that name, `evidence` has the ids of each (source, term).
    """
    if terms.empty:
        return None
    order = stressed_views.by_weight(terms)[:SOURCES]
    few = len(order) <= PANELS
    top = stressed_views.shown(terms, stressed_views.SHOWN if few else CELLS)
    groups = {source: top[top["source"] == source] for source in order}
    canvas = Canvas()
    bottom = (_bars if few else _rows)(canvas, groups, names, evidence)
    shown = pd.concat(groups.values())
    return Figure(
        id=ID,
        title=_title(shown.loc[shown["weight"].idxmax()], names),
        subtitle=say("Uses of a term in {} words of a source and of all others", digits(PER))
        if few
        else say("The terms that set each source apart most, heaviest first, with their uses"),
        alt=_alt(groups, names),
        caption=_caption(terms, len(order)),
        svg=canvas.svg(bottom + 0.05, ID),
        data=_data(shown, names, evidence),
    )


def _bars(canvas: Canvas, groups, names, evidence: Ids) -> float:
    """Draws a block of bars for each source; returns where the last ends."""
    rows = pd.concat(groups.values())
    most = max(rows["per_1000"].max(), rows["others_per_1000"].max())
    step = _step(most)
    scale = chart_marks.Scale(0, most, LEFT, WIDTH - 0.45)
    _key(canvas)
    _axis(canvas, scale, step, most)
    y = top = chart_marks.KEY_HEIGHT + 0.22
    for source, mine in groups.items():
        lines = labels.wrap(labels.name_of(names, source), ROOM - 0.1, 2)
        for at, line in enumerate(lines):
            canvas.text(0, middle(y + (at + 0.5) * ROW), line, bold=True)
        for at, row in enumerate(mine.itertuples()):
            _bar(canvas, row, y + (at + 0.5) * ROW, scale, names, evidence)
        y += ROW * max(len(mine), len(lines)) + GAP
        canvas.line(0, y - GAP / 2, WIDTH, y - GAP / 2)
    canvas.line(LEFT, top - 0.04, LEFT, y - GAP / 2, color=FAINT, weight=0.8)
    return y


def _bar(canvas: Canvas, row, y: float, scale, names, evidence: Ids) -> None:
    canvas.text(TERMS, middle(y), labels.clip(row.term, LEFT - TERMS - 0.08))
    end, firm = scale(row.per_1000), row.weight >= FIRM
    canvas.box(
        LEFT, end, y - THICK / 2, y + THICK / 2, fill=BLUE if firm else PALE_BLUE, edge=BLUE,
        weight=0.6, says=_says(row, names), evidence=evidence.get((row.source, row.term), ()),
    )  # fmt: skip
    place = scale(row.others_per_1000)
    canvas.line(place, y - 0.085, place, y + 0.085, color=INK, weight=1.6)
    canvas.text(max(end, place) + 0.06, middle(y, labels.SMALL), f"{row.uses:,}×",
                size=labels.SMALL, color=SOFT)  # fmt: skip


def _key(canvas: Canvas) -> None:
    entries = [
        (chart_marks.swatch(canvas, BLUE), "the source, far beyond chance"),
        (chart_marks.swatch(canvas, PALE_BLUE, BLUE), "beyond chance"),
        (lambda x, y: canvas.line(x, y - 0.07, x, y + 0.07, color=INK, weight=1.6),
         "all others"),
    ]  # fmt: skip
    chart_marks.key_row(canvas, 0.12, entries)


def _axis(canvas: Canvas, scale, step: float, most: float) -> None:
    y = chart_marks.KEY_HEIGHT + 0.12
    value = 0.0
    while value <= most:
        canvas.text(scale(value), y, f"{value:g}", size=labels.SMALL, color=SOFT, align="center")
        value += step


def _step(most: float) -> float:
    """A round step that gives an axis from zero to `most` three to six ticks."""
    size = 1.0
    while size * 5 < most / 5:
        size *= 10
    return next(step * size for step in (1, 2, 5, 10) if most / (step * size) <= 6)


def _rows(canvas: Canvas, groups, names, evidence: Ids) -> float:
    """Draws one row a source: its heaviest terms in cells; returns where the last ends."""
    heads = labels.fitted([labels.name_of(names, source) for source in groups], ROOM)
    wide = (WIDTH - ROOM - 0.1) / CELLS
    entries = [(chart_marks.swatch(canvas, _fill(weight)), text)
               for weight, text in ((FIRM, "far beyond chance"), (0, "beyond chance"))]  # fmt: skip
    chart_marks.key_row(canvas, 0.12, entries)
    y = chart_marks.KEY_HEIGHT
    for head, mine in zip(heads, groups.values(), strict=True):
        canvas.text(0, middle(y + ROW / 2 + 0.02), head)
        for at, row in enumerate(mine.itertuples()):
            left = ROOM + 0.1 + at * wide
            canvas.box(
                left, left + wide - 0.04, y + 0.01, y + ROW + 0.03, fill=_fill(row.weight),
                says=_says(row, names), evidence=evidence.get((row.source, row.term), ()),
            )  # fmt: skip
            count = f"{row.uses:,}×"
            room = wide - 0.2 - labels.width(count, labels.SMALL)
            canvas.text(left + 0.05, middle(y + ROW / 2 + 0.02), labels.clip(row.term, room))
            canvas.text(left + wide - 0.09, middle(y + ROW / 2 + 0.02, labels.SMALL), count,
                        size=labels.SMALL, align="right")  # fmt: skip
        y += ROW + 0.05
        canvas.line(0, y, ROOM, y, color=RULE, weight=0.4)
    return y


def _fill(weight: float) -> str:
    return chart_marks.blend(BLUE, 0.38 if weight >= FIRM else 0.14)


def _says(row, names) -> str:
    return say(
        "{}, {}: {}, {} per {} words; others: {}",
        labels.own(row.term), labels.name_of(names, row.source), labels.plural(row.uses, "use"),
        labels.rate(row.per_1000), digits(PER), labels.rate(row.others_per_1000),
    )  # fmt: skip


def _title(first, names) -> Phrase | str:
    term, source = labels.own(first.term), labels.name_of(names, first.source)
    return labels.title(
        sentence(say("“{}” sets {} apart most", term, source)),
        say("One source is set apart most by “{}”", term),
        "Each source has terms that set it apart",
    )


def _alt(groups, names) -> Phrase:
    said = [
        say("{}: {}", labels.name_of(names, source),
            joined([say("{} ({})", labels.own(row.term), digits(row.uses))
                    for row in mine.itertuples()], ", "))
        for source, mine in groups.items()
    ]  # fmt: skip
    return say("Terms that set each source apart, with their uses. {}.", joined(said, "; "))


def _caption(terms: pd.DataFrame, shown: int) -> Phrase | str:
    count = terms["source"].nunique()
    if count <= shown:
        return ""
    return say("Shown: the {} sources that are set apart most of {}.", digits(shown), digits(count))


def _data(shown: pd.DataFrame, names, evidence: Ids) -> DataTable:
    return DataTable(
        id=f"{ID}-data",
        title="Terms that set each source apart",
        columns=("source", "term", "uses", f"per {PER:,} words", "others’", "weight",
                 "not used by"),
        rows=tuple(
            (labels.clean(labels.name_of(names, row.source)), labels.clean(row.term), row.uses,
             round(row.per_1000, 1), round(row.others_per_1000, 1), round(row.weight, 1),
             _silent(row.unused_by, names))
            for row in shown.itertuples()
        ),
        evidence=tuple(
            tuple(evidence.get((row.source, row.term), ())) for row in shown.itertuples()
        ),
        note=stressed_views.WEIGHT,
    )  # fmt: skip


def _silent(unused_by: str, names) -> Phrase:
    """The sources that never use a term."""
    sources = unused_by.split(LIST_SEPARATOR) if unused_by else []
    return listed([labels.name_of(names, source) for source in sources])
