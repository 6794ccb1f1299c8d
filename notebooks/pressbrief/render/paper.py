"""The briefing as one PDF, set by Typst: tagged, PDF/UA-1 and PDF/A-3a, the same bytes each time.

No text is ever put into Typst's source: the template reads the whole document as JSON.
"""

from __future__ import annotations

import dataclasses
import io
import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from pressbrief.assets import fonts
from pressbrief.render import attachments, column_widths, links, safe_svg
from pressbrief.render.brief import brief
from pressbrief.render.document_parts import EVIDENCE_TITLE, METHOD_TITLE, Document
from pressbrief.render.glyphs import Glyphs
from pressbrief.render.published import DocumentError
from pressbrief.render.text import plain, replaced
from pressbrief.sections.model import CONFIDENCE
from pressbrief.sections.registry import FRONT

if TYPE_CHECKING:
    import typst

TEMPLATE = Path(__file__).resolve().parents[1] / "assets" / "templates" / "briefing.typ"
DATA_TITLE = "The charts’ data"
# A PDF/A must name its day; a document without one gets the first that computers count.
NO_DAY = date(1970, 1, 1)
# The widest word that a line of text and a line of the title hold, in em.
WORD, TITLE_WORD = 28.0, 17.0
# The title's longest form in the running header, in characters; and that of what becomes a string
# in a PDF (a bookmark, an alt text), which PDF/A limits to 32,767 bytes, two of them a character,
# one of two characters a place to break.
RUNNING, STRING = 90, 8_000
# What is no text to read on a page.
KEPT = frozenset({"anchor", "first_anchor", "last_anchor", "id", "svg", "alt", "values", "mark"})


def render(document: Document, *, whole: bool = True) -> bytes:
    """A document as a PDF; unless it is the `whole`, what is printed of it (`brief`)."""
    glyphs = Glyphs()
    inputs = {"document": json.dumps(_set(document, glyphs, whole=whole))}
    with typesetter(TEMPLATE, inputs, glyphs) as typst:
        places = json.loads(typst.query("<places>", field="value", one=True))
        # The third part of PDF/A is the second with files attached.
        (pdf,) = pages(typst.compile(pdf_standards=["ua-1", "a-3a"], timestamp=0))
    return _finished(pdf, places, _linked(document))


@contextmanager
def typesetter(template: Path, inputs: dict[str, str], glyphs: Glyphs) -> Iterator[typst.Compiler]:
    """Typst with a template, with the fonts that the document needs and no others."""
    import typst

    with tempfile.TemporaryDirectory(prefix="pressbrief-") as folder:
        for path in (*fonts.files(), *(face.path for face in glyphs.faces)):
            shutil.copy(path, folder)
        yield typst.Compiler(
            str(template), font_paths=[folder], ignore_system_fonts=True, sys_inputs=inputs
        )


def families(glyphs: Glyphs) -> list[str]:
    """The font families in which a document is set, its own first."""
    return [fonts.FAMILY, *(face.family for face in glyphs.faces)]


def pages(made: bytes | list[bytes] | None) -> list[bytes]:
    """What Typst has compiled, a file each: of several pages as pictures it gives a list."""
    assert made is not None, "Typst gives nothing back where it is told to write a file itself"
    return made if isinstance(made, list) else [made]


def _linked(document: Document) -> dict[str, str]:
    """What a link to an anchor is called, by the anchor."""
    items = [item for group in document.evidence for item in group.items]
    return {
        **{item.anchor: f"{EVIDENCE_TITLE} {item.number}" for item in items},
        **{place.anchor: place.label for item in items for place in item.cited},
        **{chart.data.anchor: f"The data of {chart.label}" for chart in document.charts},
    }


def _finished(pdf: bytes, places: dict[str, links.Place], names: dict[str, str]) -> bytes:
    """The PDF with its links pointed, at a third of its size: Typst leaves its tags as they are."""
    import pikepdf

    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as file:
        links.point(file, places, names)
        file.save(
            target,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
        )
    return target.getvalue()


def _set(document: Document, glyphs: Glyphs, *, whole: bool) -> dict:
    """The document as the template reads it: every character covered, every word fitting."""
    fit = partial(_fit, glyphs)
    # Whole articles are opened on a screen, and not printed.
    printed = dataclasses.replace(document if whole else brief(document), articles=())
    given = replaced(printed, fit, keep=KEPT)
    charts = [chart for chapter in given["chapters"] for chart in chapter["charts"]]
    for chart in charts:
        chart["svg"] = drawable(chart["svg"], chart["label"], chart["title"], chart["alt"], glyphs)
    tables = [table for chapter in given["chapters"] for table in chapter["tables"]]
    tables += [chart["data"] for chart in charts] if whole else []
    for table in tables:
        del table["values"]
        column_widths.lay_out(table, glyphs)
    grids = [chapter["grid"] for chapter in given["chapters"] if chapter["grid"]]
    for grid in grids:
        column_widths.lay_out_grid(grid, glyphs)
    headed = (
        given,
        *given["chapters"],
        *grids,
        *charts,
        *tables,
        *given["method"],
        *given["evidence"],
    )
    for part, key in product(headed, ("title", "source", "alt")):
        if key in part:
            part[key] = _clipped(part[key], STRING)
    if note := glyphs.note():
        given["notes"].append(note)
    return given | {
        "title": glyphs.fitted(given["title"], TITLE_WORD),
        "dateline": fit(document.dateline),
        "missing": [chapter["title"] for chapter in given["chapters"] if chapter["reason"]],
        "attached": list(attachments.files(document)),
        "front": FRONT,
        "whole": whole,
        "sure": list(CONFIDENCE.items()),
        "running": _clipped(given["title"], RUNNING),
        "day": list(_day(document.as_of).timetuple()[:3]),
        "fonts": families(glyphs),
        "titles": {"method": METHOD_TITLE, "evidence": EVIDENCE_TITLE, "data": DATA_TITLE},
    }


def _fit(glyphs: Glyphs, text: str) -> str:
    return glyphs.fitted(glyphs.covered(text), WORD)


def drawable(drawn: str, label: str, title: str, alt: str, glyphs: Glyphs) -> str:
    """A chart's SVG as Typst can draw it; DocumentError if it is none."""
    try:
        root = safe_svg.safe(drawn, "", title=title, alt=alt, links={}, change=plain)
    except safe_svg.SvgError as error:
        raise DocumentError(f"{label}, '{title[:80]}': {error}") from None
    safe_svg.set_in(root, glyphs.drawn)
    return safe_svg.written(root)


def _day(as_of: str) -> date:
    try:
        return date.fromisoformat(as_of)
    except ValueError:
        return NO_DAY


def _clipped(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
