"""What the reader answered before, between runs: a sentence that stands in a topic is read once.

Answers lie in one SQLite file of the folder that `keep` names, by the question's hash. The file's
name bears the hash of the weights, of this package and of onnxruntime's version: other answers are
never taken for these. Nothing depends on the file: where it cannot be used, all is read anew.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date, timedelta
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any, TypeVar

Question = TypeVar("Question")
Answer = TypeVar("Answer")
DAYS = 90  # an answer that nobody asked for in so many days goes
SECONDS = 5  # how long another process may write before this one reads anew
AT_ONCE = 500  # keys in one query; SQLite takes 999 at least
_folder: Path | None = None


def keep(folder: Path | None) -> None:
    """From now on answers are kept in this folder, which exists; None: nowhere."""
    global _folder
    _folder = folder


def answers(
    call: str,
    asked: Sequence[Question],
    read: Callable[[Sequence[Question]], Sequence[Answer]],
    pack: Callable[[Answer], object],
    unpack: Callable[[Any], Answer],
) -> list[Answer]:
    """The answer to each question of a call, in order: as it was kept, or read now and kept.

    `pack` makes an answer something that JSON can hold, `unpack` an answer of that.
    """
    if _folder is None or not asked:
        return list(read(asked))
    keys = [hashlib.sha256(f"{call} {one!r}".encode()).digest() for one in asked]
    known = _known(_folder, keys)
    missing = {key: one for key, one in zip(keys, asked, strict=True) if key not in known}
    packed = [json.dumps(pack(one)) for one in read(list(missing.values()))] if missing else []
    new = dict(zip(missing, packed, strict=True))
    _add(_folder, new)
    return [unpack(json.loads(known.get(key) or new[key])) for key in keys]


@cache
def identity() -> str:
    """A short hash of all that an answer depends on besides the question."""
    digest = hashlib.sha256(metadata.version("onnxruntime").encode())
    for path in sorted(Path(__file__).parent.iterdir()):
        if path.suffix in (".py", ".onnx", ".txt"):
            digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:12]


@contextmanager
def _opened(folder: Path) -> Iterator[sqlite3.Connection]:
    path = folder / f"readings-{identity()}.sqlite"
    if not path.exists():
        for other in folder.glob("readings-*.sqlite"):
            other.unlink(missing_ok=True)
    with closing(sqlite3.connect(path, timeout=SECONDS)) as file, file:
        file.execute(
            "create table if not exists answers (key blob primary key, answer text, day text)"
            " without rowid"
        )
        yield file


def _known(folder: Path, keys: Sequence[bytes]) -> dict[bytes, str]:
    found: dict[bytes, str] = {}
    today = date.today().isoformat()
    try:
        with _opened(folder) as file:
            for at in range(0, len(keys), AT_ONCE):
                some = keys[at : at + AT_ONCE]
                marks = ",".join("?" * len(some))
                rows = file.execute(
                    f"select key, answer, day from answers where key in ({marks})", some
                ).fetchall()
                found |= {key: answer for key, answer, _ in rows}
                old = [(today, key) for key, _, day in rows if day != today]
                file.executemany("update answers set day = ? where key = ?", old)
    except (sqlite3.Error, OSError):
        _forget(folder)
        return {}
    return found


def _add(folder: Path, new: dict[bytes, str]) -> None:
    if not new:
        return
    today = date.today()
    rows = [(key, answer, today.isoformat()) for key, answer in new.items()]
    try:
        with _opened(folder) as file:
            file.executemany("insert or replace into answers values (?, ?, ?)", rows)
            oldest = (today - timedelta(days=DAYS)).isoformat()
            file.execute("delete from answers where day < ?", (oldest,))
    except (sqlite3.Error, OSError):
        _forget(folder)


def _forget(folder: Path) -> None:
    """A file that is no database, or is out of reach, goes if it can: it holds nothing else."""
    try:
        (folder / f"readings-{identity()}.sqlite").unlink(missing_ok=True)
    except OSError:
        return
