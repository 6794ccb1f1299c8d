"""What sections claim, kept beside their tables: the findings are chosen from it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from pydantic import BaseModel

from pressbrief.sections.model import Claim


class Kept(BaseModel):
    """A section's claims, and the state that they were made from."""

    stamp: str
    claims: tuple[Claim, ...]


def save(section: str, claims: Iterable[Claim], folder: Path, stamp: str) -> None:
    """Writes a section's claims to `<folder>/<section>.claims.json`, whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    beside = folder / f".{section}.{os.getpid()}.claims.json"
    said = Kept(stamp=stamp, claims=tuple(claims)).model_dump_json()
    beside.write_text(said, encoding="utf-8")
    beside.replace(folder / f"{section}.claims.json")


def load(section: str, folder: Path, stamp: str) -> tuple[Claim, ...] | None:
    """A section's claims read back; None if missing, unreadable or made from another state."""
    try:
        raw = (folder / f"{section}.claims.json").read_bytes()
        kept = Kept.model_validate_json(raw)
    except (OSError, ValueError):
        return None
    return kept.claims if kept.stamp == stamp else None
