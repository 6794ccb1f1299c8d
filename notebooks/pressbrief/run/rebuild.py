"""An edition made again from its articles, somewhere else, and compared with what it is."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from pressbrief.run import edition, execute, remote
from pressbrief.run.parameters import validated


def differences(folder: Path, articles: str) -> list[str]:
    """What differs between an edition and what its articles make now, a line each; none if equal.

    What it was made from comes first: articles, parameters, code and versions that are others are
    why the rest differs. InputError if the articles cannot be read.
    """
    folder = folder.resolve()
    made = edition.Edition("", 1, folder)
    manifest, then = made.manifest(), made.identity()
    told = {**then.get("parameters", {}), "as_of": str(then.get("as_of", ""))}
    with tempfile.TemporaryDirectory(prefix="pressbrief-") as temporary:
        given = {"out": f"{temporary}/reports", "data": f"{temporary}/data"}
        settings = validated(**told, **given, topic=articles, force=True)
        subject = remote.opened(settings)
        now = edition.identity(subject, settings)
        shelf = Path(temporary) / "reports" / subject.name
        found = list(_of_identity(then, now))
        previous = manifest.get("previous", "")
        if previous and not settings.previous:
            if (before := folder.parent / previous).is_dir():
                shutil.copytree(before, shelf / previous)
            else:
                found.append(f"{before}: missing, so what changed since it cannot be told")
        # It is made again under its own name, which stands in it.
        (shelf / folder.name).mkdir(parents=True)
        edition.write_manifest(shelf / folder.name, {"status": "complete", "identity": now})
        outcome = execute.run(settings)
        if outcome.folder is None:
            return [*found, *outcome.messages]
        again = edition.Edition("", 1, outcome.folder).manifest()
        return [*found, *_of_files(manifest.get("files", {}), again.get("files", {}))]


def _of_identity(then: dict, now: dict) -> Iterator[str]:
    """What an edition was made from that is another now."""
    for part, noun in (("inputs", "the article"), ("parameters", "the parameter")):
        old, new = then.get(part, {}), now[part]
        for name in sorted(old.keys() | new.keys()):
            if old.get(name) != new.get(name):
                yield f"{noun} {name}: {_how(name, old, new)}"
    old, new = then.get("versions", {}), now["versions"]
    for name in sorted(old.keys() | new.keys()):
        if old.get(name) != new.get(name):
            yield f"the version of {name}: {old.get(name)} then, {new.get(name)} now"
    for part in ("code", "notebooks", "scores"):
        if then.get(part) != now[part]:
            yield f"{part}: other than it was"


def _how(name: str, old: dict, new: dict) -> str:
    if name not in new:
        return "missing now"
    if name not in old:
        return "not there then"
    short = all(len(str(value)) < 40 for value in (old[name], new[name]))
    said = (json.dumps(value, ensure_ascii=False) for value in (old[name], new[name]))
    return " then, ".join(said) + " now" if short else "other than it was"


def _of_files(then: dict[str, str], now: dict[str, str]) -> Iterator[str]:
    for name in sorted(then.keys() | now.keys()):
        if then.get(name) != now.get(name):
            yield f"the file {name}: {_how(name, then, now)}"
