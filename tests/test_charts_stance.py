"""Charts of stance: each verdict drawn and said as the tables and the prose have it."""

from __future__ import annotations

import pytest

from drawn import assert_sound, elements, extent, many_stances, source_row, stances, texts, titles
from pressbrief import charts


@pytest.mark.parametrize(
    ("sources", "targets"), [(1, 1), (1, 6), (5, 6), (18, 10), (50, 6), (50, 1), (500, 12)]
)
def test_stance_stays_legible_as_it_grows(sources, targets):
    names = [f"Actor {i}" for i in range(targets)]
    assert_sound(charts.stance(many_stances(sources, names), {}, {}))


def test_stance_draws_intervals_on_the_whole_scale():
    table = stances(
        source_row("NHK", "Taliban", -0.5, half=0.25, n=14), source_row("Kyodo", "Taliban", 0.0)
    )
    figure = charts.stance(table, {"NHK": "NHK World"}, {("NHK", "Taliban"): ["e-1-7"]})
    assert figure.title == "NHK World is critical of Taliban"
    assert {"−1", "0", "+1", "n=14", "NHK World", "Taliban"} <= set(texts(figure))
    assert "NHK World on Taliban: critical, −0.50 (−0.75 to −0.25), 14 sentences" in titles(figure)
    assert [link.get("href") for link in elements(figure, "a")] == ["#e-1-7"]
    assert elements(figure, "a")[0].get("aria-label").startswith("NHK World on Taliban")
    assert figure.data.rows[0] == ("Taliban", "NHK World", -0.5, -0.75, -0.25, 14, "critical")
    assert figure.data.evidence[0] == ("e-1-7",)
    places = {e.text: float(e.get("x")) for e in elements(figure, "text")}
    half_way = (places["−1"] + places["0"]) / 2
    assert sum(extent(figure, "NHK World")) / 2 == pytest.approx(half_way, abs=0.1)


def test_stance_with_too_little_evidence_claims_no_interval():
    thin = source_row("NHK", "Taliban", 0.9, n=2, verdict="too little evidence")
    figure = charts.stance(stances(thin), {}, {})
    assert figure.title == "Too little evidence for a verdict on any target"
    assert figure.data.rows[0][3:5] == (None, None)
    assert "NHK on Taliban: too little evidence (2 sentences)" in titles(figure)
    assert "Hollow" in figure.caption


def test_stance_says_which_of_two_things_even_is():
    near, wide = source_row("NHK", "Japan", 0.01, half=0.1), source_row("Kyodo", "Japan", -0.24)
    wide = (*wide[:3], -0.5, 0.04, *wide[5:7], "even", "")
    figure = charts.stance(stances(near, wide), {}, {})
    said = titles(figure)
    assert (
        "NHK on Japan: neither favourable nor critical, +0.01 (−0.09 to +0.11), 20 sentences"
        in said
    )
    assert "Kyodo on Japan: not clear: leans critical, −0.24 (−0.50 to +0.04), 20 sentences" in said
    assert {row[-1] for row in figure.data.rows} == {
        "neither favourable nor critical",
        "not clear: leans critical",
    }
    assert "no lean, or not clear (interval contains 0)" in texts(figure)


def test_stance_title_counts_all_sources_that_speak_of_the_target():
    rows = [source_row(name, "Taliban", -0.6) for name in ("NHK", "Kyodo")]
    rows.append(source_row("Reuters", "Taliban", 0.0))
    assert charts.stance(stances(*rows), {}, {}).title == "2 of 3 sources are critical of Taliban"


def test_stance_titles_and_alt_texts_tell_a_slight_lean_from_a_clear_one():
    slight = [source_row(name, "Japan", 0.09, half=0.08) for name in ("NHK", "Kyodo")]
    clear = source_row("Reuters", "Japan", 0.5)
    figure = charts.stance(stances(*slight), {}, {})
    assert figure.title == "2 of 2 sources are slightly favourable to Japan"
    figure = charts.stance(stances(*slight, clear), {}, {})
    assert figure.title == "Strongest lean: Reuters, favourable to Japan"
    assert "2 slightly favourable and 1 favourable" in figure.alt
    figure = charts.stance(stances(slight[0], source_row("AFP", "Japan", 0.09)), {}, {})
    assert figure.title == "NHK is slightly favourable to Japan"
    assert {row[-1] for row in figure.data.rows} == {
        "slightly favourable",
        "not clear: leans favourable",
    }


def test_a_histogram_tells_slight_leans_from_clear_ones():
    rows = [source_row(f"Paper {i}", "Japan", -0.6) for i in range(40)]
    rows += [source_row(f"Daily {i}", "Japan", -0.1, half=0.08) for i in range(2)]
    rows += [source_row(f"Times {i}", "Japan", 0.1, half=0.08) for i in range(3)]
    said = texts(charts.stance(stances(*rows), {}, {}))
    assert {"40 critical, 2 slightly", "3 slightly favourable", "of 45 sources"} <= set(said)


def test_a_long_target_is_written_in_full_above_its_sources():
    long = "Recognition of the Taliban"
    rows = [source_row(f"Paper {i}", target, 0.1) for i in range(8) for target in (long, "Japan")]
    figure = charts.stance(stances(*rows), {}, {})
    assert_sound(figure)
    assert long in texts(figure)


def test_stance_says_what_it_leaves_out():
    figure = charts.stance(many_stances(2, [f"Actor {i}" for i in range(14)]), {}, {})
    assert "10 targets with most sentences; 4 more" in figure.caption
    assert len({row[0] for row in figure.data.rows}) == 10


def test_confidence_is_named_where_intervals_are_drawn():
    table = stances(source_row("NHK", "Japan", 0.1))
    assert "90 % intervals" in charts.stance(table, {}, {}, confidence=0.9).subtitle


def test_two_sources_called_alike_stay_two_rows():
    table = stances(source_row("a.txt", "Japan", -0.5), source_row("b.txt", "Japan", 0.5))
    figure = charts.stance(table, {"a.txt": "NHK", "b.txt": "NHK"}, {})
    assert {"NHK (1)", "NHK (2)"} <= set(texts(figure))
