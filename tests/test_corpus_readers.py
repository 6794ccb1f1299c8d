"""Bytes to text: every encoding that newsrooms and their tools leave behind."""

from __future__ import annotations

import codecs

import pytest

from pressbrief.corpus import readers

QUOTED = "The café’s owner said: “Japan is ready.” — and left."


@pytest.mark.parametrize(
    "data",
    [
        QUOTED.encode(),
        codecs.BOM_UTF8 + QUOTED.encode(),
        codecs.BOM_UTF16_LE + QUOTED.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + QUOTED.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + QUOTED.encode("utf-32-le"),
        QUOTED.encode("utf-16-le"),
        QUOTED.encode("utf-16-be"),
        QUOTED.encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 mark", "16le mark", "16be mark", "32le mark", "16le", "16be", "cp1252"],
)
def test_an_encoding_is_found(data):
    assert readers.decoded(data) == QUOTED


def test_latin_1_accents_are_read():
    assert readers.decoded("Le ministère a été très préoccupé".encode("latin-1")) == (
        "Le ministère a été très préoccupé"
    )


def test_lines_of_two_encodings_in_one_file_are_each_read_right():
    mixed = QUOTED.encode() + b"\n" + QUOTED.encode("cp1252")
    assert readers.decoded(mixed) == f"{QUOTED}\n{QUOTED}"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("日本政府は水曜日にタリバンとの会談を発表した。", "shift_jis"),
        ("Министерство иностранных дел сообщило в среду.", "cp1251"),
        ("일본 정부는 수요일에 발표했다.", "euc-kr"),
    ],
)
def test_an_encoding_that_would_come_out_as_nonsense_is_refused(text, encoding):
    with pytest.raises(readers.Unreadable, match="save it as UTF-8"):
        readers.decoded((text * 3).encode(encoding))


def test_a_damaged_byte_in_a_long_text_is_shown_and_loses_nothing():
    data = (f"{QUOTED}\n" * 20).encode()
    found = readers.decoded(data[:300] + b"\x81\xfe" + data[300:])
    assert found.count("�") == 2
    assert found.count(QUOTED) == 19


def test_damaged_utf_16_is_refused_by_name():
    with pytest.raises(readers.Unreadable, match="damaged UTF-16 text"):
        readers.decoded(codecs.BOM_UTF16_LE + b"a\0b")


@pytest.mark.parametrize(
    ("raw", "repaired"),
    [
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("Itâ€™s Japanâ€™s move", "It’s Japan’s move"),
        ("“curly” stays ‘curly’", "“curly” stays ‘curly’"),
        ("Talks &amp; aid", "Talks & aid"),
        ("ＮＨＫ and 日本", "ＮＨＫ and 日本"),
    ],
)
def test_repair(raw, repaired):
    assert readers.normalised(raw) == repaired


def test_a_no_break_space_stays_where_it_is():
    assert readers.normalised("10\u00a0million") == "10\u00a0million"
