"""What an article's text tells that bounds its date: past and future dates, pages cited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from pressbrief.dating.constraints import Constraint, Strength
from pressbrief.dating.stated import URL, own_addresses, url_days
from pressbrief.timex import Timex, in_words, read
from pressbrief.timex.normalise import Anchored
from pressbrief.timex.tense import told, told_as_past

# An article that cites a page is taken to be at most so many days younger than it.
CITED = 30
YEAR = timedelta(days=365)
_STILL_TO_COME = re.compile(
    r"\b(?:will|(?:is|are)\s+(?:due|set|scheduled|expected|slated)\s+(?:to|for))\b[^.;:“”\"]{0,80}$"
)
_PRESENT = re.compile(
    r"\b(?:is|are|has|have|will|says?|remains?|continues?|shows?|seems?|does|do)\b"
)
_PAST = re.compile(r"\b(?:was|were|had|did|\w{3,}ed|said|told|took|began|held|became|made)\b")


def evidence(sentences: list[str], text: str, as_of: date) -> list[Constraint]:
    """What the kept sentences and the links of an article say of its date.

    Of each kind only the narrowest bound is kept.
    """
    found: list[Constraint] = []
    history = not _speaks_of_now(sentences)
    for index, timex, placed in read(sentences, None, as_of):
        found += _bounds(sentences[index], timex, placed, history)
    return [*_narrowest(found), *_cited(text)]


def _speaks_of_now(sentences: list[str]) -> bool:
    """Whether a good part of the text is in the present, as in news and comment, not in history."""
    text = " ".join(sentences)
    now, then = len(_PRESENT.findall(text)), len(_PAST.findall(text))
    return 4 * now >= now + then


def _bounds(sentence: str, timex: Timex, placed: Anchored, history: bool) -> Iterator[Constraint]:
    if placed.earliest is None or placed.latest is None or timex.unit == "century":
        return
    quote = f"“{timex.text}”"
    stated = "X" not in timex.value and not timex.other
    if told_as_past(sentence, timex.start, timex.end):
        if stated:
            yield Constraint(placed.earliest, None, Strength.TOLD, f"tells {quote} as past")
        elif timex.other:
            basis = f"tells {quote} as past, read as the earlier of its two readings"
            yield Constraint(placed.earliest, None, Strength.TOLD, basis)
        elif timex.value.startswith(("XXXX-0", "XXXX-1")) and "X" not in placed.value:
            yield from _without_year(timex, placed, history)
    elif stated and not history and _is_to_come(sentence, timex):
        basis = f"tells {quote} as still to come"
        yield Constraint(None, placed.latest, Strength.ASSUMED, basis)


def _without_year(timex: Timex, placed: Anchored, history: bool) -> Iterator[Constraint]:
    """A past day without a year, its year fixed by the date told before it."""
    when = in_words(placed.earliest.isoformat(), placed.latest.isoformat())
    basis = f"tells “{timex.text}” as past, which is {when} by the date told before it"
    yield Constraint(placed.earliest, None, Strength.ASSUMED, basis)
    if len(timex.value) == len("XXXX-11-16") and not history:
        basis = f"writes “{timex.text}” ({when}) without a year, assumed to be less than a year ago"
        yield Constraint(None, placed.latest + YEAR - timedelta(days=1), Strength.ASSUMED, basis)


def _is_to_come(sentence: str, timex: Timex) -> bool:
    """In the author's own present: "will open on 3 March 2026", not in what somebody once said."""
    before = sentence[: timex.start]
    quoted = sum(before.count(mark) for mark in '“”"') % 2
    future = told(sentence, timex.start, timex.end) == "future"
    return future and not quoted and bool(_STILL_TO_COME.search(before))


def _narrowest(found: list[Constraint]) -> list[Constraint]:
    lower = [one for one in found if one.earliest]
    upper = [one for one in found if one.latest]
    kept = [max(group, key=lambda one: one.earliest) for group in _by_strength(lower)]
    return kept + [min(group, key=lambda one: one.latest) for group in _by_strength(upper)]


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
