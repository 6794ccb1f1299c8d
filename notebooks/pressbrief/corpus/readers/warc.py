"""Web archives: each page and document that was fetched, with its address."""

from __future__ import annotations

import io
import logging
from collections import Counter
from collections.abc import Iterator
from contextlib import redirect_stderr

from pressbrief.corpus.readers.date_fields import last_day
from pressbrief.corpus.readers.model import Blob, Budget, Facts, Skipped, Unreadable

# Parts of pages, never documents of their own.
PARTS = ("image/", "font/", "audio/", "video/", "text/css", "javascript", "json", "octet-stream")


def read_warc(blob: Blob, budget: Budget) -> Iterator[Blob | Skipped]:
    """The documents of a WARC file's responses as blobs; what is none is counted and said."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    others: Counter[str] = Counter()
    number = 0
    try:
        for record in _quietly(ArchiveIterator(io.BytesIO(blob.data))):
            if record.rec_type not in ("response", "resource"):
                continue
            number += 1
            if why := _no_document(record):
                others[why] += 1
                continue
            name = f"{blob.file}#{number}"
            try:
                data = _content(record, budget)
            except Unreadable as why_not:
                yield Skipped(name, str(why_not))
                continue
            address = record.rec_headers.get_header("WARC-Target-URI") or ""
            captured = record.rec_headers.get_header("WARC-Date") or ""
            facts = Facts.of(
                "the web archive's record", url=address.strip("<>"), seen=last_day(captured)
            )
            yield blob.part(name, data, facts)
    except (ArchiveLoadFailed, EOFError, ValueError) as error:
        raise Unreadable(f"damaged web archive ({error}); get it again") from None
    if others:
        said = ", ".join(f"{count} {why}" for why, count in sorted(others.items()))
        yield Skipped(f"{blob.file}#others", f"records that hold no document: {said}")


def _quietly(records: Iterator) -> Iterator:
    """The records, without what warcio writes to the terminal of damaged ones."""
    logging.getLogger("warcio").setLevel(logging.CRITICAL)
    while True:
        with redirect_stderr(io.StringIO()):
            record = next(records, None)
        if record is None:
            return
        yield record


def _no_document(record) -> str:
    """Why a record holds no document, or an empty text."""
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    if status != "200":
        return f"with status {status}"
    headers = record.http_headers or record.rec_headers
    kind = (headers.get_header("Content-Type") or "").split(";")[0].strip().lower()
    return kind if any(part in kind for part in PARTS) else ""


def _content(record, budget: Budget) -> bytes:
    data = record.content_stream().read(budget.item + 1)
    budget.check(len(data))
    budget.spend(len(data))
    if not data:
        raise Unreadable("an empty record; fetch the page again")
    return data
