"""Damaged, locked and hostile files: a row that says why, or the article; never a crash."""

from __future__ import annotations

import gzip
import io
import os
import sys
import zipfile
import zlib
from datetime import date
from pathlib import Path

import pytest

from pressbrief import corpus, topic
from pressbrief.corpus import readers
from test_corpus_forms import AID, HEADLINE, MORE, PAGE, TALKS, found, item, reason, zip_of, zipped

AS_OF = date(2025, 6, 1)
MEGABYTE = readers.MEGABYTE
WORDS = ["talks", "aid", "schools", "women", "rights", "trade", "ports", "roads", "wheat", "health"]
BODY = "\n\n".join(
    f"{TALKS} This is number {n}. They spoke about {word}, and {word} was all. {AID} {MORE}"
    for n, word in enumerate(WORDS)
)
LOCK = (
    "#set page(width: 12cm)\n"
    "= Japan and Taliban discuss aid in Tokyo\n"
    "The officials spoke about aid, schools and the rights of women in Afghanistan."
)


def printed(source: str) -> bytes:
    """A PDF of a Typst source."""
    import typst

    return typst.compile(source.encode())


def locked(data: bytes, password: str) -> bytes:
    import pypdf

    writer = pypdf.PdfWriter(io.BytesIO(data))
    writer.encrypt(user_password=password, owner_password="owner", algorithm="AES-256")
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def warc(*records: tuple[str, str, bytes]) -> bytes:
    """A web archive of responses: address, content type and body of each."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    target = io.BytesIO()
    writer = WARCWriter(target, gzip=True)
    for address, kind, body in records:
        headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(
                address, "response", payload=io.BytesIO(body), http_headers=headers
            )
        )
    return target.getvalue()


PAGES = warc(
    ("https://www.nhk.or.jp/20250219/", "text/html", (PAGE % "").encode()),
    ("https://www.nhk.or.jp/logo.png", "image/png", b"\x89PNG"),
    ("https://www.nhk.or.jp/note", "text/plain", AID.encode()),
)


def test_a_web_archive_is_its_documents_and_counts_the_rest():
    page, note, others = found("pages.warc.gz", PAGES)
    assert (page.file, note.file) == ("pages.warc.gz#1", "pages.warc.gz#3")
    assert page.facts.url == "https://www.nhk.or.jp/20250219/"
    assert (page.facts.publisher, note.text) == ("nhk.or.jp", AID)
    assert others == readers.Skipped(
        "pages.warc.gz#others", "records that hold no document: 1 image/png"
    )


def test_of_a_web_archive_that_is_cut_off_what_is_whole_is_read():
    page, *_, cut = found("pages.warc.gz", PAGES[: len(PAGES) - 40])
    assert HEADLINE in page.text
    assert cut.file == "pages.warc.gz"
    assert cut.reason.startswith("cut off or damaged gzip file: what came before was read; ")


def test_a_cut_off_gzip_file_is_skipped():
    packed = gzip.compress((TALKS * 50).encode())
    assert reason("a.txt.gz", packed[:-10]).startswith("cut off or damaged gzip file; ")


def test_a_file_that_unpacks_to_a_bomb_is_not_unpacked():
    bomb = b"a" * (8 * MEGABYTE)
    said = "unpacks to "
    for name, data in (("a.gz", gzip.compress(bomb)), ("a.zip", zip_of({"a.txt": bomb}))):
        (only,) = found(name, data, max_megabytes=64)
        assert only.reason.startswith(said)
        assert "times its size, which no text does" in only.reason
        (only,) = found(name, data, max_megabytes=1)
        assert "too large" in only.reason


def test_a_zip_file_that_lies_about_a_size_is_damaged():
    data = bytearray(zip_of({"a.txt": TALKS * 100}))
    size = len(TALKS * 100).to_bytes(4, "little")
    assert data.count(size) == 2
    short = bytes(data).replace(size, (10).to_bytes(4, "little"))
    assert reason("a.zip", short) == "damaged in its archive; get the archive again"


def test_what_an_archive_holds_in_all_is_limited():
    noise = [os.urandom(MEGABYTE * 3 // 4).hex()[: MEGABYTE - 1] for _ in range(18)]
    parts = found("a.zip", zip_of({f"{n}.txt": text for n, text in enumerate(noise)}))
    assert len(parts) == 18
    assert [part.reason[:40] for part in parts[-2:]] == [
        "its archive unpacks to too much in all; "
    ] * 2


def test_archives_in_archives_end():
    data = zipped(a_txt=TALKS)
    for _ in range(8):
        data = zip_of({"a.zip": data})
    assert reason("a.zip", data).startswith("an archive inside 4 others; ")


@pytest.mark.parametrize(
    "name", ["../a.txt", "b/../../a.txt", "/etc/a.txt", "C:\\a.txt", "..\\a.txt"]
)
def test_a_path_that_leads_out_of_its_archive_is_not_followed(name):
    kept, out = found("x.zip", zip_of({"a.txt": TALKS, name: AID}))
    assert kept.text == TALKS
    assert out.reason.startswith("its path leads out of the archive; ")


def test_a_link_in_an_archive_is_not_followed():
    link = zipfile.ZipInfo("a.txt")
    link.external_attr = 0o120777 << 16
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    assert reason("x.zip", target.getvalue()).startswith("a link, not a file; ")


def test_a_locked_member_of_an_archive_is_skipped():
    data = bytearray(zip_of({"a.txt": TALKS}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert reason("x.zip", bytes(data)).startswith("locked with a password; ")


def test_two_members_of_one_name_are_two_articles(tmp_path):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive, pytest.warns(UserWarning):
        archive.writestr("a.txt", TALKS)
        archive.writestr("a.txt", AID)
    (tmp_path / "x.zip").write_bytes(target.getvalue())
    made = corpus.build(topic.load(tmp_path), AS_OF)
    assert list(made["articles"]["file"]) == ["x.zip/a.txt", "x.zip/a.txt (2)"]


def test_a_pdf_is_read_column_by_column_without_its_running_heads():
    body = BODY
    pdf = item(
        "a.pdf",
        printed(
            "#set page(width: 14cm, height: 12cm, header: [Asia Review, February 2025], "
            "footer: context [Page #counter(page).display()], columns: 2)\n"
            f"#set text(8pt, hyphenate: true)\n#set par(justify: true)\n{body}"
        ),
    )
    text = " ".join(pdf.text.split())
    at = [text.index(f"This is number {n}.") for n in range(10)]
    assert at == sorted(at)
    assert text.count(AID) == 10
    assert "Asia Review" not in text
    assert set(pdf.furniture.split("\n")) >= {"Asia Review, February 2025", "Page 1", "Page 2"}


def test_what_runs_along_a_pdfs_pages_is_in_removed(tmp_path):
    body = BODY
    head = "#set page(width: 14cm, height: 12cm, header: [Asia Review, February 2025])\n"
    (tmp_path / "a.pdf").write_bytes(printed(head + body))
    made = corpus.build(topic.load(tmp_path), AS_OF)
    cut = made["removed"]
    assert set(cut.loc[cut["text"] == "Asia Review, February 2025", "reason"]) == {"page furniture"}
    assert sum(MORE in one for one in made["sentences"]["text"]) == 10


def test_a_pdf_with_a_password_is_skipped_and_one_that_only_forbids_changes_is_read():
    assert reason("a.pdf", locked(printed(LOCK), "secret")).startswith("locked with a password; ")
    assert AID in " ".join(item("a.pdf", locked(printed(LOCK), "")).text.split())


def test_a_pdf_of_more_pages_than_are_read_says_so(monkeypatch):
    monkeypatch.setattr(readers.pdf_text, "MAX_PAGES", 1)
    first, rest = found("a.pdf", printed(LOCK + "\n#pagebreak()\n" + LOCK))
    assert AID.split()[0] in first.text
    assert (rest.file, rest.reason) == (
        "a.pdf#pages 2-2",
        "only a PDF's first 1 pages are read; split it",
    )


def test_a_pdf_without_a_text_layer_is_said_to_be_a_scan():
    assert reason("a.pdf", printed("#rect(width: 5cm, height: 5cm)")).startswith(
        "scanned: no text layer; "
    )


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.pdf", b"%PDF-1.7\n", "damaged PDF"),
        ("a.pdf", printed(LOCK)[:600], "damaged PDF"),
        ("a.docx", b"PK\x03\x04word", "damaged or cut off ZIP archive"),
        ("a.zip", zipped(a_txt=TALKS)[:-30], "damaged or cut off ZIP archive"),
        ("a.docx", zip_of({"word/document.xml": "<w:p"}), "damaged Word file"),
        ("a.odt", zip_of({"content.xml": "<a/>"}), "an OpenDocument file"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1", "an old Office file"),
        ("a.jpg", b"\xff\xd8\xff\xe0", "an image"),
        ("a.pdf", TALKS, "damaged: it is named as PDF and is none"),
        ("a.rss", "<rss><channel><item>", "damaged or cut off feed"),
        ("a.rss", "<rss><channel></channel></rss>", "holds no entry of a feed"),
        ("a.xml", "<?xml version='1.0'?><nitf/>", "XML of a kind that is not read"),
        ("a.csv", "title,text\n", "holds no article"),
        ("a.json", '{"text": ', "damaged or cut off JSON"),
        ("a.json", '{"title": "Talks"}', "no field of text"),
        ("a.html", "<html><body></body></html>", "nothing but navigation"),
        ("a.html", "<html><script>alert(1)</script></html>", "nothing but navigation"),
        ("a.zip", zip_of({}), "holds no article"),
        ("a.rtf", r"{\rtf1 }", "an RTF file without text"),
        ("a.eml", "From: desk@example.org\nSubject: Talks\n\n", "a mail without text"),
        ("a.warc", b"WARC/1.0\r\nnonsense", "holds no article"),
    ],
)
def test_each_is_skipped_with_its_reason_and_a_remedy(name, data, said):
    why = reason(name, data)
    assert why.startswith(said)
    assert "; " in why


def test_a_mail_of_parts_inside_parts_ends():
    part = 'Content-Type: multipart/mixed; boundary="b"\n\n--b\n'
    assert reason("a.eml", f"From: a@example.org\n{part * 2000}").startswith("a mail of more than ")


def test_encodings_mixed_in_one_file_are_each_read_right():
    said = "The café’s owner said: “Japan is ready.”"
    mixed = said.encode() + b"\n\n" + said.encode("cp1252")
    assert item("a.txt", mixed).text == f"{said}\n\n{said}"
    page = (
        b"<html><body><p>" + said.encode() + b"</p>\n<p>" + said.encode("cp1252") + b"</p></body>"
    )
    assert item("a.html", page).text.count(said) == 2


def test_zeros_in_a_file_are_no_text():
    assert item("a.txt", f"\0{TALKS * 5}\0{AID}").text == TALKS * 5 + AID
    assert TALKS in item("a.html", f"<html><body><p>\0{TALKS}</p></body></html>").text
    assert found("a.csv", f'title,text\n\0,"{TALKS}\0"\n')[0].text == TALKS


def test_every_file_is_found_again_under_its_own_name(tmp_path):
    """Two files of one name in two folders, archives, exports and rubbish: the sum is right."""
    for folder, text in (("one", TALKS), ("two", AID)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(text)
    (tmp_path / "b.zip").write_bytes(zip_of({"a.txt": TALKS, "x/": "", "no.png": b"\x89PNG"}))
    (tmp_path / "c.csv").write_text(f"title,text\nTalks,{MORE}\nAid,\n")
    (tmp_path / "d.pdf").write_bytes(b"%PDF-1.7\n")
    made = corpus.build(topic.load(tmp_path), AS_OF)
    read, skipped = list(made["articles"]["file"]), list(made["skipped"]["file"])
    assert read == ["b.zip/a.txt", "c.csv#1", "one/a.txt", "two/a.txt"]
    assert skipped == ["b.zip/no.png", "c.csv#2", "d.pdf"]
    assert made["articles"]["article_id"].is_unique


NAMES = ['say "Japan".txt', "two\nlines.txt", "\u202etxt.nap\u200f.txt", "a/b\\x.txt", "#[x].txt"]


def test_no_name_inside_an_archive_is_too_odd(tmp_path):
    (tmp_path / "a.zip").write_bytes(zip_of({name: f"{TALKS} {name}" for name in NAMES}))
    made = corpus.build(topic.load(tmp_path), AS_OF)
    assert len(made["articles"]) + len(made["skipped"]) == len(NAMES)
    assert set(made["articles"]["file"]) >= {f"a.zip/{name}" for name in NAMES[:3]}


@pytest.mark.parametrize("form", ["html", "eml", "rtf", "csv", "json", "rss", "pdf", "docx", "zip"])
@pytest.mark.parametrize(
    "data",
    [b"", b"\0" * 100, b"<" * 5000, b"{" * 5000, b'"' * 5001, b"\xff" * 300, zlib.compress(b"a")],
    ids=["nothing", "zeros", "less than", "braces", "quotes", "high bytes", "zlib"],
)
def test_no_content_under_any_name_is_too_odd(form, data):
    parts = found(f"a.{form}", data)
    assert parts
    assert all(isinstance(part, readers.Skipped) or part.text.strip() for part in parts)


@pytest.mark.parametrize("deep", ["<div>", "<b>", "<ul><li>", "<table><tr><td>"])
def test_a_page_nested_deeper_than_any_is_read_or_skipped(deep):
    assert len(found("a.html", f"<html><body>{deep * 20000}{TALKS}")) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="such a folder cannot be made there")
def test_a_name_with_a_sharp_sign_does_not_stand_for_another_item(tmp_path):
    (tmp_path / "c.csv").write_text(f"title,text\nTalks,{MORE}\n")
    Path(tmp_path / "c.csv#1").write_text(TALKS)
    made = corpus.build(topic.load(tmp_path), AS_OF)
    assert list(made["articles"]["file"]) == ["c.csv#1", "c.csv#1 (2)"]
