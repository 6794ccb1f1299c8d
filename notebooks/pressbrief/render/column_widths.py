"""Column widths of a PDF's tables, from the widths of their words, so that nothing is cut off."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pressbrief.render.glyphs import Glyphs

# A line in points; sizes that are tried, largest first. After each column comes a gap of one em.
LINE = 459.0
SIZES = (8.5, 7.5, 6.5)
# Bold heads and kerning: what a word may be wider than its glyphs' advances say.
SLACK = 1.06
EVIDENCE = "Evidence"
# As wide as a grid's mark with the gap after it.
MARK = "■ "
# What is longer, an address or a file's name, may break, in em.
LONGEST_WORD = 13.0
# How many lines of a row are kept on one page.
TALLEST = 16
# In how many pieces the room that words leave is given out.
STEPS = 32


def lay_out(table: dict, glyphs: Glyphs, sizes: Sequence[float] = SIZES) -> None:
    """Gives a table its `size` and `widths` (points) and lets its words break where they must.

    Its rows are `breakable` where one may be taller than a page can spare.
    """
    grid = [table["columns"], *(row["cells"] for row in table["rows"])]
    if table["cited"]:
        refs = [EVIDENCE, *(_refs(row["evidence"]) for row in table["rows"])]
        grid = [[*cells, ref] for cells, ref in zip(grid, refs, strict=True)]
    by_column = list(zip(*grid, strict=True))
    lines = [[glyphs.width(cell) * SLACK for cell in row] for row in grid]
    words = [
        min(max(map(glyphs.longest_word, column)) * SLACK, LONGEST_WORD) for column in by_column
    ]
    gaps = len(words)
    size = next((size for size in sizes if (sum(words) + gaps) * size <= LINE), sizes[-1])
    widths = shared(lines, words, LINE / size - gaps)
    table["size"] = size
    table["widths"] = [width * size for width in widths]
    table["breakable"] = bool((np.array(lines) / np.array(widths)).max() > TALLEST)
    for cells in (table["columns"], *(row["cells"] for row in table["rows"])):
        cells[:] = [
            glyphs.fitted(cell, width / SLACK) for cell, width in zip(cells, widths, strict=False)
        ]


def lay_out_grid(grid: dict, glyphs: Glyphs) -> None:
    """Gives a grid its `size` and `widths`, as `lay_out` does; a mark takes room before a text."""
    lead = {"": "", "untold": "", "none": ""}
    cells = [[lead.get(box["mark"], MARK) + box["text"] for box in row] for row in grid["rows"]]
    rows = [{"cells": each, "evidence": []} for each in cells]
    table = {"columns": grid["columns"], "rows": rows, "cited": False}
    lay_out(table, glyphs, SIZES[1:])
    for row, texts in zip(grid["rows"], cells, strict=True):
        for box, text in zip(row, texts, strict=True):
            box["text"] = text.removeprefix(MARK)
    grid |= {"size": table["size"], "widths": table["widths"]}


def shared(cells: Sequence[Sequence[float]], words: Sequence[float], room: float) -> list[float]:
    """Widths for the columns of a table, room in all, that make it short.

    `cells` holds the width of each cell on one line, row by row; `words` that of each column's
    longest word. Each column gets its longest cell if all can; where even the words do not fit,
    an even share at most; else its longest word, and of the rest what saves most lines.

    >>> shared([[4, 30], [4, 6]], words=[4, 6], room=20)
    [4.0, 16.0]
    """
    lines = np.array(cells, dtype=float)
    longest, widths = lines.max(axis=0), np.array(words, dtype=float)
    if longest.sum() <= room:
        return longest.tolist()
    if widths.sum() >= room:
        return _levelled(words, room)
    step = (room - widths.sum()) / STEPS
    for _ in range(STEPS):
        wanting = [at for at in range(len(widths)) if widths[at] < longest[at]]
        widths[min(wanting, key=lambda at: _height(lines, widths, at, step))] += step
    return widths.tolist()


def _height(lines: np.ndarray, widths: np.ndarray, at: int, more: float) -> float:
    """The lines that the rows take if one column gets more; of equals, the emptier rows win."""
    given = widths.copy()
    given[at] += more
    taken = np.maximum(lines / given, 1)
    return taken.max(axis=1).sum() + 0.1 * taken.sum()


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
