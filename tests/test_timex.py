"""What the time grammar finds, as examples: text in, expressions out."""

from __future__ import annotations

from datetime import date

import pytest

from pressbrief import tables
from pressbrief.timex import expressions, find, in_words
from pressbrief.timex.tense import told, told_as_past

FOUND = [
    # days, in the usual orders
    ("visited on February 15, 2025, for talks", [("February 15, 2025", "DATE", "2025-02-15")]),
    ("visited on 15 February 2025.", [("15 February 2025", "DATE", "2025-02-15")]),
    ("the 15th of March, 2024", [("15th of March, 2024", "DATE", "2024-03-15")]),
    ("TOKYO, Feb. 19 (Kyodo)", [("Feb. 19", "DATE", "XXXX-02-19")]),
    ("released 2025-02-19 in Tokyo", [("2025-02-19", "DATE", "2025-02-19")]),
    ("on Tuesday, February 18, 2025", [("Tuesday, February 18, 2025", "DATE", "2025-02-18")]),
    ("February 15–21, 2025", [("February 15–21, 2025", "DATE", "2025-02-15/2025-02-21")]),
    ("On November 16, it met", [("November 16", "DATE", "XXXX-11-16")]),
    ("filed on 10/30/2024", [("10/30/2024", "DATE", "2024-10-30")]),
    # months, seasons, quarters
    ("In January, it met. In May.", [("January", "DATE", "XXXX-01"), ("May", "DATE", "XXXX-05")]),
    ("signed in February 2020", [("February 2020", "DATE", "2020-02")]),
    ("in early September 2024", [("early September 2024", "DATE", "2024-09")]),
    (
        "spring 2024 and last summer",
        [("spring 2024", "DATE", "2024-SP"), ("last summer", "DATE", "XXXX-SU")],
    ),
    ("the third quarter of 2024", [("the third quarter of 2024", "DATE", "2024-Q3")]),
    # years and longer
    ("seized control in 2021.", [("2021", "DATE", "2021")]),
    ("the 2024-25 season", [("2024-25", "DATE", "2024/2025")]),
    (
        "in the 1990s and the 20th century",
        [("the 1990s", "DATE", "199"), ("the 20th century", "DATE", "19")],
    ),
    ("in Reiwa 7", [("Reiwa 7", "DATE", "2025")]),
    # weekdays and what depends on the day of speaking
    ("said Wednesday.", [("Wednesday", "DATE", "XXXX-WXX-3")]),
    ("last Friday night", [("last Friday night", "TIME", "XXXX-WXX-5TNI")]),
    ("yesterday, today", [("yesterday", "DATE", "XXXX-XX-XX"), ("today", "DATE", "XXXX-XX-XX")]),
    ("Earlier this year", [("Earlier this year", "DATE", "XXXX")]),
    ("three years ago", [("three years ago", "DATE", "XXXX")]),
    ("It currently has none.", [("currently", "DATE", "PRESENT_REF")]),
    # stretches, repeated times, clock times
    (
        "After more than three and a half years in power",
        [("more than three and a half years", "DURATION", "P3.5Y")],
    ),
    ("for a week", [("a week", "DURATION", "P1W")]),
    ("every year, daily", [("every year", "SET", "P1Y"), ("daily", "SET", "P1D")]),
    ("at 9:30 a.m. EST", [("9:30 a.m. EST", "TIME", "XXXX-XX-XXT09:30")]),
    # a time takes its day along
    ("at 9 a.m. Tuesday", [("9 a.m. Tuesday", "TIME", "XXXX-WXX-2T09:00")]),
    ("by 5 p.m. on May 6, 2024", [("5 p.m. on May 6, 2024", "TIME", "2024-05-06T17:00")]),
    ("the morning of 5 May 2024", [("the morning of 5 May 2024", "TIME", "2024-05-05TMO")]),
    ("at four in the afternoon", [("four in the afternoon", "TIME", "XXXX-XX-XXT16:00")]),
    # whose year, quarter or weekend
    ("in June last year", [("June last year", "DATE", "XXXX-06")]),
    ("the year-earlier quarter", [("the year-earlier quarter", "DATE", "XXXX-QX")]),
    ("over the weekend", [("the weekend", "DATE", "XXXX-WXX-WE")]),
    ("due by year-end", [("year-end", "DATE", "XXXX")]),
    (
        "for the year ended March 31",
        [("the year", "DURATION", "P1Y"), ("March 31", "DATE", "XXXX-03-31")],
    ),
    ("In nineteen ninety-six", [("nineteen ninety-six", "DATE", "1996")]),
    ("in 264 BC", [("264 BC", "DATE", "BC0264")]),
    ("(1926-1928)", [("1926", "DATE", "1926"), ("1928", "DATE", "1928")]),
    ("its 2024 results", [("2024", "DATE", "2024")]),
    ("Thanksgiving Day 2025", [("Thanksgiving Day 2025", "DATE", "2025-11-27")]),
    # lengths
    ("the 30-day rate", [("30-day", "DURATION", "P30D")]),
    ("within two to three weeks", [("two to three weeks", "DURATION", "PXW")]),
    ("a year and a half", [("a year and a half", "DURATION", "P1.5Y")]),
    ("twenty four hours", [("twenty four hours", "DURATION", "PT24H")]),
    ("a year-long trial", [("year-long", "DURATION", "P1Y")]),
    ("ten days before the talks", [("ten days", "DURATION", "P10D")]),
    ("each July", [("each July", "SET", "XXXX-07")]),
    ("in recent years", [("recent years", "DATE", "PAST_REF")]),
    ("two-and-a-half years", [("two-and-a-half years", "DURATION", "P2.5Y")]),
    # how long ago, told vaguely or by halves
    ("It ended decades ago.", [("decades ago", "DATE", "PAST_REF")]),
    ("not so long ago", [("not so long ago", "DATE", "PAST_REF")]),
    ("a year and a half ago", [("a year and a half ago", "DATE", "XXXX-XX")]),
    # a quarter takes its year along
    (
        "in the fourth quarter of last year",
        [("the fourth quarter of last year", "DATE", "XXXX-Q4")],
    ),
    ("the next morning", [("the next morning", "TIME", "XXXX-XX-XXTMO")]),
    # days known by a name or by a number
    ("on Easter Monday 2024", [("Easter Monday 2024", "DATE", "2024-04-01")]),
    ("since 9/11", [("9/11", "DATE", "2001-09-11")]),
    ("the Sept. 11 attacks", [("Sept. 11", "DATE", "2001-09-11")]),
    ("the Sept. 11 attack on the mission", [("Sept. 11", "DATE", "XXXX-09-11")]),
]

NO_TIME = [
    "2,882,015 people and 22 articles",
    "2021-style codes, $2021, 2021%, version 2.0.2021",
    "during the (2+2) meetings",
    "He may go; they march on. The March for Life.",
    "a second visit, the second time",
    "The Sun shines on Sat Nav",
    "in his 90s, a 20-year-old, 15 years old",
    "on 31 February 2024",
    "Black Friday in the Sunday Times",
    "2000 soldiers and 1950 people",
    "the final quarter mile",
    "",
]


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=[text for text, _ in FOUND])
def test_finds(text, expected):
    assert [(one.text, one.type, one.value) for one in find(text)] == expected


@pytest.mark.parametrize("text", NO_TIME)
def test_finds_nothing(text):
    assert find(text) == []


def test_offsets_cut_the_expression_and_keep_its_modifier():
    text = "‏مرحبا 😀 in early September 2024,\u0000 then for more than two weeks."
    found = find(text)
    assert [text[one.start : one.end] for one in found] == [one.text for one in found]
    assert [one.mod for one in found] == ["START", "MORE_THAN"]


@pytest.mark.parametrize(
    "text",
    [
        "1 " * 100_000,
        "x" * 300_000,
        "\u0000" * 50_000,
        "March" + " " * 100_000 + "5",
        "😀" * 50_000,
    ],
)
def test_hostile_text_is_read_in_time(text):
    assert len(find(text)) <= 1


TENSES = [
    ("The offer was extended to 5 May 2026.", "5 May 2026", "future", False),
    ("It gave no reason for the 5 May deadline.", "5 May", "future", False),
    ("He gave a speech and stayed on 5 May 2024.", "5 May 2024", "past", True),
    ("The minister met them on 5 May 2024.", "5 May 2024", "past", True),
    ("The talks will begin on 5 May 2026.", "5 May 2026", "future", False),
    ("The papers must be returned by 5 May 2026.", "5 May 2026", "future", False),
    ("The deadline was set for talks by 2030.", "2030", "future", False),
    ("It was agreed to close the plant before 2030.", "2030", "future", False),
    ("He ran in the 2028 election.", "2028", "past", False),
    ("They were planning to march on 5 May 2026.", "5 May 2026", "future", False),
    ("It had been due to expire on 5 May 2024.", "5 May 2024", "past", False),
    ("The bullet that tore the flag on 5 May 2024 is kept.", "5 May 2024", "past", True),
    ("It will redeem preferred shares on 5 May 2026.", "5 May 2026", "future", False),
    ("The case is heard on 5 May 2026.", "5 May 2026", "open", False),
    ("It agreed on steps to start trading on 1 July 2026.", "1 July 2026", "past", False),
]


@pytest.mark.parametrize(("text", "words", "tense", "past"), TENSES)
def test_tense(text, words, tense, past):
    start = text.index(words)
    assert told(text, start, start + len(words)) == tense
    assert told_as_past(text, start, start + len(words)) is past


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


IN_WORDS = [
    ("2025-02-15", "2025-02-15", "15 February 2025"),
    ("2025-02-15", "2025-02-21", "15 to 21 February 2025"),
    ("2025-02-25", "2025-03-03", "25 February to 3 March 2025"),
    ("2025-02-01", "2025-02-28", "February 2025"),
    ("2024-09-01", "2024-09-15", "early September 2024"),
    ("2025-01-01", "2025-03-31", "January to March 2025"),
    ("2025-01-01", "2025-12-31", "2025"),
    ("2020-01-01", "2025-12-31", "2020 to 2025"),
    ("2024-11-01", "2025-02-28", "November 2024 to February 2025"),
    ("2025-02-15", "2025-11-15", "between 15 February 2025 and 15 November 2025"),
    ("", "2026-11-22", "22 November 2026 or earlier"),
    ("2025-02-15", "", "15 February 2025 or later"),
    ("", "", "date unknown"),
    ("9999-12-31", "9999-12-31", "31 December 9999"),
    ("9999-12-01", "9999-12-31", "December 9999"),
]


@pytest.mark.parametrize(("earliest", "latest", "words"), IN_WORDS)
def test_in_words(earliest, latest, words):
    assert in_words(earliest, latest) == words


def test_a_week_has_the_days_of_its_iso_week():
    assert anchored("2025-02-19", "2025-02-19", "They met last week.") == [
        ("2025-W07", "2025-02-10", "2025-02-16")
    ]
    assert date(2025, 2, 10).isocalendar()[:2] == (2025, 7)
