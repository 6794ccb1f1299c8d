"""Links within a PDF: Typst sets them as addresses of our own, and here they get their places.

Typst could resolve them itself, but lays everything that holds a link out again each time that a
place on the way to it moves: with some thousand links that doubles the time.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pikepdf

SCHEME = "to:"
ABOVE = 10  # points of air above a place that is jumped to
KEEP_ZOOM = 0

# A page, counted from 1, and how far from its left and upper edge, in points.
Place = tuple[int, float, float]


def point(file: pikepdf.Pdf, places: Mapping[str, Place], names: Mapping[str, str]) -> None:
    """Points each link to its anchor's place, and calls it by the anchor's name for the blind.

    Raises KeyError where a link goes to an anchor that has no place or no name.
    """
    import pikepdf

    goals = {anchor: _goal(file, *place) for anchor, place in places.items()}
    for page in file.pages:
        for link in page.get("/Annots", ()):
            address = str(link.A.URI) if "/A" in link else ""
            if address.startswith(SCHEME):
                anchor = address.removeprefix(SCHEME)
                del link.A
                link.Dest = goals[anchor]
                link.Contents = pikepdf.String(names[anchor])


def _goal(file: pikepdf.Pdf, number: int, x: float, y: float) -> pikepdf.Object:
    import pikepdf

    page = file.pages[number - 1]
    upper = float(page.mediabox[3]) - max(0, y - ABOVE)
    place = [page.obj, pikepdf.Name.XYZ, round(x, 2), round(upper, 2), KEEP_ZOOM]
    return file.make_indirect(pikepdf.Array(place))
