"""Archives: what they hold, each part within its limits, nothing written to disk."""

from __future__ import annotations

import gzip
import io
import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PureWindowsPath

from pressbrief.corpus.readers.model import MAX_DEPTH, Blob, Budget, Skipped, Unreadable
from pressbrief.topic import added_by_systems

CHUNK = 1 << 20
OF_THE_SYSTEM = "hidden, as systems add files to archives; rename it if it is an article"


def read_zip(blob: Blob, budget: Budget) -> Iterator[Blob | Skipped]:
    """A ZIP archive's files as blobs; those that cannot be had are skipped by name."""
    _refuse_deep(blob)
    with zipfile.ZipFile(io.BytesIO(blob.data)) as archive:
        for member in archive.infolist():
            if member.is_dir():
                continue
            if added_by_systems(PureWindowsPath(member.filename).parts):
                yield Skipped(f"{blob.file}/{member.filename}", OF_THE_SYSTEM)
                continue
            try:
                data = unzipped(archive, member, budget)
            except Unreadable as why:
                yield Skipped(f"{blob.file}/{member.filename}", str(why))
            else:
                yield blob.inside(member.filename, data)


def unzipped(archive: zipfile.ZipFile, member: zipfile.ZipInfo, budget: Budget) -> bytes:
    """One file of a ZIP archive; Unreadable if it is locked, damaged, too large or out of place."""
    if _leads_out(member.filename):
        raise Unreadable("its path leads out of the archive; pack it again with paths below it")
    if stat.S_ISLNK(member.external_attr >> 16):
        raise Unreadable("a link, not a file; pack the file that it names")
    if member.flag_bits & 1:
        raise Unreadable("locked with a password; unpack it and put the file here")
    budget.check(member.file_size, member.compress_size)
    try:
        with archive.open(member) as file:
            # The size that an archive states can be a lie: no more than it is ever read.
            data = file.read(member.file_size + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError):
        raise Unreadable("damaged in its archive; get the archive again") from None
    budget.spend(len(data))
    return data


def read_gzip(blob: Blob, budget: Budget) -> Iterator[Blob]:
    """What a gzip file holds, under the file's own name; of a cut-off WARC what is whole."""
    _refuse_deep(blob)
    data, whole = _gunzipped(blob.data, budget)
    if not whole and not data.startswith(b"WARC/"):
        raise Unreadable("cut off or damaged gzip file; get it again")
    yield Blob(blob.file, data, blob.depth + 1, blob.facts)
    if not whole:
        raise Unreadable("cut off or damaged gzip file: what came before was read; get it again")


def _gunzipped(packed: bytes, budget: Budget) -> tuple[bytes, bool]:
    parts, size = [], 0
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(packed)) as file:
            # What is whole before a fault is had: read() would lose it.
            while chunk := file.read1(CHUNK):
                parts.append(chunk)
                size += len(chunk)
                budget.check(size, len(packed))
    except (EOFError, gzip.BadGzipFile, zlib.error):
        return b"".join(parts), False
    finally:
        budget.spend(size)
    return b"".join(parts), True


def _refuse_deep(blob: Blob) -> None:
    if blob.depth >= MAX_DEPTH:
        raise Unreadable(f"an archive inside {MAX_DEPTH} others; unpack the outer ones")


def _leads_out(name: str) -> bool:
    windows = PureWindowsPath(name)
    return ".." in windows.parts or bool(windows.drive or windows.root)
