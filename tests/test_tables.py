"""The contract: what a table may hold, how it travels through CSV, and the codebook."""

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from conftest import ROOT
from pressbrief import tables

MENTION = ("a1", 1, 0, 5, "Japan", "Japan", "state", "name")


def test_codebook_is_generated_from_the_schemas():
    assert (ROOT / "data" / "README.md").read_text(encoding="utf-8") == tables.codebook()


def test_every_table_can_be_empty():
    for name, table in tables.TABLES.items():
        assert list(tables.empty(name).columns) == table.names


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (("a1", 1, 9, 14, "Japan", "Japan", "country", "name"), "column 'actor_type'"),
        (("a1", 0, 9, 14, "Japan", "Japan", "state", "name"), "column 'sentence'"),
        (("a1", "x", 9, 14, "Japan", "Japan", "state", "name"), "column 'sentence'"),
    ],
)
def test_a_row_outside_the_contract_is_named(row, said):
    with pytest.raises(tables.TableError, match=said):
        tables.frame("mentions", [MENTION, row])


def test_the_same_span_twice_breaks_the_key():
    with pytest.raises(tables.TableError, match="table 'mentions'"):
        tables.frame("mentions", [MENTION, MENTION])


def test_unknown_and_missing_columns_are_named():
    with pytest.raises(tables.TableError, match=r"missing columns \['reason'\].*\['why'\]"):
        tables.check("skipped", pd.DataFrame({"file": ["a"], "why": ["b"]}))


def test_a_row_that_does_not_cut_its_surface_out_is_an_error():
    frame = tables.frame("mentions", [MENTION])
    assert len(tables.check_cuts(frame, "surface", {"a1": "Japan said"})) == 1
    with pytest.raises(tables.TableError, match="the text has ' Japa'"):
        tables.check_cuts(frame, "surface", {"a1": " Japan said"})


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-x", "@SUM(A1)", "\t=1", "'=1", "plain", "a,b\n“c”"]
)
def test_no_text_cell_is_a_formula_and_each_comes_back(text, tmp_path):
    frame = tables.frame("skipped", [("a.txt", text)])
    tables.write_csv("skipped", frame, tmp_path / "skipped.csv")
    cell = pd.read_csv(tmp_path / "skipped.csv", keep_default_na=False)["reason"][0]
    assert cell[0] not in "=+-@\t"
    pd.testing.assert_frame_equal(tables.read_csv("skipped", tmp_path / "skipped.csv"), frame)


def test_a_negative_number_stays_a_number(tmp_path):
    row = ("a1", 1, 0, 5, "Japan", "x.txt", "author", -0.5, 0.6, 0.3, 0.1, -0.2, 3, 9, 0)
    tables.write_csv("stances", tables.frame("stances", [row]), tmp_path / "s.csv")
    assert pd.read_csv(tmp_path / "s.csv")["polarity"][0] == -0.5


def test_a_number_may_be_missing_where_its_column_says_so(tmp_path):
    row = ("NHK", "Japan", 3, 1, 0, -0.2, None, None, 0.0, "too little evidence", "", 1, "")
    frame = tables.frame("stance_by_source", [row])
    tables.write_csv("stance_by_source", frame, tmp_path / "s.csv")
    pd.testing.assert_frame_equal(tables.read_csv("stance_by_source", tmp_path / "s.csv"), frame)
    with pytest.raises(tables.TableError, match="column 'mean'"):
        tables.frame("stance_by_source", [(*row[:5], None, *row[6:])])


def test_a_table_of_another_state_is_not_taken(tmp_path):
    frame = tables.frame("skipped", [("a.txt", "empty")])
    with tables.saving(["skipped"], tmp_path, stamp="now") as add:
        add("skipped", frame)
    assert tables.load("skipped", tmp_path, stamp="then") is None
    assert tables.load("absent", tmp_path, stamp="now") is None
    pd.testing.assert_frame_equal(tables.load("skipped", tmp_path, stamp="now"), frame)


def test_a_table_that_comes_in_parts_is_read_as_one(tmp_path):
    rows = [(f"{at}.txt", "empty") for at in range(3)]
    with tables.saving(["skipped", "copies"], tmp_path, stamp="now") as add:
        for row in rows:
            add("skipped", tables.frame("skipped", [row]))
    read = tables.load("skipped", tmp_path, stamp="now")
    pd.testing.assert_frame_equal(read, tables.frame("skipped", rows))
    assert tables.load("copies", tmp_path, stamp="now").empty


def test_tables_that_fail_on_the_way_leave_those_before_them(tmp_path):
    frame = tables.frame("skipped", [("a.txt", "empty")])
    with tables.saving(["skipped"], tmp_path, stamp="now") as add:
        add("skipped", frame)
    broken = frame.assign(more=1)
    with (
        pytest.raises(tables.TableError, match="unknown columns"),
        tables.saving(["skipped"], tmp_path, stamp="then") as add,
    ):
        add("skipped", broken)
    assert [path.name for path in tmp_path.glob("*.parquet")] == ["skipped.parquet"]
    pd.testing.assert_frame_equal(tables.load("skipped", tmp_path, stamp="now"), frame)


def test_a_parquet_file_of_another_program_counts_as_missing(tmp_path):
    pq.write_table(pa.table({"file": ["a.txt"]}), tmp_path / "skipped.parquet")
    assert tables.load("skipped", tmp_path, stamp="now") is None


def test_a_broken_parquet_file_counts_as_missing(tmp_path):
    (tmp_path / "skipped.parquet").write_bytes(b"PAR1 no")
    assert tables.load("skipped", tmp_path, stamp="now") is None


def test_a_table_with_a_flipped_bit_counts_as_missing(tmp_path):
    rows = [(f"{at}.txt", "empty, as it seems") for at in range(300)]
    with tables.saving(["skipped"], tmp_path, stamp="now") as add:
        add("skipped", tables.frame("skipped", rows))
    path = tmp_path / "skipped.parquet"
    raw = bytearray(path.read_bytes())
    raw[200] ^= 1
    path.write_bytes(raw)
    assert tables.stands("skipped", tmp_path, stamp="now")
    assert tables.load("skipped", tmp_path, stamp="now") is None
