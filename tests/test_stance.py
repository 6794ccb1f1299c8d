"""How a sentence speaks of a target, and who holds it."""

from __future__ import annotations

import pytest

from pressbrief.topic import Actor, Topic
from test_mentions import topic
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
