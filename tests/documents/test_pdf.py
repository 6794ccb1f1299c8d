"""The PDF as other programs see it: tags, language, title, standards, bookmarks, its text."""

from __future__ import annotations

import csv
import html
import io
import re
import subprocess
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import nbformat
import pytest

import render_fixture as fixture
from documents.need import need, need_module
from pressbrief.render import paper
from pressbrief.render.brief import brief
from pressbrief.render.document import collect

HEADINGS = ("H1", "H2", "H3")
# Operators that put ink on a page.
DRAWING = {"Tj", "TJ", "'", '"', "f", "f*", "F", "S", "s", "B", "B*", "b", "b*", "Do", "sh"}

# A word as pdftotext -bbox has it: its top, its bottom, its text; and the page's body, in points.
BODY = re.compile(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)<')
HEADER, FOOTER = 70, 770
PLACED = re.compile(r'xMin="([\d.]+)" yMin="[\d.]+" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)<')
UNBROKEN = 12  # letters of a word that no column breaks
LONG = 200  # characters of a title and subtitle that push the label far below their top


@pytest.fixture(scope="module", params=[False, True], ids=["plain", "hostile"])
def document(request):
    return collect(fixture.notebook(hostile=request.param))


@pytest.fixture(scope="module")
def pdf(document) -> bytes:
    return paper.render(document)


@pytest.fixture(scope="module")
def opened(pdf):
    need_module("pikepdf")
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as file:
        yield file


def tagged(node, kinds: tuple[str, ...]) -> list:
    """Every structure element of these kinds below a node, in reading order."""
    import pikepdf

    if isinstance(node, pikepdf.Array):
        return [element for child in node for element in tagged(child, kinds)]
    if not isinstance(node, pikepdf.Dictionary):
        return []
    own = [node] if str(node.get("/S", ""))[1:] in kinds else []
    return own + tagged(node["/K"], kinds) if "/K" in node else own


def scope(head) -> str:
    """What a head of a table says that it is the head of."""
    given = head.get("/A", {})
    every = given if hasattr(given, "append") else [given]
    return next((str(one.Scope) for one in every if "/Scope" in one), "")


def bookmarks(outline) -> list[str]:
    return [title for item in outline for title in (item.title, *bookmarks(item.children))]


def test_it_says_that_it_is_tagged_and_in_what_language(opened, document):
    assert opened.Root.MarkInfo.Marked
    assert opened.Root.StructTreeRoot.K is not None
    assert str(opened.Root.Lang) == "en"
    assert str(opened.docinfo.Title)[:21] == document.title[:21] == "Japan and the Taliban"
    assert opened.Root.ViewerPreferences.DisplayDocTitle


def test_it_claims_both_standards(opened):
    with opened.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "A")


def test_its_dates_are_the_reports_and_not_the_clocks(opened):
    with opened.open_metadata() as metadata:
        assert metadata["xmp:CreateDate"].startswith("2025-02-28")


def test_every_figure_has_its_alt_text(opened, document):
    figures = tagged(opened.Root.StructTreeRoot.K, ("Figure",))
    assert [str(figure.Alt)[:60] for figure in figures] == [
        chart.alt[:60] for chart in document.charts
    ]


def test_bookmarks_are_the_headings(opened):
    with opened.open_outline() as outline:
        titles = bookmarks(outline.root)
    assert len(titles) == len(tagged(opened.Root.StructTreeRoot.K, HEADINGS)) > 20
    assert titles[0].startswith("Findings") and titles[-1].startswith("004_aee")


def test_every_table_has_heads_that_repeat(opened, document):
    tables = tagged(opened.Root.StructTreeRoot.K, ("Table",))
    shown = [table for chapter in document.chapters for table in chapter.tables]
    grid = 1  # of the sources side by side, on page one
    assert len(tables) == grid + len(shown) + len(document.charts)
    assert all(tagged(table, ("TH",)) for table in tables)


def test_every_head_says_what_it_heads(opened):
    heads = tagged(opened.Root.StructTreeRoot.K, ("TH",))
    assert {scope(head) for head in heads} == {"/Column"}


def test_headings_nest(opened):
    levels = [int(str(each.S)[2:]) for each in tagged(opened.Root.StructTreeRoot.K, HEADINGS)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_nothing_is_drawn_that_is_neither_tagged_nor_decoration(opened):
    import pikepdf

    for page in opened.pages:
        depth = 0
        for _, operator in pikepdf.parse_content_stream(page):
            depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(str(operator), 0)
            assert depth or str(operator) not in DRAWING


def test_links_can_be_read_aloud_and_reached_in_order(opened):
    for page in opened.pages:
        links = [note for note in page.get("/Annots", []) if note.Subtype == "/Link"]
        assert all(str(link.get("/Contents", "")) for link in links)
        assert not links or page.Tabs == "/S"


def test_a_link_leads_to_what_it_is_called(opened, document, pdf, tmp_path):
    import pikepdf

    program, path = need("pdftotext"), tmp_path / "briefing.pdf"
    path.write_bytes(pdf)
    pages = {page.objgen: at for at, page in enumerate(opened.pages, start=1)}
    height = float(opened.pages[0].mediabox[3])
    goals = {
        str(note.Contents): (pages[note.Dest[0].objgen], float(note.Dest[3]))
        for page in opened.pages
        for note in page.get("/Annots", [])
        if isinstance(note.get("/Dest"), pikepdf.Array)
    }
    named = {name for name in goals if name.startswith(("Evidence ", "Figure ", "The data of "))}
    assert {name.split()[0] for name in named} == {"Evidence", "Figure", "The"}
    for name in named:
        number, upper = goals[name]
        box = ["-x", "0", "-y", str(int(height - upper)), "-W", "600", "-H", "90"]
        done = subprocess.run(
            [program, "-f", str(number), "-l", str(number), *box, path, "-"],
            check=True,
            capture_output=True,
            timeout=60,
        )
        shown = name.removeprefix("Evidence ").removeprefix("The data of ")
        # Under a very long subtitle the label of a chart lies far below.
        titles = [
            chart.title.split()[0]
            for chart in document.charts
            if chart.label == shown and len(chart.title + chart.subtitle) > LONG
        ]
        words = "|".join(map(re.escape, (shown, *titles)))
        assert re.search(rf"^(?:{words})\b", done.stdout.decode(), re.MULTILINE), name


def test_its_tables_are_attached_and_open(opened, document):
    names = sorted(opened.attachments)
    tables = sum(len(chapter.tables) for chapter in document.chapters)
    assert len(names) == len(document.charts) + tables
    for name in names:
        file = opened.attachments[name]
        rows = list(csv.reader(io.StringIO(file.get_file().read_bytes().decode())))
        assert file.get_file().mime_type == "text/csv" and file.description
        assert len(rows) > 1 and len({len(row) for row in rows}) == 1
        assert not any(cell[:1] in "=@\t\r" for row in rows for cell in row if cell)


def test_all_its_fonts_are_embedded_and_its_own(opened):
    names = {
        str(font.BaseFont).split("+")[1]
        for page in opened.pages
        for font in page.Resources.get("/Font", {}).values()
    }
    assert all(re.match("Roboto|DejaVuSans|Noto", name) for name in names)


def test_nothing_in_it_acts(opened):
    assert "/OpenAction" not in opened.Root and "/AA" not in opened.Root
    actions = {
        str(note.A.S) for page in opened.pages for note in page.get("/Annots", []) if "/A" in note
    }
    assert actions <= {"/GoTo"}


def test_its_text_comes_out_as_it_went_in(pdf, document, tmp_path):
    program = need("pdftotext")
    path = tmp_path / "briefing.pdf"
    path.write_bytes(pdf)
    done = subprocess.run(
        [program, "-enc", "UTF-8", path, "-"], check=True, capture_output=True, timeout=60
    )
    found = re.sub(r"[\s\u200b-\u200f\u202a-\u202e]", "", done.stdout.decode())
    hostile = "<script>" in found
    texts = [text for text in fixture.HOSTILE if text.isascii() and text.isprintable()]
    for text in texts[:-1] if hostile else fixture.SENTENCES:
        assert re.sub(r"\s", "", text)[:400] in found
    assert ("characters that no font covers".replace(" ", "") in found) == hostile


def test_its_findings_come_out_in_reading_order(pdf, document, tmp_path):
    path = tmp_path / "briefing.pdf"
    path.write_bytes(pdf)
    done = subprocess.run(
        [need("pdftotext"), "-enc", "UTF-8", path, "-"], check=True, capture_output=True
    )
    found = "".join(done.stdout.decode().split())
    findings = ["".join(claim.text[:60].split()) for claim in document.chapters[0].claims]
    places = [found.find(finding) for finding in findings]
    assert places == sorted(places) and places[0] > 0


def test_a_long_word_is_copied_without_what_broke_it(pdf, tmp_path):
    program = need("pdftotext")
    path = tmp_path / "briefing.pdf"
    path.write_bytes(pdf)
    done = subprocess.run([program, "-enc", "UTF-8", path, "-"], check=True, capture_output=True)
    assert "\u200b" not in done.stdout.decode()


def test_its_tags_are_compressed_and_its_file_is_sound(opened):
    kinds = {str(each.get("/Type", "")) for each in opened.objects if hasattr(each, "read_bytes")}
    assert "/ObjStm" in kinds
    assert opened.check_pdf_syntax() == []


def test_no_word_reaches_over_the_edge(pdf, tmp_path):
    program = need("pdftotext")
    path = tmp_path / "briefing.pdf"
    path.write_bytes(pdf)
    done = subprocess.run(
        [program, "-bbox", path, "-"], check=True, capture_output=True, timeout=60
    )
    edges = re.findall(r'xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)"', done.stdout.decode())
    assert edges
    assert all(float(left) > 60 and float(right) < 536 for left, right in edges)


def test_a_page_is_filled_unless_a_part_ends_on_it(seeds_edition):
    need_module("pikepdf")
    import pikepdf

    path = seeds_edition.folder / "briefing.pdf"
    done = subprocess.run([need("pdftotext"), "-bbox", path, "-"], check=True, capture_output=True)
    pages = [BODY.findall(page) for page in done.stdout.decode().split("<page ")[1:]]
    pages = [[word for word in page if HEADER < float(word[0]) < FOOTER] for page in pages]
    with pikepdf.open(path) as file, file.open_outline() as outline:
        parts = tuple("".join(part.title.split()) for part in outline.root)
    begins = [
        "".join(html.unescape(text) for _, _, text in words).startswith(parts) for words in pages
    ]
    assert any(begins)
    for number, (words, ended) in enumerate(zip(pages, begins[1:], strict=False), start=1):
        lowest = max(float(bottom) for _, bottom, _ in words)
        assert ended or lowest > (HEADER + FOOTER) / 2, f"page {number} of {path}"


# Pages


def lines_of(path) -> list[list[str]]:
    """The words of each line of a PDF, from its first page to its last, from top to bottom."""
    done = subprocess.run([need("pdftotext"), "-bbox", path, "-"], check=True, capture_output=True)
    found: dict[tuple[int, int], list[tuple[float, str]]] = {}
    for number, page in enumerate(done.stdout.decode().split("<page ")[1:]):
        for left, bottom, text in PLACED.findall(page):
            word = float(left), html.unescape(text)
            found.setdefault((number, round(float(bottom) / 3)), []).append(word)
    return [[text for _, text in sorted(found[place])] for place in sorted(found)]


def parted(document, path) -> list[str]:
    """The tables between whose first row and last a figure stands, each with the figure's label."""
    lines = lines_of(path)
    figures = {f"{chart.label}.": chart.label for chart in document.charts}
    found = []
    for table in (table for chapter in document.chapters for table in chapter.tables):
        at = next(n for n, line in enumerate(lines) if " ".join(line) == table.label)
        left = Counter(
            word
            for row in table.rows
            for word in " ".join(row.cells).split()
            if word.isalnum() and len(word) <= UNBROKEN
        )
        for line in lines[at + 1 :]:
            if not left:
                break
            if (label := figures.get(" ".join(line[:2]))) is not None:
                found.append(f"{table.label} by {label}")
            left -= Counter(line)
    return found


def long_one():
    """A document as of many articles: charts, and tables that go over several pages, by turns."""
    document = collect(fixture.notebook())
    chapters = []
    for chapter in document.chapters:
        short, long = (
            replace(
                table,
                rows=table.rows * times,
                values=table.values * times,
                label=f"{table.label}{end}",
                anchor=f"{table.anchor}{end}",
            )
            for table in chapter.tables
            for times, end in ((1, ""), (30, "0"))
        )
        charts = [
            replace(
                chart,
                anchor=f"{chart.anchor}{end}",
                label=f"{chart.label}{end}",
                data=replace(chart.data, anchor=f"{chart.data.anchor}{end}"),
            )
            for chart in chapter.charts
            for end in ("", "0", "00")
        ]
        chapters.append(replace(chapter, tables=(long, short), charts=tuple(charts)))
    return replace(document, chapters=tuple(chapters))


@pytest.mark.parametrize("given", ["seeds", "seeds, whole", "long"])
def test_no_figure_stands_inside_a_table(given, seeds_edition, tmp_path):
    path, whole = seeds_edition.folder / "briefing.pdf", given != "seeds"
    ran = nbformat.read(seeds_edition.folder / "notebooks" / "briefing.ipynb", 4)
    document = long_one() if given == "long" else collect(ran)
    if whole:
        path = tmp_path / "briefing.pdf"
        path.write_bytes(paper.render(document, whole=True))
    shown = document if whole else brief(document)
    assert sum(len(chapter.tables) for chapter in shown.chapters) > 4
    assert parted(shown, path) == []


def test_five_articles_are_told_on_twelve_pages_and_in_half_a_megabyte(seeds_edition):
    need_module("pikepdf")
    import pikepdf

    with pikepdf.open(seeds_edition.folder / "briefing.pdf") as file:
        assert len(file.pages) <= 12
    assert (seeds_edition.folder / "briefing.html").stat().st_size <= 500_000
