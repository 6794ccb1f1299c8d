"""A detached signature over an edition's manifest, which names every other file by its digest.

Made and checked by `ssh-keygen -Y` (OpenSSH 8.1 on), or by minisign where its key is named: the
key says which. pressbrief holds no key itself.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from pressbrief.topic.faults import InputError

MANIFEST = "manifest.json"
# What the signature is for, so that one made for something else is none for this.
NAMESPACE = "pressbrief"
SUFFIX = {"ssh-keygen": ".sig", "minisign": ".minisig"}
PATIENT = 60


class SignatureError(InputError):
    """A key that cannot be used, or a program that is not there."""


def sign(folder: Path, key: Path) -> Path:
    """Signs an edition's manifest with a private key; the signature's file, beside it."""
    program, manifest = _program(key), folder / MANIFEST
    target = manifest.with_name(f"{MANIFEST}{SUFFIX[program]}")
    target.unlink(missing_ok=True)
    words = {
        "ssh-keygen": ["-Y", "sign", "-f", str(key), "-n", NAMESPACE, str(manifest)],
        "minisign": ["-S", "-s", str(key), "-m", str(manifest)],
    }
    ended = _run([program, *words[program]])
    if ended.returncode or not target.is_file():
        raise SignatureError(f"{key}: does not sign ({_said(ended)})")
    return target


def faults(folder: Path, key: Path) -> list[str]:
    """What is wrong with an edition's signature, checked with a public key; none if it holds."""
    program, manifest = _program(key), folder / MANIFEST
    signed = manifest.with_name(f"{MANIFEST}{SUFFIX[program]}")
    if not signed.is_file():
        return [f"{signed}: missing; the edition is not signed"]
    if program == "minisign":
        ended = _run([program, "-V", "-p", str(key), "-m", str(manifest)])
    else:
        with tempfile.TemporaryDirectory(prefix="pressbrief-") as temporary:
            allowed = Path(temporary) / "allowed"
            allowed.write_text(f'edition namespaces="{NAMESPACE}" {_line(key)}\n', "utf-8")
            words = ["-Y", "verify", "-f", str(allowed), "-I", "edition", "-n", NAMESPACE]
            ended = _run([program, *words, "-s", str(signed)], manifest.read_bytes())
    return [f"{signed}: not by {key} ({_said(ended)})"] if ended.returncode else []


def _program(key: Path) -> str:
    """Which program a key belongs to; SignatureError if it cannot be read or is not installed."""
    try:
        first = key.read_text(encoding="utf-8", errors="replace").partition("\n")[0]
    except OSError as error:
        raise SignatureError(f"{key}: {error.strerror}; name a file with a key") from None
    program = "minisign" if "minisign" in first else "ssh-keygen"
    if not shutil.which(program):
        raise SignatureError(f"{program}: not installed; {key} is a key of its")
    return program


def _line(key: Path) -> str:
    return key.read_text(encoding="utf-8").strip().partition("\n")[0]


def _run(words: list[str], given: bytes | None = None) -> subprocess.CompletedProcess:
    told = {"input": given} if given is not None else {"stdin": subprocess.DEVNULL}
    try:
        return subprocess.run(words, capture_output=True, timeout=PATIENT, check=False, **told)
    except subprocess.TimeoutExpired:
        raise SignatureError(f"{words[0]}: no answer; is the key locked by a phrase?") from None


def _said(ended: subprocess.CompletedProcess) -> str:
    text = (ended.stderr or ended.stdout).decode("utf-8", "replace")
    return " ".join(text.split())[:200]
