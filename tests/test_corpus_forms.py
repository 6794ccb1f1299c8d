"""Every form of file that analysts have, made by hand: what is read from it, and how it is told."""

from __future__ import annotations

import gzip
import io
import json
import zipfile

import pytest

from pressbrief.corpus import readers

TALKS = "Japan held talks with the Taliban in Tokyo on Tuesday, the Foreign Ministry said."
AID = "The officials spoke about aid, schools and the rights of women in Afghanistan."
MORE = "The delegation stayed in Japan for a week and then returned to Kabul, officials said."
HEADLINE = "Japan and Taliban discuss aid in Tokyo"
LINKED = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": HEADLINE,
    "datePublished": "2025-02-19T23:10:00+09:00",
    "author": [{"@type": "Organization", "name": "Kyodo"}],
    "publisher": {"@type": "Organization", "name": "NHK WORLD"},
}
PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{HEADLINE} | NHK WORLD</title>
%s
</head><body><nav><ul><li><a href="/a">World</a></li><li><a href="/b">Asia</a></li></ul></nav>
<article><h1>{HEADLINE}</h1><p>{TALKS} {AID}</p><p>{MORE} {AID}</p><p>{AID} {MORE}</p></article>
<footer><p>Copyright NHK</p></footer></body></html>"""
JSON_LD = f'<script type="application/ld+json">{json.dumps(LINKED)}</script>'


def parts(name: str, data: str | bytes, max_megabytes: int = 1, **columns: str) -> list:
    """What the readers find in a file of this name and content, and what they note of it."""
    data = data.encode() if isinstance(data, str) else data
    budget = readers.Budget.of(max_megabytes, len(data))
    return list(readers.parts(readers.Blob(name, data, columns=columns), budget))


def found(name: str, data: str | bytes, max_megabytes: int = 1, **columns: str) -> list:
    """The items, read or skipped, that the readers find in a file of this name and content."""
    every = parts(name, data, max_megabytes, **columns)
    return [one for one in every if not isinstance(one, readers.Noted)]


def noted(name: str, data: str | bytes) -> list[str]:
    """What is noted of a file of this name and content, and of the items in it."""
    every = parts(name, data)
    whole = [one.what for one in every if isinstance(one, readers.Noted)]
    return whole + [what for one in every if isinstance(one, readers.Item) for what in one.notes]


def item(name: str, data: str | bytes) -> readers.Item:
    (only,) = found(name, data)
    assert isinstance(only, readers.Item), only
    return only


def reason(name: str, data: str | bytes) -> str:
    (only,) = found(name, data)
    assert isinstance(only, readers.Skipped), only
    return only.reason


def zipped(**members: str | bytes) -> bytes:
    """A ZIP archive; `a_txt="…"` is its file a.txt."""
    return zip_of({name.replace("_", "."): data for name, data in members.items()})


def zip_of(members: dict[str, str | bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return target.getvalue()


def word(*paragraphs: str) -> bytes:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    document = f"<w:document {space}><w:body>{body}</w:body></w:document>"
    return zip_of({"[Content_Types].xml": "<Types/>", "word/document.xml": document})


def test_the_content_tells_the_form_before_the_name():
    assert item("a.txt", PAGE % "").text.startswith(f"{HEADLINE}\n\n{TALKS}")
    assert item("a.html", TALKS).text == TALKS
    assert item("a.txt", word(TALKS)).text == TALKS
    assert item("a.csv.txt", f"title,text\nTalks,{AID}\n").file == "a.csv.txt#1"


def test_markdown_stays_as_it_is():
    assert item("a.md", f"# {HEADLINE}\n\n{TALKS}").text == f"# {HEADLINE}\n\n{TALKS}"


def test_a_page_is_its_article_and_what_it_says_of_itself():
    page = item("a.html", PAGE % JSON_LD)
    assert page.text.split("\n\n")[0] == HEADLINE
    assert all(said in page.text for said in (TALKS, AID, MORE))
    assert "World" not in page.text
    assert "Copyright" not in page.text
    facts = page.facts
    assert (facts.headline, facts.publisher, facts.authors) == (HEADLINE, "NHK WORLD", ["Kyodo"])
    assert (facts.published, facts.basis("published")) == ("2025-02-19", "the page's JSON-LD")
    assert (facts.language, facts.basis("language")) == ("en", "the page's markup")


@pytest.mark.parametrize(
    ("head", "fact", "value", "basis"),
    [
        ('<meta property="og:site_name" content="NHK">', "publisher", "NHK", "OpenGraph"),
        ('<meta name="author" content="By Kyodo">', "authors", ["Kyodo"], "meta tags"),
        (
            '<meta property="article:published_time" content="2025-02-19T10:00:00Z">',
            "published",
            "2025-02-19",
            "OpenGraph",
        ),
        (
            '<link rel="canonical" href="https://www.nhk.or.jp/a">',
            "publisher",
            "nhk.or.jp",
            "address",
        ),
        ('<meta name="date" content="19 February 2025">', "published", "2025-02-19", "meta tags"),
        (
            '<meta name="date" content="02/03/2025">',
            "published",
            "2025-02-03/2025-03-02",
            "meta tags, which can be read with the day or the month first,",
        ),
        (
            '<meta property="og:published_time" content="02/03/2025">'
            '<meta name="date" content="2025-03-02">',
            "published",
            "2025-03-02",
            "meta tags",
        ),
        ('<meta name="author" content="https://x.com/nhk">', "authors", [], ""),
        ('<script type="application/ld+json">{"@type": [}</script>', "publisher", "", ""),
        (
            '<script type="application/ld+json">'
            '{"@graph": [{"@type": "WebPage"}, {"@type": "Article", "author": "Kyodo"}]}</script>',
            "authors",
            ["Kyodo"],
            "JSON-LD",
        ),
    ],
)
def test_where_a_page_says_what(head, fact, value, basis):
    facts = item("a.html", PAGE % head).facts
    assert getattr(facts, fact) == value
    assert facts.basis(fact) == (f"the page's {basis}" if basis else "")


def test_the_site_is_no_part_of_the_headline():
    page = (PAGE % "").replace(f"<h1>{HEADLINE}</h1>", "")
    assert item("a.html", page).facts.headline == f"{HEADLINE} | NHK WORLD"
    site = '<meta property="og:site_name" content="NHK WORLD">'
    assert item("a.html", page.replace("</head>", f"{site}</head>")).facts.headline == HEADLINE


@pytest.mark.parametrize("encoding", ["cp932", "euc-jp", "utf-8"])
def test_a_page_is_decoded_as_it_declares(encoding):
    said = "日本政府は水曜日に東京でタリバンの代表団と会談したと発表した。" * 4
    page = f'<html><head><meta charset="{encoding}"></head><body><p>{said}</p></body></html>'
    assert said in item("a.html", page.encode(encoding)).text


def test_navigation_is_no_article():
    links = "".join(
        f'<li><a href="/{n}">Section number {n} of the site</a></li>' for n in range(60)
    )
    assert reason("a.html", f"<html><body><ul>{links}</ul></body></html>").startswith(
        "nothing but navigation; "
    )


MAIL = f"""From: NHK WORLD <news@nhk.or.jp>
To: desk@example.org
Subject: =?utf-8?q?Fwd=3A_{HEADLINE.replace(" ", "_")}?=
Date: Wed, 19 Feb 2025 10:00:00 +0900
MIME-Version: 1.0
%sContent-Type: multipart/mixed; boundary="b"

--b
Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: 8bit

{TALKS}
--b
Content-Type: text/plain; name="note.txt"
Content-Disposition: attachment; filename="note.txt"

{AID}
--b--
"""


def test_a_mail_is_its_text_and_what_is_attached():
    own, attached = found("a.eml", MAIL % "")
    assert own.text.split() == f"{HEADLINE} {TALKS}".split()
    assert (attached.file, attached.text.strip()) == ("a.eml/note.txt", AID)


def test_a_mail_that_was_passed_on_is_not_published_by_its_sender():
    facts = found("a.eml", MAIL % "")[0].facts
    assert (facts.headline, facts.publisher, facts.published) == (HEADLINE, "", "")


def test_a_mail_was_written_after_what_it_holds():
    own, attached = found("a.eml", MAIL % "")
    assert own.facts.seen == attached.facts.seen == "2025-02-19"


def test_a_section_that_stands_for_the_site_is_no_publisher():
    tags = ("og:site_name", "article:section")
    head = "".join(f'<meta property="{tag}" content="World">' for tag in tags)
    assert item("a.html", PAGE % head).facts.publisher == ""


def test_a_newsletter_is_published_by_its_sender_on_its_day():
    facts = found("a.eml", MAIL % "List-Id: <world.nhk.or.jp>\n")[0].facts
    assert (facts.publisher, facts.published) == ("NHK WORLD", "2025-02-19")
    assert facts.basis("published") == "the newsletter's header"


def test_word_has_its_paragraphs_and_not_what_was_deleted():
    data = word(
        TALKS, f"</w:t></w:r><w:del><w:r><w:delText>no</w:delText></w:r></w:del><w:r><w:t>{AID}"
    )
    assert item("a.docx", data).text == f"{TALKS}\n\n{AID}"


def test_rtf_has_its_letters():
    data = r"{\rtf1\ansi\ansicpg1252 Caf\'e9 talks ended.\par \u8220?Yes,\u8221? he said.\par}"
    assert item("a.rtf", data).text.split("\n\n")[:2] == ["Café talks ended.", "“Yes,” he said."]


def test_a_compressed_file_keeps_its_name():
    assert item("a.txt.gz", gzip.compress(TALKS.encode())).file == "a.txt.gz"


def test_an_archive_is_its_files_whatever_they_are():
    data = zipped(a_txt=TALKS, b_html=PAGE % "", c_zip=zipped(d_txt=AID))
    assert [part.file for part in found("x.zip", data)] == [
        "x.zip/a.txt",
        "x.zip/b.html",
        "x.zip/c.zip/d.txt",
    ]


def test_what_a_system_hides_in_an_archive_is_said():
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name in ("__MACOSX/._a.txt", ".notes/b.txt", "~$d.docx", "c.txt"):
            archive.writestr(name, TALKS)
    *hidden, read = found("x.zip", data.getvalue())
    assert [one.file for one in hidden] == [
        "x.zip/__MACOSX/._a.txt",
        "x.zip/.notes/b.txt",
        "x.zip/~$d.docx",
    ]
    assert all(one.reason.startswith("hidden, ") for one in hidden)
    assert read.file == "x.zip/c.txt"
