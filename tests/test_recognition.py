"""What of the reader's names is an actor's name: marked articles in, surfaces and actors out.

`[Latif Nazari|p]` marks what the reader sees: p person, o organisation, l place, g group.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from marked import Name, built, frames
from pressbrief import mentions
from pressbrief.mentions import nobodies, vetting
from pressbrief.mentions.recognition import articles_of, can_name
from pressbrief.tables.select import naming
from pressbrief.topic import Topic


def said(monkeypatch, *articles: list[str]) -> list[tuple[str, str, str]]:
    """(surface, actor, type) of every mention by name, in order."""
    _, found = built(monkeypatch, {f"a{i}": text for i, text in enumerate(articles)})
    found = naming(found)
    return list(zip(found["surface"], found["actor"], found["actor_type"], strict=True))


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        # What is hyphened to a name is no part of it.
        ("The [Hamas-led|o] strikes ended.", "Hamas"),
        ("The [Geneva-based|l] body met.", "Geneva"),
        ("The [pro-Hamas|o] march ended.", "Hamas"),
        ("The [Hamas-|o]led strikes ended.", "Hamas"),
        # What belongs to a name stays.
        ("[Ban Ki-moon|p] spoke.", "Ban Ki-moon"),
        ("[Moon Jae|p]-in spoke.", "Moon Jae-in"),
        ("[Ahmad Al|p]-[Sabah|p] spoke.", "Ahmad Al-Sabah"),
        ("The [Inter-American Court|o] met.", "Inter-American Court"),
        ("The [Asian and|o] [African Affairs Bureau|o] met.", "Asian and African Affairs Bureau"),
        ("The [Nippon Foundation, police|o] and airport staff met.", "Nippon Foundation"),
        # Titles and offices are no part of a person's name, but of a single one under a crown.
        ("[Gen. John Nicholson|p] left.", "John Nicholson"),
        ("[Foreign Minister Toshimitsu Motegi|p] left.", "Toshimitsu Motegi"),
        ("[Sheikh Ahmad Nawaf|p] left.", "Ahmad Nawaf"),
        ("[Karl Wenner of Norvia|p] left.", "Karl Wenner"),
        ("[Pope Francis|p] left.", "Pope Francis"),
        ("[Sultan Al Jaber|p] left.", "Sultan Al Jaber"),
        ("[Mawlawi Abdulkabir|p] left.", "Mawlawi Abdulkabir"),
    ],
)
def test_where_a_name_begins_and_ends(monkeypatch, text, surface):
    assert [one for one, _, _ in said(monkeypatch, [text])] == [surface]


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        # A body or people is known as what it is, whatever the reader takes it for.
        (["They told [Al Jazeera|p]."], [("Al Jazeera", "Al Jazeera", "organisation")]),
        (["The [Rohingya|p] fled."], [("Rohingya", "Rohingya", "group")]),
        (["The [EU|l] met."], [("EU", "European Union", "organisation")]),
        # So is a seat of government, unless a person of the article bears the name.
        (["Rain fell on [Kinshasa|p]."], [("Kinshasa", "Kinshasa", "place")]),
        # Most places of a name decide, and those of the full names that end with it.
        (
            ["[Uhuru Kenyatta|p] spoke, [Uhuru Kenyatta|p] left.", "Then [Kenyatta|l] slept."],
            [
                ("Uhuru Kenyatta", "Uhuru Kenyatta", "person"),
                ("Uhuru Kenyatta", "Uhuru Kenyatta", "person"),
                ("Kenyatta", "Uhuru Kenyatta", "person"),
            ],
        ),
        # One full name is enough where a surname is no known place.
        (
            ["[Milos Vystrcil|p] spoke.", "At [Vystrcil|l]'s home.", "[Vystrcil|l] left."],
            [("Milos Vystrcil", "Milos Vystrcil", "person")]
            + [("Vystrcil", "Milos Vystrcil", "person")] * 2,
        ),
        # Letters are of the kind of what they stand for.
        (
            ["The [Grand Renaissance Dam|l] ([GRD|o]) fills.", "The [GRD|o] is full."],
            [
                ("Grand Renaissance Dam", "Grand Renaissance Dam", "place"),
                ("GRD", "Grand Renaissance Dam", "place"),
                ("GRD", "Grand Renaissance Dam", "place"),
            ],
        ),
        # Letters are no common words: WHO is not "who", US is not "us".
        (
            ["The [WHO|o] and the [US|l] met those who asked us."],
            [
                ("WHO", "World Health Organization", "organisation"),
                ("US", "United States", "state"),
            ],
        ),
    ],
)
def test_of_which_kind_a_name_is(monkeypatch, article, expected):
    assert said(monkeypatch, article) == expected


def test_what_most_articles_say_of_a_name_holds_in_all(monkeypatch):
    right, wrong = ["They met in [Yambio|l]."], ["Rain fell on [Yambio|p]."]
    found = said(monkeypatch, right, right, right, wrong)
    assert {type_ for _, _, type_ in found} == {"place"}
    # A person of that name in the article keeps it.
    person = ["[Mary Yambio|p] left.", "Then [Yambio|p] slept."]
    found = said(monkeypatch, right, right, right, right, person)
    assert found[-1] == ("Yambio", "Mary Yambio", "person")


def test_a_person_s_full_name_is_whole_wherever_it_stands(monkeypatch):
    twice = ["[Uhuru Kenyatta|p] spoke.", "[Uhuru Kenyatta|p] left."]
    found = said(monkeypatch, twice, ["Front-runner [Uhuru|p] Kenyatta and Uhuru Kenyatta won."])
    assert [surface for surface, _, _ in found] == ["Uhuru Kenyatta"] * 4
    # What the reader saw but once may be a slip.
    found = said(monkeypatch, ["[Uhuru Kenyatta|p] spoke."], ["Then [Uhuru|p] Kenyatta won."])
    assert [surface for surface, _, _ in found] == ["Uhuru Kenyatta", "Uhuru"]


def test_a_chain_called_after_somebody_is_no_person(monkeypatch):
    article = ["[Dick's Sporting Goods|o] sold [Dick|p]'s [Sporting Goods|o].", "At [Dick|p]'s all "
               "is sold.", "[Dick's Sporting Goods|o] grows."]  # fmt: skip
    assert {actor for _, actor, _ in said(monkeypatch, article)} == {"Dick's Sporting Goods"}
    person = [*article, "[Dick Stack|p] and his [Dick|p]'s wife came."]
    assert ("Dick", "Dick Stack", "person") in said(monkeypatch, person)


def test_a_surname_is_a_person_s_unless_a_company_is_called_so(monkeypatch):
    sold = ["[Ed Stack|p] spoke.", "[Stack|o] left, and [Stack|o] sold it."]
    assert {who for _, who, _ in said(monkeypatch, sold)} == {"Ed Stack"}
    cars = ["[Bill Ford|p] spoke of [Ford Motor|o].", "[Ford|o] grew, and [Ford|o] sold cars."]
    assert said(monkeypatch, cars)[-1][1:] == ("Ford Motor", "organisation")


@pytest.mark.parametrize(
    "article",
    [
        # Two states joined are no actor, nor inside the name of what is between them.
        ["The [China-Pakistan|l] Economic Corridor grows."],
        # Letters of numbers, trades and the page.
        ["Part [XV|o] of the plan of the [NGO|o] on [GDP|o]."],
        # A holder's office alone.
        ["The [Attorney|p] left with the [Pope|p]."],
        # Ships and treaties.
        ["The [USS Benfold|x] came.", "The [Benfold|l] left.", "The [HMS Dreadnought|o] sank."],
        ["The [UN Convention on the Law of the Sea|o] holds, the [Lisbon Treaty|o] too."],
        ["By the [Law of the Sea Convention|x] ([UNCLOS|o]) it is so.", "[UNCLOS|o] says so."],
        # The label of a senator's party and state, a dateline, the title of a work.
        ["The senator, R-[Ohio|l], and another ([D-Conn.|o]) left."],
        ["The senator, [R-S.C.|o], left.", "A third (D-[New York|l]) stayed."],
        ["[CHARLESTON|l], [S.C.|l] ([AP|o]) — It rained.", "[Kabul|l] ([Reuters|o]) - It rained."],
        ["He spoke on the show “[Meet the Press|o].”", "It stood in his book “[Rising Norvia|o]”."],
        # A family, a day with a letter wrong, what the sentence's begin gives a capital.
        ["They met the [Holm|p] family.", "The [Holm family|g] left."],
        ["It rained on [Wedesday|p], and on [Thrusday|o]."],
        ["[Family members|g] left.", "[Democratic|g] voters left."],
        # The label of a turn in an interview, where nothing else names the person.
        ["[RUDI HOLM|p]: It rained.", "[HOLM|p] (on tape): It rained on."],
        # A bill's letters, and the office of the person behind it.
        ["The [SB|o] 202 and the [H.R.|o] 8 passed.", "[House Democratic Leader|o] Ann Holm left."],
        # What is so, and adjectives.
        ["They fled for [Democracy|o] on [Islamic|g] and [Western|g] principles."],
    ],
)
def test_what_is_no_actor(monkeypatch, article):
    assert said(monkeypatch, article) == []


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        (["[NATO|o] — the alliance — met."], ["NATO"]),
        (["[US|l]–[China|l] talks ended."], ["US", "China"]),
        (
            ["He saw “[El Chapo|p]” and “the [United Nations|o]” there."],
            ["El Chapo", "United Nations"],
        ),
        (["He read “[Rising Norvia|o]” there."], ["Rising Norvia"]),
        (["[RUDI HOLM|p]: It rained.", "[Rudi Holm|p] left."], ["RUDI HOLM", "Rudi Holm"]),
        (["[Munday|p] and [Halliday|p] left."], ["Munday", "Halliday"]),
        (["[Boeing|o] workers left."], ["Boeing"]),
        (["The [EU|o] 27 met."], ["EU"]),
    ],
)
def test_what_looks_like_no_actor_and_is_one(monkeypatch, article, expected):
    assert [surface for surface, _, _ in said(monkeypatch, article)] == expected


def test_what_the_reader_doubts_is_a_name_if_a_full_name_has_it(monkeypatch):
    from pressbrief import reader

    full = "Talks will go on, Yinhong Shi said."
    article_rows, sentences, _ = frames({"a": [full, "Shi said no more."]})
    places = {full: Name(18, 29, "person", 0.9), "Shi said no more.": Name(0, 3, "person", 0.5)}
    monkeypatch.setattr(reader, "names", lambda asked: [[places[text]] for text in asked])
    _, found = mentions.build(Topic("t", Path("t"), "T"), article_rows, sentences)
    assert list(naming(found)["actor"]) == ["Yinhong Shi"] * 2


def test_a_long_name_in_capitals_is_read_in_time():
    assert vetting.kind_of("USS " + "A" * 10_000 + "!", "organisation") == "organisation"
    assert vetting.kind_of("USS Abraham Lincoln", "organisation") == "other"


def test_a_row_of_capitals_is_no_dateline_and_read_in_time():
    for text in ("A" * 2000, "A " * 1000, "a-" * 1000, "Ab." * 700):
        assert list(nobodies.places(f"{text}-")) == []


def test_a_name_inside_the_name_of_what_is_no_actor_is_not_counted(monkeypatch):
    article = ["[Pakistan|l] agreed.", "The [China-Pakistan Accord|x] holds.", "[Pakistan|l] left."]
    assert [one for one, _, _ in said(monkeypatch, article)] == ["Pakistan", "Pakistan"]


def test_what_the_reader_hardly_sees_is_no_organisation_unless_it_is_known():
    assert vetting.is_faint("Precious Stones", "organisation", 0.37)
    assert not vetting.is_faint("Japanese Foreign Ministry", "organisation", 0.2)
    assert not vetting.is_faint("Nippon Foundation", "organisation", 0.6)
    assert not vetting.is_faint("Latif Nazari", "person", 0.3)


def test_the_label_behind_a_headline_is_no_actor(monkeypatch):
    from pressbrief import reader

    article_rows, sentences, _ = frames({"a": ["Ties soar amid talks : Afghanistan News"]})
    sentences["role"] = "headline"
    at = len("Ties soar amid talks : ")
    text = sentences["text"].iloc[0]
    monkeypatch.setattr(
        reader, "names", lambda asked: [[Name(at, len(text), "organisation", 0.9)] for _ in asked]
    )
    _, found = mentions.build(Topic("t", Path("t"), "T"), article_rows, sentences)
    assert naming(found).empty


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("In Kabul it rained.", True),
        ("US aid ended.", True),
        ("北京。", True),
        ("Nazari left.", True),
        # No word of these can be a name: small ones, days, and what the article also writes small.
        ("The talks ended on Tuesday, March 4.", False),
        ("Talks ended.", False),
        ("it rained.", False),
        ("", False),
    ],
)
def test_only_sentences_that_can_name_somebody_are_read(text, asked):
    assert can_name(text, frozenset(["talks"])) is asked


def test_words_are_small_where_their_article_writes_them_so():
    articles, sentences, _ = frames(
        {"a": ["Talks ended.", "The talks were long."], "b": ["Talks."]}
    )
    assert ["talks" in one.small for one in articles_of(articles, sentences)] == [True, False]
