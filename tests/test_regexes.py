"""No pattern that meets article text takes more than in proportion to that text's length.

A new pattern is covered by itself: worst_shapes.py finds it, and makes its worst texts from its
own structure. What a caller bounds is measured at that bound, all else at 32,000 characters.
"""

from __future__ import annotations

import re

import pytest

from pressbrief.corpus.cleaning import MAX_LENGTH
from pressbrief.english.tokens import LONGEST_SENTENCE
from worst_shapes import FOREVER, Use, slowest, uses

# A megabyte in ten seconds, for the pattern that its room asks most.
PER_CHARACTER = 1e-5
# So much more than four times may four times the text take, beyond what is worth a thought.
GROWTH, FLOOR = 8, 0.006
UNBOUNDED = 32_000
# Rooms that read sentences: corpus/sentences.py cuts what is longer.
OF_SENTENCES = ("english", "mentions", "reader", "sections", "stance", "time", "timeline")
# What bounds the text that a pattern meets: the longest, by the begin of its name.
AT_MOST = {
    "corpus.bylines": MAX_LENGTH,  # lines that `repeated` and `metadata` take for no sentence
    "corpus.cleaning": MAX_LENGTH,  # is_notice_sized
    "corpus.rules": MAX_LENGTH,
    "corpus.imprint": MAX_LENGTH,
    "corpus.repeated.OWN": MAX_LENGTH,
    "corpus.language": 6000,  # its sample
    "corpus.metadata.TITLE_OF_PAGE": 220,  # a headline
    "corpus.metadata.TWO_SENTENCES": 220,
    "corpus.readers.date_fields": 100,  # it cuts a field there
    "corpus.readers.forms": 8192,  # what it glances at
    "corpus.readers.mail": 2000,  # a header's field
    "corpus.readers.page_dates": 2000,
    "corpus.readers.page_facts": 500,  # _line
    "corpus.readers.pdf_text": 2000,
    "topic": 200,  # what a person wrote
    "run": 200,
}
# Rooms whose patterns meet no article: the gold sets' own forms, our own drawings.
ELSEWHERE = ("score", "charts", "assets")
# A name of a loop's own tells no method: these are asked for the whole of a line, or its begin.
ASKED = {
    "corpus.cleaning.RULES": "fullmatch",
    "corpus.cleaning.LOOSE": "fullmatch",
    "corpus.rules.RULES": "fullmatch",
    "corpus.rules.LOOSE": "fullmatch",
    "stance.attribution.transcript": "match",
    "timeline.told_times._TO": "fullmatch",
    "timeline.told_times._AND": "fullmatch",
}
# Functions that build a pattern of what they are given: each part of it is bounded, as can be seen.
BUILDERS = {
    "corpus.readers.page_dates._is_ambiguous",
    "corpus.readers.page_dates._shows",
    "corpus.rules.rule",
    "render.glyphs._words_from",
    "stance.appraisal.propositions._pattern",
    "time.timex.model.rule",
}
USES, BUILT = uses()
READING = [use for use in USES if not use.name.startswith(ELSEWHERE)]


def longest(name: str) -> int:
    bounded = [length for begin, length in AT_MOST.items() if name.startswith(begin)]
    room = name.partition(".")[0]
    return min([*bounded, LONGEST_SENTENCE if room in OF_SENTENCES else UNBOUNDED])


def is_slow(use: Use) -> str:
    """Why a pattern is too slow; empty if it is not."""
    asked = [method for begin, method in ASKED.items() if use.name.startswith(begin)]
    use = use._replace(methods=frozenset(asked)) if asked and not use.methods else use
    length = longest(use.name)
    for _ in range(3):  # a slow moment of the machine is no slow pattern
        took, shape = slowest(use, length)
        dear = took[-1] > PER_CHARACTER * length
        grows = length == UNBOUNDED and took[-1] > max(FLOOR, GROWTH * took[0])
        if not (dear or grows):
            return ""
        if took[-1] == FOREVER:
            break
    said = ", ".join(f"{seconds * 1000:.1f}" for seconds in took)
    return f"{use.name}: {said} ms at {length // 4}, {length // 2}, {length} of {shape}"


@pytest.mark.parametrize("part", range(8))
def test_no_pattern_is_slow_at_its_own_worst_texts(part):
    assert not [said for use in READING[part::8] if (said := is_slow(use))]


def test_functions_that_build_patterns_are_known():
    assert {name for name in BUILT if not name.startswith(ELSEWHERE)} <= BUILDERS


@pytest.mark.parametrize(
    ("pattern", "method"),
    [
        (r"\s+$", "search"),  # each space of a row is tried in vain
        (r"(?:\w+\s*)+:", "fullmatch"),  # exponential
        (r"\S+@\S+", "search"),
        (r"(?:<!--.*?-->\s*)*<html", "match"),
        (r"(?:by|from) [^.]{3,160}(?:[^.]{3,160}[.;]?)*", "fullmatch"),
    ],
)
def test_a_slow_pattern_is_found(pattern, method):
    assert is_slow(Use("corpus.x", re.compile(pattern, re.S), frozenset({method})))


@pytest.mark.parametrize("pattern", [r"(?<!\s)\s++$", r"(?<!\S)\S*?@\S+", r"[.!?][\"”]*$"])
def test_a_pattern_that_is_not_slow_is_not(pattern):
    assert not is_slow(Use("corpus.x", re.compile(pattern), frozenset({"search"})))
