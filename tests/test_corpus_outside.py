"""What in a topic folder is no file of it is not read, and no one file or record sinks the rest."""

from __future__ import annotations

import io
import os
import sys
import tarfile
import zipfile
from datetime import date

import pytest

from pressbrief import corpus, topic
from pressbrief.corpus import readers
from test_corpus_forms import AID, TALKS, found, zip_of

AS_OF = date(2025, 6, 1)
LINKS = pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")


def skipped(folder) -> dict[str, str]:
    """File → why it is skipped, up to the remedy."""
    table = corpus.build(topic.load(folder), AS_OF)["skipped"]
    return dict(zip(table["file"], table["reason"].str.split(";").str[0], strict=True))


@pytest.fixture
def folder(tmp_path):
    """A topic of one article, and beside it a secret."""
    made = tmp_path / "talks"
    made.mkdir()
    (made / "a.txt").write_text(TALKS)
    (tmp_path / "secret.txt").write_text(AID)
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets" / "b.txt").write_text(AID)
    return made


@LINKS
def test_links_that_lead_out_and_what_is_no_file_are_skipped_with_their_reasons(folder):
    (folder / "b.txt").symlink_to(folder.parent / "secret.txt")
    (folder / "c").symlink_to(folder.parent / "secrets")
    (folder / "d.txt").symlink_to(folder / "nothing.txt")
    (folder / "e.txt").symlink_to(folder / "e.txt")
    (folder / "f.txt").symlink_to(os.devnull)
    os.mkfifo(folder / "g.txt")
    (folder / "h").mkdir()
    (folder / "i").symlink_to(folder / "h")
    out, pipe = "a link that leads out of the topic", "no file but a device, a pipe or a socket"
    said = skipped(folder)
    assert said.pop("e.txt").startswith("cannot be opened (")  # each Python says it otherwise
    assert said == {
        "b.txt": out,
        "c": out,
        "d.txt": "a link to nothing",
        "f.txt": out,
        "g.txt": pipe,
        "i": "a link to a folder, or a folder",
    }


@LINKS
def test_a_link_to_a_file_of_the_topic_is_read_and_so_is_a_topic_that_is_a_link(folder):
    (folder / "b.txt").symlink_to(folder / "a.txt")
    link = folder.parent / "linked"
    link.symlink_to(folder)
    made = corpus.build(topic.load(link), AS_OF)
    assert list(made["articles"]["file"]) == ["a.txt", "b.txt"]
    assert made["skipped"].empty


@LINKS
@pytest.mark.parametrize("name", ["topic.toml", "origin.toml", "corrections.toml"])
def test_a_sidecar_that_is_a_pipe_or_leads_out_is_an_error(folder, name):
    (folder / name).symlink_to(folder.parent / "secret.txt")
    with pytest.raises(topic.TopicError, match=f"{name}: a link that leads out of the topic"):
        topic.load(folder)
    (folder / name).unlink()
    os.mkfifo(folder / name)
    with pytest.raises(topic.TopicError, match=f"{name}: no file but a device"):
        topic.load(folder)


def test_a_topic_of_which_nothing_can_be_read_says_why_of_each_file(folder):
    (folder / "a.txt").write_bytes(b"\x89PNG")
    (folder / "b.csv").write_text("name,street\nMotegi,Tokyo\n")
    with pytest.raises(corpus.NothingReadError) as error:
        corpus.build(topic.load(folder), AS_OF)
    assert str(error.value).split("\n")[1:] == [
        "a.txt: an image; save its text",
        "b.csv: no column of text: its columns are name, street; name the one that holds the "
        "articles 'text', 'body' or 'content', or say in the topic.toml's [columns] which it is",
    ]


def test_a_sidecar_that_is_nested_without_end_is_an_error(folder):
    (folder / "topic.toml").write_text(f"title = {'[' * 5000}{']' * 5000}")
    with pytest.raises(topic.TopicError, match=r"topic.toml: nested too deep; "):
        topic.load(folder)


def test_half_characters_in_one_record_lose_neither_it_nor_the_others(folder):
    (folder / "b.jsonl").write_text(
        f'{{"title": "A \\ud83d", "author": "Lee \\ud83d", "text": "{TALKS} \\ud83d"}}\n'
        f'{{"title": "Aid", "text": "{AID}"}}\n'
        f'{{"title": "Aid", "authors": {"[" * 500}"x"{"]" * 500}, "text": "{AID}"}}\n'
    )
    made = corpus.build(topic.load(folder), AS_OF)
    assert list(made["articles"]["file"])[:3] == ["a.txt", "b.jsonl#1", "b.jsonl#2"]
    assert made["articles"].loc[1, ["headline", "authors"]].to_list() == ["A �", "Lee �"]


def test_an_article_that_cannot_be_analysed_is_skipped_and_the_others_are_not(folder, monkeypatch):
    def fail(text, *rest):
        raise OverflowError("year 99999")

    monkeypatch.setattr(corpus.article.language, "identify", fail)
    with pytest.raises(corpus.NothingReadError, match=r"a.txt: cannot be analysed \(OverflowError"):
        corpus.build(topic.load(folder), AS_OF)


def tar_of(**files: bytes) -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w") as archive:
        for name, data in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
        for name, kind in (("b.txt", tarfile.SYMTYPE), ("c.txt", tarfile.CHRTYPE)):
            member = tarfile.TarInfo(name)
            member.type, member.linkname = kind, "/etc/passwd"
            archive.addfile(member)
    return target.getvalue()


@pytest.mark.parametrize("name", ["a.tar", "a.txt"])
def test_a_tar_archive_is_its_files_within_the_same_limits(name):
    data = tar_of(**{"a.txt": TALKS.encode(), "../x.txt": AID.encode(), ".hidden": b"x"})
    kept, out, hidden, link, device = found(name, data)
    assert (kept.file, kept.text) == (f"{name}/a.txt", TALKS)
    assert out.reason.startswith("its path leads out of the archive; ")
    assert hidden.reason.startswith("hidden, ")
    assert {link.reason, device.reason} == {"a link, not a file; pack the file that it names"}
    large = tar_of(**{"a.txt": b"a" * (readers.MEGABYTE + 1)})
    assert found(name, large)[0].reason.startswith("too large: ")
    (cut,) = found(name, data[:560])
    assert cut.reason.startswith("cut off or damaged tar archive; ")


def test_files_of_an_archive_that_overlap_are_not_unpacked():
    """Many entries of the directory lead to one member: a few bytes that unpack to any size."""
    data = zip_of({"a.txt": TALKS * 100, "b.txt": TALKS * 100})
    directory = data.index(b"PK\x01\x02")
    second = data.index(b"PK\x01\x02", directory + 1)
    doubled = bytearray(data)
    doubled[second + 42 : second + 46] = bytes(4)  # the second's place is the first's
    (only,) = found("a.zip", bytes(doubled))
    assert only.reason.startswith("its files overlap, ")


def test_many_small_members_unpack_to_no_more_than_texts_do():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for n in range(400):
            archive.writestr(f"{n}", b"a" * (readers.MEGABYTE - 1))
    last = found("a.zip", target.getvalue(), 64)[-150:]
    assert {one.reason.split(";")[0] for one in last} == {"its archive unpacks to too much in all"}
