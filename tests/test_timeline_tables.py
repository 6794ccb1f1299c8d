"""The chronology in a table for readers: in order, named, and each row with its evidence."""

from pressbrief import tables
from pressbrief.sections import timeline_tables
from pressbrief.sections.wording.names import Names

NAMES = Names(short={"aa": "article a", "a.txt": "article a", "NHK": "NHK"}, spoken={})


def articles(*rows):
    return tables.frame(
        "articles",
        [(id_, f"{id_[0]}.txt", "unknown", "unknown", "", "unknown", "unknown", "unknown", "en",
          "2025-02-19", "2025-02-19", "day", "its dateline", 500, 5, copy, "0")
         for id_, copy in rows],
    )  # fmt: skip


def test_a_chronology_keeps_order_and_shows_disagreement_only_where_there_is_one():
    def event(id_, day, conflict):
        return (
            id_,
            day,
            day,
            "day",
            "happened",
            "They met",
            "They met.",
            "Japan; Iran",
            "",
            1,
            1,
            conflict,
        )

    told = tables.frame(
        "event_mentions", [("e1", "aa", 1, 0, 9, "", "", ""), ("e2", "aa", 2, 0, 9, "", "", "")]
    )
    calm = tables.frame("events", [event("e1", "2024-01-01", ""), event("e2", "2025-01-01", "")])
    table = timeline_tables.chronology(calm, told, articles(("aa", "")), NAMES, most=8)
    assert [row[0] for row in table.rows] == ["1 January 2024", "1 January 2025"]
    assert table.columns[-1] == "told by"
    torn = tables.frame("events", [event("e1", "2024-01-01", "one says so, one not")])
    table = timeline_tables.chronology(torn, told, articles(("aa", "")), NAMES, most=8)
    assert table.rows[0][-1] == "one says so, one not"


def test_a_chronology_ends_with_what_can_have_been_in_several_years():
    def event(id_, first, last, precision):
        return (
            id_,
            first,
            last,
            precision,
            "happened",
            "They met",
            "They met.",
            "Japan",
            "",
            1,
            1,
            "",
        )

    events = [
        event("e1", "1945-01-01", "2025-12-31", "unknown"),
        event("e2", "2025-01-01", "2025-01-01", "day"),
    ]
    told = tables.frame(
        "event_mentions", [("e1", "aa", 1, 0, 9, "", "", ""), ("e2", "aa", 2, 0, 9, "", "", "")]
    )
    found = tables.frame("events", events)
    table = timeline_tables.chronology(found, told, articles(("aa", "")), NAMES, most=8)
    assert [row[0] for row in table.rows] == ["1 January 2025", "undated"]
    assert table.note == "The undated stand last."


def test_a_chronology_of_many_keeps_what_most_sources_tell():
    rows = [
        (f"e{i:03}", f"2024-01-{i % 28 + 1:02}", "2024-12-31", "year", "happened", "x",
         "x", "Japan", "", 1 + (i == 30), 1 + (i == 30), "")
        for i in range(timeline_tables.CHRONOLOGY + 20)
    ]  # fmt: skip
    events = tables.frame("events", rows)
    told = tables.frame("event_mentions", [(row[0], "aa", 1, 0, 9, "", "", "") for row in rows])
    table = timeline_tables.chronology(events, told, articles(("aa", "")), NAMES, most=8)
    assert len(table.rows) == timeline_tables.CHRONOLOGY
    assert table.note.startswith("20 events")


def test_who_tells_what_with_which_date_and_who_does_not():
    def event(id_, title, sources):
        days = "2025-02-18", "2025-02-18", "day", "happened"
        return (id_, *days, title, f"{title}.", "Japan", "", sources, sources, "")

    events = [event("e1", "They met", 2), event("e2", "They ate", 1)]
    told = [
        ("e1", "aa", 1, 0, 9, "2025-02-18", "2025-02-18", "happened"),
        ("e1", "bb", 1, 0, 9, "", "", ""),
        ("e2", "cc", 1, 0, 9, "2025-02-18", "2025-02-18", "happened"),
    ]
    frames = tables.frame("events", events), tables.frame("event_mentions", told)
    named = Names(short={f"{one}.txt": one.upper() for one in "abc"}, spoken={})
    read = articles(("aa", ""), ("bb", ""), ("cc", ""))
    table = timeline_tables.who_tells(*frames, read, named, most=8)
    assert table.columns == ("happening", "A", "B", "C")
    assert table.rows == (("They met", "18 February 2025", "told", "–"),)
    assert table.evidence == (("e-aa-1", "e-bb-1"),)
    assert timeline_tables.who_tells(*frames, articles(("aa", "")), named, most=8) is None
