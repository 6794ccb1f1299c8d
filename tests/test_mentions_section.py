"""Mentions as a reader sees them: the table of actors, absences, offices, course and pairs."""

from __future__ import annotations

import pytest

from marked import article_row, built, frames
from pressbrief import charts, mentions, tables
from pressbrief.sections import evidence, mentions_tables
from pressbrief.sections.wording.names import Names

NAMES = Names(short={}, spoken={})


def articles(*rows: tuple[str, str, int], published: str = "2025-02-19"):
    """Rows of (article_id, duplicate_of, words)."""
    made = [(*article_row(id_, published=published)[:13], words, 5, copy, "0")
            for id_, copy, words in rows]  # fmt: skip
    return tables.frame("articles", made)


def mention(article, sentence, start, actor, kind="name"):
    return (article, sentence, start, start + 1, "x", actor, "state", kind)


def known(*names: str, origin: str = "topic"):
    return tables.frame("actors", [(name, "state", "", name, origin) for name in names])


def test_actors_are_counted_raw_once_and_by_length_and_the_absent_are_named():
    places = [("aa", 1, 0), ("aa", 3, 9), ("bb", 1, 0)]
    found = tables.frame("mentions", [mention(*place, "Japan") for place in places])
    rows = articles(("aa", "", 500), ("bb", "aa", 500))
    table = mentions_tables.actors(found, known("Iran", "Japan"), rows, most=2)
    assert table.rows == (("Japan", "state", "topic", 3, 2, 4.0, 2),)
    assert table.evidence == (("e-aa-1", "e-bb-1"),)
    assert table.note == "Listed and never named: Iran."


def test_pronouns_are_in_no_count():
    found = tables.frame(
        "mentions", [mention("aa", 1, 0, "Japan"), mention("aa", 2, 9, "Japan", "nominal")]
    )
    table = mentions_tables.actors(found, known("Japan"), articles(("aa", "", 500)), most=2)
    assert table.rows[0][3] == 1


def test_of_many_actors_the_most_named_are_listed_and_the_rest_counted():
    found = tables.frame("mentions", [mention("aa", 1, i, f"A{i:03}") for i in range(100)])
    names = known(*(f"A{i:03}" for i in range(100)), origin="discovered")
    table = mentions_tables.actors(found, names, articles(("aa", "", 500)), most=2)
    assert len(table.rows) == mentions_tables.SHOWN and "40 actors named less" in table.note


def test_an_absence_is_told_where_chance_does_not_explain_it():
    named = [mention(id_, i, 9 * i, "Japan") for id_ in ("aa", "bb") for i in range(1, 11)]
    named += [mention("aa", 20, 300, "Iran"), mention("bb", 20, 300, "Iran")]
    found = tables.frame("mentions", named)
    rows = articles(("aa", "", 500), ("bb", "", 500), ("cc", "", 500))
    table = mentions_tables.absent(found, rows, known("Iran", "Japan"), NAMES, 2, {})
    # Twenty mentions in 1,000 words: ten expected in cc. Two of Iran: one, which chance explains.
    assert table.rows == (("cc.txt", "Japan", 10.0, "2 of 2 other sources"),)
    short = articles(("aa", "", 500), ("bb", "", 500), ("cc", "", 50))
    assert mentions_tables.absent(found, short, known("Iran", "Japan"), NAMES, 2, {}) is None


def test_offices_stand_with_the_earliest_article_that_says_so(monkeypatch):
    marked = {
        "a": ["Deputy Minister of Economy [Latif Nazari|p] left."],
        "b": ["[Latif Nazari|p], the deputy minister of economy, spoke."],
    }
    _, found = built(monkeypatch, marked)
    _, sentences, _ = frames(marked)
    dated = tables.frame(
        "articles",
        [article_row("a", published="2025-03-01"), article_row("b", published="2025-02-19")],
    )
    table = mentions.offices(dated, sentences, found)
    assert table.iloc[0].to_dict() == {
        "actor": "Latif Nazari",
        "office": "deputy minister of economy",
        "of": "",
        "status": "holds",
        "earliest": "2025-02-19",
        "latest": "2025-03-01",
        "sentences": 2,
        "article_id": "b",
        "sentence": 1,
    }
    assert mentions_tables.offices(table).rows[0] == (
        "Latif Nazari", "deputy minister of economy", "", "holds",
        "19 February to 1 March 2025", 2,
    )  # fmt: skip
    assert mentions_tables.offices(tables.empty("offices")) is None


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        # What is held and what once was.
        (["Former [Dakota|l] Governor [Peter Sandow|p] left."], [("Governor", "Dakota", "held")]),
        (["Former House Speaker [Peter Sandow|p] left."], [("House Speaker", "", "held")]),
        (["[Peter Sandow|p], then governor, left."], [("governor", "", "held")]),
        (["[Peter Sandow|p], who was governor, left."], [("governor", "", "held")]),
        (["Governor [Peter Sandow|p] left."], [("Governor", "", "holds")]),
        (["Lt. Gov. [Peter Sandow|p] left."], [("Lt. Gov.", "", "holds")]),
        (["Of late it was silent: of late Governor [Peter Sandow|p] left."],
         [("Governor", "", "holds")]),
        # Forms of one office are one row.
        (
            ["[Japan|l]'s deputy minister of economy [Peter Sandow|p] left.",
             "Deputy Economic Minister [Peter Sandow|p] slept.", "Minister [Sandow|p] woke."],
            [("deputy minister of economy", "Japan", "holds")],
        ),
        # Whose office it is, and who is only spoken for, thought of or served.
        (["[White House|o] press secretary [Peter Sandow|p] left."],
         [("press secretary", "White House", "holds")]),
        # A party's member is no officer of it.
        (["[Republican Party|o] Sen. [Peter Sandow|p] left."], [("Sen.", "", "holds")]),
        (["[Republican Party|o] chairman [Peter Sandow|p] left."],
         [("chairman", "Republican Party", "holds")]),
        (["A spokesman for [Peter Sandow|p], the prosecuting attorney, left."],
         [("prosecuting attorney", "", "holds")]),
        (["A President [Peter Sandow|p] would leave."], []),
        (["He left under President [Peter Sandow|p]."], [("President", "", "holds")]),
    ],
)  # fmt: skip
def test_which_office_somebody_holds_or_held(monkeypatch, texts, expected):
    _, found = built(monkeypatch, {"a": texts})
    articles_, sentences, _ = frames({"a": texts})
    table = mentions.offices(articles_, sentences, found)
    assert list(table[["office", "of", "status"]].itertuples(index=False, name=None)) == expected


def test_the_first_sentences_stand_behind_each_value():
    places = [("bb", 2, 9), ("aa", 3, 5), ("aa", 3, 7), ("aa", 1, 0), ("aa", 9, 70)]
    rows = tables.frame("mentions", [mention(*place, "Japan") for place in places])
    assert evidence.by(rows, ["article_id", "actor"], 2) == {
        ("aa", "Japan"): ("e-aa-3", "e-aa-1"),
        ("bb", "Japan"): ("e-bb-2",),
    }
    assert evidence.by(rows, ["actor"], 3) == {"Japan": ("e-bb-2", "e-aa-3", "e-aa-1")}
    assert evidence.by(tables.empty("mentions"), ["actor"], 3) == {}


def test_pairs_are_counted_in_sentences_and_lead_to_them():
    rows = [mention("aa", 1, 0, "Japan"), mention("aa", 1, 9, "Iran"),
            mention("aa", 1, 20, "Iran"), mention("aa", 2, 30, "Japan")]  # fmt: skip
    figure = charts.together(tables.frame("mentions", rows), articles(("aa", "", 500)), {}, 8)
    assert figure.title == "Iran and Japan are named together most"
    assert figure.data.rows == (("Iran", "Japan", 1),)
    assert figure.data.evidence == (("e-aa-1",),)
    alone = tables.frame("mentions", rows[:1])
    assert charts.together(alone, articles(("aa", "", 500)), {}, 8) is None


def test_pairs_of_five_hundred_articles_stay_readable():
    rows = [mention(f"{i:03}", 1, j, f"Actor {(i + j) % 40:02}")
            for i in range(500) for j in range(3)]  # fmt: skip
    many = articles(*((f"{i:03}", "", 100) for i in range(500)))
    figure = charts.together(tables.frame("mentions", rows), many, {}, 8)
    assert len({name for row in figure.data.rows for name in row[:2]}) <= 9


def test_the_course_counts_an_article_in_its_period_or_in_none():
    days = ["2025-01-01", "2025-01-01", "2025-01-20", ""]
    rows = tables.frame(
        "articles",
        [(*article_row(f"a{i}", published=day)[:13], 1000, 5, "", "0")
         for i, day in enumerate(days)],
    )  # fmt: skip
    named = [mention(f"a{i}", j + 1, 9 * j, "Japan") for i in range(4) for j in range(i + 1)]
    found = tables.frame("mentions", named)
    behind = evidence.by(found, ["article_id", "actor"], 8)
    figure = charts.course(found, rows, {}, behind)
    # Three mentions in 2,000 words, three in 1,000; the four of the undated article nowhere.
    assert [row[2] for row in figure.data.rows] == [1.5, 3.0]
    assert figure.caption.startswith("1 article not dated")
    assert charts.course(found, articles(("a0", "", 1000)), {}, behind) is None
