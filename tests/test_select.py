"""The populations on a mixed corpus: two English articles, one in Japanese, and a copy."""

from __future__ import annotations

import pandas as pd
import pytest

from drawn import article, articles, mention, mentions
from pressbrief import charts, tables
from pressbrief.sections import corpus_tables, mentions_claims, mentions_tables, stance_views
from pressbrief.sections.wording.names import names
from pressbrief.stance import own_voice
from pressbrief.tables import select
from pressbrief.timeline import days_that_matter

IDS = [f"{i:012x}" for i in range(4)]
MIXED = articles(
    article(0, publisher="NHK", first="2025-02-18", last="2025-02-18"),
    article(1, publisher="Kyodo", first="2025-02-19", last="2025-02-19"),
    article(2, publisher="Asahi", language="ja", words=9000, first="2025-02-20", last="2025-02-20"),
    article(3, publisher="Mirror", copy_of=IDS[0], first="2025-02-20", last="2025-02-20"),
)
NAMES = names(MIXED)
# Ten in the first article and so in its copy, five in the second.
NAMED = mentions((0, "Japan", "name", 10), (1, "Japan", "alias", 5), (3, "Japan", "name", 10))


def ids(rows: pd.DataFrame) -> list[int]:
    return [IDS.index(id_) for id_ in rows["article_id"]]


# Articles


def test_read_analysed_and_counted_lie_in_each_other():
    assert ids(select.analysed(MIXED)) == [0, 1, 3]
    assert ids(select.not_analysed(MIXED)) == [2]
    assert ids(select.copies(MIXED)) == [3]
    assert ids(select.counted(MIXED)) == [0, 1]
    assert select.counted(MIXED)["source"].tolist() == ["NHK", "Kyodo"]


def test_of_a_text_that_first_stood_where_it_is_not_analysed_the_first_copy_counts():
    read = articles(
        article(0, language="ja", publisher="NHK"),
        article(1, copy_of=IDS[0]),
        article(2, copy_of=IDS[0]),
    )
    assert ids(select.counted(read)) == [1]
    assert set(select.independent_sources(read).values()) == {"NHK"}


def test_a_source_is_the_publisher_else_the_file_and_a_copy_s_is_its_original_s():
    read = articles(article(0), article(1, publisher="NHK", copy_of=IDS[0]))
    assert select.sources(read) == {IDS[0]: "a000.txt", IDS[1]: "NHK"}
    assert select.independent_sources(read) == {IDS[0]: "a000.txt", IDS[1]: "a000.txt"}


# Rows


@pytest.mark.parametrize(
    ("kind", "counts"), [("name", 1), ("alias", 1), ("demonym", 1), ("metonym", 1),
                         ("pronoun", 0), ("nominal", 0)],
)  # fmt: skip
def test_a_mention_counts_that_names(kind, counts):
    assert len(select.naming(tables.frame("mentions", [mention(0, "Japan", kind)]))) == counts


def test_mentions_count_in_the_counted_articles():
    found = select.counted_mentions(NAMED, MIXED)
    assert found.groupby("source").size().to_dict() == {"Kyodo": 5, "NHK": 10}


def test_the_strongest_stand_first_on_whichever_side_and_equals_as_they_were():
    rows = pd.DataFrame({"polarity": [0.2, -0.9, 0.9, 0.0], "at": [1, 2, 3, 4]})
    assert select.strongest_first(rows)["at"].tolist() == [2, 3, 1, 4]


# What rests on them

ACTORS = tables.frame(
    "actors", [(name, "state", "", name, "discovered") for name in ("Japan", "Iran")]
)


def test_the_table_s_rate_is_the_chart_s():
    chart = charts.mention_rate(NAMED, MIXED, NAMES.labels, {})
    assert chart.data.columns == ("actor", "Kyodo", "NHK")
    assert chart.data.rows == (("Japan", 10.0, 20.0),)
    actors = tables.frame("actors", [("Japan", "state", "", "Japan", "topic")])
    # Fifteen in a thousand words.
    table = mentions_tables.actors(NAMED, actors, MIXED, most=2)
    assert table.rows == (("Japan", "state", "topic", 25, 15, 15.0, 3),)


def test_named_in_so_many_of_the_articles_that_count():
    most, *_ = mentions_claims.named(NAMED, MIXED, ACTORS, NAMES, most=2)
    assert most.text == (
        "Japan is named most: 15 of 15 mentions, in all two articles, copies aside."
    )
    without_a_copy = MIXED.drop(index=3)
    most, *_ = mentions_claims.named(NAMED, without_a_copy, ACTORS, NAMES, most=2)
    assert most.text == "Japan is named most: 15 of 15 mentions, in all two articles."


def test_nobody_is_named_by_one_of_two_sources_alone_because_a_third_was_not_analysed():
    named = mentions((0, "Japan", "name", 9), (1, "Iran", "name", 5))
    claims = mentions_claims.named(named, MIXED.drop(index=3), ACTORS, NAMES, most=2)
    assert [claim.text for claim in claims if claim.text.startswith("Only")] == []


def test_what_counts_is_listed_beside_what_was_read():
    copy = tables.frame("copies", [(IDS[3], IDS[0], "exact", 1.0, "", "")])
    table = corpus_tables.inventory(MIXED, tables.empty("skipped"), copy, NAMES)
    assert [row[:3] for row in table.rows] == [
        ("articles read", 4, 10_500),
        ("analysed and counted", 2, 1000),
        ("copies: word for word", 1, 500),
        ("not analysed: Japanese", 1, 9000),
    ]


def stance(i, sentence, voice, repeats=0):
    start = 0 if voice == "author" else 9
    row = IDS[i], sentence, start, start + 1, "Japan", "Taliban", voice
    return (*row, -0.8, 0.8, 0.2, 0.0, 0.0, start, start + 1, repeats)


def test_a_stance_counts_once_as_its_source_s_or_its_holder_s():
    rows = [stance(i, 2, voice) for i in (0, 1, 3) for voice in ("author", "direct")]
    rows += [stance(0, 5, "author", repeats=2), stance(0, 5, "direct", repeats=2)]
    stances = tables.frame("stances", rows)
    assert own_voice(stances, MIXED)["source"].tolist() == ["NHK", "Kyodo"]
    reported = stance_views.reported(stances, MIXED, tables.empty("sentences"))
    assert reported["source"].tolist() == ["NHK", "Kyodo"]


def test_a_word_counts_in_the_counted_articles():
    sentences = tables.frame("sentences", [(id_, 1, 1, 0, 9, "body", "They met.") for id_ in IDS])
    words = stance_views.words(tables.empty("voices"), sentences, MIXED)
    assert words.to_numpy().tolist() == [["Kyodo", "", 2], ["NHK", "", 2]]


def test_a_day_s_articles_are_those_that_count():
    days = days_that_matter(MIXED, tables.empty("expressions"))
    assert days[["day", "published"]].to_numpy().tolist() == [["2025-02-18", 1], ["2025-02-19", 1]]
