"""Archives: what they hold, each part within its limits, nothing written to disk."""

from __future__ import annotations

import gzip
import io
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from pathlib import PureWindowsPath

from pressbrief.corpus.readers.model import MAX_DEPTH, Blob, Budget, Skipped, Unreadable
from pressbrief.topic import added_by_systems

CHUNK = 1 << 20
LEADS_OUT = "its path leads out of the archive; pack it again with paths below it"
NO_FILE = "a link, not a file; pack the file that it names"
DAMAGED = "damaged in its archive; get the archive again"
OF_THE_SYSTEM = "hidden, as systems add files to archives; rename it if it is an article"


def read_zip(blob: Blob, budget: Budget) -> Iterator[Blob | Skipped]:
    """A ZIP archive's files as blobs; those that cannot be had are skipped by name."""
    _refuse_deep(blob)
    with zipfile.ZipFile(io.BytesIO(blob.data)) as archive:
        _refuse_overlaps(archive)
        for member in archive.infolist():
            if not member.is_dir():
                unpack = partial(unzipped, archive, member, budget)
                yield _member(blob, member.filename, unpack)


def read_tar(blob: Blob, budget: Budget) -> Iterator[Blob | Skipped]:
    """A tar archive's files as blobs; those that cannot be had are skipped by name."""
    _refuse_deep(blob)
    try:
        with tarfile.open(fileobj=io.BytesIO(blob.data), mode="r:") as archive:
            for member in archive:
                if not member.isdir():
                    unpack = partial(_untarred, archive, member, budget)
                    yield _member(blob, member.name, unpack)
    except (tarfile.TarError, EOFError, OSError, ValueError):
        raise Unreadable("cut off or damaged tar archive; get it again") from None


def is_tar(data: bytes) -> bool:
    """Whether bytes begin with a tar header: its checksum says so, whatever it is called."""
    try:
        tarfile.TarInfo.frombuf(data[: tarfile.BLOCKSIZE], "utf-8", "surrogateescape")
    except tarfile.HeaderError:
        return False
    return True


def _member(blob: Blob, name: str, unpack: Callable[[], bytes]) -> Blob | Skipped:
    try:
        if added_by_systems(PureWindowsPath(name).parts):
            raise Unreadable(OF_THE_SYSTEM)
        if _leads_out(name):
            raise Unreadable(LEADS_OUT)
        return blob.inside(name, unpack())
    except Unreadable as why:
        return Skipped(f"{blob.file}/{name}", str(why))


def _untarred(archive: tarfile.TarFile, member: tarfile.TarInfo, budget: Budget) -> bytes:
    if not member.isreg():
        raise Unreadable(NO_FILE)
    budget.check(member.size)
    file = archive.extractfile(member)
    data = file.read(member.size) if file else b""
    if len(data) < member.size:
        raise Unreadable(DAMAGED)
    budget.spend(len(data))
    return data


def _refuse_overlaps(archive: zipfile.ZipFile) -> None:
    """A few bytes that stand for many members unpack to far more than the archive holds."""
    places = sorted((one.header_offset, one.compress_size) for one in archive.infolist())
    if any(start + size > following for (start, size), (following, _) in pairwise(places)):
        raise Unreadable("its files overlap, as in no archive of texts; pack them again")


def unzipped(archive: zipfile.ZipFile, member: zipfile.ZipInfo, budget: Budget) -> bytes:
    """One file of a ZIP archive; Unreadable if it is locked, damaged, too large or out of place."""
    kind = stat.S_IFMT(member.external_attr >> 16)
    if kind and kind != stat.S_IFREG:
        raise Unreadable(NO_FILE)
    if member.flag_bits & 1:
        raise Unreadable("locked with a password; unpack it and put the file here")
    budget.check(member.file_size, member.compress_size)
    try:
        with archive.open(member) as file:
            # The size that an archive states can be a lie: no more than it is ever read.
            data = file.read(member.file_size + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError):
        raise Unreadable(DAMAGED) from None
    budget.spend(len(data))
    return data


def read_gzip(blob: Blob, budget: Budget) -> Iterator[Blob]:
    """What a gzip file holds, under the file's own name; of a cut-off WARC what is whole."""
    _refuse_deep(blob)
    data, whole = _gunzipped(blob.data, budget)
    if not whole and not data.startswith(b"WARC/"):
        raise Unreadable("cut off or damaged gzip file; get it again")
    yield blob.part(blob.file, data, blob.facts)
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
