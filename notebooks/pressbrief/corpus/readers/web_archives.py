"""Safari's .webarchive: the page in it, with its address."""

from __future__ import annotations

import plistlib
from collections.abc import Iterator

from pressbrief.corpus.readers.model import Blob, Budget, Facts, Unreadable

MAIN = "WebMainResource"
DAMAGED = "damaged web archive, or a property list of another kind; save the page as HTML"


def read_web_archive(blob: Blob, budget: Budget) -> Iterator[Blob]:
    """The page that a .webarchive file holds as a blob."""
    try:
        held = plistlib.loads(blob.data)
        main = held[MAIN]
        data, address = main["WebResourceData"], main.get("WebResourceURL", "")
    except Exception:  # a damaged list stumbles over whatever its parser meets
        raise Unreadable(DAMAGED) from None
    if not isinstance(data, bytes):
        raise Unreadable(DAMAGED)
    budget.check(len(data))
    address = address if isinstance(address, str) else ""
    yield blob.part(blob.file, data, Facts.of("the web archive", url=address).over(blob.facts))
