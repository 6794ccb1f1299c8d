"""The timeline: happenings that the articles tell, who tells them, and where they disagree."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from datetime import date

import pandas as pd

from pressbrief import tables
from pressbrief.tables import select
from pressbrief.time.timex import precision
from pressbrief.timeline.disagreements import Disagreement, Facts, disagreements, in_short
from pressbrief.timeline.grouping import grouped
from pressbrief.timeline.salience import days_that_matter
from pressbrief.timeline.tellings import Telling, tellings

__all__ = ["build", "days_that_matter"]

# An interval up to this wide, in days, says when; wider ones only that it fits. A week is what news
# dates a visit or a vote by.
NARROW = 7


def build(
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    removed: pd.DataFrame,
    actors: pd.DataFrame,
    mentions: pd.DataFrame,
    expressions: pd.DataFrame,
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """The articles' dated happenings: events, event_mentions and disagreements, earliest first."""
    known = mentions[mentions["actor"].isin(actors["actor"])]
    told = tellings(select.analysed(articles), sentences, removed, known, expressions)
    of_articles = {article.article_id: article for article in articles.itertuples()}
    sources = select.independent_sources(articles)
    facts = _facts(of_articles, sources, actors)
    groups = []
    differ: dict[tuple, tuple] = {}
    for group in grouped(told):
        found = disagreements(group, facts)
        event = _event(group, of_articles, sources) | {"conflict": in_short(found, facts)}
        groups.append((event, group))
        differ |= dict(_differ(event, found))
    groups.sort(
        key=lambda pair: (pair[0]["earliest"] or "9999", pair[0]["latest"], pair[0]["event"])
    )
    rows = {
        (event["event"], one.article_id, one.sentence): one
        for event, group in groups
        for one in sorted(group, key=lambda one: -one.width)
    }
    event_mentions = [
        (event, article_id, sentence, one.earliest, one.latest)
        for (event, article_id, sentence), one in rows.items()
    ]
    return (
        tables.frame("events", [event for event, _ in groups]),
        tables.frame("event_mentions", event_mentions),
        tables.frame("disagreements", [differ[key] for key in sorted(differ)]),
    )


def _facts(of_articles: dict, sources: dict[str, str], actors: pd.DataFrame) -> Facts:
    return Facts(
        source=sources.__getitem__,
        published={
            name: (one.published_earliest, one.published_latest)
            for name, one in of_articles.items()
        },
        part_of=dict(zip(actors["actor"], actors["part_of"], strict=True)),
    )


def _differ(event: dict, found: list[Disagreement]) -> Iterator[tuple[tuple, tuple]]:
    """An event's rows of the table disagreements by their key, one for each pair of sentences."""
    for each in reversed(found):
        one = each.one.article_id, each.one.sentence
        other = each.other.article_id, each.other.sentence
        what = event["event"], each.kind, each.about
        yield (*what, *one, *other), (*what, *one, each.says, *other, each.other_says)


def _event(group: list[Telling], facts: dict, sources: dict[str, str]) -> dict:
    earliest, latest = _interval(group)
    first = group[0]
    digest = hashlib.sha256(f"{first.article_id}:{first.sentence}:{first.earliest}".encode())
    named = Counter(actor for one in group for actor in one.actors)
    places = Counter(one.place for one in group if one.place)
    return {
        "event": f"{earliest or 'undated'}-{digest.hexdigest()[:6]}",
        "earliest": earliest,
        "latest": latest,
        "precision": precision(_day(earliest), _day(latest)),
        "status": _status(group),
        "summary": min(group, key=lambda one: _placed(one, facts)).text,
        "actors": tables.LIST_SEPARATOR.join(named),
        "place": tables.LIST_SEPARATOR.join(name for name, _ in places.most_common()),
        "articles": len({one.article_id for one in group}),
        "sources": len({sources[one.article_id] for one in group}),
    }


def _interval(group: list[Telling]) -> tuple[str, str]:
    """The first to the last day that narrow tellings give; if none is narrow, what all allow."""
    narrow = [one for one in group if one.width <= NARROW]
    if narrow:
        return min(one.earliest for one in narrow), max(one.latest for one in narrow)
    return max(one.earliest for one in group), min(one.latest for one in group)


def _status(group: list[Telling]) -> str:
    """What most of the tellings say; denied only if all do."""
    counts = Counter(one.status for one in group)
    for word in ("happened", "reported", "planned"):
        if counts[word]:
            return word
    return "denied"


def _placed(one: Telling, facts: dict) -> tuple:
    """The best-placed telling first: narrowest date, most actors, earliest article."""
    published = facts[one.article_id].published_earliest or "9999"
    return one.width, -len(one.actors), published, facts[one.article_id].file, one.sentence


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
