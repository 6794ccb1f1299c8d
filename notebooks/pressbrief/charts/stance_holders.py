"""The holders chart: how those whom the sources quote or report speak of each target."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd

from pressbrief.charts import chart_marks, counted, heat, labels, stance_words
from pressbrief.charts.canvas import VERMILLION, Canvas
from pressbrief.charts.stance_many import EVEN_FILL, SKY
from pressbrief.sections import evidence
from pressbrief.sections.model import DataTable, Figure
from pressbrief.sections.wording.phrase import Phrase, joined, say
from pressbrief.sections.wording.words import digits, signed
from pressbrief.stance.appraisal.interval import Judge, sampled
from pressbrief.stance.appraisal.verdicts import (
    CRITICAL,
    FAVOURABLE,
    SLIGHTLY,
    TOO_LITTLE,
    in_words,
    is_neither,
    speaks,
    verdict,
)
from pressbrief.tables import select

ID = "stance-holders"
HOLDERS, TARGETS = 14, 7
HOW = {CRITICAL: "ill", FAVOURABLE: "well"}


class Pair(NamedTuple):
    """How one holder speaks of one target, with the verdict on it."""

    holder: str
    target: str
    mean: float
    low: float
    high: float
    verdict: str
    sentences: int
    sources: int
    evidence: tuple[str, ...]


def holders(
    reported: pd.DataFrame, names: Mapping[str, str], quotes: int, judge: Judge
) -> Figure | None:
    """The stances of whoever is quoted or reported as a shaded table; None without a verdict.

    `reported` has the stances that count (stance_views.reported), `names` the display names.
    """
    if reported.empty:
        return None
    people = list(counted.most_first(reported["holder"]).index[:HOLDERS])
    targets = list(counted.most_first(reported["target"]).index[:TARGETS])
    shown = reported[reported["holder"].isin(people) & reported["target"].isin(targets)]
    pairs = [
        _pair(holder, target, rows, quotes, judge)
        for (holder, target), rows in shown.groupby(["holder", "target"])
    ]
    if all(pair.verdict == TOO_LITTLE for pair in pairs):
        return None
    canvas = Canvas()
    bottom = _draw(canvas, people, targets, pairs, names)
    left = reported["holder"].nunique() - len(people)
    said = ["Grey numbers: too few sentences for a verdict."]
    if left:
        said.append(say("{} in tables/stances.csv.", labels.plural(left, "more holder")))
    return Figure(
        id=ID,
        title=_title(pairs, names),
        subtitle=say(
            "Mean polarity, {}, and in brackets the sentences quoted or reported",
            stance_words.scale(),
        ),
        alt=_alt(pairs, names),
        caption=joined(said),
        svg=canvas.svg(bottom + 0.05, ID),
        data=_data(pairs, names),
    )


def _pair(holder: str, target: str, rows: pd.DataFrame, quotes: int, judge: Judge) -> Pair:
    ends = judge.interval(sampled(rows, by_file=rows["article_id"].nunique() > 1))
    said = verdict(*ends[1:], len(rows), judge.fewest)
    ids = evidence.ids(select.strongest_first(rows), quotes)
    return Pair(holder, target, *ends, said, len(rows), rows["source"].nunique(), ids)


def _draw(canvas: Canvas, people, targets, pairs: list[Pair], names) -> float:
    entries = [
        (chart_marks.swatch(canvas, chart_marks.blend(VERMILLION, 0.7)), "critical"),
        (chart_marks.swatch(canvas, EVEN_FILL), "no lean or not clear"),
        (chart_marks.swatch(canvas, chart_marks.blend(SKY, 0.8)), "favourable"),
    ]
    chart_marks.key_row(canvas, 0.12, entries)
    found = {(pair.holder, pair.target): pair for pair in pairs}
    cells = [[_cell(found.get((who, of)), names) for of in targets] for who in people]
    rows = labels.fitted([labels.name_of(names, who) for who in people], heat.ROOM)
    return heat.draw(canvas, chart_marks.KEY_HEIGHT, rows, targets, cells)


def _cell(pair: Pair | None, names) -> heat.Cell | None:
    if pair is None:
        return None
    shades = {"critical": VERMILLION, "favourable": SKY}
    strength = heat.DARKEST * (0.3 + 0.7 * abs(pair.mean))
    fill = (
        chart_marks.blend(shades[pair.verdict], strength) if pair.verdict in shades else EVEN_FILL
    )
    thin = pair.verdict == TOO_LITTLE
    return heat.Cell(
        f"{signed(pair.mean)} ({pair.sentences:,})",
        fill="" if thin else fill,
        says=_sentence(pair, names),
        evidence=pair.evidence,
        faint=thin,
    )


def _sentence(pair: Pair, names) -> Phrase:
    return say(
        "{} on {}: {}, {}, {} in {}",
        labels.name_of(names, pair.holder),
        labels.name_of(names, pair.target),
        _said(pair),
        signed(pair.mean),
        labels.plural(pair.sentences, "sentence"),
        labels.plural(pair.sources, "source"),
    )


def _said(pair: Pair) -> str:
    return in_words(pair.verdict, pair.mean, pair.low, pair.high)


def _title(pairs: list[Pair], names) -> str:
    leaning = [pair for pair in pairs if speaks(pair.verdict, pair.mean)]
    if not leaning:
        return "Nobody quoted clearly leans for or against anybody"
    first = max(leaning, key=lambda pair: abs(pair.mean))
    slightly = SLIGHTLY if is_neither(first.low, first.high) else ""
    how = f"{slightly}{HOW[first.verdict]}"
    who, of = labels.name_of(names, first.holder), labels.name_of(names, first.target)
    return labels.title(
        say(f"{{}} speaks {how} of {{}}", who, of), f"Somebody quoted speaks {how} of another"
    )


def _alt(pairs: list[Pair], names) -> Phrase:
    judged = [pair for pair in pairs if pair.verdict != TOO_LITTLE]
    low, high = (pick(judged, key=lambda pair: pair.mean) for pick in (min, max))
    said = say(
        "Table of {} of holder and target, mean polarity, {} with sentences enough for a verdict.",
        labels.plural(len(pairs), "pair"),
        digits(len(judged)),
    )
    if len(judged) == 1:
        return say("{} The only verdict: {}.", said, _sentence(low, names))
    return say("{} Lowest: {}; highest: {}.", said, _sentence(low, names), _sentence(high, names))


def _data(pairs: list[Pair], names) -> DataTable:
    return DataTable(
        id=f"{ID}-data",
        title="How those quoted or reported speak of each target",
        columns=("holder", "target", "mean", "low", "high", "sentences", "sources", "verdict"),
        rows=tuple(
            (labels.name_of(names, pair.holder), labels.name_of(names, pair.target),
             *(None if pair.verdict == TOO_LITTLE and end != pair.mean else round(end, 2)
               for end in (pair.mean, pair.low, pair.high)),
             pair.sentences, pair.sources, _said(pair))
            for pair in pairs
        ),
        evidence=tuple(pair.evidence for pair in pairs),
    )  # fmt: skip
