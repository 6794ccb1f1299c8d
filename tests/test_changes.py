"""What changed since the edition before, table by table."""

from pressbrief import tables
from pressbrief.sections import changes, findings_tables

ARTICLE = ("a1", "a.txt", "unknown", "unknown", "", "unknown", "unknown", "unknown", "en",
           "2025-02-01", "2025-02-28", "month", "stated", 10, 1, "", "abc")  # fmt: skip
MENTION = ("a1", 1, 0, 5, "Japan", "Japan", "state", "name")
STANCE = ("a.txt", "Japan", -0.3, -0.5, -0.1, 6, 1, "critical", "")
EVENT = ("e1", "2025-02-18", "2025-02-18", "day", "happened", "They met.", "Japan", "", 1, 1, "")


def tables_of(**rows):
    names = {"articles": [ARTICLE], "mentions": [MENTION], "stance_by_source": [STANCE]}
    names |= {"events": [EVENT], "event_mentions": [("e1", "a1", 1, "", "")]} | rows
    return {name: tables.frame(name, each) for name, each in names.items()}


def since(before, after, folder):
    (folder / "tables").mkdir()
    for name in changes.COMPARED:
        tables.write_csv(name, before[name], folder / "tables" / f"{name}.csv")
    found = changes.since(folder / "tables", after.__getitem__)
    return [tuple(row) for row in found.itertuples(index=False)]


def test_the_first_edition_has_nothing_to_compare_with():
    assert changes.since(None, tables_of().__getitem__).empty


def test_the_same_tables_are_no_change(tmp_path):
    assert since(tables_of(), tables_of(), tmp_path) == []


def test_an_article_added_gone_or_dated_anew(tmp_path):
    narrower = (*ARTICLE[:10], "2025-02-19", *ARTICLE[11:])
    other = ("b2", "b.txt", *ARTICLE[2:])
    gone = ("c3", "c.txt", *ARTICLE[2:])
    before = tables_of(articles=[ARTICLE, gone])
    after = tables_of(articles=[narrower, other])
    assert since(before, after, tmp_path) == [
        ("article", "b.txt", "", "added", "b2"),
        ("article", "c.txt", "in the corpus", "gone", ""),
        (
            "article",
            "a.txt",
            "dated 2025-02-01 to 2025-02-28; text abc",
            "dated 2025-02-01 to 2025-02-19; text abc",
            "a1",
        ),
    ]


def test_a_new_face_a_turned_verdict_and_a_moved_event(tmp_path):
    after = tables_of(
        mentions=[MENTION, ("a1", 1, 9, 13, "Iran", "Iran", "state", "name")],
        stance_by_source=[(*STANCE[:2], 0.3, 0.1, 0.5, 6, 1, "favourable", "")],
        events=[("e1", "2025-02-18", "2025-02-19", "week", *EVENT[4:])],
    )
    assert since(tables_of(), after, tmp_path) == [
        ("actor", "Iran", "no mentions", "one mention", "a1"),
        ("stance", "a.txt on Japan", "critical", "favourable", "a1"),
        (
            "event",
            "e1",
            "2025-02-18 to 2025-02-18, happened",
            "2025-02-18 to 2025-02-19, happened",
            "a1",
        ),
    ]


def test_tables_of_another_version_are_said_to_be_incomparable(tmp_path):
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "articles.csv").write_text("file\na.txt\n")
    found = changes.since(tmp_path / "tables", tables_of().__getitem__)
    assert list(found["kind"]) == ["edition"]
    assert "cannot be compared" in found["after"][0]


def test_a_change_is_listed_and_none_is_no_table():
    row = "article", "a.txt", "", "added", "aa"
    assert findings_tables.changes(tables.frame("changes", [row])).rows == (row[:4],)
    assert findings_tables.changes(tables.empty("changes")) is None
