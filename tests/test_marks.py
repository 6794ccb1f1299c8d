"""Quotation marks of every kind: paired, nested, unbalanced, and those that quote nobody."""

from __future__ import annotations

import pytest

from pressbrief.stance.attribution.quotation_marks import quotations
from spoken import voices


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('“One” and "two" and «three» and 「四」.', ["“One”", '"two"', "«three»", "「四」"]),
        ("‘One’ isn’t Japan’s, nor 'two' Japan's.", ["‘One’", "'two'"]),
        ("“He said ‘no’ to „us“ twice.” They left.", ["“He said ‘no’ to „us“ twice.”"]),
        ("“They said “no” twice.” They left.", ["“They said “no” twice.”"]),
        ("„Gut“, said the paper.", ["„Gut“"]),
        # A double mark that is never closed quotes to the end, a single one is an apostrophe.
        ("He said: “It is over.", ["“It is over."]),
        ("the '90s and the ’90s", []),
        ("It ended”, he said.", []),
        ("‘our allies’ borders’ matter", ["‘our allies’ borders’"]),
        ("", []),
    ],
)
def test_quotation_marks(text, expected):
    assert [text[found.start : found.end] for found in quotations(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Two single marks are a double one, and a curly mark may be closed by a straight one.
        ("''It is over,'' he said. ''Go.''", ["''It is over,''", "''Go.''"]),
        ("``It is over,'' he said.", ["``It is over,''"]),
        ('“It is over," he said. "Go.”', ['“It is over,"', '"Go.”']),
        ('“He said "no" to us,” she said.', ['“He said "no" to us,”']),
        ("He said ‘no, “never”’ twice.", ["‘no, “never”’"]),
        ("«Non», a-t-il dit. ‹Non›.", ["«Non»", "‹Non›"]),
        ("首相は「協力する」と『報』じた。", ["「協力する」", "『報』"]),
        ("“Open and “open again” and on", ["“Open and “open again” and on"]),
        # Marks that close elsewhere open in some languages, and in careless text.
        ("”It is over,” he said. »Go.«", ["”It is over,”", "»Go.«"]),
        ("It ended,” he said. ”Never", []),
    ],
)
def test_marks_of_many_kinds(text, expected):
    assert [text[one.start : one.end] for one in quotations(text)] == expected


@pytest.mark.parametrize(
    "marks",
    [
        "“{}”",
        '"{}"',
        "''{}''",
        "‘{}’",
        "'{}'",
        "«{}»",
        "« {} »",
        "‹{}›",
        "„{}“",
        "”{}”",
        "»{}«",
        "「{}」",
        "『{}』",
        '“{}"',
    ],
)
@pytest.mark.parametrize("order", ["{} Motegi said.", "Motegi said: {}"])
def test_each_kind_of_marks_has_its_speaker(marks, order):
    said = marks.format("We will work with China’s envoys,")
    assert voices(order.format(said)) == [("direct", "Toshimitsu Motegi", said)]


@pytest.mark.parametrize("text", ["The “Taliban” came.", "He read “War and Peace” in Tokyo."])
def test_scare_quotes_and_titles_are_nobodys(text):
    assert voices(text) == []


@pytest.mark.parametrize("mark", ["'", "‘", "‹", "»", "”", "“", '"', "「"])
def test_marks_without_end_are_read_at_once(mark):
    assert len(quotations(f"{mark}a " * 30_000)) in (0, 1, 15_000)
