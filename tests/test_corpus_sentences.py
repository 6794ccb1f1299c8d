"""Paragraphs, headings and sentences, as a reader of news would mark them."""

from __future__ import annotations

import pytest

from pressbrief.corpus import language
from pressbrief.corpus.lines import lines
from pressbrief.corpus.sentences import boundaries, split

BODY = "The two sides met in Tokyo and spoke about aid for more than an hour."


def parts(text: str) -> list[tuple[int, str, str]]:
    return [(part.paragraph, part.role, part.text) for part in split(text, lines(text))]


@pytest.mark.parametrize(
    "said",
    [
        ["Officials left the U.S. in August 2021.", "They went to Japan."],
        ["He spoke to U.S. Senator John Cornyn.", "He then left."],
        # A mark that closes what an abbreviation ends in.
        ["Sen. Mike Rounds (R-S.D.), who backs it, voted.", "He then left."],
        ["Lt. Gen. Mark Milley spoke.", "Mr. Biden did not."],
        ["“We are ready,” he said.", "“We have always been.”"],
        ["“We are ready. We have always been,” he said."],
        ["Aid rose by 3.5 percent to $1.2 million.", "It had fallen before."],
        ["Is this the end?", "No!", "It goes on."],
        ["“Is this the end?” Motegi said.", "“No!” he said.", "China agreed."],
        ["He asked, “Is this the end?”", "Toshimitsu Motegi said no."],
        ["The talks ended at 5 p.m. on Tuesday."],
        ["It is filed under No. 1026 of the treaty.", "It stands under N°. 12 too."],
        # Words that nupunkt takes for shortened ones end a sentence; what is shortened does not.
        ["Japan opposes the new tax.", "China opposes the tax.", "Iran wants it."],
        ["They robbed the bank.", "Motegi saw it.", "It is said in the book.", "Iran agreed."],
        ["The finance dept. Motegi runs is small.", "It has approx. Fifty people."],
        ["They were there, you and I.", "Did Albert I. Jones see it?"],
    ],
)
def test_boundaries(said):
    text = " ".join(said)
    found = [text[start:end] for start, end in boundaries(text)]
    if said == ["“We are ready. We have always been,” he said."]:
        # Sentences inside a quotation are sentences; the words that close it go with the last.
        said = ["“We are ready.", "We have always been,” he said."]
    assert found == said


def test_a_line_is_a_paragraph_with_or_without_blank_lines():
    assert [number for number, _, _ in parts(f"{BODY}\n{BODY}\n\n\n{BODY}")] == [1, 2, 3]


def test_lines_broken_at_a_column_are_one_paragraph():
    wrapped = (
        "Japan has called on the Taliban to respect human rights during\n"
        "talks held in Tokyo, the Foreign Ministry said on Wednesday. The\n"
        "Taliban have banned girls from schools and imposed strict limits\n"
        "on dress.\n\nThe talks went on."
    )
    found = parts(wrapped)
    assert [number for number, _, _ in found] == [1, 1, 2]
    assert found[1][2].startswith("The\nTaliban have banned")


@pytest.mark.parametrize(
    ("heading", "kept"),
    [
        ("Implications of the Visit:", "Implications of the Visit:"),
        ("2. Delegation Visit and Private Meetings", "Delegation Visit and Private Meetings"),
        ("II. Women’s Role Under Taliban Rule", "Women’s Role Under Taliban Rule"),
        ("## The talks", "The talks"),
        ("Why is Japan investing in Afghanistan?", "Why is Japan investing in Afghanistan?"),
        ("The Question of U.S. Engagement", "The Question of U.S. Engagement"),
    ],
)
def test_headings_lose_their_number_not_their_words(heading, kept):
    assert parts(f"{BODY}\n\n{heading}\n\n{BODY}")[1] == (2, "heading", kept)


@pytest.mark.parametrize(
    "line",
    [
        "The most prominent implications are:",
        "Looking ahead to the talks, Motegi said:",
        "He left. She stayed.",
        "“No comment”",
        "and so it went",
        "#Tokyo was the word of the day, and it stayed so.",
    ],
)
def test_short_lines_of_the_text_are_no_headings(line):
    assert {role for _, role, _ in parts(f"{BODY}\n\n{line}\n\n{BODY}")} == {"body"}


def test_the_last_line_heads_nothing_and_a_row_of_lines_is_a_list():
    assert parts(f"{BODY}\n\nThe talks")[-1][1] == "body"
    assert {role for _, role, _ in parts(f"{BODY}\nAid\nSchools\nTrade\n{BODY}")} == {"body"}


def test_a_bullet_is_not_part_of_the_sentence_and_a_number_is():
    assert parts(f"- {BODY}\n1. {BODY}\n• {BODY}") == [
        (1, "body", BODY),
        (2, "body", f"1. {BODY}"),
        (3, "body", BODY),
    ]


@pytest.mark.parametrize(
    "items",
    [
        ["1.) Talks in Tokyo", "2.) Aid for schools"],
        ["1. Talks were held.", "2. Aid was promised.", "3. Nothing was signed."],
        ["a. Talks in Tokyo", "b. Aid for schools", "c. Trade"],
        ["1) Japan spoke. It listened.", "2) Norway wrote."],
    ],
)
def test_a_list_that_runs_on_in_its_line_is_taken_apart_before_its_numbers(items):
    text = " ".join(items)
    assert [text[start:end] for start, end in boundaries(text)] == [
        part for item in items for part in item.replace("spoke. ", "spoke.|").split("|")
    ]


def test_bullets_inside_a_line_part_its_items():
    text = "• 9. Talks in Tokyo • 10. Aid for schools"
    assert [part for _, _, part in parts(text)] == ["9. Talks in Tokyo", "10. Aid for schools"]


@pytest.mark.parametrize(
    "text",
    [
        "1. The side scored 4. It then rested.",
        "It was group 1. Group 2. Was late.",
        "He won 3. They won 4. Nobody won 5.",
    ],
)
def test_numbers_that_do_not_follow_each_other_are_no_list(text):
    assert all(
        not text[start:].startswith(("4. It", "2. W", "4. N")) for start, _ in boundaries(text)
    )


def test_a_heading_that_runs_into_its_paragraph_is_told_apart():
    heading = "Gaining Washington’s Favor – the Taliban’s Goal in Japan:"
    assert parts(f"- {heading} {BODY}") == [(1, "heading", heading), (1, "body", BODY)]


def test_a_speaker_or_a_clause_before_a_colon_is_no_heading():
    for start in ("Motegi:", "The minister was clear:", "Prime Minister Shigeru Ishiba:"):
        assert {role for _, role, _ in parts(f"{start} {BODY}")} == {"body"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Toshihide Ando, Latif Nazari and Sawako Utsumi met in Tokyo, the ministry said.", "en"),
        ("El gobierno de Japón anunció que recibió una delegación de los talibanes.", "es"),
        ("日本政府は水曜日にタリバンとの会談を東京で行ったと発表した。", "ja"),
        ("Toshihide Ando, Latif Nazari, Sawako Utsumi, Lee Jay Walker", "unknown"),
        ("Hi.", "unknown"),
        ("12 345 67", "unknown"),
        ("", "unknown"),
    ],
)
def test_language(text, code):
    assert language.identify(text) == code
