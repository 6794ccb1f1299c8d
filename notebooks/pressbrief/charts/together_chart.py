"""The chart of actors named together: a triangle of how many sentences name both of a pair."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

import pandas as pd

from pressbrief.charts import counted, heat, labels
from pressbrief.charts.canvas import Canvas
from pressbrief.charts.chart_marks import blend
from pressbrief.sections import evidence
from pressbrief.sections.model import DataTable, Figure
from pressbrief.sections.wording.phrase import Phrase, joined, say
from pressbrief.sections.wording.words import digits, sentence
from pressbrief.tables import select

ID = "mentions-together"
# As many as stand legibly side by side, however many articles there are.
ACTORS = 9
SHADE = "#3d8bc4"
Pair = tuple[str, str]


def together(
    mentions: pd.DataFrame, articles: pd.DataFrame, names: Mapping[str, str], most: int
) -> Figure | None:
    """How often the most named actors stand in one sentence, pair by pair; None without a pair.

    `names` has each actor's display name; `most` is how many sentences each number leads to.
    """
    named = select.counted_mentions(mentions, articles)
    shown = list(counted.most_first(named["actor"]).index[:ACTORS]) if len(named) else []
    behind = _behind(named[named["actor"].isin(shown)])
    if not behind:
        return None
    counts = {pair: len(rows) for pair, rows in behind.items()}
    ids = {pair: evidence.ids(evidence.spread(rows), most) for pair, rows in behind.items()}
    canvas = Canvas()
    cells = [[_cell(counts, ids, one, other, shown) for other in shown[:-1]] for one in shown[1:]]
    bottom = heat.draw(canvas, 0.05, labels.fitted(shown[1:], heat.ROOM), shown[:-1], cells)
    ranked = sorted(counts, key=lambda pair: (-counts[pair], pair))
    return Figure(
        id=ID,
        title=_title(ranked, counts, names),
        subtitle=say(
            "Sentences that name both, of the {} most named", labels.plural(len(shown), "actor")
        ),
        alt=_alt(ranked, counts, shown, names),
        caption="Articles that repeat another are counted once.",
        svg=canvas.svg(bottom + 0.05, ID),
        data=_data(ranked, counts, ids),
    )


def _behind(named: pd.DataFrame) -> dict[Pair, pd.DataFrame]:
    """Each pair of actors (in order of name) with the sentences that name both."""
    found: dict[Pair, list[tuple[str, int]]] = {}
    for key, rows in named.groupby(evidence.KEY, sort=True)["actor"]:
        for pair in combinations(sorted(rows.unique()), 2):
            found.setdefault(pair, []).append(key)
    return {pair: pd.DataFrame(keys, columns=evidence.KEY) for pair, keys in found.items()}


def _cell(counts, ids, one: str, other: str, shown: list[str]) -> heat.Cell | None:
    """The cell of a pair below the diagonal; nothing above it, where the pair stands again."""
    if shown.index(other) >= shown.index(one):
        return None
    pair = (min(one, other), max(one, other))
    count = counts.get(pair, 0)
    top = max(counts.values())
    return heat.Cell(
        f"{count:,}",
        fill=blend(SHADE, heat.DARKEST * (0.08 + 0.92 * count / top)) if count else "",
        says=f"{one} and {other}: {labels.plural(count, 'sentence')}",
        evidence=ids.get(pair, ()),
        faint=not count,
    )


def _title(ranked: list[Pair], counts: Mapping[Pair, int], names: Mapping[str, str]) -> str:
    one, other = (labels.name_of(names, actor) for actor in ranked[0])
    often = labels.plural(counts[ranked[0]], "sentence")
    alike = sum(counts[pair] == counts[ranked[0]] for pair in ranked)
    if alike > 1:
        return say("{} pairs are named together most, in {} each", digits(alike), often)
    return labels.title(
        sentence(say("{} and {} are named together most", one, other)),
        say("The pair named together most shares {}", often),
    )


def _alt(ranked: list[Pair], counts: Mapping[Pair, int], shown: list[str], names) -> Phrase:
    often = [
        say("{} and {} in {}", *(labels.name_of(names, one) for one in pair), digits(counts[pair]))
        for pair in ranked[:3]
    ]
    possible = len(shown) * (len(shown) - 1) // 2
    return say(
        "Triangle of the {} most named, sentences that name both of a pair. Most often: {}. "
        "{} of {} without a common sentence.",
        labels.plural(len(shown), "actor"),
        joined(often, "; "),
        digits(possible - len(ranked)),
        labels.plural(possible, "pair"),
    )


def _data(ranked: list[Pair], counts: Mapping[Pair, int], ids) -> DataTable:
    return DataTable(
        id=f"{ID}-data",
        title="Actors named together",
        columns=("actor", "and", "sentences"),
        rows=tuple((labels.clean(a), labels.clean(b), counts[a, b]) for a, b in ranked),
        evidence=tuple(ids[pair] for pair in ranked),
    )
