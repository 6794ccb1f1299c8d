"""The mention chart: how often each actor is named, by kind, in all and in each source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from pressbrief.charts import chart_marks, counted, labels
from pressbrief.charts.canvas import FAINT, INK, SOFT, WIDTH, Canvas, middle
from pressbrief.charts.counted import Evidence
from pressbrief.sections.model import DataTable, Figure
from pressbrief.sections.wording.phrase import Phrase, joined, quoted, say
from pressbrief.sections.wording.words import digits, listed, sentence
from pressbrief.tables import select

ID = "mentions"
ACTORS, PANELS = 12, 5
# A ladder from dark to light, so that the kinds stay apart in grey.
KINDS = {"name": "#0b3c5d", "alias": "#3d8bc4", "demonym": "#e69f00", "metonym": "#f0d080"}
ROOM, GAP, ROW, LINE, HEAD_LINES = 1.35, 0.2, 0.21, 0.15, 2
VALUE = 0.42
COLUMNS = 3
# Beyond that many times the largest source, all sources together get a scale of their own.
SHARED_UP_TO = 4


@dataclass(frozen=True)
class Panel:
    """One set of bars: its heading, counts by (actor, kind), evidence ids by actor."""

    head: str
    counts: dict[tuple[str, str], int]
    evidence: dict[str, tuple[str, ...]]

    def total(self, actor: str) -> int:
        """How often an actor is named, by all kinds together."""
        return sum(self.counts.get((actor, kind), 0) for kind in KINDS)


def mentions(
    mentions: pd.DataFrame,
    articles: pd.DataFrame,
    names: Mapping[str, str],
    evidence: Evidence,
) -> Figure | None:
    """Mentions of each actor, stacked by kind, in all and in each source; None without mentions.

    `names` has each source's display name, `evidence` the ids of each (article_id, actor).
    Only counted articles count (tables.select).
    """
    named = select.counted_mentions(mentions, articles)
    if named.empty:
        return None
    totals = counted.most_first(named["actor"])
    shown = list(totals.index[:ACTORS])
    sources = list(counted.most_first(named["source"]).index)
    panels = _panels(named, shown, sources, names, evidence)
    canvas = Canvas()
    bottom = _bars(canvas, shown, panels)
    return Figure(
        id=ID,
        title=_title(totals, names),
        subtitle=say(
            "Mentions by the kind of name used; n = {} in {}",
            labels.plural(len(named), "mention"),
            labels.plural(named["article_id"].nunique(), "article"),
        ),
        alt=_alt(totals, named, names),
        caption=_caption(totals, sources, panels),
        svg=canvas.svg(bottom + 0.05, ID),
        data=_data(shown, panels),
    )


def _panels(named: pd.DataFrame, shown, sources, names, evidence) -> list[Panel]:
    def panel(head: str, rows: pd.DataFrame) -> Panel:
        counts = rows.groupby(["actor", "kind"]).size().to_dict()
        articles = list(rows["article_id"].unique())
        ids = {actor: counted.gathered(evidence, articles, actor) for actor in shown}
        return Panel(head, counts, ids)

    if len(sources) == 1:
        return [panel(labels.name_of(names, sources[0]), named)]
    heads = labels.distinct([labels.name_of(names, source) for source in sources[:PANELS]])
    apart = [
        panel(head, named[named["source"] == source])
        for head, source in zip(heads, sources, strict=False)
    ]
    return [panel(f"All {len(sources):,} sources", named), *apart]


def _bars(canvas: Canvas, shown: list[str], panels: list[Panel]) -> float:
    """Draws the panels in rows; returns where the last ends."""
    used = {kind for panel in panels for actor, kind in panel.counts if actor in shown}
    entries = [(chart_marks.swatch(canvas, KINDS[kind]), kind) for kind in KINDS if kind in used]
    chart_marks.key_row(canvas, 0.12, entries)
    columns = min(COLUMNS, len(panels))
    wide = (WIDTH - ROOM - GAP * (columns - 1)) / columns
    most = [max(panel.total(actor) for actor in shown) for panel in panels]
    shared = most if _shares_scale(panels, shown) else most[1:]
    units = [(wide - VALUE) / max(shared)] * len(panels)
    if not _shares_scale(panels, shown):
        units[0] = (wide - VALUE) / most[0]
    bottom = chart_marks.KEY_HEIGHT
    for first in range(0, len(panels), columns):
        row = list(zip(panels, units, strict=True))[first : first + columns]
        bottom = _row(canvas, shown, row, wide, bottom)
    return bottom


def _row(canvas: Canvas, shown: list[str], row, wide: float, top: float) -> float:
    """Draws panels side by side below `top`; returns where they end."""
    heads = [labels.wrap(panel.head, wide, HEAD_LINES) for panel, _ in row]
    top += LINE * max(len(head) for head in heads) + 0.15
    for number, actor in enumerate(labels.fitted(shown, ROOM - 0.1)):
        canvas.text(0, middle(top + (number + 0.5) * ROW), actor)
    for place, ((panel, unit), head) in enumerate(zip(row, heads, strict=True)):
        left = ROOM + place * (wide + GAP)
        for up, line in enumerate(reversed(head)):
            canvas.text(left, top - 0.08 - up * LINE, line, bold=True)
        canvas.line(left, top, left, top + ROW * len(shown), color=FAINT, weight=0.8)
        for number, actor in enumerate(shown):
            _bar(canvas, panel, actor, left, top + number * ROW, unit)
    return top + ROW * len(shown) + 0.08


def _shares_scale(panels: list[Panel], shown: list[str]) -> bool:
    most = [max(panel.total(actor) for actor in shown) for panel in panels]
    return len(most) == 1 or most[0] <= SHARED_UP_TO * max(most[1:])


def _bar(canvas: Canvas, panel: Panel, actor: str, left: float, top: float, unit: float) -> None:
    x = left
    for kind, fill in KINDS.items():
        count = panel.counts.get((actor, kind), 0)
        if not count:
            continue
        says = f"{actor}, {panel.head}: {labels.plural(count, 'mention')} by {kind}"
        ends = (x, x + count * unit, top + 0.03, top + ROW - 0.03)
        canvas.box(*ends, fill=fill, says=says, evidence=panel.evidence[actor])
        x += count * unit
    total = panel.total(actor)
    color = INK if total else SOFT
    y = middle(top + ROW / 2, labels.SMALL)
    canvas.text(x + 0.05, y, f"{total:,}", size=labels.SMALL, color=color)


def _title(totals: pd.Series, names) -> str:
    first = [labels.name_of(names, actor) for actor in totals.index[totals == totals.iloc[0]]]
    count, of = int(totals.iloc[0]), int(totals.sum())
    often = say("{} of {}", digits(count), labels.plural(of, "mention"))
    if len(first) == 1:
        return labels.title(
            sentence(say("{} is named most: {}", first[0], often)),
            say("The most named actor has {}", often),
        )
    each = labels.plural(count, "mention")
    shared = say("{} share the lead, {} each", labels.plural(len(first), "actor"), each)
    if len(first) == 2:
        both = sentence(say("{} are named most, {} each", listed(first), each))
        return labels.title(both, shared)
    return shared


def _alt(totals: pd.Series, named: pd.DataFrame, names) -> Phrase:
    first = [
        say("{} ({})", labels.name_of(names, actor), digits(count))
        for actor, count in totals.iloc[:3].items()
    ]
    kinds = named["kind"].value_counts()
    by_kind = listed(
        [say(f"{{}} by {kind}", digits(kinds[kind])) for kind in KINDS if kind in kinds]
    )
    said = say(
        "Bars of {}, {}. Most named of {}: {}.",
        labels.plural(len(named), "mention"),
        by_kind,
        labels.plural(len(totals), "actor"),
        listed(first),
    )
    apart = counted.most_first(named["source"])
    if len(apart) == 1:
        return said
    most = labels.name_of(names, apart.index[0])
    return say("{} {} holds {} of them.", said, most, digits(apart.iloc[0]))


def _caption(totals: pd.Series, sources: list[str], panels: list[Panel]) -> Phrase:
    said: list[str] = []
    if len(totals) > ACTORS:
        count = labels.plural(int(totals.iloc[ACTORS:].sum()), "mention")
        left = labels.plural(len(totals) - ACTORS, "actor")
        said.append(say("Not shown: {} with {}.", left, count))
    if len(sources) > PANELS:
        text = "Shown apart: the {} sources with most mentions of {}."
        said.append(say(text, digits(PANELS), digits(len(sources))))
    if not _shares_scale(panels, list(totals.index[:ACTORS])):
        said.append("Single sources share a scale; all sources together have another.")
    if len(panels) == 1:
        said.append(say("Source: {}.", quoted(panels[0].head)))
    return joined(said)


def _data(shown: list[str], panels: list[Panel]) -> DataTable:
    pairs = [(actor, panel) for actor in shown for panel in panels]
    return DataTable(
        id=f"{ID}-data",
        title="Mentions by actor, source and kind",
        columns=("actor", "source", *KINDS, "mentions"),
        rows=tuple(
            (
                labels.clean(actor),
                panel.head,
                *(panel.counts.get((actor, kind), 0) for kind in KINDS),
                panel.total(actor),
            )
            for actor, panel in pairs
        ),
        evidence=tuple(panel.evidence[actor] for actor, panel in pairs),
    )
