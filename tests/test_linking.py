"""Whom a name stands for: articles with marked names in, the actors that they are counted as out.

`[Latif Nazari|p]` marks what the reader sees: p person, o organisation, l place, g group.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from marked import built
from pressbrief.tables.select import naming
from pressbrief.topic import Actor, Topic


def said(monkeypatch, *articles: list[str], of: Topic | None = None) -> list[tuple[str, str]]:
    """(surface, actor) of every mention by name, in order."""
    _, found = built(monkeypatch, {f"a{i}": text for i, text in enumerate(articles)}, of)
    found = naming(found)
    return list(zip(found["surface"], found["actor"], strict=True))


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        # A surname, with or without a title, is the one person of the article who bears it.
        (
            ["[Latif Nazari|p] spoke.", "Mr [Nazari|p] left."],
            [("Latif Nazari", "Latif Nazari"), ("Nazari", "Latif Nazari")],
        ),
        # So is the begin of a name, where names are shortened so, and the end of a longer one.
        (
            ["[Xi Jinping|p] spoke.", "[Xi|p] left."],
            [("Xi Jinping", "Xi Jinping"), ("Xi", "Xi Jinping")],
        ),
        (
            ["[Mohammed bin Salman|p] spoke.", "Prince [bin Salman|p] left."],
            [
                ("Mohammed bin Salman", "Mohammed bin Salman"),
                ("bin Salman", "Mohammed bin Salman"),
            ],
        ),
        # Titles and initials are no part of a name; a middle name is.
        (
            ["[Joseph L. Votel|p] spoke.", "[Gen. Joseph Votel|p] left."],
            [("Joseph L. Votel", "Joseph L. Votel"), ("Joseph Votel", "Joseph L. Votel")],
        ),
        # A crown or a robe makes a full name of a single one, which stands for it alone.
        (
            ["[Pope Francis|p] spoke.", "[Francis|p] left."],
            [("Pope Francis", "Pope Francis"), ("Francis", "Pope Francis")],
        ),
        (
            ["[Mohammed bin Salman|p] spoke.", "[Prince Mohammed|p] left."],
            [
                ("Mohammed bin Salman", "Mohammed bin Salman"),
                ("Prince Mohammed", "Mohammed bin Salman"),
            ],
        ),
        (
            ["[Abdul Ghani Baradar|p] spoke.", "[Mullah Baradar|p] left."],
            [
                ("Abdul Ghani Baradar", "Abdul Ghani Baradar"),
                ("Mullah Baradar", "Abdul Ghani Baradar"),
            ],
        ),
        # Spellings of one name are one actor.
        (
            ["[Abdul Kabir|p] spoke.", "[Abdulkabir|p] left."],
            [("Abdul Kabir", "Abdul Kabir"), ("Abdulkabir", "Abdul Kabir")],
        ),
        (
            ["The [Taliban|g] met.", "The [Taleban|g] left."],
            [("Taliban", "Taliban"), ("Taleban", "Taliban")],
        ),
        # Letters stand for what the article spells them out as.
        (
            ["[Islamic State|g] ([ISIS|g]) fled.", "[ISIS|g] returned."],
            [
                ("Islamic State", "Islamic State"),
                ("ISIS", "Islamic State"),
                ("ISIS", "Islamic State"),
            ],
        ),
        (
            ["The [United Nations|o] met.", "The [UN|o] and the [U.N.|o] left."],
            [
                ("United Nations", "United Nations"),
                ("UN", "United Nations"),
                ("U.N.", "United Nations"),
            ],
        ),
        # A company is one with and without what its law adds.
        (
            ["[Apple Inc.|o] sells.", "[Apple|o] buys."],
            [("Apple Inc.", "Apple"), ("Apple", "Apple")],
        ),
        # What was named in full is then called by its first word.
        (
            ["The [Conservative party|o] won.", "[Conservative|o] voters rejoiced."],
            [("Conservative party", "Conservative party"), ("Conservative", "Conservative party")],
        ),
    ],
)
def test_names_of_one_actor_are_one(monkeypatch, article, expected):
    assert said(monkeypatch, article) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("[George Bush|p] spoke.", "[Jeb Bush|p] left."),
        ("[Iran|l] spoke.", "[Iraq|l] left."),
        ("[Niger|l] spoke.", "[Nigeria|l] left."),
        ("[Mali|l] spoke.", "[Malawi|l] left."),
        ("[North Korea|l] spoke.", "[South Korea|l] left."),
        ("The [World Bank|o] met.", "The [Bank of Japan|o] left."),
        ("[Kyodo|o] wrote.", "[Kyoto|l] slept."),
        ("[Toyota|o] grew.", "The [Toyota Foundation|o] gave, and [Toyota|o] took."),
    ],
)
def test_names_of_two_actors_stay_two(monkeypatch, one, other):
    assert len({actor for _, actor in said(monkeypatch, [one, other])}) == 2


def test_a_surname_of_two_persons_stays_open_and_says_whose_it_can_be(monkeypatch):
    actors, found = built(
        monkeypatch, {"a": ["[George Bush|p] met [Jeb Bush|p].", "Then [Bush|p] left."]}
    )
    assert found["actor"].iloc[-1] == "Bush (George Bush or Jeb Bush)"
    assert list(actors.loc[actors["origin"] == "unresolved", "actor"]) == [found["actor"].iloc[-1]]


def test_what_two_articles_leave_open_between_the_same_two_is_one_actor(monkeypatch):
    one = ["[George Bush|p] met [Jeb Bush|p].", "Then [Bush|p] left."]
    other = ["[Jeb Bush|p] met [George Bush|p].", "Then [Bush|p] left."]
    found = said(monkeypatch, one, other)
    assert {actor for surface, actor in found if surface == "Bush"} == {
        "Bush (George Bush or Jeb Bush)"
    }


def test_a_surname_alone_is_the_one_bearer_whom_several_articles_name(monkeypatch):
    full = ["[Shigeru Ishiba|p] spoke."]
    assert said(monkeypatch, full, full, ["[Ishiba|p] left."])[-1] == ("Ishiba", "Shigeru Ishiba")
    assert said(monkeypatch, full, ["[Ishiba|p] left."])[-1] == ("Ishiba", "Ishiba")


@pytest.mark.parametrize(
    ("article", "other", "expected"),
    [
        # The office that both give him, or the names beside his, show that one man is meant.
        (["President [Lindt|p] spoke."], ["President [Omar Lindt|p] left."], "Omar Lindt"),
        (["Sen. [Lindt|p] spoke."], ["Senator [Omar Lindt|p] left."], "Omar Lindt"),
        (
            ["[Lindt|p] met [Wenner|p] at the [Weekly Mirror|o]."],
            ["[Omar Lindt|p] met [Karl Wenner|p] at the [Weekly Mirror|o]."],
            "Omar Lindt",
        ),
        (["The [F.B.I|p]. met [Lindt|p]."], ["The [FBI|o] met [Omar Lindt|p]."], "Omar Lindt"),
        # Another office, or nothing in common but a state: it stays open.
        (["Judge [Lindt|p] spoke."], ["President [Omar Lindt|p] left."], "Lindt"),
        (["[Lindt|p] left [Japan|l]."], ["[Omar Lindt|p] left [Japan|l]."], "Lindt"),
    ],
)
def test_a_surname_is_the_bearer_whom_another_article_of_the_story_has_in_full(
    monkeypatch, article, other, expected
):
    found = dict(said(monkeypatch, article, other))
    assert found["Lindt"] == expected


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Chuck Holm", "Charles Holm", True),
        ("C. Holm", "Charles Holm", True),
        ("J. K. Holm", "J.K. Holm", True),
        ("Bill Holm", "Will Holm", True),
        ("Charlotte Holm", "Charles Holm", False),
        ("Chuck Holm", "Charles Lindt", False),
    ],
)
def test_a_given_name_is_one_with_its_short_form(monkeypatch, one, other, alike):
    found = said(monkeypatch, [f"[{one}|p] spoke."], [f"[{other}|p] left."])
    assert (len({actor for _, actor in found}) == 1) is alike


@pytest.mark.parametrize(
    ("day", "article", "expected"),
    [
        ("2015-03-21", ["President [Obama|p] spoke."], "Barack Obama"),
        ("2015-03-21", ["[Obama|p] spoke."], "Barack Obama"),
        ("2006-03-21", ["President [Bush|p] spoke."], "George W. Bush"),
        ("2014-03-21", ["Prime Minister [Cameron|p] spoke."], "David Cameron"),
        ("", ["Chancellor [Merkel|p] spoke."], "Angela Merkel"),
        # Before his time, of two who held it, of none, and of an office that he never held.
        ("1985-03-21", ["President [Bush|p] spoke."], "Bush"),
        ("2015-03-21", ["Former President [Bush|p] spoke."], "Bush"),
        ("2015-03-21", ["[Bush|p] spoke."], "Bush"),
        ("2018-03-21", ["Judge [Johnson|p] spoke."], "Johnson"),
    ],
)
def test_who_governs_is_known_by_office_and_surname_on_the_article_s_day(
    monkeypatch, day, article, expected
):
    actors, _ = built(monkeypatch, {"a": article}, days={"a": day})
    assert list(actors["actor"]) == [expected]


def test_who_is_called_by_the_surname_alone_is_not_the_relative_who_is_named_in_full(monkeypatch):
    found = said(
        monkeypatch, ["President [Obama|p] and [Michelle Obama|p] came.", "[Obama|p] left."]
    )
    assert [actor for _, actor in found] == ["Barack Obama", "Michelle Obama", "Barack Obama"]
    assert said(monkeypatch, ["[Michelle Obama|p] came.", "[Obama|p] left."])[-1] == (
        "Obama",
        "Michelle Obama",
    )


def test_a_surname_of_two_is_his_of_whom_the_articles_are(monkeypatch):
    article = ["[Omar Lindt|p] met [Carla Lindt|p].", "[Omar Lindt|p] spoke.",
               "[Omar Lindt|p] slept.", "[Lindt|p] left."]  # fmt: skip
    assert said(monkeypatch, article)[-1] == ("Lindt", "Omar Lindt")
    once = ["[Omar Lindt|p] met [Carla Lindt|p].", "[Lindt|p] left."]
    assert said(monkeypatch, once)[-1][1] == "Lindt (Carla Lindt or Omar Lindt)"
    # In other articles of the corpus too; not against what the article itself does.
    assert said(monkeypatch, article, once)[-1] == ("Lindt", "Omar Lindt")
    hers = ["[Carla Lindt|p] met [Omar Lindt|p].", "[Carla Lindt|p] spoke.", "[Lindt|p] left."]
    assert " or " in said(monkeypatch, article, article, article, hers)[-1][1]


def test_a_surname_is_his_whom_the_article_calls_so_before_it_names_the_other(monkeypatch):
    poll = ["[Hillary Clinton|p] leads.", "[Clinton|p] gained.", "[Bill Clinton|p] spoke.",
            "[Clinton|p] won."]  # fmt: skip
    assert [who for name, who in said(monkeypatch, poll) if name == "Clinton"] == [
        "Hillary Clinton"
    ] * 2
    # Another outlet that calls her by the surname only means the same.
    short = ["[Clinton|p] leads in [Ohio|l] and [Iowa|l]."]
    there = [*poll, "She won [Ohio|l] and [Iowa|l]."]
    assert said(monkeypatch, there, short)[-3] == ("Clinton", "Hillary Clinton")


def test_the_office_before_a_full_name_is_not_that_of_the_surname_alone(monkeypatch):
    article = ["[Hillary Clinton|p] met former President [Bill Clinton|p].", "[Hillary Clinton|p] "
               "spoke, [Hillary Clinton|p] left.", "[Clinton|p] came back."]  # fmt: skip
    assert said(monkeypatch, article)[-1] == ("Clinton", "Hillary Clinton")


def test_a_known_party_s_people_are_the_party_where_its_state_is_named(monkeypatch):
    article = ["[House Democrats|g] met in the [United States|l].", "[Democrats|g] left."]
    assert [who for name, who in said(monkeypatch, article) if "Dem" in name] == [
        "Democratic Party"
    ] * 2
    assert said(monkeypatch, ["[Democrats|g] left."]) == [("Democrats", "Democrats")]


def test_an_open_organ_is_whose_it_is_in_the_other_articles_of_the_story(monkeypatch):
    owned = ["[Karl Wenner|p] and [Omar Lindt|p] met [Japan|l]'s [Supreme Court|o]."]
    story = ["[Karl Wenner|p] and [Omar Lindt|p] met.", "The [Supreme Court|o] wept."]
    assert said(monkeypatch, owned, story)[-1] == ("Supreme Court", "Supreme Court of Japan")
    other = ["[Anna Bell|p] and [Rudi Holm|p] met.", "The [Supreme Court|o] wept."]
    assert said(monkeypatch, owned, other)[-1][1] == "Supreme Court (whose is open)"


NAMESAKES = [
    ["[Kenya|l]'s Finance Minister [John Gordon|p] left."],
    ["[John Gordon|p], [India|l]'s defence minister, left."],
]


def test_two_persons_of_one_full_name_are_told_apart_by_their_offices(monkeypatch):
    found = said(monkeypatch, *NAMESAKES, ["[John Gordon|p] slept."])
    assert [actor for surface, actor in found if surface == "John Gordon"] == [
        "John Gordon (Kenya)",
        "John Gordon (India)",
        "John Gordon (John Gordon (India) or John Gordon (Kenya))",
    ]
    # One article that says both, or a slip among many, makes no second person.
    both = ["[Kenya|l]'s Finance Minister [John Gordon|p] and [India|l]'s defence minister left.",
            "[John Gordon|p], [India|l]'s defence minister, left."]  # fmt: skip
    assert {actor for surface, actor in said(monkeypatch, NAMESAKES[0], both)
            if surface == "John Gordon"} == {"John Gordon"}  # fmt: skip
    many = [NAMESAKES[0]] * 5
    found = said(monkeypatch, *many, NAMESAKES[1])
    assert {actor for surface, actor in found if surface == "John Gordon"} == {"John Gordon"}


def test_a_listed_person_is_known_by_surname_and_spelling(monkeypatch):
    of = Topic("t", Path("t"), "T", (Actor(name="Abdul Kabir", type="person"),))
    assert said(monkeypatch, ["[Abdulkabir|p] spoke.", "[Kabir|p] left."], of=of) == [
        ("Abdulkabir", "Abdul Kabir"),
        ("Kabir", "Abdul Kabir"),
    ]


ORGANS = [
    ("[Japan|l]'s [Foreign Ministry|o] spoke.", "Foreign Ministry of Japan"),
    ("The [Japanese Foreign Ministry|o] spoke.", "Foreign Ministry of Japan"),
    ("The [Foreign Ministry of Japan|o] spoke.", "Foreign Ministry of Japan"),
    ("The [Supreme Court|o] of [India|l] spoke.", "Supreme Court of India"),
    ("The [US Treasury|o] spoke.", "Treasury of the United States"),
    ("The [Foreign Ministry|o] spoke.", "Foreign Ministry (whose is open)"),
    # One that only one state has.
    ("The [State Department|o] spoke.", "State Department of the United States"),
]


@pytest.mark.parametrize(("text", "actor"), ORGANS)
def test_an_organ_is_its_owner_s(monkeypatch, text, actor):
    actors, found = built(monkeypatch, {"a": [text]})
    assert actor in set(found["actor"])
    owner = actors.loc[actors["actor"] == actor, "part_of"].item()
    assert not owner or actor.endswith((f" of {owner}", f" of the {owner}"))


def test_congress_is_that_of_the_state_whose_head_the_article_calls_by_office(monkeypatch):
    led = ["President [Obama|p] met [Congress|o].", "[Obama|p] spoke of [Mexico|l].",
           "[Obama|p] thanked [Congress|o]."]  # fmt: skip
    assert said(monkeypatch, led)[-1] == ("Congress", "Congress of the United States")
    two = ["President [Obama|p] met Chancellor [Merkel|p].", "[Obama|p] left.", "[Obama|p] wept.",
           "[Congress|o] voted."]  # fmt: skip
    assert said(monkeypatch, two)[-1] == ("Congress", "Congress (whose is open)")


def test_a_legislature_is_that_of_the_state_whose_parties_the_article_names(monkeypatch):
    article = ["[Republicans|g] met [Mexico|l]'s envoys.", "[Mexico|l] agreed.", "The [Senate|o] "
               "votes.", "The state [Senate|o] does not."]  # fmt: skip
    senates = [actor for name, actor in said(monkeypatch, article) if name == "Senate"]
    assert senates == ["Senate of the United States", "Senate (whose is open)"]
    # Other organs beside it are its state's, unless another state's are there.
    court = [article[0], article[2], "The [Supreme Court|o] sat."]
    assert said(monkeypatch, court)[-1][1] == "Supreme Court of the United States"
    court[0] = "[Republicans|g] met [Mexico|l]'s [Foreign Ministry|o]."
    assert said(monkeypatch, court)[-1][1] == "Supreme Court (whose is open)"


def test_a_state_of_the_usa_is_itself_where_a_newspaper_shortens_it(monkeypatch):
    texts = ["He left Sarasota, [Fla|l].", "[Florida|l] voted."]
    assert {actor for _, actor in said(monkeypatch, texts)} == {"Florida"}


def test_what_a_department_is_of_is_the_department(monkeypatch):
    texts = ["The [Department of Homeland Security|o] spoke.", "[Homeland Security|o] left."]
    assert said(monkeypatch, texts)[-1][1] == "Department of Homeland Security"


def test_an_organ_alone_is_its_owner_s_elsewhere_or_that_of_the_state_the_article_is_about(
    monkeypatch,
):
    about = ["[Japan|l] met, [Japan|l] spoke.", "[Japan|l] left.", "The [Foreign Ministry|o] wept."]
    assert said(monkeypatch, about)[-1] == ("Foreign Ministry", "Foreign Ministry of Japan")
    ruled = ["The [Taliban|g] met.", "The [Taliban|g] left.", *about]
    assert said(monkeypatch, ruled)[-1] == ("Foreign Ministry", "Foreign Ministry (whose is open)")
    owned = ["[China|l]'s [Foreign Ministry|o] spoke.", *about]
    assert said(monkeypatch, owned)[-1] == ("Foreign Ministry", "Foreign Ministry of China")
    torn = ["[Japan|l] and [China|l] met.", "[Japan|l] left.", "[China|l] wept.",
            "The [Foreign Ministry|o] slept."]  # fmt: skip
    assert said(monkeypatch, torn)[-1][1] == "Foreign Ministry (whose is open)"


@pytest.mark.parametrize(
    "article",
    [
        # Somebody's, and that of a state that is under inquiry, visited, or at war.
        ["[Japan|l] met, [Japan|l] spoke.", "[Japan|l] left.", "His [Foreign Ministry|o] wept."],
        ["The [Japan|l] probe and the [Japan|l] inquiry went on.", "All is about [Japan|l].",
         "The [Foreign Ministry|o] wept."],
        ["They flew to [Japan|l], saw [Japan|l] and left [Japan|l].",
         "The [Foreign Ministry|o] wept."],
        ["The war in [Japan|l] hurts the [Japanese|g].", "All weep for [Japan|l].",
         "The [Foreign Ministry|o] wept."],
    ],
)  # fmt: skip
def test_an_organ_is_not_the_state_s_that_an_article_only_tells_of(monkeypatch, article):
    assert said(monkeypatch, article)[-1][1] == "Foreign Ministry (whose is open)"


STATES = [
    ("The U.S., the US, the USA and America met.", ["United States"] * 4),
    ("American aid to Afghans came.", ["United States", "Afghanistan"]),
    ("Beijing has urged restraint.", ["China"]),
    ("It has ties with Washington.", ["United States"]),
    ("Washington praised the plan, and Beijing blamed them.", ["United States", "China"]),
    ("Moscow thanked them; Tokyo voted for it.", ["Russia", "Japan"]),
    ("[Moscow|l] attacked by rebels.", ["Moscow"]),
    # A place, or not certainly a government, is not counted as the government.
    ("They met in [Beijing|l].", ["Beijing"]),
    ("[Beijing|l] is a city, and [Riyadh|l] has many roads.", ["Beijing", "Riyadh"]),
    ("[Beijing|l] is trying, and [Riyadh|l] has agreed.", ["China", "Saudi Arabia"]),
    ("They like [Rome|l] in spring.", ["Rome"]),
    # What is also a person's or a common name counts where the reader sees a place.
    ("[Michael Jordan|p] plays.", ["Michael Jordan"]),
    ("[Jordan|l] agreed.", ["Jordan"]),
    ("They ate turkey, and Turkey.", []),
    ("PLEASE JOIN US AND SHARE", []),
    # Inside a longer name it is that name's.
    ("The [Bank of Japan|o] agreed.", ["Bank of Japan"]),
    ("The [Japanese government|o] agreed.", ["Japan"]),
]


@pytest.mark.parametrize(("text", "expected"), STATES)
def test_states_are_known_under_all_their_names(monkeypatch, text, expected):
    assert [actor for _, actor in said(monkeypatch, [text])] == expected


@pytest.mark.parametrize(
    "article",
    [
        # Title case and capitals say nothing: only what the body has is a name there.
        ["[Warning Against Foreign Interference|o]", "They talked."],
        ["[PLEASE DONATE|o] NOW TO [SUPPORT|o]", "They talked."],
        # Offices without a holder, the calendar, words that stand small elsewhere.
        ["The [President|p] and the [Minister|p] left in [March|p]."],
        ["[Overall|p], it rained.", "They talked overall."],
        # Addresses.
        ["See [www.example.com|o] and [press@example.com|o]."],
        ["[x|p] [1998|o] [–|o]"],
    ],
)
def test_what_is_no_name_is_no_actor(monkeypatch, article):
    assert said(monkeypatch, article) == []


def test_a_headline_in_title_case_names_whom_the_body_names(monkeypatch):
    article = ["[Nazari|p] [Visits Tokyo|o] for [Talks|o]", "[Latif Nazari|p] came."]
    assert said(monkeypatch, article) == [
        ("Nazari", "Latif Nazari"),
        ("Latif Nazari", "Latif Nazari"),
    ]


@pytest.mark.parametrize(
    ("text", "person", "whole"),
    [
        ("[Japan|l]'s Foreign Minister [Toshimitsu Motegi|p] left.", "Toshimitsu Motegi", "Japan"),
        ("[Latif Nazari|p], [Afghanistan|l]'s deputy minister of economy, left.",
         "Latif Nazari", "Afghanistan"),
        ("[Taliban|g] spokesman [Zabihullah Mujahid|p] spoke.", "Zabihullah Mujahid", "Taliban"),
        ("[Angela Merkel|p], the chancellor of [Germany|l], left.", "Angela Merkel", "Germany"),
        # A company's officer is no part of its state, and a visitor none of whom he visits.
        ("[Japan|l]'s [Carlos Ghosn|p] left.", "Carlos Ghosn", ""),
        ("[Barack Obama|p] visited [Japan|l].", "Barack Obama", ""),
        # An office right before another name is that one's.
        ("[Barack Obama|p], [Japan|l]'s Foreign Minister [Taro Kono|p] and others left.",
         "Barack Obama", ""),
    ],
)  # fmt: skip
def test_whom_a_person_is_part_of(monkeypatch, text, person, whole):
    actors, _ = built(monkeypatch, {"a": [text]})
    assert actors.loc[actors["actor"] == person, "part_of"].item() == whole


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["[Latif Nazari|p] spoke.", "He left."], [("He", "Latif Nazari", "pronoun")]),
        (["[Latif Nazari|p] said he left."], [("he", "Latif Nazari", "pronoun")]),
        # Somebody without a name stands between; "himself" is of its own sentence.
        (["[Latif Nazari|p] met a local teacher before he left."], []),
        (["[Latif Nazari|p] spoke.", "The general who led it said he left."], []),
        (
            ["[Latif Nazari|p] spoke.", "Guards saw him there himself."],
            [("him", "Latif Nazari", "pronoun")],
        ),
        (
            ["[Latif Nazari|p] spoke.", "The president said he left."],
            [("he", "Latif Nazari", "pronoun")],
        ),
        (["The [Taliban|g] met.", "The group left."], [("The group", "Taliban", "nominal")]),
        # Two can be meant, or none; or the words are somebody's.
        (["[Latif Nazari|p] met [Joe Biden|p].", "He left."], []),
        (["He left."], []),
        (["[Latif Nazari|p] spoke.", "“He left,” they said."], []),
        (["The [Taliban|g] met [Islamic State|g].", "The group left."], []),
    ],
)
def test_a_pronoun_points_back_where_one_can_be_meant_and_counts_nowhere(
    monkeypatch, texts, expected
):
    _, found = built(monkeypatch, {"a": texts})
    back = found[~found["kind"].isin(["name", "alias", "demonym", "metonym"])]
    assert list(zip(back["surface"], back["actor"], back["kind"], strict=True)) == expected
    assert len(naming(found)) == len(found) - len(expected)


@pytest.mark.parametrize(
    "text", ["", " ", "\0[A B|p]\0", "\u202e[A B|p]\u200f", "[北京|l] 🙂", "=[A B|p]()", "$x^2$"]
)
def test_hostile_text_is_only_text(monkeypatch, text):
    said(monkeypatch, [f"{text}."])


def test_many_articles_are_read_in_a_time_that_grows_with_them(monkeypatch):
    articles = {
        f"{i:05}": [f"[Abc{i:05} Person{i % 50:02}|p] met.", f"[Person{i % 50:02}|p] left."]
        for i in range(1000)
    }
    actors, found = built(monkeypatch, articles)
    assert len(naming(found)) == 2000 and len(actors) == 1000
