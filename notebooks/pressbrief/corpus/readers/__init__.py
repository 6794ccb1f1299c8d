"""Files to articles: one small reader for each form, chosen by content before suffix.

Every offset of every table points into the text of an `Item` (and the furniture after it).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from pressbrief.corpus.lines import lines
from pressbrief.corpus.readers import bundles
from pressbrief.corpus.readers.archives import read_gzip, read_tar, read_zip
from pressbrief.corpus.readers.books import read_book
from pressbrief.corpus.readers.databases import read_parquet, read_sqlite
from pressbrief.corpus.readers.encoding import all_writable, decoded, normalised, writable
from pressbrief.corpus.readers.exports import read_table
from pressbrief.corpus.readers.feeds import read_feed
from pressbrief.corpus.readers.forms import form_of
from pressbrief.corpus.readers.json_export import read_json
from pressbrief.corpus.readers.mail import read_mail, read_mailbox
from pressbrief.corpus.readers.model import (
    MEGABYTE,
    Blob,
    Budget,
    Facts,
    Item,
    Noted,
    Skipped,
    Unreadable,
    stated,
)
from pressbrief.corpus.readers.office import read_rtf, read_word
from pressbrief.corpus.readers.open_document import read_open_document
from pressbrief.corpus.readers.pdf_text import read_pdf
from pressbrief.corpus.readers.plain import read_text
from pressbrief.corpus.readers.references import read_bibtex, read_ris
from pressbrief.corpus.readers.sheets import read_sheets
from pressbrief.corpus.readers.subtitles import read_subtitles
from pressbrief.corpus.readers.warc import read_warc
from pressbrief.corpus.readers.web import read_html
from pressbrief.corpus.readers.web_archives import read_web_archive
from pressbrief.corpus.readers.zotero_rdf import read_zotero

__all__ = [
    "MEGABYTE",
    "Blob",
    "Budget",
    "Facts",
    "Item",
    "Noted",
    "Skipped",
    "Unreadable",
    "decoded",
    "normalised",
    "parts",
    "read",
    "stated",
    "writable",
]
Reader = Callable[[Blob, Budget], Iterator[Item | Skipped | Noted | Blob]]
READERS: dict[str, Reader] = {
    "text": read_text,
    "HTML": read_html,
    "PDF": read_pdf,
    "Word": read_word,
    "RTF": read_rtf,
    "mail": read_mail,
    "table": read_table,
    "JSON": read_json,
    "feed": read_feed,
    "ZIP": read_zip,
    "gzip": read_gzip,
    "tar": read_tar,
    "WARC": read_warc,
    "mailbox": read_mailbox,
    "RIS": read_ris,
    "BibTeX": read_bibtex,
    "spreadsheet": read_sheets,
    "OpenDocument": read_open_document,
    "e-book": read_book,
    "web archive": read_web_archive,
    "SQLite": read_sqlite,
    "Parquet": read_parquet,
    "subtitles": read_subtitles,
    "Zotero RDF": read_zotero,
}
EMPTY = "empty; put the article's text into it or delete it"


def read(
    path: Path, file: str, max_megabytes: int, columns: Mapping[str, str] | None = None
) -> Iterator[Item | Skipped | Noted]:
    """Every item of a file, named `file` and what it holds; at least one, read or skipped.

    `columns` are the names that the topic gives an export's columns, each with what it holds.
    """
    try:
        size = path.stat().st_size
        budget = Budget.of(max_megabytes, size)
        budget.check(size)
        with path.open("rb") as opened:  # no more than that: it may be growing, or be no file
            blob = Blob(file, opened.read(size), columns=columns or {})
    except Unreadable as why:
        yield Skipped(file, str(why))
    except OSError as error:
        yield Skipped(file, f"cannot be opened ({error.strerror}); check its permissions")
    else:
        yield from parts(blob, budget)


def parts(blob: Blob, budget: Budget) -> Iterator[Item | Skipped | Noted]:
    """Every item of a blob, those of the blobs inside it among them; at least one.

    Whatever of it goes into a table can be written as UTF-8.
    """
    none = True
    for part in _opened(blob, budget):
        none = none and isinstance(part, Noted)
        if isinstance(part, Blob):
            yield from parts(part, budget)
        elif isinstance(part, Item) and not lines(part.text):
            yield Skipped(writable(part.file), EMPTY)
        elif isinstance(part, Item):
            yield all_writable(bundles.noted(part))
        else:
            yield all_writable(part)
    if none:
        yield Skipped(writable(blob.file), "holds no article; put one into it or delete it")


def _opened(blob: Blob, budget: Budget) -> Iterator[Item | Skipped | Noted | Blob]:
    """What a blob's reader finds; what stops it is said under the blob's name."""
    form = "text"
    try:
        if not blob.data.strip():
            raise Unreadable(EMPTY)
        form = blob.form or form_of(blob)
        yield from READERS[form](blob, budget)
    except Unreadable as why:
        yield Skipped(blob.file, str(why))
    except Exception as error:  # a hostile file must not stop the run, whatever its parser does
        kind = type(error).__name__
        yield Skipped(blob.file, f"damaged {form} file ({kind}); save it again as plain text")
