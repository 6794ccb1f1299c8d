"""Who says what: sentences in, the voices expected in them out."""

from __future__ import annotations

import pytest

from pressbrief import mentions, stance, tables
from pressbrief.topic import Topic
from spoken import holder, voices
from test_mentions import article


def built(*paragraphs: str | list[str], of: Topic, role: str = "body"):
    """Tables of one article, and its text: a paragraph is a sentence or a list of sentences."""
    rows, text = [], ""
    for number, said in enumerate(paragraphs, 1):
        for sentence in [said] if isinstance(said, str) else said:
            start = len(text)
            text += f"{sentence} "
            rows.append(("a", len(rows) + 1, number, start, len(text) - 1, role, sentence))
    articles, sentences = tables.frame("articles", [article("a")]), tables.frame("sentences", rows)
    actors, found = mentions.build(of, articles, sentences)
    voices, stances = stance.build(of, articles, sentences, actors, found)
    return voices, stances, text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Direct speech, its speaker before or after it, or inverted.
        (
            "Motegi said: “We will work with China.”",
            ("direct", "Toshimitsu Motegi", "“We will work with China.”"),
        ),
        (
            '"We will work with China," Motegi told reporters.',
            ("direct", "Toshimitsu Motegi", '"We will work with China,"'),
        ),
        (
            "“We will work with China,” said Yoshimasa Hayashi on Monday.",
            ("direct", "Yoshimasa Hayashi", "“We will work with China,”"),
        ),
        (
            "According to Motegi, “the talks went well” and ended.",
            ("direct", "Toshimitsu Motegi", "“the talks went well”"),
        ),
        # Nobody is named.
        (
            "“We will work with China and with nobody else.”",
            ("direct", "unknown", "“We will work with China and with nobody else.”"),
        ),
        # Indirect speech.
        (
            "Motegi said that China is important.",
            ("indirect", "Toshimitsu Motegi", "that China is important"),
        ),
        (
            "Yoshimasa Hayashi, the Chief Secretary, stated on January 29 that talks go on.",
            ("indirect", "Yoshimasa Hayashi", "that talks go on"),
        ),
        (
            "Japanese diplomats reportedly urged the Taliban to honour human rights.",
            ("indirect", "Japan", "the Taliban to honour human rights"),
        ),
        (
            "The talks will go on, the Foreign Ministry said Wednesday.",
            ("indirect", "Foreign Ministry of Japan", "The talks will go on"),
        ),
        (
            "The talks will go on, according to the Foreign Ministry.",
            ("indirect", "Foreign Ministry of Japan", "The talks will go on"),
        ),
        (
            "Taliban officials have met them, claiming that all is well.",
            ("indirect", "Taliban", "that all is well"),
        ),
        (
            "While expressing hope for talks, China kept silent and warned that time is short.",
            ("indirect", "China", "that time is short"),
        ),
        ("China condemned the talks.", ("indirect", "China", "the talks")),
        # Two who speak as one.
        (
            "Japan and China confirmed that talks go on.",
            ("indirect", "Japan; China", "that talks go on"),
        ),
    ],
)
def test_a_voice_and_its_speaker(text, expected):
    assert expected in voices(text)


@pytest.mark.parametrize("who", ["Critics of China", "A Taliban victim", "Motegi’s wife"])
def test_others_do_not_speak_for_the_actor_that_they_are_named_with(who):
    ((_, speaker, text),) = voices(f"{who} said that talks are vain.")
    assert text == "that talks are vain"
    assert speaker not in ("China", "Taliban", "Toshimitsu Motegi")


@pytest.mark.parametrize(
    "text",
    [
        # Titles and scare quotes are nobody's voice.
        "The vision is called “Realistic Diplomacy for a New Era,” in Tokyo.",
        "It is a “primary challenge” to Japan.",
        "They held an informal “exchange of views” with Japan.",
        # Cue words that are no predicates.
        "The stated goal of Japan is peace.",
        "The reports of the talks reached Japan.",
        "China was welcomed in Japan.",
        "Japan moved to defend the talks.",
    ],
)
def test_no_voice(text):
    assert voices(text) == []


def test_a_voice_inside_a_voice_has_its_own_speaker():
    said = "NHK reports, “He (Motegi) said it’s important to work with China.”"
    assert voices(said) == [
        ("direct", "NHK", "“He (Motegi) said it’s important to work with China.”"),
        ("indirect", "Toshimitsu Motegi", "it’s important to work with China"),
    ]
    assert holder(said, "Motegi") == ("NHK", "direct")
    assert holder(said, "China") == ("Toshimitsu Motegi", "indirect")
    nobody_listed = said.replace("Motegi", "Guterres")
    assert holder(nobody_listed, "China") == ("Guterres", "indirect")


@pytest.mark.parametrize("who", ["Officials", "The ministry", "A joint statement", "Residents"])
def test_a_common_noun_is_no_name(who):
    assert voices(f"{who} said that talks are vain.")[0][1] == "unknown"


def test_a_name_that_is_no_actor_stands_as_it_is():
    assert voices("Secretary General António Guterres said that talks are vain.")[0][1] == (
        "António Guterres"
    )


def test_what_a_ministry_reports_of_a_state_is_the_states():
    assert voices(
        "Japan has called on the Taliban to stop, the Foreign Ministry said Wednesday."
    ) == [
        ("indirect", "Foreign Ministry of Japan", "Japan has called on the Taliban to stop"),
        ("indirect", "Japan", "the Taliban to stop"),
    ]


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("Yoshimasa Hayashi spoke.", "Yoshimasa Hayashi"),
        ("Motegi said that Yoshimasa Hayashi left.", "Toshimitsu Motegi"),
        ("Motegi met Yoshimasa Hayashi.", "unknown"),
        ("Nobody is named here.", "unknown"),
    ],
)
def test_he_is_who_spoke_or_the_one_person_named(before, speaker):
    assert voices([before, "He added that talks go on."])[-1] == (
        "indirect",
        speaker,
        "that talks go on",
    )


def test_a_quotation_over_sentences_and_paragraphs():
    found = voices(["“China is near,” Motegi said.", "“Talks go on.", "They will last.”"])
    assert [(kind, speaker) for kind, speaker, _ in found] == [("direct", "Toshimitsu Motegi")] * 3
    found = voices(["Motegi said: “China is near."], ["“Talks go on.”"])
    assert [text for _, speaker, text in found if speaker == "Toshimitsu Motegi"] == [
        "“China is near.",
        "“Talks go on.”",
    ]


def test_every_sentence_of_a_quotation_is_direct():
    found = voices(["“China is near.", "Talks go on, and they last,” Motegi said."])
    assert found == [
        ("direct", "Toshimitsu Motegi", "“China is near."),
        ("direct", "Toshimitsu Motegi", "Talks go on, and they last,”"),
    ]


def test_a_paragraph_of_nothing_but_a_quotation_goes_on_with_who_spoke_before():
    found = voices("“China is near,” Motegi said.", "“Talks go on, and they will last.”")
    assert found[-1] == ("direct", "Toshimitsu Motegi", "“Talks go on, and they will last.”")


def test_a_headline_is_the_sources_own_voice():
    assert voices("“We will work with China,” Motegi says", role="headline") == []


@pytest.mark.parametrize(
    "text", ["“", "””", "said", "said that", "“” said Japan", "X, said", "\0 said that \0", " "]
)
def test_hostile_text_breaks_nothing(text):
    assert all(said.strip() for _, _, said in voices(text))


def test_a_line_too_long_for_a_sentence_has_no_voice():
    assert voices("Japan said that " * 20_000) == []
