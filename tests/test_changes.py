"""What changed since the edition before, table by table."""

import pytest

import pressbrief
from pressbrief import tables
from pressbrief.sections import change_words, changes, findings_tables
from pressbrief.sections.wording import phrase

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


def test_an_article_new_withdrawn_revised_or_dated_anew(tmp_path):
    narrower = (*ARTICLE[:10], "2025-02-19", *ARTICLE[11:])
    other = ("b2", "b.txt", "Kyodo News", "stated", "", "Talks", *ARTICLE[6:])
    gone = ("c3", "c.txt", *ARTICLE[2:])
    longer = ("d4", "d.txt", *ARTICLE[2:13], 12, *ARTICLE[14:16], "def")
    before = tables_of(articles=[ARTICLE, gone, ("d4", "d.txt", *ARTICLE[2:])])
    after = tables_of(articles=[narrower, other, longer])
    assert since(before, after, tmp_path) == [
        ("article", "b.txt", "new", "", "Kyodo News, “Talks”, February 2025", "b2", ""),
        ("article", "c.txt", "withdrawn", "February 2025", "", "", ""),
        ("article", "a.txt", "dated anew", "February 2025", "1 to 19 February 2025", "a1", ""),
        ("article", "d.txt", "revised", "a text of ten words", "another of twelve words", "d4", ""),
    ]


def test_a_new_face_a_turned_verdict_and_a_moved_event(tmp_path):
    after = tables_of(
        mentions=[MENTION, ("a1", 1, 9, 13, "Iran", "Iran", "state", "name")],
        stance_by_source=[(*STANCE[:3], 0, 4, 0.6, None, None, 0.0, "favourable", "", 1, "")],
        stances=[(*SAID[:7], 0.9, 0.0, 0.1, 0.9, 0.0, 0, 5, 0)],
        events=[("e1", "2025-02-18", "2025-02-19", "week", *EVENT[4:])],
    )
    assert since(tables_of(), after, tmp_path) == [
        ("event", "They met", "moved", "18 February 2025", "18 to 19 February 2025", "a1", "a1:1"),
        (
            "stance",
            "a.txt on Japan",
            "turned",
            "critical (4 critical, 0 favourable of six sentences)",
            "favourable (0 critical, 4 favourable of six sentences), by “They met.”",
            "a1",
            "a1:1",
        ),
        ("actor", "Iran", "new face", "no mentions", "one mention", "a1", "a1:1"),
    ]


def test_an_event_now_disputed_told_by_more_and_no_longer_planned(tmp_path):
    before = tables_of(events=[(*EVENT[:4], "planned", *EVENT[5:])])
    after = tables_of(events=[(*EVENT[:10], 2, "date: 18 or 19 February 2025")])
    assert since(before, after, tmp_path) == [
        ("event", "They met", "turned", "planned", "happened", "a1", "a1:1"),
        ("event", "They met", "contradicted", "", "date: 18 or 19 February 2025", "a1", "a1:1"),
        ("event", "They met", "told by more", "one source", "two sources", "a1", "a1:1"),
    ]


def test_an_event_that_came_and_one_that_is_told_no_longer(tmp_path):
    other = ("e2", "2025-02-20", "2025-02-20", "day", "planned", "They will part", *EVENT[6:])
    told = [("e2", "a1", 1, 0, 8, "2025-02-20", "2025-02-20", "planned")]
    assert since(tables_of(), tables_of(events=[other], event_mentions=told), tmp_path) == [
        ("event", "They will part", "moved", "18 February 2025", "20 February 2025", "a1", "a1:1"),
        ("event", "They will part", "turned", "happened", "planned", "a1", "a1:1"),
    ]  # what is told at the same place is the event that it was
    (tmp_path / "none").mkdir()
    none = tables_of(events=[], event_mentions=[])
    assert since(tables_of(), none, tmp_path / "none") == [
        ("event", "They met", "gone", "18 February 2025; told by one source", "", "", ""),
    ]
    (tmp_path / "one").mkdir()
    assert since(none, tables_of(), tmp_path / "one") == [
        ("event", "They met", "added", "", "18 February 2025; told by one source", "a1", "a1:1"),
    ]


ROWS = [
    ("actor", "Iran", "new face", "no mentions", "one mention", "a1", "a1:1"),
    ("article", "b.txt", "new", "", "Kyodo News, “Talks”, 18 February 2025", "b2", ""),
    ("event", "They met", "added", "", "18 February 2025; told by one source", "b2", "b2:1"),
    ("stance", "b.txt on Japan", "turned", "critical", "mixed, by “No.”", "b2", "b2:2"),
]


def test_changes_are_told_in_sentences_what_matters_most_first():
    made = tables.frame("changes", ROWS)
    assert change_words.lines(made) == [
        "b.txt on Japan: now mixed, by “No.”; before critical.",
        "New event: They met (18 February 2025; told by one source).",
        "New article: b.txt, Kyodo News, “Talks”, 18 February 2025.",
        "New face: Iran, one mention.",
    ]
    line = change_words.line(made, "reports/talks/2025-03-01/tables")
    assert line == (
        "Since edition 2025-03-01: one verdict turned (b.txt on Japan), one event added, one new "
        "article and one new face (Iran)."
    )
    phrase.check(line, line.values)


def test_every_change_has_its_sentence_and_its_count():
    choices = {column.name: column.choices for column in tables.TABLES["changes"].columns}
    assert {kind for kind, _ in change_words.TOLD} == set(choices["kind"])
    assert {what for _, what in change_words.TOLD} == set(choices["what"])
    assert change_words.COUNTED.keys() == change_words.TOLD.keys() - {("edition", "not compared")}


def test_a_first_edition_and_one_without_changes_say_so():
    none = tables.empty("changes")
    assert change_words.line(none, "") == change_words.FIRST
    nothing = "Nothing that is counted here changed since edition 2025-03-01."
    assert change_words.line(none, "dam/2025-03-01/tables") == nothing


def test_a_count_that_changes_no_verdict_is_no_change(tmp_path):
    after = tables_of(stance_by_source=[(*STANCE[:3], 5, *STANCE[4:])])
    assert since(tables_of(), after, tmp_path) == []


def test_a_source_that_is_new_and_judges_too_seldom_turned_no_verdict(tmp_path):
    seldom = ("b.txt", "Japan", 6, 0, 0, 0.0, None, None, 0.0, "too little evidence", "", 1, "")
    other = ("b2", "b.txt", *ARTICLE[2:])
    both = tables_of(articles=[ARTICLE, other], stance_by_source=[STANCE, seldom])
    assert [row[0] for row in since(tables_of(), both, tmp_path)] == ["article"]
    (tmp_path / "back").mkdir()
    assert [row[0] for row in since(both, tables_of(), tmp_path / "back")] == ["article"]


def test_a_verdict_may_turn_where_nobody_judges(tmp_path):
    mere = (*SAID[:7], 0.0, 0.0, 1.0, 0.0, 0.0, 0, 0, 0)
    before = tables_of(stances=[mere], stance_by_source=[])
    after = tables_of(stances=[mere])
    (turned,) = since(before, after, tmp_path)
    assert turned[2:5] == (
        "turned", "no sentence on it", "critical (4 critical, 0 favourable of six sentences)",
    )  # fmt: skip


def test_events_of_one_title_are_told_apart_by_when_they_were(tmp_path):
    later = ("e2", "2025-02-20", "2025-02-20", *EVENT[3:])
    told = [("e1", "a1", 1, 0, 8, "2025-02-18", "2025-02-18", "happened"),
            ("e2", "b2", 1, 0, 8, "2025-02-20", "2025-02-20", "happened")]  # fmt: skip
    both = {
        "articles": [ARTICLE, ("b2", "b.txt", *ARTICLE[2:])],
        "sentences": [SENTENCE, ("b2", *SENTENCE[1:])],
        "event_mentions": told,
    }
    turned = (*later[:4], "denied", *later[5:])
    before, after = (tables_of(events=[EVENT, one], **both) for one in (later, turned))
    (row,) = since(before, after, tmp_path)
    assert row[:3] == ("event", "They met, 20 February 2025", "turned")


def test_tables_of_another_version_are_said_to_be_incomparable(tmp_path):
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "articles.csv").write_text("file\na.txt\n")
    found = changes.since(tmp_path / "tables", tables_of().__getitem__)
    assert list(found["kind"]) == ["edition"]
    assert "cannot be compared" in found["after"][0]
    assert "cannot be compared" in change_words.line(found, "before")
    assert "cannot be compared" in change_words.lines(found)[0]


def test_a_change_is_listed_and_none_is_no_table():
    made = findings_tables.changes(tables.frame("changes", ROWS[:1]))
    assert made.rows == (("actor", "new face", "Iran", "no mentions", "one mention"),)
    assert made.evidence == (("e-a1-1",),)
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
        ("article", "a.txt", "dated anew", "date unknown", "February 2025", "a1", ""),
        ("event", "They met", "moved", "date unknown", "18 February 2025", "a1", "a1:1"),
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
        ("event", "They met", "moved", "18 February 2025", "17 to 18 February 2025",
         "a1; b2", "a1:1; b2:1"),
        ("event", "They met", "told by more", "one source", "two sources", "a1; b2", "a1:1; b2:1"),
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
