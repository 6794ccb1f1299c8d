"""The pages of reports/: every edition, newest first, and nothing of a title is markup."""

from xml.etree import ElementTree

from pressbrief.render.shelf import Entry, feed, page

HOSTILE = Entry("to pic/2025-02-28", "to pic", "2025-02-28", "2025-02-28", "<b>&", "partial")
NEWER = Entry("calm/2025-03-01", "calm", "2025-03-01", "2025-03-01", "Calm", "complete")
ATOM = "{http://www.w3.org/2005/Atom}"


def test_the_index_escapes_titles_and_says_what_is_partial():
    html = page([NEWER, HOSTILE])
    assert "<h2>&lt;b&gt;&amp;</h2>" in html
    assert 'href="to%20pic/2025-02-28/briefing.html"' in html
    assert "(partial)" in html


def test_the_feed_is_well_formed_and_newest_first():
    root = ElementTree.fromstring(feed([HOSTILE, NEWER]))
    titles = [entry.findtext(f"{ATOM}title") for entry in root.iter(f"{ATOM}entry")]
    assert titles == ["Calm, 2025-03-01", "<b>&, 2025-02-28 (partial)"]
    assert root.findtext(f"{ATOM}updated") == "2025-03-01T00:00:00Z"


def test_an_empty_shelf_says_so():
    assert "No edition yet." in page([])
    ElementTree.fromstring(feed([]))
