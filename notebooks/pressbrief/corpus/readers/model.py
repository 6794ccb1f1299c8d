"""What readers take and give: a blob of bytes in, items, skipped ones and further blobs out."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pressbrief.topic import OriginArticle

MEGABYTE = 1024 * 1024
# An archive may hold this many times the limit of one file; text shrinks tenfold, seldom more.
TOTAL = 16
# Text shrinks to a tenth, seldom to a hundredth; what unpacks to more than so many times its size
# is made to fill a disk. Archives in archives deeper than this are, too. Guesses.
MAX_RATIO = 200
# All that one file holds may be so many times its size, and so many megabytes in any case: many
# small bombs would pass each for a text.
TOTAL_RATIO, ALWAYS = 50, 16
MAX_DEPTH = 4


class Unreadable(ValueError):  # noqa: N818 - a state of a file, not a fault of the program
    """A file that cannot be read as an article; the message says why and what would mend it."""


@dataclass(frozen=True)
class Facts:
    """What is known of an article from outside its text; `bases` names what says each fact.

    `published` is a day as YYYY-MM-DD, or the first and last that it can be, joined by `/`;
    `likely` is a day that was guessed; by `seen` the article was there. What is not known is empty.
    """

    headline: str = ""
    authors: list[str] = field(default_factory=list)
    publisher: str = ""
    published: str = ""
    likely: str = ""
    seen: str = ""
    url: str = ""
    language: str = ""
    bases: Mapping[str, str] = field(default_factory=dict)

    def basis(self, fact: str) -> str:
        """What says a fact, for the columns that name a basis."""
        return self.bases.get(fact, "")

    @classmethod
    def of(cls, basis: str, **said: str | list[str]) -> Facts:
        """The facts that one basis states, less those that it leaves empty.

        >>> Facts.of("the feed", headline="Talks end", url="").bases
        {'headline': 'the feed'}
        """
        known: dict[str, Any] = {name: value for name, value in said.items() if value}
        return cls(**known, bases=dict.fromkeys(known, basis))

    def over(self, other: Facts) -> Facts:
        """These facts, and the other's where these are silent.

        >>> Facts.of("a", url="x").over(Facts.of("b", url="y", language="en")).bases
        {'url': 'a', 'language': 'b'}
        """
        more = {name: getattr(other, name) for name in other.bases if name not in self.bases}
        bases = {**self.bases, **{name: other.bases[name] for name in more}}
        return replace(self, **more, bases=bases)

    def without(self, fact: str) -> Facts:
        """These facts less one that turned out to be none."""
        bases = {name: basis for name, basis in self.bases.items() if name != fact}
        return replace(self, **{fact: getattr(NOTHING, fact)}, bases=bases)


NOTHING = Facts()


def stated(origin: OriginArticle) -> Facts:
    """What origin.toml states of a file, as facts."""
    names = ("headline", "authors", "publisher", "published", "url")
    said = {name: value for name in names if (value := getattr(origin, name))}
    return Facts(**said, bases={name: origin.basis(name) for name in said})


@dataclass(frozen=True)
class Blob:
    """Bytes found under a name: a file, or a part of one; `depth` archives hold it.

    `columns` are the names that the topic gives the columns of its exports, each with what it is;
    `form` is known where what holds it says so.
    """

    file: str
    data: bytes
    depth: int = 0
    facts: Facts = NOTHING
    columns: Mapping[str, str] = field(default_factory=dict)
    form: str = ""

    @property
    def sha256(self) -> str:
        """The SHA-256 of its bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()

    def inside(self, name: str, data: bytes, facts: Facts = NOTHING) -> Blob:
        """Bytes that this one holds under a name of their own."""
        return self.part(f"{self.file}/{name}", data, facts)

    def part(self, file: str, data: bytes, facts: Facts = NOTHING, form: str = "") -> Blob:
        """Bytes that this one holds, under the whole of their name."""
        return replace(self, file=file, data=data, depth=self.depth + 1, facts=facts, form=form)


@dataclass(frozen=True)
class Item:
    """One article found: its text, the SHA-256 of its bytes, and what is known beside the text.

    `furniture` is what stood around the text and is no part of it: running heads, page numbers, the
    fields of a database. `notes` say what of it may not be what it seems.
    """

    file: str
    text: str
    sha256: str
    facts: Facts = NOTHING
    furniture: str = ""
    notes: tuple[str, ...] = ()

    @property
    def whole(self) -> str:
        """The text, and below it the furniture."""
        return f"{self.text}\n\n{self.furniture}" if self.furniture else self.text


@dataclass(frozen=True)
class Skipped:
    """One file or item that was found and not read, and why."""

    file: str
    reason: str


@dataclass(frozen=True)
class Noted:
    """What of a file was read and may not be what it seems: said, and nothing skipped for it."""

    file: str
    what: str


@dataclass
class Budget:
    """How many bytes one file or item may have, and how many a file's items may have together."""

    item: int
    left: int

    @classmethod
    def of(cls, max_megabytes: int, size: int) -> Budget:
        """The budget of a file of so many bytes: what it holds in all is bounded by these too."""
        limit = max_megabytes * MEGABYTE
        return cls(limit, min(limit * TOTAL, max(ALWAYS * MEGABYTE, size * TOTAL_RATIO)))

    def check(self, size: int, packed: int = 0) -> None:
        """Unreadable if an item of `size` bytes, `packed` bytes when compressed, is too much."""
        if size > self.item:
            raise Unreadable(
                f"too large: {size:,} bytes, the limit is {self.item:,}; "
                "split it, or raise the parameter max_megabytes"
            )
        if packed and size > MEGABYTE and size > MAX_RATIO * packed:
            raise Unreadable(
                f"unpacks to {size // packed:,} times its size, which no text does; "
                "unpack it yourself if you trust it"
            )
        if size > self.left:
            raise Unreadable(
                "its archive unpacks to too much in all; split it, raise the parameter "
                "max_megabytes, or unpack it yourself if you trust it"
            )

    def spend(self, size: int) -> None:
        """Takes the bytes of an item that was unpacked off what is left."""
        self.left -= size
