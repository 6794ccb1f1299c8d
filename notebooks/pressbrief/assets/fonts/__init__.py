"""The document's font: Roboto, which covers Latin, Cyrillic and Greek (Apache-2.0, LICENSE.txt).

Charts, HTML and PDF set their text in it; `build.py` says where the files come from.
"""

from __future__ import annotations

from pathlib import Path

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
