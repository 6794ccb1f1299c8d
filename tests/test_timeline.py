"""What is told as one happening: articles with their dates in, events out."""

from __future__ import annotations

import pytest

from pressbrief import tables
from pressbrief.sections import timeline_tables
from pressbrief.sections.wording.names import Names
from pressbrief.time import timex
from pressbrief.timeline import build

ACTORS = ("France", "Germany", "Kenya", "European Union", "Brazil")


def timeline(
    *texts: str,
    day: str = "2024-05-20",
    days: dict | None = None,
    publishers: dict | None = None,
    copies=(),
    dated=True,
    removed=(),
):
    """Articles (a sentence on each line) that appeared on a day, or, if not dated, by that day.

    `days`, `publishers`: of single articles, by their letter.
    """
    articles, sentences, mentions = [], [], []
    for place, text in enumerate(texts):
        name, at = "abcdefgh"[place], 0
        for number, line in enumerate(text.split("\n"), 1):
            sentences.append((name, number, 1, at, at + len(line), "body", line))
            for actor in ACTORS:
                if actor in line:
                    start = at + line.index(actor)
                    end = start + len(actor)
                    mentions.append((name, number, start, end, actor, actor, "state", "name"))
            at += len(line) + 1
        publisher = (publishers or {}).get(name, "unknown")
        original = "a" if name in copies else ""
        row = (
            name,
            f"{name}.txt",
            publisher,
            "unknown",
            "",
            *["unknown"] * 3,
            "en",
            (days or {}).get(name, day) if dated else "",
            (days or {}).get(name, day),
            "day",
            "x",
        )
        articles.append((*row, 1, 1, original, "0"))
    frames = tables.frame("articles", articles), tables.frame("sentences", sentences)
    actors = tables.frame("actors", [(actor, "state", "", actor, "topic") for actor in ACTORS])
    cuts = tables.frame("removed", list(removed))
    named = tables.frame("mentions", mentions)
    return build(*frames, cuts, actors, named, timex.expressions(*frames))


def rows(events, *columns: str) -> list[tuple]:
    return list(events[list(columns)].itertuples(index=False, name=None))


STATUS = [
    ("France and Germany met on Tuesday.", "2024-05-14", "happened"),
    ("France and Germany will meet on Tuesday.", "2024-05-21", "planned"),
    ("Officials said that France and Germany met on Tuesday.", "2024-05-14", "reported"),
    ("France denied that it met Germany on Tuesday.", "2024-05-14", "denied"),
    ("France said on Tuesday that Germany was ready.", "2024-05-14", "happened"),
]


@pytest.mark.parametrize(("text", "day", "status"), STATUS)
def test_status(text, day, status):
    events, _, _ = timeline(text)
    assert rows(events, "earliest", "latest", "precision", "status") == [(day, day, "day", status)]


@pytest.mark.parametrize(
    "text",
    [
        "France has led the group since 2021.",
        "The talks lasted for three weeks.",
        "France publishes the figures every year.",
        "It is now ready.",
        "After the accord of 2015, trade grew.",
        "France was fined under the Public Order Act, 1986.",
        "Kenya fears a January-6th-style riot.",
        "France and Germany are neighbours.",
        "\u0000 $x^2$ =cmd() <script>",
    ],
)
def test_no_event(text):
    events, mentions, _ = timeline(text)
    assert events.empty
    assert mentions.empty


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("from 2010 to 2012", [("2010-01-01", "2012-12-31")]),
        ("between May 2010 and June 2010", [("2010-05-01", "2010-06-30")]),
        (
            "from 5 in 2010 to 12 in 2011",
            [("2010-01-01", "2010-12-31"), ("2011-01-01", "2011-12-31")],
        ),
    ],
)
def test_from_one_time_to_another_is_one_event(said, days):
    events, _, _ = timeline(f"The deaths in Kenya rose {said}.")
    assert rows(events, "earliest", "latest") == days


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("On Friday France paid tribute to the fallen of the 1999 Kargil war.", "2024-05-17"),
        ("France left the 2015 accord with Germany in 2018.", "2018-01-01"),
        ("The 2011 census of Kenya counted 38 million.", "2011-01-01"),
        ("France showed his works (1863-1898, some of 1901) in 1998.", "1998-01-01"),
    ],
)
def test_a_year_that_names_a_happening_dates_nothing_beside_it(text, when):
    assert list(timeline(text)[0]["earliest"]) == [when]


def test_an_event_has_its_sentence_actors_and_a_stable_name():
    text = "France and Germany met in Berlin on 14 May 2024."
    events, mentions, _ = timeline(text)
    assert rows(events, "summary", "actors", "articles", "sources", "conflict") == [
        (text, "France; Germany", 1, 1, "")
    ]
    assert events["event"][0].startswith("2024-05-14-")
    assert list(mentions["event"]) == list(events["event"])
    assert timeline(text)[0].equals(events)


LONG = (
    "The European Union delegation visited Kenya to discuss trade for a week "
    "starting on May 13, 2024."
)
SHORT = "The European Union delegation visited Kenya on Tuesday to discuss trade."


def test_two_sources_of_one_visit_are_one_event():
    events, mentions, _ = timeline(LONG, SHORT)
    assert rows(events, "earliest", "latest", "articles", "sources") == [
        ("2024-05-13", "2024-05-19", 2, 2)
    ]
    assert events["summary"][0] == SHORT  # the narrowest date
    assert list(mentions["article_id"]) == ["a", "b"]


def test_a_copied_sentence_is_one_event_whoever_is_named_and_however_open_its_date():
    text = "The navy's commander praised the new domestic radar systems in a meeting on Friday."
    assert rows(timeline(text, text, copies=("b",))[0], "articles", "sources") == [(2, 1)]
    assert rows(timeline(text, text, dated=False)[0], "articles", "sources") == [(2, 2)]
    assert len(timeline("They met on Friday.", "They met on Friday.", dated=False)[0]) == 2


def test_a_copy_is_no_second_source_and_one_publisher_is_one():
    assert rows(timeline(SHORT, SHORT, copies="b")[0], "articles", "sources") == [(2, 1)]
    both = {"a": "Daily", "b": "Daily"}
    assert rows(timeline(LONG, SHORT, publishers=both)[0], "articles", "sources") == [(2, 1)]


@pytest.mark.parametrize(
    "other",
    [
        "The Brazil delegation visited Kenya on Tuesday to discuss trade.",  # other actors
        "The European Union fined banks in Kenya on Tuesday over records.",  # another happening
        "The European Union delegation visited Kenya on 4 March 2024.",  # another time
    ],
)
def test_different_happenings_stay_apart(other):
    assert len(timeline(LONG, other)[0]) == 2


def test_the_same_happening_on_two_days_is_a_conflict_in_words():
    one = "The European Union delegation visited Kenya on 13 May 2024 to discuss trade."
    events, _, _ = timeline(one, SHORT)
    assert list(events["conflict"]) == [
        "different dates: a.txt says 13 May 2024, b.txt says 14 May 2024"
    ]


def test_a_denial_of_what_another_tells_is_a_conflict():
    denial = (
        "The European Union denied that its delegation visited Kenya on Tuesday to discuss trade."
    )
    events, _, _ = timeline(SHORT, denial)
    assert list(events["conflict"]) == [
        "told by some, denied by others: a.txt says it happened, b.txt says it is denied"
    ]


OPENED = "The European Union and Kenya opened talks on trade in Nairobi on Tuesday"
DIFFER = [
    # a number, unless the words leave room for the other's
    (
        "A blast near the European Union mission in Kenya killed 12 people on Tuesday.",
        "The blast near the European Union mission in Kenya on Tuesday killed 15 people.",
        [("number", "killed", "12", "15")],
    ),
    (
        "A blast near the European Union mission in Kenya killed at least 12 people on Tuesday.",
        "The blast near the European Union mission in Kenya on Tuesday killed 15 people.",
        [],
    ),
    (
        f"{OPENED}, with 30 delegates.",
        f"{OPENED}, and 44 delegates came.",
        [("number", "delegat", "30", "44")],
    ),
    (f"{OPENED}, for 3 days.", f"{OPENED}, and 44 delegates came.", []),
    # who did it, of what only one can have done, unless the other is named too
    (
        f"{OPENED}, hosted by France.",
        f"{OPENED}, hosted by Germany.",
        [("agent", "hosted", "hosted by France", "hosted by Germany")],
    ),
    (f"{OPENED}, hosted by France.", f"{OPENED}, hosted by Germany with France.", []),
    (f"{OPENED}, with France.", f"{OPENED}, with Germany.", []),
    # whether it happened
    (
        SHORT,
        "The European Union denied that its delegation visited Kenya on Tuesday to discuss trade.",
        [("denial", "", "it happened", "it is denied")],
    ),
]


@pytest.mark.parametrize(("one", "other", "expected"), DIFFER)
def test_what_two_sources_cannot_both_be_right_on_has_a_row(one, other, expected):
    events, _, differ = timeline(one, other)
    assert rows(differ, "kind", "about", "says", "other_says") == expected
    assert len(events) == 1
    assert bool(events["conflict"][0]) is bool(expected)


def test_a_disagreement_names_both_sentences():
    one, other, _ = DIFFER[0]
    events, _, differ = timeline(f"It rained.\n{one}", other)
    found = rows(differ, "event", "article_id", "sentence", "other_article_id", "other_sentence")
    assert found == [(events["event"][0], "a", 2, "b", 1)]


def test_one_source_does_not_disagree_with_itself_and_a_rising_toll_is_none():
    one, other, _ = DIFFER[0]
    both = {"a": "Daily", "b": "Daily"}
    assert timeline(one, other, publishers=both)[2].empty
    assert timeline(one, other, copies="b")[2].empty
    later = other.replace("on Tuesday", "on 14 May 2024")
    assert len(timeline(one, later)[2]) == 1
    assert timeline(one, later, days={"b": "2024-05-21"})[2].empty


def test_one_sentence_in_papers_of_two_days_is_no_disagreement():
    text = "France and Germany opened talks on trade with Kenya at 2 a.m. in Nairobi, it said."
    assert timeline(text, text, days={"b": "2024-05-21"})[2].empty


LINK = "https://www3.nhk.or.jp/nhkworld/en/news/20240506_10/"
CITED = [
    ("NHK reports that France met Kenya.\nIt rained.", LINK, [("2024-05-06", "reported")]),
    ("According to NHK, France met Kenya.", LINK, [("2024-05-06", "reported")]),
    ("NHK reports that France met Kenya on 2 May 2024.", LINK, [("2024-05-02", "happened")]),
    ("France met Kenya.", LINK, []),  # not the page's report
    ("NHK reports that France met Kenya.", "https://www3.nhk.or.jp/news/10/", []),  # no date
    ("NHK reports that France met Kenya.", "http://[", []),
]


@pytest.mark.parametrize(("text", "link", "expected"), CITED)
def test_what_a_linked_page_reports_is_of_the_day_in_its_address(text, link, expected):
    cut = ("a", len(text) + 1, len(text) + 1 + len(link), "link", link)
    events, _, _ = timeline(text, removed=[cut])
    assert rows(events, "earliest", "status") == expected


def test_events_are_sorted_and_every_mention_belongs_to_one():
    events, mentions, _ = timeline(
        "France met Kenya on 9 May 2024.\nGermany met Brazil in 2019.", "Kenya voted on 1 May 2024."
    )
    assert list(events["earliest"]) == sorted(events["earliest"])
    assert set(mentions["event"]) == set(events["event"])


def test_an_open_weekday_of_an_undated_article_stays_open():
    events, _, _ = timeline("France and Germany met on Tuesday.", day="")
    assert events.empty


def test_a_disagreement_is_listed_with_both_sentences_and_their_evidence():
    def article(name):
        said = "unknown", "unknown", "", "unknown", "unknown", "unknown", "en"
        return (name, f"{name}.txt", *said, "", "", "unknown", "unknown", 9, 1, "", "0")

    sentences = [(name, 1, 1, 0, 9, "body", f"It said {name}.") for name in "ab"]
    row = ("e1", "number", "killed", "a", 1, "12", "b", 1, "15")
    found = timeline_tables.disagreements(
        tables.frame("disagreements", [row]),
        tables.frame("articles", [article("a"), article("b")]),
        tables.frame("sentences", sentences),
        Names(short={"a.txt": "Daily", "b.txt": "Herald"}, spoken={}),
    )
    (listed,) = found.rows
    assert tuple(listed) == ("number", "Daily: 12", "It said a.", "Herald: 15", "It said b.")
    assert found.evidence[0] == ("e-a-1", "e-b-1")
