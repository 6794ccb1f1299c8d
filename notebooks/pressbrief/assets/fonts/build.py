"""Makes the font files of this folder from Roboto as Debian ships it (by hand, never by a run).

    apt-get download fonts-roboto-unhinted && dpkg -x fonts-roboto-unhinted_*.deb roboto
    pip install brotli
    python -m pressbrief.assets.fonts.build FOLDER   # that of Roboto-Regular.ttf in roboto/

The .ttf files serve Typst and matplotlib; the .woff2 files are the same glyphs cut by script, so
that an HTML page embeds only the scripts that it uses.
"""

from __future__ import annotations

import sys
from pathlib import Path

from pressbrief.assets.fonts import FAMILY, FOLDER, SLICES, STYLES

FEATURES = ("kern", "mark", "mkmk", "ccmp", "locl", "lnum", "tnum", "pnum")


def main(source: Path) -> None:
    """Writes one .ttf and its .woff2 slices for each style found in `source`."""
    slices = {
        name: [point for low, high in ranges for point in range(low, high + 1)]
        for name, ranges in SLICES.items()
    }
    everything = [point for points in slices.values() for point in points]
    for style in STYLES:
        font = source / f"{FAMILY}-{style}.ttf"
        _cut(font, everything, FOLDER / font.name, flavor=None)
        for name, points in slices.items():
            _cut(font, points, FOLDER / f"{FAMILY}-{style}.{name}.woff2", flavor="woff2")


def _cut(source: Path, points: list[int], target: Path, flavor: str | None) -> None:
    from fontTools import subset

    options = subset.Options(
        flavor=flavor,
        layout_features=list(FEATURES),
        hinting=False,
        name_IDs=["*"],
        notdef_outline=True,
        recalc_timestamp=False,
    )
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(font)
    subset.save_font(font, str(target), options)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
