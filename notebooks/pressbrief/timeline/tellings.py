"""What the articles tell of happenings, with what grouping and the events table need."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

import pandas as pd

from pressbrief.english.likeness import content
from pressbrief.english.patterns import any_of
from pressbrief.english.word_lists import words
from pressbrief.tables.mentions_schema import NAMING
from pressbrief.time.timex.tense import SAYING, told
from pressbrief.timeline.agents import Agent, Named, agents
from pressbrief.timeline.counts import Count, counts
from pressbrief.timeline.happenings import Dated, Place
from pressbrief.timeline.places import place
from pressbrief.timeline.titles import Reference, Title, title
from pressbrief.timeline.told_times import distinct, reach, spans

# So many sentences of an article's body tell its main happening, whether or not they date it; news
# tells it first, in the headline and one or two sentences. A guess.
FIRST = 3
# How long before its article lies what that tells first without a date. A guess.
RECENT = timedelta(days=14)
# A clause that begins in this part of its sentence is what the sentence mainly tells. A guess.
MAINLY = 0.4
# Who says so stands before a clause or after it; within it, the saying is what happened.
_REPORTED = re.compile(
    rf"(?:\b{SAYING}\b[^;.]{{0,60}}?(?:\bthat\b\s*)?|\baccording\s+to\b[^;.]{{0,80}}"
    r"|\b(?:reportedly|allegedly)\b[^;.]{0,40})$",
    re.I,
)
_REPORTED_AFTER = re.compile(
    rf"[^.;]{{0,60}}?(?:\baccording\s+to\b|\b(?:reportedly|allegedly)\b"
    rf"|[,”\"]\s+[^,;]{{0,60}}\b{any_of(words('saying/plain'))}\b)",
    re.I,
)
# A headline tells of what is to come in the infinitive: "Japan to host talks".
_TO_COME = re.compile(r"\b(?:to|will|may|could|plans?|set)\s+[a-z]+", re.I)


class When(NamedTuple):
    """A happening's first and last day, the words that say so, where it was, how it is asked of."""

    earliest: str
    latest: str
    words: str
    place: str
    mark: tuple[int, int]


@dataclass(frozen=True)
class Telling:
    """One clause that tells a happening: when, how sure, who, and in which words.

    `start` and `end` are its characters in the article, `begin` is where its sentence starts. An
    undated one, of a headline or first sentence, is the sentence: it tells of the two weeks before
    its article, and its `status` is empty unless it is to come. `latest`
    of a dated one reaches to the last day of what is told to have gone on for days; `when` are the
    words that tell it, in small letters, `place` the actor where it was ("": not said), `mark`
    the characters of its sentence by which the reader is asked of it: that time, or the whole.
    """

    article_id: str
    sentence: int
    start: int
    end: int
    earliest: str
    latest: str
    when: str
    status: str
    place: str
    title: Title
    actors: tuple[str, ...]
    about: frozenset[str]
    agents: tuple[Agent, ...]
    counts: tuple[Count, ...]
    text: str
    begin: int
    mark: tuple[int, int]
    is_first: bool = False

    @property
    def dated(self) -> bool:
        """Whether the sentence says when it happened."""
        return bool(self.when)

    @property
    def width(self) -> int:
        """The interval's width in days; that of an open or undated one is wider than any."""
        if not (self.dated and self.earliest and self.latest):
            return 10**6
        return (date.fromisoformat(self.latest) - date.fromisoformat(self.earliest)).days + 1

    @property
    def clause(self) -> tuple[int, int]:
        """The clause's characters in its sentence."""
        return self.start - self.begin, self.end - self.begin


def tellings(
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    mentions: pd.DataFrame,
    expressions: pd.DataFrame,
    read: Mapping[Place, Dated],
) -> list[Telling]:
    """The happenings that the articles tell, in their order.

    Those that a time expression dates, and what headlines and first sentences tell without a date.
    """
    order = {article_id: place for place, article_id in enumerate(articles["article_id"])}
    ends = zip(articles["published_earliest"], articles["published_latest"], strict=True)
    days = dict(zip(articles["article_id"], ends, strict=True))
    actors, timed = _by_sentence(mentions), _by_sentence(expressions)
    found: list[Telling] = []
    for article_id, part in sentences.groupby("article_id", sort=False):
        if article_id in order:
            rows = list(part.itertuples())
            found += _of_article(rows, days[article_id], actors, timed, read)
    return sorted(found, key=lambda one: (order[one.article_id], one.sentence, one.earliest))


def _by_sentence(frame: pd.DataFrame) -> dict[tuple[str, int], list]:
    rows: dict[tuple[str, int], list] = {}
    for row in frame.itertuples():
        rows.setdefault((row.article_id, row.sentence), []).append(row)
    return rows


def _of_article(
    rows: list, days: tuple[str, str], actors: dict, timed: dict, read: Mapping[Place, Dated]
) -> Iterator[Telling]:
    body = 0
    for row in rows:
        body += row.role == "body"
        # A heading before the body is a headline under a link or a rubric.
        heads = row.role == "headline" or (row.role == "heading" and not body)
        is_first = heads or (row.role == "body" and body <= FIRST)
        times = timed.get((row.article_id, row.sentence), [])
        named = actors.get((row.article_id, row.sentence), [])
        dated = list(_dated(row, times, named, read, days[0]))
        for one in dated:
            yield replace(one, is_first=is_first)
        if is_first and not any(_is_main(row, one) for one in dated):
            yield _undated(row, times, named, days)


def _is_main(row, one: Telling) -> bool:
    return one.clause[0] <= MAINLY * len(row.text)


def _undated(row, times: list, named: list, days: tuple[str, str]) -> Telling:
    """What a headline or first sentence tells: shortly before its article, if it is over."""
    coming = told(row.text, len(row.text), len(row.text)) == "future"
    coming = coming or (row.role != "body" and bool(_TO_COME.search(row.text)))
    whole = Dated(row.start, row.end, "planned" if coming else "", "")
    return _telling(
        row,
        whole,
        When(_shortly_before(days[0]), "" if coming else days[1], "", "", (0, len(row.text))),
        times,
        named,
        row,
    )


def _shortly_before(day: str) -> str:
    try:
        return day and (date.fromisoformat(day) - RECENT).isoformat()
    except OverflowError:  # 1 January 1
        return day


def _dated(
    row, times: list, named: list, read: Mapping[Place, Dated], since: str
) -> Iterator[Telling]:
    asked = [time for time in times if (row.article_id, time.start) in read]
    within = spans(row, [time for time in asked if time.earliest or time.latest])
    chosen = distinct([(time, read[row.article_id, time.start]) for time in within])
    for time, clause in chosen:
        last, where = reach(row, time, times), _where(row, time, named)
        mark = time.start - row.start, time.end - row.start
        when = When(time.earliest, last, time.text.lower(), where, mark)
        if clause.tense == "future" and "" < last < since:  # read so of a day that is over
            clause = clause._replace(status="happened")
        yield _telling(row, clause, when, times, named, clause if len(chosen) > 1 else row)


def _telling(row, clause: Dated, when: When, times: list, named: list, about) -> Telling:
    """One telling; `about`: the stretch whose numbers are the happening's."""
    start, end = clause.start - row.start, clause.end - row.start
    within = [one for one in named if clause.start <= one.start and one.end <= clause.end]
    names = [_in_sentence(row, one) for one in named if one.kind in NAMING]
    references = [
        Reference(one.start - row.start, one.end - row.start, one.actor, one.kind) for one in named
    ]
    return Telling(
        article_id=row.article_id,
        sentence=row.sentence,
        start=clause.start,
        end=clause.end,
        earliest=when.earliest,
        latest=when.latest,
        when=when.words,
        status=_status(row.text, start, end, clause.status),
        place=when.place,
        title=title(row.text, start, end, references),
        actors=tuple(dict.fromkeys(one.actor for one in within or named)),
        about=content(_without(row, row, times)) | {f"@{one.actor}" for one in named},
        agents=agents(row.text, names),
        counts=counts(_without(row, about, times)),
        text=row.text,
        begin=row.start,
        mark=when.mark,
    )


def _where(row, time, named: list) -> str:
    """The place of what a time expression dates, of those that the sentence calls by name."""
    by_name = [_in_sentence(row, one) for one in named if one.kind in ("name", "alias")]
    return place(row.text, time.start - row.start, time.end - row.start, by_name)


def _in_sentence(row, mention) -> Named:
    """A mention with its place in the sentence instead of in the article."""
    start, end = mention.start - row.start, mention.end - row.start
    return Named(start, end, mention.actor, mention.actor_type)


def _without(row, about, times: list) -> str:
    """A stretch of a sentence without the time expressions in it."""
    text = row.text[: about.end - row.start]
    for time in sorted(times, key=lambda time: -time.start):
        if about.start <= time.start and time.end <= about.end:
            text = f"{text[: time.start - row.start]} {text[time.end - row.start :]}"
    return text[about.start - row.start :]


def _status(text: str, start: int, end: int, status: str) -> str:
    """What happened is only reported where somebody outside the clause says so."""
    if status != "happened":
        return status
    before = _REPORTED.search(text[max(0, start - 300) : start])
    after = before or _REPORTED_AFTER.match(text[end : end + 300])
    return "reported" if after else "happened"
