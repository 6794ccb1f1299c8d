"""Regions, peoples and bodies that all news knows: marked articles in, whom they name out.

`[African|g]` marks what the reader sees: p person, o organisation, l place, g group.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from marked import built
from pressbrief.mentions import bodies, gazetteer, states, vetting
from pressbrief.tables.select import naming
from pressbrief.topic import Actor, Topic


def said(monkeypatch, *articles: list[str], of: tuple[Actor, ...] = ()) -> list[tuple]:
    """(surface, actor, type, kind) of every mention by name, in order."""
    marked = {f"a{i}": text for i, text in enumerate(articles)}
    _, found = built(monkeypatch, marked, Topic("t", Path("t"), "T", of))
    columns = ["surface", "actor", "actor_type", "kind"]
    return [tuple(row) for row in naming(found)[columns].itertuples(index=False)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A regional adjective names its region, a people's the people.
        ("[African|g] leaders met.", ("African", "Africa", "place", "demonym")),
        ("[Africans|g] met in [Africa|l].", ("Africans", "Africa", "place", "demonym")),
        ("[Latin American|g] ministers met.",
         ("Latin American", "Latin America", "place", "demonym")),
        ("The [South-East Asian|g] bloc met.",
         ("South-East Asian", "Southeast Asia", "place", "demonym")),
        ("[sub-Saharan Africa|l] grew.",
         ("sub-Saharan Africa", "sub-Saharan Africa", "place", "name")),
        ("The [West Bank|o] voted.", ("West Bank", "West Bank", "place", "name")),
        ("The [Muslim|g] world met.", ("Muslim", "Muslims", "group", "demonym")),
        ("[Muslims|g] met.", ("Muslims", "Muslims", "group", "name")),
        ("[Jewish|g] groups met.", ("Jewish", "Jews", "group", "demonym")),
        ("[Indigenous|g] leaders met.", ("Indigenous", "Indigenous peoples", "group", "demonym")),
        ("[Shi'ite|g] clerics met.", ("Shi'ite", "Shiites", "group", "demonym")),
        # What is also a person's name or a company's is what the reader sees.
        ("[Christian|g] groups met.", ("Christian", "Christians", "group", "demonym")),
        ("[Christian|p] left.", ("Christian", "Christian", "person", "name")),
        ("[Amazon|l] fires spread.", ("Amazon", "Amazon", "place", "name")),
        ("[Amazon|o] grew.", ("Amazon", "Amazon", "organisation", "name")),
    ],
)  # fmt: skip
def test_whom_an_adjective_or_name_stands_for(monkeypatch, text, expected):
    assert said(monkeypatch, [text])[0] == expected


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The [African Union|o] met.", "African Union"),
        ("The [African Affairs Bureau|o] met.", "African Affairs Bureau"),
        ("The [Asian and|o] [African Affairs Bureau|o] met.", "Asian and African Affairs Bureau"),
        ("[South African|g] officials met.", "South Africa"),
        ("[Central African|g] officials met.", "Central African Republic"),
        ("The [European Commission|o] met.", "European Commission"),
        ("The [Muslim Brotherhood|o] met.", "Muslim Brotherhood"),
    ],
)
def test_inside_a_longer_name_the_adjective_is_that_name_s(monkeypatch, text, actor):
    assert [row[1] for row in said(monkeypatch, [text])] == [actor]


def test_a_group_is_called_by_its_plural_and_its_adjective_is_a_demonym(monkeypatch):
    article = ["A [Sandinista|g] leader met a [Sandinista|g] judge.", "The [Sandinistas|g] left."]
    found = said(monkeypatch, article)
    assert {row[1] for row in found} == {"Sandinistas"}
    assert [row[3] for row in found] == ["demonym", "demonym", "name"]


def test_what_a_topic_lists_keeps_its_name_and_wins(monkeypatch):
    of = (Actor(name="Europe", type="place"),)
    assert said(monkeypatch, ["[European|g] states met."], of=of)[0][1:] == (
        "Europe", "place", "demonym",
    )  # fmt: skip
    of = (Actor(name="UN", type="organisation"),)
    found = said(monkeypatch, ["The [UN|o] met.", "The [United Nations|o] left."], of=of)
    assert [row[1] for row in found] == ["UN", "UN"]
    # Listed as something else, it is only that.
    of = (Actor(name="European Union", type="organisation", aliases=["Europe"]),)
    assert said(monkeypatch, ["[Europe|l] voted."], of=of)[0][1] == "European Union"


LETTERS = [
    ("UN", "United Nations"), ("U.N.", "United Nations"), ("EU", "European Union"),
    ("IMF", "International Monetary Fund"), ("NATO", "NATO"), ("Nato", "NATO"),
    ("ASEAN", "ASEAN"), ("Association of Southeast Asian Nations", "ASEAN"),
    ("World Health Organisation", "World Health Organization"),
]  # fmt: skip


@pytest.mark.parametrize(("surface", "actor"), LETTERS)
def test_letters_with_one_meaning_are_known_without_being_spelt_out(monkeypatch, surface, actor):
    assert said(monkeypatch, [f"The [{surface}|o] met."])[0][1] == actor


def test_letters_are_what_their_article_spells_them_out_as(monkeypatch):
    own = ["The [Ethiopian University|o] ([EU|o]) met.", "The [EU|o] left."]
    other = ["The [EU|o] met."]
    found = [row[1] for row in said(monkeypatch, own, other)]
    assert found == ["Ethiopian University"] * 3 + ["European Union"]
    # Spelt out as the body that they are known for, in other words, they are that body.
    near = ["The [Food and Agricultural Organisation|o] ([FAO|o]) met.", "The [FAO|o] left."]
    assert {row[1] for row in said(monkeypatch, near)} == {"Food and Agriculture Organization"}


def test_what_one_article_of_many_spells_out_says_nothing_of_the_others(monkeypatch):
    spelt = ["The [Islands Press Service|o] ([IPS|o]) met."]
    few, many = [["The [IPS|o] left."]] * 3, [["The [IPS|o] left."]] * 20
    assert {row[1] for row in said(monkeypatch, spelt, *few)} == {"Islands Press Service"}
    assert {row[1] for row in said(monkeypatch, spelt, *many)} == {"Islands Press Service", "IPS"}
    # Nor do initials alone, in an article that has not the letters.
    alone = ["The [Islands Press Service|o] met."]
    assert said(monkeypatch, alone, *few)[-1][1] == "IPS"
    both = ["The [Islands Press Service|o] met.", "The [IPS|o] left."]
    assert said(monkeypatch, both, *few)[-1][1] == "Islands Press Service"


def test_letters_with_several_meanings_are_left_as_they_are(monkeypatch):
    assert said(monkeypatch, ["The [ICC|l] met."]) == [("ICC", "ICC", "organisation", "name")]
    spelt = ["The [International Cricket Council|o] ([ICC|o]) met."]
    found = said(monkeypatch, spelt, ["The [ICC|o] left."])
    assert {row[1] for row in found} == {"International Cricket Council"}
    # One word's letter begins many an acronym.
    assert [row[1] for row in said(monkeypatch, ["The [Gulf|l] ([GCC|o]) states met."])] == [
        "Gulf",
        "GCC",
    ]


def test_no_form_stands_for_two_and_none_is_a_state_s():
    known = [form for one in bodies.bodies() for form in one.forms()]
    assert sorted(known) == sorted(set(known))
    assert not set(known) & {form for one in states.states() for form in one.forms()}
    assert gazetteer.beside([], bodies.bodies()) == list(bodies.bodies())


def test_a_capital_is_a_place_unless_its_name_is_more_than_one_thing():
    assert vetting.kind_of("Tel Aviv", "organisation") == "place"
    assert vetting.kind_of("Georgetown", "organisation") == "organisation"
