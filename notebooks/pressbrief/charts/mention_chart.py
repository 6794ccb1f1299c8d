"""The mention chart: how often each actor is named, and by which kind of name."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from pressbrief.charts import chart_marks, counted, labels
from pressbrief.charts.canvas import FAINT, WIDTH, Canvas, middle
from pressbrief.charts.counted import Evidence
from pressbrief.sections.model import DataTable, Figure
from pressbrief.sections.wording.phrase import Phrase, joined, say
from pressbrief.sections.wording.words import digits, listed, sentence
from pressbrief.tables import select

ID = "mentions"
ACTORS = 12
# A ladder from dark to light, so that the kinds stay apart in grey.
KINDS = {"name": "#0b3c5d", "alias": "#3d8bc4", "demonym": "#e69f00", "metonym": "#f0d080"}
ROOM, ROW, VALUE = 1.75, 0.21, 0.45
Counts = Mapping[tuple[str, str], int]
Ids = Mapping[str, tuple[str, ...]]


def mentions(
    mentions: pd.DataFrame,
    articles: pd.DataFrame,
    names: Mapping[str, str],
    evidence: Evidence,
) -> Figure | None:
    """Mentions of each actor, stacked by kind, in all sources together; None without mentions.

    `names` has each source's display name, `evidence` the ids of each (article_id, actor).
    Only counted articles count (tables.select).
    """
    named = select.counted_mentions(mentions, articles)
    if named.empty:
        return None
    totals = counted.most_first(named["actor"])
    shown = totals.iloc[:ACTORS]
    counts = named.groupby(["actor", "kind"]).size().to_dict()
    read = list(named["article_id"].unique())
    ids = {actor: counted.gathered(evidence, read, actor) for actor in shown.index}
    canvas = Canvas()
    bottom = _bars(canvas, shown, counts, ids)
    return Figure(
        id=ID,
        title=_title(totals, names),
        subtitle=say(
            "Mentions by the kind of name used; n = {} in {}",
            labels.plural(len(named), "mention"),
            labels.plural(named["article_id"].nunique(), "article"),
        ),
        alt=_alt(totals, named, names),
        caption=_caption(totals, named, names),
        svg=canvas.svg(bottom + 0.05, ID),
        data=_data(shown, counts, ids),
    )


def _bars(canvas: Canvas, shown: pd.Series, counts: Counts, ids: Ids) -> float:
    """Draws a bar for each actor; returns where the last ends."""
    used = {kind for actor, kind in counts if actor in shown.index}
    entries = [(chart_marks.swatch(canvas, KINDS[kind]), kind) for kind in KINDS if kind in used]
    chart_marks.key_row(canvas, 0.12, entries)
    top = chart_marks.KEY_HEIGHT
    unit = (WIDTH - ROOM - VALUE) / shown.max()
    canvas.line(ROOM, top, ROOM, top + ROW * len(shown), color=FAINT, weight=0.8)
    for label, (actor, total) in zip(
        labels.fitted(list(shown.index), ROOM - 0.1), shown.items(), strict=True
    ):
        canvas.text(0, middle(top + ROW / 2), label)
        x = ROOM
        for kind, fill in KINDS.items():
            if count := counts.get((actor, kind), 0):
                says = f"{actor}: {labels.plural(count, 'mention')} by {kind}"
                ends = (x, x + count * unit, top + 0.03, top + ROW - 0.03)
                canvas.box(*ends, fill=fill, says=says, evidence=ids[actor])
                x += count * unit
        y = middle(top + ROW / 2, labels.SMALL)
        canvas.text(x + 0.05, y, f"{total:,}", size=labels.SMALL)
        top += ROW
    return top


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


def _caption(totals: pd.Series, named: pd.DataFrame, names) -> Phrase:
    said: list[str] = []
    if len(totals) > ACTORS:
        count = labels.plural(int(totals.iloc[ACTORS:].sum()), "mention")
        left = labels.plural(len(totals) - ACTORS, "actor")
        said.append(say("Not shown: {} with {}.", left, count))
    sources = named["source"].unique()
    if len(sources) == 1:
        said.append(say("Source: {}.", labels.name_of(names, sources[0])))
    return joined(said)


def _data(shown: pd.Series, counts: Counts, ids: Ids) -> DataTable:
    return DataTable(
        id=f"{ID}-data",
        title="Mentions by actor and kind",
        columns=("actor", *KINDS, "mentions"),
        rows=tuple(
            (labels.clean(actor), *(counts.get((actor, kind), 0) for kind in KINDS), int(total))
            for actor, total in shown.items()
        ),
        evidence=tuple(ids[actor] for actor in shown.index),
    )
