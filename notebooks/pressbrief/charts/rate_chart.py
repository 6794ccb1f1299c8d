"""The rate chart: mentions of each actor per 1,000 words of each source, as a shaded table."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from pressbrief.charts import counted, heat, labels
from pressbrief.charts.canvas import Canvas
from pressbrief.charts.chart_marks import blend
from pressbrief.charts.counted import Evidence
from pressbrief.sections.model import DataTable, Figure
from pressbrief.sections.wording.phrase import Phrase, joined, quoted, say
from pressbrief.sections.wording.words import digits, listed, sentence
from pressbrief.tables import select

ID = "mention-rate"
ACTORS, SOURCES = 12, 7
SHADE = "#3d8bc4"


def mention_rate(
    mentions: pd.DataFrame,
    articles: pd.DataFrame,
    names: Mapping[str, str],
    evidence: Evidence,
) -> Figure | None:
    """Mentions of each actor per 1,000 words of each source; None if there is nothing to compare.

    `names` has each source's display name, `evidence` the ids of each (article_id, actor).
    """
    named = select.counted_mentions(mentions, articles)
    words = select.counted(articles).groupby("source")["words"].sum()
    words = words[words > 0].sort_values(ascending=False, kind="stable")
    if named.empty or len(words) < 2:
        return None
    totals = counted.most_first(named["actor"])
    counts = named.groupby(["source", "actor"]).size().unstack(fill_value=0)
    rates = counted.PER * counts.reindex(words.index, fill_value=0).div(words, axis=0)
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
        title=_title(rates, names),
        subtitle=say("Mentions of an actor per {} words of each source", digits(counted.PER)),
        alt=_alt(shown, heads, names),
        caption=_caption(totals, words),
        svg=canvas.svg(bottom + 0.05, ID),
        data=_data(shown, heads, behind),
    )


def _cells(shown: pd.DataFrame, counts: pd.DataFrame, heads, behind) -> list[list[heat.Cell]]:
    top = float(shown.to_numpy().max()) or 1.0

    def cell(source: str, head: str, actor: str) -> heat.Cell:
        rate = float(shown.loc[source, actor])
        count = int(counts[actor].get(source, 0))
        said = f"{labels.plural(count, 'mention')}, {labels.rate(rate)} per {counted.PER:,} words"
        return heat.Cell(
            labels.rate(rate),
            fill=blend(SHADE, heat.DARKEST * (0.08 + 0.92 * rate / top)) if rate else "",
            says=f"{actor}, {head}: {said}",
            evidence=behind.get((source, actor), ()),
            faint=not rate,
        )

    return [
        [cell(source, head, actor) for source, head in zip(shown.index, heads, strict=True)]
        for actor in shown.columns
    ]


def _title(rates: pd.DataFrame, names) -> str:
    leads: dict[str, int] = {}
    for _, row in rates.iterrows():
        first = row.index[row == row.max()]
        if row.max() > 0 and len(first) == 1:
            leads[first[0]] = leads.get(first[0], 0) + 1
    most = [actor for actor, count in sorted(leads.items()) if count == max(leads.values())]
    first = [labels.name_of(names, actor) for actor in most]
    differs = "The most named actor differs from source to source"
    if len(most) != 1 or leads[most[0]] == 1:
        each = labels.plural(max(leads.values(), default=0), "source")
        several = len(most) > 1 and leads[most[0]] > 1
        return labels.title(
            *([sentence(say("{} lead in {} each", listed(first), each))] if several else []),
            differs,
        )
    of = labels.plural(len(rates), "source")
    sources = say("{} of {}", digits(leads[most[0]]), of)
    return labels.title(
        sentence(say("{} is named most often in {}", first[0], sources)),
        sentence(say("{} leads in {}", first[0], sources)),
        say("The same actor leads in {}", sources),
    )


def _alt(shown: pd.DataFrame, heads: list[str], names) -> Phrase:
    flat = shown.stack()
    source, actor = flat.idxmax()
    head = heads[list(shown.index).index(source)]
    none = int((flat == 0).sum())
    said = say(
        "Table of mentions per {} words, {} by {}. Highest: {} in {}, {}.",
        digits(counted.PER),
        labels.plural(len(shown.columns), "actor"),
        labels.plural(len(shown), "source"),
        labels.name_of(names, actor),
        quoted(head),
        labels.rate(float(flat.max())),
    )
    cells = say(" In {} of {} there is no mention.", digits(none), labels.plural(len(flat), "cell"))
    return joined([said, cells], "") if none else said


def _caption(totals: pd.Series, words: pd.Series) -> Phrase:
    said = []
    if len(totals) > ACTORS:
        of = labels.plural(len(totals), "actor")
        said.append(say("the {} most named of {}", digits(ACTORS), of))
    if len(words) > SOURCES:
        of = labels.plural(len(words), "source")
        said.append(say("the {} longest of {}", digits(SOURCES), of))
    return say("Shown: {}.", listed(said)) if said else Phrase()


def _data(shown: pd.DataFrame, heads: list[str], behind) -> DataTable:
    return DataTable(
        id=f"{ID}-data",
        title=say("Mentions per {} words", digits(counted.PER)),
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
