"""The briefing as one HTML file: no script, no outside request, light and dark, for print too."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from pressbrief.assets import fonts
from pressbrief.render import safe_svg
from pressbrief.render.document_parts import (
    ARTICLES_TITLE,
    EVIDENCE_TITLE,
    METHOD_TITLE,
    Chart,
    Document,
)
from pressbrief.render.published import DocumentError
from pressbrief.render.text import plain
from pressbrief.sections.model import CONFIDENCE
from pressbrief.sections.registry import FRONT

# A window in which tables are cards, as the sheet has it.
NARROW = "max-width: 36rem"
UNSAFE = re.compile(r"[^\w .,’%-]")
TEMPLATES = Path(__file__).resolve().parents[1] / "assets" / "templates"
WEIGHTS = {"Regular": ("normal", 400), "Medium": ("normal", 500), "Bold": ("normal", 700)} | {
    "Italic": ("italic", 400)
}


def render(document: Document) -> str:
    """A document as an HTML page."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    charts = {chart.anchor: _inline(chart, document) for chart in document.charts}
    page = environment.get_template("briefing.html.j2")
    said = {
        "document": document,
        "charts": charts,
        "method_title": METHOD_TITLE,
        "evidence_title": EVIDENCE_TITLE,
        "articles_title": ARTICLES_TITLE,
        "front": FRONT,
        "lines": document.lines,
        "sure": CONFIDENCE,
    }
    # Set once without fonts, to learn which scripts the page uses.
    style = _faces(page.render(said, style="", style_hash="")) + _sheet() + _labels(document)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return page.render(said, style=Markup(style), style_hash=digest)


def _inline(chart: Chart, document: Document) -> Markup:
    try:
        made = safe_svg.safe(
            chart.svg,
            f"{chart.anchor}-",
            title=chart.title,
            alt=chart.alt,
            links=document.anchors,
            change=plain,
        )
    except safe_svg.SvgError as error:
        raise DocumentError(f"{chart.label}, '{chart.title[:80]}': {error}") from None
    # In a page texts have its font and begin at the left without being told, and a link's title,
    # which shows where it is pointed at, is its name.
    for element in made.iter():
        if element.find(f"{{{safe_svg.SVG}}}title") is not None:
            element.attrib.pop("aria-label", None)
        element.attrib.pop("font-family", None)
        if element.get("text-anchor") == "start":
            del element.attrib["text-anchor"]
    # A page knows the namespace of an inline <svg>.
    return Markup(safe_svg.written(made).replace(f' xmlns="{safe_svg.SVG}"', "", 1))


def _labels(document: Document) -> str:
    """The rules by which a narrow window, whose tables are cards, names each cell by its column."""
    named: list[tuple[str, tuple[str, ...]]] = []
    for chapter in document.chapters:
        tables = [*(chart.data for chart in chapter.charts), *chapter.tables]
        named += [(table.anchor, table.columns) for table in tables]
        if chapter.grid:
            named.append((chapter.grid.anchor, chapter.grid.columns))
    rules = [
        f".{anchor} td:nth-child({at})::before{{content:{_string(column)}}}"
        for anchor, columns in named
        for at, column in enumerate(columns, start=1)
        if at > 1  # the first is the card's head
    ]
    return f"@media ({NARROW}){{\n{_lines(rules)}}}\n"


def _lines(rules: list[str]) -> str:
    return "".join(f"{rule}\n" for rule in rules)


def _string(text: str) -> str:
    """A text as CSS quotes it: whatever could end the string or the sheet as its number.

    >>> print(_string("per 1,000"), _string('</style>"'))
    "per 1,000" "\\3c \\2f style\\3e \\22 "
    """
    return '"' + UNSAFE.sub(lambda found: f"\\{ord(found[0]):x} ", text) + '"'


@cache
def _sheet() -> str:
    return (TEMPLATES / "briefing.css").read_text(encoding="utf-8")


def _faces(page: str) -> str:
    """@font-face rules for the scripts whose characters stand in the page, fonts in them."""
    points = {ord(character) for character in set(page)}
    used = [
        name
        for name, ranges in fonts.SLICES.items()
        if any(low <= point <= high for low, high in ranges for point in points)
    ]
    return "".join(_face(style, name) for name in used for style in WEIGHTS)


@cache
def _face(style: str, name: str) -> str:
    slant, weight = WEIGHTS[style]
    data = (fonts.FOLDER / f"{fonts.FAMILY}-{style}.{name}.woff2").read_bytes()
    reach = ",".join(f"U+{low:04X}-{high:04X}" for low, high in fonts.SLICES[name])
    return (
        f"@font-face{{font-family:{fonts.FAMILY};font-style:{slant};font-weight:{weight};"
        f"src:url(data:font/woff2;base64,{base64.b64encode(data).decode()}) format('woff2');"
        f"unicode-range:{reach}}}\n"
    )
