"""An edition into a folder, or a store that fsspec writes to: whole, and a pointer to it last."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from uuid import uuid4

from pressbrief.sending.issue import Issue
from pressbrief.sending.postman import NotSentError

POINTER = "latest.json"
# Where a folder can be renamed, so that an edition comes to stand there at once.
RENAMING = {"file", "local", "sftp", "ssh", "smb", "hdfs"}


def pointer(issue: Issue) -> str:
    """What latest.json says: which edition is the newest there, and what its manifest is."""
    told = {
        "topic": issue.shelf,
        "title": issue.title,
        "edition": issue.name,
        "page": f"{issue.name}/briefing.html",
        "files": issue.digest,
    }
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"


def into_folder(issue: Issue, folder: Path, newest: bool, pages: Mapping[str, str]) -> None:
    """Copies an edition to TOPIC/EDITION below a folder; `pages` are the shelf's, by file name."""
    shelf = folder / issue.shelf
    if shelf.resolve() == issue.folder.parent.resolve():
        raise NotSentError("it lies there already; name another folder")
    shelf.mkdir(parents=True, exist_ok=True)
    final = shelf / issue.name
    if _digest_of(final / "manifest.json") != issue.digest:
        beside, old = shelf / f".{issue.name}.partial", shelf / f".{issue.name}.replaced"
        for left in (beside, old):
            shutil.rmtree(left, ignore_errors=True)
        for path in issue.files():
            target = beside / path.relative_to(issue.folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
        if final.exists():
            final.rename(old)
        beside.rename(final)
        shutil.rmtree(old, ignore_errors=True)
    if newest:
        _whole(shelf / POINTER, pointer(issue))
    for name, text in pages.items():
        _whole(folder / name, text)


def _digest_of(manifest: Path) -> str:
    """The digest of the edition that lies there; empty if none does."""
    try:
        return Issue(manifest.parent, json.loads(manifest.read_text(encoding="utf-8"))).digest
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def _whole(path: Path, text: str) -> None:
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def into_store(issue: Issue, address: str, newest: bool, pages: Mapping[str, str]) -> None:
    """Copies an edition to TOPIC/EDITION below an address; NotSentError if it cannot be.

    Where nothing can be renamed the manifest goes first and comes last: an edition without one is
    not whole. latest.json is written when all else stands.
    """
    import fsspec

    try:
        system, root = fsspec.core.url_to_fs(address, **_guards(address))
        system.invalidate_cache()
        shelf = f"{root.rstrip('/')}/{issue.shelf}"
        if _digest_there(system, f"{shelf}/{issue.name}", issue) != issue.digest:
            protocol = {system.protocol} if isinstance(system.protocol, str) else system.protocol
            if RENAMING & set(protocol):
                _beside(system, issue, shelf)
            else:
                _in_place(system, issue, f"{shelf}/{issue.name}")
        if newest:
            _pipe(system, f"{shelf}/{POINTER}", pointer(issue))
        for name, text in pages.items():
            _pipe(system, f"{root.rstrip('/')}/{name}", text)
    except ImportError as error:
        raise NotSentError(
            f"{error}; install what fsspec asks for, such as s3fs or sshfs"
        ) from None
    except Exception as error:  # each file system has errors of its own
        raise NotSentError(f"{type(error).__name__}: {error}".strip(": ")) from None


def _guards(address: str) -> dict[str, object]:
    """What a file system is told so that it hands nothing to a host that nobody knows.

    sshfs takes any host's key unless it is told otherwise: () stands for ~/.ssh/known_hosts.
    """
    return {"known_hosts": ()} if address.lower().startswith(("sftp://", "ssh://")) else {}


def _digest_there(system, folder: str, issue: Issue) -> str:
    try:
        said = json.loads(system.cat_file(f"{folder}/manifest.json"))
        return Issue(issue.folder, said).digest
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return ""


def _put(system, issue: Issue, folder: str) -> None:
    made: set[str] = set()
    for path in issue.files():
        target = f"{folder}/{path.relative_to(issue.folder).as_posix()}"
        parent = target.rpartition("/")[0]
        if parent not in made:
            system.makedirs(parent, exist_ok=True)
            made.add(parent)
        system.put_file(str(path), target)


def _in_place(system, issue: Issue, folder: str) -> None:
    if system.exists(f"{folder}/manifest.json"):
        system.rm_file(f"{folder}/manifest.json")
    _put(system, issue, folder)


def _beside(system, issue: Issue, shelf: str) -> None:
    final, beside = f"{shelf}/{issue.name}", f"{shelf}/.{issue.name}.partial"
    old = f"{shelf}/.{issue.name}.replaced"
    for left in (beside, old):
        if system.exists(left):
            system.rm(left, recursive=True)
    _put(system, issue, beside)
    if system.exists(final):
        system.mv(final, old)
    system.mv(beside, final)
    if system.exists(old):
        system.rm(old, recursive=True)


def _pipe(system, path: str, text: str) -> None:
    """Writes a small file, through another name where the store can rename over what is there."""
    protocol = {system.protocol} if isinstance(system.protocol, str) else set(system.protocol)
    system.makedirs(path.rpartition("/")[0], exist_ok=True)
    if not {"sftp", "ssh"} & protocol:
        system.pipe_file(path, text.encode())
        return
    beside = f"{path}.{uuid4().hex[:8]}"
    system.pipe_file(beside, text.encode())
    try:
        system.mv(beside, path)
    except OSError:  # a server whose renaming replaces nothing
        system.rm_file(path)
        system.mv(beside, path)
