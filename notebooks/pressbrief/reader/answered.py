"""What the reader answered before, between runs: a sentence that stands in a topic is read once.

Answers lie in one SQLite file of the folder that `keep` names, by the question's hash, each with a
checksum. The file's name bears the hash of the weights, of this package and of the libraries that
make the numbers: other answers are never taken for these. Nothing depends on the file: what is
damaged in it is read anew, and where it cannot be used, all is. It may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from datetime import date, timedelta
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any, TypeVar

Question = TypeVar("Question")
Answer = TypeVar("Answer")
DAYS = 90  # an answer that nobody asked for in so many days goes
WEEK = 7  # days after which it is noted again that one was asked for
SECONDS = 5  # how long another process may write before this one reads anew
AT_ONCE = 500  # keys in one query; SQLite takes 999 at least
PART = 4_096  # questions that are answered, and kept, at a time
CHECK = 8  # bytes of a checksum
LIBRARIES = ("onnxruntime", "tokenizers", "numpy")
# What SQLite says of a file that holds something else or is damaged. Of one that another process
# has locked, or that is out of reach, it says other things.
SPOILT = {sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
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
    if _folder is None:
        return list(read(asked))
    found: list[Answer] = []
    for at in range(0, len(asked), PART):
        part = asked[at : at + PART]
        keys = [hashlib.sha256(f"{call} {one!r}".encode()).digest() for one in part]
        known = _known(_folder, keys)
        missing = {key: one for key, one in zip(keys, part, strict=True) if key not in known}
        packed = [json.dumps(pack(one)) for one in read(list(missing.values()))] if missing else []
        new = dict(zip(missing, packed, strict=True))
        _add(_folder, new)
        known |= new
        found += [unpack(json.loads(known[key])) for key in keys]
    return found


@cache
def identity() -> str:
    """A short hash of all that an answer depends on besides the question."""
    digest = hashlib.sha256(" ".join(map(metadata.version, LIBRARIES)).encode())
    for path in sorted(Path(__file__).parent.iterdir()):
        if path.suffix in (".py", ".onnx", ".txt"):
            digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:12]


def _file(folder: Path) -> Path:
    return folder / f"readings-{identity()}.sqlite"


def _known(folder: Path, keys: Sequence[bytes]) -> dict[bytes, str]:
    """The answers to those of the questions that are kept whole."""
    found: dict[bytes, str] = {}
    today = date.today()
    noted = (today - timedelta(days=WEEK)).isoformat()

    def look(file: sqlite3.Connection) -> None:
        for at in range(0, len(keys), AT_ONCE):
            some = keys[at : at + AT_ONCE]
            marks = ",".join("?" * len(some))
            rows = file.execute(
                f"select key, answer, sum, day from answers where key in ({marks})", some
            ).fetchall()
            whole = [row for row in rows if row[2] == _sum(row[0], row[1])]
            found.update((key, answer) for key, answer, _, _ in whole)
            old = [(today.isoformat(), key) for key, _, _, day in whole if day < noted]
            file.executemany("update answers set day = ? where key = ?", old)

    _tried(folder, look)
    return found


def _add(folder: Path, new: dict[bytes, str]) -> None:
    if not new:
        return
    today = date.today()
    rows = [(key, answer, _sum(key, answer), today.isoformat()) for key, answer in new.items()]
    oldest = (today - timedelta(days=DAYS)).isoformat()

    def put(file: sqlite3.Connection) -> None:
        file.executemany("insert or replace into answers values (?, ?, ?, ?)", rows)
        file.execute("delete from answers where day < ?", (oldest,))

    _tried(folder, put)


def _tried(folder: Path, work: Callable[[sqlite3.Connection], None]) -> None:
    """Does some work on the folder's file, in one transaction; where it fails, it is not done.

    A file that is damaged or no database goes: it holds nothing else.
    """
    path = _file(folder)
    try:
        if not path.exists():
            for other in folder.glob("readings-*.sqlite*"):
                other.unlink(missing_ok=True)
        with closing(sqlite3.connect(path, timeout=SECONDS)) as file, file:
            file.execute(
                "create table if not exists answers"
                " (key blob primary key, answer text, sum blob, day text) without rowid"
            )
            work(file)
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in SPOILT:
            with suppress(OSError):
                path.unlink(missing_ok=True)
    except OSError:
        return


def _sum(key: bytes, answer: object) -> bytes:
    return hashlib.blake2b(key + str(answer).encode(), digest_size=CHECK).digest()
