"""Files that hold many articles, an export's rows or a feed's entries: what is read of each."""

from __future__ import annotations

import json

import pytest

from pressbrief.corpus import readers
from test_corpus_forms import AID, HEADLINE, TALKS, found, reason


def test_an_export_is_read_by_the_usual_names_of_its_columns():
    rows = (
        "id;Title;Media_Name;publish_date;url;author;body\n"
        f"1;{HEADLINE};NHK;2025-02-19 10:00:00;https://www.nhk.or.jp/a;By Kyodo;"
        f'"{TALKS}\n\n{AID}"\n'
        f"2;;NHK;;;;{AID}\n"
        "3;Empty;NHK;;;;\n"
    )
    one, two, three = found("export.csv", rows)
    assert (one.file, one.text) == ("export.csv#1", f"{HEADLINE}\n\n{TALKS}\n\n{AID}")
    assert one.facts.published == "2025-02-19"
    assert one.facts.basis("publisher") == "the export's column “Media_Name”"
    assert (one.facts.authors, one.facts.url) == (["Kyodo"], "https://www.nhk.or.jp/a")
    assert (two.text, two.facts.headline) == (AID, "")
    assert (three.file, three.reason.split(";")[0]) == (
        "export.csv#3",
        "empty: its text column holds nothing",
    )


def test_an_export_without_a_text_column_says_which_it_has():
    assert reason("a.csv", "id,title,street\n1,Talks,Ginza\n") == (
        "no column of text: its columns are id, title, street; "
        "name the one that holds the articles 'text', 'body' or 'content', "
        "or say in the topic.toml's [columns] which it is"
    )


def test_tabs_and_marks_in_an_export_are_read():
    (only,) = found("a.tsv", f"\ufefftitle\ttext\n{HEADLINE}\t<p>{TALKS}</p><p>{AID}</p>\n")
    assert only.text == f"{HEADLINE}\n\n{TALKS}\n\n{AID}"


@pytest.mark.parametrize(
    "data",
    [
        '{"title": "%s", "text": "%s", "source": {"name": "NHK"}}\n{"text": "%s"}\n',
        '[{"headline": "%s", "content": "%s", "source": "NHK"}, {"body": "%s"}]',
        '{"status": "ok", "articles": [{"title": "%s", "content": "%s", "source": '
        '{"id": null, "name": "NHK"}}, {"content": "%s"}]}',
    ],
    ids=["lines", "list", "under a key"],
)
def test_json_is_read_in_each_of_its_usual_shapes(data):
    one, two = found("a.jsonl", data % (HEADLINE, TALKS, AID))
    assert (one.file, one.text, one.facts.publisher) == (
        "a.jsonl#1",
        f"{HEADLINE}\n\n{TALKS}",
        "NHK",
    )
    assert (two.file, two.text) == ("a.jsonl#2", AID)


def test_a_damaged_line_of_json_loses_no_other():
    one, two, three = found("a.jsonl", f'{{"text": "{TALKS}"}}\n{{"text": \n{{"text": "{AID}"}}\n')
    assert (one.text, three.text) == (TALKS, AID)
    assert two.reason.startswith("not a JSON object; ")


RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>NHK WORLD</title><item><title>{HEADLINE}</title><link>https://www.nhk.or.jp/a</link>
<pubDate>Wed, 19 Feb 2025 10:00:00 +0900</pubDate><description>Short</description>
<content:encoded><![CDATA[<p>{TALKS}</p><p>{AID}</p>]]></content:encoded></item>
<item><title>Empty</title></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>NHK WORLD</title><entry>
<title>{HEADLINE}</title><link rel="alternate" href="https://www.nhk.or.jp/a"/>
<published>2025-02-19T10:00:00Z</published><author><name>Kyodo</name></author>
<content type="html">&lt;p&gt;{TALKS}&lt;/p&gt;&lt;p&gt;{AID}&lt;/p&gt;</content></entry></feed>"""


@pytest.mark.parametrize("data", [RSS, ATOM], ids=["RSS", "Atom"])
def test_a_feeds_entries_are_articles(data):
    entry = found("news.xml", data)[0]
    assert (entry.file, entry.text) == ("news.xml#1", f"{HEADLINE}\n\n{TALKS}\n\n{AID}")
    facts = entry.facts
    assert (facts.publisher, facts.published) == ("NHK WORLD", "2025-02-19")
    assert (facts.url, facts.basis("url")) == ("https://www.nhk.or.jp/a", "the feed's entry")


def test_a_feeds_entry_without_text_is_skipped_by_number():
    assert found("news.xml", RSS)[1] == readers.Skipped(
        "news.xml#2", "an entry without text; save the page that it links to"
    )


def test_xml_that_defines_entities_is_refused():
    bomb = '<!DOCTYPE rss [<!ENTITY a "aaaa">]><rss><channel><item>&a;</item></channel></rss>'
    assert reason("a.rss", bomb).startswith("XML that defines entities of its own; ")


ORDERS = [
    # the rows' dates, what the first is, and what its basis says
    (("02/03/2025", "05/06/2025"), "2025-02-03/2025-03-02", "the day or the month first"),
    (("02/03/2025", "19/02/2025"), "2025-03-02", "other rows put the day first"),
    (("02/03/2025", "02/19/2025"), "2025-02-03", "other rows put the month first"),
    (("02/03/2025", "02/19/2025", "19/02/2025"), "2025-02-03/2025-03-02", "can be read"),
    (("2025-03-02", "02/19/2025"), "2025-03-02", "“date”"),
]


@pytest.mark.parametrize(("days", "first", "basis"), ORDERS)
def test_a_date_in_figures_is_read_as_the_others_of_its_column(days, first, basis):
    rows = "\n".join(f"{day},{TALKS!r}".replace("'", '"') for day in days)
    lines = "\n".join(json.dumps({"date": day, "text": TALKS}) for day in days)
    for name, data in (("a.csv", f"date,text\n{rows}\n"), ("a.jsonl", lines)):
        facts = found(name, data)[0].facts
        assert facts.published == first
        assert basis in facts.basis("published")


TOLD = ("2026-01-12", "NHK", ["Lena Marsh"])
# What services call their columns, with the day that the service came by an article beside its own.
SERVICES = {
    "Meltwater": {"Date": "12-Jan-2026 08:00AM", "Headline": HEADLINE, "URL": "https://nhk.jp/a",
                  "Opening Text": TALKS, "Hit Sentence": "ended", "Source": "NHK",
                  "Influencer": "Lena Marsh", "Reach": 1},
    "ProQuest": {"Title": HEADLINE, "Abstract": TALKS, "Authors": "Marsh, Lena", "entryDate":
                 "2026-02-02", "pubdate": "Jan 12, 2026", "pubtitle": "NHK", "copyright": "(c)"},
    "Zotero": {"Publication Year": 2026, "Author": "Marsh, Lena", "Title": HEADLINE,
               "Publication Title": "NHK", "Abstract Note": TALKS, "Date": "2026-01-12",
               "Date Added": "2026-02-02", "Date Modified": "2026-02-03"},
    "Event Registry": {"uri": "86", "lang": "eng", "date": "2026-02-01", "time": "10:00:00",
                       "dateTime": "2026-02-01T10:00:00Z", "dateTimePub": "2026-01-12T08:00:00Z",
                       "url": "https://nhk.jp/a", "title": HEADLINE, "body": TALKS,
                       "source": {"uri": "nhk.jp", "title": "NHK"},
                       "authors": [{"name": "Lena Marsh", "type": "author", "isAgency": False}]},
    "Cision": {"News Date": "1/13/2026", "News Headline": HEADLINE, "Outlet Name": "NHK",
               "Author Name": "Lena Marsh", "Clip Contents": TALKS},
    "a scraper": {"headline": HEADLINE, "outlet": "NHK", "timestamp": 1768197600000,
                  "journalist": "Lena Marsh, Staff Writer", "article_content": TALKS},
}  # fmt: skip


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_s_export_is_read_by_its_own_names(name):
    first, second = found("a.json", json.dumps([SERVICES[name]] * 2))[:2]
    assert first.text == f"{HEADLINE}\n\n{TALKS}" == second.text
    day = first.facts.published.replace("13", "12")
    assert (day, first.facts.publisher, first.facts.authors) == TOLD


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("Marsh, Lena; Walker, Lee Jay", ["Lena Marsh", "Lee Jay Walker"]),
        ("Lena Marsh, Lee Jay Walker", ["Lena Marsh", "Lee Jay Walker"]),
        ("Marsh, Lena", ["Lena Marsh"]),
        ("de la Cruz, Ana", ["Ana de la Cruz"]),
        ("Reuters, AFP", ["Reuters", "AFP"]),
        ("Lena Marsh, Foreign Correspondent", ["Lena Marsh"]),
        ("Staff Writer", ["Staff Writer"]),
        (3, []),
    ],
)
def test_authors_are_named_as_they_are_spoken_of(field, names):
    (one,) = found("a.json", json.dumps([{"author": field, "text": TALKS}]))
    assert one.facts.authors == names


def test_a_domain_that_stands_for_a_publisher_is_its_host():
    (one,) = found("a.json", json.dumps([{"source_domain": "www.nhk.jp", "maintext": TALKS}]))
    assert one.facts.publisher == "nhk.jp"
