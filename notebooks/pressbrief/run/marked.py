"""A sentence as HTML for a notebook: what is marked in it, and all that it says escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from pressbrief.render.evidence_list import parts
from pressbrief.sections.model import Mark

STYLES = {
    "target": "background:#ffe58f;color:#1f2328;font-weight:bold",
    "judgement": "background:transparent;color:inherit;font-style:italic",
    "quotation": "background:transparent;color:inherit;border-bottom:2px dotted #59606a",
    "date": "background:transparent;color:inherit;border-bottom:2px solid #59606a",
}
# A "$" in an article is no formula: JupyterLab leaves such elements alone.
NO_FORMULAS = 'class="tex2jax_ignore mathjax_ignore"'


def marked(text: str, marks: Iterable[Mark]) -> str:
    """A text with its marks nested, however they overlap.

    >>> marked("<b> met", [Mark(start=4, end=7, kind="date")]).count("<mark")
    1
    """
    return "".join(_piece(part.text, part.kinds) for part in parts(text, marks))


def _piece(text: str, kinds: Iterable[str]) -> str:
    said = escape(text)
    for kind in sorted(kinds, reverse=True):
        said = f'<mark class="{kind}" style="{STYLES[kind]}">{said}</mark>'
    return said
