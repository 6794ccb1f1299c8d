"""The words on a chart: cleaned, measured in the chart's font, and shortened to fit."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from pressbrief.assets import fonts
from pressbrief.sections.wording.phrase import Phrase, bound, quoted, say
from pressbrief.sections.wording.words import digits

if TYPE_CHECKING:  # a chart is seldom drawn, and matplotlib takes long to load
    from matplotlib.ft2font import FT2Font

SIZE = 8.5
SMALL = 8.0
# Browsers hint and kern on their own: room for that, as a share of the measured width.
SAFETY = 1.03
LONGEST_READ = 2000
LONGEST_TITLE, LONGEST_TITLE_WORDS = 90, 10
# Control characters, and what reorders or hides text around it.
UNPRINTABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff0-\uffff"
    "\ud800-\udfff]+"
)
# Marks heaped on one letter would reach into the lines above and below.
HEAPED_MARKS = re.compile("([\u0300-\u036f]{2})[\u0300-\u036f]+")


def clean(text: str) -> str:
    """The text on one line, without characters that are invisible, reordering or not XML.

    >>> clean("Kabul\\x00\\n  talks\\u202e")
    'Kabul talks'
    """
    spaced = UNPRINTABLE.sub(" ", str(text)[:LONGEST_READ])
    return HEAPED_MARKS.sub(r"\1", " ".join(spaced.split()))


def width(text: str, size: float = SIZE, *, bold: bool = False) -> float:
    """The width of a text in inches, as the chart's font sets it at `size` points."""
    return SAFETY * size / 72 * sum(_advance(character, bold) for character in text)


def clip(text: str, room: float, size: float = SIZE, *, bold: bool = False) -> str:
    """The text, cleaned; cut with `…` where it is wider than `room` inches.

    >>> clip("a" * 10_000, 0.5).endswith("a…")
    True
    """
    text = clean(text)
    if width(text, size, bold=bold) <= room:
        return text
    left = room - width("…", size, bold=bold)
    kept = 0
    while kept < len(text) and (left := left - width(text[kept], size, bold=bold)) >= 0:
        kept += 1
    cut = text[:kept].rstrip()
    # A whole word, unless that would cost much of the line.
    space = cut.rfind(" ")
    if kept < len(text) and text[kept] != " " and space > 0.7 * len(cut):
        cut = cut[:space]
    return cut.rstrip(" ,;:–—-") + "…"


def wrap(text: str, room: float, lines: int, size: float = SIZE) -> list[str]:
    """The text, cleaned, as at most `lines` lines of `room` inches, the last cut if it must be.

    >>> wrap("Modern Tokyo Times", 0.9, 2)
    ['Modern Tokyo', 'Times']
    """
    words = clean(text).split(" ")
    found: list[str] = []
    while words and len(found) < lines - 1:
        taken = 1
        while taken < len(words) and width(" ".join(words[: taken + 1]), size) <= room:
            taken += 1
        found.append(clip(" ".join(words[:taken]), room, size))
        words = words[taken:]
    return [*found, clip(" ".join(words), room, size)] if words else found


def own(text: str) -> Phrase:
    """Words of an article or a topic, cleaned: their digits are theirs."""
    return quoted(clean(text))


def name_of(names: Mapping[str, str], *keys: str) -> Phrase:
    """The display name of the first key that has one, else the last key, cleaned."""
    return own(next((names[key] for key in keys if names.get(key)), keys[-1])) or quoted("unnamed")


def distinct(labels: list[str]) -> list[str]:
    """The labels; those that read the same are numbered, so that no two rows look alike.

    >>> distinct(["Kyodo…", "NHK", "Kyodo…"])
    ['Kyodo… (1)', 'NHK', 'Kyodo… (2)']
    """
    seen: dict[str, int] = {}
    numbered = []
    for label in labels:
        seen[label] = seen.get(label, 0) + 1
        numbered.append(f"{label} ({seen[label]})" if labels.count(label) > 1 else label)
    return numbered


def fitted(texts: list[str], room: float, size: float = SIZE) -> list[str]:
    """Labels that fit `room` inches, no two alike."""
    short = [clip(text, room, size) for text in texts]
    if len(set(short)) == len(short):
        return short
    return distinct([clip(text, room - width(" (00)", size), size) for text in texts])


def title(*candidates: str) -> str:
    """The first candidate of ten words or fewer that fits a line; the last is the fallback."""
    for candidate in candidates[:-1]:
        if len(candidate.split()) <= LONGEST_TITLE_WORDS and len(candidate) <= LONGEST_TITLE:
            return candidate
    return candidates[-1]


def plural(count: int, noun: str, several: str = "") -> Phrase:
    """A count in digits with its noun.

    >>> plural(1, "source"), plural(1200, "sentence")
    ('1 source', '1,200 sentences')
    """
    return say("{} {}", digits(count), noun if count == 1 else several or noun + "s")


def rate(value: float) -> Phrase:
    """A rate per so many words, as a cell has it.

    >>> rate(20.38), rate(0)
    ('20.4', '0')
    """
    return bound(f"{value:.1f}" if value else "0", float(value))


@cache
def _advance(character: str, bold: bool) -> float:
    """How far a character moves the pen, in ems; a guess on the wide side for an unknown one."""
    if unicodedata.combining(character):
        return 0.0
    face = fonts_by_weight()[bold]
    if not face.get_char_index(ord(character)):
        return 1.05 if unicodedata.east_asian_width(character) in "WF" else 0.75
    from matplotlib.ft2font import LoadFlags

    face.set_size(100, 72)
    return face.load_char(ord(character), flags=LoadFlags.NO_HINTING).linearHoriAdvance / 6553600


@cache
def fonts_by_weight() -> dict[bool, FT2Font]:
    """The chart font's regular (False) and bold (True) face, made known to matplotlib."""
    from pressbrief.charts.quiet_matplotlib import font_manager

    for path in fonts.files():
        font_manager.fontManager.addfont(str(path))
    return {
        bold: font_manager.get_font(
            font_manager.findfont(
                font_manager.FontProperties(family=fonts.FAMILY, weight=700 if bold else 400),
                fallback_to_default=False,
            )
        )
        for bold in (False, True)
    }
