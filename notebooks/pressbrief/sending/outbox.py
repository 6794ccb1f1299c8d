"""The ledger of what was sent to whom: a line is written before and after each delivery.

It lies in `out`, which is handed on: recipients stand in it by a digest that only this
installation can make.
"""

from __future__ import annotations

import hmac
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Literal
from uuid import UUID, uuid4, uuid5

from filelock import FileLock, Timeout

from pressbrief.sending.addresses import Address
from pressbrief.sending.hidden import scrubbed
from pressbrief.sending.issue import Issue
from pressbrief.topic.faults import InputError

FOLDER = ".sent"
INSTALLATION = ".installation"
State = Literal["begun", "sent", "failed", "unanswered", "superseded"]
# What needs no further try.
DONE = ("sent", "superseded")


class BusyError(InputError):
    """Another process is sending from here."""


@dataclass(frozen=True)
class Entry:
    """How one delivery last stood."""

    to: str
    edition: str
    digest: str
    state: State
    label: str = ""
    at: str = ""
    corrections: str = ""
    corrects: str = ""
    message: str = ""
    why: str = ""

    @property
    def place(self) -> tuple[str, int]:
        """Where its edition stands among its topic's."""
        day, _, number = self.edition.partition(".")
        return day, int(number) if number.isdigit() else 1


class Outbox:
    """The deliveries of one topic's editions, kept below `out`; `held` while one sends."""

    def __init__(self, out: Path, shelf: str):
        self._folder = out / FOLDER
        self._path = self._folder / f"{shelf}.jsonl"
        self.installation = installation(out)
        self.entries: dict[tuple[str, str, str], Entry] = {}
        self._read()

    def _read(self) -> None:
        self.entries.clear()
        try:
            lines = self._path.read_text(encoding="utf-8").splitlines()
        except FileNotFoundError:
            return
        for line in lines:
            try:  # a line that a crash cut off says nothing: what stands before it holds
                entry = Entry(**json.loads(line))
            except (ValueError, TypeError):
                continue
            key = entry.to, entry.edition, entry.digest
            self.entries.pop(key, None)  # the last to be written is the last to be read
            self.entries[key] = entry

    @contextmanager
    def held(self, seconds: float = 600) -> Iterator[None]:
        """Holds the ledger alone, and reads what others have sent; BusyError after that long."""
        self._folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(self._folder / ".lock")
        try:
            lock.acquire(timeout=seconds)
        except Timeout:
            raise BusyError(f"{self._path}: another process still sends from here") from None
        try:
            self._read()
            yield
        finally:
            lock.release()

    def key(self, address: Address) -> str:
        """What stands for a recipient here."""
        told = f"{address.kind}:{address.where}".encode()
        return hmac.new(self.installation.bytes, told, sha256).hexdigest()[:24]

    def last(self, address: Address, issue: Issue) -> Entry | None:
        """How the delivery of an edition to a recipient last stood; None if it was not begun."""
        return self.entries.get((self.key(address), issue.name, issue.digest))

    def sent_to(self, address: Address) -> list[Entry]:
        """What a recipient has got, as it was sent."""
        key = self.key(address)
        return [one for one in self.entries.values() if one.to == key and one.state == "sent"]

    def waiting(self) -> list[Entry]:
        """What was begun and not brought to its end, oldest edition first."""
        done = {(one.to, one.edition) for one in self.entries.values() if one.state in DONE}
        left = [one for one in self.entries.values() if (one.to, one.edition) not in done]
        return sorted(left, key=lambda one: one.place)

    def message_id(self, address: Address, issue: Issue, domain: str) -> str:
        """The Message-ID of an edition's mail to a recipient: the same however often it is sent."""
        name = f"{issue.shelf}/{issue.name}/{issue.digest}/{self.key(address)}"
        return f"<{uuid5(self.installation, name)}@{domain}>"

    def write(self, address: Address, issue: Issue, state: State, **more: str) -> Entry:
        """Writes a line, on the disk before it returns."""
        told = {name: scrubbed(text) for name, text in more.items()}
        entry = Entry(
            to=self.key(address),
            edition=issue.name,
            digest=issue.digest,
            state=state,
            label=address.label,
            at=datetime.now(UTC).isoformat(timespec="seconds"),
            corrections=issue.corrections,
            **told,
        )
        line = json.dumps(entry.__dict__, ensure_ascii=False)
        with self._path.open("a+b") as file:
            file.seek(0, os.SEEK_END)
            if file.tell():
                file.seek(-1, os.SEEK_END)
                cut_off = file.read(1) != b"\n"
                file.write(b"\n" * cut_off)
            file.write(line.encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())
        key = entry.to, entry.edition, entry.digest
        self.entries.pop(key, None)
        self.entries[key] = entry
        return entry


def installation(out: Path) -> UUID:
    """What tells the editions in `out` from all others in the world: made once, then kept."""
    path = out / INSTALLATION
    try:
        return UUID(path.read_text(encoding="ascii").strip())
    except (OSError, ValueError):
        made = uuid4()
        beside = path.with_name(f"{INSTALLATION}.{os.getpid()}")
        beside.write_text(f"{made}\n", encoding="ascii")
        beside.replace(path)
        return made
