"""The coverage chart: when each article can have been published."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from pressbrief.charts import labels, period_bars, timeaxis
from pressbrief.charts.canvas import BLUE, PALE_BLUE, RULE, SOFT, Canvas, middle
from pressbrief.charts.timeaxis import Interval
from pressbrief.sections.model import DataTable, Figure
from pressbrief.sections.wording.phrase import Phrase, say
from pressbrief.sections.wording.words import digits, listed, when

ID = "coverage"
MOST_ROWS = 24
LABEL, LEFT, RIGHT, TEXT = 1.85, 2.05, 4.15, 4.35
ROW, HEAD, HALF = 0.23, 0.5, 0.045


def coverage(articles: pd.DataFrame, names: Mapping[str, str]) -> Figure | None:
    """Each article's date interval on a time axis; bars by period for many; None if none or one is.

    `names` has display names by article_id, file or publisher.
    """
    spans = [
        Interval.of(row.published_earliest, row.published_latest) for row in articles.itertuples()
    ]
    if len(spans) < 2 or not any(span.ends for span in spans):
        return None
    canvas = Canvas()
    note = Phrase()
    if len(articles) > MOST_ROWS:
        bottom, note = period_bars.bars(canvas, spans, 0.0, "article")
    else:
        rows = list(articles.itertuples())
        bottom = 0.0
        for panel in timeaxis.panels(spans):
            bottom = _panel(canvas, panel, rows, spans, bottom, names)
    return Figure(
        id=ID,
        title=_title(spans),
        subtitle=say(
            "Days on which each article can have been published; n = {}",
            labels.plural(len(articles), "article"),
        ),
        alt=_alt(articles, spans, names),
        caption=note,
        svg=canvas.svg(bottom + 0.05, ID),
        data=_data(articles, names),
    )


def _panel(canvas: Canvas, panel, rows, spans, top: float, names) -> float:
    """Draws one panel's heading, axis and articles; returns where it ends."""
    scale = panel.scale(LEFT, RIGHT)
    canvas.text(0, top + 0.17, panel.words, bold=True)
    top += HEAD
    timeaxis.axis(canvas, scale, top, top + ROW * len(panel.members))
    called = labels.fitted([_called(rows[i], names) for i in panel.members], LABEL)
    for place, label in zip(panel.members, called, strict=True):
        row, span = rows[place], spans[place]
        y = top + ROW / 2
        canvas.text(0, middle(y), label)
        said = when(row.published_earliest, row.published_latest)
        if span.ends:
            _interval(canvas, span, scale, y, f"{label}: {said}")
        else:
            canvas.line(scale.left, y, scale.right, y, color=RULE, weight=0.8)
        canvas.text(TEXT, middle(y, labels.SMALL), said, size=labels.SMALL, color=SOFT)
        top += ROW
    return top + 0.1


def _interval(canvas: Canvas, span: Interval, scale, y: float, says: str) -> None:
    left, right, opens, goes_on = timeaxis.ends(span, scale)
    if span.days == 1:
        canvas.circle((left + right) / 2, y, HALF + 0.01, fill=BLUE, says=says)
        return
    outline = timeaxis.bar(left, right, y, HALF, opens, goes_on)
    canvas.polygon(outline, fill=PALE_BLUE, edge=BLUE, weight=0.8, says=says)


def _called(row, names: Mapping[str, str]) -> str:
    name = labels.name_of(names, row.article_id, row.file, row.publisher, row.file)
    return name if row.headline == "unknown" else f"{name}: {labels.clean(row.headline)}"


def _title(spans: list[Interval]) -> str:
    days, count = sum(span.days == 1 for span in spans), len(spans)
    if days == count:
        return "Every article is dated to the day"
    if not days:
        return "No article is dated to the day"
    verb = "is" if days == 1 else "are"
    of = labels.plural(count, "article")
    return say(f"{{}} of {{}} {verb} dated to the day", digits(days), of)


def _alt(articles: pd.DataFrame, spans: list[Interval], names) -> Phrase:
    rows = list(articles.itertuples())
    counts = articles["published_precision"].value_counts()
    precise = [
        say(f"{{}} to the {kind}", digits(counts[kind]))
        for kind in ("day", "week", "month", "year")
        if kind in counts
    ]
    if "unknown" in counts:
        precise.append(say("{} less closely or not at all", digits(counts["unknown"])))
    said = say("Dates of {}: {}.", labels.plural(len(spans), "article"), listed(precise, most=5))
    ended = [i for i, span in enumerate(spans) if span.ends]
    closed = [i for i in ended if len(spans[i].ends) == 2]
    if not closed:
        return said
    first = min(closed, key=lambda i: spans[i].order)
    last = max(closed, key=lambda i: spans[i].order[::-1])
    ends = [
        say(
            f"the {word} {{}} ({{}})",
            when(rows[i].published_earliest, rows[i].published_latest),
            labels.name_of(names, rows[i].article_id, rows[i].file),
        )
        for word, i in (("earliest", first), ("latest", last))
    ]
    return say("{} Of those with both ends known, {}, {}.", said, *ends)


def _data(articles: pd.DataFrame, names: Mapping[str, str]) -> DataTable:
    return DataTable(
        id=f"{ID}-data",
        title="When each article can have been published",
        columns=("article", "file", "earliest", "latest", "precision", "rests on"),
        rows=tuple(
            (
                _called(row, names),
                labels.clean(row.file),
                row.published_earliest,
                row.published_latest,
                row.published_precision,
                labels.clean(row.published_basis),
            )
            for row in articles.itertuples()
        ),
    )
