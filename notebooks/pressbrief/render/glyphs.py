"""Which characters the PDF's fonts cover and how wide they are, from the font files themselves."""

from __future__ import annotations

import importlib.util
import re
import unicodedata
from collections import defaultdict
from functools import cache
from pathlib import Path

from pressbrief.assets import fonts
from pressbrief.render.text import BREAK, SHOWN

FALLBACK_FAMILY = "DejaVu Sans"
JOINING = ("Mn", "Mc", "Me", "Cf")
# Letters that the fallback font sets as two or joins: Thai and Lao AM, Tifinagh.
SPLITTING = re.compile("[\u0e33\u0eb3\u2d30-\u2d7f]")
WORD = re.compile(rf"[^\s{BREAK}]+")


def fallback() -> Path:
    """matplotlib's DejaVu Sans, for Arabic, Hebrew, symbols and whatever else Roboto lacks."""
    package = importlib.util.find_spec("matplotlib")
    assert package and package.origin, "matplotlib is missing: install what pyproject.toml names"
    # Named by itself: beside it lies a Last Resort font, which hides that a glyph is missing.
    return Path(package.origin).parent / "mpl-data" / "fonts" / "ttf" / "DejaVuSans.ttf"


class Glyphs:
    """Makes text fit to be set, and counts what it had to replace (`replaced`)."""

    def __init__(self) -> None:
        self.replaced = 0
        self._widths = _widths()
        self._advance = defaultdict(lambda: 1.0, self._widths).__getitem__

    def covered(self, text: str) -> str:
        """Text in which each character that no font covers is □."""
        if text.isascii():
            return text
        shown = "".join(character if character in self._widths else SHOWN for character in text)
        self.replaced += shown.count(SHOWN)
        return shown

    def drawn(self, text: str) -> tuple[str, bool]:
        """A chart's text made fit for one font, and whether that is the document's own.

        Typst's SVG reader fails where two fonts or joined characters make one line: a text that
        the document's font does not cover is in the fallback font as a whole, and a combining
        mark or an invisible character becomes □.
        """
        text = unicodedata.normalize("NFC", text)
        own = _advances(fonts.files()[0])
        if simple := all(one in own and _stands_alone(one) for one in text):
            return text, simple
        other = _advances(fallback())
        shown = "".join(one if one in other and _stands_alone(one) else SHOWN for one in text)
        self.replaced += shown.count(SHOWN) - text.count(SHOWN)
        return shown, simple

    def width(self, text: str) -> float:
        """The width of a text on one line, in em, without kerning."""
        return sum(map(self._advance, text))

    def longest_word(self, text: str) -> float:
        """The width of its widest word, in em."""
        return max(map(self.width, WORD.findall(text)), default=0.0)

    def fitted(self, text: str, width: float) -> str:
        """Text whose words wider than `width` em may break into pieces of that width."""
        # No character is wider than two em.
        words = _words_from(int(width / 2))
        return words.sub(lambda word: BREAK.join(self._pieces(word[0], width)), text)

    def _pieces(self, word: str, width: float) -> list[str]:
        pieces, used = [""], 0.0
        for character in word:
            advance = self.width(character)
            if pieces[-1] and used + advance > width:
                pieces.append("")
                used = 0.0
            pieces[-1] += character
            used += advance
        return pieces


@cache
def _words_from(least: int) -> re.Pattern[str]:
    """Words of at least so many characters."""
    return re.compile(rf"[^\s{BREAK}]{{{max(least, 1)},}}")


def _stands_alone(character: str) -> bool:
    return unicodedata.category(character) not in JOINING and not SPLITTING.match(character)


def _widths() -> dict[str, float]:
    """Character → advance in em; the document's own font before the fallback."""
    return _advances(fallback()) | _advances(fonts.files()[0])


@cache
def _advances(path: Path) -> dict[str, float]:
    from fontTools.ttLib import TTFont

    with TTFont(path, lazy=True) as font:
        em, advances = font["head"].unitsPerEm, font["hmtx"].metrics
        return {chr(point): advances[glyph][0] / em for point, glyph in font.getBestCmap().items()}
