"""Listed actors and states: a sentence in, the mentions expected in it out; no reader's help."""

from __future__ import annotations

from pathlib import Path

import pytest

from pressbrief import mentions, tables
from pressbrief.topic import Actor, Topic

ACTORS = (
    Actor(name="Japan", type="state", demonyms=["Japanese"], metonyms=["Tokyo"]),
    Actor(
        name="Foreign Ministry of Japan",
        type="organisation",
        aliases=["Japanese Foreign Ministry", "Foreign Ministry"],
        part_of="Japan",
    ),
    Actor(name="Toshimitsu Motegi", type="person", part_of="Foreign Ministry of Japan"),
    Actor(name="China", type="state", demonyms=["Chinese"], metonyms=["Beijing"]),
    Actor(name="Pakistan", type="state"),
    Actor(name="Afghanistan", type="state", demonyms=["Afghan", "Afghans"], metonyms=["Kabul"]),
    Actor(name="Taliban", type="group", aliases=["Taliban government"]),
    Actor(
        name="United States",
        type="state",
        aliases=["US", "U.S.", "America"],
        demonyms=["American", "Americans"],
        metonyms=["Washington", "White House"],
    ),
    Actor(name="Joe Biden", type="person", part_of="United States"),
    Actor(name="Theresa May", type="person"),
    Actor(name="Modern Tokyo Times", type="organisation"),
    Actor(name="Côte d'Ivoire", type="state"),
)


@pytest.fixture(autouse=True)
def blind(monkeypatch):
    """A reader that sees no name, so that what is found is found by the lists and their rules."""
    from pressbrief import reader

    monkeypatch.setattr(reader, "names", lambda texts: [[] for _ in texts])


def topic(*actors: Actor) -> Topic:
    return Topic("t", Path("t"), "T", actors or ACTORS)


def article(article_id: str, language: str = "en") -> tuple:
    said = "unknown", "unknown", "", "unknown", "unknown", "unknown", language
    return (article_id, f"{article_id}.txt", *said, "", "", "unknown", "unknown", 0, 0, "", "x")


def built(*texts: str, of: Topic | None = None, language: str = "en"):
    starts = [sum(len(text) + 1 for text in texts[:i]) for i in range(len(texts))]
    rows = [
        ("a", i + 1, 1, start, start + len(text), "body", text)
        for i, (start, text) in enumerate(zip(starts, texts, strict=True))
    ]
    articles = tables.frame("articles", [article("a", language)])
    actors, found = mentions.build(of or topic(), articles, tables.frame("sentences", rows))
    tables.check_cuts(found, "surface", {"a": "\n".join(texts)})
    return actors, found


def surfaces(*texts: str, of: Topic | None = None) -> list[str]:
    return list(built(*texts, of=of)[1]["surface"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Name, alias, demonym and metonym are told apart.
        ("Japan waited.", [("Japan", "Japan", "name")]),
        ("America waited.", [("America", "United States", "alias")]),
        ("Japanese aid came.", [("Japanese", "Japan", "demonym")]),
        ("Tokyo has refused.", [("Tokyo", "Japan", "metonym")]),
        # The longest form wins.
        (
            "The Taliban government and the Japanese Foreign Ministry met.",
            [
                ("Taliban government", "Taliban", "alias"),
                ("Japanese Foreign Ministry", "Foreign Ministry of Japan", "alias"),
            ],
        ),
        # Curly and straight apostrophes are one; a form may run over a line's end.
        ("Japan’s plan, Japan's plan", [("Japan", "Japan", "name")] * 2),
        ("Côte d’Ivoire voted.", [("Côte d’Ivoire", "Côte d'Ivoire", "name")]),
        ("the White\nHouse said", [("White\nHouse", "United States", "metonym")]),
    ],
)
def test_the_longest_form_with_its_kind(text, expected):
    _, found = built(text)
    assert list(zip(found["surface"], found["actor"], found["kind"], strict=True)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Words are whole, hyphens part them.
        ("Japan-Taliban and US-Japan talks", ["Japan", "Taliban", "US", "Japan"]),
        ("the USRussian army, Japanophile, Chinatown", []),
        ("pro-US states; the U.S.-led force; the U.S.", ["US", "U.S.", "U.S."]),
        ("the U.S.S.R. fell", []),
        # Capitals matter; capitals throughout say nothing of a short name.
        ("They told us that america is china.", []),
        ("PLEASE JOIN US IN JAPAN AND CHINA", ["JAPAN", "CHINA"]),
        ("JAPAN said so.", ["JAPAN"]),
        # Addresses name nobody.
        ("See https://www.Japan.go.jp/US or Japan@example.com now", []),
        ("It costs US$5, US $5 or HK$40", []),
    ],
)
def test_word_boundaries_and_capitals(text, expected):
    assert surfaces(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Inside another actor's name, and inside longer names that nobody listed.
        ("The Modern Tokyo Times wrote.", ["Modern Tokyo Times"]),
        ("He read the Tokyo Times and the Washington Post.", []),
        ("She left the University of Tokyo for the Bank of Japan.", []),
        ("They met at Air China and in South China.", []),
        ("They want the China-Pakistan Economic Corridor extended.", []),
        ("It is in the “US National Security Strategy” document.", []),
        # A state's own organs and offices name the state with them.
        ("The US Senate heard US President Joe Biden.", ["US", "US", "Joe Biden"]),
        ("The Government of Japan met the Afghan Deputy Minister.", ["Japan", "Afghan"]),
        ("The Tokyo government agreed.", ["Tokyo"]),
        # What describes a state leaves it what it is.
        ("He wrote of Imperial Japan and northern Afghanistan.", ["Japan", "Afghanistan"]),
        # Title case says nothing, but "Times" does.
        ("Taliban Takeover Changes Japan Policy", ["Taliban", "Japan"]),
        ("Why The Japan Times Changed Its Name", []),
        # A word that the article also writes small is no part of a name.
        ("Some accept it, and the US Accept Taliban rule.", ["US", "Taliban"]),
    ],
)
def test_a_name_inside_a_longer_name_is_not_counted(text, expected):
    assert surfaces(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Chinese Foreign Ministry said so.",
        "China’s Foreign Ministry said so.",
        "The Foreign Ministry of China said so.",
        "France’s Foreign Ministry said so.",
    ],
)
def test_another_states_ministry_is_not_this_one(text):
    assert "Foreign Ministry of Japan" not in list(built(text)[1]["actor"])


def test_its_own_states_ministry_is():
    assert surfaces("Japan’s Foreign Ministry said so.") == ["Japan", "Foreign Ministry"]


def test_a_surname_counts_in_an_article_that_has_the_full_name():
    assert surfaces("Motegi left.") == []
    assert surfaces("Motegi left.", "Toshimitsu Motegi returned.") == [
        "Motegi",
        "Toshimitsu Motegi",
    ]
    assert surfaces("Joe Biden spoke.", "Hunter Biden did not.") == ["Joe Biden"]


def test_a_surname_that_two_persons_of_the_article_share_is_unresolved():
    two = topic(Actor(name="George Bush", type="person"), Actor(name="Jeb Bush", type="person"))
    assert surfaces("George Bush met Jeb Bush.", "Bush left.", of=two) == [
        "George Bush",
        "Jeb Bush",
    ]
    assert surfaces("George Bush spoke.", "Bush left.", of=two) == ["George Bush", "Bush"]


def test_a_surname_that_is_a_common_word_needs_a_title():
    texts = (
        "Theresa May spoke.",
        "May was cold.",
        "May I ask?",
        "Mrs May left.",
        "Minister May left.",
        "It ends, said May.",
        "It ends in May, or on 3 May.",
    )
    assert surfaces(*texts) == ["Theresa May", "May", "May", "May"]


def test_every_actor_stands_in_the_actors_table_with_all_its_names():
    actors, found = built("Nothing here.")
    assert list(actors["actor"]) == [actor.name for actor in ACTORS]
    assert actors.loc[actors["actor"] == "Japan", "names"].item() == "Japan; Japanese; Tokyo"
    assert set(actors["origin"]) == {"topic"} and found.empty


def test_other_scripts_have_no_spaces_to_ask_for():
    japan = topic(Actor(name="Japan", type="state", aliases=["日本"]))
    assert surfaces("It reads 日本は in print.", of=japan) == ["日本"]


def test_only_english_is_read():
    assert built("Japan waited.", language="fr")[1].empty


def test_states_are_known_without_a_list():
    actors, found = built("Japan waited, and the Japanese.", of=Topic("t", Path("t"), "T"))
    assert list(found["kind"]) == ["name", "demonym"]
    assert actors.to_dict("records") == [
        {
            "actor": "Japan",
            "actor_type": "state",
            "part_of": "",
            "names": "Japan; Japanese",
            "origin": "discovered",
        }
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\0Japan\0",
        "\u202eJapan\u200f",
        "🇯🇵 Japan 🙂",
        "=Japan()",
        "$x^2$",
        "<script>Japan",
    ],
)
def test_hostile_text_is_only_text(text):
    assert surfaces(f"{text}.") in ([], ["Japan"])


def test_a_megabyte_in_one_line_is_read():
    assert len(surfaces("word " * 200_000 + "Japan")) == 1
