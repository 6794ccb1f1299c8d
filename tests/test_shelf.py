"""The pages of reports/: every edition, newest first, and nothing of a title is markup."""

from dataclasses import replace
from uuid import uuid4
from xml.etree import ElementTree

import posts
from pressbrief.render.shelf import Entry, feed, page
from pressbrief.run import shelf_pages

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


SAID = {
    "findings": [{"text": "They <met>."}, {"text": "No source judges."}],
    "changed": "Since the edition before: one event added.",
    "changes": ["New event: They met."],
    "pictures": [{"file": "figures/a b.png", "title": "T", "alt": 'Two "marks"'}],
}
MADE = replace(NEWER, made="2025-03-01T06:30:00+00:00", said=SAID)


def test_an_entry_says_the_findings_what_changed_and_when_it_was_made():
    root = ElementTree.fromstring(feed([HOSTILE, MADE]))
    (first, _) = root.iter(f"{ATOM}entry")
    assert first.findtext(f"{ATOM}summary").splitlines() == [
        "They <met>.", "No source judges.", "Since the edition before: one event added.",
        "New event: They met.",
    ]  # fmt: skip
    assert first.findtext(f"{ATOM}updated") == MADE.made == root.findtext(f"{ATOM}updated")


def test_ids_are_an_installation_s_own_and_stay_whatever_address_it_is_read_under():
    one, other = uuid4(), uuid4()

    def ids(text):
        return [element.text for element in ElementTree.fromstring(text).iter(f"{ATOM}id")]

    here = ids(feed([HOSTILE, NEWER], one))
    assert len(set(here)) == 3 and all(id_.startswith("urn:uuid:") for id_ in here)
    assert here == ids(feed([HOSTILE, NEWER], one, "https://example.org"))
    assert not set(here) & set(ids(feed([HOSTILE, NEWER], other)))


def test_with_a_base_links_are_whole_and_the_feed_says_its_own():
    root = ElementTree.fromstring(feed([NEWER], base="https://example.org/briefings"))
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links["self"] == "https://example.org/briefings/feed.xml"
    (entry,) = root.iter(f"{ATOM}entry")
    assert entry.find(f"{ATOM}link").get("href") == (
        "https://example.org/briefings/calm/2025-03-01/briefing.html"
    )
    assert not ElementTree.fromstring(feed([NEWER])).findall(f"{ATOM}link")


def test_the_shelf_shows_each_edition_s_first_finding_and_picture():
    html = page([MADE])
    assert "<p>They &lt;met&gt;.</p>" in html and "No source judges" not in html
    assert 'src="calm/2025-03-01/figures/a%20b.png" alt="Two &#34;marks&#34;"' in html
    assert "prefers-color-scheme: dark" in html


def test_so_many_editions_are_kept_and_never_not_the_last_whole_one(tmp_path):
    days = ["2025-03-01", "2025-03-02", "2025-03-02.2", "2025-03-03", "2025-03-04"]
    for day in days:
        status = "partial" if day > "2025-03-02" else "complete"
        posts.edition(tmp_path, day, status=status)
    shelf = tmp_path / "talks"
    assert shelf_pages.pruned(shelf, 0) == []
    assert shelf_pages.pruned(shelf, 2) == ["2025-03-01", "2025-03-02.2"]
    assert {path.name for path in shelf.iterdir()} == {"2025-03-02", "2025-03-03", "2025-03-04"}
    shelf_pages.write(tmp_path)
    assert (tmp_path / "index.html").read_text().count("briefing.pdf") == 3


def test_an_empty_shelf_says_so():
    assert "No edition yet." in page([])
    ElementTree.fromstring(feed([]))
