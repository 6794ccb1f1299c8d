"""Every chart: hostile text, nothing to draw, the same bytes."""

from __future__ import annotations

from drawn import (
    HOSTILE,
    STATES,
    article,
    articles,
    assert_sound,
    events,
    many_stances,
    mentions,
    source_row,
    stances,
    texts,
)
from pressbrief import charts, tables


def test_hostile_text_is_plain_text_inside_the_sheet():
    names = {"NHK": HOSTILE, "a000.txt": HOSTILE, "a001.txt": HOSTILE}
    found = articles(article(0, first="2025-02-19"), article(1, last="2025-02-19"))
    happened, told = events(
        ("2025-02-01", "2025-02-28", "planned", HOSTILE, 2),
        ("2025-03-01", "2025-03-28", "planned", HOSTILE, 1),
    )
    table = mentions((0, HOSTILE, "name", 2), (1, "", "alias", 1), (1, "\n", "name", 1))
    rows = stances(source_row("NHK", HOSTILE, 5), source_row("Kyodo", HOSTILE, 0, 5))
    figures = [
        charts.stance(rows, names, {}),
        charts.mentions(table, found, names, {}),
        charts.mention_rate(table, found, names, {}),
        charts.timeline(happened, told, found, names, {}),
        charts.coverage(found, names),
    ]
    for figure in figures:
        assert_sound(figure)
        for said in (figure.title, figure.alt, figure.subtitle, figure.caption):
            assert "\x00" not in said and "\u202e" not in said and len(said) < 8000
    assert any("$x^2$" in text for text in texts(figures[3]))


def test_nothing_to_draw_is_no_figure():
    none = tables.empty
    assert charts.stance(none("stance_by_source"), {}, {}) is None
    for chart in (charts.mentions, charts.mention_rate):
        assert chart(none("mentions"), none("articles"), {}, {}) is None
    assert charts.timeline(none("events"), none("event_mentions"), none("articles"), {}, {}) is None
    assert charts.coverage(none("articles"), {}) is None
    assert charts.coverage(articles(article(0)), {}) is None


def test_the_same_table_gives_the_same_bytes():
    table = many_stances(5, STATES[:4])
    assert charts.stance(table, {}, {}) == charts.stance(table, {}, {})
