"""Files to decoded text: the form, the encoding and the line ends are settled here, once.

Every offset of every table points into the text that `read` returns.
"""

from __future__ import annotations

import codecs
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from .lines import lines

MAX_BYTES = 32 * 1024 * 1024
# A text may hold a stray control character; more than this share of them is no text.
MAX_CONTROL = 0.01

BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SIGNATURES = (
    (b"%PDF-", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"PK\x03\x04", "ZIP"),
    (b"\x1f\x8b", "gzip"),
    (b"\xd0\xcf\x11\xe0", "old Office"),
    (b"WARC/", "WARC"),
)
SUFFIXES = {
    ".pdf": "PDF",
    ".rtf": "RTF",
    ".docx": "Word",
    ".odt": "OpenDocument",
    ".epub": "EPUB",
    ".html": "HTML",
    ".htm": "HTML",
    ".xhtml": "HTML",
    ".mhtml": "MHTML",
    ".xml": "XML",
    ".rss": "RSS",
    ".atom": "Atom",
    ".eml": "mail",
    ".csv": "CSV",
    ".tsv": "TSV",
    ".json": "JSON",
    ".jsonl": "JSON Lines",
    ".warc": "WARC",
}
HTML = re.compile(
    r"\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
XML = re.compile(r"\s*<\?xml\b", re.I)
# Text of these characters alone needs no repair, so that most files skip the slow repair.
CLEAN = re.compile(r"[\t\n !-%'-~\u2013\u2014\u2018\u2019\u201c\u201d\u2026]*")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
LINE_END = re.compile(r"\r\n?|[\x0b\x0c\u2028\u2029]")


class Unreadable(ValueError):  # noqa: N818 - a state of a file, not a fault of the program
    """A file that cannot be read as an article; the message says why and what would mend it."""


@dataclass(frozen=True)
class Document:
    """A file's decoded text and the SHA-256 of its bytes."""

    text: str
    sha256: str


def read(path: Path) -> Document:
    """A file as a Document; Unreadable if it is too large, no text, or of a form not read yet."""
    try:
        if (size := path.stat().st_size) > MAX_BYTES:
            raise Unreadable(
                f"too large: {size:,} bytes, the limit is {MAX_BYTES:,}; split it into articles"
            )
        data = path.read_bytes()
    except OSError as error:
        raise Unreadable(f"cannot be opened ({error.strerror}); check its permissions") from None
    _refuse_other_forms(data, path.suffix.lower())
    text = normalised(decoded(data))
    if not lines(text):
        raise Unreadable("empty; put the article's text into it or delete it")
    if HTML.match(text):
        raise Unreadable(_not_yet("HTML"))
    if XML.match(text):
        raise Unreadable(_not_yet("XML"))
    return Document(text, hashlib.sha256(data).hexdigest())


def decoded(data: bytes) -> str:
    """Bytes as text by byte order mark, UTF-8, UTF-16 or cp1252; Unreadable if they are none.

    >>> decoded("Café".encode("utf-16-le")), decoded("The café’s owner".encode("cp1252"))
    ('Café', 'The café’s owner')
    """
    encoding = next((name for mark, name in BOMS if data.startswith(mark)), None)
    encoding = encoding or _utf16_without_mark(data)
    try:
        text = data.decode(encoding or "utf-8")
    except UnicodeDecodeError:
        if encoding:
            raise Unreadable(f"damaged {encoding.upper()} text; save it again as UTF-8") from None
        text = _legacy(data)
    if len(CONTROL.findall(text)) > MAX_CONTROL * len(text):
        raise Unreadable("binary, not text; save the article as a text file")
    return text


def normalised(text: str) -> str:
    """Text with mojibake repaired, one kind of line end, and curly quotes left alone.

    >>> normalised("â€œTokyoâ€\\x9d said:\\r\\nYes")
    '“Tokyo” said:\\nYes'
    """
    text = LINE_END.sub("\n", text)
    if CLEAN.fullmatch(text):
        return text
    import ftfy

    return ftfy.fix_text(text, uncurl_quotes=False, fix_character_width=False)


def _refuse_other_forms(data: bytes, suffix: str) -> None:
    if not data:
        raise Unreadable("empty; put the article's text into it or delete it")
    form = next((name for mark, name in SIGNATURES if data.startswith(mark)), None)
    form = SUFFIXES.get(suffix) if form in (None, "ZIP") and suffix in SUFFIXES else form
    if form:
        raise Unreadable(_not_yet(form))


def _not_yet(form: str) -> str:
    named = f"{form} pages" if form == "HTML" else f"{form} files"
    return f"{named} are not read yet; save the article's text as a .txt file"


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 of mostly Latin text shows as zero bytes on every second place."""
    sample = data[:4096]
    half = len(sample) // 2
    if half and sample[1::2].count(0) > 0.6 * half and sample[::2].count(0) == 0:
        return "utf-16-le"
    if half and sample[::2].count(0) > 0.6 * half and sample[1::2].count(0) == 0:
        return "utf-16-be"
    return None


def _legacy(data: bytes) -> str:
    """Lines that are UTF-8 as such, the others as cp1252, if those read as Western text in it.

    The detector is given cp1252 alone: with a free choice it takes cp1252 for cp852.
    """
    import charset_normalizer

    rows = data.split(b"\n")
    unicode_rows = [_utf8(row) for row in rows]
    foreign = b"\n".join(row for row, text in zip(rows, unicode_rows, strict=True) if text is None)
    if charset_normalizer.from_bytes(foreign, cp_isolation=["cp1252"]).best() is None:
        raise Unreadable("in an encoding that is neither Unicode nor Western; save it as UTF-8")
    return "\n".join(
        row.decode("cp1252", "replace") if text is None else text
        for row, text in zip(rows, unicode_rows, strict=True)
    )


def _utf8(row: bytes) -> str | None:
    try:
        return row.decode("utf-8")
    except UnicodeDecodeError:
        return None
