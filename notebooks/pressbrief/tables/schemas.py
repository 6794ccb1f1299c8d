"""Every table's columns, types, units and meaning, in one place, a module for each section.

`frames.py` checks frames against it and generates the codebook (data/README.md) from it, so that
what builders make, notebooks load and readers look up cannot disagree.
"""

from __future__ import annotations

from itertools import chain

from pressbrief.tables import (
    corpus_schema,
    findings_schema,
    mentions_schema,
    stance_schema,
    timeline_schema,
)
from pressbrief.tables.columns import Table

__all__ = ["TABLES"]

SECTIONS = (corpus_schema, mentions_schema, stance_schema, timeline_schema, findings_schema)
TABLES: dict[str, Table] = {
    table.name: table for table in chain.from_iterable(section.TABLES for section in SECTIONS)
}
