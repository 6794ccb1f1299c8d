"""How a sentence speaks of a target, and who holds it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pressbrief import stance, tables
from pressbrief.sections.registry import SECTIONS
from pressbrief.topic import Actor, Topic
from pressbrief.topic.corrections import Correction
from test_mentions import article, topic
from test_quotation import built

TOPIC = Topic(
    "t",
    topic().folder,
    "T",
    (
        Actor(name="Japan", type="state", demonyms=["Japanese"]),
        Actor(name="Foreign Ministry", type="organisation", part_of="Japan"),
        Actor(name="China", type="state", demonyms=["Chinese"]),
        Actor(name="Taliban", type="group"),
        Actor(name="Islamic State", type="group"),
    ),
    ("Japan", "China", "Taliban"),
)


def polarity(text: str) -> dict[str, float]:
    _, stances, _ = built(text, of=TOPIC)
    return dict(zip(stances["target"], stances["polarity"], strict=True))


@pytest.mark.parametrize(
    ("text", "favoured", "criticised"),
    [
        ("Japan was brilliant, a model for everybody.", {"Japan"}, set()),
        ("Japan shamefully left everything too late.", set(), {"Japan"}),
        ("The report blamed China for the disaster.", set(), {"China"}),
        ("The disgraceful failure of Japan cost many lives.", set(), {"Japan"}),
        # One is praised and the other blamed.
        ("It praised Japan for its help and blamed China for the massacre.", {"Japan"}, {"China"}),
        # Parts count toward the whole.
        ("The Foreign Ministry was incompetent and lied.", set(), {"Japan"}),
        ("Japan met China on Tuesday.", set(), set()),
        ("🇯🇵 Japan 🙂.", set(), set()),
    ],
)
def test_which_targets_a_sentence_speaks_for_and_against(text, favoured, criticised):
    found = polarity(text)
    assert {target for target, value in found.items() if value > 0.3} == favoured
    assert {target for target, value in found.items() if value < -0.3} == criticised


def test_the_three_numbers_sum_to_one_and_polarity_is_their_difference():
    _, stances, _ = built("Japan was clumsy.", "Japan met China.", of=TOPIC)
    assert len(stances) == 3
    for row in stances.itertuples():
        assert row.p_negative + row.p_neutral + row.p_positive == pytest.approx(1)
        assert row.polarity == pytest.approx(row.p_positive - row.p_negative, abs=1e-4)


def test_one_row_for_each_target_in_each_sentence_at_its_first_mention():
    _, stances, text = built("Japan and China met Japanese envoys.", of=TOPIC)
    rows = [(row.target, text[row.start : row.end]) for row in stances.itertuples()]
    assert rows == [("Japan", "Japan"), ("China", "China")]


def test_a_sentence_has_a_row_for_each_holder_of_a_target():
    _, stances, _ = built("The Taliban said that the Taliban and Japan won.", of=TOPIC)
    rows = [(row.target, row.holder, row.start) for row in stances.itertuples()]
    assert rows == [("Taliban", "a.txt", 4), ("Taliban", "Taliban", 26), ("Japan", "Taliban", 38)]


def test_those_who_speak_as_one_hold_a_stance_each():
    _, stances, _ = built("China and Japan condemned the Taliban.", of=TOPIC)
    rows = stances.loc[stances["target"] == "Taliban", ["holder", "voice"]]
    assert rows.to_numpy().tolist() == [["China", "indirect"], ["Japan", "indirect"]]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        # A state as a place, and its people, are not what the sentence speaks of.
        ("The talks were held in Japan.", []),
        ("The attack in China shocked Japan.", ["Japan"]),
        ("Two Japanese nationals were evacuated.", []),
        ("Japanese troops were evacuated.", ["Japan"]),
        ("They no longer believe in Japan.", ["Japan"]),
        ("It is in Japan’s interest.", ["Japan"]),
        ("The Taliban rule in Kabul.", ["Taliban"]),
        ("It happened in the Taliban.", ["Taliban"]),
    ],
)
def test_a_sentence_speaks_of_an_actor_not_of_a_place(text, targets):
    _, stances, _ = built(text, of=TOPIC)
    assert stances["target"].tolist() == targets


def test_a_place_is_no_part_of_whom_a_sentence_speaks_of():
    tokyo = Actor(name="Tokyo Bay", type="place", part_of="Japan")
    of = replace(TOPIC, actors=(*TOPIC.actors, tokyo))
    _, stances, _ = built("The terrible fire at Tokyo Bay went on.", of=of)
    assert stances.empty


def test_what_somebody_says_is_not_the_sources():
    _, stances, _ = built("China said that Japan was shameful.", "Japan was brilliant.", of=TOPIC)
    rows = stances.loc[stances["target"] == "Japan", ["holder", "voice"]]
    assert rows.to_numpy().tolist() == [["China", "indirect"], ["a.txt", "author"]]


def test_the_same_sentence_has_the_same_numbers_in_any_company():
    text = "China condemned Japan, which was reckless."
    _, alone, _ = built(text, of=TOPIC)
    _, among, _ = built("Japan was brilliant.", text, "China left.", of=TOPIC)
    columns = ["target", "polarity", "p_negative", "p_neutral", "p_positive"]
    other = among.loc[among["sentence"] == 2, columns].reset_index(drop=True)
    assert alone[columns].equals(other)


def test_an_article_that_is_one_long_quotation_has_no_voice_of_its_own():
    _, stances, _ = built("“Japan is late.", "“China is shameful, and so is Japan.”", of=TOPIC)
    assert set(stances["voice"]) == {"direct"}
    assert set(stances["holder"]) == {"unknown"}


def test_the_briefing_says_that_irony_escapes_it():
    assert any("irony" in said for said in SECTIONS["stance"].caveats)


def test_what_an_article_says_again_is_marked_and_stays():
    _, stances, _ = built(
        "Is Japan late?",
        "Japan met China.",
        "IS JAPAN “LATE”?",
        # Others' words, or another's, are not the source's said again.
        "“Is Japan late?”, China asked.",
        "Is China late?",
        of=TOPIC,
    )
    rows = stances.loc[stances["target"] == "Japan", ["sentence", "voice", "repeats"]]
    assert rows.to_numpy().tolist() == [
        [1, "author", 0],
        [2, "author", 0],
        [3, "author", 1],
        [4, "direct", 0],
    ]


def test_a_correction_means_the_holder_whose_polarity_it_expects():
    text = "The Taliban said that the Taliban won."
    sentences = tables.frame("sentences", [("a", 1, 1, 0, len(text), "body", text)])
    rows = [
        ("a", 1, 4, 11, "Taliban", "a.txt", "author", -0.5, 0.5, 0.5, 0.0, 0),
        ("a", 1, 26, 33, "Taliban", "Taliban", "indirect", 0.5, 0.0, 0.5, 0.5, 0),
    ]
    one = Correction(what="stance", expected=0.5, new=0.0, reason="It only tells.", file="a.txt",
                     sentence="The Taliban said", target="Taliban")  # fmt: skip
    found = stance.corrected(
        [one], tables.frame("articles", [article("a")]), sentences, tables.frame("stances", rows)
    )
    assert found["polarity"].tolist() == [-0.5, 0.0]
