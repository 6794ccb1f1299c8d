"""Tellings of one happening → a row of the table events: when, its title, who tells it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from pressbrief import tables
from pressbrief.time.timex import precision
from pressbrief.timeline.likely import SENTENCE
from pressbrief.timeline.tellings import Telling
from pressbrief.timeline.titles import is_cut, shortened

# An interval up to this wide, in days, says when; wider ones only that it fits. A week is what news
# dates a visit or a vote by.
NARROW = 7
# What a title that is cut off tells of what all tell counts by half as much. A guess.
CUT = 0.5
# News tells a happening without its date on the day or on the day after.
BEFORE = timedelta(days=1)


def tellers(group: Sequence[Telling], sources: Mapping[str, str]) -> set[str]:
    """The independent sources of a happening: of a sentence word for word the first only."""
    first: dict[str, str] = {}
    for one in group:
        copied = one.text if len(one.text.split()) >= SENTENCE else one.article_id
        first.setdefault(copied, sources[one.article_id])
    return set(first.values())


def event_of(group: Sequence[Telling], articles: Mapping, sources: int) -> dict:
    """The row of a happening, without its conflict; `articles`: their rows by article_id."""
    dated = [one for one in group if one.dated]
    earliest, latest = _interval(dated) if dated else _published(group, articles)
    first = group[0]
    digest = hashlib.sha256(
        f"{first.article_id}:{first.start}:{first.end}:{first.earliest}:{first.mark}".encode()
    ).hexdigest()
    named = Counter(actor for one in group for actor in one.actors)
    places = Counter(one.place for one in group if one.place)
    ranked = sorted(group, key=lambda one: _placed(one, articles))
    status = _status(group)
    ranked.sort(
        key=lambda one: (
            not one.title, not _names(one), one.status not in ("", status),
            -_shared(one, group) * (CUT if is_cut(one.title) else 1), is_cut(one.title),
        )
    )  # fmt: skip
    best = ranked[0]
    return {
        "event": f"{earliest or 'undated'}-{digest[:12]}",
        "earliest": earliest,
        "latest": latest,
        "precision": precision(_day(earliest), _day(latest)),
        "status": status,
        "title": best.title or shortened(best.text),
        "summary": best.text,
        "actors": tables.LIST_SEPARATOR.join(named),
        "place": tables.LIST_SEPARATOR.join(name for name, _ in places.most_common()),
        "articles": len({one.article_id for one in group}),
        "sources": sources,
    }


def _interval(dated: Sequence[Telling]) -> tuple[str, str]:
    """The first to the last day that narrow tellings give; if none is narrow, what all allow.

    What no day allows ("in 2014 and 2015") went on from the first to the last.
    """
    narrow = [one for one in dated if one.width <= NARROW]
    if narrow:
        return min(one.earliest for one in narrow), max(one.latest for one in narrow)
    latest = min((one.latest for one in dated if one.latest), default="")
    earliest = max(one.earliest for one in dated)
    if latest and latest < earliest:
        return min(one.earliest for one in dated), max(one.latest for one in dated)
    return earliest, latest


def _published(group: Sequence[Telling], articles: Mapping) -> tuple[str, str]:
    """When what nobody dates happened: when the first articles told it as their news, or before."""
    told = [articles[one.article_id] for one in group]
    ends = [one.published_latest for one in told]
    if any(one.status for one in group) or not all(ends):  # still to come, or nobody knows
        return "", ""
    begins = [one.published_earliest for one in told if one.published_earliest]
    if not begins:
        return "", min(ends)
    return _before(min(begins)), min(ends)


def _before(day: str) -> str:
    try:
        return (date.fromisoformat(day) - BEFORE).isoformat()
    except OverflowError:  # 1 January 1
        return day


def _status(group: Sequence[Telling]) -> str:
    """How far a happening has come in any telling; denied only if all that date it deny it."""
    said = {one.status for one in group}
    for word in ("happened", "reported", "planned", "denied"):
        if word in said:
            return word
    return "happened"  # told as news


def _names(one: Telling) -> bool:
    """Whether the clause of a telling names an actor."""
    return any(word.startswith("@") for word in one.gist)


def _shared(one: Telling, group: Sequence[Telling]) -> float:
    """How much of what a telling is about the other sources' tellings are about, too, in all."""
    others = [other.gist for other in group if other.article_id != one.article_id]
    return sum(len(one.gist & gist) / (len(one.gist | gist) or 1) for gist in others)


def _placed(one: Telling, articles: Mapping) -> tuple:
    """The best-placed telling first: dated, narrowest, most actors, earliest article."""
    article = articles[one.article_id]
    published = article.published_earliest or "9999"
    return one.width, -len(one.actors), published, article.file, one.sentence


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
