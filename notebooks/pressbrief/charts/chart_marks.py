"""What the charts share: keys, scales and heat colours."""

from __future__ import annotations

from dataclasses import dataclass

from pressbrief.charts import labels
from pressbrief.charts.canvas import SOFT, Canvas, middle

KEY_HEIGHT = 0.3


@dataclass(frozen=True)
class Scale:
    """Values between low and high at places between left and right, in inches."""

    low: float
    high: float
    left: float
    right: float

    def __call__(self, value: float) -> float:
        """Where a value lies, in inches."""
        share = (value - self.low) / ((self.high - self.low) or 1)
        return self.left + share * (self.right - self.left)


def blend(color: str, share: float) -> str:
    """A colour thinned with white: a share of 0 is white, of 1 the colour.

    >>> blend("#0072b2", 0.5)
    '#80b9d9'
    """
    parts = (int(color[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{int(255 + share * (part - 255) + 0.5):02x}" for part in parts)


def key_row(canvas: Canvas, y: float, entries: list, left: float = 0.0) -> None:
    """A key on one line: pairs of what draws the mark at (x, y) and what it means."""
    x = left
    for draw, meaning in entries:
        draw(x + 0.06, y)
        x += 0.17
        x += canvas.text(x, middle(y, labels.SMALL), meaning, size=labels.SMALL, color=SOFT) + 0.2


def swatch(canvas: Canvas, fill: str, edge: str = "none"):
    """What draws a square of a colour in a key."""
    return lambda x, y: canvas.box(
        x - 0.055, x + 0.055, y - 0.055, y + 0.055, fill=fill, edge=edge, weight=0.6
    )
