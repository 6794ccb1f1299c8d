"""Pages, feeds, mails, records and plain files turned against their readers."""

from __future__ import annotations

import json
from collections.abc import Callable
from email.message import EmailMessage

from hostile_packed import BOMB, OUTSIDE
from hostile_texts import AID, GOOD, NEVER, READ, SKIPPED, TALKS, Files, fixed, page

DISTANT = '<!DOCTYPE d SYSTEM "http://192.0.2.1/x.dtd">'


def feed(text: str, doctype: str = "") -> Files:
    item = f"<item><title>x</title><description>{text}</description></item>"
    return {"a.rss": f"<?xml version='1.0'?>{doctype}<rss><channel>{item}</channel></rss>"}


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


LISTED = "<plist><dict><key>WebMainResource</key>"
DAYS = ("NaN", '"NaN"', "-1", "1e400", '"0000-00-00"', '"99999-12-31"', '"-9999999999"', "[[1]]")
ODD_DAYS = (f'{{"title":"Aid {n}","date":{day},"text":"%s"}}' for n, day in enumerate(DAYS))
LISTS = '{"title":[1,{"a":2}],"author":{"name":{"name":3}},"text":["a",null,7,"%s"]}'
DEEP_ROW = f'{{"title":"A","authors":{"[" * 900}{"]" * 900},"text":"%s"}}'
FORMULAS = f"title,text,author\n=1+1,\"=cmd|' /C calc'!A0 {TALKS} {AID}\",@x\n"
NOTEBOOK = json.dumps({"cells": [{"cell_type": "code", "source": ["!id"]}]})
UTF7 = "<html><meta charset=utf-7><body><p>+ADw-script+AD4-alert(1)</p>" + page("")["a.html"]
THREE = GOOD.encode() + "é ".encode("latin-1") * 9 + GOOD.encode()


def modules(size: int) -> Files:
    """Files of the names that Python looks for."""
    code = f"open('{NEVER}', 'w')  # {TALKS}"
    return {f"{name}.py": f"{code} {name}" for name in ("json", "sitecustomize", "conftest")}


# Each form of file, turned against its reader.
PLAIN: tuple[tuple[str, Callable[[int], Files], str], ...] = (
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
    ("a notebook", fixed("a.ipynb", NOTEBOOK), SKIPPED),
    ("modules named as Python's", modules, READ),
)
