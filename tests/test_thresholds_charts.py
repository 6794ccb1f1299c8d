"""What a chart draws one by one, and from where on it counts instead: an example on each side."""

from __future__ import annotations

import pytest

from drawn import article, articles, events, many_stances, mention, mentions, texts
from pressbrief import charts, tables
from pressbrief.charts.period_bars import edges_of, place_of
from pressbrief.charts.timeaxis import Interval, Panel, panels
from pressbrief.sections import stance_views
from pressbrief.sections.stance_views import Said, Side
from test_stance_section import articles as read
from test_stance_section import own, sentences, stances

MANY = [f"Actor {n:02}" for n in range(20)]
PAPERS = [article(n, publisher=f"Paper {n:02}") for n in range(9)]


def first_of(figure):
    """What stands first in the rows of a figure's data."""
    return {row[0] for row in figure.data.rows}


# Mentions


def named_by(papers: int, actors: list[str]):
    counts = [(n, actor, "name", 2) for n in range(papers) for actor in actors]
    return mentions(*counts), articles(*PAPERS[:papers])


def test_of_many_actors_twelve_are_drawn():
    figure = charts.mentions(*named_by(9, MANY), {}, {})
    assert len(first_of(figure)) == len(figure.data.rows) == 12


def test_eight_sentences_stand_behind_a_bar():
    behind = {(f"{0:012x}", "Japan"): [f"e-0-{n}" for n in range(30)]}
    figure = charts.mentions(*named_by(1, ["Japan"]), {}, behind)
    assert [len(ids) for ids in figure.data.evidence] == [8]


def test_rates_are_of_twelve_actors_and_seven_sources_per_thousand_words():
    figure = charts.mention_rate(*named_by(9, MANY), {}, {})
    assert len(figure.data.rows) == 12 and len(figure.data.columns) == 1 + 7
    assert figure.data.rows[0][1] == 4.0  # twice in 500 words


def test_the_course_is_of_six_actors():
    found = articles(*(article(n, first=f"2024-0{n + 1}-01", last=f"2024-0{n + 1}-01")
                       for n in range(2)))  # fmt: skip
    figure = charts.course(named_by(2, MANY)[0], found, {}, {})
    assert len(first_of(figure)) == 6


def test_pairs_are_of_nine_actors():
    table = tables.frame("mentions", [mention(0, actor, start=9 * n) for n, actor in
                                      enumerate(MANY)])  # fmt: skip
    figure = charts.together(table, articles(article(0)), {}, 8)
    assert "of the 9 actors most named" in figure.subtitle


# Stance


@pytest.mark.parametrize(("sources", "targets"), [(30, 5), (31, 8)])
def test_a_table_of_colours_has_five_targets_and_thirty_sources(sources, targets):
    figure = charts.stance(many_stances(sources, MANY[:8]), {}, {})
    assert len(first_of(figure)) == targets


def test_the_holders_judge_six_targets():
    found = {(f"Holder {n}", one): Said(9, 1, ("a.txt",), Side(5)) for n, one in enumerate(MANY)}
    assert len({row[1] for row in charts.holders(found, {}, 3).data.rows}) == 6


@pytest.mark.parametrize(("periods", "actors", "drawn"), [(2, 1, 0), (3, 1, 1), (3, 8, 5)])
def test_a_course_of_stance_has_three_periods_and_five_targets(periods, actors, drawn):
    ids = [f"a{n}" for n in range(periods)]
    found = read(*ids)
    days = [f"2024-0{n + 1}-01" for n in range(periods)]
    found = found.assign(published_earliest=days, published_latest=days)
    made = stances(*(own(one, n, -0.9, target) for one in ids for target in MANY[:actors]
                     for n in range(1, 6)))  # fmt: skip
    mine = stance_views.own_voice(made, found, sentences())
    figure = charts.stance_course(mine, found, {}, min_sentences=5, min_judgements=3)
    assert (len(first_of(figure)) if figure else 0) == drawn


# Time


@pytest.mark.parametrize(("count", "singly"), [(24, True), (25, False)])
def test_so_many_articles_are_drawn_singly(count, singly):
    day = "2024-01-10"
    figure = charts.coverage(articles(*(article(n, first=day, last=day) for n in range(count))), {})
    assert ("10 January 2024" in texts(figure)) is singly


@pytest.mark.parametrize(("count", "rows"), [(32, 16), (33, 12)])
def test_so_many_events_are_drawn_singly(count, rows):
    days = [f"2025-01-{1 + n % 28:02}" for n in range(count)]
    made = events(*((day, day, "happened", "Talks", 1) for day in days))
    figure = charts.timeline(*made, articles(article(0)), {}, {})
    assert len(figure.data.rows) == rows
    assert ("Events by day" in texts(figure)) is (rows == 12)


@pytest.mark.parametrize(("count", "by"), [(29, "sources tell"), (30, "days that matter most")])
def test_a_corpus_of_thirty_days_has_events_of_the_days_that_matter(count, by):
    days = [f"2025-{1 + n // 28:02}-{1 + n % 28:02}" for n in range(count)]
    made = events(*((day, day, "happened", "Talks", 1) for day in days * 2))
    figure = charts.timeline(*made, articles(article(0)), {}, {}, dict.fromkeys(days, 1.0))
    assert by in figure.caption


@pytest.mark.parametrize(("papers", "told"), [(3, "Paper 00, Paper 01, Paper 02"),
                                              (4, "4 sources")])  # fmt: skip
def test_three_sources_are_named_beside_an_event(papers, told):
    made = events(
        ("2025-02-18", "2025-02-18", "happened", "Talks", papers),
        ("2025-03-18", "2025-03-18", "happened", "A vote", 1),
    )
    figure = charts.timeline(*made, articles(*PAPERS[:papers]), {}, {})
    assert any(text.endswith(told) for text in texts(figure))


def test_time_breaks_into_three_panels_at_most():
    crowds = [Interval(1000 * far + n, 1000 * far + n) for far in (1, 50, 300, 700)
              for n in range(9)]  # fmt: skip
    assert len(panels(crowds)) == 3


@pytest.mark.parametrize(("days", "low"), [(31, 10), (32, 20)])
def test_a_month_sets_the_axis_though_a_day_lies_in_it(days, low):
    (panel,) = panels([Interval(10, 9 + days), Interval(20, 20)])
    assert panel.low == low


@pytest.mark.parametrize(("days", "place"), [(366, 0), (367, -1)])
def test_what_is_longer_than_a_year_lies_in_no_period(days, place):
    assert place_of(Interval(1, days), [1, 900]) == place


def test_a_panel_is_a_fortnight_wide_at_least():
    scale = Panel(100, 100, (0,)).scale(0, 1)
    assert scale.high - scale.low == 15


@pytest.mark.parametrize(("last", "unit"), [(40, "day"), (41, "week")])
def test_forty_bars_stand_side_by_side(last, unit):
    assert edges_of(1, last)[0] == unit
