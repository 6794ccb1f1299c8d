"""The wheel alone, in a fresh environment outside any checkout, does what the project does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

import pytest

from conftest import AS_OF, ROOT
from pressbrief import __version__
from pressbrief.run import notebooks, stamps

ARTICLES = {
    "a.txt": "Japan has called on the Taliban to respect human rights. They met on Tuesday.",
    "b.txt": "Pakistan closed the border on 5 March 2025. Japan called this a grave mistake.",
}
RULES = [{"text": "Talks ended. Japan left.", "sents": ["Talks ended.", "Japan left."]}]
# A checkout on the path would lend the wheel what it lacks.
ENV = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
PROGRAMS = "Scripts" if os.name == "nt" else "bin"


@dataclass(frozen=True)
class Installed:
    """The wheel's programs, and the folder that they run in."""

    programs: Path
    folder: Path

    def says(self, program: str, *words: object, code: int = 0) -> str:
        """What a program prints; it must end with `code`."""
        done = subprocess.run(
            [self.programs / program, *map(str, words)],
            cwd=self.folder, env=ENV, capture_output=True, text=True, encoding="utf-8", timeout=600,
        )  # fmt: skip
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout + done.stderr


@pytest.fixture
def installed(tmp_path):
    """The wheel of this checkout in an environment of its own; skipped where there is no PyPI."""
    wheels, fresh, folder = (tmp_path / name for name in ("wheels", "fresh", "folder"))
    folder.mkdir()
    pip("wheel", "--no-deps", "--wheel-dir", wheels, ROOT)
    venv.create(fresh, symlinks=os.name == "posix")
    pip("--python", fresh, "install", *wheels.glob("*.whl"))
    return Installed(fresh / PROGRAMS, folder)


def pip(*words: object) -> None:
    said = [sys.executable, "-m", "pip", "--disable-pip-version-check", *map(str, words)]
    done = subprocess.run(said, env=ENV, capture_output=True, text=True, encoding="utf-8")
    offline = "Could not find a version that satisfies" in done.stderr
    if offline and not os.environ.get("CI"):
        pytest.skip("the package registry, from which a fresh environment is filled, is not here")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_wheel_alone_makes_checks_shows_and_measures_a_briefing(installed):
    says, folder = installed.says, installed.folder
    assert says("pressbrief", "--version").strip() == f"pressbrief, version {__version__}"
    assert "name a folder or file of articles" in says("pressbrief", "run", code=2)

    # An edition, beside its topic: made by the very code and notebooks of this checkout.
    (folder / "topic").mkdir()
    for name, text in ARTICLES.items():
        (folder / "topic" / name).write_text(text, encoding="utf-8")
    says("pressbrief", "run", "topic", "--as-of", AS_OF)
    edition = folder / "reports" / "topic" / AS_OF
    identity = json.loads((edition / "manifest.json").read_text(encoding="utf-8"))["identity"]
    assert (identity["code"], identity["notebooks"]) == (stamps.code(), stamps.notebooks())
    assert list((folder / "data" / "topic").glob("*.parquet"))
    assert "as it was made" in says("pressbrief", "verify", edition)

    # nbconvert finds the exporters and makes the same documents.
    for form, name in (("briefing-html", "briefing.html"), ("briefing-pdf", "briefing.pdf")):
        ran = edition / "notebooks" / "briefing.ipynb"
        says("jupyter", "nbconvert", "--to", form, "--output-dir", folder, ran)
        assert (folder / name).read_bytes() == (edition / name).read_bytes()

    # The notebooks, laid out, run as JupyterLab runs them: from the folder that they lie in.
    says("pressbrief", "notebooks", "lab")
    laid, out = folder / "lab" / "2_mentions.ipynb", folder / "out.ipynb"
    says("papermill", laid, out, "--cwd", "lab", "-p", "topic", "../topic")
    assert notebooks.published(out)["name"] == "mentions"
    assert (folder / "lab" / "data" / "topic" / "mentions.parquet").exists()

    # What an analyst and an engineer ask beside.
    assert "Edit it" in says("pressbrief", "init", "topic")
    (folder / "rules.json").write_text(json.dumps(RULES), encoding="utf-8")
    measured = says("pressbrief", "score", "sentences", "rules.json")
    assert json.loads(measured.splitlines()[-1])["accuracy"] == 1.0
