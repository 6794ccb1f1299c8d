"""A topic under an address is copied to its own folder and read there."""

from __future__ import annotations

import re
import socket

import fsspec
import pytest

from pressbrief import topic
from pressbrief.run import reach, remote
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


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("file://{here}", "an address on this machine"),
        ("local://{here}", "an address on this machine"),
        ("simplecache://x::file://{here}", "an address inside another"),
        ("zip://a.txt::http://example.org/a.zip", "an address inside another"),
        ("dir://{here}", "an address on this machine"),
        ("reference://{here}/a.json", "an address on this machine"),
        ("http://127.0.0.1:9/talks", "127.0.0.1 is no public address"),
        ("http://2130706433/talks", "127.0.0.1 is no public address"),
        ("https://[::1]/talks", "::1 is no public address"),
        ("http://[::ffff:10.0.0.1]/talks", "is no public address"),
        ("http://169.254.169.254/latest/meta-data", "169.254.169.254 is no public address"),
        ("http://192.168.1.1/", "192.168.1.1 is no public address"),
        ("http://100.64.0.1/", "100.64.0.1 is no public address"),
        ("http://0.0.0.0/", "0.0.0.0 is no public address"),
        ("http://224.0.0.1/", "224.0.0.1 is no public address"),
    ],
)
def test_what_leads_to_this_machine_or_a_private_network_is_refused(tmp_path, address, said):
    (tmp_path / "a.txt").write_text(TALKS)
    with pytest.raises(topic.TopicError, match=re.escape(said)) as error:
        remote.opened(validated(topic=address.format(here=tmp_path)))
    assert "set allow_private" in str(error.value)


def test_an_address_on_this_machine_is_read_where_that_is_allowed(tmp_path, elsewhere):
    (tmp_path / "talks").mkdir()
    (tmp_path / "talks" / "a.txt").write_text(TALKS)
    found = remote.opened(validated(topic=f"file://{tmp_path}/talks", allow_private=True))
    assert [found.named(path) for path in found.files()] == ["a.txt"]


def test_a_connection_into_a_private_network_is_not_made_wherever_a_redirect_comes_from():
    with pytest.raises(OSError, match=r"10\.0\.0\.1 is no public address"):
        reach._socket((socket.AF_INET, socket.SOCK_STREAM, 0, "", ("10.0.0.1", 80)))


def test_a_folder_here_is_read_where_it_lies(tmp_path):
    (tmp_path / "a.txt").write_text(TALKS)
    assert remote.opened(validated(topic=str(tmp_path))).folder == tmp_path
