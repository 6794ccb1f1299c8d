"""What the articles tell of happenings, with what grouping and the events table need."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, NamedTuple

import pandas as pd

from pressbrief import reader
from pressbrief.english.likeness import content
from pressbrief.english.patterns import any_of
from pressbrief.english.word_lists import words
from pressbrief.reader.syntax import Tree
from pressbrief.tables.mentions_schema import NAMING
from pressbrief.time.timex.tense import SAYING
from pressbrief.timeline.agents import Agent, Named, agents
from pressbrief.timeline.clauses import Clause, clause
from pressbrief.timeline.counts import Count, counts
from pressbrief.timeline.factuality import is_habit, is_perfect, is_to_come
from pressbrief.timeline.happenings import Dated, Place
from pressbrief.timeline.places import place
from pressbrief.timeline.pointing import Reference
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


# A term: what has happened was not by a day to come.
_BY = re.compile(r"\b(?:by|until|till|before)\s+(?:the\s+)?$", re.I)
# Verbs that say little by themselves, and those of saying: what is said on a day is many things.
LIGHT = words("verbs/light", "saying/told", "saying/plain", "saying/quoting")


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
    `about` are the sentence's content words and actors (@actor), `gist` those of the clause's verb,
    its doer and what is done.
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
    title: str
    actors: tuple[str, ...]
    about: frozenset[str]
    gist: frozenset[str]
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


class _Said(NamedTuple):
    """A sentence's row, its grammar, its rows of the tables expressions and mentions."""

    row: Any
    tree: Tree
    times: tuple
    named: tuple

    @property
    def references(self) -> list[Reference]:
        """Who is named or pointed back to, by the sentence's characters."""
        first = self.row.start
        return [
            Reference(n.start - first, n.end - first, n.actor, n.kind, n.actor_type)
            for n in self.named
        ]


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
    said = _telling_sentences(sentences[sentences["article_id"].isin(order)], timed)
    trees = reader.parses([row.text for row, _ in said])
    found: list[Telling] = []
    for (row, is_first), tree in zip(said, trees, strict=True):
        place = row.article_id, row.sentence
        one = _Said(row, tree, tuple(timed.get(place, ())), tuple(actors.get(place, ())))
        dated = [
            replace(each, is_first=is_first) for each in _dated(one, read, days[row.article_id])
        ]
        found += dated
        if is_first and not any(_is_main(row, each) for each in dated):
            found.append(_undated(one, days[row.article_id]))
    return sorted(found, key=lambda one: (order[one.article_id], one.sentence, one.earliest))


def _by_sentence(frame: pd.DataFrame) -> dict[tuple[str, int], list]:
    rows: dict[tuple[str, int], list] = {}
    for row in frame.itertuples():
        rows.setdefault((row.article_id, row.sentence), []).append(row)
    return rows


def _telling_sentences(sentences: pd.DataFrame, timed: dict) -> list[tuple]:
    """The rows that may tell a happening: with a time, or first; and whether they are first."""
    found = []
    for _, part in sentences.groupby("article_id", sort=False):
        body = 0
        for row in part.itertuples():
            body += row.role == "body"
            # A heading before the body is a headline under a link or a rubric.
            heads = row.role == "headline" or (row.role == "heading" and not body)
            is_first = heads or (row.role == "body" and body <= FIRST)
            if is_first or (row.article_id, row.sentence) in timed:
                found.append((row, is_first))
    return found


def _is_main(row, one: Telling) -> bool:
    return one.clause[0] <= MAINLY * len(row.text)


def _undated(one: _Said, days: tuple[str, str]) -> Telling:
    """What a headline or first sentence tells: shortly before its article, if it is over."""
    text = one.row.text
    coming = is_to_come(text, one.tree)
    whole = Dated(one.row.start, one.row.end, "planned" if coming else "", "")
    since = When(_shortly_before(days[0]), "" if coming else days[1], "", "", (0, len(text)))
    made = clause(text, one.tree, since.mark, None, one.references)
    return _telling(one, whole, since, made, one.row)


def _shortly_before(day: str) -> str:
    try:
        return day and (date.fromisoformat(day) - RECENT).isoformat()
    except OverflowError:  # 1 January 1
        return day


def _dated(
    one: _Said, read: Mapping[Place, Dated], published: tuple[str, str]
) -> Iterator[Telling]:
    row, (since, until) = one.row, published
    asked = [time for time in one.times if (row.article_id, time.start) in read]
    within = spans(row, [time for time in asked if time.earliest or time.latest], one.times)
    made = []
    for time in within:
        mark = time.start - row.start, time.end - row.start
        dated = next(
            read[row.article_id, each.start]
            for each in asked
            if time.start <= each.start < time.end
        )
        told_by = dated.start - row.start, dated.end - row.start
        if dated.status == "happened" and since < time.latest and _BY.search(row.text[: mark[0]]):
            continue  # "backed a vote by the end of this year"
        untrue = is_habit, is_perfect
        if dated.status == "happened" and any(
            each(row.text, one.tree, told_by, mark) for each in untrue
        ):
            continue
        ahead = "" < until < time.earliest
        if ahead and dated.status == "happened":
            dated = dated._replace(status="planned")
        cut = clause(row.text, one.tree, told_by, mark, one.references, ahead=ahead)
        made.append((time, dated, cut))
    cuts = {(time.start, dated): cut for time, dated, cut in made}
    chosen = distinct(row, [(time, dated) for time, dated, _ in made])
    for time, dated in chosen:
        last, where = reach(row, time, one.times), _where(one, time)
        mark = time.start - row.start, time.end - row.start
        when = When(time.earliest, last, time.text.lower(), where, mark)
        cut = cuts[time.start, dated]
        if cut and _tells_another(cut.title, time, one.times):
            cut = cut._replace(title="")
        if cut:
            dated = dated._replace(start=row.start + cut.start, end=row.start + cut.end)
        if dated.tense == "future" and "" < last < since:  # read so of a day that is over
            dated = dated._replace(status="happened")
        yield _telling(one, dated, when, cut, dated if len(chosen) > 1 else row)


def _tells_another(title: str, time, times: Sequence) -> bool:
    """Whether a title begins with another time: "In 2008, …" of what should be there by 2015."""
    others = (other.text for other in times if other.type == "DATE" and other.start < time.start)
    return any(len(title[: title.index(text)].split()) <= 1 for text in others if text in title)


def _telling(one: _Said, dated: Dated, when: When, cut: Clause | None, about) -> Telling:
    """One telling; `about`: the stretch whose numbers are the happening's."""
    row = one.row
    start, end = dated.start - row.start, dated.end - row.start
    within = [name for name in one.named if dated.start <= name.start and name.end <= dated.end]
    names = [_in_sentence(row, name) for name in one.named if name.kind in NAMING]
    return Telling(
        article_id=row.article_id,
        sentence=row.sentence,
        start=dated.start,
        end=dated.end,
        earliest=when.earliest,
        latest=when.latest,
        when=when.words,
        status=_status(row.text, start, end, dated.status),
        place=when.place,
        title=cut.title if cut else "",
        actors=tuple(dict.fromkeys(name.actor for name in within or one.named)),
        about=content(_without(row, row, one.times)) | {f"@{name.actor}" for name in one.named},
        gist=_gist(one, cut) if cut else frozenset(),
        agents=agents(row.text, names),
        counts=counts(_without(row, about, one.times)),
        text=row.text,
        begin=row.start,
        mark=when.mark,
    )


def _gist(one: _Said, cut: Clause) -> frozenset[str]:
    """What a clause is about: its heads but verbs that say little, and its actors as @actor."""
    first = one.row.start
    within = [
        name
        for name in one.named
        if cut.start <= name.start - first and name.end - first <= cut.end
    ]
    said = (
        one.row.text[start:end]
        for start, end in cut.heads
        if not any(name.start <= start + first < name.end for name in within)
    )
    plain = " ".join(word for word in said if word.lower() not in LIGHT)
    return content(plain) | {f"@{name.actor}" for name in within}


def _where(one: _Said, time) -> str:
    """The place of what a time expression dates, of those that the sentence calls by name."""
    row = one.row
    by_name = [_in_sentence(row, name) for name in one.named if name.kind in ("name", "alias")]
    return place(row.text, time.start - row.start, time.end - row.start, by_name)


def _in_sentence(row, mention) -> Named:
    """A mention with its place in the sentence instead of in the article."""
    start, end = mention.start - row.start, mention.end - row.start
    return Named(start, end, mention.actor, mention.actor_type)


def _without(row, about, times: Sequence) -> str:
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
