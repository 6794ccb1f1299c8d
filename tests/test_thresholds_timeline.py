"""How alike, how near, how long: the timeline's thresholds, an example on each side of each."""

from __future__ import annotations

import pytest

from test_timeline import LINK, rows, timeline

VISIT = "The European Union delegation visited Kenya {} to discuss {}."
AT_MOST = "Only those who had asked for it in time were let in, as the rules of the house have it. "


def when(*texts: str, **of) -> list[tuple]:
    """The first and last day of each event of some articles, and how many articles tell it."""
    return rows(timeline(*texts, **of)[0], "earliest", "latest", "articles")


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


TOGETHER = [
    # a telling of a month at most is put with another
    ("from 1 to 31 May 2024", "trade", "from 1 to 31 May 2024", "trade again", 1),
    ("from 1 May to 2 June 2024", "trade", "from 1 May to 2 June 2024", "trade again", 2),
    # of one day: a likeness of 0.36, and of 0.22
    ("on Tuesday", "trade", "on Tuesday", "fish", 1),
    ("on Tuesday", "trade and fish", "on Tuesday", "coffee and tea", 2),
    # of two days: a likeness of 0.53, and of 0.42
    (
        "on 13 May 2024",
        "trade, fish, wood and ore",
        "on 14 May 2024",
        "trade, fish, wood and tea",
        1,
    ),
    ("on 13 May 2024", "trade and fish", "on 14 May 2024", "trade and tea", 2),
    # two days apart, and three
    ("on 13 May 2024", "trade", "on 15 May 2024", "trade", 1),
    ("on 13 May 2024", "trade", "on 16 May 2024", "trade", 2),
]


@pytest.mark.parametrize(("day", "what", "other_day", "other_what", "events"), TOGETHER)
def test_two_sentences_tell_one_event_where_days_and_words_are_alike(
    day, what, other_day, other_what, events
):
    assert len(when(VISIT.format(day, what), VISIT.format(other_day, other_what))) == events


ONE = "The European Union delegation visited Kenya on Tuesday.\n{}"
OTHER = "Its visit to Kenya on Tuesday surprised the European Union.\n{}"
BESIDE = [
    # unlike sentences: with those beside them they share five words, or four
    ("Trade, fish, wood and tea were raised.", "They spoke of trade, fish, wood and tea.", 1),
    ("Trade, fish and wood were raised.", "They spoke of trade, fish and wood.", 2),
]


@pytest.mark.parametrize(("beside", "beside_the_other", "events"), BESIDE)
def test_two_unlike_sentences_tell_one_event_where_those_beside_them_say_the_same(
    beside, beside_the_other, events
):
    assert len(when(ONE.format(beside), OTHER.format(beside_the_other))) == events


def test_words_that_all_articles_use_tell_too_little():
    one, other, _ = BESIDE[0]
    rice = (
        "Rice was sold in Kenya to the European Union on Tuesday.\nTrade, fish, wood, tea, visit."
    )
    assert len(when(ONE.format(one), OTHER.format(other), rice)) == 3


@pytest.mark.parametrize(
    ("text", "events"),
    [("They met on Friday in a big hall.", 1), ("They met on Friday in a hall.", 2)],
)
def test_a_sentence_of_eight_words_is_not_told_alike_by_chance(text, events):
    assert len(when(text, text, dated=False)) == events


@pytest.mark.parametrize(
    ("between", "events"),
    [
        # the link stands at most 40 sentences after the one that tells of it
        (["It rained."] * 39, 1),
        (["It rained."] * 40, 0),
    ],
)
def test_a_page_is_told_of_not_long_before_it_is_linked(between, events):
    text = "\n".join(["NHK reports that France met Kenya.", *between])
    cut = ("a", len(text) + 1, len(text) + 1 + len(LINK), "link", LINK)
    assert len(when(text, removed=[cut])) == events
