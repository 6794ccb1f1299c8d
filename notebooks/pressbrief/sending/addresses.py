"""Whom an edition is sent to: what a person writes, read and checked; no address holds a secret."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from email.headerregistry import Address as Mailbox
from typing import Literal
from urllib.parse import urlsplit

from pressbrief.topic.faults import InputError

HOOKS = ("slack", "teams", "json")
Kind = Literal["folder", "store", "mail", "slack", "teams", "json"]
SCHEME = re.compile(r"^([A-Za-z][A-Za-z0-9+.-]*)://")
# The name of an environment variable, or of an entry in the keyring.
NAMED = re.compile(r"^[A-Za-z_]\w*$")


class AddressError(InputError):
    """An address that nothing can be sent to, or that holds what no address may."""


@dataclass(frozen=True)
class Address:
    """One recipient: of which kind, where, and how messages call it (`label`, no secret in it)."""

    kind: Kind
    where: str
    label: str


def read(given: Iterable[str]) -> list[Address]:
    """Each recipient once, in the order given; a `mailto:` may name several, parted by commas.

    >>> [one.label for one in read(["mailto:desk@example.org", "s3://bucket/briefings", "out"])]
    ['mail to d…@example.org', 's3://bucket/briefings', 'folder out']
    """
    found = [address for text in given for address in _read(text.strip())]
    return list({(one.kind, one.where): one for one in found}.values())


def _read(text: str) -> list[Address]:
    kind, _, rest = text.partition(":")
    if not text:
        raise AddressError("an empty address; name a folder, s3://…, mailto:… or slack:NAME")
    if kind.lower() == "mailto":
        return [_mailbox(one.strip()) for one in rest.partition("?")[0].split(",") if one.strip()]
    if kind.lower() in HOOKS:
        return [_hook(kind.lower(), rest)]  # type: ignore[arg-type]
    if match := SCHEME.match(text):
        return [_store(text, match[1].lower())]
    return [Address("folder", text, f"folder {text}")]


def _mailbox(text: str) -> Address:
    try:
        box = Mailbox(addr_spec=text)
    except Exception:  # it raises what its parser stumbles over
        box = None
    if box is None or not box.username or ("." not in box.domain and box.domain != "localhost"):
        raise AddressError(f"mailto:{text}: no address of a mailbox; write name@example.org")
    where = f"{box.username}@{box.domain.lower()}"
    return Address("mail", where, f"mail to {box.username[:1]}…@{box.domain.lower()}")


def _hook(kind: Kind, rest: str) -> Address:
    if NAMED.match(rest):
        return Address(kind, rest, f"{kind}:{rest}")
    parts = urlsplit(rest)
    plain = parts.scheme in ("http", "https") and not (parts.query or "@" in parts.netloc)
    if kind == "json" and plain:
        return Address(kind, rest, f"json at {parts.hostname}")
    raise AddressError(
        f"{kind}: a webhook's address is a secret: put it into an environment variable or the "
        f"keyring (service pressbrief), and write that name, as {kind}:BRIEFING_HOOK"
    )


def _store(text: str, scheme: str) -> Address:
    parts = urlsplit(text)
    if parts.password or parts.query or (scheme not in ("sftp", "ssh") and "@" in parts.netloc):
        if scheme in ("abfs", "abfss", "az", "adl") and not (parts.password or parts.query):
            return Address("store", text.rstrip("/"), text)  # container@account is its name
        raise AddressError(
            f"{scheme}://{parts.hostname or ''}/…: holds a password or a token; leave it out, and "
            "set it in the environment as fsspec or that store's own tools read it"
        )
    if scheme in ("http", "https"):
        raise AddressError(
            f"{scheme}://{parts.hostname or ''}/…: nothing can be stored there; for a webhook "
            "write json:https://…, for WebDAV webdav://…"
        )
    return Address("store", text.rstrip("/"), text)
