"""Plain text and Markdown: the text as it stands."""

from __future__ import annotations

from collections.abc import Iterator

from pressbrief.corpus.readers import bundles, front_matter
from pressbrief.corpus.readers.encoding import decoded, normalised
from pressbrief.corpus.readers.model import Blob, Budget, Item, Noted, Skipped


def read_text(blob: Blob, budget: Budget) -> Iterator[Item | Skipped | Noted]:
    """A text file as one item, or each article of a database's file as one."""
    text = normalised(decoded(blob.data))
    if fronted := front_matter.read(blob, text):
        yield fronted
    else:
        yield from bundles.read(blob, text)
