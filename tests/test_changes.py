"""What changed since the edition before, table by table."""

import pytest

import pressbrief
from pressbrief import tables
from pressbrief.sections import changes, findings_tables

ARTICLE = ("a1", "a.txt", "unknown", "unknown", "", "unknown", "unknown", "unknown", "en",
           "2025-02-01", "2025-02-28", "month", "stated", 10, 1, "", "abc")  # fmt: skip
MENTION = ("a1", 1, 0, 5, "Japan", "Japan", "state", "name")
STANCE = ("a.txt", "Japan", 6, 4, 0, -0.6, None, None, 0.0, "critical", "shoddy", 1, "")
SENTENCE = ("a1", 1, 1, 0, 10, "body", "They met.")
SAID = ("a1", 1, 0, 5, "Japan", "a.txt", "author", -0.9, 0.9, 0.1, 0.0, 0.0, 0, 0, 0)
EVENT = ("e1", "2025-02-18", "2025-02-18", "day", "happened", "They met", "They met.", "Japan",
         "", 1, 1, "")  # fmt: skip


def tables_of(**rows):
    names = {"articles": [ARTICLE], "mentions": [MENTION], "stance_by_source": [STANCE]}
    names |= {
        "events": [EVENT],
        "event_mentions": [("e1", "a1", 1, 0, 8, "2025-02-18", "2025-02-18", "happened")],
    }
    names |= {"sentences": [SENTENCE], "stances": [SAID]} | rows
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
        stance_by_source=[(*STANCE[:3], 0, 4, 0.6, None, None, 0.0, "favourable", "", 1, "")],
        events=[("e1", "2025-02-18", "2025-02-19", "week", *EVENT[4:])],
    )
    assert since(tables_of(), after, tmp_path) == [
        ("actor", "Iran", "no mentions", "one mention", "a1"),
        (
            "stance",
            "a.txt on Japan",
            "critical (4 critical, 0 favourable of six sentences)",
            "favourable (0 critical, 4 favourable of six sentences)",
            "a1",
        ),
        (
            "event",
            "e1",
            "2025-02-18 to 2025-02-18, happened",
            "2025-02-18 to 2025-02-19, happened",
            "a1",
        ),
    ]


def test_a_count_that_changes_no_verdict_is_no_change(tmp_path):
    after = tables_of(stance_by_source=[(*STANCE[:3], 5, *STANCE[4:])])
    assert since(tables_of(), after, tmp_path) == []


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


AS_OF = "nothing in it says when it was published; not after {}: the as-of day"


def undated(day):
    """An article whose interval ends with the as-of day, and an event that does."""
    article = (*ARTICLE[:9], "", day, "unknown", AS_OF.format(day), *ARTICLE[13:])
    event = ("e1", "", day, "unknown", *EVENT[4:])
    return tables_of(
        articles=[article],
        events=[event],
        event_mentions=[("e1", "a1", 1, 0, 8, "", day, "happened")],
    )


def test_that_the_as_of_day_moved_is_no_change(tmp_path):
    assert since(undated("2025-03-02"), undated("2025-03-03"), tmp_path) == []


def test_an_undated_article_that_is_dated_now_is_a_change(tmp_path):
    found = since(undated("2025-03-02"), tables_of(), tmp_path)
    assert found == [
        ("article", "a.txt", "dated … to 2025-03-02; text abc",
         "dated 2025-02-01 to 2025-02-28; text abc",
         "a1"),
        ("event", "e1", "… to 2025-03-02, happened", "2025-02-18 to 2025-02-18, happened", "a1"),
    ]  # fmt: skip


def test_a_target_that_left_the_list_or_came_to_it_is_no_changed_verdict(tmp_path):
    on_iran = (SAID[0], SAID[1], 9, 13, "Iran", *SAID[5:])
    before = tables_of(stance_by_source=[STANCE, ("a.txt", "Iran", *STANCE[2:])],
                       stances=[SAID, on_iran])  # fmt: skip
    assert since(before, tables_of(), tmp_path) == []
    (tmp_path / "back").mkdir()
    assert since(tables_of(), before, tmp_path / "back") == []


def test_an_event_with_a_further_telling_is_the_one_that_it_was(tmp_path):
    other = ("b2", "b.txt", *ARTICLE[2:])
    after = tables_of(
        articles=[ARTICLE, other],
        sentences=[SENTENCE, ("b2", *SENTENCE[1:])],
        events=[("e0", "2025-02-17", "2025-02-18", "week", *EVENT[4:9], 2, 2, "")],
        event_mentions=[("e0", "a1", 1, 0, 8, "2025-02-18", "2025-02-18", ""),
                        ("e0", "b2", 1, 0, 8, "2025-02-17", "2025-02-17", "")],
    )  # fmt: skip
    assert since(tables_of(), after, tmp_path)[1:] == [
        ("event", "e0", "2025-02-18 to 2025-02-18, happened",
         "2025-02-17 to 2025-02-18, happened", "a1; b2"),
    ]  # fmt: skip


UNDATED = {
    "a.txt": "Japan praised Iran for its courage last week. Japan met Iran in Tokyo on Tuesday.\n",
    "b.txt": "Iran met China in June. China said yesterday that talks with Iran had failed.\n",
}
ONE_MORE = {"c.txt": "Norway met Sudan in Oslo on 3 March 2024. Norway welcomed the talks.\n"}


@pytest.fixture
def edition(articles_in, tmp_path):
    """Makes the tables of a topic's edition, and gives their folder and what changed."""

    def make(files, as_of, previous=""):
        topic = articles_in(files)
        told = {"data": str(tmp_path / f"data-{as_of}"), "previous": str(previous)}
        work = pressbrief.open(topic, as_of=as_of, **told)
        folder = tmp_path / as_of / "tables"
        folder.mkdir(parents=True)
        for name in changes.COMPARED:
            tables.write_csv(name, work.load(name), folder / f"{name}.csv")
        return folder, work.load("changes")

    return make


def test_the_same_articles_on_two_days_are_no_change_and_one_more_brings_its_own(edition):
    first, _ = edition(UNDATED, "2025-03-31")
    second, found = edition(UNDATED, "2025-05-02", first)
    assert found.empty
    _, found = edition(UNDATED | ONE_MORE, "2026-01-03", second)
    assert found["kind"].value_counts().to_dict() == {"actor": 3, "article": 1, "event": 1}
    assert len(set(found["evidence"])) == 1
