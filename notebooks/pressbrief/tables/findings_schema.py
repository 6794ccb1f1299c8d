"""The tables of the section findings: what differs from the edition before."""

from __future__ import annotations

from pressbrief.tables.columns import Column, Table

TABLES = (
    Table(
        "changes",
        "one thing that differs from the edition before",
        ("kind", "subject", "what"),
        (
            Column(
                "kind",
                "text",
                "what changed",
                choices=("article", "actor", "stance", "event", "edition"),
            ),
            Column("subject", "text", "which one: a file, an actor, a source on a target, a title"),
            Column(
                "what",
                "text",
                "in which way",
                choices=(
                    "new",
                    "withdrawn",
                    "revised",
                    "dated anew",
                    "added",
                    "gone",
                    "moved",
                    "turned",
                    "contradicted",
                    "settled",
                    "told by more",
                    "told by fewer",
                    "new face",
                    "no longer named",
                    "not compared",
                ),
            ),
            Column("before", "text", "as it was", optional=True),
            Column("after", "text", "as it is", optional=True),
            Column("evidence", "text", "article_ids behind it, joined by `; `", optional=True),
            Column(
                "sentences",
                "text",
                "sentences behind it, each as article_id:sentence, joined by `; `",
                optional=True,
            ),
        ),
    ),
)
