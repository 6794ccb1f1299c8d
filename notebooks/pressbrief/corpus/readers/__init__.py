"""Files to articles: one small reader for each form, chosen by content before suffix.

Every offset of every table points into the text of an `Item` (and the furniture after it).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from pressbrief.corpus.lines import lines
from pressbrief.corpus.readers import bundles
from pressbrief.corpus.readers.archives import read_gzip, read_tar, read_zip
from pressbrief.corpus.readers.books import read_book
from pressbrief.corpus.readers.databases import read_parquet, read_sqlite
from pressbrief.corpus.readers.encoding import all_writable, decoded, normalised, writable
from pressbrief.corpus.readers.exports import read_table
from pressbrief.corpus.readers.feeds import read_feed
from pressbrief.corpus.readers.forms import HEAD, form_of
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
from pressbrief.corpus.readers.streams import Found, streamed
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
    "told",
    "writable",
]
Reader = Callable[[Blob, Budget], Iterator[Item | Skipped | Noted | Blob]]


class Form(NamedTuple):
    """A form of files: what reads it, how such files end, and what is read of one."""

    reader: Reader
    files: str
    holds: str


OF_MANY = "one article, or each of a database's file of many (Nexis, LexisNexis, Factiva, ProQuest)"
ROWS = "each row, by its columns' names"
READERS: dict[str, Form] = {
    "text": Form(read_text, ".txt .md", f"{OF_MANY}; front matter as facts"),
    "HTML": Form(read_html, ".html .htm", f"{OF_MANY}; each message of Telegram's page"),
    "PDF": Form(read_pdf, ".pdf", f"{OF_MANY}; no scans"),
    "Word": Form(read_word, ".docx", OF_MANY),
    "RTF": Form(read_rtf, ".rtf", OF_MANY),
    "OpenDocument": Form(read_open_document, ".odt .ods", f"one article, or {ROWS}"),
    "mail": Form(
        read_mail, ".eml .mht", "its text, what is attached, a digest's mails, an alert's stories"
    ),
    "mailbox": Form(read_mailbox, ".mbox", "each mail"),
    "feed": Form(read_feed, ".rss .atom .xml", "each entry"),
    "table": Form(read_table, ".csv .tsv", ROWS),
    "spreadsheet": Form(read_sheets, ".xlsx .xls", ROWS),
    "SQLite": Form(read_sqlite, ".db .sqlite", ROWS),
    "Parquet": Form(read_parquet, ".parquet", ROWS),
    "JSON": Form(
        read_json, ".json .jsonl", "each record, however deep, by its fields' names; Telegram's too"
    ),
    "RIS": Form(read_ris, ".ris", "each reference with an abstract"),
    "BibTeX": Form(read_bibtex, ".bib", "each reference with an abstract"),
    "Zotero RDF": Form(read_zotero, ".rdf", "each reference with an abstract"),
    "e-book": Form(read_book, ".epub", "each of its pages"),
    "subtitles": Form(read_subtitles, ".srt .vtt", "what is said"),
    "WARC": Form(read_warc, ".warc", "each page that was fetched"),
    "web archive": Form(read_web_archive, ".webarchive", "its page"),
    "ZIP": Form(read_zip, ".zip", "each of its files"),
    "tar": Form(read_tar, ".tar", "each of its files"),
    "gzip": Form(read_gzip, ".gz", "the file in it"),
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
            blob = Blob(file, opened.read(min(size, HEAD)), columns=columns or {})
            stream = streamed(path, blob, size)
            if stream is None:
                blob = replace(blob, data=blob.data + opened.read(max(0, size - HEAD)))
    except Unreadable as why:
        yield Skipped(file, str(why))
    except OSError as error:
        yield Skipped(file, f"cannot be opened ({error.strerror}); check its permissions")
    else:
        yield from parts(blob, budget, stream)


def told() -> str:
    """The forms that are read, as rows of a Markdown table.

    >>> told().split("\\n")[-1]
    '| gzip | `.gz` | the file in it |'
    """
    return "\n".join(
        f"| {name} | {' '.join(f'`{end}`' for end in form.files.split())} | {form.holds} |"
        for name, form in READERS.items()
    )


def parts(
    blob: Blob, budget: Budget, stream: Found | None = None
) -> Iterator[Item | Skipped | Noted]:
    """Every item of a blob, those of the blobs inside it among them; at least one.

    `stream` has them if the blob is but the begin of a large file. Whatever of it goes into a
    table can be written as UTF-8.
    """
    none = True
    for part in _opened(blob, budget, stream):
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


def _opened(
    blob: Blob, budget: Budget, stream: Found | None
) -> Iterator[Item | Skipped | Noted | Blob]:
    """What a blob's reader finds; what stops it is said under the blob's name."""
    form = "text"
    try:
        if stream is not None:
            yield from stream
            return
        if not blob.data.strip():
            raise Unreadable(EMPTY)
        form = blob.form or form_of(blob)
        yield from READERS[form].reader(blob, budget)
    except Unreadable as why:
        yield Skipped(blob.file, str(why))
    except Exception as error:  # a hostile file must not stop the run, whatever its parser does
        kind = type(error).__name__
        yield Skipped(blob.file, f"damaged {form} file ({kind}); save it again as plain text")
