"""How alike, how near, how long: the timeline's thresholds, an example on each side of each."""

from __future__ import annotations

import numpy as np
import pytest

from pressbrief import reader
from pressbrief.timeline import candidates, happenings
from telling import rows, timeline

VISIT = "The European Union delegation visited Kenya {} to discuss {}."
ONE = ("visited",)


def when(*texts: str, **of) -> list[tuple]:
    """The first and last day of each event of some articles, and how many articles tell it."""
    return rows(timeline(*texts, one=ONE, **of)[1], "earliest", "latest", "articles")


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        # a week at most says when: the first to the last day of all that do
        ("from 13 to 19 May 2024", "from 15 to 21 May 2024", ("2024-05-13", "2024-05-21", 2)),
        # what is wider only allows it: the days that all allow
        ("from 13 to 20 May 2024", "from 15 to 22 May 2024", ("2024-05-15", "2024-05-20", 2)),
    ],
)
def test_an_interval_of_a_week_at_most_says_when(one, other, days):
    assert when(VISIT.format(one, "trade"), VISIT.format(other, "trade")) == [days]


@pytest.mark.parametrize(
    ("day", "other_day", "events"),
    [("on 13 May 2024", "on 15 May 2024", 1), ("on 13 May 2024", "on 16 May 2024", 2)],
)
def test_one_happening_is_told_two_days_apart_at_most(day, other_day, events):
    assert len(when(VISIT.format(day, "trade"), VISIT.format(other_day, "trade"))) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [("Envoys met on Friday in a big hall.", 1), ("Envoys met on Friday in a hall.", 2)],
)
def test_a_sentence_of_eight_words_is_not_told_alike_by_chance(text, events):
    assert len(timeline(text, text, dated=False)[1]) == events


@pytest.mark.parametrize(("before", "articles"), [(2, 2), (3, 1)])
def test_only_the_first_sentences_tell_the_news_without_a_date(before, articles):
    late = "\n".join([*["It rained."] * before, "The European Union visited Kenya."])
    assert when(VISIT.format("on Tuesday", "trade"), late)[0][2] == articles


@pytest.mark.parametrize(("shared", "articles"), [("the big", 2), ("the", 1)])
def test_what_nothing_dates_is_one_only_with_three_words_in_common(shared, articles):
    one, other = f"Envoys visited {shared} port.", f"Guests who visited saw {shared} port."
    found = [row[2] for row in when(one, other)]
    assert max(found, default=1) == articles


@pytest.mark.parametrize(
    ("other", "events"),
    [
        # of two names one is shared; none
        ("France and Kenya visited the big port on Tuesday.", 1),
        ("Brazil and Kenya visited the big port on Tuesday.", 2),
        ("Brazil visited the big port on Tuesday.", 1),
    ],
)
def test_two_that_name_two_others_are_two(other, events):
    assert len(when("France and Germany visited the big port on Tuesday.", other)) == events


def reading(dates: float, side: float = 0.9) -> reader.Happening:
    """A reading of "They met on Monday." that is so sure of the two."""
    chances = np.array([1 - dates, dates, 0]), np.array([0.9, 0.1, 0])
    return reader.Happening(*chances, np.array([0, 1 - side, side]), (0, 8))


@pytest.mark.parametrize(
    ("sure", "found"), [(happenings.DATES + 0.01, True), (happenings.DATES - 0.01, False)]
)
def test_an_expression_dates_something_only_if_the_reader_is_sure(sure, found):
    assert bool(happenings.dated(reading(sure), (0, "They met on Monday."))) is found


@pytest.mark.parametrize(
    ("sure", "tense"), [(happenings.SIDE + 0.01, "future"), (happenings.SIDE - 0.01, "open")]
)
def test_the_side_is_read_only_if_the_reader_is_sure(sure, tense):
    assert happenings.dated(reading(0.9, sure), (0, "They met on Monday.")).tense == tense


@pytest.mark.parametrize("count", [40, 80])
def test_the_pairs_that_are_asked_about_grow_with_the_tellings(count):
    asked: list = []
    text = "\n".join(VISIT.format("on Tuesday", f"trade {place}") for place in range(count))
    timeline(text, text.replace("visited", "saw"), asked=asked)
    assert count < len(asked) <= candidates.MOST * 2 * count


def test_what_shares_no_word_is_not_asked_about():
    asked: list = []
    timeline("France voted on Tuesday.", "Kenya fined a bank on Tuesday.", asked=asked)
    assert not asked
