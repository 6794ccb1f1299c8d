"""The days that matter: articles and the days that they name in, days in order out."""

from __future__ import annotations

from datetime import date, timedelta

from pressbrief import charts, tables
from pressbrief.sections import timeline_tables
from pressbrief.timeline.salience import days_that_matter


def corpus(*appeared: str, names: dict[int, list[str]] | None = None, copies: tuple[int, ...] = ()):
    """Articles that appeared on those days, each naming the days that `names` has for it."""
    articles, expressions = [], []
    for place, day in enumerate(appeared):
        name = f"{place:012}"
        original = "0" * 12 if place in copies else ""
        said = "unknown", "unknown", "", "unknown", "unknown", "unknown", "en"
        articles.append(
            (name, f"{place}.txt", *said, day, day, "day", "given", 9, 1, original, "0")
        )
        for at, named in enumerate((names or {}).get(place, [])):
            expressions.append(
                (name, 1, 4 * at, 4 * at + 3, "day", "DATE", named, named, named, "stated")
            )
    return tables.frame("articles", articles), tables.frame("expressions", expressions)


def test_a_day_that_later_days_look_back_on_stands_first():
    days = "2024-05-01", "2024-05-02", "2024-05-03"
    looks_back = {1: ["2024-05-01"], 2: ["2024-05-01"]}
    found = days_that_matter(*corpus(*days, names=looks_back))
    assert found["day"].tolist() == ["2024-05-01", "2024-05-02", "2024-05-03"]
    assert found["later"].tolist() == [2, 0, 0]
    assert found["mentions"].tolist() == [2, 0, 0]


def test_copies_count_once_and_days_outside_the_corpus_do_not():
    days = "2024-05-01", "2024-05-02", "2024-05-02"
    names = {1: ["2024-05-01", "2020-01-01"], 2: ["2024-05-01"]}
    found = days_that_matter(*corpus(*days, names=names, copies=(2,)))
    assert found["day"].tolist() == ["2024-05-01", "2024-05-02"]
    assert found["published"].tolist() == [1, 1]
    assert found["mentions"].tolist() == [1, 0]


def test_nothing_is_salient_where_no_article_is_dated_to_a_day():
    articles, expressions = corpus("2024-05-01", names={0: ["2024-05-01"]})
    undated = articles.assign(published_earliest="", published_latest="")
    assert days_that_matter(undated, expressions).empty
    assert days_that_matter(articles.head(0), expressions.head(0)).empty


def test_the_last_day_of_the_calendar_has_no_day_after_it():
    assert days_that_matter(*corpus("9999-12-31"))["day"].tolist() == ["9999-12-31"]


def test_a_long_corpus_lists_its_days_with_the_event_that_most_tell():
    appeared = [f"2024-05-{day:02}" for day in range(1, 32)]
    found = days_that_matter(*corpus(*appeared, names={30: ["2024-05-07"]}))
    event = (
        "e1",
        "2024-05-07",
        "2024-05-07",
        "day",
        "happened",
        "Kenya voted",
        "Kenya voted.",
        "Kenya",
        "",
        1,
        1,
        "",
    )
    events = tables.frame("events", [event])
    told = tables.frame(
        "event_mentions", [("e1", f"{30:012}", 1, 0, 9, "2024-05-07", "2024-05-07", "happened")]
    )
    listed = timeline_tables.salient(found, events, told, 3)
    assert ("7 May 2024", "Kenya voted", 1, 1, 1) in listed.rows
    assert timeline_tables.salient(found.head(20), events, told, 3) is None


def test_a_timeline_of_many_events_shows_those_of_the_days_that_matter_most():
    days = [(date(2024, 5, 1) + timedelta(days=place)).isoformat() for place in range(40)]
    events = tables.frame(
        "events",
        [
            (f"e{day}", day, day, "day", "happened", "They met", "They met.", "", "", 1, 1, "")
            for day in days
        ],
    )
    told = tables.frame(
        "event_mentions", [(f"e{day}", "0" * 12, 1, 0, 9, day, day, "happened") for day in days]
    )
    salience = {day: float(place) for place, day in enumerate(days)} | {days[3]: 99.0}
    articles = corpus(days[0])[0]
    figure = charts.timeline(events, told, articles, {}, {}, salience)
    assert "of the days that matter most" in figure.caption
    assert {row[0] for row in figure.data.rows} == {days[3], *days[-11:]}
    few = charts.timeline(events, told, articles, {}, {}, {days[3]: 99.0})
    assert "that most sources tell" in few.caption
