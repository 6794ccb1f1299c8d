"""Schedulers that bring an environment of their own, each run for real where it is at hand.

PRESSBRIEF_AIRFLOW and PRESSBRIEF_JUPYTER_SCHEDULER name a Python that has apache-airflow with
apache-airflow-providers-papermill, and one that has jupyter-scheduler; else this one is asked.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import AS_OF, ROOT

HERE = Path(__file__).resolve().parent
BRIEFING = ROOT / "notebooks" / "briefing.ipynb"
SHORT = "Japan has called on the Taliban to respect human rights. They met on Tuesday.\n"


def having(variable: str, module: str) -> str:
    """The Python that has a module; the test is skipped if none is."""
    python = os.environ.get(variable, sys.executable)
    asked = subprocess.run([python, "-c", f"import {module}"], capture_output=True)
    if asked.returncode:
        pytest.skip(f"no {module} here: set {variable} to a Python that has it")
    return python


@pytest.fixture
def environment(tmp_path):
    """An environment in which the kernel python3 is this Python, whoever starts it."""
    kernel = tmp_path / "share" / "kernels" / "python3"
    kernel.mkdir(parents=True)
    words = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    told = {"argv": words, "display_name": "Python 3", "language": "python"}
    (kernel / "kernel.json").write_text(json.dumps(told))
    where = {"JUPYTER_PATH": str(tmp_path / "share"), "AIRFLOW_HOME": str(tmp_path / "airflow")}
    return os.environ | where


def test_airflow_s_operator_takes_numbers_as_text_makes_one_edition_and_says_why_it_failed(
    articles_in, tmp_path, environment
):
    python = having("PRESSBRIEF_AIRFLOW", "airflow.providers.papermill.operators.papermill")
    told = {"topic": str(articles_in({"a.txt": SHORT})), "out": str(tmp_path / "reports")}
    told |= {"data": str(tmp_path / "data"), "quotes": "3", "confidence": "0.9"}

    def run(**more: str) -> subprocess.CompletedProcess:
        words = [BRIEFING, tmp_path / "ran.ipynb", json.dumps(told | more)]
        return subprocess.run(
            [python, HERE / "by_airflow.py", *map(str, words)],
            env=environment, cwd=tmp_path, capture_output=True, text=True, timeout=900,
        )  # fmt: skip

    first, again = run(), run()
    assert (first.returncode, again.returncode) == (0, 0), first.stderr + again.stderr
    assert "Nothing new since edition" in again.stdout + again.stderr
    shelf = tmp_path / "reports" / "topic"
    (folder,) = shelf.iterdir()
    identity = json.loads((folder / "manifest.json").read_text())["identity"]
    assert (identity["parameters"]["quotes"], identity["parameters"]["confidence"]) == (3, 0.9)
    wrong = run(quotes="few")
    assert wrong.returncode and "parameter 'quotes': 'few'" in wrong.stdout + wrong.stderr
    assert list(shelf.iterdir()) == [folder]


def test_a_job_of_jupyter_scheduler_makes_the_edition_and_hands_it_over(
    articles_in, tmp_path, environment
):
    python = having("PRESSBRIEF_JUPYTER_SCHEDULER", "jupyter_scheduler.scheduler")
    topic, root = articles_in({"a.txt": SHORT}), tmp_path / "root"
    (root / "briefings").mkdir(parents=True)
    shutil.copy(BRIEFING, root / "briefings")

    def run(**told: str) -> str:
        words = ["briefings/briefing.ipynb", json.dumps(told)]
        ran = subprocess.run(
            [python, str(HERE / "by_jupyter_scheduler.py"), *words],
            env=environment, cwd=root, capture_output=True, text=True, timeout=900,
        )  # fmt: skip
        assert ran.returncode == 0, ran.stderr
        return ran.stdout

    # A text needs its quotes; what a job makes in its folder is handed over with it.
    told = {"topic": repr(str(topic)), "as_of": repr(AS_OF), "out": "'editions'", "quotes": "3"}
    assert run(**told, data=repr(str(tmp_path / "data"))).startswith("COMPLETED")
    (handed,) = (root / "jobs").iterdir()
    folder = handed / "editions" / "topic" / AS_OF
    manifest = json.loads((folder / "manifest.json").read_text())
    assert all((folder / name).is_file() for name in manifest["files"])
    assert "FAILED" in run(**told | {"topic": str(topic)})
