"""The sources side by side: what each tells, whom it judges, what it stresses, and when it wrote.

The one figure of the first page: a row a source, few columns, each mark with its sentences.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from pressbrief.english.days import in_words
from pressbrief.english.word_lists import words
from pressbrief.sections import evidence, stance_views, stressed_views
from pressbrief.sections.entry import Bench
from pressbrief.sections.model import Grid, GridCell
from pressbrief.sections.timeline_claims import told_by_several
from pressbrief.sections.wording.phrase import Phrase, joined, quoted, say
from pressbrief.sections.wording.words import counted, digits, number, sentence
from pressbrief.tables import select
from pressbrief.tables.columns import UNKNOWN

ID = "sources-grid"
# Columns and rows that a page has room for; guesses.
HAPPENINGS, TARGETS, TERMS, SOURCES = 3, 3, 3, 30
LETTERS = "ABC"
MONTHS = words("time/months")
NOT_NAMED = "–"


@dataclass(frozen=True)
class Seen:
    """What the grid is made of, source by source."""

    articles: pd.DataFrame  # analysed ones with their `source`, copies too
    events: pd.DataFrame
    told: pd.DataFrame  # event_mentions with their `source`
    by_source: pd.DataFrame
    said: stance_views.By
    terms: pd.DataFrame
    uses: Mapping[tuple[str, str], Sequence[str]]


def grid(bench: Bench) -> Grid | None:
    """The grid of a topic's tables; None where fewer than two sources are analysed."""
    read = select.analysed(bench.load("articles"))
    read = read.assign(source=select.source_of(read))
    told = bench.load("event_mentions")
    terms = bench.load("terms")
    most = bench.parameters.quotes
    seen = Seen(
        read,
        told_by_several(bench.load("events")).head(HAPPENINGS),
        told.assign(source=told["article_id"].map(select.sources(read))),
        bench.load("stance_by_source"),
        stance_views.of(bench).by_source,
        terms,
        stressed_views.behind(terms, bench.load("term_mentions"), bench.load("articles"), most),
    )
    return drawn(seen, bench.names, most)


def drawn(seen: Seen, names, most: int) -> Grid | None:
    """The grid of what was seen; `most` sentences stand behind a cell."""
    sizes = seen.articles.groupby("source").size().sort_values(ascending=False, kind="stable")
    if len(sizes) < 2:
        return None
    targets = _targets(seen.by_source)
    rows = [
        (
            GridCell(text=names[source]),
            GridCell(text=_published(seen.articles[seen.articles["source"] == source])),
            *(_tells(source, event, seen.told, most) for event in seen.events["event"]),
            *(_tone(source, target, seen, most) for target in targets),
            _stresses(source, seen, most),
        )
        for source in sizes.index[:SOURCES]
    ]
    columns = (
        "Source", "Published", *LETTERS[: len(seen.events)],
        *(say("On {}", names[target]) for target in targets), "Stresses",
    )  # fmt: skip
    return Grid(
        id=ID,
        title="The sources side by side",
        subtitle=_subtitle(len(seen.events), bool(targets)),
        columns=columns,
        keys=[_key(letter, event) for letter, event in zip(LETTERS, seen.events.itertuples(),
                                                           strict=False)],
        rows=rows,
        note=_note(len(sizes)),
    )  # fmt: skip


def _targets(by_source: pd.DataFrame) -> list[str]:
    """The targets that are judged most, of equals those spoken of most."""
    sums = by_source.groupby("target")[["critical", "favourable", "sentences"]].sum()
    sums = sums.assign(judged=sums["critical"] + sums["favourable"])
    return list(sums.sort_values(["judged", "sentences"], ascending=False, kind="stable").index)[
        :TARGETS
    ]


def _published(articles: pd.DataFrame) -> Phrase:
    """From when to when a source's dated articles were published, and how many there are."""
    known = articles[articles["published_precision"] != UNKNOWN]
    first = known["published_earliest"].replace("", None).min()
    last = known["published_latest"].replace("", None).max()
    said = [_short(in_words(*(day if isinstance(day, str) else "" for day in (first, last))))]
    if known.empty:
        said = ["undated"]
    if len(articles) > 1:
        said.append(counted(len(articles), "article"))
    return joined([quoted(one) if not isinstance(one, Phrase) else one for one in said], "; ")


def _short(days: str) -> str:
    """Days in words with the months cut to three letters, which a narrow column has room for."""
    return " ".join(
        word[:3] if word.casefold() in MONTHS and word[0].isupper() else word
        for word in days.split()
    )


def _tells(source: str, event: str, told: pd.DataFrame, most: int) -> GridCell:
    rows = told[(told["event"] == event) & (told["source"] == source)]
    if rows.empty:
        return GridCell(text="no", mark="untold")
    return GridCell(text="told", mark="told", evidence=evidence.ids(rows, most))


def _tone(source: str, target: str, seen: Seen, most: int) -> GridCell:
    """How a source judges a target in its own voice: counts, or that it does not."""
    said = seen.said.get((source, target))
    if said is None or not said.sentences:
        return GridCell(text=NOT_NAMED)
    sides = {"critical": said.critical, "favourable": said.favourable}
    voiced = {way: side for way, side in sides.items() if side.sentences}
    if not voiced:
        return GridCell(text=say("none in {}", digits(said.sentences)), mark="none",
                        evidence=said.ids[:most])  # fmt: skip
    counts = joined([say(f"{{}} {way}", digits(side.sentences)) for way, side in voiced.items()],
                    ", ")  # fmt: skip
    return GridCell(
        text=say("{} of {}", counts, digits(said.sentences)),
        mark="mixed" if len(voiced) == 2 else next(iter(voiced)),
        evidence=tuple(one for side in voiced.values() for one in side.ids)[:most],
    )


def _stresses(source: str, seen: Seen, most: int) -> GridCell:
    mine = seen.terms[seen.terms["source"] == source].head(TERMS)
    ids = [one for term in mine["term"] for one in seen.uses.get((source, term), ())]
    return GridCell(text=quoted(", ".join(mine["term"]) or NOT_NAMED),
                    evidence=tuple(dict.fromkeys(ids))[:most])  # fmt: skip


def _key(letter: str, event) -> Phrase:
    day = in_words(event.earliest, event.latest) if select.is_dated(event) else "undated"
    return say("{}: {} ({})", quoted(letter), quoted(event.title), quoted(day))


def _subtitle(happenings: int, targets: bool) -> str:
    said = ["the happenings told by most"] if happenings else []
    if targets:
        said.append("judgements in the source’s own voice of all its sentences on a target")
    said.append("terms that set it apart")
    return sentence("; ".join(said))


def _note(sources: int) -> Phrase:
    if sources <= SOURCES:
        return Phrase()
    return say("Shown: the {} sources with most articles of {}.", number(SOURCES), digits(sources))
