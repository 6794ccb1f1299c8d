"""The sources side by side: what each tells, whom it judges, what it stresses, when it wrote."""

from __future__ import annotations

import dataclasses

import pytest

from drawn import article, articles, events, source_row, stances
from pressbrief import tables
from pressbrief.sections import source_grid
from pressbrief.sections.stance_views import Said, Side
from pressbrief.sections.wording.names import names
from pressbrief.tables import select

DAY = "2025-02-18"


def seen(count: int = 3, targets: int = 2) -> source_grid.Seen:
    read = articles(
        *(article(i, first=DAY if i else "", last=DAY if i else "", publisher=f"Paper {i}")
          for i in range(count)),
        article(99, first="2025-03-01", last="2025-03-01", publisher="Paper 1"),
    )  # fmt: skip
    told = tables.frame(
        "event_mentions", [("ev0", f"{i:012x}", 4, 0, 9, DAY, DAY, "happened") for i in (1, 2)]
    )
    rows = [source_row(f"Paper {i}", f"Target {j}", 2 if i == j else 0, n=7)
            for i in range(count) for j in range(targets)]  # fmt: skip
    said = {
        ("Paper 0", "Target 0"): Said(7, critical=Side(2, ("shoddy",), ("e-0-1", "e-0-2"))),
        ("Paper 1", "Target 0"): Said(4, ids=("e-1-3",)),
        ("Paper 2", "Target 0"): Said(9, critical=Side(1, (), ("e-2-1",)),
                                      favourable=Side(2, (), ("e-2-2",))),
    }  # fmt: skip
    terms = tables.frame("terms", [("Paper 0", "women", 5, 9.0, 5, 1, 0, 0.0, 3.0, "")])
    sources = select.sources(read)
    return source_grid.Seen(
        read.assign(source=select.source_of(read)),
        events((DAY, DAY, "happened", "A delegation visited Japan.", 2))[0],
        told.assign(source=told["article_id"].map(sources)),
        stances(*rows),
        said,
        terms,
        {("Paper 0", "women"): ("e-0-5",)},
    )


def drawn(made: source_grid.Seen):
    grid = source_grid.drawn(made, names(made.articles), most=8)
    grid.check()
    return grid


def test_a_row_says_what_a_source_tells_judges_stresses_and_when_it_wrote():
    grid = drawn(seen())
    assert grid.columns[:3] == ("Source", "Published", "A") and grid.columns[-1] == "Stresses"
    rows = {row[0].text: row for row in grid.rows}
    assert rows["Paper 1"][1].text == "18 Feb to 1 Mar 2025; two articles"
    assert rows["Paper 0"][1].text == "undated"
    told = {name: row[2] for name, row in rows.items()}
    assert [told[f"Paper {i}"].mark for i in range(3)] == ["untold", "told", "told"]
    assert told["Paper 1"].evidence == ("e-000000000001-4",)
    assert rows["Paper 0"][-1].text == "women" and rows["Paper 0"][-1].evidence == ("e-0-5",)


@pytest.mark.parametrize(
    ("source", "text", "mark", "evidence"),
    [
        ("Paper 0", "2 critical of 7", "critical", ("e-0-1", "e-0-2")),
        ("Paper 1", "none in 4", "none", ("e-1-3",)),
        ("Paper 2", "1 critical, 2 favourable of 9", "mixed", ("e-2-1", "e-2-2")),
    ],
)
def test_tone_is_counted_or_said_to_be_voiced_by_none(source, text, mark, evidence):
    grid = drawn(seen())
    row = next(row for row in grid.rows if row[0].text == source)
    cell = row[grid.columns.index("On Target 0")]
    assert (cell.text, cell.mark, cell.evidence) == (text, mark, evidence)


def test_who_does_not_speak_of_a_target_has_no_tone():
    grid = drawn(seen())
    at = grid.columns.index("On Target 1")
    assert {row[at].text for row in grid.rows} == {source_grid.NOT_NAMED}


def test_the_targets_that_are_judged_most_have_a_column():
    grid = drawn(seen(count=9, targets=9))
    assert sum(column.startswith("On ") for column in grid.columns) == source_grid.TARGETS


def test_of_many_sources_those_with_most_articles_are_shown():
    grid = drawn(seen(count=40))
    assert len(grid.rows) == source_grid.SOURCES and grid.rows[0][0].text == "Paper 1"
    assert grid.note == "Shown: the 30 sources with most articles of 40."


def test_one_source_has_nobody_beside_it():
    one = seen(count=1)
    alone = dataclasses.replace(one, articles=one.articles[one.articles["source"] == "Paper 0"])
    assert source_grid.drawn(alone, names(one.articles), most=8) is None
