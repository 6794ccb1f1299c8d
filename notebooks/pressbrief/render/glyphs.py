"""Which characters the PDF's fonts cover and how wide they are, from the font files themselves."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from itertools import groupby
from pathlib import Path

from pressbrief.assets import fonts
from pressbrief.render.text import BREAK, SHOWN

JOINING = ("Mn", "Mc", "Me", "Cf")
# Letters that the fallback font sets as two or joins: Thai and Lao AM, Tifinagh.
SPLITTING = re.compile("[\u0e33\u0eb3\u2d30-\u2d7f]")
WORD = re.compile(rf"[^\s{BREAK}]+")
# Japanese kana; where there are none, Chinese letters are as in China.
KANA = re.compile("[\u3040-\u30ff]")
HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
NAMED = 12  # characters that the note on missing ones names


class _Widths(dict[str, float]):
    """Character → advance in em; of one that no font has, one em."""

    def __missing__(self, character: str) -> float:
        return 1.0


class Glyphs:
    """Makes text fit to be set, and counts what it had to replace, by character (`replaced`)."""

    def __init__(self) -> None:
        self.replaced: Counter[str] = Counter()
        self._found: dict[str, fonts.Face] = {}
        self._widths = _Widths(_own())

    @property
    def faces(self) -> list[fonts.Face]:
        """The faces beside the document's own that what was covered needs, each family once."""
        needed = {fonts.others()[0], *map(self._as_written, self._found.values())}
        return [face for face in fonts.others() if face in needed]

    def covered(self, text: str) -> str:
        """Text in which each character that no font covers is □."""
        if text.isascii():
            return text
        shown = "".join(character if self._covers(character) else SHOWN for character in text)
        self._count(text, shown)
        return shown

    def note(self) -> str:
        """What is said of the characters that no font covers; empty if there are none.

        >>> glyphs = Glyphs()
        >>> glyphs.covered("\U00013000\U00013000"), glyphs.note()[-33:]
        ('□□', 'EGYPTIAN HIEROGLYPH A001 (twice).')
        """
        count = self.replaced.total()
        if not count:
            return ""
        often = [(one, n) for one, n in self.replaced.most_common() if one != SHOWN]
        named = [f"{unicodedata.name(one, '')} ({_times(n)})" for one, n in often[:NAMED]]
        which = f": {', '.join(named)}" if named else ""
        more = f" and {len(often) - NAMED:,} others" if len(often) > NAMED else ""
        are, s = ("is", "") if count == 1 else ("are", "s")
        return (
            f"{count:,} character{s} that no font covers, or that a chart cannot join, {are} shown "
            f"as {SHOWN}{which}{more}."
        )

    def drawn(self, text: str) -> list[tuple[str, str]]:
        """A chart's text as runs of one font each, with its family; empty: the document's own.

        Typst's SVG reader fails where two fonts or joined characters make one run: a combining
        mark, an invisible character and what no font covers become □.
        """
        text = unicodedata.normalize("NFC", text)
        alone = "".join(one if _stands_alone(one) else SHOWN for one in text)
        shown = "".join(one if self._covers(one) else SHOWN for one in alone)
        self._count(text, shown)
        return [("".join(run), family) for family, run in groupby(shown, self._family)]

    def _family(self, character: str) -> str:
        """The family that has a character that is covered; empty: the document's own."""
        if character in _advances(fonts.files()[0], 0):
            return ""
        face = self._found.get(character)
        return self._as_written(face).family if face else fonts.others()[0].family

    def _covers(self, character: str) -> bool:
        """Whether a font has it; from then on it has its width."""
        if character in self._widths:
            return True
        face = next((face for face in fonts.others() if character in _of(face)), None)
        if face:
            self._found[character] = face
            self._widths[character] = _of(face)[character]
        return face is not None

    def _as_written(self, face: fonts.Face) -> fonts.Face:
        """Of the faces of one file the one that writes as the text's language does."""
        faces = [other for other in fonts.others() if other.path == face.path]
        seen = "".join(self._found)
        way = "JP" if KANA.search(seen) else "SC" if HAN.search(seen) else "KR"
        return next((other for other in faces if other.family.endswith(f" {way}")), face)

    def _count(self, text: str, shown: str) -> None:
        for given, put in zip(text, shown, strict=True):
            if put == SHOWN:
                self.replaced[given] += 1

    def width(self, text: str) -> float:
        """The width of a text on one line, in em, without kerning."""
        return sum(map(self._widths.__getitem__, text))

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
            joined = unicodedata.category(character) in JOINING
            if pieces[-1] and used + advance > width and not joined:
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


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count:,} times")


@cache
def _own() -> dict[str, float]:
    """Character → advance in em; the document's own font before the first of the others."""
    return _of(fonts.others()[0]) | _advances(fonts.files()[0], 0)


def _of(face: fonts.Face) -> dict[str, float]:
    return _advances(face.path, face.number)


@cache
def _advances(path: Path, number: int) -> dict[str, float]:
    from fontTools.ttLib import TTFont

    with TTFont(path, lazy=True, fontNumber=number) as font:
        em, advances = font["head"].unitsPerEm, font["hmtx"].metrics
        return {chr(point): advances[glyph][0] / em for point, glyph in font.getBestCmap().items()}
