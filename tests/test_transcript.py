"""Interviews, transcripts and signed quotations: who speaks in each turn."""

from __future__ import annotations

import pytest

from spoken import voices


def test_an_interview_with_letters():
    found = voices(
        "Q: Will talks go on?", "A: They will, with China.", "Nobody doubts it.", "Q: Why?"
    )
    assert found == [
        ("direct", "unknown", "Will talks go on?"),
        ("direct", "unknown", "They will, with China."),
        ("direct", "unknown", "Nobody doubts it."),
        ("direct", "unknown", "Why?"),
    ]


def test_an_interview_with_letters_and_stops():
    found = voices("Q. Will talks go on?", "A. They will.")
    assert [said for _, _, said in found] == ["Will talks go on?", "They will."]
    assert voices("A. Motegi came to Tokyo.", "A. Motegi left.") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“Talks go on.” — Toshimitsu Motegi, minister",
         [("direct", "Toshimitsu Motegi", "“Talks go on.”")]),
        ("“Talks go on.” ― Edwin G. Motegi “They do not last.”",
         [("direct", "Toshimitsu Motegi", "“Talks go on.”"),
          ("direct", "unknown", "“They do not last.”")]),
        ("“Talks go on.” – but nobody came.", [("direct", "unknown", "“Talks go on.”")]),
    ],
)  # fmt: skip
def test_a_quotation_with_its_speaker_under_it(text, found):
    assert voices(text) == found


def test_a_transcript_in_capitals():
    found = voices(
        "Motegi met the press.", "MR MOTEGI: China is near.", "QUESTION: Is it?", "MR MOTEGI: Yes."
    )
    assert found == [
        ("direct", "Toshimitsu Motegi", "China is near."),
        ("direct", "unknown", "Is it?"),
        ("direct", "Toshimitsu Motegi", "Yes."),
    ]


def test_lists_under_labels_in_capitals_are_no_transcript():
    assert voices("The squad:", "DEFENDERS: Sato (Kobe), Ito", "FORWARDS: Kato (Osaka)") == []


def test_a_transcript_that_is_quoted_turn_by_turn():
    found = voices("Motegi came.", '"MOTEGI: China is near.', '"NHK: Is it?', '"MOTEGI: Yes.')
    assert found == [
        ("direct", "Toshimitsu Motegi", "China is near."),
        ("direct", "NHK", "Is it?"),
        ("direct", "Toshimitsu Motegi", "Yes."),
    ]


def test_a_transcript_with_names_as_they_are_written():
    found = voices("Yoshimasa Hayashi: It is.", "NHK: Is it?", "Yoshimasa Hayashi: Yes.")
    assert [speaker for _, speaker, _ in found] == ["Yoshimasa Hayashi", "NHK", "Yoshimasa Hayashi"]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Shared Objectives: Japan has two.", "Common Ground: China has one."),
        ("TOKYO: Japan has two.", "China has one."),
        ("NOTE: Japan has two.", "UPDATE: China has one."),
    ],
)
def test_a_heading_with_a_colon_is_no_transcript(paragraphs):
    assert voices(*paragraphs) == []
