"""What these checks need beside the project: skipped where it is missing, but a fault in CI."""

from __future__ import annotations

import importlib.util
import os
import shutil

import pytest


def need(program: str) -> str:
    """The path of a program; skips the test, or fails it in CI, where it is missing."""
    path = shutil.which(program)
    if path is None:
        _missing(program)
    return path


def need_module(name: str) -> None:
    """Skips the test, or fails it in CI, where a Python module is missing."""
    if importlib.util.find_spec(name) is None:
        _missing(name)


def _missing(name: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(f"{name} is missing, and CI must have it")
    pytest.skip(f"{name} is not installed here")
