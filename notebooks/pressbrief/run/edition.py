"""Editions: their names, their manifests, and how one comes to stand in its place whole."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from platform import python_version

from pressbrief import __version__
from pressbrief.run import stamps
from pressbrief.run.parameters import Parameters
from pressbrief.topic import Topic

NAME = re.compile(r"^(\d{4}-\d{2}-\d{2})(?:\.(\d+))?$")
# The parameters that say where and whether, not what: they change no byte of an edition.
ELSEWHERE = ("topic", "out", "data", "as_of", "force")
LIBRARIES = (
    "papermill", "nbconvert", "pandas", "numpy", "matplotlib", "nupunkt", "typst", "pyarrow",
    "pikepdf", "xlsxwriter",
)  # fmt: skip


@dataclass(frozen=True, order=True)
class Edition:
    """One edition of a topic: its as-of day, its number on that day, and its folder."""

    as_of: str
    number: int
    folder: Path

    @property
    def name(self) -> str:
        """Its as-of day, with a number behind it from the second on."""
        return self.folder.name

    def manifest(self) -> dict:
        """What its manifest.json says; empty if it is missing or unreadable."""
        try:
            return json.loads((self.folder / "manifest.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}


def editions(shelf: Path) -> list[Edition]:
    """The editions in a topic's folder under reports/, oldest first."""
    found = []
    for folder in shelf.iterdir() if shelf.is_dir() else ():
        if (match := NAME.match(folder.name)) and folder.is_dir():
            found.append(Edition(match[1], int(match[2] or 1), folder))
    return sorted(found)


def identity(topic: Topic, parameters: Parameters) -> dict:
    """What an edition is a function of: input hashes, parameters, versions, the code."""
    return {
        "topic": topic.name,
        "as_of": parameters.as_of_day.isoformat(),
        "inputs": stamps.inputs(topic),
        "parameters": parameters.model_dump(exclude=set(ELSEWHERE)),
        "code": stamps.code(),
        "notebooks": stamps.notebooks(),
        "scores": stamps.sha256(stamps.SCORES),
        "versions": _versions(),
    }


def same(known: list[Edition], identity: dict, *, any_day: bool) -> Edition | None:
    """The newest edition, if it is whole and has this identity; else None.

    `any_day`: no as-of day was named, and an unchanged corpus is not news tomorrow: the newest
    edition counts whatever its day. Otherwise the newest of that day does.
    """
    as_of = identity["as_of"]
    newest = [edition for edition in known if any_day or edition.as_of == as_of][-1:]
    for edition in newest:
        manifest = edition.manifest()
        then = manifest.get("identity", {}) | ({"as_of": as_of} if any_day else {})
        if manifest.get("status") == "complete" and then == identity:
            return edition
    return None


def next_name(known: list[Edition], as_of: str) -> str:
    """The name of a new edition for a day: the day, then `.2`, `.3` …

    >>> next_name([], "2025-02-28")
    '2025-02-28'
    """
    numbers = [edition.number for edition in known if edition.as_of == as_of]
    return f"{as_of}.{max(numbers) + 1}" if numbers else as_of


@contextmanager
def staged(shelf: Path, name: str) -> Iterator[Path]:
    """A folder to build an edition in, beside its final name; removed if it was not placed."""
    shelf.mkdir(parents=True, exist_ok=True)
    folder = shelf / f".{name}.partial"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def place(folder: Path, shelf: Path, name: str) -> Path:
    """Renames a finished edition into its place; the one it replaces goes only after that."""
    final, old = shelf / name, shelf / f".{name}.replaced"
    shutil.rmtree(old, ignore_errors=True)
    if final.exists():
        final.rename(old)
    folder.rename(final)
    shutil.rmtree(old, ignore_errors=True)
    return final


def write_manifest(folder: Path, manifest: dict) -> None:
    """Writes manifest.json: the manifest given, and the SHA-256 of every file of the edition."""
    files = {
        path.relative_to(folder).as_posix(): stamps.sha256(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    text = json.dumps({**manifest, "files": files}, indent=2, ensure_ascii=False)
    (folder / "manifest.json").write_text(text + "\n", encoding="utf-8")


def verify(folder: Path) -> list[str]:
    """What in an edition is not as its manifest says, a line each; none if all is."""
    manifest = Edition("", 1, folder).manifest()
    if not manifest:
        return [f"{folder / 'manifest.json'}: missing or unreadable; this is no edition"]
    faults = []
    for name, sha256 in manifest["files"].items():
        path = folder / name
        if not path.is_file():
            faults.append(f"{path}: missing")
        elif stamps.sha256(path) != sha256:
            faults.append(f"{path}: changed since the edition was made")
    return faults


def writable(folder: Path) -> str:
    """Why a folder cannot be written to; empty if it can."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / f".probe.{os.getpid()}"
        probe.touch()
        probe.unlink()
    except OSError as error:
        return f"{folder}: cannot be written to ({error.strerror}); name another folder"
    return ""


def _versions() -> dict[str, str]:
    found = {"pressbrief": __version__, "python": python_version()}
    for library in LIBRARIES:
        try:
            found[library] = version(library)
        except PackageNotFoundError:
            found[library] = "missing"
    return found
