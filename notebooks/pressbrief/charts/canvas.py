"""A sheet in inches, y downwards, that the charts draw on with matplotlib, and its SVG."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterable, Sequence

from pressbrief.assets import fonts
from pressbrief.charts import labels
from pressbrief.charts.drawn_svg import finished

WIDTH = 7.0
# Ink and greys stand at least 4.5 to 1 (text) or 3 to 1 (marks) against white.
INK, SOFT, FAINT, RULE, PAPER = "#1f2328", "#59606a", "#8b929a", "#dfe2e6", "#ffffff"
# Okabe and Ito's blue and vermillion: apart for every kind of colour vision.
BLUE, VERMILLION = "#0072b2", "#d55e00"
PALE_BLUE = "#a9d0e8"


class Canvas:
    """Shapes and texts at places in inches from the top left; `svg` closes it.

    Every mark may say what it is (a tooltip and its accessible name) and link to evidence.
    """

    def __init__(self) -> None:
        labels.fonts_by_weight()
        from matplotlib.transforms import Affine2D

        from pressbrief.charts.quiet_matplotlib import Figure

        self._figure = Figure(figsize=(WIDTH, 1))
        self._flip = Affine2D()
        self._place = self._flip + self._figure.dpi_scale_trans
        self._says: dict[str, str] = {}

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = labels.SIZE,
        color: str = INK,
        align: str = "left",
        bold: bool = False,
    ) -> float:
        """Sets text with its baseline at y; returns its width. Cut it with `labels.clip` before."""
        said = labels.clean(text)
        self._figure.text(
            x,
            y,
            said,
            transform=self._place,
            family=fonts.FAMILY,
            size=size,
            color=color,
            ha=align,
            va="baseline",
            weight="bold" if bold else "normal",
            parse_math=False,
        )
        return labels.width(said, size, bold=bold)

    def line(
        self, x0: float, y0: float, x1: float, y1: float, *, color: str = RULE, weight: float = 0.6
    ) -> None:
        """Draws a straight line, its weight in points."""
        self.polygon([(x0, y0), (x1, y1)], edge=color, weight=weight, closed=False)

    def polygon(
        self,
        points: Sequence[tuple[float, float]],
        *,
        fill: str = "none",
        edge: str = "none",
        weight: float = 1.0,
        closed: bool = True,
        dashed: bool = False,
        opacity: float = 1.0,
        says: str = "",
        evidence: Iterable[str] = (),
    ) -> None:
        """Draws a polygon through the points."""
        from matplotlib.patches import Polygon

        self._add(
            Polygon(points, closed=closed, **_style(fill, edge, weight, dashed, opacity)),
            says,
            evidence,
        )

    def circle(
        self,
        x: float,
        y: float,
        radius: float,
        *,
        fill: str = "none",
        edge: str = "none",
        weight: float = 1.0,
        dashed: bool = False,
        says: str = "",
        evidence: Iterable[str] = (),
    ) -> None:
        """Draws a circle."""
        from matplotlib.patches import Circle

        self._add(Circle((x, y), radius, **_style(fill, edge, weight, dashed, 1)), says, evidence)

    def box(self, x0: float, x1: float, y0: float, y1: float, **how) -> None:
        """Draws a rectangle; `how` as for `polygon`."""
        self.polygon([(x0, y0), (x1, y0), (x1, y1), (x0, y1)], **how)

    def triangle(self, x: float, y: float, radius: float, *, up: bool, **how) -> None:
        """Draws a triangle that points up or down; `how` as for `polygon`."""
        tip, base = (-1.15, 0.75) if up else (1.15, -0.75)
        points = [(x, y + tip * radius), (x - radius, y + base * radius)]
        self.polygon([*points, (x + radius, y + base * radius)], **how)

    def svg(self, height: float, name: str) -> str:
        """The sheet as SVG of that height in inches, its ids beginning with `name`."""
        import matplotlib

        self._figure.set_size_inches(WIDTH, height)
        self._flip.clear().scale(1, -1).translate(0, height)
        raw = io.StringIO()
        settings = matplotlib.rc_context({"svg.fonttype": "none", "svg.hashsalt": name})
        with settings, warnings.catch_warnings():
            # The renderers replace what the font lacks, and say so.
            warnings.filterwarnings("ignore", message="Glyph .* missing from font")
            self._figure.savefig(
                raw, format="svg", facecolor=PAPER, metadata={"Date": None, "Creator": None}
            )
        return finished(raw.getvalue(), name, self._says)

    def _add(self, patch, says: str, evidence: Iterable[str]) -> None:
        patch.set_transform(self._place)
        if said := labels.clean(says):
            mark = f"mark-{len(self._says) + 1}"
            self._says[mark] = said
            patch.set_gid(mark)
            if first := next(iter(evidence), ""):
                patch.set_url(f"#{first}")
        self._figure.add_artist(patch)


def middle(y: float, size: float = labels.SIZE) -> float:
    """The baseline that centres a line of text of that size on y."""
    return y + 0.355 * size / 72


def _style(fill: str, edge: str, weight: float, dashed: bool, opacity: float) -> dict:
    return {
        "facecolor": fill,
        "edgecolor": edge,
        "linewidth": weight if edge != "none" else 0,
        "linestyle": (0, (2.2, 1.4)) if dashed else "-",
        "alpha": opacity if opacity < 1 else None,
    }
