"""What an expression means, seen from the interval in which its article appeared, as examples."""

from __future__ import annotations

from datetime import date

import pytest

from pressbrief import tables
from pressbrief.time.timex import expressions


def article(earliest: str, latest: str, *texts: str):
    """One English article that appeared in that interval, as its articles and sentences."""
    sentences, at = [], 0
    for number, text in enumerate(texts, 1):
        sentences.append(("a" * 12, number, 1, at, at + len(text), "body", text))
        at += len(text) + 1
    said = "unknown", "unknown", "", "unknown", "unknown", "unknown", "en"
    row = ("a" * 12, "a.txt", *said, earliest, latest, "unknown", "given", 9, 1, "", "0")
    return tables.frame("articles", [row]), tables.frame("sentences", sentences)


def anchored(earliest: str, latest: str, *texts: str) -> list[tuple[str, str, str]]:
    table = expressions(*article(earliest, latest, *texts))
    return list(zip(table["value"], table["earliest"], table["latest"], strict=True))


ANCHORED = [
    # one day of publication fixes everything
    ("2025-02-19", "2025-02-19", "It said Wednesday.", ("2025-02-19",) * 3),
    ("2025-02-19", "2025-02-19", "They met on Tuesday.", ("2025-02-18",) * 3),
    ("2025-02-19", "2025-02-19", "They will meet on Tuesday.", ("2025-02-25",) * 3),
    ("2025-02-19", "2025-02-19", "It happened yesterday.", ("2025-02-18",) * 3),
    # a weekday of another week
    ("2022-07-22", "2022-07-22", "She resigned on Thursday last week.", ("2022-07-14",) * 3),
    ("2022-07-22", "2022-07-22", "She resigned Thursday of last week.", ("2022-07-14",) * 3),
    ("2022-07-22", "2022-07-22", "They had met on Monday next week.", ("2022-07-25",) * 3),
    (
        "2022-07-20",
        "2022-07-26",
        "She resigned on Thursday last week.",
        ("XXXX-WXX-4", "2022-07-14", "2022-07-21"),
    ),
    # what has passed of a year, and what is still to come of it
    (
        "2025-11-30",
        "2025-12-01",
        "They met earlier this year.",
        ("2025", "2025-01-01", "2025-12-01"),
    ),
    (
        "2025-02-18",
        "2025-02-19",
        "They will meet later this year.",
        ("2025", "2025-02-18", "2025-12-31"),
    ),
    (
        "2025-02-19",
        "2025-02-19",
        "It was signed last month.",
        ("2025-01", "2025-01-01", "2025-01-31"),
    ),
    (
        "2025-02-19",
        "2025-02-19",
        "It closed three years ago.",
        ("2022", "2022-01-01", "2022-12-31"),
    ),
    ("2025-02-19", "2025-02-19", "On November 16, it sought aid.", ("2024-11-16",) * 3),
    ("2025-02-19", "2025-02-19", "On March 3, it will seek aid.", ("2025-03-03",) * 3),
    # what is set for a day lies ahead; what is just over is not a year ahead
    ("2025-02-19", "2025-02-19", "It has scheduled talks on Friday.", ("2025-02-21",) * 3),
    ("2025-08-18", "2025-08-18", "It will mourn the Aug. 7 dead.", ("2025-08-07",) * 3),
    (
        "2025-03-04",
        "2025-03-04",
        "It will open in December.",
        ("2025-12", "2025-12-01", "2025-12-31"),
    ),
    (
        "2025-10-26",
        "2025-10-26",
        "It expects a third-quarter loss.",
        ("2025-Q3", "2025-07-01", "2025-09-30"),
    ),
    ("2025-10-25", "2025-10-25", "It met on Monday, Oct. 26.", ("2020-10-26",) * 3),
    # a weekday that fits a day close by decides, and so does nearness where no verb is near
    ("2025-10-25", "2025-10-25", "It said so on Sunday, Oct. 26.", ("2025-10-26",) * 3),
    (
        "2025-10-25",
        "2025-10-25",
        "It ordered them to appear before the court on Nov. 10.",
        ("2025-11-10",) * 3,
    ),
    ("2025-10-25", "2025-10-25", "On Nov. 10, it sought aid.", ("2024-11-10",) * 3),
    (
        "2025-03-22",
        "2025-03-22",
        "It will open next March.",
        ("2026-03", "2026-03-01", "2026-03-31"),
    ),
    ("2025-04-10", "2025-04-10", "They will meet on Good Friday.", ("2025-04-18",) * 3),
    (
        "2025-10-25",
        "2025-10-25",
        "It grew in the current fiscal year.",
        ("2025", "2024-04-01", "2026-03-31"),
    ),
    (
        "2025-10-25",
        "2025-10-25",
        "It grew in the second half of last year.",
        ("2024-H2", "2024-07-01", "2024-12-31"),
    ),
    # what is earlier than nothing told before is earlier than the telling
    ("2025-10-25", "2025-10-25", "A day earlier it met.", ("2025-10-24",) * 3),
    ("2025-10-25", "2025-10-25", "It met the next day.", ("XXXX-XX-XX", "", "")),
    (
        "2025-02-19",
        "2025-02-19",
        "They spoke over the weekend.",
        ("2025-W07-WE", "2025-02-15", "2025-02-16"),
    ),
    ("2025-12-03", "2025-12-03", "They met on Thanksgiving.", ("2025-11-27",) * 3),
    (
        "2025-02-19",
        "2025-02-19",
        "It met in June last year.",
        ("2024-06", "2024-06-01", "2024-06-30"),
    ),
    ("2025-02-19", "2025-02-19", "In 264 BC it fell.", ("BC0264", "", "")),
    ("2025-05-01", "2025-05-01", "In fiscal 2024 it grew.", ("2024", "2023-04-01", "2025-03-31")),
    (
        "2025-02-19",
        "2025-02-19",
        "It met in the week of February 3.",
        ("2025-W06", "2025-02-03", "2025-02-09"),
    ),
    (
        "2025-02-15",
        "2025-12-01",
        "It met in the week of March 6.",
        ("XXXX-WXX", "2024-03-04", "2025-03-09"),
    ),
    ("", "", "It met in the week of March 6.", ("XXXX-WXX", "", "")),
    (
        "2025-02-19",
        "2025-02-19",
        "Profit fell from the corresponding period last year.",
        ("2023-Q4", "2023-10-01", "2023-12-31"),
    ),
    # a wider one only what all its days agree on
    ("2025-02-19", "2025-02-24", "They met on Tuesday.", ("2025-02-18",) * 3),
    (
        "2025-02-17",
        "2025-02-18",
        "They met on Tuesday.",
        ("XXXX-WXX-2", "2025-02-11", "2025-02-18"),
    ),
    ("2025-02-15", "2025-11-15", "On November 16, it sought aid.", ("2024-11-16",) * 3),
    (
        "2025-02-15",
        "2025-12-01",
        "On November 16, it sought aid.",
        ("XXXX-11-16", "2024-11-16", "2025-11-16"),
    ),
    (
        "2025-02-15",
        "2025-03-15",
        "It was signed last month.",
        ("2025-XX", "2025-01-01", "2025-02-28"),
    ),
    ("", "2025-03-15", "They met on Tuesday.", ("XXXX-WXX-2", "", "2025-03-11")),
    ("", "", "They met on Tuesday.", ("XXXX-WXX-2", "", "")),
    # stated in the text: publication does not matter
    ("", "", "It met in early September 2024.", ("2024-09", "2024-09-01", "2024-09-15")),
    ("", "", "It met on 03/04/2025.", ("2025-XX-XX", "2025-03-04", "2025-04-03")),
    ("", "", "It lasted for a week.", ("P1W", "", "")),
    ("2025-01-01", "2025-02-01", "It is now closed.", ("PRESENT_REF", "2025-01-01", "2025-02-01")),
]


@pytest.mark.parametrize(("earliest", "latest", "text", "expected"), ANCHORED)
def test_anchors_on_the_interval(earliest, latest, text, expected):
    assert anchored(earliest, latest, text) == [expected]


def test_a_yearless_date_follows_the_dates_told_just_before():
    told_before = "On February 5, 2025, it spoke.", "On February 7, 2025, they met."
    found = anchored("", "", *told_before, "On November 16, it sought aid.")
    assert found[-1] == ("2024-11-16",) * 3


def test_a_single_date_of_another_time_is_an_aside_and_fixes_no_year():
    found = anchored("", "", "They voted on June 23, 2016.", "It began on July 24.")
    assert found[-1] == ("XXXX-07-24", "", "")


def test_what_would_lie_after_publication_counts_from_another_date():
    found = anchored(
        "2022-01-10", "2022-01-10", "They met in June 2021.", "Nine months later it fell."
    )
    assert found[-1][1:] == ("", "")


def test_no_news_is_told_years_after_the_first_day_that_can_be_its_own():
    found = anchored(
        "2022-07-18", "2026-11-22", "It was so on July 18, 2022.", "Three years later he lost."
    )
    assert found[-1][1:] == ("", "")


def test_two_days_later_counts_from_the_date_told_before():
    found = anchored("", "", "They met on 5 May 2024.", "Two days later it ended.")
    assert found[-1] == ("2024-05-07",) * 3


LEFT = "He left the day after the summit."
BESIDE = [
    (("The summit met on 5 May 2024.", LEFT), "2024-05-06"),
    (("He came the day before the summit.", "The summit met on 5 May 2024."), "2024-05-04"),
    (("The summit was on 5 May 2024.", LEFT, "On 7 May 2024 a summit failed."), ""),
    (("After the summit, on 9 May 2024, they wrote.", LEFT), ""),
    (("It met on 5 May 2024.", LEFT), ""),
]


@pytest.mark.parametrize(("texts", "expected"), BESIDE)
def test_the_day_beside_a_happening_is_counted_from_the_one_day_that_dates_it(texts, expected):
    table = expressions(*article("", "", *texts))
    found = table[table["text"].str.startswith("the day")]
    assert found["value"].tolist() == ([expected] if expected else [])


def test_the_day_after_a_month_told_before_stays_open():
    found = anchored("", "", "Protests broke out in July 2021.", "They ended the next day.")
    assert found[-1] == ("2021-XX-XX", "2021-07-02", "2021-08-01")


def test_a_year_earlier_is_the_quarter_a_year_before_the_quarter_told():
    told_before = "It lost in the third quarter of 2024."
    found = anchored("2024-11-05", "2024-11-05", told_before, "It gained a year earlier.")
    assert found[-1] == ("2023-Q3", "2023-07-01", "2023-09-30")


def test_a_time_is_of_the_day_that_its_sentence_told():
    found = anchored("2024-11-05", "2024-11-05", "On 23 October 2024 it struck at 10 p.m.")
    assert found[-1] == ("2024-10-23T22:00", "2024-10-23", "2024-10-23")


def test_a_history_goes_on_from_the_winter_nearest_to_what_it_told():
    told_before = "It began on 3 May 1919.", "On 9 June 1919 it met.", "It ended on 7 March 1920."
    found = anchored("2009-12-19", "2009-12-19", *told_before, "In the winter they left.")
    assert found[-1] == ("1919-WI", "1919-12-01", "1920-02-29")


def test_june_of_the_same_year_is_of_the_year_told():
    found = anchored("", "", "They met on 5 May 1955.", "It ended on June 3 of the same year.")
    assert found[-1] == ("1955-06-03",) * 3


BAD = [
    ("on 31 February 2024", []),
    ("on 03/04/2025", [("2025-XX-XX", "2025-03-04", "2025-04-03")]),
    ("in 1066 and in 1789", [("1789", "1789-01-01", "1789-12-31")]),
    ("in 2087", [("2087", "2087-01-01", "2087-12-31")]),
    ("in Reiwa 7", [("2025", "2025-01-01", "2025-12-31")]),
    ("5 May 2024 6 May 2024", [("2024-05-05",) * 3, ("2024-05-06",) * 3]),
    ("nothing", []),
]


@pytest.mark.parametrize(("text", "expected"), BAD)
def test_bad_input(text, expected):
    assert anchored("2025-02-19", "2025-02-19", text) == expected


def test_every_expression_has_a_basis_and_other_languages_are_left_out():
    articles, sentences = article("2025-02-19", "2025-02-19", "They met on Tuesday in 2024.")
    assert all(expressions(articles, sentences)["basis"])
    assert expressions(articles.assign(language="fr"), sentences).empty


def test_dates_at_the_ends_of_the_calendar_do_not_fail():
    assert anchored("0001-01-01", "9999-12-31", "It closed 3000 years ago, next year, on Tuesday.")


def test_a_week_has_the_days_of_its_iso_week():
    assert anchored("2025-02-19", "2025-02-19", "They met last week.") == [
        ("2025-W07", "2025-02-10", "2025-02-16")
    ]
    assert date(2025, 2, 10).isocalendar()[:2] == (2025, 7)


def test_last_week_said_on_a_sunday_may_be_the_week_that_ends():
    ((value, *days),) = anchored("2025-02-23", "2025-02-23", "They met last week.")
    assert (value, days) == ("2025-W07", ["2025-02-10", "2025-02-22"])
    assert anchored("2025-02-23", "2025-02-23", "They meet next week.")[0][1] == "2025-02-24"


def test_later_that_month_is_later_than_what_was_told_not_than_publication():
    said = "They met in May 2020.", "They left later that month."
    assert anchored("2020-09-10", "2020-09-10", *said)[1][1:] == ("2020-05-01", "2020-05-31")
