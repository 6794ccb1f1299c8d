"""Archives, documents, sheets and databases turned against what unpacks them."""

from __future__ import annotations

import base64
import gzip
import io
import sqlite3
import tarfile
import zipfile
import zlib
from collections.abc import Callable

from hostile_texts import AID, GOOD, READ, SKIPPED, TALKS, Files, fixed, page


def zip_of(files: dict[str, bytes | str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return target.getvalue()


def overlapping(size: int) -> Files:
    """One member, and a directory that names it once for each hundred bytes."""
    data = zip_of({"a.txt": b"a" * (1 << 20)})
    start, close = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    entry, end = data[start:close], bytearray(data[close:])
    count = min(size // 100, 60_000)
    end[8:10] = end[10:12] = count.to_bytes(2, "little")
    end[12:16] = (len(entry) * count).to_bytes(4, "little")
    return {"a.zip": data[:start] + entry * count + bytes(end)}


def small_bombs(size: int) -> Files:
    return {"a.zip": zip_of({f"{n}": b"0" * 999_999 for n in range(300)})}


def many_names(size: int) -> Files:
    return {"a.zip": zip_of({f"{n}\n\u202e.txt": "" for n in range(1000)})}


def nested_zip(size: int) -> Files:
    data = zip_of({"a.txt": TALKS})
    for _ in range(20):
        data = zip_of({"a.zip": data})
    return {"a.zip": data}


def nested_gzip(size: int) -> Files:
    data = TALKS.encode()
    for _ in range(20):
        data = gzip.compress(data)
    return {"a.gz": data}


def outward_zip(size: int) -> Files:
    return {"a.zip": zip_of({"../../out.txt": AID, "/etc/x.txt": AID, "C:\\x.txt": AID})}


def tar_of_links(size: int) -> Files:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w") as archive:
        for name, kind in (
            ("b.txt", tarfile.SYMTYPE),
            ("c.txt", tarfile.LNKTYPE),
            ("d.txt", tarfile.CHRTYPE),
            ("e.txt", tarfile.FIFOTYPE),
            ("../f.txt", tarfile.REGTYPE),
        ):
            member = tarfile.TarInfo(name)
            member.type, member.linkname = kind, "/etc/passwd"
            archive.addfile(member)
    return {"a.tar": target.getvalue()}


def packed_tar(size: int) -> Files:
    return {"a.tar.gz": gzip.compress(tar_of_links(size)["a.tar"])}


def large_tar(size: int) -> Files:
    member = tarfile.TarInfo("a.txt")
    member.size = 1 << 40
    return {"a.tar": member.tobuf() + b"a" * 600}


def pdf(extra: bytes, stream: bytes = b"", filters: bytes = b"") -> bytes:
    """A PDF of one page: more in its catalogue, its content stream, and how that is packed."""
    return (
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R" + extra + b">>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
        b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
        b"4 0 obj<</Length " + str(len(stream)).encode() + filters + b">>stream\n"
        b"" + stream + b"\nendstream endobj\ntrailer<</Root 1 0 R/Size 6>>\nstartxref\n0\n%%EOF"
    )


SHOWN = b"BT /F 9 Tf 9 TL " + f"({TALKS}) Tj T* ({AID}) Tj T* ".encode() * 5 + b"ET"
SCRIPT = b"/OpenAction<</S/JavaScript/JS(app.launchURL('http://192.0.2.1'))>>"
LAUNCH = b"/OpenAction<</S/Launch/F(/bin/sh)>>"


def pdf_bomb(size: int) -> Files:
    return {"a.pdf": pdf(b"", zlib.compress(b"0 0 m " * (size * 20)), b"/Filter/FlateDecode")}


def pdf_circle(size: int) -> Files:
    return {"a.pdf": pdf(b"", SHOWN).replace(b"/Kids[3 0 R]", b"/Kids[2 0 R]")}


def word(body: str, more: dict[str, str] | None = None, doctype: str = "") -> Files:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    document = f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'
    xml = f'<?xml version="1.0"?>{doctype}{document}'
    return {"a.docx": zip_of({"word/document.xml": xml, **(more or {})})}


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
BOMB = f'<!DOCTYPE d [<!ENTITY l0 "lol">{LAUGHS}]>'
OUTSIDE = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
MACROS = {
    "word/vbaProject.bin": "x",
    "word/_rels/document.xml.rels": '<a Target="http://192.0.2.1"/>',
}


SHEET = "<worksheet><sheetData><row>{}</row></sheetData></worksheet>"
BOOK = """<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
<sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>"""
RELATED = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Target="worksheets/sheet1.xml" Type="http://schemas.openxmlformats.org/\
officeDocument/2006/relationships/worksheet"/></Relationships>"""


def sheet(cells: str) -> Files:
    """A spreadsheet of one sheet with these cells."""
    members = {"xl/workbook.xml": BOOK, "xl/_rels/workbook.xml.rels": RELATED}
    return {"a.xlsx": zip_of({**members, "xl/worksheets/sheet1.xml": SHEET.format(cells)})}


def wide_sheet(size: int) -> Files:
    """Two cells as far from each other as a sheet has them: 17 thousand million between."""
    cell = '<c r="{}" t="inlineStr"><is><t>text</t></is></c>'
    return sheet(cell.format("A1") + cell.format("XFD1048576"))


def open_document(body: str, doctype: str = "") -> Files:
    spaces = " ".join(f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"'
                      for n in ("office", "text", "table"))  # fmt: skip
    content = f"<office:document-content {spaces}><office:body>{body}</office:body>"
    return {"a.odt": zip_of({"content.xml": f"{doctype}{content}</office:document-content>"})}


def repeated_cells(size: int) -> Files:
    cell = '<table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p>'
    row = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-cell>'
    table = f"<table:table>{f'{row}</table:table-row>' * 99}</table:table>"
    return open_document(f"<office:spreadsheet>{table}</office:spreadsheet>")


def book(package: str, *names: str) -> Files:
    container = (
        '<container><rootfiles><rootfile full-path="../../etc/passwd"/></rootfiles></container>'
    )
    pages = {name: page(GOOD)["a.html"] for name in names}
    held = {"META-INF/container.xml": container, "c.opf": package, **pages}
    return {"a.epub": zip_of(held)}


def database(*statements: str) -> Files:
    with sqlite3.connect(":memory:") as one:
        for statement in statements:
            one.execute(statement)
        one.commit()
        return {"a.db": one.serialize()}


ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS text FROM n"
PICKLE = "gASVIwAAAAAAAACMBXBvc2l4lIwGc3lzdGVtlJOUjAh0b3VjaCAvdJSFlFKULg=="

# Each form of file, turned against its reader.
PACKED: tuple[tuple[str, Callable[[int], Files], str], ...] = (
    ("a ZIP bomb", lambda size: {"a.zip": zip_of({"a": b"0" * (size * 50)})}, SKIPPED),
    ("a ZIP of small bombs", small_bombs, "skipped: its archive unpacks to too much"),
    ("a ZIP of overlapping entries", overlapping, "skipped: its files overlap, "),
    ("a ZIP in a ZIP in a ZIP", nested_zip, "skipped: an archive inside 4 others; "),
    ("a ZIP that leads out", outward_zip, "skipped: its path leads out of the archive; "),
    ("a ZIP cut off in a ZIP", fixed("a.zip", zip_of({"a.zip": b"PK\x03\x04"})), SKIPPED),
    ("a ZIP of a thousand names", many_names, SKIPPED),
    ("a gzip bomb", lambda size: {"a.gz": gzip.compress(b"0" * (size * 50))}, SKIPPED),
    ("gzip in gzip", nested_gzip, "skipped: an archive inside 4 others; "),
    ("a tar of links and devices", tar_of_links, "skipped: a link, not a file; "),
    ("a tar of a terabyte", large_tar, "skipped: too large: "),
    ("a packed tar", packed_tar, "skipped: a link, not a file; "),
    ("a 7-Zip archive", fixed("a.7z", b"7z\xbc\xaf\x27\x1c" + bytes(99)), "skipped: a 7-Zip"),
    ("a PDF with a script", fixed("a.pdf", pdf(SCRIPT, SHOWN)), READ),
    ("a PDF that starts a program", fixed("a.pdf", pdf(LAUNCH, SHOWN)), READ),
    ("a PDF that unpacks to any size", pdf_bomb, SKIPPED),
    ("a PDF whose pages are in a circle", pdf_circle, SKIPPED),
    ("a PDF of brackets", lambda size: {"a.pdf": b"%PDF-1.7\n" + b"<<" * (size // 2)}, SKIPPED),
    ("a PDF that is a ZIP too", fixed("a.pdf", pdf(b"", SHOWN) + zip_of({"a.txt": AID})), READ),
    ("a Word file of laughs", lambda size: word("<w:p>&l11;</w:p>", doctype=BOMB), SKIPPED),
    ("a Word file of another file", lambda size: word("<w:p>&x;</w:p>", doctype=OUTSIDE), SKIPPED),
    ("a Word file nested deep", lambda size: word("<w:p>" * 30_000 + "</w:p>" * 30_000), SKIPPED),
    ("a Word file with macros", lambda size: word(f"<w:p><w:t>{GOOD}</w:t></w:p>", MACROS), READ),
    ("a sheet as wide as any", wide_sheet, "skipped: a sheet that spans more than"),
    ("a sheet that is none", lambda size: sheet("<c" * (size // 2)), SKIPPED),
    ("a sheet that unpacks to any size", lambda size: sheet(" " * (size * 60)), SKIPPED),
    ("a sheet of repeated cells", repeated_cells, "skipped: a sheet of more than"),
    (
        "an old sheet cut off",
        fixed("a.xls", b"\xd0\xcf\x11\xe0" + "Workbook".encode("utf-16-le")),
        SKIPPED,
    ),
    ("an open text of laughs", lambda size: open_document("&l11;", BOMB), SKIPPED),
    (
        "an open text nested deep",
        lambda size: open_document("<text:p>" * 9000 + "</text:p>" * 9000),
        SKIPPED,
    ),
    ("an e-book that leads out", lambda size: book("<package/>", "a.xhtml"), READ),
    ("an e-book of laughs", lambda size: book(f"{BOMB}<package>&l11;</package>", "a.xhtml"), READ),
    (
        "a database of an endless view",
        lambda size: database(f"CREATE VIEW a AS {ENDLESS}"),
        SKIPPED,
    ),
    (
        "a database with a hostile name",
        lambda size: database('CREATE TABLE "a""; DROP TABLE b; --" (text, title)'),
        SKIPPED,
    ),
    ("a database cut off", lambda size: {"a.db": b"SQLite format 3\0" + bytes(size)}, SKIPPED),
    (
        "a Parquet file of zeros",
        lambda size: {"a.parquet": b"PAR1" + bytes(size) + b"PAR1"},
        SKIPPED,
    ),
    ("a pickle", fixed("a.parquet", base64.b64decode(PICKLE)), SKIPPED),
)
