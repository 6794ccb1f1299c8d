"""Secrets: had from the environment or the keyring alone, and in nothing that is written."""

from __future__ import annotations

import base64
import os
import re
from importlib import import_module
from urllib.parse import quote, urlsplit

SERVICE = "pressbrief"
NAMES = re.compile(r"PASS(WORD|WD|PHRASE)?|SECRET|TOKEN|CREDENTIAL|HOOK|(^|_)KEY$", re.IGNORECASE)
# A shorter value stands in texts by chance.
SHORTEST = 6
# A shorter piece of an address may be a word ("services").
TOKEN = 16
HIDDEN = "[hidden]"
_had: set[str] = set()


def secret(name: str, user: str = "") -> str:
    """The secret of that name: an environment variable's, else the keyring's; empty if none.

    The keyring is asked for `user`, or the name, under the service "pressbrief", where the package
    keyring is installed.
    """
    found = os.environ.get(name) or _of_keyring(user or name)
    if found:
        _had.add(found)
    return found


def scrubbed(text: str) -> str:
    """A text without the secrets that are known, however they are written in it.

    >>> os.environ["PRESSBRIEF_TEST_TOKEN"] = "open sesame"
    >>> scrubbed("535 wrong: open sesame")
    '535 wrong: [hidden]'
    >>> del os.environ["PRESSBRIEF_TEST_TOKEN"]
    """
    named = {value for name, value in os.environ.items() if NAMES.search(name)}
    for value in sorted(_had | named, key=len, reverse=True):
        if len(value) >= SHORTEST:
            for form in _forms(value):
                text = text.replace(form, HIDDEN)
    return text


def _forms(value: str) -> list[str]:
    """A secret as it is, as an address has it, and as it goes over SMTP."""
    raw = value.encode("utf-8", "surrogateescape")
    plain = base64.b64encode(raw).decode()
    return [value, quote(value, safe=""), repr(value)[1:-1], plain, *_of_address(value)]


def _of_address(value: str) -> list[str]:
    """What of an address is secret by itself, as a server that is asked for it repeats it."""
    try:
        parts = urlsplit(value)
    except ValueError:
        return []
    if not parts.netloc:
        return []
    path = parts.path.strip("/")
    pieces = (one for one in path.split("/") if len(one) >= TOKEN)
    told = (f"{path}?{parts.query}", path, parts.query, parts.password or "", *pieces)
    return [one for one in told if len(one) >= SHORTEST]


def _of_keyring(name: str) -> str:
    try:
        keyring = import_module("keyring")  # comes with pressbrief[send]
        return keyring.get_password(SERVICE, name) or ""
    except Exception:  # no such package or keyring on this machine, or one that is locked
        return ""
