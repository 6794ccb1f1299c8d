"""Charts: what is drawn, what is said of it, and that nothing collides or leaves the sheet."""

from __future__ import annotations

import re
from itertools import combinations
from xml.etree import ElementTree

import pytest

from pressbrief import charts, tables
from pressbrief.charts import labels
from pressbrief.charts.timeaxis import Interval, panels

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = (
    "<script>alert(1)</script> $x^2$ \x00 \u202e=cmd() #set page & 漢字 😀 عربي " + "w" * 10_000
)
STATES = ["Japan", "China", "Russia", "United States", "Afghanistan", "Pakistan", "Iran", "India"]


def source_row(source, target, mean, *, n=20, half=0.2, verdict=""):
    low, high = max(-1.0, mean - half), min(1.0, mean + half)
    found = "critical" if high < 0 else "favourable" if low > 0 else "even"
    return (source, target, mean, low, high, n, 1, verdict or found, "")


def stances(*rows):
    return tables.frame("stance_by_source", list(rows))


def many_stances(sources, targets):
    return stances(
        *(
            source_row(f"Paper {i}", target, ((7 * i + 3 * j) % 19 - 9) / 10, n=4 + i % 9)
            for i in range(sources)
            for j, target in enumerate(targets)
        )
    )


def article(i, *, first="", last="", publisher="unknown", copy_of="", language="en", words=500):
    precision = "day" if first and first == last else "unknown"
    return (
        f"{i:012x}", f"a{i:03}.txt", publisher, "unknown", "", "unknown", "unknown",
        "unknown", language, first, last, precision, "stated", words, 20, copy_of, "0" * 64,
    )  # fmt: skip


def articles(*rows):
    return tables.frame("articles", list(rows))


def mention(i, actor, kind="name", start=0):
    return (f"{i:012x}", 1, start, start + 1, actor[:1], actor, "state", kind)


def mentions(*counts):
    """Mentions from (article, actor, kind, how many)."""
    rows = [
        mention(i, actor, kind, start=1000 * number + place)
        for number, (i, actor, kind, count) in enumerate(counts)
        for place in range(count)
    ]
    return tables.frame("mentions", rows)


def events(*rows):
    """Events from (earliest, latest, status, summary, sources), told by articles 0, 1, …"""
    found = [
        (f"ev{i}", first, last, "unknown", status, text, "", sources, sources, "")
        for i, (first, last, status, text, sources) in enumerate(rows)
    ]
    told = [
        (f"ev{i}", f"{k:012x}", 1, row[0], row[1])
        for i, row in enumerate(rows)
        for k in range(row[4])
    ]
    return tables.frame("events", found), tables.frame("event_mentions", told)


def elements(figure, tag):
    return ElementTree.fromstring(figure.svg).findall(f".//{SVG}{tag}")


def texts(figure):
    return [element.text or "" for element in elements(figure, "text")]


def titles(figure):
    return [element.text for element in elements(figure, "title")]


def extent(figure, says):
    """Left and right end of the mark whose tooltip begins with `says`, in points."""
    for group in elements(figure, "g"):
        title = group.find(f".//{SVG}title")
        marked = group.get("id", "").startswith(f"{figure.id}-mark-")
        if marked and title is not None and title.text.startswith(says):
            path = group.find(f".//{SVG}path").get("d")
            xs = [float(x) for x in re.findall(r"[ML] ([-\d.]+) ", path)]
            return min(xs), max(xs)
    raise AssertionError(f"no mark says {says!r}; there are {titles(figure)}")


def assert_sound(figure):
    """Holds what is true of every figure: bytes, words, safety, and texts that do not collide."""
    assert len(figure.title.split()) <= 10, figure.title
    assert figure.svg.startswith("<svg")
    for forbidden in ("<style", " style=", "<script", "<metadata", "xlink:", "\x00", "\u202e"):
        assert forbidden not in figure.svg
    root = ElementTree.fromstring(figure.svg)
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert all(one == figure.id or one.startswith(f"{figure.id}-") for one in ids)
    wide, tall = (float(root.get(side).removesuffix("pt")) for side in ("width", "height"))
    boxes = []
    for element in root.iter(f"{SVG}text"):
        size = float(element.get("font-size").removesuffix("px"))
        assert size >= 8
        long = 72 * labels.width(element.text, size) / labels.SAFETY
        anchor = {"middle": 0.5, "end": 1.0}.get(element.get("text-anchor"), 0.0)
        x, y = float(element.get("x")) - anchor * long, float(element.get("y"))
        boxes.append((x, x + long, y - 0.7 * size, y + 0.15 * size, element.text))
    for left, right, top, bottom, text in boxes:
        assert left >= -0.5 and right <= wide + 0.5 and top >= 0 and bottom <= tall, text
    for one, other in combinations(boxes, 2):
        apart = one[1] <= other[0] or other[1] <= one[0] or one[3] <= other[2] or other[3] <= one[2]
        assert apart, f"{one[4]!r} collides with {other[4]!r}"
    assert len(figure.data.evidence) in (0, len(figure.data.rows))


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
    assert "even (interval contains 0)" in texts(figure)


def test_stance_title_counts_all_sources_that_speak_of_the_target():
    rows = [source_row(name, "Taliban", -0.6) for name in ("NHK", "Kyodo")]
    rows.append(source_row("Reuters", "Taliban", 0.0))
    assert charts.stance(stances(*rows), {}, {}).title == "2 of 3 sources are critical of Taliban"


def test_stance_says_what_it_leaves_out():
    figure = charts.stance(many_stances(2, [f"Actor {i}" for i in range(14)]), {}, {})
    assert "10 targets with most sentences; 4 more" in figure.caption
    assert len({row[0] for row in figure.data.rows}) == 10


def test_confidence_is_named_where_intervals_are_drawn():
    table = stances(source_row("NHK", "Japan", 0.1))
    assert "90 % intervals" in charts.stance(table, {}, {}, confidence=0.9).subtitle


def test_mentions_count_each_text_once_and_only_analysed_articles():
    found = articles(article(0), article(1, copy_of=f"{0:012x}"), article(2, language="de"))
    counts = [(i, "Japan", "name", 3) for i in range(3)]
    figure = charts.mentions(mentions(*counts), found, {}, {})
    assert figure.title == "Japan is named most: 3 of 3 mentions"
    assert figure.subtitle.endswith("n = 3 mentions in 1 article")


def test_mentions_bars_are_as_long_as_their_counts_in_every_panel():
    found = articles(article(0, publisher="NHK"), article(1, publisher="Kyodo"))
    table = mentions(
        (0, "Japan", "name", 6), (0, "Japan", "metonym", 3), (1, "Japan", "name", 3)
    )  # fmt: skip
    behind = {(f"{0:012x}", "Japan"): ["e-0-1"], (f"{1:012x}", "Japan"): ["e-1-1"]}
    figure = charts.mentions(table, found, {}, behind)

    def wide(says):
        left, right = extent(figure, says)
        return right - left

    assert wide("Japan, All 2 sources: 9 mentions by name") == pytest.approx(
        3 * wide("Japan, Kyodo: 3 mentions by name"), abs=0.1
    )
    assert wide("Japan, NHK: 6 mentions by name") == pytest.approx(
        2 * wide("Japan, NHK: 3 mentions by metonym"), abs=0.1
    )
    assert figure.data.rows[0] == ("Japan", "All 2 sources", 9, 0, 0, 3, 12)
    assert figure.data.evidence == (("e-0-1", "e-1-1"), ("e-0-1",), ("e-1-1",))


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
    for chart in (charts.mentions, charts.mention_rate):
        figure = chart(table, found, {}, {})
        assert_sound(figure)
        assert ("12 most named of 17" in figure.caption or "5 actors" in figure.caption) == (
            count > 1
        )


def test_rate_is_per_thousand_words_of_the_source():
    found = articles(article(0, publisher="NHK", words=400), article(1, publisher="NHK", words=600))
    figure = charts.mention_rate(mentions((0, "Japan", "name", 12)), found, {}, {})
    assert figure.title == "Japan is named most: 12.0 per 1,000 words"
    assert figure.data.rows == (("Japan", 12.0),)
    assert {"12.0", "1,000", "NHK"} <= set(texts(figure))


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
    assert figure.title == "One of 3 dated events has more than one source"
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
    assert "Shown one by one: the 12 of 60" in figure.caption
    assert "1 event without any date not shown." in figure.caption
    assert "Events by day" in texts(figure)
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


@pytest.mark.parametrize("count", [1, 5, 24, 50, 500])
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


def test_hostile_text_is_plain_text_inside_the_sheet():
    names = {"NHK": HOSTILE, "a000.txt": HOSTILE, "a001.txt": HOSTILE}
    found = articles(article(0, first="2025-02-19"), article(1, last="2025-02-19"))
    happened, told = events(("2025-02-01", "2025-02-28", "planned", HOSTILE, 2))
    table = mentions((0, HOSTILE, "name", 2), (1, "", "alias", 1), (1, "\n", "name", 1))
    rows = stances(source_row("NHK", HOSTILE, -0.5), source_row("Kyodo", HOSTILE, 0.5))
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


def test_two_sources_called_alike_stay_two_rows():
    table = stances(source_row("a.txt", "Japan", -0.5), source_row("b.txt", "Japan", 0.5))
    figure = charts.stance(table, {"a.txt": "NHK", "b.txt": "NHK"}, {})
    assert {"NHK (1)", "NHK (2)"} <= set(texts(figure))
