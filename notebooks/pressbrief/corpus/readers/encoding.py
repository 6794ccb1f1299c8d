"""Bytes to text: the encoding and the line ends are settled here, once."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace

from pressbrief.corpus.readers.model import Unreadable

# A text may hold a stray control character; more than this share of them is no text. A guess.
MAX_CONTROL = 0.01
# A few bytes that are of no encoding are damage, and shown; a larger share is an encoding that is
# not known: in a language with accents they are one letter in 50. A guess.
MAX_DAMAGED = 0.005
BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What pages declare, as browsers read it.
DECLARED = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "us-ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc-kr": "cp949",
}
# Text of these characters alone needs no repair, so that most files skip the slow repair.
CLEAN = re.compile(r"[\t\n !-%'-~\u2013\u2014\u2018\u2019\u201c\u201d\u2026]*")
CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
BROKEN = re.compile(r"[\0\ud800-\udfff]")
LINE_END = re.compile(r"\r\n?|[\x0b\x0c\u2028\u2029]")


def decoded(data: bytes, declared: str = "") -> str:
    """Bytes as text by byte order mark, UTF-8, UTF-16, the encoding that they declare, or cp1252.

    Unreadable if they are none of these.

    >>> decoded("Café".encode("utf-16-le")), decoded("The café’s owner".encode("cp1252"))
    ('Café', 'The café’s owner')
    """
    encoding = next((name for mark, name in BOMS if data.startswith(mark)), None)
    encoding = encoding or _utf16_without_mark(data)
    try:
        text = data.decode(encoding or "utf-8")
        if "\x1b" in text and declared.lower().startswith("iso-2022"):
            text = _as_declared(data, declared) or text
    except UnicodeDecodeError:
        if encoding:
            raise Unreadable(f"damaged {encoding.upper()} text; save it again as UTF-8") from None
        text = _as_declared(data, declared) or _legacy(data)
    text = text.replace("\0", "")
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

    config = ftfy.TextFixerConfig(uncurl_quotes=False, fix_character_width=False)
    fixed = []
    for line in text.split("\n"):
        if "<" in line:  # from here on it may be markup, whose entities are meant
            config = config._replace(unescape_html=False)
        fixed.append(line if CLEAN.fullmatch(line) else ftfy.fix_text(line, config))
    return "\n".join(fixed)


def writable(text: str) -> str:
    r"""Text that UTF-8 can write and no program takes for ended: no half characters, no NUL.

    >>> writable("One \ud83d, one \ud83d\ude00\0")
    'One �, one 😀'
    """
    if not BROKEN.search(text):
        return text
    joined = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return joined.replace("\0", "")


def all_writable(value):
    """The same value, whatever text is in it writable: in its fields, its lists, its mappings."""
    if isinstance(value, str):
        return writable(value)
    if isinstance(value, list):
        return [all_writable(one) for one in value]
    if isinstance(value, Mapping):
        return {key: all_writable(one) for key, one in value.items()}
    if is_dataclass(value):
        names = (field.name for field in fields(value))
        return replace(value, **{name: all_writable(getattr(value, name)) for name in names})
    return value


def _as_declared(data: bytes, declared: str) -> str:
    name = declared.strip().lower()
    try:
        return data.decode(DECLARED.get(name, name)) if name else ""
    except (LookupError, UnicodeDecodeError, ValueError):
        return ""


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
        shown = data.decode("utf-8", "replace")
        if shown.count("\ufffd") <= MAX_DAMAGED * len(shown):
            return shown
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
