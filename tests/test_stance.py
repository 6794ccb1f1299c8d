"""How a sentence speaks of a target, and who holds it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pressbrief import stance, tables
from pressbrief.sections.registry import SECTIONS
from pressbrief.stance.appraisal.verdicts import evaluates, evaluations, portrays
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


def judged(*paragraphs: str, of: Topic = TOPIC, role: str = "body") -> dict[tuple[str, str], str]:
    """Who judges whom: (holder, target) → "+" or "-" and the words that do so."""
    _, stances, text = built(*paragraphs, of=of, role=role)
    signs = evaluations(stances["polarity"])
    return {
        (row.holder, row.target): f"{' +-'[sign]} {text[row.expression_start : row.expression_end]}"
        for row, sign in zip(stances.itertuples(), signs, strict=True)
        if sign
    }


def ours(text: str, **more) -> dict[str, str]:
    """What the article itself judges: target → sign, whoever of those unnamed it is given to."""
    found = judged(text, **more)
    return {target: said[0] for (holder, target), said in found.items() if holder in OURS}


OURS = ("a.txt", "unknown")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Japan was brilliant, a model for everybody.", {"Japan": "+"}),
        ("Japan shamefully left everything too late.", {"Japan": "-"}),
        ("The disgraceful failure of Japan cost many lives.", {"Japan": "-"}),
        # Parts count toward the whole.
        ("The Foreign Ministry was incompetent and lied.", {"Japan": "-"}),
        # Told, met, struck, wished well, named: nobody judges.
        ("Japan met China on Tuesday.", {}),
        ("China was struck by floods on Tuesday.", {}),
        ("Forty people died when a bridge collapsed in China on Monday.", {}),
        ("Japan expressed its sympathy with China after the earthquake.", {}),
        ("The China inquiry went on for months.", {}),
        ("The talks were held in Japan.", {}),
        ("Two Japanese nationals were evacuated.", {}),
        ("🇯🇵 Japan 🙂.", {}),
    ],
)
def test_which_targets_a_sentence_judges(text, expected):
    assert ours(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Whoever in the sentence judges holds it, and each of several.
        ("Japan condemned the Taliban.", {("Japan", "Taliban"): "- condemned"}),
        (
            "China and Japan condemned the Taliban.",
            {("China", "Taliban"): "- condemned", ("Japan", "Taliban"): "- condemned"},
        ),
        ("Japan slams China over human rights", {("Japan", "China"): "- slams"}),
        # Whoever says what judges.
        ("China said that Japan was shameful.", {("China", "Japan"): "- shameful"}),
        ("“Japan is a disgrace,” China said.", {("China", "Japan"): "- disgrace"}),
        (
            '"China is corrupt to the core," Senator Pablo Ferro said.',
            {("Pablo Ferro", "China"): "- corrupt"},
        ),
        # Nothing names who does.
        (
            "Global criticism over the Taliban’s treatment of women has grown.",
            {("unknown", "Taliban"): "- criticism"},
        ),
    ],
)
def test_whose_judgement_it_is_and_in_which_words(text, expected):
    found = judged(text)
    assert found.keys() == expected.keys()
    for by, said in expected.items():
        assert found[by][0] == said[0] and said[2:] in found[by]


def test_praise_that_is_withheld_is_nobody_s():
    for text in (
        "Japan had withheld its praise of the Taliban.",
        "Japan withheld its endorsement of the Taliban.",
    ):
        _, stances, _ = built(text, of=TOPIC)
        told = stances[stances["target"] == "Taliban"]
        assert (told["polarity"] < 0.33).all()
    _, stances, _ = built("Japan rejected the Taliban's shameful demand.", of=TOPIC)
    assert (stances[stances["target"] == "Taliban"]["polarity"] < -0.33).any()


def test_a_heading_within_an_article_names_what_is_to_come():
    assert judged("Japan’s Concerns Over Human Rights", role="heading") == {}
    assert judged("Japan Was a Disgrace", role="heading") == {}


def test_nobody_judges_himself_by_being_answered_for():
    assert judged("“The Taliban are brilliant,” the Taliban said.") == {}
    # A part neither.
    assert judged("“Japan is brilliant,” the Foreign Ministry said.") == {}


def test_a_deed_told_is_portrayal_and_no_judgement():
    _, stances, _ = built("The Taliban killed forty villagers near the river.", of=TOPIC)
    (row,) = stances.itertuples()
    assert (evaluates(row.polarity), portrays(row.portrayal)) == (0, -1)
    assert (row.expression_start, row.expression_end) == (0, 0)


def test_the_three_numbers_sum_to_one_and_polarity_is_their_difference():
    _, stances, _ = built("Japan was clumsy.", "Japan met China.", of=TOPIC)
    assert len(stances) >= 3
    for row in stances.itertuples():
        assert row.p_negative + row.p_neutral + row.p_positive == pytest.approx(1)
        assert row.polarity == pytest.approx(row.p_positive - row.p_negative, abs=1e-4)


def test_one_row_for_each_target_in_each_sentence_at_its_first_mention():
    _, stances, text = built("Japan and China met Japanese envoys.", of=TOPIC)
    rows = [(row.target, text[row.start : row.end]) for row in stances.itertuples()]
    assert rows == [("Japan", "Japan"), ("China", "China")]


def test_a_sentence_has_a_row_for_each_who_names_a_target_but_for_itself():
    _, stances, _ = built("The Taliban said that the Taliban and Japan won.", of=TOPIC)
    rows = [(row.target, row.holder, row.start) for row in stances.itertuples()]
    assert rows == [("Taliban", "a.txt", 4), ("Japan", "Taliban", 38)]


def test_a_place_is_no_part_of_whom_a_sentence_speaks_of():
    tokyo = Actor(name="Tokyo Bay", type="place", part_of="Japan")
    of = replace(TOPIC, actors=(*TOPIC.actors, tokyo))
    _, stances, _ = built("The terrible fire at Tokyo Bay went on.", of=of)
    assert stances.empty


def test_who_judges_a_person_judges_no_state_and_his_own_is_not_judged_by_him():
    holm = Actor(name="Anna Holm", type="person", part_of="Japan")
    of = replace(TOPIC, actors=(*TOPIC.actors, holm))
    _, stances, _ = built("Anna Holm is an incompetent liar.", of=of)
    assert "Japan" not in set(stances["target"])
    _, stances, _ = built("Anna Holm called Japan incompetent.", of=of)
    assert not (stances["holder"] == "Anna Holm").any()


def test_what_somebody_says_is_not_the_sources():
    _, stances, _ = built("China said that Japan was shameful.", "Japan left.", of=TOPIC)
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
        ("a", 1, 4, 11, "Taliban", "a.txt", "author", -0.5, 0.5, 0.5, 0.0, 0.0, 12, 16, 0),
        ("a", 1, 26, 33, "Taliban", "Japan", "indirect", 0.5, 0.0, 0.5, 0.5, 0.0, 34, 37, 0),
    ]
    one = Correction(what="stance", expected=0.5, new=0.0, reason="It only tells.", file="a.txt",
                     sentence="The Taliban said", target="Taliban")  # fmt: skip
    found = stance.corrected(
        [one], tables.frame("articles", [article("a")]), sentences, tables.frame("stances", rows)
    )
    assert found["polarity"].tolist() == [-0.5, 0.0]
    # What judges no longer has no words that do.
    assert found[["expression_start", "expression_end"]].to_numpy().tolist() == [[12, 16], [0, 0]]
