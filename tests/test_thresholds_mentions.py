"""How many, how long, how sure: the thresholds of mentions, an example on each side of each.

`[Latif Nazari|p]` marks what the reader sees: p person, o organisation, l place, g group.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from marked import Name, built, frames
from pressbrief import mentions
from pressbrief.mentions import vetting
from pressbrief.mentions.context import Line
from pressbrief.mentions.offices import before
from pressbrief.tables.select import naming
from pressbrief.topic import Actor, Topic


def actors(monkeypatch, *articles: list[str], of: Topic | None = None) -> list[str]:
    """The actors of all mentions by name, in order."""
    _, found = built(monkeypatch, {f"a{i}": text for i, text in enumerate(articles)}, of)
    return list(naming(found)["actor"])


@pytest.mark.parametrize(
    ("named", "bush"),
    [
        (
            "[George Bush|p] met [Jeb Bush|p] and [Neil Bush|p].",
            "Bush (George Bush or Jeb Bush or Neil Bush)",
        ),
        (
            "[George Bush|p] met [Jeb Bush|p], [Marvin Bush|p] and [Neil Bush|p].",
            "Bush (George Bush or Jeb Bush or Marvin Bush or others)",
        ),
    ],
)
def test_of_those_whom_a_surname_can_mean_three_are_said(monkeypatch, named, bush):
    assert actors(monkeypatch, [named, "Then [Bush|p] left."])[-1] == bush


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        # a name of six letters and more may be spelt with other vowels
        ("[Taliban|g] spoke.", "[Taleban|g] left.", 1),
        ("[Hamad|g] spoke.", "[Hamid|g] left.", 2),
        # if four in five of its letters are the same
        ("[Islami|g] spoke.", "[Islomi|g] left.", 1),
        ("[Kerimi|g] spoke.", "[Karami|g] left.", 2),
    ],
)
def test_spellings_of_one_name_are_near_each_other(monkeypatch, one, other, count):
    assert len(set(actors(monkeypatch, [one, other]))) == count


SPELT = ["The [Islands Press Service|o] ([IPS|o]) met."]
OTHER = ["The [Irish Pub Society|o] ([IPS|o]) met."]
ALONE = ["The [IPS|o] left."]


@pytest.mark.parametrize(
    ("articles", "ips"),
    [
        # nine in ten of those that spell letters out must agree on what they stand for
        ([SPELT] * 9 + [OTHER], "Islands Press Service"),
        ([SPELT] * 5 + [OTHER], "IPS"),
        # and one in ten of those that use the letters must spell them out
        ([SPELT, *[ALONE] * 8], "Islands Press Service"),
        ([SPELT, *[ALONE] * 10], "IPS"),
    ],
)
def test_letters_stand_for_what_nearly_all_articles_say(monkeypatch, articles, ips):
    assert actors(monkeypatch, *articles, ALONE)[-1] == ips


KENYA = ["[Kenya|l]'s Finance Minister [John Gordon|p] left."]
INDIA = ["[John Gordon|p], [India|l]'s defence minister, left."]


@pytest.mark.parametrize(
    ("articles", "gordon"),
    [
        # one of four is no slip, one of six is
        ([KENYA, KENYA, KENYA, INDIA], "John Gordon (India)"),
        ([KENYA, KENYA, KENYA, KENYA, KENYA, INDIA], "John Gordon"),
    ],
)
def test_a_second_person_of_one_name_is_told_of_by_a_fifth_of_the_articles(
    monkeypatch, articles, gordon
):
    found = actors(monkeypatch, *articles)
    assert [actor for actor in found if "Gordon" in actor][-1] == gordon


PEOPLE = ["The [Hausa|g] left.", "The [Hausa|g] met."]


@pytest.mark.parametrize(
    ("article", "ministry"),
    [
        # three times, and twice as often as any group
        (["[Kenya|l] voted.", "[Kenya|l] left.", "[Kenya|l] met."], "Foreign Ministry of Kenya"),
        (["[Kenya|l] voted.", "[Kenya|l] left."], "Foreign Ministry (whose is open)"),
        (
            ["[Kenya|l] voted.", "[Kenya|l] left.", "[Kenya|l] met.", "[Kenya|l] spoke.", *PEOPLE],
            "Foreign Ministry of Kenya",
        ),
        (
            ["[Kenya|l] voted.", "[Kenya|l] left.", "[Kenya|l] met.", *PEOPLE],
            "Foreign Ministry (whose is open)",
        ),
        # that acts in half of the places that name it
        (
            ["[Kenya|l] voted.", "[Kenya|l] left.", "They saw [Kenya|l].", "He saw [Kenya|l]."],
            "Foreign Ministry of Kenya",
        ),
        (
            ["[Kenya|l] voted.", "They saw [Kenya|l].", "He saw [Kenya|l]."],
            "Foreign Ministry (whose is open)",
        ),
    ],
)
def test_an_organ_is_that_of_the_state_that_the_article_is_about(monkeypatch, article, ministry):
    assert actors(monkeypatch, [*article, "The [Foreign Ministry|o] spoke."])[-1] == ministry


@pytest.mark.parametrize(
    ("article", "times"),
    [
        # where the reader saw it in half of its places, the others are of that name too
        (["They left [Yambio|l].", "It rained on Yambio."], 2),
        (["They left [Yambio|l].", "It rained on Yambio.", "It was cold in Yambio."], 1),
    ],
)
def test_a_name_that_the_reader_mostly_sees_is_one_everywhere(monkeypatch, article, times):
    assert actors(monkeypatch, article) == ["Yambio"] * times


@pytest.mark.parametrize(
    ("between", "kinds"),
    [
        # two sentences back can still be meant
        (["It rained."], ["name", "nominal"]),
        (["It rained.", "It rained."], ["name"]),
    ],
)
def test_a_description_points_two_sentences_back(monkeypatch, between, kinds):
    _, found = built(monkeypatch, {"a": ["[Hamas|g] spoke.", *between, "The group left."]})
    assert list(found["kind"]) == kinds


@pytest.mark.parametrize(
    ("name", "line", "count"), [("Noma", "They left NOMA.", 1), ("Nom", "They left NOM.", 0)]
)
def test_a_name_of_four_letters_is_known_in_capitals(monkeypatch, name, line, count):
    of = Topic("t", Path("t"), "T", (Actor(name=name, type="organisation"),))
    assert len(actors(monkeypatch, [line], of=of)) == count


TITLES = [
    # in title case: four in five of three words and more, but for the first
    ("Envoys Of Japan Meet In Doha for Long Talks", True),
    ("Envoys of Japan Meet in Doha for long talks", False),
    ("Envoys Meet Friends Abroad", True),
    ("Envoys Meet Friends", False),
]


@pytest.mark.parametrize(("text", "titled"), TITLES)
def test_a_line_in_title_case_has_nearly_every_word_with_a_capital(text, titled):
    assert Line(text, [], frozenset()).in_title_case is titled


@pytest.mark.parametrize(
    ("text", "nothing"),
    [
        ("Envoys of Japan meet again in Doha", True),  # three in five
        ("Envoys of all sides meet again in Doha", False),  # two in five
    ],
)
def test_in_a_heading_three_capitals_in_five_say_nothing(text, nothing):
    assert Line(text, [], frozenset(), heading=True).says_nothing is nothing


def test_an_office_has_nine_words_at_most():
    nine = "Deputy Minister of State for Trade and Public Health"
    assert before(f"{nine} Ann Lee", len(nine) + 1).text == nine
    ten = nine.replace("Deputy", "Deputy Prime")
    assert before(f"{ten} Ann Lee", len(ten) + 1).text == ten.removeprefix("Deputy ")


def test_a_name_in_capitals_of_six_letters_is_a_word():
    assert vetting.kind_of("KENYA", "organisation") == "organisation"
    assert vetting.kind_of("MALAWI", "organisation") == "place"


def test_an_organisation_that_the_reader_sees_in_three_of_five_is_one():
    assert not vetting.is_faint("Precious Stones", "organisation", 0.6)
    assert vetting.is_faint("Precious Stones", "organisation", 0.55)


@pytest.mark.parametrize(("probability", "count"), [(0.75, 1), (0.7, 0)])
def test_what_looks_like_a_piece_of_a_name_must_be_sure(monkeypatch, probability, count):
    from pressbrief import reader

    text = "Then Precious Stones Yinhong left."
    rows, sentences, _ = frames({"a": [text]})
    monkeypatch.setattr(reader, "names", lambda _: [[Name(21, 28, "person", probability)]])
    _, found = mentions.build(Topic("t", Path("t"), "T"), rows, sentences)
    assert len(naming(found)) == count


PLACE, PERSON = ["They met in [Yambio|l]."], ["Rain fell on [Yambio|p]."]


@pytest.mark.parametrize(
    ("articles", "types"),
    [
        # three in four of the articles overrule the fourth, two in three do not
        ([PLACE, PLACE, PLACE, PERSON], {"place"}),
        ([PLACE, PLACE, PERSON], {"place", "person"}),
    ],
)
def test_nearly_all_articles_say_of_which_kind_a_name_is(monkeypatch, articles, types):
    _, found = built(monkeypatch, {f"a{i}": text for i, text in enumerate(articles)})
    assert set(found["actor_type"]) == types


@pytest.mark.parametrize(
    ("line", "whose"),
    [
        # a name goes on for six words
        ("The Afghan Rural Arts Crafts Music Trade University opens again.", []),
        ("The Afghan Rural Arts Crafts Music Trade Fish University opens.", ["Afghanistan"]),
    ],
)
def test_a_longer_name_has_six_words_more_at_most(monkeypatch, line, whose):
    assert actors(monkeypatch, [line]) == whose


def test_stance_is_measured_toward_the_seven_most_named(monkeypatch):
    names = [f"{name} Foundation" for name in ("Ada", "Bea", "Cleo", "Dora", "Ella", "Fay", "Gina")]
    said = [f"[{name}|o] spoke." for name in (*names, "Hana Foundation")]
    of_two = built(monkeypatch, {"a": said, "b": said})
    assert list(mentions.targets(Topic("t", Path("t"), "T"), *of_two)) == names
