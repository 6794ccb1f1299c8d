"""Whether a sentence tells the time that it names as past or as still to come."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from pressbrief.english.patterns import any_of, lowered
from pressbrief.english.verb_forms import pasts
from pressbrief.english.word_lists import words
from pressbrief.time.timex.model import Tense

# How far from a date the verb that it belongs to may stand, in characters: a long clause before
# it, a shorter one after it ("On Monday … met"). Guesses.
BEFORE, AFTER = 200, 120
# How far before a date a past verb may stand for the date to be its own (some six words; a guess),
# and how a sentence that begins with a date does: "Late on November 16, it met".
NEAR = 40
_FIRST = re.compile(r"\W*(?:\w+\s+){0,2}")

_FUTURE = (
    # A modal takes the verb after it along: "must be returned" is not past.
    r"(?:will|shall|won['’]t|must|should|would|can|could|might|may)(?:\s+(?:not|\w+ly|also))?"
    r"(?:\s+be)?\s+(?!have\b)\w+|['’]ll|going\s+to|(?:is|are|be)\s+to|about\s+to"
    r"|(?:planned|agreed|scheduled|expected|hoped|due|set|slated)\s+(?:to|for)"
    r"|(?:is|are|be)\s+(?:\w+ly\s+)?(?:due|set|expected|scheduled|slated|planned|likely|poised|"
    r"preparing|planning|hoping)"
    r"|(?:plans?|planning|intends?|hopes?|aims?|expects?|wants?|vows?|promises?)\s+to|upcoming"
    r"|forthcoming|payable|redeemable"
    r"|to\s+be\s+\w+ed|to\s+be\s+held|expires?|ahead\s+of"
    # What is done now of what lies ahead: "postponed until Tuesday", "has scheduled talks Friday".
    r"|(?=s|re|p)(?<!\bbeen\s)(?<!\bhad\s)(?<!\bwas\s)(?<!\bwere\s)"
    r"(?:scheduled|rescheduled|postponed|planned(?<!\bas\splanned)(?<!\bpreviously\splanned)"
    r"(?<!\boriginally\splanned)|planning)\b(?!\s+by)"
)
_IRREGULAR = any_of(pasts() | words("verbs/past", "verbs/told_past"))
# Words in -ed that tell of no past.
_NO_PAST = any_of(words("verbs/told_no_past"))
_PRESENT = (
    rf"(?:is|are)\s+(?:\w+ly\s+)?(?:\w+ed|{_IRREGULAR})\b|is|are|says?|stands?|remains?|begins?|starts?|ends?|"
    r"opens?|runs?|takes?|comes?|falls?|marks?"
)
# A word is read to its end but once, and only one in -ed is looked up among those. "A still
# unspecified date" tells of no past.
_IN_ED = (
    r"(?<!\ba\s)(?<!\ban\s)(?<!\bstill\s)(?=[a-z]++(?<=ed)\b)"
    rf"(?!{_NO_PAST}\b)[a-z]++"
)
_PAST = rf"{_IRREGULAR}|{_IN_ED}"
_INFINITIVE = re.compile(r"\bto\s+(?!(?:the|an?|its?|his|her|their|our|this|that|power)\b)[a-z]+\b")
# What had lain ahead is over: "had been due to expire on Friday".
_HAD_BEEN = (
    r"had\s+been\s+(?:\w+ly\s+)?(?:due|set|expected|scheduled|slated|planned|supposed)\s+(?:to|for)"
    r"\s+(?:be\s+)?\w+"
)
# What failed: "could not be reached on Monday", "neither side could be reached".
_COULD_NOT = (
    r"(?:could\s+not|couldn['’]t)\b|(?:neither|nor|nobody|none|no\s+one)\b[^.;,]{0,60}?\bcould\b"
)
_CUES = re.compile(
    rf"\b(?:(?P<over>{_HAD_BEEN}\b|{_COULD_NOT})|(?P<future>(?:{_FUTURE})\b)|(?P<perfect>(?:has|have)\b)"
    rf"|(?P<present>(?<!\bto\s)(?:{_PRESENT})\b)|(?P<past>(?:{_PAST})\b))"
)
_NOT_YET = re.compile(
    r"\b(?:by|until|till|through|before|towards?|target(?:s|ed)?|deadline|beyond|ahead\s+of)\s+"
    r"(?:the\s+)?(?:end\s+of\s+)?$",
    re.IGNORECASE,
)
# "The strongest since October 2017" is past, whatever the verb.
_SINCE = re.compile(r"\bsince\s+(?:the\s+)?(?:(?:start|beginning|end)\s+of\s+)?$", re.IGNORECASE)
_PAST_THINGS = words("happenings/past", "happenings/works", "happenings/made_then")
# What has a year before it only once it is there: "a 2016 referendum", "his 2018 arrest".
_ONE = re.compile(r"\b(?:an?|his|her|its|their)\s+$", re.IGNORECASE)
_MADE_THEN = re.compile(rf"\s+(?:\w+\s+)?{any_of(_PAST_THINGS)}\b")
# A word that a year goes on to name ("2028 Olympics"), not one that the sentence goes on with.
_NAMED = re.compile(rf"\s+(?!{any_of(words('function_words/go_on'))}\b)\w")

SAYING = any_of(words("saying/told") | {"affirmation", "statement"})
_SAID_THEN = re.compile(
    rf"\b(?:{SAYING})(?:\s+(?:\w+\s+)?(?:on|in|late|early))?\s+(?:\w+\s+)?$", re.IGNORECASE
)


# A term that is set: "extended to November 16", "gave them until Monday", "by the May 5 deadline".
_TERM = re.compile(
    r"\b(?:(?:extend(?:s|ed)?|postpone[sd]?|delay(?:s|ed)?)\b[^.;,]{0,30}\b(?:to|until|till)"
    r"|(?:gave|gives?|given)\b[^.;,]{0,40}\b(?:until|till)"
    r")\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_DEADLINE = re.compile(r"\s+(?:as\s+(?:an?|the|its|their)\s+)?deadline\b")


_WHOSE = re.compile(r"['’]s\b")
# What a timetable says: "the trial opens on Monday".
_STARTS = re.compile(
    r"\b(?:arrives|begins|departs|ends|expires|goes|hosts|kicks\s+off|leaves|meets|opens|resumes|returns|"
    r"starts|travels|votes)\s+(?:(?!(?:on|in|for|with|last)\b)[\w’'-]+\s+){0,2}(?:on\s+)?$"
)


def said_then(sentence: str, start: int) -> bool:
    """Whether what is named at `start` is when something was said: "the ministry said Wednesday".

    >>> said_then("The ministry said Wednesday", 18), said_then("They met on Wednesday", 12)
    (True, False)
    """
    return bool(_SAID_THEN.search(sentence[max(0, start - 60) : start]))


def told(sentence: str, start: int, end: int) -> Tense:
    """The tense of the verb nearest to characters start to end, the one before them first.

    >>> told("Talks will begin on March 3.", 20, 27)
    'future'
    >>> told("On November 16, the minister sought support.", 3, 14)
    'past'
    """
    cues = _cues(sentence)
    place = bisect_left(cues, start, key=_START)
    if _TERM.search(sentence[max(0, start - 80) : start]) or _DEADLINE.match(sentence, end):
        return "future"
    if _STARTS.search(sentence[max(0, start - 40) : start]):
        return "future"
    if place and start - cues[place - 1].start <= BEFORE:
        # "They would appeal Wednesday's ruling": it was made.
        made = cues[place - 1].conditional and _WHOSE.match(sentence, end)
        return "past" if made else cues[place - 1].tense
    after = bisect_left(cues, end, key=_START)
    return cues[after].tense if after < len(cues) and cues[after].start - end <= AFTER else "open"


class _Cue(NamedTuple):
    """A verb that tells of a time: where it begins, of which, and whether it is conditional."""

    start: int
    tense: Tense
    conditional: bool


_START = attrgetter("start")


@lru_cache(maxsize=64)
def _cues(sentence: str) -> list[_Cue]:
    """The verbs of a sentence that tell of a time, in order."""
    tenses: dict[str | None, Tense] = {"future": "future", "present": "open"}
    return [
        _Cue(
            cue.start(),
            tenses.get(cue.lastgroup, "past"),
            cue[0].startswith(("would", "could")),
        )
        for cue in _found(sentence)
    ]


def _found(sentence: str) -> Iterator[re.Match]:
    """The wordings that tell of a time; read in small letters, which is several times faster."""
    small, at = lowered(sentence), 0
    while cue := _CUES.search(small, at):
        if sentence.startswith("May", cue.start()):  # the month, not the verb
            at = cue.start() + len("May")
        else:
            yield cue
            at = cue.end()


def told_nearby(sentence: str, start: int, tense: Tense) -> Tense:
    """The tense in which what begins at `start` is `told`; open where no verb near by tells it.

    >>> told_nearby("It ordered them to appear before a court in Berlin on 10 May.", 54, "past")
    'open'
    """
    before = sentence[max(0, start - BEFORE) : start]
    if tense != "past" or _FIRST.fullmatch(before):
        return tense
    near = [cue for cue in _cues(sentence) if start - NEAR <= cue.start < start]
    return "past" if near and not _is_aim(before) else "open"


def told_as_past(sentence: str, start: int, end: int) -> bool:
    """Whether the words at start to end name a time by which the telling is certainly over.

    A deadline ("by 2030"), a plan and a bare name ("the 2028 Olympics") are none.
    """
    before = sentence[max(0, start - 60) : start]
    if _SINCE.search(before):
        return True
    if told(sentence, start, end) != "past" or _NOT_YET.search(before) or _is_aim(before):
        return False
    if not sentence[start:end].isdigit():
        return True
    if _MADE_THEN.match(sentence[end : end + 40]) and _ONE.search(before):
        return True
    led = re.search(r"\b(?:in|since|from|during)\s+$|^\W*$", before, re.IGNORECASE)
    return bool(led) and not _NAMED.match(sentence[end : end + 40])


def _is_aim(before: str) -> bool:
    """Whether an infinitive stands nearer than the past verb: "agreed to leave in 2030"."""
    aims = [found.end() for found in _INFINITIVE.finditer(before)]
    return bool(aims) and not any(
        cue.start >= aims[-1] and cue.tense == "past" for cue in _cues(before)
    )
