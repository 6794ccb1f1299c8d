"""The shelves in `out`: one a topic, and which topic's each is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from pressbrief.run import edition, stamps
from pressbrief.run.holding import written_whole
from pressbrief.topic import Topic

# Shelf → whose it is. A digest stands for the topic's folder: `out` is handed on.
LEDGER = ".shelves.json"


def claimed(out: Path, topic: Topic) -> str:
    """The name of a topic's shelf in `out`: the topic's, unless another of that name has it.

    Then the folders above the topic say which of the two it is (`china-news`). A shelf is a
    topic's if its folder made it, or one that holds most of the newest edition's files: that
    folder moved, or a copy of it. Whoever holds `out` calls it.
    """
    owners = _owners(out)
    owner = _digest(str(topic.path.resolve()))
    for name in _names(topic, owner):
        if (out / name).exists() and not (out / name).is_dir():
            continue
        key = name.casefold()  # some systems take "News" and "news" for one folder
        if owners.get(key, owner) == owner or _lies_on(out / name, topic):
            written_whole(out / LEDGER, json.dumps({**owners, key: owner}, indent=2) + "\n")
            return name
    raise AssertionError("a digest is nobody else's")


def _names(topic: Topic, owner: str) -> Iterator[str]:
    yield topic.name
    name = topic.name
    for above in topic.path.resolve().parents:
        if above.name:
            name = f"{above.name}-{name}"
            yield name
    yield f"{topic.name}-{owner}"


def _lies_on(shelf: Path, topic: Topic) -> bool:
    """Whether most files of the newest edition on a shelf are the topic's."""
    for newest in edition.editions(shelf)[-1:]:
        then = newest.identity().get("inputs")
        if isinstance(then, dict):
            same = then.items() & stamps.inputs(topic).items()
            return len(same) > len(then) / 2
    return False


def _owners(out: Path) -> dict[str, str]:
    try:
        read = json.loads((out / LEDGER).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return read if isinstance(read, dict) else {}


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
