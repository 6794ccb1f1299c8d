"""Charts of stance: judgements counted, drawn and said as the tables have them."""

from __future__ import annotations

import pytest

from drawn import (
    HOSTILE,
    assert_sound,
    elements,
    extent,
    many_stances,
    source_row,
    stances,
    texts,
    titles,
)
from pressbrief import charts
from pressbrief.sections.stance_views import Said, Side


def side(count, *words):
    return Side(count, words * bool(count), tuple(f"e-1-{i}" for i in range(1, count + 1)))


@pytest.mark.parametrize(
    ("sources", "targets"), [(1, 6), (5, 6), (18, 10), (50, 6), (50, 1), (500, 12)]
)
def test_stance_stays_legible_as_it_grows(sources, targets):
    names = [f"Actor {i}" for i in range(targets)]
    assert_sound(charts.stance(many_stances(sources, names), {}, {}))


def test_of_one_source_and_one_target_there_is_no_chart():
    assert charts.stance(many_stances(1, ["Actor 0"]), {}, {}) is None


def test_stance_draws_counts_with_the_words_that_judge():
    table = stances(source_row("NHK", "Japan", 6, 1, n=11), source_row("Kyodo", "Japan", n=9))
    said = {("NHK", "Japan"): Said(critical=side(6, "abject failure", "shoddy"),
                                   favourable=side(1, "brave"), ids=("e-1-1",))}  # fmt: skip
    figure = charts.stance(table, {"NHK": "NHK World"}, said)
    assert_sound(figure)
    assert figure.title == "NHK World faults Japan in 6 of 11 sentences"
    assert {"6", "1", "of 11", "critical: “abject failure”, “shoddy”"} <= set(texts(figure))
    assert "no judgement: Kyodo (9)" in texts(figure)
    assert "NHK World on Japan: critical, 6 critical and 1 favourable of 11 sentences" in titles(
        figure
    )
    assert [link.get("href") for link in elements(figure, "a")] == ["#e-1-1", "#e-1-1"]
    row = figure.data.rows[0]
    assert row[:6] == ("Japan", "NHK World", "critical", 11, 6, 1)
    # without an interval, which one article has not, no columns for its ends
    assert row[7:] == (1, "“abject failure”, “shoddy”, “brave”")
    assert "low" not in figure.data.columns
    assert figure.data.evidence[0] == ("e-1-1",)


def test_a_sentence_is_as_long_on_both_sides_and_critical_stands_left():
    figure = charts.stance(stances(source_row("NHK", "Japan", 4, 2, verdict="mixed")), {}, {})
    left, right = extent(figure, "NHK on Japan")
    places = {e.text: float(e.get("x")) for e in elements(figure, "text")}
    assert places["4"] < left < right < places["2"]
    assert right - left == pytest.approx((places["2"] - 3.6 - right) * 2, rel=0.02)


def test_a_verdict_is_coloured_and_what_is_thin_is_pale():
    full = charts.stance(stances(source_row("NHK", "Japan", 6)), {}, {})
    thin = charts.stance(
        stances(source_row("NHK", "Japan", 1, verdict="too little evidence")), {}, {}
    )
    assert 'fill="#d55e00"' in full.svg and 'fill="#d55e00"' not in thin.svg
    assert "Pale" in thin.caption and "Pale" not in full.caption
    assert thin.title == "Too few judgements were found for a verdict"


def test_where_nobody_judges_nothing_is_drawn():
    rows = source_row("NHK", "Japan"), source_row("AFP", "Iran")
    assert charts.stance(stances(*rows), {}, {}) is None


def test_targets_that_nobody_judges_are_left_to_the_caption():
    table = stances(source_row("NHK", "Japan", 6), source_row("NHK", "Iran"),
                    source_row("AFP", "Iran"))  # fmt: skip
    figure = charts.stance(table, {}, {})
    assert "Iran" not in texts(figure)
    assert "Named, and judged by no source itself: Iran." in figure.caption


def test_stance_title_counts_all_sources_that_speak_of_the_target():
    rows = [source_row(name, "Taliban", 6) for name in ("NHK", "Kyodo")]
    rows.append(source_row("Reuters", "Taliban"))
    assert charts.stance(stances(*rows), {}, {}).title == "2 of 3 sources fault Taliban"


def test_how_often_verdicts_are_right_stands_under_the_chart():
    table = stances(source_row("NHK", "Japan", 6))
    figure = charts.stance(table, {}, {}, right={"critical": 0.714})
    assert "verdicts were right so often: critical 71 %" in figure.caption


def test_verdicts_on_a_target_are_counted_where_sources_are_many():
    rows = [source_row(f"Paper {i}", "Japan", 6) for i in range(40)]
    rows += [source_row(f"Daily {i}", "Japan", 3, 3, verdict="mixed") for i in range(2)]
    rows += [source_row(f"Times {i}", "Japan", 0, 5) for i in range(3)]
    figure = charts.stance(stances(*rows), {}, {})
    assert "40 critical, 2 mixed and 3 favourable" in texts(figure)
    assert "Japan: 40 sources critical" in titles(figure)


def test_stance_says_what_it_leaves_out():
    figure = charts.stance(many_stances(2, [f"Actor {i}" for i in range(14)]), {}, {})
    assert "4 more targets stand in the table stance_by_source" in figure.caption
    assert len({row[0] for row in figure.data.rows}) == 10


def test_two_sources_called_alike_stay_two_rows():
    table = stances(source_row("a.txt", "Japan", 5), source_row("b.txt", "Japan", 0, 5))
    figure = charts.stance(table, {"a.txt": "NHK", "b.txt": "NHK"}, {})
    assert {"NHK (1)", "NHK (2)"} <= set(texts(figure))


def said(critical=0, favourable=0, sentences=9):
    return Said(sentences, 1, ("aa.txt",), side(critical, "bad"), side(favourable, "good"))


def test_holders_are_drawn_by_target_and_a_single_sentence_is_pale():
    found = {("Japan", "Taliban"): said(5), ("unknown", "Japan"): said(1)}
    figure = charts.holders(found, {}, 3)
    assert_sound(figure)
    assert figure.title == "Japan faults Taliban in 5 of 9 sentences"
    assert {"unnamed", "Taliban", "“bad”"} <= set(texts(figure))
    assert figure.svg.count('fill="#d55e00"') == 1
    assert "Pale: a single sentence." in figure.caption


def test_holders_who_judge_too_seldom_make_no_title():
    figure = charts.holders({("Japan", "Taliban"): said(2)}, {}, 3)
    assert figure.title == "2 judgements by those quoted or reported"
    assert charts.holders({("Japan", "Taliban"): said()}, {}, 3) is None


@pytest.mark.parametrize("people", [1, 40])
def test_the_holders_chart_stays_legible_and_escapes(people):
    found = {
        (f"{i} {HOSTILE}", f"{j} {HOSTILE}"): said(i % 4, 1 + j % 2)
        for i in range(people)
        for j in range(15)
    }
    figure = charts.holders(found, {}, 3)
    assert_sound(figure)
    assert len(figure.data.rows) <= 18
