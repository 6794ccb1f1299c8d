"""How near, how many, how long: each threshold of dating and of time expressions as two examples,

one just inside it and one just outside.
"""

from __future__ import annotations

from datetime import date

import pytest

from pressbrief.time.dating.yearless import possible
from pressbrief.time.timex import find
from pressbrief.time.timex.beside import beside
from pressbrief.time.timex.tense import told, told_nearby
from test_dating import TALKS, VISIT, dated
from test_timex_anchored import anchored

RAIN = "It rained all day."
UNKNOWN = ("", "2026-11-22")


def places(characters: int) -> str:
    """So many characters, less a word at most, that name no time and no deed."""
    return ("of the old mill town " * 20)[:characters].rsplit(" ", 1)[0] + " "


def near(text: str, start: int, end: int) -> str:
    """The tense of a verb that stands near."""
    return told_nearby(text, start, told(text, start, end))


def tense(text: str, words: str, how=told) -> str:
    start = text.index(words)
    return how(text, start, start + len(words))


TENSE = [
    # the verb that a date belongs to stands up to 200 characters before it, or 120 after
    (f"They met {places(185)}on 5 May 2024.", "past", told),
    (f"They met {places(205)}on 5 May 2024.", "open", told),
    (f"On 5 May 2024 {places(110)}they met.", "past", told),
    (f"On 5 May 2024 {places(140)}they met.", "open", told),
    # a verb that tells it stands up to 40 characters before, unless the date begins the sentence
    (f"In the end they met {places(30)}on 5 May 2024.", "past", near),
    (f"In the end they met {places(50)}on 5 May 2024.", "open", near),
]


@pytest.mark.parametrize(("text", "expected", "how"), TENSE)
def test_a_date_has_the_tense_of_a_verb_that_is_near(text, expected, how):
    assert tense(text, "5 May 2024", how) == expected


VISIT_IN = "A delegation of the European Union visited Kenya {} May 13, 2024."
WELCOME = "William Ruto, the president of the host nation, received the delegation."


@pytest.mark.parametrize(
    ("when", "since"),
    [
        # in a week a weekday comes but once
        ("for a week starting on", "2024-05-15"),
        ("for eight days starting on", ""),
    ],
)
def test_a_visit_of_a_week_at_most_dates_another_article_s_weekday(when, since):
    assert dated(TALKS, f"{VISIT_IN.format(when)}\n{WELCOME}")[0] == since


# It ends what an article tells of a visit, and names elsewhere a guest whom the other names too.
GLAD = f"on Tuesday.\n{RAIN}\n{RAIN}\n{RAIN}\nWilliam Ruto, the host nation's president, was glad."
SINCE = "2024-05-14"


@pytest.mark.parametrize(
    ("talks", "since"),
    [
        # up to two sentences away still belong to what a sentence tells
        (TALKS.replace("\nWilliam", f"\n{RAIN}\nWilliam"), "2024-05-15"),
        (TALKS.replace("\nWilliam", f"\n{RAIN}\n{RAIN}\nWilliam"), ""),
        # there they share two names, and one
        (f"The European Union sent delegation and officials on a visit to Kenya {GLAD}", SINCE),
        (f"The European Union sent delegation and officials on a visit there {GLAD}", ""),
        # and two words beside the kind of happening, and one
        (f"The European Union and Kenya met delegation and officials on a visit {GLAD}", SINCE),
        (f"The European Union and Kenya met the officials on a visit {GLAD}", ""),
    ],
)
def test_two_articles_tell_one_happening_where_its_names_and_words_stand_together(talks, since):
    assert dated(talks, VISIT)[0] == since


def late(line: int) -> str:
    return "\n".join(["Old town"] * (line - 1) + ["19 February 2025", "They met."])


def label(length: int) -> str:
    line = "Published: 19 February 2025"
    return f"{line} {'by the desk ' * 40}"[:length].strip() + "\nThey met."


def lone(spaces: int) -> str:
    return f"19 February 2025 {'| ' * (spaces - 3)}10:30\nThey met."


HEADS = [
    # a date line is one of the first 14, of 160 characters; one that is only a date has 16 spaces
    (late(14), ("2025-02-19", "2025-02-19")),
    (late(15), UNKNOWN),
    (label(155), ("2025-02-19", "2025-02-19")),
    (label(165), ("2025-02-19", "2026-11-22")),
    (lone(16), ("2025-02-19", "2025-02-19")),
    (lone(17), UNKNOWN),
]


@pytest.mark.parametrize(("text", "days"), HEADS)
def test_a_date_line_stands_in_the_head_and_is_short(text, days):
    assert dated(text)[:2] == days


@pytest.mark.parametrize(("day", "latest"), [(22, "2025-02-19"), (23, "2025-02-23")])
def test_stated_dates_three_days_apart_agree_and_the_surest_is_taken(day, latest):
    found = dated(f"https://example.org/2025/02/{day}/a\nTOKYO, Feb. 19, 2025 (Kyodo) -- It met.")
    assert found[:2] == ("2025-02-19", latest)


def test_a_page_that_is_cited_is_30_days_older_at_most():
    text = "It said so.\nSee https://example.org/2025/02/19/a for more."
    assert dated(text)[:2] == ("2025-02-19", "2025-03-21")


@pytest.mark.parametrize(("between", "earliest"), [(places(60), ""), (places(90), "2030-01-01")])
def test_what_is_still_to_come_is_said_within_100_characters(between, earliest):
    assert dated(f"In 2030, as was agreed {between}it will close.")[0] == earliest


def test_a_day_without_year_is_looked_for_in_the_60_years_before():
    # 29 February was a Monday in 1960 too.
    (day,) = find("February 29")
    assert [one.year for one in possible(day, 1, date(2026, 1, 1))] == [1988, 2016]


@pytest.mark.parametrize(
    ("other", "year"),
    [("On 20 May 2025, it spoke.", "2025"), ("On 20 August 2025, it spoke.", "XXXX")],
)
def test_an_article_dwells_on_a_time_of_which_it_names_two_days_within_120_days(other, year):
    texts = "On 5 February 2025, it spoke.", "On 16 March, it sought aid."
    assert anchored("", "", other, *texts)[-1][0] == f"{year}-03-16"


@pytest.mark.parametrize(
    ("day", "value"),
    [
        # what would lie after publication lies 200 days at most before the date told
        ("25 July", "2024-07-25"),
        ("10 July", "XXXX-07-10"),
    ],
)
def test_a_date_without_year_is_near_the_date_told_before(day, value):
    told_before = "On 1 February 2025, it spoke.", "On 5 February 2025, they met."
    found = anchored("", "2025-03-01", *told_before, f"On {day}, it sought aid.")
    assert found[-1][0] == value


@pytest.mark.parametrize(
    ("happening", "days"),
    [
        # two words tell which happening another article dates, one does not
        ("trade summit", ["2024-05-06"]),
        ("summit", []),
    ],
)
def test_a_happening_of_two_words_is_dated_by_another_article(happening, days):
    told = {"a": [(1, 0, "The trade summit met.")], "b": [(1, 0, f"The day after the {happening}")]}
    dated_ = {"article_id": "a", "sentence": 1, "type": "DATE", "value": "2024-05-05"}
    rows = [dated_ | dict.fromkeys(("earliest", "latest"), "2024-05-05")]
    assert [row["value"] for row in beside(rows, told, ["a", "b"])] == days
