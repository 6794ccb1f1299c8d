"""The code and the notebooks pass the linter and are formatted."""

import subprocess
import sys

import pytest

from pressbrief.run.parameters import ROOT


@pytest.mark.parametrize("check", [["check"], ["format", "--check"]], ids=["lint", "format"])
def test_ruff_finds_nothing(check):
    words = [sys.executable, "-m", "ruff", *check, "--no-cache", "."]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
