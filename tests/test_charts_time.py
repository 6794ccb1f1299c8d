"""Charts of time: each mark as long as its date is uncertain."""

from __future__ import annotations

import pytest

from drawn import article, articles, assert_sound, elements, events, extent, texts, titles
from pressbrief import charts
from pressbrief.charts.timeaxis import Interval, panels


def test_timeline_marks_are_as_long_as_their_dates_are_uncertain():
    happened, told = events(
        ("2025-02-01", "2025-02-28", "happened", "A month", 1),
        ("2025-02-03", "2025-02-16", "reported", "A fortnight", 1),
        ("2025-02-18", "2025-02-18", "denied", "A day", 2),
    )
    figure = charts.timeline(
        happened, told, articles(article(0), article(1)), {"a000.txt": "NHK"}, {"ev2": ["e-0-1"]}
    )
    month, fortnight = extent(figure, "February 2025"), extent(figure, "3 to 16 February 2025")
    assert month[1] - month[0] == pytest.approx(2 * (fortnight[1] - fortnight[0]), abs=0.2)
    assert figure.title == "One of 3 dated events was found in several sources"
    assert "18 February 2025 · denied · NHK, a001.txt" in texts(figure)
    assert {"happened", "reported", "denied"} <= set(texts(figure))
    assert [link.get("href") for link in elements(figure, "a")] == ["#e-0-1"]
    assert_sound(figure)


def test_timeline_breaks_into_panels_where_years_and_weeks_stand_together():
    years = [(f"{y}-03-01", f"{y}-03-31", "happened", f"In {y}", 1) for y in range(2018, 2024)]
    days = [(f"2025-02-{d:02}", f"2025-02-{d:02}", "happened", f"On {d}", 1) for d in range(1, 9)]
    happened, told = events(*years, *days)
    figure = charts.timeline(happened, told, articles(article(0)), {}, {})
    assert {"2018 to 2023", "February 2025"} <= set(texts(figure))
    assert "6 in 2018 to 2023 and 8 in February 2025" in figure.alt
    assert_sound(figure)


def test_an_even_spread_of_dates_stays_in_one_panel():
    days = [Interval(738_000 + 30 * i, 738_000 + 30 * i) for i in range(20)]
    assert len(panels(days)) == 1


def test_open_and_year_long_dates_do_not_stretch_the_axis():
    days = [Interval(739_300 + i, 739_300 + i) for i in range(5)]
    loose = [Interval(739_302, None), Interval(None, 739_900), Interval(739_100, 739_400)]
    (panel,) = panels([*days, *loose])
    assert (panel.low, panel.high) == (739_300, 739_304)
    assert sorted(panel.members) == list(range(8))


def test_timeline_says_how_many_events_it_does_not_show():
    days = [f"2025-01-{day:02}" for day in range(1, 31)]
    happened, told = events(
        *((day, day, "happened", "Talks", 1 + i % 3) for i, day in enumerate(days * 2)),
        ("", "", "planned", "Some day", 1),
    )
    figure = charts.timeline(happened, told, articles(*(article(i) for i in range(3))), {}, {})
    assert len(figure.data.rows) == 12
    assert "Shown singly: the 12 of 60" in figure.caption
    assert "1 undated event not shown." in figure.caption
    assert "Events by day" in texts(figure)
    assert_sound(figure)


def test_a_far_off_date_does_not_make_the_bars_coarse():
    days = [f"2025-01-{1 + i % 30:02}" for i in range(60)]
    happened, told = events(*((day, day, "happened", "Talks", 1) for day in ["1776-07-04", *days]))
    figure = charts.timeline(happened, told, articles(article(0)), {}, {})
    assert "Events by day" in texts(figure)
    assert "1 event not dated to a single day, or before or after, stands" in figure.caption
    assert_sound(figure)


def test_coverage_draws_open_dates_with_a_point_and_writes_unknown_ones():
    found = articles(
        article(0, first="2025-02-19", last="2025-02-19"),
        article(1, first="2025-02-22"),
        article(2),
    )
    figure = charts.coverage(found, {})
    assert figure.title == "1 of 3 articles is dated to the day"
    assert {"19 February 2025", "22 February 2025 or later", "date unknown"} <= set(texts(figure))
    assert not any(said.startswith("a002") for said in titles(figure))
    assert_sound(figure)


def test_no_chart_is_of_one_dot():
    day = "2025-02-19"
    assert charts.coverage(articles(article(0, first=day, last=day)), {}) is None
    happened, told = events((day, day, "happened", "Talks", 1))
    assert charts.timeline(happened, told, articles(article(0)), {}, {}) is None


@pytest.mark.parametrize("count", [2, 5, 24, 50, 500])
def test_coverage_stays_legible_as_articles_grow(count):
    days = [f"2024-{1 + i % 12:02}-{1 + i % 28:02}" for i in range(count)]
    figure = charts.coverage(
        articles(*(article(i, first=d, last=d) for i, d in enumerate(days))), {}
    )
    assert figure.title == "Every article is dated to the day"
    assert len(figure.data.rows) == count
    assert_sound(figure)


@pytest.mark.parametrize("years", [(1, 9999), (1900, 2025), (2024, 2025), (9998, 9999)])
def test_dates_at_the_ends_of_the_calendar_are_drawn(years):
    low, high = years
    days = [f"{y:04}-{m:02}-02" for y in (low, high) for m in (1, 12)]
    many = [article(i, first=days[i % 4], last=days[i % 4]) for i in range(40)]
    for found in (many[:4], many):
        assert_sound(charts.coverage(articles(*found), {}))
    happened, told = events(*((day, day, "happened", "Told", 1) for day in days * 10))
    assert_sound(charts.timeline(happened, told, articles(article(0)), {}, {}))
