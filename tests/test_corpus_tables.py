"""The corpus in tables for readers: what counts, who wrote it, what is copied."""

from pressbrief import tables
from pressbrief.sections import corpus_claims, corpus_tables
from pressbrief.sections.wording.names import Names

NAMES = Names(
    short={"aa": "NHK", "bb": "NHK", "cc": "article c", "NHK": "NHK", "c.txt": "article c"}
    | {"a.txt": "a", "b.txt": "b"},
    spoken={},
)
COPY = ("bb", "aa", "near", 0.912, "of 14 officials", "=12 | " + "x" * 200)


def articles(*rows):
    """Articles from (id, publisher, language, day, duplicate_of)."""
    return tables.frame(
        "articles",
        [(id_, f"{id_[0]}.txt", publisher, "x", "", "unknown", "unknown", "unknown", language,
          day, day, "day" if day else "unknown", "x", 100, 5, copy, "0")
         for id_, publisher, language, day, copy in rows],
    )  # fmt: skip


ALL = articles(
    ("aa", "NHK", "en", "2025-02-19", ""),
    ("bb", "NHK", "en", "", "aa"),
    ("cc", "unknown", "ja", "2025-02-20", ""),
)


def test_what_was_found_is_counted_part_by_part():
    skipped = tables.frame("skipped", [("d.pdf", "no text layer")])
    table = corpus_tables.inventory(ALL, skipped, tables.frame("copies", [COPY]), NAMES)
    assert table.rows == (
        ("articles read", 3, 300, ""),
        ("analysed and counted", 1, 100, ""),
        ("copies: nearly the same", 1, 100, "NHK (b)"),
        ("not analysed: Japanese", 1, 100, "article c"),
        ("not dated to the month", 1, 100, "NHK (b)"),
        ("skipped", 1, None, "d.pdf"),
    )


def test_a_corpus_without_gaps_needs_no_table_and_an_empty_one_neither():
    none = tables.empty("skipped"), tables.empty("copies")
    assert corpus_tables.inventory(ALL[:1], *none, NAMES) is None
    assert corpus_tables.inventory(tables.empty("articles"), *none, NAMES) is None


def test_what_all_counts_is_counted_once():
    undated = articles(("aa", "NHK", "en", "", ""), ("bb", "NHK", "en", "2025-02-19", ""))
    none = tables.empty("copies")
    skipped = tables.frame("skipped", [("c.txt", "empty")])
    table = corpus_tables.inventory(undated, skipped, none, NAMES)
    assert [row[:2] for row in table.rows] == [
        ("articles read", 2),
        ("not dated to the month", 1),
        ("skipped", 1),
    ]
    # Which are not dated the table of the articles says.
    assert corpus_tables.inventory(undated, tables.empty("skipped"), none, NAMES) is None


def test_sources_of_one_article_each_stand_with_the_articles():
    assert corpus_tables.publishers(ALL.drop(index=1), NAMES) is None


def test_sources_are_listed_with_their_span_and_their_copies():
    assert corpus_tables.publishers(ALL, NAMES).rows == (
        ("NHK", 2, 200, "19 February 2025; one undated", 1),
        ("article c", 1, 100, "20 February 2025", 0),
    )


def test_a_copy_is_listed_with_what_it_changed_and_none_is_no_table():
    (row,) = corpus_tables.copies(tables.frame("copies", [COPY]), ALL, NAMES).rows
    assert row[:5] == ("NHK (b)", "NHK (a)", "nearly the same", "91 %", "of 14 officials")
    assert row[5].startswith("=12 | ") and row[5].endswith("x…")
    assert corpus_tables.copies(tables.empty("copies"), ALL, NAMES) is None


def test_an_article_is_listed_with_its_date_in_words_and_why():
    assert corpus_tables.sources(ALL, NAMES).rows[2] == (
        "article c", "unknown", "unknown", "20 February 2025", "x", 100,
    )  # fmt: skip


def test_what_was_cut_is_summed_by_reason():
    cut = tables.frame("removed", [("cc", 0, 4, "byline", "By X"), ("cc", 9, 12, "byline", "Bys")])
    (row,) = corpus_tables.removed(cut, NAMES).rows
    assert row == ("byline", 2, 7, "article c", "By X")
    assert corpus_tables.removed(tables.empty("removed"), NAMES) is None


def test_a_file_that_was_not_read_is_listed_with_its_reason():
    skipped = tables.frame("skipped", [("d.pdf", "a scan")])
    assert corpus_tables.skipped(skipped).rows == (("d.pdf", "a scan"),)
    assert corpus_tables.skipped(tables.empty("skipped")) is None


def test_what_may_not_be_what_it_seems_is_said_and_listed():
    warnings = tables.frame(
        "warnings",
        [
            ("e.csv", "", "columns not used: id"),
            ("e.csv", "e.csv#1", "a snippet: its text is cut off"),
            ("e.csv", "e.csv#2", "a snippet: its text is cut off"),
        ],
    )
    table = corpus_tables.warnings(warnings, NAMES)
    assert table.rows == (
        ("a snippet: its text is cut off", 2, "e.csv#1 and e.csv#2"),
        ("columns not used: id", 1, "e.csv"),
    )
    (claim,) = corpus_claims.doubted(warnings)
    assert claim.text == (
        "In one file something was read that may not be what it seems: "
        "a snippet (2) and columns not used (1)."
    )
    assert corpus_tables.warnings(tables.empty("warnings"), NAMES) is None
    assert corpus_claims.doubted(tables.empty("warnings")) == []
