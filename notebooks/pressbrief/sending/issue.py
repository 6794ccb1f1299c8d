"""An edition as it is sent: what its manifest says of it, in texts that are plain."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

from pressbrief.render.text import plain, replaced
from pressbrief.topic.faults import InputError

PARTIAL = "partial"


class EditionError(InputError):
    """A folder that is no edition, or one that cannot be sent."""


@dataclass(frozen=True)
class Issue:
    """An edition in its folder, and what its manifest says."""

    folder: Path
    manifest: dict

    @property
    def name(self) -> str:
        """Its as-of day, with a number behind it from the second on."""
        return self.folder.name

    @property
    def shelf(self) -> str:
        """The folder that it stands in, which names its topic among all of `out`."""
        return self.folder.parent.name

    @property
    def title(self) -> str:
        """Its topic's title."""
        return str(self.said.get("title") or self.manifest.get("title") or self.shelf)

    @property
    def whole(self) -> bool:
        """Whether no section of it is missing."""
        return self.manifest.get("status") == "complete"

    @property
    def place(self) -> tuple[str, int]:
        """Where it stands among its topic's editions."""
        day, _, number = self.name.partition(".")
        return day, int(number) if number.isdigit() else 1

    @property
    def corrections(self) -> str:
        """The digest of the corrections that it was made with; empty if there were none."""
        return str(self.manifest.get("identity", {}).get("inputs", {}).get("corrections.toml", ""))

    @cached_property
    def digest(self) -> str:
        """The digest of all its files: another one under the same name is another edition."""
        listed = json.dumps(self.manifest["files"], sort_keys=True)
        return sha256(listed.encode()).hexdigest()

    @cached_property
    def said(self) -> dict:
        """Its cover, findings, changes and picture (`run.summary`), every text plain."""
        given = self.manifest.get("said")
        return replaced(given, plain) if isinstance(given, dict) else {}

    @property
    def findings(self) -> list[dict]:
        """Its findings: text, sure, because."""
        return [one for one in self.said.get("findings", ()) if isinstance(one, dict)]

    @property
    def changes(self) -> list[str]:
        """What changed since the edition before, a sentence each."""
        return [str(one) for one in self.said.get("changes", ())]

    @property
    def changed(self) -> str:
        """What changed, in one line."""
        return str(self.said.get("changed", ""))

    @property
    def missing(self) -> list[str]:
        """The sections that it lacks."""
        return [str(one) for one in self.said.get("missing", ())]

    def files(self) -> list[Path]:
        """Its files: those of the manifest, its signature, and the manifest itself as the last."""
        listed = [self.folder / name for name in sorted(self.manifest["files"])]
        return [*listed, *self.folder.glob("manifest.json.*sig"), self.folder / "manifest.json"]

    def link(self, base: str) -> str:
        """The address of its page below a base; empty without one."""
        if not base:
            return ""
        return f"{base.rstrip('/')}/{quote(self.shelf)}/{quote(self.name)}/briefing.html"


def opened(folder: Path) -> Issue:
    """An edition to send; EditionError if it is none, or is no longer what was made."""
    folder = folder.resolve()
    try:
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        files = manifest["files"]
        changed = [
            name
            for name, digest in files.items()
            if not (folder / name).resolve().is_relative_to(folder)
            or sha256((folder / name).read_bytes()).hexdigest() != digest
        ]
    except (OSError, ValueError, RecursionError, KeyError, TypeError, AttributeError):
        raise EditionError(
            f"{folder}: no whole edition; name a folder such as reports/TOPIC/2025-03-31"
        ) from None
    if changed:
        raise EditionError(
            f"{folder / changed[0]}: changed since the edition was made; make it again with "
            "`pressbrief run --force`"
        )
    return Issue(folder, manifest)
