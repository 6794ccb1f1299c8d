"""The code and the notebooks pass the linter and the type checker; what they need is named."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions

import pytest

from conftest import ROOT
from pressbrief.topic import paths

# trafilatura imports the first; the others hold fonts.
RUN_BY_NAME = {"lxml-html-clean", "manimgx-fonts", "noto-cjk-sans-otc"}


@pytest.mark.parametrize("check", [["check"], ["format", "--check"]], ids=["lint", "format"])
def test_ruff_finds_nothing(check):
    words = [sys.executable, "-m", "ruff", *check, "--no-cache", "."]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_types_agree():
    words = [sys.executable, "-m", "mypy", "--cache-dir", os.devnull]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def canonical(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def test_what_the_package_imports_is_what_it_depends_on():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed, lab = (
        {canonical(re.split(r"[^\w.-]", each)[0]) for each in listed}
        for listed in (project["dependencies"], project["optional-dependencies"]["lab"])
    )
    lines = [
        line
        for path in paths.PACKAGE.rglob("*.py")
        for line in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    ]
    names = {each.name for line in lines if isinstance(line, ast.Import) for each in line.names}
    names |= {line.module for line in lines if isinstance(line, ast.ImportFrom) and line.module}
    tops = {name.split(".")[0] for name in names} - {"pressbrief", *sys.stdlib_module_names}
    makers = {
        name: {canonical(each) for each in each_of}
        for name, each_of in packages_distributions().items()
    }
    assert {name: makers[name] for name in tops if not makers[name] & (needed | lab)} == {}
    imported = set().union(*(makers[name] for name in tops))
    assert needed - imported == RUN_BY_NAME
