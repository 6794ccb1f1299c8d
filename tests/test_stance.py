"""How a sentence speaks of a target, and who holds it."""

from __future__ import annotations

import pytest

from pressbrief.stance import lexicon
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
        ("Japan was brilliant.", {"Japan"}, set()),
        ("Japan left everything too late.", set(), {"Japan"}),
        # A judgement is of its object, in the passive too.
        ("China condemned Japan.", set(), {"Japan"}),
        ("Japan was condemned by China.", set(), {"Japan"}),
        ("China praised Japan.", {"Japan"}, set()),
        # A deed is of its subject.
        ("The Taliban violated what Japan asked for.", set(), {"Taliban"}),
        # Only the target's own clause counts.
        ("Japan was brilliant, but China was shameful.", {"Japan"}, {"China"}),
        ("While China was reckless, Japan waited.", set(), {"China"}),
        ("It came to Japan, who was reckless.", set(), {"Japan"}),
        # Negation.
        ("China was not shameful.", {"China"}, set()),
        ("China did not condemn Japan.", {"Japan"}, set()),
        ("Not only was Japan reckless.", set(), {"Japan"}),
        # Parts count toward the whole; a possessor is judged by what it has.
        ("The Foreign Ministry was incompetent.", set(), {"Japan"}),
        ("Japan’s shoddy plan stood.", set(), {"Japan"}),
        # Events are no opinions, and words inside names are none.
        ("The war in Japan killed thirty.", set(), set()),
        ("China fought Islamic State.", set(), set()),
        # A scene is not judged.
        ("It was a disgraceful mission in Japan.", set(), set()),
        ("Japan met China.", set(), set()),
        ("🇯🇵 Japan 🙂.", set(), set()),
    ],
)
def test_which_targets_a_sentence_speaks_for_and_against(text, favoured, criticised):
    found = polarity(text)
    assert {target for target, value in found.items() if value > 0} == favoured
    assert {target for target, value in found.items() if value < 0} == criticised


def test_stronger_words_weigh_more():
    plain, strong = polarity("Japan was clumsy.")["Japan"], polarity("Japan was abject.")["Japan"]
    very = polarity("Japan was very clumsy.")["Japan"]
    assert strong < plain < 0 and very < plain


def test_the_three_numbers_sum_to_one_and_polarity_is_their_difference():
    _, stances, _ = built("Japan was clumsy.", "Japan met China.", of=TOPIC)
    for row in stances.itertuples():
        assert row.p_negative + row.p_neutral + row.p_positive == pytest.approx(1)
        assert row.polarity == pytest.approx(row.p_positive - row.p_negative, abs=1e-4)
    assert lexicon.softmax(0).value == 0
    assert lexicon.softmax(-9).negative > lexicon.softmax(-1).negative > 0.5


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
