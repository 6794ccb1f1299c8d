"""Which fonts a text is set in: every script has one, and what none covers is named."""

import pytest

from pressbrief.render.glyphs import Glyphs

SCRIPTS = {
    "日本政府は発表した": "Noto Sans CJK JP",
    "中国外交部表示": "Noto Sans CJK SC",
    "한국 정부": "Noto Sans CJK KR",
    "हिन्दी में समाचार": "Noto Sans Devanagari",
    "বাংলা সংবাদ": "Noto Sans Bengali",
    "ที่กรุงไนโรบี": "Noto Sans Thai",
    "ኢትዮጵያ": "Noto Sans Ethiopic",
    "မြန်မာ": "Noto Sans Myanmar",
    "தமிழ்": "Noto Sans Tamil",
    "🦀 👍🏽": "Noto Emoji",
}


@pytest.mark.parametrize(("text", "family"), SCRIPTS.items())
def test_every_script_has_a_font(text, family):
    glyphs = Glyphs()
    assert glyphs.covered(text) == text
    assert [face.family for face in glyphs.faces] == ["DejaVu Sans", family]
    assert glyphs.note() == ""


@pytest.mark.parametrize("text", ["Talks ended.", "Ташкент, Αθήνα", "طالبان", "טליבאן", "😀"])
def test_what_needs_no_further_font_brings_none(text):
    glyphs = Glyphs()
    assert glyphs.covered(text) == text
    assert [face.family for face in glyphs.faces] == ["DejaVu Sans"]


def test_what_no_font_covers_is_named_and_counted():
    glyphs = Glyphs()
    assert glyphs.covered("𓀀 and 𓀀, 𐤀") == "□ and □, □"
    assert glyphs.note() == (
        "3 characters that no font covers, or that a chart cannot join, are shown as □: "
        "EGYPTIAN HIEROGLYPH A001 (twice), PHOENICIAN LETTER ALF (once)."
    )


def test_no_more_than_twelve_missing_ones_are_named():
    glyphs = Glyphs()
    glyphs.covered("".join(chr(0x13000 + at) for at in range(14)))
    assert glyphs.note().endswith(" (once) and 2 others.")


def test_a_chart_s_text_is_runs_of_one_font_each():
    glyphs = Glyphs()
    assert glyphs.drawn("Tokyo: 日本 🦀") == [
        ("Tokyo: ", ""), ("日本", "Noto Sans CJK SC"), (" ", ""), ("🦀", "Noto Emoji"),
    ]  # fmt: skip
    assert "".join(run for run, _ in glyphs.drawn("हिन्दी")) == "ह□न□द□"


def test_a_word_is_broken_at_no_mark():
    pieces = Glyphs().fitted("ที่" * 40, 8.0).split("\u200b")
    assert len(pieces) > 1 and all(piece[0] == "ท" for piece in pieces)
