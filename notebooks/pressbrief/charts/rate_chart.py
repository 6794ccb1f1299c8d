"""The rate chart: mentions of each actor per 1,000 words of each source, as a shaded table."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from pressbrief.charts import counted, heat, labels
from pressbrief.charts.canvas import Canvas
from pressbrief.charts.counted import Evidence
from pressbrief.charts.marks import blend
from pressbrief.section import DataTable, Figure
from pressbrief.words import listed

ID = "mention-rate"
ACTORS, SOURCES = 12, 7
SHADE = "#3d8bc4"


def mention_rate(
    mentions: pd.DataFrame,
    articles: pd.DataFrame,
    names: Mapping[str, str],
    evidence: Evidence,
) -> Figure | None:
    """Mentions of each actor per 1,000 words of each source; None without mentions or words.

    `names` has each source's display name, `evidence` the ids of each (article_id, actor).
    """
    named = counted.mentioned(mentions, articles)
    words = counted.analysed(articles).groupby("source")["words"].sum()
    words = words[words > 0].sort_values(ascending=False, kind="stable")
    if named.empty or words.empty:
        return None
    totals = counted.most_first(named["actor"])
    counts = named.groupby(["source", "actor"]).size().unstack(fill_value=0)
    rates = 1000 * counts.reindex(words.index, fill_value=0).div(words, axis=0)
    shown = rates.loc[words.index[:SOURCES], totals.index[:ACTORS]]
    heads = labels.distinct([labels.name_of(names, source) for source in shown.index])
    behind = {
        (source, actor): counted.gathered(evidence, list(rows["article_id"].unique()), actor)
        for source, rows in named.groupby("source")
        for actor in shown.columns
    }
    canvas = Canvas()
    bottom = heat.draw(
        canvas,
        0.05,
        labels.fitted(list(shown.columns), heat.ROOM),
        heads,
        _cells(shown, counts, heads, behind),
        ("words", [f"{words[source]:,}" for source in shown.index]),
    )
    return Figure(
        id=ID,
        title=_title(rates),
        subtitle="Mentions of an actor per 1,000 words of each source",
        alt=_alt(shown, heads),
        caption=_caption(totals, words),
        svg=canvas.svg(bottom + 0.05, ID),
        data=_data(shown, heads, behind),
    )


def _cells(shown: pd.DataFrame, counts: pd.DataFrame, heads, behind) -> list[list[heat.Cell]]:
    top = float(shown.to_numpy().max()) or 1.0

    def cell(source: str, head: str, actor: str) -> heat.Cell:
        rate = float(shown.loc[source, actor])
        count = int(counts[actor].get(source, 0))
        said = f"{labels.plural(count, 'mention')}, {_said(rate)} per 1,000 words"
        return heat.Cell(
            _said(rate),
            fill=blend(SHADE, heat.DARKEST * (0.08 + 0.92 * rate / top)) if rate else "",
            says=f"{actor}, {head}: {said}",
            evidence=behind.get((source, actor), ()),
            faint=not rate,
        )

    return [
        [cell(source, head, actor) for source, head in zip(shown.index, heads, strict=True)]
        for actor in shown.columns
    ]


def _said(rate: float) -> str:
    return f"{rate:.1f}" if rate else "0"


def _title(rates: pd.DataFrame) -> str:
    if len(rates) == 1:
        actor, rate = rates.iloc[0].idxmax(), float(rates.iloc[0].max())
        return labels.title(
            f"{labels.clean(actor)} is named most: {_said(rate)} per 1,000 words",
            f"The most named actor: {_said(rate)} per 1,000 words",
        )
    leads: dict[str, int] = {}
    for _, row in rates.iterrows():
        first = row.index[row == row.max()]
        if row.max() > 0 and len(first) == 1:
            leads[first[0]] = leads.get(first[0], 0) + 1
    most = [actor for actor, count in sorted(leads.items()) if count == max(leads.values())]
    if len(most) != 1:
        each = labels.plural(max(leads.values(), default=0), "source")
        return labels.title(
            f"{listed([labels.clean(actor) for actor in most] or ['None'])} lead in {each} each",
            "The most named actor differs from source to source",
        )
    sources = f"{leads[most[0]]:,} of {len(rates):,} sources"
    return labels.title(
        f"{labels.clean(most[0])} is named most often in {sources}",
        f"{labels.clean(most[0])} leads in {sources}",
        f"The same actor leads in {sources}",
    )


def _alt(shown: pd.DataFrame, heads: list[str]) -> str:
    flat = shown.stack()
    source, actor = flat.idxmax()
    head = heads[list(shown.index).index(source)]
    none = int((flat == 0).sum())
    said = (
        f"Table of mentions per 1,000 words, {labels.plural(len(shown.columns), 'actor')} by "
        f"{labels.plural(len(shown), 'source')}. Highest: {labels.clean(actor)} in {head}, "
        f"{_said(float(flat.max()))}."
    )
    return f"{said} In {none:,} of {len(flat):,} cells there is no mention." if none else said


def _caption(totals: pd.Series, words: pd.Series) -> str:
    said = []
    if len(totals) > ACTORS:
        said.append(f"the {ACTORS} most named of {len(totals):,} actors")
    if len(words) > SOURCES:
        said.append(f"the {SOURCES} longest of {len(words):,} sources")
    return f"Shown: {listed(said)}." if said else ""


def _data(shown: pd.DataFrame, heads: list[str], behind) -> DataTable:
    return DataTable(
        id=f"{ID}-data",
        title="Mentions per 1,000 words",
        columns=("actor", *heads),
        rows=tuple(
            (labels.clean(actor), *(round(float(rate), 1) for rate in shown[actor]))
            for actor in shown.columns
        ),
        evidence=tuple(
            tuple(one for source in shown.index for one in behind.get((source, actor), ()))
            for actor in shown.columns
        ),
    )
