"""What is laid by on disk while a corpus is read, so that memory need not hold it."""

from __future__ import annotations

import os
import pickle
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

KEPT = 256  # things read back that stay at hand


class Place(NamedTuple):
    """Where a thing lies: the file's name, and its bytes' start and count."""

    file: str
    start: int
    size: int


@dataclass(frozen=True)
class Spool:
    """A folder into which each process writes a file of its own, and from which all read."""

    folder: Path

    def lay(self, thing: object) -> Place:
        """Lays a thing by, in about a fifth of its memory.

        >>> spool = Spool(getfixture("tmp_path"))
        >>> spool.take(spool.lay(["Tokyo", "Kabul"]))
        ['Tokyo', 'Kabul']
        """
        packed = zlib.compress(pickle.dumps(thing, pickle.HIGHEST_PROTOCOL), level=1)
        name = str(os.getpid())
        with (self.folder / name).open("ab") as file:
            return Place(name, file.tell(), file.write(packed))

    def take(self, place: Place) -> Any:
        """The thing as it was; it stays where it lies."""
        with (self.folder / place.file).open("rb") as file:
            file.seek(place.start)
            return pickle.loads(zlib.decompress(file.read(place.size)))


class Lying(Sequence):
    """Things that lie in a spool, or what `part` takes of each: read back when they are asked for.

    >>> spool = Spool(getfixture("tmp_path"))
    >>> list(Lying(spool, [spool.lay("Tokyo"), spool.lay("Kabul")], str.upper))
    ['TOKYO', 'KABUL']
    """

    def __init__(self, spool: Spool, places: Sequence[Place], part: Callable[[Any], Any]):
        self._places = places
        self._taken = lru_cache(KEPT)(lambda place: part(spool.take(place)))

    def __len__(self) -> int:
        return len(self._places)

    def __getitem__(self, at):
        return self._taken(self._places[at])
