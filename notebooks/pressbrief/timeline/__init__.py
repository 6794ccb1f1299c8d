"""The timeline: happenings that the articles tell, who tells them, and where they disagree.

happenings.py  what each time expression dates, as the reader sees it
tellings.py    what tells a happening; its verb (verbs.py), whether it is asserted (factuality.py),
               its clause (clauses.py) and title (titles.py: what a title does without, sparing.py,
               whether it is whole, wholeness.py, who is meant, pointing.py), places.py,
               agents.py, counts.py
candidates.py  which of them may tell one, likely.py how likely; grouping.py which do
events.py      an event of those
disagreements.py, comments.py  what sources differ on; salience.py the days that matter
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from pressbrief import tables
from pressbrief.tables import select
from pressbrief.time import timex
from pressbrief.timeline import comments, happenings
from pressbrief.timeline.disagreements import Disagreement, Facts, disagreements, in_short
from pressbrief.timeline.events import event_of, tellers
from pressbrief.timeline.grouping import grouped
from pressbrief.timeline.salience import days_that_matter
from pressbrief.timeline.tellings import Telling, tellings

FEW = 2  # tellings
__all__ = ["build", "days_that_matter"]


def build(
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    actors: pd.DataFrame,
    mentions: pd.DataFrame,
    times: pd.DataFrame,
) -> tuple[pd.DataFrame, ...]:
    """The articles' happenings: expressions, events, event_mentions, disagreements, earliest first.

    `times` are those that the corpus has found. Mentions are those that point back to a name, too.
    """
    expressions, read = _read(articles, sentences, times)
    known = mentions[mentions["actor"].isin(actors["actor"])]
    told = tellings(select.analysed(articles), sentences, known, expressions, read)
    sources = select.independent_sources(articles)
    of_articles = {article.article_id: article for article in articles.itertuples()}
    facts = _facts(of_articles, sources, actors, comments.read(sentences, known))
    made = []
    for group in grouped(told):
        teller = tellers(group, sources)
        # What few tell must say what happened and when; what several tell is told.
        if any(one.dated and one.title for one in group) or (len(teller) > 1 and _is_held(group)):
            found = disagreements(group, facts)
            event = event_of(group, of_articles, len(teller))
            made.append((event | {"conflict": in_short(found, facts)}, group, found))
    made.sort(key=lambda each: (each[0]["earliest"] or "9999", each[0]["latest"], each[0]["event"]))
    differ = {key: row for event, _, found in made for key, row in _differ(event, found)}
    return (
        expressions,
        tables.frame("events", [event for event, _, _ in made]),
        tables.frame("event_mentions", [row for each in made for row in _told(*each[:2])]),
        tables.frame("disagreements", [differ[key] for key in sorted(differ)]),
    )


def _read(
    articles: pd.DataFrame, sentences: pd.DataFrame, times: pd.DataFrame
) -> tuple[pd.DataFrame, dict[happenings.Place, happenings.Dated]]:
    """The time expressions, and what each dates; on its side of publication, where that is read."""
    expressions = timex.expressions(articles, sentences, times)
    read = happenings.read(sentences, expressions)
    settled = happenings.settled(times, read)
    if not settled["tense"].equals(times["tense"]):
        expressions = timex.expressions(articles, sentences, settled)
    return expressions, read


def _is_held(group: list[Telling]) -> bool:
    """Whether more than two tell it, or none or all with a date: a day of one and a deed of
    another are easily two things."""
    dated = sum(one.dated for one in group)
    return len(group) > FEW or dated in (0, len(group))


def _told(event: dict, group: list[Telling]) -> Iterator[tuple]:
    """A row for each sentence that tells an event, by its narrowest clause."""
    rows = {(one.article_id, one.sentence): one for one in sorted(group, key=lambda o: -o.width)}
    for (article_id, sentence), one in sorted(rows.items()):
        days = (one.earliest, one.latest) if one.dated else ("", "")
        yield (event["event"], article_id, sentence, one.start, one.end, *days, one.status)


def _facts(of_articles: dict, sources: dict[str, str], actors: pd.DataFrame, said: dict) -> Facts:
    return Facts(
        source=sources.__getitem__,
        published={
            name: (one.published_earliest, one.published_latest)
            for name, one in of_articles.items()
        },
        part_of=dict(zip(actors["actor"], actors["part_of"], strict=True)),
        comments=said,
    )


def _differ(event: dict, found: list[Disagreement]) -> Iterator[tuple[tuple, tuple]]:
    """An event's rows of the table disagreements by their key, one for each pair of sentences."""
    for each in reversed(found):
        one = each.one.article_id, each.one.sentence
        other = each.other.article_id, each.other.sentence
        what = event["event"], each.kind, each.about
        yield (*what, *one, *other), (*what, *one, each.says, *other, each.other_says)
