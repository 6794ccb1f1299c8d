"""Where what is told took place: a sentence with its names in, the place out."""

from __future__ import annotations

import pytest

from pressbrief import tables
from pressbrief.sections import timeline_tables
from pressbrief.sections.wording.names import Names
from pressbrief.time.timex import kept
from pressbrief.timeline import build
from telling import answering

KINDS = {"France": "state", "Kenya": "state", "Japan": "state", "Doha": "place", "Nairobi": "place"}
SURFACES = {**{name: name for name in KINDS}, "NAIROBI": "Nairobi"}
ARTICLE = ("a.txt", "unknown", "unknown", "", *["unknown"] * 3, "en", "2024-05-20", "2024-05-20")


def built(*texts: str, kind: str = "name", one=(), reads=None):
    """Articles of one sentence each, of 20 May 2024, as articles, events and event_mentions."""
    articles = [(name, *ARTICLE, "day", "x", 1, 1, "", "0") for name in "abcd"[: len(texts)]]
    sentences = [
        (row[0], 1, 1, 0, len(text), "body", text)
        for row, text in zip(articles, texts, strict=True)
    ]
    mentions = [
        (row[0], 1, at, at + len(surface), surface, actor, KINDS[actor], kind)
        for row, text in zip(articles, texts, strict=True)
        for surface, actor in SURFACES.items()
        if (at := text.find(surface)) >= 0
    ]
    times = [
        time
        for row, text in zip(articles, texts, strict=True)
        for time in kept.rows(row[0], [(1, 0)], [kept.found(text)])
    ]
    frames = tables.frame("articles", articles), tables.frame("sentences", sentences)
    actors = tables.frame("actors", [(name, KINDS[name], "", name, "topic") for name in KINDS])
    named = tables.frame("mentions", sorted(mentions)), tables.frame("times", times)
    with answering(reads or {}, one):
        _, *found = build(*frames, actors, *named)
    return frames[0], *found[:2]


def places(*texts: str, **of) -> list[str]:
    return built(*texts, **of)[1]["place"].tolist()


PLACES = [
    ("France and Japan met in Doha on Tuesday.", "Doha"),
    ("On Tuesday, France and Japan met in Doha.", "Doha"),
    ("Ministers met on Tuesday in Doha.", "Doha"),
    ("Envoys met in Nairobi, Kenya, on Tuesday.", "Nairobi"),
    ("Two were hurt at Nairobi airport on Tuesday.", "Nairobi"),
    ("A blast in the northern city of Nairobi hurt two on Tuesday.", "Nairobi"),
    ("The minister of France visited Japan on Tuesday.", "Japan"),
    ("On Tuesday, the minister travelled to Japan.", "Japan"),
    ("Talks held in Doha on Tuesday failed.", "Doha"),
    ("NAIROBI (AP) — A blast hurt two on Tuesday.", "Nairobi"),
    # a place of something else, or of nobody knows what
    ("The embassy in Nairobi closed on Tuesday.", ""),
    ("Those held in Kenya on Tuesday were freed.", ""),
    ("France met Japan on Tuesday.", ""),
    ("Japan raised its interest in Kenya on Tuesday.", ""),
    ("After talks in Doha, the ministry said on Tuesday that it was ready.", ""),
    ("On Tuesday, France backed those who were in Kenya.", ""),
    ("France acted in Japan's interest on Tuesday.", ""),
    ("NAIROBI (AP) — France made an offer on Tuesday.", ""),
    ("Envoys met in Berlin on Tuesday.", ""),  # no actor
]


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_the_place_is_that_of_the_clause_which_the_date_dates(text, place):
    assert places(text) == [place]


def test_a_capital_that_stands_for_its_state_is_no_place():
    assert places("Envoys met in Doha on Tuesday.", kind="metonym") == [""]


def test_each_date_of_a_sentence_has_its_own_place():
    text = "Envoys met in Doha on 6 May 2024, and on 8 May 2024 in Nairobi."
    reads = {"6 May 2024": "yhb Envoys met in Doha", "8 May 2024": "yhb in Nairobi"}
    assert places(text, reads=reads) == ["Doha", "Nairobi"]


def test_the_places_that_sources_name_for_one_event_all_stand():
    about = "to discuss trade and fishing rights"
    one = f"France and Japan held talks in Nairobi on Tuesday {about}."
    other = f"France and Japan held talks in Kenya on Tuesday {about}."
    assert places(one, other, one.replace("held", "opened"), one=("talks",)) == ["Nairobi; Kenya"]


@pytest.mark.parametrize("text", ["Doha " * 20_000, "in " * 20_000 + "Doha", "in Doha\x00" * 9_999])
def test_hostile_text_is_read_in_time(text):
    assert len(places(f"{text} on Tuesday.")) <= 1


def test_the_chronology_says_where_if_any_text_does():
    def listed(*texts):
        articles, events, told = built(*texts)
        names = Names(short={"a.txt": "Daily", "b.txt": "Herald"}, spoken={})
        return timeline_tables.chronology(events, told, articles, names, most=8)

    table = listed("Envoys met in Doha on Tuesday.", "Envoys met on Wednesday.")
    assert table.columns[:3] == ("when", "where", "what")
    assert [row[1] for row in table.rows] == ["Doha", ""]
    assert "where" not in listed("Envoys met on Tuesday.").columns
