"""What a run holds alone while it writes there, for so long as it may wait for it."""

from __future__ import annotations

import secrets
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

# In a run's `data`: where the temporary folders lie of the run that holds it, and of dead ones.
LEDGER = ".temporary"
PREFIX = "pressbrief-"


class OutOfTimeError(RuntimeError):
    """What a run waited for took longer than it may; the message names both."""


class Patience:
    """How long a run may yet wait for other runs."""

    def __init__(self, minutes: float, say: Callable[[str], None] = lambda line: None):
        self.minutes = minutes
        self._say = say
        self._end = time.monotonic() + 60 * minutes

    @contextmanager
    def holding(self, path: Path) -> Iterator[None]:
        """Holds a lock's file; OutOfTimeError if another run does not give it back in time."""
        lock = FileLock(path)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            self._say("Waiting for another run")
            try:
                lock.acquire(timeout=max(0, self._end - time.monotonic()))
            except Timeout:
                raise OutOfTimeError(
                    f"Another run still writes here after the {self.minutes:g} minutes that "
                    f"wait_minutes allows: {path} is its lock"
                ) from None
        try:
            yield
        finally:
            lock.release()


@contextmanager
def temporary(data: Path) -> Iterator[Path]:
    """A run's temporary folder, removed with all that is in it; those of dead runs go as well.

    Whoever holds `data` calls it: a folder that its ledger names is then nobody's.
    """
    ledger = data / LEDGER
    folder = Path(tempfile.gettempdir()) / f"{PREFIX}{secrets.token_hex(6)}"
    _write(ledger, [*_swept(ledger), folder])
    folder.mkdir(mode=0o700)
    default, tempfile.tempdir = tempfile.tempdir, str(folder)
    try:
        yield folder
    finally:
        tempfile.tempdir = default
        _write(ledger, _swept(ledger))


def _swept(ledger: Path) -> list[Path]:
    """Removes the folders that a ledger names; those that are still there."""
    try:
        named = ledger.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return []
    folders = [Path(line) for line in named]
    folders = [one for one in folders if one.name.startswith(PREFIX) and one.is_dir()]
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
    return [folder for folder in folders if folder.is_dir()]


def _write(ledger: Path, folders: list[Path]) -> None:
    if folders:
        written_whole(ledger, "\n".join(map(str, folders)))
    else:
        ledger.unlink(missing_ok=True)


def written_whole(path: Path, text: str) -> None:
    """Writes a text file that is never seen half; one that says the same already stays."""
    raw = text.encode()
    if path.is_file() and path.read_bytes() == raw:
        return
    beside = path.with_name(f".{path.name}.partial")
    try:
        beside.write_bytes(raw)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
