"""Sentences that tell a dated happening, with what grouping and the events table need."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pandas as pd

from pressbrief.english.likeness import content
from pressbrief.english.patterns import any_of
from pressbrief.english.word_lists import words
from pressbrief.time.timex import last_day
from pressbrief.time.timex.tense import SAYING, said_then, told
from pressbrief.timeline.agents import Agent, Named, agents
from pressbrief.timeline.cited import cited
from pressbrief.timeline.counts import Count, counts
from pressbrief.timeline.places import place

# "Since", "after" and their like lead to what the sentence only looks back on.
_BACKGROUND = re.compile(
    r"\b(?:since|after|following|until|till|before|prior\s+to)\b[^,;:()—–]{0,70}$", re.I
)
# A law is called by its year: "the Public Safety Act, 1978", "under PMLA, 2002".
_LAW = re.compile(
    r"\b(?:[A-Z]{3,}|Act|Code|Rules|Regulations?|Ordinance|Order|Bill),\s+(?:of\s+)?$"
)
# "A September 11-style attack" is of another day.
_LIKE = re.compile(r"(?:-\d+(?:st|nd|rd|th))?-(?:style|type|like|inspired)\b")
# So a happening may be, but then it is not what the sentence dates if something else is:
# "a rally on Monday for the dead of the 1999 Kargil War".
_NAMED_BY = re.compile(
    r"\b(?:the|an?|his|her|its|their|our|this|that|\w+[’']s?)\s+(?:[\w-]+\s+)?$", re.I
)
_NAMED = re.compile(rf"\s+(?!{any_of(words('function_words/go_on'))}\b)[A-Za-z][\w’'-]+")
# "From 2010 to 2012" is one time.
_FROM = re.compile(r"\b(?:(?P<to>from)|between)\s+$", re.I)
_TO = re.compile(r"\s+(?:to|until|till|through)\s+(?:the\s+)?", re.I)
_AND = re.compile(r"\s+and\s+(?:the\s+)?", re.I)
_REPORTED = re.compile(
    rf"\b(?:{SAYING}\b[^;]{{0,200}}?\bthat\b|according\s+to|reportedly|allegedly)"
    rf"|[,”\"]\s+[^,;]{{0,60}}\b{any_of(words('saying/plain'))}\b",
    re.I,
)
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied)\s+(?!access|entry)(?:that\b|reports?|having|any|the|it|claims?|allegations?)"
    r"|(?:dismissed|rejected)\s+(?:the\s+)?(?:reports?|claims?|allegations?))\b",
    re.I,
)


@dataclass(frozen=True)
class Telling:
    """One sentence that tells a happening: when, how sure, who, and in which words.

    `latest` reaches to the last day of what is told to have gone on for days; `when` are the words
    that tell the time, in small letters, `place` the actor where it took place ("": not said).
    `around` are the content words of the sentences beside it.
    """

    article_id: str
    sentence: int
    earliest: str
    latest: str
    when: str
    status: str
    saying: bool
    place: str
    actors: tuple[str, ...]
    words: frozenset[str]
    around: frozenset[str]
    agents: tuple[Agent, ...]
    counts: tuple[Count, ...]
    text: str

    @property
    def width(self) -> int:
        """The interval's width in days; an open one is wider than any."""
        if not self.earliest or not self.latest:
            return 10**6
        return (date.fromisoformat(self.latest) - date.fromisoformat(self.earliest)).days + 1


def tellings(
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    removed: pd.DataFrame,
    mentions: pd.DataFrame,
    expressions: pd.DataFrame,
) -> list[Telling]:
    """Every dated happening that the articles tell, in their order.

    Durations, repeated times, mere "now" and "recently", decades, looks back and laws' years are
    none. What an undated sentence says that a linked page reports is of the day in the link, kept
    or `removed`.
    """
    order = {article_id: place for place, article_id in enumerate(articles["article_id"])}
    actors = _by_sentence(mentions)
    timed = _by_sentence(expressions)
    links = _links(sentences, removed)
    found: list[Telling] = []
    for article_id, part in sentences.groupby("article_id", sort=False):
        if article_id in order:
            rows = list(part.itertuples())
            found += _of_article(article_id, rows, actors, timed, links.get(article_id, []))
    return sorted(found, key=lambda one: (order[one.article_id], one.sentence, one.earliest))


def _links(*frames: pd.DataFrame) -> dict[str, list[tuple[int, str]]]:
    """Where each article's texts with a web address begin, and those texts."""
    links: dict[str, list[tuple[int, str]]] = {}
    for frame in frames:
        for row in frame[frame["text"].str.contains("://", regex=False)].itertuples():
            links.setdefault(row.article_id, []).append((row.start, row.text))
    return links


def _by_sentence(frame: pd.DataFrame) -> dict[tuple[str, int], list]:
    rows: dict[tuple[str, int], list] = {}
    for row in frame.itertuples():
        rows.setdefault((row.article_id, row.sentence), []).append(row)
    return rows


def _of_article(
    article_id: str, rows: list, actors: dict, timed: dict, links: list[tuple[int, str]]
) -> Iterator[Telling]:
    linked = {row.sentence: day for row, day in cited(rows, links)}
    for index, row in enumerate(rows):
        times = timed.get((article_id, row.sentence), [])
        dated = _spans(row, [time for time in times if _is_dated(row, time)])
        dated = _distinct([time for time in dated if not _is_aside(row, time)] or dated)
        named = actors.get((article_id, row.sentence), [])
        days = [(*_when(row, time, times), _where(row, time, named)) for time in dated]
        if not days and row.sentence in linked:
            days = [(linked[row.sentence], linked[row.sentence], "", "reported", True, "")]
        if not days or row.role != "body":
            continue
        words = content(_without(row, [*named, *times]))
        beside = [other.text for other in rows[max(0, index - 2) : index + 3] if other is not row]
        same = {
            "actors": tuple(dict.fromkeys(mention.actor for mention in named)),
            "words": words,
            "around": content(" ".join(beside)) - words,
            "agents": agents(row.text, [_in_sentence(row, mention) for mention in named]),
            "counts": counts(_without(row, times)),
            "text": row.text,
        }
        for when in days:
            yield Telling(article_id, row.sentence, *when, **same)


def _when(row, time, times: list) -> tuple[str, str, str, str, bool]:
    """What a time expression tells: first and last day, words, status, and if that is a saying."""
    start, end = time.start - row.start, time.end - row.start
    return (
        time.earliest,
        _reach(row, time, times),
        time.text.lower(),
        status(row.text, start, end),
        said_then(row.text, start),
    )


def _where(row, time, named: list) -> str:
    """The place of what a time expression dates, of those that the sentence calls by name."""
    by_name = [_in_sentence(row, one) for one in named if one.kind in ("name", "alias")]
    return place(row.text, time.start - row.start, time.end - row.start, by_name)


def _in_sentence(row, mention) -> Named:
    """A mention with its place in the sentence instead of in the article."""
    start, end = mention.start - row.start, mention.end - row.start
    return Named(start, end, mention.actor, mention.actor_type)


def _is_dated(row, time) -> bool:
    before = row.text[max(0, time.start - row.start - 120) : time.start - row.start]
    fixed = time.type in ("DATE", "TIME") and not time.value.endswith("_REF")
    return (
        fixed
        and bool(time.earliest or time.latest)
        and len(time.value.split("-")[0]) >= 4
        and not _BACKGROUND.search(before)
        and not (len(time.value) == 4 and _LAW.search(before))
        and not _LIKE.match(row.text, time.end - row.start)
    )


def _spans(row, dated: list) -> list:
    """The times of a sentence in order, those between which something lasted as one."""
    found: list = []
    for time in sorted(dated, key=lambda one: one.start):
        if found and _lasts(row, found[-1], time):
            first = found.pop()
            text = row.text[first.start - row.start : time.end - row.start]
            time = first._replace(end=time.end, latest=time.latest, text=text)
        found.append(time)
    return found


def _lasts(row, first, last) -> bool:
    """Whether something is said to have gone on from one time to another."""
    lead = _FROM.search(row.text[: first.start - row.start])
    if not lead:
        return False
    to = _TO if lead["to"] else _AND
    parted = to.fullmatch(row.text, first.end - row.start, last.start - row.start)
    return bool(parted) and "" < first.earliest <= last.latest


def _is_aside(row, time) -> bool:
    """Whether a year or month stands in brackets, a span, or a name ("the 2011 census")."""
    before, after = row.text[: time.start - row.start], row.text[time.end - row.start :]
    named = _NAMED_BY.search(before) and _NAMED.match(after)
    spans = re.search(r"\d[-–]$", before) or re.match(r"[-–]\d", after)
    return len(time.value) in (4, 7) and bool(named or spans or re.search(r"\([^)]*$", before))


def _distinct(dated: list) -> list:
    """Each interval once; of two of which one holds the other ("Tuesday", "May") the narrower."""
    first = {(one.earliest, one.latest): one for one in reversed(dated)}
    return [
        one
        for (begin, end), one in sorted(first.items(), key=lambda item: item[1].start)
        if not any(
            begin <= other[0] and other[1] <= end for other in first if other != (begin, end)
        )
    ]


def _without(row, spans: list) -> str:
    """The sentence's text without actors' names and time expressions."""
    text = row.text
    for span in sorted(spans, key=lambda span: -span.start):
        text = text[: span.start - row.start] + " " + text[span.end - row.start :]
    return text


def _reach(row, time, times: list) -> str:
    """The last day: of "for a week starting on 15 February" the 21st."""
    if not time.earliest or time.earliest != time.latest:
        return time.latest
    durations = [
        (other.end - row.start, other.value) for other in times if other.type == "DURATION"
    ]
    first = date.fromisoformat(time.earliest)
    return last_day(row.text, time.start - row.start, first, durations).isoformat()


def status(text: str, start: int, end: int) -> str:
    """Whether what a sentence dates at start to end is happened, planned, reported or denied.

    >>> status("The talks will begin on March 3.", 24, 31)
    'planned'
    >>> status("Officials said that talks took place on Tuesday.", 40, 47)
    'reported'
    >>> status("The ministry said on Tuesday that talks went well.", 21, 28)
    'happened'
    """
    if _DENIED.search(text[max(0, start - 300) : start]):
        return "denied"
    if told(text, start, end) == "future":
        return "planned"
    if said_then(text, start):
        return "happened"  # the saying is what happened then
    return "reported" if _REPORTED.search(text[max(0, start - 1000) : end + 1000]) else "happened"
