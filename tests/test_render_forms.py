"""The forms beside HTML and PDF: Markdown, the workbook of all tables, the charts' pictures."""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree

import mistune
import pandas as pd
import pytest
from PIL import Image

import render_fixture as fixture
from pressbrief import tables
from pressbrief.render import markdown, pictures, workbook
from pressbrief.render.document import collect
from pressbrief.render.text import plain

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
# What a Markdown page is made of; nothing else may come of an article's text.
OURS = {"h1", "h2", "h3", "p", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "strong"}
# Every dialect's ways to make something of plain text.
DIALECTS = ["table", "url", "strikethrough", "footnotes", "math", "mark", "superscript"]
DIALECTS += ["subscript", "insert", "task_lists", "def_list", "abbr", "spoiler", "ruby"]
HOSTILE = [plain(text) for text in fixture.HOSTILE]


def page_of(text: str) -> str:
    return mistune.create_markdown(escape=False, plugins=DIALECTS)(text)


def words_of(page: str) -> str:
    import html

    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]*>", "", page)))


# Markdown


def test_markdown_says_what_the_page_says():
    shown = markdown.render(collect(fixture.notebook()))
    assert shown.startswith("# Japan and the Taliban\n\nBriefing as of 28 February 2025\n\n")
    assert "- Only The Diplomat names China as a rival; the others do not mention it. (low" in shown
    assert "](figures/stance-chart.png)" in shown
    page = page_of(shown)
    assert page.count("<table>") == 6
    assert words_of(page).count("A Taliban delegation arrived in Japan on Sunday") > 1


def test_hostile_text_is_text_in_markdown():
    page = page_of(markdown.render(collect(fixture.notebook(hostile=True))))
    images = re.findall(r'<img src="([^"]*)"', page)
    assert images and all(re.fullmatch(r"figures/[a-z-]+\.png", source) for source in images)
    assert set(re.findall(r"<([a-z][a-z0-9]*)", page)) <= {*OURS, "img", "br"}
    said = words_of(page)
    for text in HOSTILE:
        assert re.sub(r"\s+", " ", text) in said


@pytest.mark.parametrize(
    "text",
    [
        *HOSTILE,
        "# no heading",
        "- no list",
        "+ none",
        "1. none",
        "2) none",
        "> no quotation",
        "=== ---",
        "    no code",
        "a | b",
        "[^1]: no note",
        "[a]: javascript:x",
        "www.example.org https://example.org a@example.org",
        "~~a~~ ==b== ^^c^^ x^2^ $$d$$ `e` :) **f** __g__",
        "trailing \\",
        "*[HTML]: x",
        ": a definition",
        "- [ ] no task",
        "!!! note",
    ],
)
def test_escaped_text_comes_back_as_it_went_in(text):
    page = page_of(markdown.escaped(text))
    assert set(re.findall(r"<([a-z][a-z0-9]*)", page)) <= {"p"}
    assert words_of(page).strip() == " ".join(text.split())


# The workbook


def opened(book: bytes) -> dict[str, list[list[str | float]]]:
    """Each sheet's rows, read from the file itself; no cell may hold a formula or a link."""
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
        shared = [
            "".join(part.itertext())
            for part in ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
        ]
        names = re.findall(r'<sheet name="([^"]+)"', archive.read("xl/workbook.xml").decode())
        sheets = {}
        for at, name in enumerate(names, start=1):
            tree = ElementTree.fromstring(archive.read(f"xl/worksheets/sheet{at}.xml"))
            assert tree.find(f".//{SHEET}f") is None and tree.find(f".//{SHEET}hyperlink") is None
            assert tree.find(f".//{SHEET}pane").get("state") == "frozen"
            sheets[name] = [
                [
                    shared[int(cell.findtext(f"{SHEET}v"))]
                    if cell.get("t") == "s"
                    else float(cell.findtext(f"{SHEET}v"))
                    for cell in row
                    if cell.findtext(f"{SHEET}v")
                ]
                for row in tree.iter(f"{SHEET}row")
            ]
        return sheets


def removed(*texts: str) -> pd.DataFrame:
    rows = [("a" * 12, at, at + 1, "share bar", text) for at, text in enumerate(texts)]
    return tables.frame("removed", rows)


def test_the_workbook_has_a_sheet_a_table_and_says_what_each_column_is():
    frames = {"skipped": tables.frame("skipped", [("a.txt", "empty")]), "removed": removed("Share")}
    sheets = opened(workbook.render(frames))
    assert list(sheets) == ["contents", "skipped", "removed"]
    assert sheets["contents"][1][:2] == ["skipped", 1.0]
    assert sheets["skipped"] == [["file", "reason"], ["a.txt", "empty"]]
    assert sheets["removed"][1] == ["a" * 12, 0.0, 1.0, "share bar", "Share"]


def test_hostile_text_is_text_in_the_workbook():
    given = [*HOSTILE, "=1+1", "+1", "-1", "@SUM(A1)", "https://example.org", "12", "_x0041_", "'a"]
    sheets = opened(workbook.render({"removed": removed(*given)}))
    escapes = re.compile("_x([0-9A-F]{4})_")
    texts = [
        escapes.sub(lambda found: chr(int(found[1], 16)), row[-1]) for row in sheets["removed"]
    ]
    assert texts[1:] == [workbook.UNWRITABLE.sub("□", text) for text in given]


def test_a_cell_that_is_too_long_is_cut_and_says_so():
    for text in ("w" * 40_000, "😀" * 20_000):
        cell = opened(workbook.render({"removed": removed(text)}))["removed"][1][-1]
        assert cell.endswith(f"… [cut; the CSV has all {len(text):,} characters]")
        assert workbook.CHARACTERS - 2 < len(cell.encode("utf-16-le")) / 2 <= workbook.CHARACTERS


def test_rows_beyond_a_sheet_are_told_on_it_and_in_the_contents():
    sheets = opened(workbook.render({"removed": removed(*"abcdef")}, rows=5))
    assert [row[-1] for row in sheets["removed"]][:4] == ["text", "a", "b", "c"]
    assert sheets["removed"][4] == ["3 more rows than a sheet holds are in removed.csv only."]
    assert "3 more rows" in sheets["contents"][1][2]
    assert len(opened(workbook.render({"removed": removed(*"abcd")}, rows=5))["removed"]) == 5


def test_the_same_tables_give_the_same_workbook():
    frames = {"removed": removed("Share", "=cmd()")}
    assert workbook.render(frames) == workbook.render(frames)


def test_a_workbook_without_tables_has_its_contents():
    assert list(opened(workbook.render({}))) == ["contents"]


# The charts' pictures


@pytest.mark.parametrize("hostile", [False, True])
def test_every_chart_has_a_picture_and_the_same_each_time(hostile):
    document = collect(fixture.notebook(hostile=hostile))
    made = pictures.render(document)
    assert list(made) == [chart.id for chart in document.charts]
    for picture in made.values():
        image = Image.open(io.BytesIO(picture))
        # As wide as the chart and its margins, and taller by what the title says.
        assert image.width == 1408 and image.height > 600
        assert len(image.convert("RGB").getcolors(100_000)) > 20
    assert pictures.render(document) == made


def test_a_document_without_charts_has_no_pictures():
    *_, findings = fixture.sections()
    assert pictures.render(collect(fixture.of(findings))) == {}
