"""Large exports are read from the disk: the same items, in memory that does not grow with them."""

from __future__ import annotations

import json
import tracemalloc

import pytest

from pressbrief.corpus import readers
from pressbrief.corpus.readers import streams

TEXT = "The talks in Tokyo ended on Wednesday, the Foreign Ministry said. Aid goes on."


def rows(count: int) -> list[dict]:
    return [
        {"title": f"Talks {at} end", "date": f"{at % 28 + 1}/01/2025", "text": f"{TEXT} {at}."}
        for at in range(count)
    ]


def table(count: int) -> str:
    lines = [f'{one["title"]};{one["date"]};"{one["text"]}\n\nMore."' for one in rows(count)]
    return "title;date;text\r\n" + "\r\n".join(lines) + "\r\n"


def json_lines(count: int) -> str:
    return "".join(json.dumps(one) + "\n" for one in rows(count))


FILES = {
    "a.csv": table(40),
    "b.csv": "\ufeff" + table(3) + '"an open quote;1;x\n',
    "c.jsonl": json_lines(40) + "damaged\n\n[1]\n",
    "d.json": json.dumps({"articles": rows(3)}),
    "e.jsonl": '{"id": 1}\n' * 3,
    "f.csv": "title;text\nCafé;" + TEXT + "\0\n",
    "g.csv": ("title;text\nCafé;" + TEXT).encode("cp1252"),
    "h.csv": "id;street\n1;Ginza\n",
}


def read(path) -> list:
    return list(readers.read(path, path.name, 64))


@pytest.mark.parametrize("name", FILES)
def test_a_streamed_file_gives_what_it_gives_as_a_whole(tmp_path, monkeypatch, name):
    data = FILES[name]
    path = tmp_path / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    whole = read(path)
    monkeypatch.setattr(streams, "LARGE", 0)
    assert read(path) == whole and whole


def test_a_small_file_is_read_whole(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(table(12_000), newline="")
    blob = readers.Blob("a.csv", path.read_bytes()[:8192])
    assert streams.streamed(path, blob, 1_000_000) is None
    assert streams.streamed(path, blob, 1_400_000) is not None


@pytest.mark.parametrize(("name", "made"), [("a.csv", table), ("a.jsonl", json_lines)])
def test_memory_does_not_grow_with_a_file(tmp_path, name, made):
    path = tmp_path / name
    path.write_text(made(12_000), newline="")
    assert path.stat().st_size > streams.LARGE
    next(readers.read(path, name, 64))  # what it imports
    tracemalloc.start()
    count = sum(1 for _ in readers.read(path, name, 64))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 12_000
    assert peak < path.stat().st_size / 2
