"""Every table's columns, types, units and meaning, in one place, a module for each section.

`tables.py` checks frames against it and generates the codebook (data/README.md) from it, so that
what builders make, notebooks load and readers look up cannot disagree.
"""

from __future__ import annotations

from itertools import chain

from pressbrief.columns import Table
from pressbrief.schemas import corpus, findings, mentions, stance, timeline

__all__ = ["TABLES"]

SECTIONS = (corpus, mentions, stance, timeline, findings)
TABLES: dict[str, Table] = {
    table.name: table for table in chain.from_iterable(section.TABLES for section in SECTIONS)
}
