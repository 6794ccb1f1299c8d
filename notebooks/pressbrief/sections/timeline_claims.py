"""Events → sentences: what most sources tell, from when to when, and where they disagree."""

from __future__ import annotations

import pandas as pd

from pressbrief.sections import evidence
from pressbrief.sections.entry import Bench
from pressbrief.sections.model import Claim
from pressbrief.sections.wording.names import Names
from pressbrief.sections.wording.phrase import Phrase, joined, quoted, say
from pressbrief.sections.wording.words import counted, number, sentence, when
from pressbrief.tables import select
from pressbrief.timeline.disagreements import point
from pressbrief.timeline.titles import is_cut

# Happenings told by several sources that are claimed one by one; a guess.
TOLD = 3


def claims(bench: Bench) -> list[Claim]:
    """All that the section claims."""
    found = bench.load("events"), bench.load("event_mentions"), bench.load("disagreements")
    return happened(*found, bench.names, bench.parameters.quotes)


def happened(
    events: pd.DataFrame, told: pd.DataFrame, apart: pd.DataFrame, names: Names, most: int
) -> list[Claim]:
    """The happening that most sources tell, the span of all, where sources disagree, what else
    several tell.
    """
    if events.empty:
        return [Claim(text="No dated happening was found.", sure="moderate")]
    several = told_by_several(events)
    tellings = [
        Claim(
            text=_telling(event),
            sure="moderate",
            because=_because(event),
            about="happened",
            evidence=evidence.ids(_rows(told, event), most),
        )
        for event in several.head(TOLD).itertuples()
    ]
    differ = [
        _differ(rows, names, most)
        for _, rows in apart.groupby(["event", "kind", "about"], sort=False)
    ]
    span = Claim(text=sentence(_span(events)), sure="moderate")
    return [*tellings[:1], span, *differ, *tellings[1:]]


def _differ(apart: pd.DataFrame, names: Names, most: int) -> Claim:
    """What every source says of one point of one happening, with the sentences of all sides."""
    said: dict[tuple[str, str], None] = {}
    ids: dict[str, None] = {}
    for row in apart.itertuples():
        sides = ((row.article_id, row.sentence, row.says),
                 (row.other_article_id, row.other_sentence, row.other_says))  # fmt: skip
        for article, number_, says in sides:
            said[article, says] = None
            ids[evidence.id_of(article, number_)] = None
    parts = [
        say("{} says {}", names[article], _says(apart["kind"].iloc[0], says, names))
        for article, says in said
    ]
    what = quoted(point(row.kind, row.about))
    text = say("Accounts differ on {}: {}.", what, joined(parts, ", "))
    return Claim(
        text=text,
        sure="moderate",
        because="Each side is in the text; that they speak of the same happening is a model’s "
        "reading.",
        about="differs",
        evidence=tuple(ids)[:most],
    )


def _says(kind: str, says: str, names: Names) -> Phrase:
    """What one source says of the point; of whether somebody has spoken, that he has or has not."""
    if kind != "comment":
        return quoted(says)
    who = says.removesuffix(" spoke")
    return say("that it has not") if who == says else say("that {} has", names[who])


def told_by_several(events: pd.DataFrame) -> pd.DataFrame:
    """The happenings that several sources tell in a title that is whole, most told first."""
    several = events[(events["sources"] > 1) & ~events["title"].map(is_cut).astype(bool)]
    return several.sort_values(["sources", "articles"], ascending=False, kind="stable")


def _rows(told: pd.DataFrame, event) -> pd.DataFrame:
    return told[told["event"] == event.event]


def _telling(event) -> Phrase:
    """What happened, when, and how many tell it: its title is a source's own clause."""
    dated = when(event.earliest, event.latest) if select.is_dated(event) else "undated"
    status = "" if event.status == "happened" else event.status
    said = [part for part in (dated, status) if part]
    beside = say(f" ({', '.join('{}' for _ in said)})", *said)
    told = counted(event.sources, "source")
    return say("“{}”{}, according to {}.", quoted(event.title), beside, told)


def _because(event) -> Phrase:
    """Why one may rely on it, and where not."""
    dated = "none says when"
    if select.is_dated(event):
        dated = "the date is stated in them or reckoned from what they state"
    return say("None of these is a copy of another; {}.", dated)


def _span(events: pd.DataFrame) -> Phrase:
    """How many happenings are told, how many undated, and the first and last day of the dated."""
    one = len(events) == 1
    told = say("{} {} found", counted(len(events), "happening"), "was" if one else "were")
    dated = select.dated(events)
    if not dated.all():
        of_them = say("{} of them ", number(len(events) - dated.sum()))
        told = say("{}, {}undated", told, "" if one else of_them)
        if one:
            return say("{}.", told)
    days = events.loc[dated & events["earliest"].eq(events["latest"])]
    if days.empty:
        return say("{}, {} dated to a day.", told, "not" if one else "none")
    first, last = (when(day, day) for day in (days["earliest"].min(), days["earliest"].max()))
    if one:
        return say("{}, of {}.", told, first)
    if len(days) == 1:
        return say("{}; {} is dated to a day, {}.", told, number(len(days)), first)
    some = "all" if len(days) == len(events) else say("{} are", number(len(days)))
    return say("{}; {} dated to a day, the first {}, the last {}.", told, some, first, last)
