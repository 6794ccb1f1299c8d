"""The stance chart: how often each source judges each target, and in which words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

import pandas as pd

from pressbrief.charts import judged_bars, labels, stance_many, stance_words
from pressbrief.charts.canvas import Canvas
from pressbrief.charts.judged_bars import Group, Row
from pressbrief.sections.model import Figure
from pressbrief.sections.stance_views import NOTHING, By
from pressbrief.sections.wording.phrase import Phrase, joined, say
from pressbrief.sections.wording.words import digits
from pressbrief.stance.appraisal.verdicts import MIXED, TOO_LITTLE, leans, side

ID = "stance-by-source"
TARGETS, HEAT_TARGETS, HEAT_SOURCES = 10, 5, 30
TALLEST = 7.8
FOOTED = 6  # of those who do not judge so many are named


def stance(
    stance_by_source: pd.DataFrame,
    names: Mapping[str, str],
    said: By,
    *,
    right: Mapping[str, float] | None = None,
    matters: Collection[str] = (),
) -> Figure | None:
    """The table stance_by_source as bars of counted judgements; None without any.

    `names` has each source's display name, `said` what each says of each target, with the evidence
    (stance_views), `right` how often a verdict was right on held-out stories; `matters` are the
    targets that are propositions.
    """
    if stance_by_source.empty:
        return None
    pairs = _ordered(stance_by_source, matters)
    judged = pairs[pairs["judged"] > 0]
    if judged.empty:  # nothing to draw: the claim says that nobody judges
        return None
    shown = _of_targets(judged, pairs, TARGETS)
    groups = list(_groups(shown, names, said))
    canvas = Canvas()
    if judged_bars.height(groups) <= TALLEST:
        bottom = judged_bars.draw(canvas, groups, "of n: verdict and words")
    elif shown["target"].nunique() > 1 and shown["source"].nunique() <= HEAT_SOURCES:
        shown = _of_targets(shown, pairs, HEAT_TARGETS)
        bottom = stance_many.heat_table(canvas, shown, names, said)
    else:
        bottom = stance_many.verdict_bars(canvas, shown)
    return Figure(
        id=ID,
        title=stance_words.title(pairs, names, matters),
        subtitle=stance_words.SUBTITLE,
        alt=stance_words.alt(pairs, names),
        caption=stance_words.caption(pairs, shown, names, right or {}, matters),
        svg=canvas.svg(bottom + 0.08, ID),
        data=stance_words.data(shown, names, said),
    )


def _ordered(pairs: pd.DataFrame, matters: Collection[str]) -> pd.DataFrame:
    """Targets by judgements, then by sentences; in each who judges most first, `judged` so often.

    Those of a verdict stand before those without, and propositions, of which terms are counted,
    after those whom a sentence judges.
    """
    judged = pairs["critical"] + pairs["favourable"]
    by_target = pairs["target"]
    keyed = pairs.assign(
        judged=judged,
        _matter=by_target.isin(list(matters)),
        _judged=-judged.groupby(by_target).transform("sum"),
        _named=-pairs["sentences"].groupby(by_target).transform("sum"),
        _thin=~pairs["verdict"].map(_states),
        _often=-judged,
    )
    order = ["_matter", "_judged", "_named", "target", "_thin", "_often", "source"]
    return keyed.sort_values(order, kind="stable").drop(columns=[one for one in order if
                                                                 one.startswith("_")])  # fmt: skip


def _of_targets(of: pd.DataFrame, pairs: pd.DataFrame, most: int) -> pd.DataFrame:
    """All pairs of the first targets of some pairs."""
    return pairs[pairs["target"].isin(list(of["target"].unique())[:most])]


def _states(verdict: str) -> bool:
    return leans(verdict) or verdict == MIXED


def _groups(pairs: pd.DataFrame, names, said: By) -> Iterator[Group]:
    """The bars of each target, and who names it and does not judge; one source needs no heads."""
    if pairs["source"].nunique() == 1 and pairs["target"].nunique() > 1:
        yield Group("", [_row(row, labels.name_of(names, row.target), names, said)
                         for row in pairs.itertuples()])  # fmt: skip
        return
    for target, rows in pairs.groupby("target", sort=False):
        bars = [
            _row(row, labels.name_of(names, row.source), names, said)
            for row in rows[rows["judged"] > 0].itertuples()
        ]
        silent = rows[rows["judged"] == 0]
        foot = _foot(silent, names) if len(silent) else ""
        yield Group(labels.name_of(names, target), bars, foot)


def _row(row, label: str, names, said: By) -> Row:
    one = said.get((row.source, row.target), NOTHING)
    return Row(
        label,
        row.critical,
        row.favourable,
        row.sentences,
        stance_words.beside(row, one),
        (-1, 1) if row.verdict == MIXED else (side(row.verdict),),
        stance_words.sentence(row, names),
        one.critical.ids,
        one.favourable.ids,
    )


def _foot(silent: pd.DataFrame, names) -> Phrase:
    """Who names a target without a judgement, most sentences first, and in how many."""
    rows = silent.sort_values("sentences", ascending=False, kind="stable")
    each = [
        say("{} ({}{})", labels.name_of(names, row.source), digits(row.sentences),
            ", too few" if row.verdict == TOO_LITTLE else "")
        for row in rows.head(FOOTED).itertuples()
    ]  # fmt: skip
    if left := len(rows) - len(each):
        each.append(say("{} more", digits(left)))
    return say("no judgement: {}", joined(each, ", "))
