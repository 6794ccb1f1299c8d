"""A topic folder: what is refused, with line and key, and which files are articles."""

import pytest

from pressbrief.topic import TopicError, load, wholes


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ('title = "T"\nfoo = 1\n', "topic.toml, line 2, key 'foo'"),
        ("title = \n", "not valid TOML: Invalid value (at line 1"),
        (
            'title = "T"\n[[actor]]\nname = "Japan"\ntype = "state"\n\n'
            '[[actor]]\nname = "NHK"\ntype = "company"\n',
            "line 8, key 'actor.2.type': 'company': Input should be 'person'",
        ),
        ('title = "T"\n[[actor]]\nname = "Japan"\n', "key 'actor.1.type'"),
        (
            'title = "T"\n[[actors]]\nname = "Japan"\n',
            "there is no such key; those there are actor, columns, propositions, targets, title",
        ),
        (
            'title = "T"\n[[actor]]\nname = "Japan"\ntype = "state"\nalias = "NHK"\n',
            "line 5, key 'actor.1.alias': there is no such key; those there are aliases",
        ),
        ('title = "T"\ntargets = ["Japan"]\n', "targets names 'Japan', which is no actor here"),
        (
            'title = "T"\n[[actor]]\nname = "NHK"\ntype = "organisation"\npart_of = "Japan"\n',
            "part_of names 'Japan', which is no actor here",
        ),
        (
            'title = "T"\n[[actor]]\nname = "Georgia"\ntype = "state"\n'
            '[[actor]]\nname = "US Georgia"\ntype = "place"\naliases = ["Georgia"]\n',
            "'Georgia' names both 'Georgia' and 'US Georgia'",
        ),
        (
            'title = "T"\n[[actor]]\nname = "Japan"\ntype = "state"\npart_of = "Japan"\n',
            "actor 'Japan' is part of itself",
        ),
    ],
)
def test_a_malformed_topic_is_refused_with_line_and_key(articles_in, toml, said):
    folder = articles_in({"a.txt": "Japan spoke.", "topic.toml": toml})
    with pytest.raises(TopicError) as error:
        load(folder)
    assert said in str(error.value)


def test_a_day_that_no_calendar_has_is_refused(articles_in):
    origin = '[[article]]\nfile = "a.txt"\npublished = "2025-02-31"\n'
    with pytest.raises(TopicError, match=r"line 3, .*'2025-02-31': day is out of range"):
        load(articles_in({"a.txt": "x", "origin.toml": origin}))


def test_a_folder_that_is_missing_or_holds_no_article_is_refused(tmp_path, articles_in):
    with pytest.raises(TopicError, match="no such folder"):
        load(tmp_path / "absent")
    with pytest.raises(TopicError, match="holds no article"):
        load(articles_in({"topic.toml": 'title = "T"', ".hidden": "x"}))


def test_a_folder_without_topic_toml_is_titled_by_its_name(articles_in):
    topic = load(articles_in({"a.txt": "x"}, name="red-sea"))
    assert (topic.title, topic.actors, topic.targets) == ("red sea", (), ())


def test_a_file_is_a_topic_whatever_lies_beside_it(articles_in):
    beside = {"other.txt": "x", "topic.toml": 'title = "T"', "origin.toml": ""}
    topic = load(articles_in({"red-sea.csv": "text\nJapan spoke.", **beside}) / "red-sea.csv")
    assert (topic.name, topic.title) == ("red-sea", "red sea")
    assert [topic.named(path) for path in topic.files()] == ["red-sea.csv"]
    assert topic.sidecars() == []


def test_a_run_writes_nothing_among_the_articles(articles_in):
    folder = articles_in({"a.txt": "x"})
    with pytest.raises(TopicError, match="lies in the topic"):
        load(folder).keep_out(folder / "reports")
    load(folder).keep_out(folder.parent / "reports")
    load(folder / "a.txt").keep_out(folder / "reports")


def test_what_systems_and_editors_put_beside_articles_is_left_out(articles_in):
    names = ("a.txt", ".DS_Store", "~$a.docx", "more/Thumbs.db", ".git/b.txt")
    topic = load(articles_in(dict.fromkeys(names, "x")))
    assert [topic.named(path) for path in topic.files()] == ["a.txt"]


def test_articles_in_subfolders_count_and_sidecars_do_not(articles_in):
    files = {"b.txt": "x", "more/a.txt": "x", "more/topic.toml": "x", "topic.toml": 'title = "T"'}
    topic = load(articles_in(files))
    assert [topic.named(path) for path in topic.files()] == [
        "b.txt",
        "more/a.txt",
        "more/topic.toml",
    ]


def test_parts_lead_to_their_wholes_and_a_ring_ends():
    part_of = {"minister": "ministry", "ministry": "state", "state": ""}
    assert wholes("minister", part_of) == ["ministry", "state"]
    assert wholes("a", {"a": "b", "b": "a"}) == ["b", "a"]
