"""The document's font: Roboto, which covers Latin, Cyrillic and Greek (Apache-2.0, LICENSE.txt).

Charts, HTML and PDF set their text in it; `build.py` says where the files come from. What it lacks
the PDF takes from the fonts of other packages, never from the system's: those differ from one
machine to the next, and with them the PDF's bytes.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

FAMILY = "Roboto"
FOLDER = Path(__file__).resolve().parent
STYLES = ("Regular", "Medium", "Bold", "Italic")
# Ranges of code points, both ends included.
SLICES = {
    "latin": ((0x00, 0xFF), (0x2000, 0x206F), (0x20A0, 0x20BF), (0x2100, 0x214F), (0x2190, 0x22FF)),
    "latin-ext": ((0x0100, 0x017F), (0x0218, 0x021B), (0x02B0, 0x02FF)),
    "latin-more": (
        (0x0180, 0x0217),
        (0x021C, 0x02AF),
        (0x0300, 0x036F),
        (0x1E00, 0x1EFF),
        (0x2070, 0x209F),
        (0x2150, 0x218F),
    ),
    "greek": ((0x0370, 0x03FF), (0x1F00, 0x1FFF)),
    "cyrillic": ((0x0400, 0x052F), (0x1C80, 0x1C8F), (0x2DE0, 0x2DFF), (0xA640, 0xA69F)),
}


def files() -> list[Path]:
    """The font's TrueType files, one for each style.

    >>> [path.name for path in files()]
    ['Roboto-Regular.ttf', 'Roboto-Medium.ttf', 'Roboto-Bold.ttf', 'Roboto-Italic.ttf']
    """
    return [FOLDER / f"{FAMILY}-{style}.ttf" for style in STYLES]


class Face(NamedTuple):
    """One face of a font's file: its family, the file, and its number in it."""

    family: str
    path: Path
    number: int


# Where the fonts for other scripts lie, the one that is asked first in front: DejaVu Sans (Arabic,
# Hebrew, symbols), Noto for 19 scripts and emoji (7 MB, SIL Open Font License), Noto for Chinese,
# Japanese and Korean (20 MB, the same licence). DejaVu is named by its file: beside it lies a Last
# Resort font, which hides that a glyph is missing.
OTHERS = (
    ("matplotlib", "mpl-data/fonts/ttf/DejaVuSans.ttf"),
    ("manimgx_fonts", "*.ttf"),
    ("noto_cjk_sans_otc", "*.ttc"),
)


@cache
def others() -> tuple[Face, ...]:
    """The faces for what Roboto lacks, in the order in which they are asked; upright ones only.

    >>> [face.family for face in others()][:2]
    ['DejaVu Sans', 'Noto Emoji']
    """
    found = []
    for package, pattern in OTHERS:
        spec = find_spec(package)
        folder = Path(spec.origin).parent if spec and spec.origin else None
        for path in sorted(folder.glob(pattern)) if folder else ():
            found += [Face(family, path, at) for at, family in enumerate(_families(path)) if family]
    return tuple(found)


def _families(path: Path) -> list[str]:
    """The family of each face of a file; empty of one that is slanted or for programs' text."""
    from fontTools.ttLib import TTCollection, TTFont

    if path.suffix == ".ttc":
        with TTCollection(path, lazy=True) as held:
            return [_family(font) for font in held.fonts]
    with TTFont(path, lazy=True) as font:
        return [_family(font)]


def _family(font) -> str:
    names = font["name"]
    family = names.getDebugName(16) or names.getDebugName(1)
    return "" if font["post"].italicAngle or font["post"].isFixedPitch else family
