"""Charts of mentions: counts, rates, pairs, and their course."""

from __future__ import annotations

import pytest

from drawn import STATES, article, articles, assert_sound, extent, mention, mentions, texts
from pressbrief import charts, tables


def test_mentions_count_each_text_once_and_only_analysed_articles():
    found = articles(article(0), article(1, copy_of=f"{0:012x}"), article(2, language="de"))
    counts = [(i, "Japan", "name", 3) for i in range(3)]
    figure = charts.mentions(mentions(*counts), found, {}, {})
    assert figure.title == "Japan is named most: 3 of 3 mentions"
    assert figure.subtitle.endswith("n = 3 mentions in 1 article")


def test_pairs_named_together_as_often_share_the_title():
    table = tables.frame(
        "mentions", [mention(0, actor, start=9 * i) for i, actor in enumerate(STATES[:3])]
    )
    figure = charts.together(table, articles(article(0)), {}, 8)
    assert figure.title == "3 pairs are named together most, in 1 sentence each"
    assert_sound(figure)


def test_the_course_shows_whom_the_dated_articles_name():
    days = ["2024-01-10", "2024-03-10", ""]
    found = articles(*(article(i, first=day, last=day) for i, day in enumerate(days)))
    table = mentions((0, "Japan", "name", 2), (1, "Japan", "name", 1), (2, "China", "name", 9))
    figure = charts.course(table, found, {}, {})
    assert figure.title == "Japan peaks in the week that begins 2024-01-08"
    assert {row[0] for row in figure.data.rows} == {"Japan"}
    assert "1 article not dated to a single week" in figure.caption
    assert_sound(figure)


def test_mentions_bars_are_as_long_as_their_counts():
    found = articles(article(0, publisher="NHK"), article(1, publisher="Kyodo"))
    table = mentions(
        (0, "Japan", "name", 6), (0, "Japan", "metonym", 3), (1, "China", "name", 3)
    )  # fmt: skip
    behind = {(f"{0:012x}", "Japan"): ["e-0-1"], (f"{1:012x}", "China"): ["e-1-1"]}
    figure = charts.mentions(table, found, {}, behind)

    def wide(says):
        left, right = extent(figure, says)
        return right - left

    once = wide("China: 3 mentions by name")
    assert wide("Japan: 6 mentions by name") == pytest.approx(2 * once, abs=0.1)
    assert wide("Japan: 3 mentions by metonym") == pytest.approx(once, abs=0.1)
    assert figure.data.rows == (("Japan", 6, 0, 0, 3, 9), ("China", 3, 0, 0, 0, 3))
    assert figure.data.evidence == (("e-0-1",), ("e-1-1",))


@pytest.mark.parametrize("count", [1, 2, 5, 50, 500])
def test_mentions_stay_legible_as_articles_grow(count):
    actors = [*STATES, *(f"Ministry of Foreign Affairs {i}" for i in range(9))]
    found = articles(*(article(i, publisher=f"Newspaper {i % 60}") for i in range(count)))
    table = mentions(
        *(
            (i, actor, kind, 1 + (i + j) % 4)
            for i in range(count)
            for j, actor in enumerate(actors[: 3 if count == 1 else None])
            for kind in (("name", "demonym") if count < 500 else ("name",))
        )
    )
    for chart in (charts.mentions, charts.mention_rate) if count > 1 else (charts.mentions,):
        figure = chart(table, found, {}, {})
        assert_sound(figure)
        assert ("12 most named of 17" in figure.caption or "5 actors" in figure.caption) == (
            count > 1
        )


def test_rate_is_per_thousand_words_of_the_source():
    nhk = [article(0, publisher="NHK", words=400), article(1, publisher="NHK", words=600)]
    table = mentions((0, "Japan", "name", 12), (2, "Japan", "name", 1))
    figure = charts.mention_rate(table, articles(*nhk, article(2, publisher="AFP")), {}, {})
    assert figure.title == "Japan is named most often in 2 of 2 sources"
    assert figure.data.rows == (("Japan", 12.0, 2.0),)
    assert {"12.0", "1,000", "NHK"} <= set(texts(figure))
    assert charts.mention_rate(table, articles(*nhk), {}, {}) is None


def test_rate_title_names_who_leads_where():
    found = articles(
        *(article(i, publisher=name) for i, name in enumerate(["NHK", "Kyodo", "AFP"]))
    )
    table = mentions(
        (0, "Japan", "name", 3), (1, "Japan", "name", 2), (1, "China", "name", 1),
        (2, "China", "name", 4),
    )  # fmt: skip
    figure = charts.mention_rate(table, found, {}, {})
    assert figure.title == "Japan is named most often in 2 of 3 sources"
