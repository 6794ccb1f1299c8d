"""What is told as one happening: articles with their dates in, events out."""

from __future__ import annotations

import pytest

from pressbrief import tables, timex
from pressbrief.timeline import build

ACTORS = ("France", "Germany", "Kenya", "European Union", "Brazil")


def timeline(
    *texts: str, day: str = "2024-05-20", publishers: dict | None = None, copies=(), dated=True
):
    """Articles (a sentence on each line) that appeared on a day, or, if not dated, by that day."""
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
            day if dated else "",
            day,
            "day",
            "x",
        )
        articles.append((*row, 1, 1, original, "0"))
    frames = tables.frame("articles", articles), tables.frame("sentences", sentences)
    actors = tables.frame("actors", [(actor, "state", "", actor, "topic") for actor in ACTORS])
    return build(*frames, actors, tables.frame("mentions", mentions), timex.expressions(*frames))


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
    events, _ = timeline(text)
    assert rows(events, "earliest", "latest", "precision", "status") == [(day, day, "day", status)]


@pytest.mark.parametrize(
    "text",
    [
        "France has led the group since 2021.",
        "The talks lasted for three weeks.",
        "France publishes the figures every year.",
        "It is now ready.",
        "After the accord of 2015, trade grew.",
        "France and Germany are neighbours.",
        "\u0000 $x^2$ =cmd() <script>",
    ],
)
def test_no_event(text):
    events, mentions = timeline(text)
    assert events.empty
    assert mentions.empty


def test_an_event_has_its_sentence_actors_and_a_stable_name():
    text = "France and Germany met in Berlin on 14 May 2024."
    events, mentions = timeline(text)
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
    events, mentions = timeline(LONG, SHORT)
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
    events, _ = timeline(one, SHORT)
    assert list(events["conflict"]) == [
        "different dates: a.txt says 13 May 2024, b.txt says 14 May 2024"
    ]


def test_a_denial_of_what_another_tells_is_a_conflict():
    denial = (
        "The European Union denied that its delegation visited Kenya on Tuesday to discuss trade."
    )
    events, _ = timeline(SHORT, denial)
    assert list(events["conflict"]) == [
        "told by some, denied by others: a.txt says it happened, b.txt says it is denied"
    ]


def test_events_are_sorted_and_every_mention_belongs_to_one():
    events, mentions = timeline(
        "France met Kenya on 9 May 2024.\nGermany met Brazil in 2019.", "Kenya voted on 1 May 2024."
    )
    assert list(events["earliest"]) == sorted(events["earliest"])
    assert set(mentions["event"]) == set(events["event"])


def test_an_open_weekday_of_an_undated_article_stays_open():
    events, _ = timeline("France and Germany met on Tuesday.", day="")
    assert events.empty
