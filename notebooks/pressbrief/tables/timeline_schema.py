"""The tables of the section timeline: times, events and where the tellings disagree."""

from __future__ import annotations

from dataclasses import replace

from pressbrief.tables.columns import (
    ARTICLE,
    EARLIEST,
    LATEST,
    PRECISIONS,
    SENTENCE,
    TIMEX_TYPE,
    TIMEX_VALUE,
    Column,
    Table,
    span,
)

STATUSES = ("happened", "planned", "reported", "denied")

TABLES = (
    Table(
        "expressions",
        "one time expression",
        ("article_id", "start", "end"),
        (
            *span(),
            Column("text", "text", "exactly what start and end cut out"),
            TIMEX_TYPE,
            TIMEX_VALUE,
            EARLIEST,
            LATEST,
            Column("basis", "text", "what fixed the value"),
        ),
    ),
    Table(
        "events",
        "one happening, told by one or more articles",
        ("event",),
        (
            Column("event", "text", "its id"),
            EARLIEST,
            LATEST,
            Column("precision", "text", "how narrow that interval is", choices=PRECISIONS),
            Column(
                "status",
                "text",
                "as the texts tell it",
                choices=STATUSES,
            ),
            Column("title", "text", "what happened, in a source's own clause made to stand alone"),
            Column("summary", "text", "a sentence from the best-placed source, as it stands"),
            Column("actors", "text", "who takes part, joined by `; `", optional=True),
            Column(
                "place",
                "text",
                "where the texts say that it took place, if several joined by `; `",
                optional=True,
            ),
            Column("articles", "integer", "articles that tell it", "articles", low=1),
            Column("sources", "integer", "independent sources, duplicates once", "sources", low=1),
            Column("conflict", "text", "where they disagree", optional=True),
        ),
    ),
    Table(
        "event_mentions",
        "one sentence that tells an event, and the clause that does",
        ("event", "article_id", "sentence"),
        (
            Column("event", "text", "the event told"),
            *span(),
            replace(EARLIEST, meaning="first day that it gives; empty where it gives none"),
            replace(LATEST, meaning="last day that it gives; empty where it gives none"),
            Column(
                "status",
                "text",
                "as it tells it; empty where it tells it undated as news",
                choices=(*STATUSES, ""),
                optional=True,
            ),
        ),
    ),
    Table(
        "disagreements",
        "one point on which two sentences that tell an event cannot both be right",
        (
            "event",
            "kind",
            "about",
            "article_id",
            "sentence",
            "other_article_id",
            "other_sentence",
        ),
        (
            Column("event", "text", "the event told"),
            Column(
                "kind",
                "text",
                "the point",
                choices=("date", "number", "agent", "denial", "comment"),
            ),
            Column(
                "about",
                "text",
                "of a number what is counted, of an agent the deed, of a comment who",
                optional=True,
            ),
            ARTICLE,
            SENTENCE,
            Column("says", "text", "what that sentence says of it"),
            replace(ARTICLE, name="other_article_id"),
            replace(SENTENCE, name="other_sentence"),
            Column("other_says", "text", "what the other sentence says of it"),
        ),
    ),
)
