"""Plain text and Markdown: the text as it stands."""

from __future__ import annotations

from collections.abc import Iterator

from pressbrief.corpus.readers.encoding import decoded, normalised
from pressbrief.corpus.readers.model import Blob, Budget, Item


def read_text(blob: Blob, budget: Budget) -> Iterator[Item]:
    """A text file as one item."""
    yield Item(blob.file, normalised(decoded(blob.data)), blob.sha256, blob.facts)
