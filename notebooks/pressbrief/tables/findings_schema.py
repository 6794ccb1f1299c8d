"""The tables of the section findings: what differs from the edition before."""

from __future__ import annotations

from pressbrief.tables.columns import Column, Table

TABLES = (
    Table(
        "changes",
        "one thing that differs from the edition before",
        ("kind", "subject"),
        (
            Column(
                "kind",
                "text",
                "what changed",
                choices=("article", "actor", "stance", "event", "edition"),
            ),
            Column("subject", "text", "which one"),
            Column("before", "text", "as it was", optional=True),
            Column("after", "text", "as it is", optional=True),
            Column("evidence", "text", "article_ids behind it, joined by `; `", optional=True),
        ),
    ),
)
