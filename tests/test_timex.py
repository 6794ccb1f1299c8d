"""What the time grammar finds, as examples: text in, expressions out."""

from __future__ import annotations

import pytest

from pressbrief.time.timex import find

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
    ("at 9 AM", [("9 AM", "TIME", "XXXX-XX-XXT09:00")]),
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
    ("the 2024 third quarter", [("the 2024 third quarter", "DATE", "2024-Q3")]),
    ("the latter half of 2024", [("the latter half of 2024", "DATE", "2024-H2")]),
    ("a week or so ago", [("a week or so ago", "DATE", "XXXX-WXX")]),
    ("In nineteen ninety-six", [("nineteen ninety-six", "DATE", "1996")]),
    ("in May nineteen ninety-six", [("May nineteen ninety-six", "DATE", "1996-05")]),
    (
        "the winter of nineteen ninety-six",
        [("the winter of nineteen ninety-six", "DATE", "1996-WI")],
    ),
    ("the week of March 6, 2024", [("the week of March 6, 2024", "DATE", "2024-W10")]),
    (
        "on the night of Friday, Oct. 23",
        [("the night of Friday, Oct. 23", "TIME", "XXXX-10-23TNI")],
    ),
    (
        "at 10:35 a.m. (0735 GMT) Friday",
        [("10:35 a.m.", "TIME", "XXXX-WXX-5T10:35"), ("Friday", "DATE", "XXXX-WXX-5")],
    ),
    ("It will one day return.", [("one day", "DATE", "FUTURE_REF")]),
    ("It stayed one day.", [("one day", "DURATION", "P1D")]),
    ("in 264 BC", [("264 BC", "DATE", "BC0264")]),
    ("in August 480 BC", [("August 480 BC", "DATE", "BC0480-08")]),
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
    ("ten days before closing", [("ten days", "DURATION", "P10D")]),
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
    "Kato headed home in the second half.",
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
