"""Column widths of a PDF's tables, from the widths of their words, so that nothing is cut off."""

from __future__ import annotations

from collections.abc import Sequence

from pressbrief.render.glyphs import Glyphs

# A line in points; sizes that are tried, largest first. After each column comes a gap of one em.
LINE = 459.0
SIZES = (8.5, 7.5, 6.5)
# Bold heads and kerning: what a word may be wider than its glyphs' advances say.
SLACK = 1.06
EVIDENCE = "Evidence"


def lay_out(table: dict, glyphs: Glyphs) -> None:
    """Gives a table its `size` and `widths` (points) and lets its words break where they must."""
    grid = [table["columns"], *(row["cells"] for row in table["rows"])]
    if table["cited"]:
        refs = [EVIDENCE, *(_refs(row["evidence"]) for row in table["rows"])]
        grid = [[*cells, ref] for cells, ref in zip(grid, refs, strict=True)]
    by_column = list(zip(*grid, strict=True))
    lines = [max(map(glyphs.width, column)) * SLACK for column in by_column]
    words = [max(map(glyphs.longest_word, column)) * SLACK for column in by_column]
    gaps = len(lines)
    size = next((size for size in SIZES if (sum(words) + gaps) * size <= LINE), SIZES[-1])
    widths = shared(lines, words, LINE / size - gaps)
    table["size"] = size
    table["widths"] = [width * size for width in widths]
    for cells in (table["columns"], *(row["cells"] for row in table["rows"])):
        cells[:] = [
            glyphs.fitted(cell, width / SLACK) for cell, width in zip(cells, widths, strict=False)
        ]


def shared(lines: Sequence[float], words: Sequence[float], room: float) -> list[float]:
    """Widths for columns whose longest cell and longest word are as given, room in all.

    Each column gets its longest cell if all can; else its longest word, and a share of the rest
    by how much more it wants; else, where even the words do not fit, an even share at most.

    >>> shared([4, 30], [4, 6], room=20)
    [4.0, 16.0]
    """
    if sum(lines) <= room:
        return [float(line) for line in lines]
    if sum(words) > room:
        return _levelled(words, room)
    wanted = [(line - word) ** 0.5 for line, word in zip(lines, words, strict=True)]
    rest = room - sum(words)
    return [word + rest * want / sum(wanted) for word, want in zip(words, wanted, strict=True)]


def _levelled(widths: Sequence[float], room: float) -> list[float]:
    """Widths cut to a common highest width, such that they fill the room."""
    left, kept = room, {}
    for count, at in enumerate(sorted(range(len(widths)), key=widths.__getitem__)):
        kept[at] = min(widths[at], left / (len(widths) - count))
        left -= kept[at]
    return [kept[at] for at in range(len(widths))]


def _refs(runs: Sequence[dict]) -> str:
    return ", ".join(
        f"{run['first']}–{run['last']}" if run["last"] > run["first"] else f"{run['first']}"
        for run in runs
    )
