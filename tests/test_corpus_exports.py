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
