"""What a publisher puts around every article goes; what an article says stays, however often."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pressbrief import corpus, topic
from pressbrief.corpus import cleaning, repeated

PLACES = ("Tokyo", "Kabul", "Oslo", "Doha")


def story(place: str) -> str:
    return (
        f"Delegations met in {place} on Tuesday and spoke about aid for more than an hour.\n\n"
        f"The ministry in {place} said that another round of talks would follow in the spring."
    )


def built(folder: Path, pattern: str, places=PLACES) -> dict:
    for place in places:
        (folder / f"{place}.txt").write_text(
            pattern.format(story=story(place), place=place), encoding="utf-8"
        )
    return corpus.build(topic.load(folder), date(2025, 6, 1))


def learned(made: dict) -> set[str]:
    removed = made["removed"]
    return set(removed.loc[removed["reason"] == repeated.REASON, "text"])


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        ("ASIA DESK\n\nEnvoys meet in {place} for talks\n\n{story}", "ASIA DESK"),
        ("{story}\n\nThe Asia Podcast with our correspondents", "The Asia Podcast with our "
         "correspondents"),
        ("{story}\n\nThe views expressed in this article are the author’s own.",
         "The views expressed in this article are the author’s own."),
        ("{story}\n\nThe Asia Channel\n\nRead more\n\n{story}", "The Asia Channel"),
    ],
    ids=["above", "below", "a sentence about the article", "a widget's title"],
)  # fmt: skip
def test_a_line_around_several_articles_goes(tmp_path, pattern, line):
    made = built(tmp_path, pattern)
    assert learned(made) == {line}
    assert not made["sentences"]["text"].str.contains(line, regex=False).any()
    assert repeated.REASON in cleaning.REASONS


@pytest.mark.parametrize(
    "pattern",
    [
        "{story}\n\nWhat happens next\n\n{story}",
        "{story}\n\nNo country has recognised the government in Kabul so far.",
        "{story}\n\nForeign forces left in 2021, among them those of the US.",
        "Letters to the editor\n\n{story}",
        "ASIA 2025\n\nEnvoys meet in {place} for talks\n\n{story}",
        "{place}: the talks so far\n\n{story}",
    ],
    ids=["a subheading", "background", "background on the US", "the only headline", "a number",
         "a line of its own"],
)  # fmt: skip
def test_what_may_be_the_article_stays(tmp_path, pattern):
    assert learned(built(tmp_path, pattern)) == set()


def test_two_articles_teach_nothing(tmp_path):
    assert learned(built(tmp_path, "{story}\n\nThe Asia Podcast", PLACES[:2])) == set()


def test_copies_of_one_story_teach_nothing(tmp_path):
    for number in range(5):
        text = f"{story('Tokyo')}\n\nThe long way to Tokyo"
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    assert learned(corpus.build(topic.load(tmp_path), date(2025, 6, 1))) == set()


def test_one_folder_teaches_nothing_about_another(tmp_path):
    for place in PLACES:
        (tmp_path / place).mkdir()
        text = f"{story(place)}\n\nThe Asia Podcast"
        (tmp_path / place / "a.txt").write_text(text, encoding="utf-8")
    assert learned(corpus.build(topic.load(tmp_path), date(2025, 6, 1))) == set()


def test_a_publisher_s_name_is_still_read_where_it_stands_around_every_article(tmp_path):
    made = built(tmp_path, "Envoys meet in {place} for talks\n\nThe Japan Times\n\n{story}")
    assert set(made["articles"]["publisher"]) == {"The Japan Times"}
    assert learned(made) == set()


def test_every_line_the_same_is_no_reason_to_lose_an_article(tmp_path):
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text("Talks in Tokyo\n" * 500, encoding="utf-8")
    made = corpus.build(topic.load(tmp_path), date(2025, 6, 1))
    assert len(made["articles"]) == 4
    assert learned(made) == set()


def test_a_name_that_recurs_under_headlines_is_the_author(tmp_path):
    made = built(tmp_path, "Envoys meet in {place} for talks\n\nLee Jay Walker\n\n{story}")
    assert set(made["articles"]["authors"]) == {"Lee Jay Walker"}
    assert set(made["removed"]["reason"]) == {"byline"}
    assert learned(made) == set()


def test_a_name_that_the_articles_talk_about_is_no_author(tmp_path):
    pattern = "Envoys meet in {place} for talks\n\nShinzo Abe\n\n{story}"
    last = "\n\nAs prime minister Shinzo Abe had spoken for such talks."
    for place in PLACES:
        text = pattern.format(story=story(place), place=place) + last * (place == "Doha")
        (tmp_path / f"{place}.txt").write_text(text, encoding="utf-8")
    made = corpus.build(topic.load(tmp_path), date(2025, 6, 1))
    assert set(made["articles"]["authors"]) == {"unknown"}
    assert learned(made) == {"Shinzo Abe"}


def test_a_section_that_recurs_is_no_author(tmp_path):
    made = built(tmp_path, "Envoys meet in {place} for talks\n\nWorld News\n\n{story}")
    assert set(made["articles"]["authors"]) == {"unknown"}
