"""What an article's text tells that bounds its date: past and future dates, pages cited."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache

from pressbrief.english.tokens import PART
from pressbrief.english.word_lists import words
from pressbrief.time.dating.constraints import Constraint, Span, Strength
from pressbrief.time.dating.over import surely_over
from pressbrief.time.dating.stated import URL, own_addresses, url_days
from pressbrief.time.dating.yearless import is_yearless, possible, weekday
from pressbrief.time.timex import Timex, in_words, read
from pressbrief.time.timex.normalise import Anchored
from pressbrief.time.timex.tense import told_as_past
from pressbrief.time.timex.values import days

# An article that cites a page is taken to be at most so many days younger than it: a guess, which
# its basis calls one. News links to news of the month.
CITED = 30
# What is told without its year is less than a year old: a convention of writing.
YEAR = timedelta(days=365)
DAY = len("XXXX-11-16")
_STILL_TO_COME = re.compile(
    r"\b(?:will|(?:is|are)\s+(?:due|set|scheduled|expected|slated)\s+(?:to|for))\b[^.;:“”\"]{0,80}$"
)
_PRESENT, _PAST = words("verbs/of_now"), words("verbs/of_then")


def tells(
    sentences: list[str], times: list[list[Timex]], text: str, as_of: date
) -> list[Constraint]:
    """What the kept sentences, each with its time expressions, and the links say of the date.

    Of each kind only the narrowest bound is kept.
    """
    found: list[Constraint] = []
    speaks_of_now = cache(lambda: _speaks_of_now(sentences))
    for index, timex, placed in read(sentences, times, None, as_of):
        found += _bounds(sentences[index], timex, placed, speaks_of_now)
        if is_yearless(timex) and "X" in placed.value and speaks_of_now():
            found += _on_weekday(sentences[index], timex, as_of)
    found = [*_narrowest(found), *_cited(text)]
    return found or _not_as_past(times)


def _not_as_past(times: list[list[Timex]]) -> list[Constraint]:
    """A remark on the dates that an article names without telling them as past or to come."""
    named = [one.text for found in times for one in found if days(one.value)]
    if not named:
        return []
    said = ", ".join(f"“{text}”" for text in list(dict.fromkeys(named))[:3])
    basis = f"it names {said}, but neither as past nor as surely to come"
    return [Constraint(None, None, Strength.ASSUMED, basis)]


def _speaks_of_now(sentences: list[str]) -> bool:
    """Whether a good part of the text is in the present, as in news and comment, not in history."""
    words = PART.findall(" ".join(sentences))
    now = sum(map(_PRESENT.__contains__, words))
    then = sum(word in _PAST or (word.endswith("ed") and len(word) > 4) for word in words)
    return 4 * now >= now + then


def _bounds(
    sentence: str, timex: Timex, placed: Anchored, speaks_of_now: Callable[[], bool]
) -> Iterator[Constraint]:
    if placed.earliest is None or placed.latest is None or timex.unit == "century":
        return
    quote = f"“{timex.text}”"
    stated = "X" not in timex.value and not timex.other
    if stated:
        if surely_over(sentence, timex.start, timex.end):
            yield Constraint(placed.earliest, None, Strength.TOLD, f"tells {quote} as past")
        elif _is_to_come(sentence, timex) and speaks_of_now():
            basis = f"tells {quote} as still to come"
            yield Constraint(None, placed.latest, Strength.ASSUMED, basis)
    elif told_as_past(sentence, timex.start, timex.end):
        if timex.other:
            basis = f"tells {quote} as past, read as the earlier of its two readings"
            yield Constraint(placed.earliest, None, Strength.TOLD, basis)
        elif _is_of_a_year(timex) and "X" not in placed.value:
            yield from _without_year(timex, placed.earliest, placed.latest, speaks_of_now())


def _is_of_a_year(timex: Timex) -> bool:
    """A month, or a day by its number: a holiday's name can be part of another, as of a tree."""
    numbered = any(map(str.isdigit, timex.text))
    return timex.value.startswith(("XXXX-0", "XXXX-1")) and (numbered or len(timex.value) < DAY)


def _without_year(
    timex: Timex, first: date, last: date, speaks_of_now: bool
) -> Iterator[Constraint]:
    """A past day without a year, its year fixed by the date told before it."""
    when = in_words(first.isoformat(), last.isoformat())
    basis = f"tells “{timex.text}” as past, which is {when} by the date told before it"
    yield Constraint(first, None, Strength.ASSUMED, basis)
    if len(timex.value) == DAY and speaks_of_now:
        basis = f"writes “{timex.text}” ({when}) without a year, assumed to be less than a year ago"
        yield Constraint(None, _a_year_after(last), Strength.ASSUMED, basis)


def _on_weekday(sentence: str, timex: Timex, as_of: date) -> Iterator[Constraint]:
    """ "On Monday, January 7, they met": the years in which that day was a Monday."""
    on = weekday(timex.text)
    if on is None or not told_as_past(sentence, timex.start, timex.end):
        return
    can_be = possible(timex, on, as_of)
    basis = (
        f"tells “{timex.text}” as past, which falls on that weekday in few years, "
        "and is assumed to be less than a year ago"
    )
    if len(can_be) > 1:
        older: tuple[Span, ...] = ((None, _a_year_after(can_be[0])),)
        choices = older + tuple((day, _a_year_after(day)) for day in can_be[1:])
        yield Constraint(None, None, Strength.ASSUMED, basis, choices)


def _a_year_after(day: date) -> date:
    return day + YEAR - timedelta(days=1)


def _is_to_come(sentence: str, timex: Timex) -> bool:
    """In the author's own present: "will open on 3 March 2026", not in what somebody once said."""
    before = sentence[: timex.start]
    quoted = sum(before.count(mark) for mark in '“”"') % 2
    return timex.tense == "future" and not quoted and bool(_STILL_TO_COME.search(before))


def _narrowest(found: list[Constraint]) -> list[Constraint]:
    lower = [one for one in found if one.earliest]
    upper = [one for one in found if one.latest]
    kept = [max(group, key=lambda one: one.earliest or date.min) for group in _by_strength(lower)]
    kept += [min(group, key=lambda one: one.latest or date.max) for group in _by_strength(upper)]
    return kept + list({one.choices: one for one in found if one.choices}.values())


def _by_strength(found: list[Constraint]) -> list[list[Constraint]]:
    groups: dict[Strength, list[Constraint]] = {}
    for one in found:
        groups.setdefault(one.strength, []).append(one)
    return list(groups.values())


def _cited(text: str) -> list[Constraint]:
    """The newest dated page that the text links to: it was there before, and not long before."""
    own = set(own_addresses(text))
    cited = ((url_days(address), address) for address in URL.findall(text) if address not in own)
    pages = [(span[0], address) for span, address in cited if span and span[0] == span[1]]
    if not pages:
        return []
    day, address = max(pages)
    cites = f"cites a page of {in_words(day.isoformat(), day.isoformat())} ({address[:200]})"
    basis = f"{cites}, and is assumed to be at most {CITED} days younger"
    return [
        Constraint(day, None, Strength.TOLD, cites),
        Constraint(None, day + timedelta(days=CITED), Strength.ASSUMED, basis),
    ]
