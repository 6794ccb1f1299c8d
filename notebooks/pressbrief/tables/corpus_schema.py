"""The tables of the section corpus: what was read, skipped, doubted, cut and copied."""

from __future__ import annotations

from pressbrief.tables.columns import (
    ARTICLE,
    END,
    PRECISIONS,
    SENTENCE,
    START,
    TIMEX_TYPE,
    TIMEX_VALUE,
    Column,
    Table,
    span,
)

TABLES = (
    Table(
        "articles",
        "one article that was read",
        ("article_id",),
        (
            ARTICLE,
            Column("file", "text", "its path below the topic folder"),
            Column("publisher", "text", "who published it, or `unknown`"),
            Column("publisher_basis", "text", "what says so, or `unknown`"),
            Column(
                "agency",
                "text",
                "the news agency whose copy it is, by dateline, byline or last words",
                optional=True,
            ),
            Column("headline", "text", "its headline, or `unknown`"),
            Column("headline_basis", "text", "what says so, or `unknown`"),
            Column("authors", "text", "its authors, joined by `; `, or `unknown`"),
            Column("language", "text", "ISO 639-1 code of what is analysed, or `unknown`"),
            Column(
                "published_earliest",
                "date",
                "first day on which it can have been published",
                "YYYY-MM-DD",
                optional=True,
            ),
            Column(
                "published_latest",
                "date",
                "last day on which it can have been published",
                "YYYY-MM-DD",
                optional=True,
            ),
            Column(
                "published_precision",
                "text",
                "how narrow that interval is: at most 1, 7, 31 or 366 days, else `unknown`",
                choices=PRECISIONS,
            ),
            Column("published_basis", "text", "what the interval rests on, or `unknown`"),
            Column("words", "integer", "words in its kept sentences", "words", low=0),
            Column("sentences", "integer", "its kept sentences", "sentences", low=0),
            Column(
                "duplicate_of",
                "text",
                "article_id of the earliest article with the same text (see `copies`)",
                optional=True,
            ),
            Column("sha256", "text", "of the file's bytes"),
        ),
    ),
    Table(
        "skipped",
        "one file that was found and not read",
        ("file",),
        (
            Column("file", "text", "its path below the topic folder"),
            Column("reason", "text", "why it was skipped, and what would mend it"),
        ),
    ),
    Table(
        "warnings",
        "one thing that was read and may not be what it seems",
        ("file", "item", "what"),
        (
            Column("file", "text", "the file's path below the topic folder"),
            Column(
                "item",
                "text",
                "the item in it, as `file` in `articles` has it; empty: the file as a whole",
                optional=True,
            ),
            Column(
                "what",
                "text",
                "what may be amiss: one article or many, a text cut off, columns not used, "
                "passages in other languages",
            ),
        ),
    ),
    Table(
        "texts",
        "the decoded text that every offset points into; it stays in data/",
        ("article_id",),
        (ARTICLE, Column("text", "text", "after encoding repair, before cleaning")),
        shipped=False,
    ),
    Table(
        "sentences",
        "one sentence of kept text",
        ("article_id", "sentence"),
        (
            ARTICLE,
            SENTENCE,
            Column("paragraph", "integer", "its paragraph in the article", "counted from 1", low=1),
            START,
            END,
            Column(
                "role",
                "text",
                "where it stands in the article",
                choices=("headline", "heading", "body"),
            ),
            Column("text", "text", "exactly what start and end cut out"),
        ),
    ),
    Table(
        "times",
        "one time that an analysed sentence names, before its day is known; it stays in data/",
        ("article_id", "start", "end"),
        (
            *span(),
            Column("text", "text", "exactly what start and end cut out"),
            TIMEX_TYPE,
            TIMEX_VALUE,
            Column("mod", "text", "TIMEX3 modifier", optional=True),
            Column("unit", "text", "what it is a piece of: day, week, month …", optional=True),
            Column("offset", "text", "how many units from the day of speaking", optional=True),
            Column("way", "text", "how the words fix it: last, next, told …", optional=True),
            Column(
                "nth", "text", "which weekday of its month, or how far from Easter", optional=True
            ),
            Column("other", "text", "a second reading of its value", optional=True),
            Column(
                "tense", "text", "how its sentence tells it", choices=("past", "future", "open")
            ),
        ),
        shipped=False,
    ),
    Table(
        "removed",
        "one stretch of text that cleaning cut",
        ("article_id", "start"),
        (
            ARTICLE,
            START,
            END,
            Column("reason", "text", "why it was cut, from a closed list"),
            Column("text", "text", "exactly what start and end cut out"),
        ),
    ),
    Table(
        "copies",
        "one article whose text is another's",
        ("article_id",),
        (
            ARTICLE,
            Column("duplicate_of", "text", "article_id of the earliest article with that text"),
            Column(
                "kind",
                "text",
                "exact: word for word; near: at least 80 % of each stands in the other; wire: "
                "mostly the same text, as outlets share agency copy",
                choices=("exact", "near", "wire"),
            ),
            Column(
                "similarity",
                "number",
                "share of its runs of five words that stand in the other",
                "0 to 1",
                low=0,
                high=1,
            ),
            Column(
                "added",
                "text",
                "what it says and the other does not, changes joined by ` | `",
                optional=True,
            ),
            Column(
                "dropped",
                "text",
                "what the other says and it does not, changes joined by ` | `",
                optional=True,
            ),
        ),
    ),
)
