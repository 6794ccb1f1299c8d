"""Files of analysts' tools that hold many articles: three in, three out, each with its facts."""

from __future__ import annotations

import io
import json
import plistlib
import sqlite3

import pytest

from pressbrief.corpus import readers
from test_corpus_forms import found, item, noted, parts, reason, zip_of

ROWS = [
    ("Norway opens its border", "The Oslo Courier", "2025-02-13", "Reuters",
     "Norway opened its border with Sweden on Sunday.\n\nSweden had asked for it."),
    ("Denmark objects", "Aarhus Daily News", "2025-02-15", "",
     "Denmark objected on Tuesday.\n\nNo port had been told of it."),
    ("Nordic Council to hear them", "The Helsinki Monitor", "2025-02-20", "Kyodo",
     "The Nordic Council will hear Norway, Sweden and Denmark.\n\nIt sits in Copenhagen."),
]  # fmt: skip
NAMES = ["Title", "Outlet", "Date", "Author", "Text"]


def as_told(one: readers.Item) -> tuple:
    """What an item says, in the order of ROWS."""
    facts = one.facts
    body = "\n\n".join(" ".join(part.split()) for part in one.text.strip().split("\n\n"))
    headline, _, text = body.partition("\n\n")
    return headline, facts.publisher, facts.published, "; ".join(facts.authors), text


def workbook(*rows: list, second: list[list] | None = None) -> bytes:
    import xlsxwriter

    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        for sheet in filter(None, [list(rows), second]):
            page = book.add_worksheet()
            for at, row in enumerate(sheet):
                page.write_row(at, 0, row)
    return target.getvalue()


OFFICE = "urn:oasis:names:tc:opendocument:xmlns"


def open_document(body: str, **more: str) -> bytes:
    spaces = " ".join(f'xmlns:{name}="{OFFICE}:{name}:1.0"' for name in ("office", "text", "table"))
    content = (
        f"<office:document-content {spaces}><office:body>{body}</office:body>"
        "</office:document-content>"
    )
    return zip_of({"mimetype": "x", "content.xml": content, **more})


def cells(row: list[str] | tuple[str, ...]) -> str:
    told = ("".join(f"<text:p>{part}</text:p>" for part in cell.split("\n\n")) for cell in row)
    return "".join(f"<table:table-cell>{one}</table:table-cell>" for one in told)


def open_sheet() -> bytes:
    rows = "".join(f"<table:table-row>{cells(row)}</table:table-row>" for row in (NAMES, *ROWS))
    filling = (
        '<table:table-row table:number-rows-repeated="1048572"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row>'
    )
    table = f'<table:table table:name="A">{rows}{filling}</table:table>'
    return open_document(f"<office:spreadsheet>{table}</office:spreadsheet>")


def database() -> bytes:
    with sqlite3.connect(":memory:") as one:
        one.execute("CREATE TABLE seen (at INTEGER)")
        one.execute(f"CREATE TABLE news ({', '.join(NAMES)})")
        one.executemany("INSERT INTO news VALUES (?, ?, ?, ?, ?)", ROWS)
        one.commit()
        return one.serialize()


def parquet() -> bytes:
    import pandas as pd

    target = io.BytesIO()
    pd.DataFrame(ROWS, columns=NAMES).to_parquet(target)
    return target.getvalue()


def ris() -> str:
    return "\n".join(
        f"TY  - NEWS\nTI  - {title}\nA1  - {by}\nT2  - {paper} (Nordic)\n"
        f"DA  - {day.replace('-', '/')}/\nAB  - {text}\nER  - \n"
        for title, paper, day, by, text in ROWS
    )


def bibtex() -> str:
    return "\n".join(
        f"@article{{key{at}, title = {{{title}}}, author = {{{by}}}, journal = {{{paper}}}, "
        f"date = {{{day}}}, abstract = {{{text}}}}}\n"
        for at, (title, paper, day, by, text) in enumerate(ROWS)
    )


def csl() -> str:
    return json.dumps([
        {"id": title, "type": "article-newspaper", "title": title, "container-title": paper,
         "issued": {"date-parts": [[int(part) for part in day.split("-")]]}, "abstract": text,
         "author": [{"literal": by}] if by else []}
        for title, paper, day, by, text in ROWS
    ])  # fmt: skip


def rdf() -> str:
    spaces = (
        'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns:z="http://www.zotero.org/namespaces/export#" '
        'xmlns:bib="http://purl.org/net/biblio#" xmlns:foaf="http://xmlns.com/foaf/0.1/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    )
    people = "<bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>{}</foaf:surname>"
    people += "</foaf:Person></rdf:li></rdf:Seq></bib:authors>"
    entries = "".join(
        f'<bib:Article rdf:about="#{at}"><dcterms:isPartOf><bib:Newspaper><dc:title>{paper}'
        f"</dc:title></bib:Newspaper></dcterms:isPartOf>{people.format(by) if by else ''}"
        f"<dc:title>{title}</dc:title><dcterms:abstract>{text}</dcterms:abstract>"
        f"<dc:date>{day}</dc:date></bib:Article>"
        for at, (title, paper, day, by, text) in enumerate(ROWS)
    )
    return f"<rdf:RDF {spaces}>{entries}</rdf:RDF>"


def rows_as_json(**names: str) -> list[dict]:
    return [dict(zip([names.get(name, name) for name in NAMES], row, strict=True)) for row in ROWS]


def csv_in(*names: str, mark: str = ";") -> str:
    lines = [mark.join(names)]
    lines += [mark.join(f'"{cell}"' for cell in row) for row in ROWS]
    return "\n".join(lines)


def page_table() -> str:
    rows = "".join(
        "<tr>" + "".join(f"<td>{cell.replace(chr(10), '<br>')}</td>" for cell in row) + "</tr>"
        for row in (NAMES, *ROWS)
    )
    return f"<html><body><table>{rows}</table></body></html>"


DEEP = {
    "took": 3,
    "data": {"pages": [{"hits": [{"_id": 1, "_source": row}]} for row in rows_as_json()]},
}
BY_MONTH = {"2025-02": rows_as_json()[:2], "2025-03": rows_as_json()[2:]}
FILES = {
    ".xlsx": ("coded.xlsx", workbook(NAMES, *ROWS)),
    ".xlsx below a title": ("coded.xlsx", workbook(["Our sample"], [], NAMES, *ROWS)),
    ".ods": ("coded.ods", open_sheet()),
    ".xls that is a page": ("coded.xls", page_table()),
    ".xls that is text": ("coded.xls", csv_in(*NAMES, mark="\t")),
    "SQLite": ("news.db", database()),
    "Parquet": ("news.parquet", parquet()),
    "RIS": ("list.ris", ris()),
    "RIS named .txt": ("list.txt", ris()),
    "BibTeX": ("list.bib", bibtex()),
    "CSL JSON": ("list.json", csl()),
    "Zotero's RDF": ("list.rdf", rdf()),
    "JSON in wrappers": ("a.json", json.dumps(DEEP)),
    "JSON under several keys": ("a.json", json.dumps(BY_MONTH)),
    "German": ("a.csv", csv_in("Überschrift", "Zeitung", "Datum", "Verfasser", "Volltext")),
    "French": ("a.csv", csv_in("Titre", "Média", "Date de publication", "Auteur", "Texte")),
    "Spanish": ("a.csv", csv_in("Titular", "Medio", "Fecha", "Autoría", "Cuerpo")),
    "Portuguese": ("a.csv", csv_in("Manchete", "Jornal", "Data", "Autor", "Corpo")),
    "Italian": ("a.csv", csv_in("Titolo", "Testata", "Data", "Autore", "Testo", mark=",")),
    "Dutch": ("a.csv", csv_in("Kop", "Krant", "Publicatiedatum", "Auteur", "Tekst", mark="\t")),
    "Polish": ("a.csv", csv_in("Tytuł", "Źródło", "Data publikacji", "Autorzy", "Treść")),
    "Swedish": ("a.csv", csv_in("Rubrik", "Tidning", "Publicerad", "Författare", "Brödtext")),
}


@pytest.mark.parametrize("kind", FILES)
def test_three_articles_in_three_out_with_their_own_facts(kind):
    name, data = FILES[kind]
    items = found(name, data)
    assert [one.file for one in items] == [f"{name}#{number}" for number in (1, 2, 3)]
    assert [as_told(one) for one in items] == ROWS


@pytest.mark.parametrize("kind", [".xlsx", ".ods", "SQLite", "Parquet", "BibTeX", "Zotero's RDF"])
def test_a_file_that_was_cut_off_is_skipped_or_read_and_said(kind):
    name, data = FILES[kind]
    data = data.encode() if isinstance(data, str) else data
    every = parts(name, data[: len(data) * 2 // 3])
    assert any(isinstance(one, readers.Skipped) for one in every)


def test_a_list_that_was_cut_off_says_so_and_loses_nothing_that_it_has():
    cut = ris()[: ris().index("ER", len(ris()) - 10)]
    assert len(found("a.ris", cut)) == 3
    assert "an entry without its end (ER), as in a file that was cut off" in noted("a.ris", cut)[0]


def test_a_text_that_is_an_abstract_says_so():
    assert noted("a.ris", ris())[0] == "its text is its “AB”: this may be a summary"


def test_a_reference_without_a_text_is_skipped():
    assert reason("a.bib", "@article{a, title={Talks end}, url={https://a.no/1}}").startswith(
        "a reference without a text; "
    )


def test_two_sheets_are_two_tables():
    book = workbook(NAMES, *ROWS[:1], second=[NAMES, *ROWS[1:]])
    assert [one.file for one in found("a.xlsx", book)] == [
        "a.xlsx#Sheet1#1", "a.xlsx#Sheet2#1", "a.xlsx#Sheet2#2",
    ]  # fmt: skip


def test_columns_that_are_not_used_are_listed():
    assert noted("a.csv", "title,text,mood,id\nTalks,They ended.,good,1\n") == [
        "columns not used: mood, id"
    ]


def test_a_topic_names_its_own_columns():
    data = "Meldung;Blatt;Tag\nSie endeten.;Kurier;03.02.2025\n"
    (one,) = found("a.csv", data, Meldung="text", Blatt="publisher", Tag="published")
    assert (one.text, one.facts.publisher, one.facts.published) == (
        "Sie endeten.", "Kurier", "2025-02-03",
    )  # fmt: skip


ADDRESSES = "title,url,publish_date\nTalks end,https://a.no/1,2025-02-13\n"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", ADDRESSES),
        ("a.xlsx", workbook(*[line.split(",") for line in ADDRESSES.splitlines()])),
        ("a.json", '{"articles": [{"title": "Talks end", "url": "https://a.no/1"}]}'),
    ],
)
def test_addresses_without_text_are_skipped_one_by_one(name, data):
    (only,) = found(name, data)
    assert only == readers.Skipped(
        f"{name}#1",
        "an address of “Talks end” without text; "
        "fetch the pages first, and put them here as files or as a WARC",
    )


CUT_OFF = [
    ("Egypt criticised the accord… [+2413 chars]", "Egypt criticised the accord…"),
    ("Egypt criticised the accord ...", "Egypt criticised the accord ..."),
    ("Egypt criticised the accord […]", "Egypt criticised the accord […]"),
]


@pytest.mark.parametrize(("said", "kept"), CUT_OFF)
def test_a_text_that_is_cut_off_says_so_and_does_not_say_by_how_much(said, kept):
    data = json.dumps({"text": said, "title": "Accord"})
    assert item("a.json", data).text == f"Accord\n\n{kept}"
    assert noted("a.json", data) == ["a snippet: its text is cut off; fetch the page for the whole"]


RUNS = [
    # a text as JSON has it, and as a reader does
    (["Kenya ", {"type": "bold", "text": "did not"}, " act."], "Kenya did not act."),
    (["He said: ", {"text": "no"}, ", and left."], "He said: no, and left."),
    (["Talks ended.", "Aid goes on."], "Talks ended.\n\nAid goes on."),
    ({"content": "<p>Talks <b>did not</b> end.</p>"}, "Talks did not end."),
    ({"blocks": [{"type": "header", "data": {"text": "Aid"}},
                 {"type": "paragraph", "data": {"text": "It goes on."}}]}, "Aid\n\nIt goes on."),
    ([{"type": "paragraph", "children": [{"text": "Kenya "}, {"text": "did not", "bold": True},
                                         {"text": " act."}]},
      {"type": "paragraph", "children": [{"text": "It rained."}]}],
     "Kenya did not act.\n\nIt rained."),
]  # fmt: skip


@pytest.mark.parametrize(("value", "text"), RUNS)
def test_text_in_runs_and_blocks_loses_no_word_and_breaks_no_sentence(value, text):
    assert item("a.json", json.dumps([{"text": value}])).text == text


FACTS = [
    ({"author": {"name": "Kyodo"}}, "authors", ["Kyodo"]),
    ({"byline": {"original": "By Reuters"}}, "authors", ["Reuters"]),
    ({"source": {"id": None, "name": "NHK"}}, "publisher", "NHK"),
    ({"source": "https://nhk.jp/a"}, "url", "https://nhk.jp/a"),
    ({"source": "Factiva"}, "publisher", ""),
    ({"published": 1739404800000}, "published", "2025-02-13"),
    ({"pubdate": "20250213101500"}, "published", "2025-02-13"),
    ({"date_modified": "2025-02-13"}, "published", ""),
    ({"crawled": "2025-02-13T10:00:00Z"}, "seen", "2025-02-13"),
    ({"alternate": [{"href": "https://nhk.jp/a"}]}, "url", "https://nhk.jp/a"),
    ({"language": "English"}, "language", "en"),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "fact", "value"), FACTS)
def test_what_exports_say_of_an_article(fields, fact, value):
    one = item("a.json", json.dumps([{"title": "Accord", "text": "It was signed.", **fields}]))
    assert getattr(one.facts, fact) == value


def mail(number: int, title: str, text: str) -> str:
    return (
        f"From news@oslo.no Thu Feb 1{number} 10:00:00 2025\nFrom: Oslo Courier <news@oslo.no>\n"
        f"Subject: {title}\nDate: Thu, 1{number} Feb 2025 10:00:00 +0100\n\n"
        f"{text}\n\n>From here on it rains.\n\n"
    )


def test_each_mail_of_a_mailbox_is_one():
    box = "".join(mail(at, title, text) for at, (title, *_, text) in enumerate(ROWS, start=3))
    items = found("box", box)
    assert [(one.file, one.facts.headline) for one in items] == [
        (f"box#{at}", title) for at, (title, *_) in enumerate(ROWS, start=1)
    ]
    assert all(one.text.rstrip().endswith("\nFrom here on it rains.") for one in items)
    assert [one.facts.likely for one in items] == ["2025-02-13", "2025-02-14", "2025-02-15"]
    assert items[0].facts.basis("publisher") == "the mail's sender"


def test_each_mail_of_a_digest_is_one():
    inner = "".join(
        f"--b\n\nFrom: desk@oslo.no\nSubject: {title}\n\n{text}\n\n" for title, *_, text in ROWS
    )
    digest = (
        "From: list@oslo.no\nSubject: Digest\nMIME-Version: 1.0\nMessage-ID: <1@a>\n"
        f"Content-Type: multipart/digest; boundary=b\n\n{inner}--b--\n"
    )
    assert [one.facts.headline for one in found("a.eml", digest)] == [row[0] for row in ROWS]


LED = "https://www.google.com/url?rct=j&sa=t&url=https://{}/2025/02/a&ct=ga"
STORIES = [("Norway opens", "Oslo Courier", "oslo.no"), ("Denmark objects", "News", "aarhus.dk"),
           ("Council to hear", "Monitor", "helsinki.fi")]  # fmt: skip


def alert(kind: str, body: str) -> str:
    return (
        "From: Google Alerts <googlealerts-noreply@google.com>\nSubject: Google Alert - border\n"
        "Date: Thu, 13 Feb 2025 10:00:00 +0000\nMIME-Version: 1.0\n"
        f"Content-Type: text/{kind}; charset=utf-8\n\n{body}\n"
    )


def alert_text() -> str:
    told = (f"{a} - {b}\n{b}\nThe border is ...\n<{LED.format(c)}>\n" for a, b, c in STORIES)
    unsubscribe = "Unsubscribe:\n<https://www.google.com/alerts/remove?s=1>"
    return alert("plain", "=== News - 3 new results ===\n\n" + "\n".join(told) + unsubscribe)


def alert_page() -> str:
    told = "".join(
        '<tr itemscope itemtype="http://schema.org/Article"><td><a itemprop="url" href="'
        f'{LED.format(c).replace("&", "&amp;")}"><span itemprop="name">{a}</span></a>'
        f'<div itemprop="publisher"><span itemprop="name">{b}</span></div>'
        '<div itemprop="description">The <b>border</b> is ...</div><a>Flag as irrelevant</a>'
        "</td></tr>"
        for a, b, c in STORIES
    )
    return alert("html", f"<html><body><table>{told}</table></body></html>")


@pytest.mark.parametrize("data", [alert_text(), alert_page()], ids=["text", "page"])
def test_an_alert_s_stories_are_their_outlets_and_cut_off(data):
    items = found("alert.eml", data)
    assert [(one.facts.headline, one.facts.publisher) for one in items] == [
        (headline, outlet) for headline, outlet, _ in STORIES
    ]
    assert [one.facts.url for one in items] == [f"https://{c}/2025/02/a" for *_, c in STORIES]
    assert {one.facts.likely for one in items} == {"2025-02-13"}
    assert all(one.text.endswith("\n\nThe border is ...") and one.notes for one in items)


def gathered(source: str = "") -> str:
    entries = "".join(
        f"<entry><title>{a} - {b}</title><link href='{LED.format(c).replace('&', '&amp;')}'/>"
        f"{source.format(b)}<published>2025-02-13T09:00:00Z</published>"
        "<content type='html'>The border is&amp;nbsp;...</content></entry>"
        for a, b, c in STORIES
    )
    space = 'xmlns="http://www.w3.org/2005/Atom"'
    return f"<feed {space}><title>Google Alert - border</title>{entries}</feed>"


def test_a_feed_that_gathers_others_publishes_none_of_them():
    facts = [one.facts for one in found("alert.xml", gathered())]
    assert [one.publisher for one in facts] == ["oslo.no", "aarhus.dk", "helsinki.fi"]
    assert facts[0].basis("publisher") == "the entry's address"
    named = [one.facts for one in found("a.xml", gathered("<source>{}</source>"))]
    assert [(one.headline, one.publisher) for one in named] == [(a, b) for a, b, _ in STORIES]


MESSAGES = [
    {"id": 1, "type": "service", "date": "2025-02-01T08:00:00", "action": "create_channel"},
    {"id": 2, "type": "message", "date": "2025-02-13T09:30:11", "text": "Norway opened it."},
    {"id": 3, "type": "message", "date": "2025-02-15T09:30:11", "forwarded_from": "Desk",
     "text": ["Denmark ", {"type": "bold", "text": "did not"}, " agree.\n\n",
              {"type": "hashtag", "text": "#border"}]},
    {"id": 4, "type": "message", "date": "2025-02-16T09:30:11", "photo": "(none)", "text": ""},
]  # fmt: skip
CHAT = {"name": "Nordic Watch", "type": "public_channel", "id": 1, "messages": MESSAGES}


@pytest.mark.parametrize(
    "whole",
    [CHAT, {"about": "x", "chats": {"about": "y", "list": [CHAT]}}],
    ids=["one chat", "all chats"],
)
def test_a_chat_s_messages_are_its_channel_s(whole):
    service, one, two, photo = found("result.json", json.dumps(whole))
    assert (one.text, two.text) == ("Norway opened it.", "Denmark did not agree.\n\n#border")
    assert [each.facts.publisher for each in (one, two)] == ["Nordic Watch"] * 2
    assert [each.facts.published for each in (one, two)] == ["2025-02-13", "2025-02-15"]
    assert service.reason.startswith("a note of the service")
    assert photo.reason.startswith("a message without words")


def test_a_chat_s_exported_page_is_read_as_its_other_form():
    message = (
        '<div class="message default clearfix" id="message{0}"><div class="body">'
        '<div class="pull_right date details" title="1{0}.02.2025 09:30:11 UTC+01:00">09:30</div>'
        '<div class="text">Norway <strong>did not</strong> open it.</div></div></div>'
    )
    messages = "".join(message.format(at) for at in (3, 4, 5))
    page = (
        '<html><body><div class="page_header"><div class="text bold">Nordic Watch</div></div>'
        f'<div class="history">{messages}</div></body></html>'
    )
    assert [
        (one.text, one.facts.publisher, one.facts.published) for one in found("m.html", page)
    ] == [("Norway did not open it.", "Nordic Watch", f"2025-02-1{at}") for at in (3, 4, 5)]


def book(*pages: str, package: str = "") -> bytes:
    names = [f"p{at}.xhtml" for at in range(len(pages))]
    listed = "".join(f'<item id="{name}" href="{name}"/>' for name in names)
    order = "".join(f'<itemref idref="{name}"/>' for name in reversed(names))
    package = package or (
        '<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:publisher>calibre'
        "</dc:publisher><dc:date>2025-02-14</dc:date></metadata>"
        f"<manifest>{listed}</manifest><spine>{order}</spine></package>"
    )
    container = '<container><rootfiles><rootfile full-path="OEBPS/c.opf"/></rootfiles></container>'
    held = {f"OEBPS/{name}": page for name, page in zip(names, pages, strict=True)}
    return zip_of({"mimetype": "application/epub+zip", "META-INF/container.xml": container,
                   "OEBPS/c.opf": package, **held})  # fmt: skip


def chapter(title: str, text: str) -> str:
    told = "".join(f"<p>{part} {part}</p>" for part in text.split("\n\n"))
    return f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{told}</body></html>"


def test_each_page_of_an_e_book_is_one_in_its_order():
    weekly = book(*(chapter(title, text) for title, *_, text in ROWS))
    items = found("weekly.epub", weekly)
    assert [one.facts.headline for one in items] == [row[0] for row in reversed(ROWS)]
    assert [(one.facts.publisher, one.facts.seen) for one in items] == [("", "2025-02-14")] * 3


def test_an_e_book_without_its_list_is_read_page_by_page():
    weekly = book(*(chapter(title, text) for title, *_, text in ROWS), package="<package/>")
    assert [one.facts.headline for one in found("a.epub", weekly)] == [row[0] for row in ROWS]


def test_an_open_text_is_its_paragraphs_without_notes_and_what_was_deleted():
    text = (
        "<office:text><text:tracked-changes><text:p>Deleted.</text:p></text:tracked-changes>"
        "<text:h>Accord signed</text:h><text:p>Kenya <text:span>did not</text:span>"
        "<text:note><text:p>A note.</text:p></text:note><text:s/>act.</text:p></office:text>"
    )
    assert item("a.odt", open_document(text)).text == "Accord signed\n\nKenya did not act."


def test_a_web_archive_is_its_page_with_its_address():
    page = chapter("Accord signed", "Norway opened its border with Sweden on Sunday.")
    main = {"WebResourceData": page.encode(), "WebResourceURL": "https://oslo.no/2025/02/13/a"}
    for form in (plistlib.FMT_BINARY, plistlib.FMT_XML):
        one = item("a.webarchive", plistlib.dumps({"WebMainResource": main}, fmt=form))
        assert (one.facts.headline, one.facts.url) == ("Accord signed", main["WebResourceURL"])


SUBTITLES = [
    "1\n00:00:01,000 --> 00:00:02,500\nThe talks\n\n2\n00:00:02,500 --> 00:00:04,000\n"
    "<i>did not</i> end.\n\n3\n00:01:04,000 --> 00:01:05,000\nAid goes on.\n",
    "WEBVTT\n\nNOTE by a program\n\n00:01.000 --> 00:02.500 align:start\n<v Anna>The talks\n"
    "did not end.\n\n00:05.000 --> 00:06.000\nAid goes on.\n",
]


@pytest.mark.parametrize("data", SUBTITLES, ids=["SubRip", "WebVTT"])
def test_subtitles_are_what_is_said_without_times(data):
    assert item("a.txt", data).text == "The talks did not end.\n\nAid goes on."


def test_front_matter_is_facts_and_no_text():
    text = (
        '---\ntitle: "Accord signed"\nauthors:\n  - Kyodo\n  - Reuters\n'
        "source: https://oslo.no/a\ndate: 2025-02-13\ntags: [border]\n---\n\nIt was signed.\n"
    )
    one = item("a.md", text)
    assert one.text == "Accord signed\n\nIt was signed."
    assert (one.facts.authors, one.facts.url) == (["Kyodo", "Reuters"], "https://oslo.no/a")
    assert "tags: [border]" in one.furniture
    assert item("b.md", "---\n\nIt was signed.\n\n---\n").furniture == ""
