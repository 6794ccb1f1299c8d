"""The lines for schedulers, and a run as cron starts one and as papermill is called elsewhere."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
import yaml

import posts
from conftest import AS_OF, ROOT, command
from pressbrief.run import schedule

SHORT = "Japan has called on the Taliban to respect human rights. They met on Tuesday.\n"
POSIX = pytest.mark.skipif(os.name != "posix", reason="cron and systemd are POSIX's")
# A name with all that a shell, cron and systemd read as theirs.
ODD = '50% of $HOME\'s "talks"'


@pytest.fixture
def odd(articles_in):
    return articles_in({"a.txt": SHORT, "publish.toml": 'publish = ["shared"]\n'}, ODD)


@POSIX
def test_the_line_of_a_crontab_is_the_command_whatever_a_name_holds(odd, tmp_path):
    line = command("schedule", odd, "--kind", "cron", "--at", "06:05").output.splitlines()[1]
    minute, hour, *_ = line.split()[:5]
    assert (minute, hour) == ("5", "6")
    # cron hands what stands before an unescaped % to sh, the others without their backslash.
    script = line.split(None, 5)[5].replace("\\%", "%")
    shown = script.replace(sys.executable, "printf '%s\\n'", 1)
    said = subprocess.run(["/bin/sh", "-c", shown], env={}, capture_output=True, text=True)
    assert said.stdout.splitlines() == schedule.job(odd, "reports", "06:05").words()[1:]


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd here")
def test_systemd_takes_the_units(odd, tmp_path):
    said = command("schedule", odd, "--kind", "systemd").output
    _, service, timer = said.split("# ~/.config/systemd/user/")
    files = []
    for part in (service, timer):
        name, _, text = part.partition("\n")
        files.append(tmp_path / name.partition(";")[0])
        files[-1].write_text(text)
    found = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *map(str, files)], capture_output=True, text=True
    )
    own = [line for line in found.stderr.splitlines() if "pressbrief-" in line]
    assert found.returncode == 0 and own == [], found.stderr


def test_windows_gets_a_line_for_a_batch_file(odd):
    said = command("schedule", odd, "--kind", "windows").output
    assert 'schtasks /Create /TN "pressbrief-50-of-HOME-s-talks" /SC DAILY /ST 06:00' in said
    assert "50%% of" in said and " -p publish publish.toml" in said


@pytest.mark.parametrize("hour", ["6", "24:00", "06:60", "06:00; rm"])
def test_an_hour_that_is_none_is_refused(odd, hour):
    assert command("schedule", odd, "--at", hour).exit_code == 2


@POSIX
def test_papermill_from_s3_to_s3_without_home_or_locale_elsewhere_and_private(
    articles_in, tmp_path, monkeypatch
):
    """As a scheduler calls it: parameters from YAML, its numbers as text, umask 077."""
    pytest.importorskip("boto3")
    topic = articles_in({"a.txt": SHORT})
    told = {"topic": str(topic), "out": str(tmp_path / "reports"), "data": str(tmp_path / "data")}
    told |= {"as_of": AS_OF, "quotes": "3", "readable": "everyone", "publish": "s3://shelf/sent"}
    file = tmp_path / "parameters.yaml"
    file.write_text(yaml.safe_dump(told))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    with posts.s3(monkeypatch, "shelf") as client:
        notebook = ROOT / "notebooks" / "briefing.ipynb"
        client.upload_file(str(notebook), "shelf", "briefing.ipynb")
        kept = {name: text for name, text in os.environ.items() if name.startswith("AWS_")}
        kept |= {"PATH": "/usr/bin:/bin", "LANG": "C", "LC_ALL": "C"}
        kept |= {"BOTO3_ENDPOINT_URL": os.environ["AWS_ENDPOINT_URL"]}
        words = ["s3://shelf/briefing.ipynb", "s3://shelf/ran.ipynb", "-f", str(file)]
        ran = subprocess.run(
            [sys.executable, "-m", "papermill", "-k", "python3", *words],
            env=kept, cwd=elsewhere, umask=0o077, capture_output=True, text=True, timeout=900,
        )  # fmt: skip
        assert ran.returncode == 0, ran.stderr
        raw = client.get_object(Bucket="shelf", Key="ran.ipynb")["Body"].read()
        pointer = client.get_object(Bucket="shelf", Key="sent/topic/latest.json")["Body"].read()
    folder = Path(told["out"]) / "topic" / AS_OF
    assert (folder / "briefing.pdf").stat().st_mode & 0o044 == 0o044
    assert AS_OF.encode() in pointer
    outputs = nbformat.reads(raw.decode(), as_version=4)
    assert "Edition" in str(outputs.cells) and b"s3cret" not in raw
