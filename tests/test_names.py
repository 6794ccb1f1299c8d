"""What sources and actors are called: short, told apart, with "the" where the articles say so."""

import pytest

from marked import article_row
from pressbrief import tables
from pressbrief.sections.wording.names import names, with_actors


def articles(*rows):
    made = tables.frame("articles", [article_row(str(i)) for i, _ in enumerate(rows)])
    return made.assign(file=[file for file, _ in rows], publisher=[by for _, by in rows])


@pytest.mark.parametrize(
    ("files", "labels"),
    [
        (["000_8ca9.txt", "001_6367.txt"], ["000", "001"]),
        (["kyodo-tokyo.txt", "kyodo-kabul.txt"], ["kyodo-tokyo", "kyodo-kabul"]),
        (["talks.txt"], ["talks"]),
        (["a/talks.txt", "b/talks.txt"], ["a/talks.txt", "b/talks.txt"]),
        (["1_a.txt", "1_b.txt"], ["1_a", "1_b"]),
        ([".txt"], [".txt"]),
    ],
)
def test_a_file_s_label_is_as_short_as_tells_it_apart(files, labels):
    short = names(articles(*((file, "unknown") for file in files))).short
    assert [short[file].removeprefix("article ") for file in files] == labels


def test_a_signed_article_goes_by_its_publisher():
    found = names(articles(("a.txt", "Kyodo News"), ("b.txt", "unknown")))
    assert (found["Kyodo News"], found["0"], found["1"]) == (
        "Kyodo News",
        "Kyodo News",
        "article b",
    )


def test_an_actor_has_the_where_the_articles_mostly_say_it():
    text = "The Taliban met Japan. Japan asked the Taliban."
    sentence = tables.frame("sentences", [("0", 1, 1, 0, len(text), "body", text)])
    found = tables.frame(
        "mentions",
        [
            ("0", 1, start, start + len(name), name, name, "group", "name")
            for name, start in (("Taliban", 4), ("Japan", 16), ("Japan", 23), ("Taliban", 39))
        ],
    )
    spoken = with_actors(names(articles(("a.txt", "unknown"))), found, sentence)
    assert (spoken["Taliban"], spoken["Japan"]) == ("the Taliban", "Japan")


def test_a_person_has_no_the_though_an_administration_has_one():
    text = "The Ishiba administration spoke."
    sentence = tables.frame("sentences", [("0", 1, 1, 0, len(text), "body", text)])
    found = tables.frame("mentions", [("0", 1, 4, 10, "Ishiba", "Ishiba", "person", "name")])
    assert with_actors(names(articles(("a.txt", "unknown"))), found, sentence).spoken == {}
