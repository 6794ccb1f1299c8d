"""Headline, authors and publisher: only what the text states, and what says so."""

from __future__ import annotations

from datetime import date

import pytest

from pressbrief import corpus, topic
from pressbrief.corpus import cleaning, metadata
from pressbrief.corpus.lines import lines, without
from pressbrief.corpus.readers.model import Facts

HEADLINE = "Japan and Taliban discuss aid in Tokyo"
BODY = (
    "Japan has called on the Taliban to respect human rights during talks held in Tokyo.\n\n"
    "The talks were the first of their kind, the Foreign Ministry said on Wednesday."
)


def read(text: str) -> metadata.Metadata:
    kept = lines(text)
    cuts = cleaning.furniture(kept)
    return metadata.read(text, without(text, kept, cuts), cuts)


def cut(text: str) -> list[tuple[str, str]]:
    return [(cut.reason, text[cut.start : cut.end]) for cut in read(text).cuts]


def test_a_first_line_that_reads_as_one_is_the_headline():
    found = read(f"{HEADLINE}\n\n{BODY}")
    assert (found.headline, found.headline_basis) == (HEADLINE, "first line, before the text")


@pytest.mark.parametrize(
    "first",
    [
        "Japan has called on the Taliban to respect human rights.",
        "Implications of the Visit:",
        "1. The mission and its key message",
        "I. The outreach to Japan",
        "“How do you want to have us, as friends or as enemies?”",
        "KABUL — The Taliban sent officials to Japan",
        "Wednesday, February 19, 2025",
        "Analysis",
    ],
)
def test_other_first_lines_are_no_headline(first):
    assert read(f"{first}\n\n{BODY}").headline == "unknown"


def test_a_headline_of_two_sentences_is_in_title_case():
    asks = "Senators Are Angry About Japan’s Tariffs. Will They Do Anything About It?"
    assert read(f"{asks}\n\n{BODY}").headline == asks
    assert read(f"{asks.capitalize()}\n\n{BODY}".replace("will", "Will")).headline == "unknown"


def test_markdown_marks_a_headline_and_is_no_part_of_it():
    assert read(f"# {HEADLINE}\n\n{BODY}").headline == HEADLINE


def test_a_lone_line_is_text_not_a_headline():
    assert read(HEADLINE).headline == "unknown"


def test_a_headline_that_stands_twice_is_kept_once():
    text = f"{HEADLINE}\n\n{HEADLINE.upper()}\n\n{BODY}"
    assert read(text).headline_basis == "first line, repeated"
    assert cut(text) == [("repeated headline", HEADLINE.upper())]


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Sawako Utsumi", ["Sawako Utsumi"]),
        ("BY SAWAKO UTSUMI", ["SAWAKO UTSUMI"]),
        ("Written by Lee Jay Walker and Sawako Utsumi", ["Lee Jay Walker", "Sawako Utsumi"]),
        ("By Lee Jay Walker, Staff Writer, in Kabul", ["Lee Jay Walker"]),
        ("By Lee Jay Walker | Feb. 19, 2025", ["Lee Jay Walker"]),
        ("By Kyodo News", ["Kyodo News"]),
        ("Sawako Utsumi and Lee Jay Walker", ["Sawako Utsumi", "Lee Jay Walker"]),
        ("By Prof. Amartya Sen for the Guardian", ["Amartya Sen"]),
        ("By Gen. (Ret.) David Petraeus", ["David Petraeus"]),
        ("By Amartya Sen in Delhi and Rahm Emanuel in Tokyo", ["Amartya Sen", "Rahm Emanuel"]),
        ("By Amartya Sen (Reuters)", ["Amartya Sen", "Reuters"]),
        ("By Amartya Sen, Rahm Emanuel, and AFP", ["Amartya Sen", "Rahm Emanuel", "AFP"]),
        ("By Amartya Sen; Editing by Rahm Emanuel", ["Amartya Sen"]),
        ("By Amartya Sen amartya@example.org", ["Amartya Sen"]),
        ("Posted by Amartya Sen on Feb 19, 2025", ["Amartya Sen"]),
        ("By Our Special Correspondent", ["Our Special Correspondent"]),
        ("By Tehran Times Political Desk", ["Tehran Times Political Desk"]),
        ("By Agence France-Presse in Kabul", ["Agence France-Presse"]),
    ],
)
def test_bylines(line, authors):
    text = f"{HEADLINE}\n\n{line}\n\n{BODY}"
    assert read(text).authors == authors
    assert cut(text) == [("byline", line)]


@pytest.mark.parametrize(
    "line",
    ["By land, sea and air", "By Wednesday night in Tokyo", "Human Rights and Foreign Policy"],
)
def test_what_only_looks_like_a_byline_stays(line):
    text = f"{HEADLINE}\n\n{line}\n\n{BODY} Human rights are foreign policy, it said."
    assert read(text).authors == [] and cut(text) == []


def test_one_name_alone_needs_other_metadata_beside_it():
    assert read(f"{HEADLINE}\n\nSawako Utsumi\n\n{BODY}").authors == []
    found = read(f"{HEADLINE}\n\nSawako Utsumi\n\nModern Tokyo Times\n\n{BODY}")
    assert found.authors == ["Sawako Utsumi"]


def test_a_masthead_is_the_publisher_and_no_part_of_the_article():
    text = f"{HEADLINE}\n\nModern Tokyo Times\n\n{BODY}\n\nModern Tokyo Times"
    found = read(text)
    assert found.publisher == "Modern Tokyo Times"
    assert found.publisher_basis == "its own line in the article's head"
    assert cut(text) == [("publisher line", "Modern Tokyo Times")] * 2


@pytest.mark.parametrize(
    ("text", "publisher", "basis"),
    [
        (f"{HEADLINE} | The Japan Times\n\n{BODY}", "The Japan Times", "after the headline"),
        (
            f"{HEADLINE}\n\nBy Sawako Utsumi, Modern Tokyo Times\n\n{BODY}",
            "Modern Tokyo Times",
            "byline",
        ),
        (f"{BODY}\n\n© 2025 Kyodo News. All rights reserved.", "Kyodo News", "copyright line"),
        (f"https://www.afrol.com/articles/37145\n\n{BODY}", "afrol.com", "address line"),
        (f"TOKYO, Feb. 19 (Kyodo) -- {BODY}", "Kyodo", "agency in its dateline"),
        (f"TOKYO, Feb. 19 /Xinhua/ -- {BODY}", "Xinhua", "agency in its dateline"),
    ],
)
def test_other_places_that_name_the_publisher(text, publisher, basis):
    found = read(text)
    assert (found.publisher, found.publisher_basis) == (publisher, basis)


@pytest.mark.parametrize(
    "text",
    [
        f"NHK reports that the talks were held in Tokyo on Tuesday.\n\n{BODY}",
        f"{HEADLINE}\n\nWorld News\n\n{BODY}",
        f"{BODY}\n\nhttps://www3.nhk.or.jp/nhkworld/en/news/20210905_10/",
        f"{BODY}\n\n© All rights reserved",
    ],
)
def test_what_is_no_publisher(text):
    assert read(text).publisher == "unknown"


def test_a_date_line_and_a_sign_off_are_no_sentences():
    text = f"{HEADLINE}\nPublished: 19 February 2025, 10:32 a.m. JST\n\n{BODY}\n\n(Kyodo)"
    assert cut(text) == [
        ("date line", "Published: 19 February 2025, 10:32 a.m. JST"),
        ("byline", "(Kyodo)"),
    ]
    assert read(text).authors == ["Kyodo"]


@pytest.mark.parametrize(
    "text",
    [
        f"https://www.afrol.com/articles/37145\n\nTOKYO, Feb. 19 (Reuters) - {BODY}",
        f"https://www.afrol.com/articles/37145\n\n{BODY} — Reuters",
        f"https://www.afrol.com/articles/37145\n\n{BODY} (Reuters)",
        f"https://www.afrol.com/articles/37145\n\n{HEADLINE}\n\nBy Reuters\n\n{BODY}",
    ],
)
def test_agency_copy_is_a_fact_beside_who_published_it(text):
    row = read(text).row()
    assert row["publisher"] == "afrol.com"
    assert (row["publisher_basis"], row["agency"]) == ("address line", "Reuters")
    assert row["authors"] == "Reuters"


@pytest.mark.parametrize("said", ["Reuters reports that", "He told Reuters that", "(Reuters says)"])
def test_an_agency_that_is_quoted_has_not_written_the_article(said):
    row = read(f"{said} talks were held in Tokyo on Tuesday.\n\n{BODY}").row()
    assert (row["publisher"], row["authors"], row["agency"]) == ("unknown", "unknown", "")


def test_the_address_known_from_outside_gives_the_publisher():
    facts = Facts.of("the feed", url="https://www.example.org/2025/02/19/talks")
    found = metadata.read(BODY, lines(BODY), [], facts)
    assert (found.publisher, found.publisher_basis) == ("example.org", "address in the feed")


def test_an_address_that_runs_into_the_text_still_names_the_publisher():
    found = read(f"https://www.example.org/archives/2003781903{BODY}")
    assert found.publisher == "example.org"


HEADS = [
    # a head's lines, the authors, and the days between which it appeared
    ("Byline: Lee Jay Walker", "Lee Jay Walker", ("", "2025-03-31")),
    ("By Lee Jay Walker | 2025-02-22", "Lee Jay Walker", ("2025-02-22", "2025-02-22")),
    ("By Lee Jay Walker, February 22, 2025 10:15 AM", "Lee Jay Walker", ("2025-02-22",) * 2),
    ("TOKYO (Reuters) - February 22, 2025", "unknown", ("2025-02-22", "2025-02-22")),
    ("Last modified: 25 February 2025", "unknown", ("", "2025-02-25")),
    ("Event date: 12 March 2025", "unknown", ("", "2025-03-31")),
    ("Accepted: 1 February 2025", "unknown", ("2025-02-01", "2025-03-31")),
    (
        "Received: 3 March 2024. Accepted: 1 May 2024. Published: 19 February 2025",
        "unknown",
        ("2025-02-19", "2025-02-19"),
    ),
]


@pytest.mark.parametrize(("line", "authors", "days"), HEADS)
def test_which_dates_of_a_head_are_its_publication(articles_in, line, authors, days):
    text = f"{HEADLINE}\n\n{line}\n\nThe ministry in Tokyo will not say who comes to it.\n"
    folder = articles_in({"a.txt": text})
    (row,) = corpus.build(topic.load(folder), date(2025, 3, 31))["articles"].to_dict("records")
    assert row["authors"] in (authors, "Reuters")
    assert (row["published_earliest"], row["published_latest"]) == days
