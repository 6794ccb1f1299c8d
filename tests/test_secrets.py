"""Planted secrets stand in nothing that runs leave behind, whatever goes wrong on the way."""

from __future__ import annotations

import base64
import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from urllib.parse import quote

import pytest
from pypdf import PdfReader

import in_process
import posts
from conftest import AS_OF, ROOT, make
from pressbrief.run import notebooks
from pressbrief.sending.settings import PASSWORD

SHORT = "Japan has called on the Taliban to respect human rights. They met on Tuesday.\n"
PLANTED = {
    PASSWORD: "smtp correct/horse battery",
    "AWS_SECRET_ACCESS_KEY": "s3 Staple+Horse/Battery",
    "DESK_HOOK": "hook-T0/B0/sesame-battery",
}


def forms(secret: str) -> set[bytes]:
    raw = secret.encode()
    return {raw, quote(secret, safe="").encode(), quote(secret).encode(), base64.b64encode(raw)}


def found_in(raw: bytes) -> list[str]:
    return [name for name, secret in PLANTED.items() if any(form in raw for form in forms(secret))]


def contents(path: Path) -> bytes:
    """What a file says, also where it is packed."""
    raw = path.read_bytes()
    if path.suffix == ".pdf":
        reader = PdfReader(io.BytesIO(raw))
        attached = b"".join(part for parts in reader.attachments.values() for part in parts)
        return raw + attached + "".join(page.extract_text() for page in reader.pages).encode()
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as packed:
            return b"".join(packed.read(name) for name in packed.namelist())
    return raw


def leaks(folder: Path) -> dict[str, list[str]]:
    """Which secret stands in which file below a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.name: held for path in files if (held := found_in(contents(path)))}


@pytest.fixture
def servers(tmp_path, monkeypatch, tmp_path_factory):
    """Servers of all kinds that know nobody, the hook one that repeats what it was asked."""
    elsewhere = tmp_path_factory.mktemp("servers")
    with (
        posts.Postbox(elsewhere, password="another") as box,
        posts.Hook() as hook,
        posts.s3(monkeypatch, "shelf"),
    ):
        hook.status, hook.says = 404, "There is no {} here, nor $BATTERY."
        monkeypatch.setenv("SSL_CERT_FILE", str(box.trust))
        for name, secret in PLANTED.items():
            monkeypatch.setenv(name, secret)
        monkeypatch.setenv("DESK_HOOK", f"{hook.address}/{PLANTED['DESK_HOOK']}")
        yield box, hook


@pytest.fixture
def topic(articles_in, servers):
    box, _ = servers
    told = (
        'publish = ["mailto:ann@example.org", "json:DESK_HOOK", "s3://nowhere/in"]\n'
        f'seconds = 20\n[mail]\nserver = "localhost"\nport = {box.port}\nuser = "desk"\n'
        'from = "Desk <desk@example.org>"\n'
    )
    return articles_in({"a.txt": SHORT, "publish.toml": told})


def test_the_check_finds_a_secret_in_all_that_it_reads(tmp_path):
    (tmp_path / "a.txt").write_text(f"535 {PLANTED[PASSWORD]}")
    (tmp_path / "b.txt").write_bytes(base64.b64encode(PLANTED["DESK_HOOK"].encode()))
    with zipfile.ZipFile(tmp_path / "c.xlsx", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("cell", quote(PLANTED["AWS_SECRET_ACCESS_KEY"], safe="") * 9)
    assert leaks(tmp_path) == {
        "a.txt": [PASSWORD], "b.txt": ["DESK_HOOK"], "c.xlsx": ["AWS_SECRET_ACCESS_KEY"],
    }  # fmt: skip


def test_a_run_whose_every_delivery_fails_tells_no_secret(topic, tmp_path, servers):
    words = ("-p", "publish", "publish.toml", "--log", "json", "-p", "heartbeat", "json:DESK_HOOK")
    made = make(topic, tmp_path, *words)
    assert made.result.exit_code == 1 and "undelivered" in made.result.output
    assert "535" in made.result.output and "HTTP 404" in made.result.output
    assert found_in(made.result.output.encode()) == []
    assert "The heartbeat was not told" in made.result.output
    assert (made.folder / "briefing.pdf").exists() and leaks(tmp_path) == {}


def test_neither_does_papermill_s_notebook_nor_what_it_says(topic, tmp_path):
    target = tmp_path / "ran.ipynb"
    told = {"topic": topic, "out": tmp_path / "reports", "data": tmp_path / "data"}
    told |= {"as_of": AS_OF, "publish": "publish.toml"}
    words = [str(word) for pair in told.items() for word in ("-p", *pair)]
    notebook = str(ROOT / "notebooks" / "briefing.ipynb")
    ran = subprocess.run(
        [sys.executable, "-m", "papermill", "--log-output", notebook, str(target), *words],
        env=os.environ | {"BOTO3_ENDPOINT_URL": os.environ["AWS_ENDPOINT_URL"]},
        capture_output=True, timeout=900,
    )  # fmt: skip
    assert ran.returncode != 0 and b"failed" in ran.stderr
    assert b"the run is undelivered" in target.read_bytes()
    assert found_in(ran.stdout + ran.stderr) == [] and leaks(tmp_path) == {}


@pytest.mark.parametrize("kind", [RuntimeError, OSError, "section"])
def test_nor_does_a_fault_that_has_it_in_its_words(topic, tmp_path, monkeypatch, kind):
    in_process.use(monkeypatch)
    words = f"no luck with {PLANTED[PASSWORD]!r}, {PLANTED['AWS_SECRET_ACCESS_KEY']}"

    def faulty(name, *given):
        if kind == "section":
            return words if name == "3_stance" else in_process.papermill(name, *given)
        raise kind(words)

    monkeypatch.setattr(notebooks, "papermilled", faulty)
    seen = tmp_path / "seen"
    code = "import os, sys; open(sys.argv[1], 'w').write(os.environ['PRESSBRIEF_MESSAGE'])"
    failed = f'"{sys.executable}" -c "{code}" "{seen}"'
    made = make(topic, tmp_path, "-p", "on_failure", failed, "-p", "heartbeat", tmp_path / "beat")
    assert made.result.exit_code in (1, 3) and "no luck with" in made.result.output
    assert "no luck with" in seen.read_text()
    assert found_in(made.result.output.encode()) == [] and leaks(tmp_path) == {}


@pytest.mark.parametrize("line", ['password = "{}"', 'server = ["{}"]'])
def test_a_secret_that_somebody_wrote_into_publish_toml_is_not_repeated(
    articles_in, tmp_path, line
):
    told = f"[mail]\nfrom = 'desk@example.org'\n{line.format('sesame-battery')}\n"
    made = make(articles_in({"a.txt": SHORT, "publish.toml": told}), tmp_path)
    assert made.result.exit_code == 2 and "publish.toml, line 3" in made.result.output
    assert "sesame" not in made.result.output
