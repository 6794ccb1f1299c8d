"""Editions: their names, their manifests, and how one comes to stand in its place whole."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from platform import python_version

from pressbrief import __version__
from pressbrief.run import stamps
from pressbrief.run.parameters import Parameters
from pressbrief.topic import Topic

NAME = re.compile(r"^(\d{4}-\d{2}-\d{2})(?:\.(\d+))?$")
# The parameters that say where and whether, not what: they change no byte of an edition.
ELSEWHERE = (
    "topic", "out", "data", "as_of", "force", "cell_minutes", "wait_minutes", "allow_private",
    "publish", "base", "keep", "readable", "catch_up", "heartbeat", "on_failure",
)  # fmt: skip
# A fault of the place, which no other parameter mends: no room, or no room for this user.
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
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
        """What its manifest.json says; empty if it is missing, unreadable or no manifest."""
        try:
            said = json.loads((self.folder / "manifest.json").read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        whole = isinstance(said, dict) and all(
            isinstance(said.get(part, {}), dict) for part in ("identity", "files")
        )
        return said if whole else {}

    def identity(self) -> dict:
        """What its manifest says that it is a function of; empty if it does not say."""
        return self.manifest().get("identity", {})


def editions(shelf: Path) -> list[Edition]:
    """The editions in a topic's folder under reports/, oldest first."""
    found = []
    for folder in shelf.iterdir() if shelf.is_dir() else ():
        if (match := NAME.match(folder.name)) and folder.is_dir():
            found.append(Edition(match[1], int(match[2] or 1), folder))
    return sorted(found)


def before(known: list[Edition], name: str) -> list[Edition]:
    """The editions that come before the one of that name, whether that one is there or not.

    >>> before([], "2025-02-28")
    []
    """
    day, _, number = name.partition(".")
    return [other for other in known if (other.as_of, other.number) < (day, int(number or 1))]


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


def same(
    known: list[Edition], identity: dict, *, any_day: bool, status: str = "complete"
) -> Edition | None:
    """The newest edition, if it has this identity and this status; else None.

    `any_day`: no as-of day was named, and an unchanged corpus is not news tomorrow: the newest
    edition counts whatever its day, and so does the newest that is not of a later day, which a
    clock that went back leaves behind. Otherwise the newest of that day does.
    """
    as_of = identity["as_of"]
    until = [edition for edition in known if edition.as_of <= as_of]
    newest = [*known[-1:], *until[-1:]] if any_day else until[-1:]
    for edition in newest:
        then = edition.identity() | ({"as_of": as_of} if any_day else {})
        if edition.manifest().get("status") == status and then == identity:
            return edition
    return None


def next_name(known: list[Edition], as_of: str) -> str:
    """The name of a new edition for a day: the day, then `.2`, `.3` …

    >>> next_name([], "2025-02-28")
    '2025-02-28'
    """
    numbers = [edition.number for edition in known if edition.as_of == as_of]
    return f"{as_of}.{max(numbers) + 1}" if numbers else as_of


def missed(known: list[Edition], today: date, well: str = "") -> list[str]:
    """The days between the newest edition's and today; none without an edition.

    `well`: the last day on which a run ended well. Those until then on which it found nothing new
    were not missed.

    >>> known = [Edition("2025-02-27", 1, Path("2025-02-27"))]
    >>> missed(known, date(2025, 3, 2)), missed(known, date(2025, 3, 2), "2025-02-28")
    (['2025-02-28', '2025-03-01'], ['2025-03-01'])
    """
    if not known:
        return []
    newest = date.fromisoformat(max(known[-1].as_of, well))
    between = max(0, (today - newest).days - 1)
    return [(newest + timedelta(days=at + 1)).isoformat() for at in range(between)]


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


def tidied(shelf: Path) -> None:
    """Removes what runs that were killed left on a shelf, and puts back what they had replaced.

    Whoever holds the shelf calls it.
    """
    for old in shelf.glob(".*.replaced"):
        final = shelf / old.name.removeprefix(".").removesuffix(".replaced")
        if not final.exists():
            old.rename(final)
    for left in [*shelf.glob(".*.replaced"), *shelf.glob(".*.partial")]:
        shutil.rmtree(left, ignore_errors=True)


def opened_to(path: Path, readers: str) -> None:
    """Lets a group, or everyone, read what lies below a path, whatever the umask; "" leaves it.

    Windows has no such modes: there it leaves it too.
    """
    if not readers or os.name != "posix":
        return
    see = stat.S_IRGRP | (stat.S_IROTH if readers == "everyone" else 0)
    enter = stat.S_IXGRP | (stat.S_IXOTH if readers == "everyone" else 0)
    for one in (path, *(path.rglob("*") if path.is_dir() else ())):
        mode = one.stat().st_mode
        one.chmod(stat.S_IMODE(mode) | see | (enter if stat.S_ISDIR(mode) else 0))


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
    if "files" not in manifest:
        return [f"{folder / 'manifest.json'}: missing or unreadable; this is no edition"]
    faults = []
    files = manifest.get("files")
    if not isinstance(files, dict):
        return [f"{folder / 'manifest.json'}: names no files; this is no edition"]
    for name, sha256 in files.items():
        path = folder / name
        if not path.resolve().is_relative_to(folder.resolve()):
            faults.append(f"{path}: leads out of the edition")
        elif not path.is_file():
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
        if error.errno in FULL:
            raise
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
