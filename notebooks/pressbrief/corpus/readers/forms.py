"""Which form a file has: by its first bytes, then by its text, and only then by its name."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePosixPath

from pressbrief.corpus.readers.archives import is_tar
from pressbrief.corpus.readers.exports import is_table
from pressbrief.corpus.readers.mail import is_mailbox
from pressbrief.corpus.readers.model import Blob, Unreadable
from pressbrief.corpus.readers.references import BIBTEX, RIS
from pressbrief.corpus.readers.subtitles import is_subtitles
from pressbrief.corpus.readers.zotero_rdf import NAMESPACE

# Bytes that tell a file's form: a page's head and a mail's fields lie in them. A guess.
HEAD = 8192
OLD_OFFICE = b"\xd0\xcf\x11\xe0"
# How an old Office file names its part that is a workbook.
WORKBOOK = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
SIGNATURES = (
    (b"{\\rtf", "RTF"),
    (b"\x1f\x8b", "gzip"),
    (b"WARC/", "WARC"),
    (b"SQLite format 3\0", "SQLite"),
    (b"PAR1", "Parquet"),
    (b"bplist", "web archive"),
)
OTHERS = (
    (OLD_OFFICE, "an old Office file; save it as .docx"),
    (b"\x89PNG", "an image; save its text"),
    (b"\xff\xd8\xff", "an image; save its text"),
    (b"GIF8", "an image; save its text"),
    (b"Rar!", "a RAR archive; unpack it, or make it a .zip"),
    (b"7z\xbc\xaf", "a 7-Zip archive; unpack it, or make it a .zip"),
    (b"BZh", "a bzip2 archive; unpack it"),
    (b"\xfd7zXZ", "an xz archive; unpack it"),
)
# A file of these parts is one document; a ZIP file without them is an archive.
DOCUMENTS = {
    "word/document.xml": "Word",
    "content.xml": "OpenDocument",
    "xl/workbook.xml": "spreadsheet",
    "xl/workbook.bin": "a binary spreadsheet; save it as .xlsx or .csv",
    "ppt/presentation.xml": "a presentation; save its text as .txt",
    "META-INF/container.xml": "e-book",
}
SUFFIXES = {
    ".html": "HTML",
    ".htm": "HTML",
    ".xhtml": "HTML",
    ".eml": "mail",
    ".mht": "mail",
    ".mhtml": "mail",
    ".csv": "table",
    ".tsv": "table",
    ".jsonl": "JSON",
    ".ndjson": "JSON",
    ".json": "JSON",
    ".rss": "feed",
    ".atom": "feed",
    ".xml": "feed",
    ".rdf": "feed",
    ".pdf": "PDF",
    ".rtf": "RTF",
    ".docx": "Word",
    ".zip": "ZIP",
    ".tar": "tar",
    ".tgz": "gzip",
    ".warc": "WARC",
    ".mbox": "mailbox",
    ".ris": "RIS",
    ".bib": "BibTeX",
    ".odt": "OpenDocument",
    ".ods": "OpenDocument",
    ".xlsx": "spreadsheet",
    ".xls": "spreadsheet",
    ".epub": "e-book",
    ".webarchive": "web archive",
    ".sqlite": "SQLite",
    ".parquet": "Parquet",
    ".srt": "subtitles",
    ".vtt": "subtitles",
}
# Forms that have a signature: a file of such a name without it is damaged.
SIGNED = {
    *("PDF", "RTF", "Word", "ZIP", "WARC", "tar", "gzip", "OpenDocument", "spreadsheet", "e-book"),
    *("SQLite", "Parquet"),
}
# Possessive: what is a comment is never tried as the begin of a longer one.
LEAD = r"\ufeff?\s*+(?:(?><!--.*?-->|<\?xml[^>]*>)\s*+)*+"
HTML = re.compile(LEAD + r"<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
FEED = re.compile(
    LEAD + r"(?:<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>\s*)?<(?:rss|feed|rdf:RDF)\b", re.I | re.S
)
PLIST = re.compile(LEAD + r"<!DOCTYPE plist\b", re.I)
XML = re.compile(r"\ufeff?\s*<\?xml\b", re.I)
JSON = re.compile(r"\ufeff?\s*(?:\[\s*)?\{\s*(?:\"|\})")
MAIL_FIELD = re.compile(r"^([A-Za-z][A-Za-z0-9-]{1,40}):[ \t]", re.M)
MAIL_OWN = {"received", "message-id", "mime-version", "return-path", "delivered-to"}
MAIL_SEEN = {"from", "date", "subject"}


def form_of(blob: Blob) -> str:
    """The name of a blob's form, a key of the readers; Unreadable if it is of no form that is read.

    >>> form_of(Blob("a.txt", b"<!doctype html><p>Talks</p>")), form_of(Blob("a.txt", b"Talks"))
    ('HTML', 'text')
    """
    data = blob.data
    if b"%PDF-" in data[:1024]:
        return "PDF"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data)
    for mark, name in SIGNATURES:
        if data.startswith(mark):
            return name
    if data.startswith(OLD_OFFICE) and any(name in data for name in WORKBOOK):
        return "spreadsheet"
    for mark, said in OTHERS:
        if data.startswith(mark):
            raise Unreadable(said)
    if is_tar(data):
        return "tar"
    name = blob.file.lower().removesuffix(".gz")
    named = SUFFIXES.get(PurePosixPath(name).suffix, "text")
    if named == "spreadsheet" and (written := _written_sheet(_glance(data))):
        return written
    if named in SIGNED:
        raise Unreadable(f"damaged: it is named as {named} and is none; get it again")
    return _of_text(_glance(data), named)


def _written_sheet(head: str) -> str:
    """The form of a file that is named as a spreadsheet and written as a page or a table."""
    if HTML.match(head) or head.lstrip("\ufeff \r\n").lower().startswith("<table"):
        return "HTML"
    return "table" if is_table(head) else ""


def _zipped(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise Unreadable("damaged or cut off ZIP archive; get it again") from None
    form = next((form for part, form in DOCUMENTS.items() if part in names), "ZIP")
    if "; " in form:
        raise Unreadable(form)
    return form


def _glance(data: bytes) -> str:
    """The first characters, good enough to tell forms apart whatever the encoding."""
    head = data[:HEAD]
    if head.count(0) > len(head) // 4:
        head = head.replace(b"\0", b"")
    return head.decode("utf-8", "replace")


def _of_text(head: str, named: str) -> str:
    if PLIST.match(head):
        return "web archive"
    if HTML.match(head):
        return "HTML"
    if FEED.match(head):
        return "Zotero RDF" if NAMESPACE in head else "feed"
    if XML.match(head) or (named == "feed" and head.lstrip().startswith("<")):
        raise Unreadable("XML of a kind that is not read; save the article's text as a .txt file")
    if named == "JSON" or JSON.match(head):
        return "JSON"
    if named == "mailbox" or is_mailbox(head):
        return "mailbox"
    if named == "mail" or _is_mail(head):
        return "mail"
    if named == "RIS" or RIS.match(head):
        return "RIS"
    if named == "BibTeX" or BIBTEX.match(head):
        return "BibTeX"
    if named == "subtitles" or is_subtitles(head):
        return "subtitles"
    if named == "table" or is_table(head):
        return "table"
    return "HTML" if named == "HTML" and "<" in head else "text"


def _is_mail(head: str) -> bool:
    top = re.split(r"\r?\n\r?\n", head.lstrip("\ufeff"), maxsplit=1)[0]
    if not MAIL_FIELD.match(top):
        return False
    fields = {name.lower() for name in MAIL_FIELD.findall(top)}
    return bool(fields & MAIL_OWN) and len(fields & MAIL_SEEN) >= 2
