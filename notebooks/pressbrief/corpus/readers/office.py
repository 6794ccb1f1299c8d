"""Word and RTF files: their text, a line for each paragraph."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from pressbrief.corpus.readers import bundles
from pressbrief.corpus.readers.archives import unzipped
from pressbrief.corpus.readers.encoding import normalised
from pressbrief.corpus.readers.model import Blob, Budget, Item, Noted, Skipped, Unreadable

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
# A text box stands twice: as it is, and again for programs that do not know text boxes.
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def read_word(blob: Blob, budget: Budget) -> Iterator[Item | Skipped | Noted]:
    """A Word file's paragraphs as one item, or each article of a database's file as one.

    Tracked deletions, notes and margins are left out.
    """
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    with zipfile.ZipFile(io.BytesIO(blob.data)) as archive:
        document = unzipped(archive, archive.getinfo("word/document.xml"), budget)
    try:
        root = fromstring(document)
    except (ParseError, ValueError, DefusedXmlException):
        raise Unreadable("damaged Word file; open it and save it again") from None
    paragraphs: list[list[str]] = [[]]
    _collect(root, paragraphs)
    text = "\n\n".join(line for parts in paragraphs if (line := "".join(parts)).strip())
    yield from bundles.read(blob, normalised(text))


def _collect(element: Element, paragraphs: list[list[str]]) -> None:
    name = element.tag.removeprefix(WORD).removeprefix(STRICT)
    if element.tag == FALLBACK:
        return
    if name == "p":
        paragraphs.append([])
    elif name == "t":
        paragraphs[-1].append(element.text or "")
    elif name in BREAKS:
        paragraphs[-1].append(BREAKS[name])
    for each in element:
        _collect(each, paragraphs)


def read_rtf(blob: Blob, budget: Budget) -> Iterator[Item | Skipped | Noted]:
    """An RTF file's text as one item, or each article of a database's file as one."""
    from striprtf.striprtf import rtf_to_text

    text = rtf_to_text(blob.data.decode("latin-1"), encoding="cp1252", errors="replace")
    if not text.strip():
        raise Unreadable("an RTF file without text; save its text as a .txt file")
    yield from bundles.read(blob, normalised(text.replace("\n", "\n\n")))
