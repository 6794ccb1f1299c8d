"""The tables: their columns, types, units and meaning, and frames checked against them."""

from __future__ import annotations

from pressbrief.tables.frames import (
    LIST_SEPARATOR,
    SHIPPED,
    TableError,
    check,
    check_cuts,
    codebook,
    empty,
    frame,
    load,
    read_csv,
    saving,
    stands,
    tidied,
    write_csv,
)
from pressbrief.tables.schemas import TABLES

__all__ = [
    "LIST_SEPARATOR",
    "SHIPPED",
    "TABLES",
    "TableError",
    "check",
    "check_cuts",
    "codebook",
    "empty",
    "frame",
    "load",
    "read_csv",
    "saving",
    "stands",
    "tidied",
    "write_csv",
]
