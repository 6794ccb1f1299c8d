"""The charts as PNG with their titles, set by Typst: no browser, the same bytes each time."""

from __future__ import annotations

import json
from pathlib import Path

from pressbrief.render import paper
from pressbrief.render.document_parts import Document
from pressbrief.render.glyphs import Glyphs

TEMPLATE = Path(__file__).resolve().parents[1] / "assets" / "templates" / "pictures.typ"
# Sharp on a dense screen and in a slide: a chart seven inches wide has some 1,400 pixels.
PIXELS_PER_INCH = 192
# The widest word that a line of a title holds, in em.
WORD = 36.0
# What stands around a chart, in the order of reading.
SAID = ("title", "subtitle", "caption")


def render(document: Document) -> dict[str, bytes]:
    """Each chart's id and its picture; DocumentError where a chart is no SVG."""
    charts, glyphs = document.charts, Glyphs()
    if not charts:
        return {}
    shown = [
        {
            "svg": paper.drawable(chart.svg, chart.label, chart.title, chart.alt, glyphs),
            **{part: glyphs.fitted(glyphs.covered(getattr(chart, part)), WORD) for part in SAID},
        }
        for chart in charts
    ]
    inputs = {"charts": json.dumps({"charts": shown, "fonts": paper.families(glyphs)})}
    with paper.typesetter(TEMPLATE, inputs, glyphs) as typst:
        pages = paper.pages(typst.compile(format="png", ppi=PIXELS_PER_INCH))
    return {chart.id: page for chart, page in zip(charts, pages, strict=True)}
