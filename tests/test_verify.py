"""verify: digests, the edition made again from its articles, a signature."""

import json
import shutil
import subprocess

import pytest

import in_process
import posts
from conftest import command, make

SHORT = "Japan has called on the Taliban to respect human rights. They met on Tuesday.\n"
SIGNING = pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="no ssh-keygen here")


@pytest.fixture
def made(articles_in, tmp_path, monkeypatch):
    in_process.use(monkeypatch)
    topic = articles_in({"a.txt": SHORT})
    return topic, make(topic, tmp_path, "-p", "quotes", "3").folder


def test_an_edition_is_made_again_byte_for_byte_and_what_differs_is_said(made):
    topic, folder = made
    same = command("verify", folder, "--articles", topic)
    assert same.exit_code == 0, same.output
    assert "as it was made and is made again byte for byte" in same.output
    (topic / "a.txt").write_text(SHORT.replace("called", "CALLED"))
    (topic / "b.txt").write_text("Norway spoke.")
    other = command("verify", folder, "--articles", topic)
    assert other.exit_code == 3
    assert "the article a.txt: other than it was" in other.output
    assert "the article b.txt: not there then" in other.output
    assert "the file tables/sentences.csv: other than it was" in other.output


def test_an_edition_after_another_is_made_again_with_what_changed(made, tmp_path):
    topic, first = made
    (topic / "b.txt").write_text("Norway met Sudan in Oslo on 3 March 2024.")
    second = make(topic, tmp_path, "-p", "quotes", "3").folder.with_name("2025-03-31.2")
    assert json.loads((second / "manifest.json").read_text())["previous"] == first.name
    assert json.loads((second / "changes.json").read_text())
    again = command("verify", second, "--articles", topic)
    assert again.exit_code == 0, again.output
    shutil.rmtree(first)
    alone = command("verify", second, "--articles", topic)
    assert "missing, so what changed since it cannot be told" in alone.output


@SIGNING
def test_a_signature_holds_only_for_what_was_signed_and_by_whom(tmp_path):
    folder = posts.edition(tmp_path / "reports")
    for name in ("own", "other"):
        subprocess.run(
            ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(tmp_path / name)], check=True
        )
    unsigned = command("verify", folder, "--key", tmp_path / "own.pub")
    assert unsigned.exit_code == 3 and "the edition is not signed" in unsigned.output
    assert command("sign", folder, "--key", tmp_path / "own").exit_code == 0
    assert command("verify", folder, "--key", tmp_path / "own.pub").exit_code == 0
    stranger = command("verify", folder, "--key", tmp_path / "other.pub")
    assert stranger.exit_code == 3 and "not by" in stranger.output
    manifest = folder / "manifest.json"
    manifest.write_text(manifest.read_text().replace("Taliban", "taliban"))
    assert command("verify", folder, "--key", tmp_path / "own.pub").exit_code == 3


@SIGNING
def test_a_key_that_is_none_is_named(tmp_path):
    folder = posts.edition(tmp_path / "reports")
    missing = command("verify", folder, "--key", tmp_path / "nobody.pub")
    assert missing.exit_code == 2 and "nobody.pub" in missing.output
