"""A topic under an address is copied to its own folder and read there."""

from __future__ import annotations

import fsspec
import pytest

from pressbrief import topic
from pressbrief.run import remote
from pressbrief.run.parameters import validated
from pressbrief.topic import paths

TALKS = "Japan held talks with the Taliban in Tokyo on Tuesday, the Foreign Ministry said."


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "CHECKOUT", tmp_path)
    system = fsspec.filesystem("memory")
    system.pipe({"/talks/a.txt": TALKS.encode(), "/talks/b/c.txt": b"Aid"})
    yield system
    system.rm("/talks", recursive=True)


def test_what_lies_under_an_address_is_read_as_a_topic(elsewhere):
    found = remote.opened(validated(topic="memory://talks"))
    assert (found.name, [found.named(path) for path in found.files()]) == (
        "talks",
        ["a.txt", "b/c.txt"],
    )
    assert found.files()[0].read_text(encoding="utf-8") == TALKS


def test_what_is_gone_there_is_gone_here(elsewhere):
    remote.opened(validated(topic="memory://talks"))
    elsewhere.rm("/talks/a.txt")
    found = remote.opened(validated(topic="memory://talks/"))
    assert [found.named(path) for path in found.files()] == ["b/c.txt"]


def test_one_file_under_an_address_is_a_topic(elsewhere):
    for _ in "twice":
        found = remote.opened(validated(topic="memory://talks/a.txt"))
        assert [found.named(path) for path in found.files()] == ["a.txt"]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("memory://nothing/here", "no such folder, or an empty one"),
        ("nonsense://talks", "Protocol not known: nonsense"),
    ],
)
def test_an_address_that_cannot_be_read_is_named(elsewhere, address, said):
    with pytest.raises(topic.TopicError, match=said) as error:
        remote.opened(validated(topic=address))
    assert str(error.value).startswith(f"{address}: ")


def test_a_folder_here_is_read_where_it_lies(tmp_path):
    (tmp_path / "a.txt").write_text(TALKS)
    assert remote.opened(validated(topic=str(tmp_path))).folder == tmp_path
