"""How articles are dated: what the text says in, the interval and its reason out."""

from __future__ import annotations

from datetime import date

import pytest

from pressbrief import tables
from pressbrief.corpus.readers.model import NOTHING, Facts
from pressbrief.time.dating import date_articles, evidence
from pressbrief.time.timex import found

AS_OF = date(2026, 11, 22)


def dated(*texts: str, known: Facts = NOTHING, as_of: date = AS_OF, language: str = "en"):
    """The first text's (earliest, latest, precision, basis); a sentence stands on each line.

    The texts are files a.txt, b.txt …; `known` is what is known from outside the first.
    """
    articles, evidences, told = [], [], {}
    for name, text in zip("abcdefgh", texts, strict=False):
        said = "unknown", "unknown", "", "unknown", "unknown", "unknown", language
        undated = "", "", "unknown", "unknown"
        articles.append((name, f"{name}.txt", *said, *undated, 1, 1, "", "0"))
        lines = [line for line in text.split("\n") if line.strip()] if language == "en" else []
        facts = NOTHING if evidences else known
        times = [found(line) for line in lines]
        evidences.append(evidence(f"{name}.txt", lines, times, text, facts, as_of))
        told[f"{name}.txt"] = lines
    frame = date_articles(tables.frame("articles", articles), evidences, as_of, told.__getitem__)
    row = next(frame.itertuples())
    return (
        row.published_earliest,
        row.published_latest,
        row.published_precision,
        row.published_basis,
    )


STATED = [
    ("Wednesday, February 19, 2025\n\nTalks were held.", "2025-02-19"),
    ("Talks held\nPublished: 19 Feb 2025 10:30 GMT\nThey met.", "2025-02-19"),
    ("Talks held\nUpdated: Feb. 20, 2025\nPublished on 19 February 2025\nThey met.", "2025-02-19"),
    ("Talks held\nLast updated: 2025-02-20\nThey met.", "2025-02-20"),
    ("TOKYO, Feb. 19, 2025 (Kyodo) -- Japan held talks.", "2025-02-19"),
    ("BRUSSELS, 19 February 2025 — The council met.", "2025-02-19"),
    ("https://example.org/world/2025/02/19/talks.html\nThey met.", "2025-02-19"),
    ("https://example.org/2025-feb-19/talks\nThey met.", "2025-02-19"),
]


@pytest.mark.parametrize(("text", "day"), STATED)
def test_an_article_that_states_its_date_has_it(text, day):
    assert dated(text)[:3] == (day, day, "day")


def test_what_origin_toml_says_goes_before_the_text():
    origin = Facts.of("origin.toml", published="2025-02-18")
    found = dated("Wednesday, February 19, 2025\nThey met.", known=origin)
    assert found[:3] == ("2025-02-18", "2025-02-18", "day")
    assert "contradiction" in found[3]


def test_an_article_is_no_younger_than_the_mail_that_it_came_in():
    mail = Facts.of("the mail's header", seen="2025-02-19")
    found = dated("They visited Japan on February 15, 2025.", known=mail)
    assert found[:3] == ("2025-02-15", "2025-02-19", "week")
    assert "not after 19 February 2025: the mail's header is of then, when it was there" in found[3]


def test_a_date_that_can_be_read_two_ways_is_both():
    export = Facts.of("the export's column “date”", published="2025-02-03/2025-03-02")
    assert dated("They met.", known=export)[:3] == ("2025-02-03", "2025-03-02", "month")


GUESSED = [
    # nothing else says: the guess stands
    ("They met.", "2025-02-10"),
    # what is told and stated is stronger
    ("They visited Japan on February 15, 2025.", "2025-02-15"),
    ("TOKYO, Feb. 19, 2025 (Kyodo) -- Japan held talks.", "2025-02-19"),
]


@pytest.mark.parametrize(("text", "earliest"), GUESSED)
def test_a_guess_gives_way_to_what_the_article_says(text, earliest):
    found = dated(text, known=Facts.of("the page's markup, by htmldate", likely="2025-02-10"))
    assert found[0] == earliest
    assert "assumed from the page's markup, by htmldate" in found[3]


def test_two_stated_dates_far_apart_are_both_kept_and_reported():
    found = dated(
        "https://example.org/2024/01/05/a\nTOKYO, Feb. 19, 2025 (Kyodo) -- It holds talks."
    )
    assert found[:2] == ("2024-01-05", "2025-02-19")
    assert "contradiction" in found[3]


BOUNDS = [
    # told as past: not before
    ("They visited Japan on February 15, 2025.", "2025-02-15", "2026-11-22"),
    ("They visited Japan in February 2025.", "2025-02-01", "2026-11-22"),
    ("It is the first since the group seized control in 2021.", "2021-01-01", "2026-11-22"),
    # plans, deadlines and names bound nothing from below
    ("The target is 2030 and the plan was for the 2028 Olympics.", "", "2026-11-22"),
    ("Top countries accept it in 2025.", "", "2026-11-22"),
    # wordings that say so whatever the verb
    ("The price is 470 dollars as of November 2018.", "2018-11-01", "2026-11-22"),
    ("Imaging from 2017 suggests that much of it still stands.", "2017-01-01", "2026-11-22"),
    ("He is a writer who served as mayor of Doha until 2018.", "2018-01-01", "2026-11-22"),
    ("The officers face charges over the 2012 attack on the port.", "2012-01-01", "2026-11-22"),
    ("Beijing calls that 2016 decision of the court illegal.", "2016-01-01", "2026-11-22"),
    ("Rebels are back where the 2016 peace accord held.", "2016-01-01", "2026-11-22"),
    ("Roads are bad; 2018 saw 700 accidents.", "2018-01-01", "2026-11-22"),
    ("She is a senator; in 2009, she was appointed to the seat.", "2009-01-01", "2026-11-22"),
    ("Most who voted in 2008 and 2012 did so early.", "2012-01-01", "2026-11-22"),
    # what is due, or told by another verb than its own, bounds nothing from below
    ("The firm sold notes due Nov. 1, 2029.", "", "2026-11-22"),
    ("The report said that, in 2050, a third of them will be old.", "", "2026-11-22"),
    ("He indicated that he would be conditionally released in 2030.", "", "2026-11-22"),
    ("They voted for a two-year delay — from 2028 to 2030.", "", "2026-11-22"),
    ("They are the firms that the 2012 delegation wants.", "", "2026-11-22"),
    # a holiday's name can be part of another
    (
        "Duties were put on pork in March 2011.\nThey hit Christmas trees.",
        "2011-03-01",
        "2026-11-22",
    ),
    # still to come: not after
    ("The talks will be held on March 3, 2026.", "", "2026-03-03"),
    # a page that it cites
    ("NHK reports so.\nhttps://example.org/en/news/20210905_10/", "2021-09-05", "2021-10-05"),
    # no evidence at all
    ("Trade is good.", "", "2026-11-22"),
    ("", "", "2026-11-22"),
    ("2,882,015 people; 22 articles", "", "2026-11-22"),
]


@pytest.mark.parametrize(("text", "earliest", "latest"), BOUNDS)
def test_the_text_bounds_the_date(text, earliest, latest):
    assert dated(text)[:2] == (earliest, latest)


def test_the_basis_says_what_each_bound_rests_on():
    basis = dated("They visited Japan on February 15, 2025.")[3]
    assert basis == (
        "not before 15 February 2025: tells “February 15, 2025” as past; "
        "not after 22 November 2026: the as-of day"
    )


def test_an_assumption_is_called_one():
    assert "assumed" in dated("So it is.\nhttps://example.org/news/20210905_10/")[3]


def test_a_cited_page_older_than_what_is_told_bounds_nothing():
    found = dated("They met on 5 May 2024.\nhttps://example.org/news/20210905_10/")
    assert found[:2] == ("2024-05-05", "2026-11-22")


def test_a_date_without_year_bounds_where_the_narrative_fixes_its_year():
    text = (
        "It spoke on February 5, 2025.\nThey met on February 7, 2025.\n"
        "On November 16, it sought aid, and it is ready."
    )
    assert dated(text)[:2] == ("2025-02-07", "2025-11-15")


def test_history_is_not_dated_by_the_years_that_it_tells():
    text = (
        "War began on September 1, 1939.\nIt spread on September 17, 1939.\n"
        "On October 5, Warsaw fell."
    )
    assert dated(text)[:2] == ("1939-10-05", "2026-11-22")


def test_a_dateline_without_year_is_not_given_one():
    found = dated("TOKYO, Feb. 19 (Kyodo) -- Japan held talks.")
    assert found[:3] == ("", "2026-02-19", "unknown")


YEARLESS = [
    # one year is left between what is told as past and the as-of day
    ("TOKYO, Feb. 19 (Kyodo) -- It held talks.\nIt had left in November 2024.", "2025-02-19"),
    ("Published: Feb. 19\nIt had left in November 2024.", "2025-02-19"),
    # 19 February was a Wednesday in 2014, 2020 and 2025
    ("Wednesday, February 19\nThey met.\nIt had left in 2021.", "2025-02-19"),
]


@pytest.mark.parametrize(("text", "day"), YEARLESS)
def test_a_day_without_year_gets_the_only_one_that_fits(text, day):
    found = dated(text, as_of=date(2025, 12, 31))
    assert found[:3] == (day, day, "day")
    assert "only 2025 fits" in found[3]


def test_several_years_that_fit_leave_all_that_lies_between_them():
    text = "Wednesday, February 19\nThey met.\nIt had left in 2012."
    assert dated(text)[:2] == ("2014-02-19", "2025-02-19")


def test_a_weekday_that_the_day_never_had_is_reported():
    found = dated("Monday, February 19\nThey met on March 5, 2025.", as_of=date(2025, 12, 31))
    assert found[:2] == ("2025-03-05", "2025-12-31")
    assert "contradiction" in found[3]


def test_a_past_day_with_its_weekday_bounds_the_year():
    text = "They met on Wednesday, February 19, and it is ready.\nIt had left in 2022."
    assert dated(text, as_of=date(2025, 12, 31))[:2] == ("2025-02-19", "2025-12-31")


PAST = [
    ("It is the strongest storm since October 2017.", "2017-10-01"),
    ("Britons voted in a 2016 referendum to leave.", "2016-01-01"),
    ("In 2018 another ship ran aground.", "2018-01-01"),
    ("The last storm to reach Bermuda made landfall in 2014.", "2014-01-01"),
    # what is only planned, and names
    ("It announced a 2030 target.", ""),
    ("They agreed to leave in 2030.", ""),
    ("It won the right to the 2028 Games.", ""),
]


@pytest.mark.parametrize(("text", "earliest"), PAST)
def test_what_is_told_as_past_and_what_is_not(text, earliest):
    assert dated(text)[0] == earliest


def test_a_year_that_is_only_a_prospect_is_named_and_bounds_nothing():
    found = dated("Top countries accept it in 2025.")
    assert found[:2] == ("", "2026-11-22")
    assert "it names “2025”, but neither as past nor as surely to come" in found[3]


def test_an_as_of_day_before_the_evidence_is_a_contradiction_that_is_reported():
    found = dated("They visited Japan on February 15, 2025.", as_of=date(2024, 1, 1))
    assert found[:3] == ("2025-02-15", "", "unknown")
    assert "contradiction" in found[3]


def test_another_language_is_dated_by_its_address_alone():
    text = "https://example.org/2025/02/19/a\nIls ont dit."
    assert dated(text, language="fr")[:2] == ("2025-02-19", "2025-02-19")


VISIT = (
    "A delegation of the European Union visited Kenya for a week starting on May 13, 2024.\n"
    "William Ruto, the president of the host nation, received the delegation and its officials."
)
TALKS = (
    "The European Union pressed Kenya on trade, the Foreign Ministry said Wednesday.\n"
    "The talks with the delegation of the European Union took place in Kenya on Tuesday.\n"
    "William Ruto, the president of the host nation, met the officials during their visit."
)


def test_a_weekday_is_dated_by_another_article_that_dates_the_same_visit():
    found = dated(TALKS, VISIT)
    assert found[:3] == ("2024-05-15", "2024-05-20", "week")
    assert "b.txt" in found[3]
    assert "14 May 2024" in found[3]


@pytest.mark.parametrize(
    "other",
    [
        "A delegation of Brazil visited Peru for a week starting on May 13, 2024.",
        VISIT.replace("starting on May 13, 2024", "in spring"),
        VISIT.replace("William Ruto, the president", "The president"),
    ],
)
def test_an_article_of_something_else_dates_nothing(other):
    assert dated(TALKS, other)[:2] == ("", "2026-11-22")


@pytest.mark.parametrize(
    "text",
    [
        "\u0000\u202e😀",
        "$x^2$ =cmd() <script>alert(1)</script>",
        "#set page",
        "a" * 200_000,
        "北京 2025年",
        "President " * 5_000,
        "January 4 and " * 3_000,
    ],
)
def test_hostile_text_is_dated_as_unknown(text):
    assert dated(text)[0] == ""
