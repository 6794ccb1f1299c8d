"""Published sections in, one HTML page and one PDF out: what must and must not be in them."""

from __future__ import annotations

import html
import json
import re

import pytest
from lxml import html as lxml_html
from nbconvert.exporters import get_exporter

import render_fixture as fixture
from pressbrief.render import page, paper, safe_svg
from pressbrief.render.document import collect
from pressbrief.render.html import BriefingHTMLExporter
from pressbrief.render.pdf import BriefingPDFExporter
from pressbrief.render.published import DocumentError
from pressbrief.sections.model import Figure

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'


@pytest.fixture(scope="module")
def plain() -> str:
    return page.render(collect(fixture.notebook()))


@pytest.fixture(scope="module")
def hostile() -> str:
    return page.render(collect(fixture.notebook(hostile=True)))


def changed(given: dict, **changes) -> dict:
    return json.loads(json.dumps(given)) | changes


# What the document says, and in which order


def test_what_a_reader_needs_first_stands_first(plain):
    assert [heading.text for heading in lxml_html.fromstring(plain).iter("h1", "h2")] == [
        "Japan and the Taliban",
        "Findings",
        "What each source says of whom",
        "Who is talked about",
        "What happened when",
        "Sources and how each was dated",
        "Method and limits",
        "Evidence",
        "The articles",
    ]


def test_a_notebook_with_one_section_is_a_document_titled_by_it():
    corpus, *_ = fixture.sections()
    document = collect(fixture.of(corpus))
    assert (document.title, document.edition) == ("Sources and how each was dated", "")
    assert "<title>Sources and how each was dated</title>" in page.render(document)
    assert paper.render(document).startswith(b"%PDF")


def test_evidence_of_all_sections_is_merged_by_id_and_its_marks_united():
    corpus, mentions, *_ = fixture.sections()
    corpus["evidence"][0]["marks"] = [{"start": 0, "end": 9, "kind": "target"}]
    mentions["evidence"][0]["marks"] = [{"start": 2, "end": 19, "kind": "quotation"}]
    mentions["evidence"][0]["readings"] = ["Taliban: named only"]
    first = collect(fixture.of(corpus, mentions)).evidence[0].items[0]
    assert [(part.text, part.kinds) for part in first.parts[:3]] == [
        ("A ", ("target",)),
        ("Taliban", ("quotation", "target")),
        (" delegatio", ("quotation",)),
    ]
    assert "Taliban: named only" in first.readings


def test_a_sentence_says_what_it_was_counted_as(plain):
    said = " ".join(lxml_html.fromstring(plain).itertext())
    assert "Read as: Japan: critical (“shoddy”)." in said


def test_a_mark_outside_its_sentence_is_not_drawn():
    corpus, *_ = fixture.sections()
    corpus["evidence"][0]["marks"] = [
        {"start": -5, "end": 1, "kind": "target"},
        {"start": 900, "end": 999, "kind": "date"},
        {"start": 4, "end": 2, "kind": "date"},
    ]
    parts = collect(fixture.of(corpus)).evidence[0].items[0].parts
    assert [part.kinds for part in parts] == [("target",), ()]


def test_evidence_is_numbered_in_reading_order_and_cited_in_runs():
    *_, findings = fixture.sections()
    document = collect(fixture.of(findings))
    claims = document.chapters[0].claims
    assert [[(run.first, run.last) for run in claim.evidence] for claim in claims] == [
        [(1, 12)],
        [(4, 4), (5, 5)],
        [(21, 21)],
        [(1, 1), (8, 8), (15, 15)],
    ]
    cited = [place.label for place in document.evidence[0].items[0].cited]
    assert cited == ["Finding 1", "Finding 4", "Table 1"]


def test_every_link_has_its_target_and_every_id_is_one(plain):
    tree = lxml_html.fromstring(plain)
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    links = {link.removeprefix("#") for link in tree.xpath("//@href")}
    assert "evidence-1" in links and "finding" not in links
    assert links <= set(ids)


def test_a_whole_article_is_opened_and_leads_to_its_evidence_and_back(plain):
    tree = lxml_html.fromstring(plain)
    (article,) = tree.xpath("//details[@class='whole']")
    assert "open" not in article.attrib and article.xpath(".//mark[@class='target']")
    numbers = article.xpath(".//*[@class='no']")
    assert [one.get("href") for one in numbers] == [
        *(f"#evidence-{at}" for at in range(1, 7)),
        None,
    ]
    (item,) = tree.xpath("//li[@id='evidence-1']")
    assert "#article-1-1" in item.xpath(".//p[@class='where']/a/@href")


def test_without_whole_articles_none_is_there():
    sections = [{**one, "articles": []} for one in fixture.sections()]
    shown = page.render(collect(fixture.of(fixture.cover(False), *sections)))
    assert "The articles" not in shown and 'details id="article' not in shown


def test_a_mark_in_a_chart_links_to_its_evidence(plain):
    assert lxml_html.fromstring(plain).xpath("//svg//a/@href") == ["#evidence-1"] * 4


def test_a_mark_without_words_says_that_it_leads_to_evidence(plain):
    marks = lxml_html.fromstring(plain).xpath("//svg//a")
    assert {mark.get("aria-label") for mark in marks} == {"Evidence"}


def test_a_chart_in_a_notebook_has_no_links_which_lead_nowhere_there():
    drawn = SVG.format('<a href="#e-a0-1"><path d="M0 0h1"/></a>')
    data = {"id": "d", "title": "", "columns": [], "rows": []}
    chart = Figure(id="c", title="Talks", subtitle="", alt="A line.", svg=drawn, data=data)
    shown = chart._repr_mimebundle_()
    assert "<a" not in shown["text/html"] + shown["image/svg+xml"]
    assert shown["image/svg+xml"] == SVG.format('<g><path d="M0 0h1"/></g>')


def test_evidence_that_no_section_published_is_named_and_not_linked():
    *_, findings = fixture.sections()
    findings["claims"][0]["evidence"] = ["e-gone-1", "e-a0-1"]
    document = collect(fixture.of(findings))
    assert document.notes == (
        "Cited as evidence, but published by no section of this edition: e-gone-1.",
    )
    assert [run.first for run in document.chapters[0].claims[0].evidence] == [1]


def test_a_section_that_failed_stands_in_its_place_with_the_reason():
    corpus, mentions, *_ = fixture.sections()
    gap = {"name": "stance", "title": "Stance", "reason": "the kernel died"}
    document = collect(fixture.of(fixture.cover() | {"unavailable": [gap]}, corpus, mentions))
    assert [(chapter.title, chapter.reason) for chapter in document.chapters] == [
        ("Stance", "the kernel died"),
        ("Who is talked about", ""),
        ("Sources and how each was dated", ""),
    ]
    shown = page.render(document)
    assert "This edition is partial" in shown and "the kernel died" in shown
    assert paper.render(document).startswith(b"%PDF")


def test_numbers_are_shown_as_readers_write_them(plain):
    table = lxml_html.fromstring(plain).get_element_by_id("table-1")
    row = [cell.text for cell in table.xpath(".//tbody/tr[2]/*")][:4]
    assert row == ["001_63679a0e84bce32b.txt", "17 February 2025", "−0.12", "1,234"]


def test_what_the_first_page_says_its_chapter_does_not_say_again():
    corpus, *_, findings = fixture.sections()
    own = {"text": "Two articles are copies.", "sure": "high"}
    corpus["claims"] = [*corpus["claims"][:1], own, {**own, "text": fixture.cover()["coverage"]}]
    document = collect(fixture.of(fixture.cover(), corpus, findings))
    first, chapter = document.chapters
    assert len(first.claims) == 4
    assert [claim.text for claim in chapter.claims] == ["Two articles are copies."]
    alone = collect(fixture.of(corpus)).chapters[0]
    assert len(alone.claims) == 3


def test_a_folded_table_is_opened_and_its_columns_name_its_cells():
    corpus, *_ = fixture.sections()
    corpus["tables"][0] |= {"folded": True, "columns": ["Article", '</style>"', "C", "D"]}
    shown = page.render(collect(fixture.of(corpus)))
    (folded,) = lxml_html.fromstring(shown).xpath("//details[@id='table-1']")
    assert folded.findtext("summary") == f"Table 1: {corpus['tables'][0]['title']}"
    assert r'.table-1 td:nth-child(2)::before{content:"\3c \2f style\3e \22 "}' in shown


# Faults


@pytest.mark.parametrize(
    ("published", "message"),
    [
        ([], "no output of type application/vnd.pressbrief.section"),
        ([fixture.cover()], "no output of type application/vnd.pressbrief.section"),
        ([fixture.sections()[0]] * 2, "section 'corpus' is published 2 times"),
        ([fixture.cover(), fixture.cover(), fixture.sections()[0]], "2 covers"),
        ([changed(fixture.sections()[0], colour="red")], "key 'colour': Extra inputs"),
        (
            [changed(fixture.sections()[0], claims=[{"text": "a", "sure": "certain"}])],
            "key 'claims.0.sure'",
        ),
        (
            [changed(fixture.sections()[1], evidence=[{"id": "E 1"}])],
            "cell 1, output application/vnd.pressbrief.section+json, key 'evidence.0.id'",
        ),
    ],
)
def test_what_cannot_be_a_document_is_refused_with_the_reason(published, message):
    with pytest.raises(DocumentError, match=re.escape(message)):
        collect(fixture.of(*published))


def test_a_row_with_too_few_cells_is_refused_by_name():
    corpus, *_ = fixture.sections()
    corpus["tables"][0]["rows"][1] = ["one"]
    with pytest.raises(DocumentError, match="table 'corpus-table', row 2: 1 cells for 4 columns"):
        collect(fixture.of(corpus))


def test_two_sentences_under_one_evidence_id_are_refused():
    corpus, mentions, *_ = fixture.sections()
    mentions["evidence"][0]["text"] = "another"
    with pytest.raises(DocumentError, match="evidence 'e-a0-1' stands for two sentences"):
        collect(fixture.of(corpus, mentions))


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("not <svg", "not well-formed"),
        ("<html/>", "root is <>, not <svg>|root is <html>, not <svg>"),
        ('<!DOCTYPE svg [<!ENTITY a "b">]><svg/>', "entities"),
    ],
)
def test_a_chart_that_is_no_svg_is_refused_by_its_figure(given, message):
    corpus, *_ = fixture.sections()
    corpus["figures"][0]["svg"] = given
    for render in (page.render, paper.render):
        with pytest.raises(DocumentError, match=f"Figure 1, .*({message})"):
            render(collect(fixture.of(corpus)))


# Nothing acts


def test_hostile_text_is_text_in_every_field(hostile):
    said = " ".join(lxml_html.fromstring(hostile).itertext())
    for text in fixture.HOSTILE:
        if text.isprintable():
            assert text in said
    assert "w" * 10_000 in said
    assert "nul □ esc □[31m bell □" in said
    assert "abc □txt.exe□ □x□" in said


def test_nothing_in_the_page_runs_or_is_fetched(hostile):
    tree = lxml_html.fromstring(hostile)
    assert not tree.xpath("//script | //img | //iframe | //object | //embed | //link | //form")
    assert not [name for node in tree.iter() for name in node.attrib if name.startswith("on")]
    assert not tree.xpath("//*[@style] | //@src | //@srcset | //@action")
    assert all(link.startswith("#") for link in tree.xpath("//@href"))
    style = "".join(tree.xpath("//style/text()"))
    assert len(tree.xpath("//style")) == 1 and "@import" not in style
    assert set(re.findall(r"url\(\s*(.{5})", style)) == {"data:"}
    assert [policy[:19] for policy in tree.xpath("//meta[@http-equiv]/@content")] == [
        "default-src 'none';"
    ]


@pytest.mark.parametrize(
    "part",
    [
        "<script>alert(1)</script>",
        "<foreignObject><b>x</b></foreignObject>",
        '<rect onclick="alert(1)"/>',
        '<a href="javascript:alert(1)"><rect/></a>',
        '<a href="https://example.org"><rect/></a>',
        '<image href="https://example.org/x.png"/>',
        '<image href="file:///etc/passwd"/>',
        '<use href="https://example.org/x.svg#a"/>',
        '<rect fill="url(https://example.org)"/>',
        '<rect style="fill: url(https://example.org); position: fixed"/>',
        "<style>* { display: none }</style>",
        '<animate attributeName="href" to="javascript:alert(1)"/>',
        '<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>',
    ],
)
def test_a_chart_keeps_only_what_draws(part):
    root = safe_svg.safe(SVG.format(part), "p-", title="t", alt="a", links={})
    shown = safe_svg.written(root).replace(f'xmlns="{safe_svg.SVG}"', "")
    for word in ("alert", "example", "http", "file:", "style", "on", "position", "foreign"):
        assert word not in shown.replace("version", "")


def test_a_chart_keeps_its_look_and_gets_a_name_and_ids_of_its_own():
    drawn = SVG.format(
        '<defs><clipPath id="c"><rect width="1" height="1"/></clipPath></defs>'
        '<g clip-path="url(#c)" style="fill: #0072b2; stroke-width: 2"><use href="#c"/></g>'
    )
    shown = safe_svg.written(safe_svg.safe(drawn, "p-", title="Up", alt="It goes up.", links={}))
    assert 'id="p-c"' in shown and 'clip-path="url(#p-c)"' in shown and 'href="#p-c"' in shown
    assert 'fill="#0072b2"' in shown and 'stroke-width="2"' in shown
    assert '<title id="p-title">Up</title><desc id="p-desc">It goes up.</desc>' in shown
    assert 'role="img"' in shown and 'aria-labelledby="p-title"' in shown


# Both formats


@pytest.mark.parametrize("is_hostile", [False, True])
def test_the_same_notebook_gives_the_same_bytes(is_hostile, plain, hostile):
    node = fixture.notebook(hostile=is_hostile)
    back = node if is_hostile else fixture.stored(node)
    assert page.render(collect(back)) == (hostile if is_hostile else plain)
    if not is_hostile:
        assert paper.render(collect(back)) == paper.render(collect(node))


def test_the_page_embeds_only_the_scripts_that_it_uses(plain, hostile):
    assert "unicode-range:U+0400" not in plain
    assert len(plain) < 600_000
    *_, findings = fixture.sections()
    findings["claims"][0]["text"] = "Россия"
    assert "unicode-range:U+0400" in page.render(collect(fixture.of(findings)))


@pytest.mark.parametrize(
    ("exporter", "mime", "ending", "start"),
    [
        (BriefingHTMLExporter, "text/html", ".html", "<!doctype html>"),
        (BriefingPDFExporter, "application/pdf", ".pdf", b"%PDF"),
    ],
)
def test_nbconvert_gets_a_page_or_bytes_and_the_right_ending(exporter, mime, ending, start):
    output, resources = exporter().from_notebook_node(fixture.notebook())
    assert output[: len(start)] == start
    assert (exporter.output_mimetype, resources["output_extension"]) == (mime, ending)


def test_nbconvert_knows_both_by_name():
    try:
        found = get_exporter("briefing-html"), get_exporter("briefing-pdf")
    except ValueError:
        pytest.fail("the exporters are not registered: pip install -e . does it")
    assert found == (BriefingHTMLExporter, BriefingPDFExporter)


def test_entities_in_text_are_not_read_as_markup(hostile):
    assert html.escape("&amp; &#x3c;") in hostile
