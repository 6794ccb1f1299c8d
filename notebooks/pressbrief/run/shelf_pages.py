"""The pages in reports/ that lead to editions, and how many editions are kept."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from pressbrief.render import shelf
from pressbrief.run import edition
from pressbrief.run.holding import written_whole
from pressbrief.sending.outbox import installation


def write(out: Path, base: str = "") -> None:
    """Writes index.html and feed.xml into `out`: every topic's editions, newest first."""
    for name, text in pages(out, _found(out), base).items():
        written_whole(out / name, text)


def pages(out: Path, found: Iterable[edition.Edition], base: str = "") -> dict[str, str]:
    """The text of index.html and feed.xml for some editions, in the order given."""
    entries = [_entry(out, each, manifest) for each in found if (manifest := each.manifest())]
    return {
        "index.html": shelf.page(entries),
        "feed.xml": shelf.feed(entries, installation(out), base),
    }


def pruned(folder: Path, keep: int) -> list[str]:
    """Removes the oldest of a shelf's editions but `keep`, never the newest whole one; their names.

    0 keeps all.
    """
    known = edition.editions(folder)
    whole = [each for each in known if each.manifest().get("status") == "complete"]
    spared = {each.name for each in (*known[-keep:], *whole[-1:])}
    gone = [each for each in known if keep and each.name not in spared]
    for each in gone:
        # Renamed first: whoever reads the shelf sees the whole of it, or nothing.
        left = each.folder.with_name(f".{each.name}.partial")
        each.folder.rename(left)
        shutil.rmtree(left, ignore_errors=True)
    return [each.name for each in gone]


def _found(out: Path) -> list[edition.Edition]:
    folders = (folder for folder in sorted(out.iterdir()) if folder.is_dir())
    return [each for folder in folders for each in reversed(edition.editions(folder))]


def _entry(out: Path, each: edition.Edition, manifest: dict) -> shelf.Entry:
    topic = each.folder.parent.name
    said = manifest.get("said")
    return shelf.Entry(
        path=each.folder.relative_to(out).as_posix(),
        topic=topic,
        edition=each.name,
        as_of=each.as_of,
        title=manifest.get("title", topic),
        status=manifest.get("status", "unknown"),
        number=each.number,
        made=str(manifest.get("made", "")),
        said=said if isinstance(said, dict) else {},
    )
