"""The charts as PNG, drawn by Typst from their SVG: no browser, the same bytes each time."""

from __future__ import annotations

import json
from pathlib import Path

from pressbrief.render import paper
from pressbrief.render.document import Document
from pressbrief.render.glyphs import Glyphs

TEMPLATE = Path(__file__).resolve().parent / "templates" / "pictures.typ"
# Sharp on a dense screen and in a slide: a chart seven inches wide has some 1,400 pixels.
PIXELS_PER_INCH = 192


def render(document: Document) -> dict[str, bytes]:
    """Each chart's id and its picture; DocumentError where a chart is no SVG."""
    charts, glyphs = document.charts, Glyphs()
    if not charts:
        return {}
    drawn = [
        paper.drawable(chart.svg, chart.label, chart.title, chart.alt, glyphs) for chart in charts
    ]
    inputs = {"charts": json.dumps(drawn)}
    made = paper.typeset(TEMPLATE, inputs, format="png", ppi=PIXELS_PER_INCH)
    pages = made if isinstance(made, list) else [made]
    return {chart.id: page for chart, page in zip(charts, pages, strict=True)}
