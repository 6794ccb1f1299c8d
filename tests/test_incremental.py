"""A run with one article more reads what is new, and makes what a run from nothing makes."""

from __future__ import annotations

import pandas as pd
import pytest

from pressbrief import reader, tables
from pressbrief.reader import model
from pressbrief.run.parameters import validated
from pressbrief.run.work import Work
from pressbrief.sections.registry import SECTIONS

FIRST = {
    "a.txt": "KABUL, Feb. 19, 2025 (Kyodo) — Japan condemned the Taliban on Monday. “They must let "
    "girls learn,” said Foreign Minister Takeshi Iwaya. He will visit Kabul in March.\n",
    "b.txt": "Japan’s embassy in Kabul reopened on 18 February 2025, the Taliban said. It was "
    "a shameful failure, and Tokyo should be ashamed of it.\n",
}
MORE = {
    "c.txt": "China praised the Taliban. Japan met the Taliban in Tokyo on February 17, 2025, its "
    "officials said, and called on them to respect human rights.\n"
}
MAKING = ("corpus", "mentions", "stance", "timeline")


@pytest.fixture
def made(tmp_path, monkeypatch):
    """A function that makes a topic's tables below a folder; they, and how many rows were read."""
    read: list[int] = []
    run = model.run

    def counted(rows, wanted):
        read.append(len(rows))
        return run(rows, wanted)

    monkeypatch.setattr(model, "run", counted)

    def make(topic, data: str) -> tuple[dict[str, pd.DataFrame], int]:
        read.clear()
        (tmp_path / data).mkdir(exist_ok=True)
        work = Work(validated(topic=str(topic), data=str(tmp_path / data), as_of="2025-03-31"))
        names = [name for section in MAKING for name in SECTIONS[section].tables]
        for section in MAKING:
            work.make(section)
        return {name: work.load(name) for name in names}, sum(read)

    yield make
    reader.keep(None)


def csv(frames: dict[str, pd.DataFrame], tmp_path) -> dict[str, bytes]:
    path = tmp_path / "one.csv"
    found = {}
    for name, frame in frames.items():
        tables.write_csv(name, frame, path)
        found[name] = path.read_bytes()
    return found


def test_an_article_more_is_all_that_is_read_and_the_tables_are_those_of_a_whole_run(
    made, articles_in, tmp_path
):
    topic = articles_in(FIRST)
    made(topic, "kept")
    articles_in(MORE)
    grown, few = made(topic, "kept")
    anew, all_ = made(topic, "anew")
    assert csv(grown, tmp_path) == csv(anew, tmp_path)
    assert 0 < few < all_ / 2 and len(anew["stances"]) > 3
    again, none = made(topic, "kept")
    assert csv(again, tmp_path) == csv(anew, tmp_path) and none == 0
