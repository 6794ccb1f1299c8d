"""Every table's columns, types, units and meaning, in one place.

`tables.py` checks frames against it and generates the codebook (data/README.md) from it, so that
what builders make, notebooks load and readers look up cannot disagree.
"""

from __future__ import annotations

from dataclasses import replace

from pressbrief.columns import (
    ACTOR_TYPE,
    ARTICLE,
    EARLIEST,
    END,
    LATEST,
    PRECISIONS,
    SENTENCE,
    START,
    Column,
    Table,
    span,
)

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
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
                Column("language", "text", "ISO 639-1 code, or `unknown`"),
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
                Column(
                    "paragraph", "integer", "its paragraph in the article", "counted from 1", low=1
                ),
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
        Table(
            "actors",
            "one actor that the analysis knows",
            ("actor",),
            (
                Column("actor", "text", "its name in every other table"),
                ACTOR_TYPE,
                Column("part_of", "text", "the actor that it is part of", optional=True),
                Column("names", "text", "every form it is found under, joined by `; `"),
                Column(
                    "origin",
                    "text",
                    "who named it; unresolved: the articles do, and whom they mean stays open",
                    choices=("topic", "discovered", "correction", "unresolved"),
                ),
            ),
        ),
        Table(
            "mentions",
            "one naming of an actor in kept text",
            ("article_id", "start", "end"),
            (
                *span(),
                Column("surface", "text", "exactly what start and end cut out"),
                Column("actor", "text", "the actor named"),
                ACTOR_TYPE,
                Column(
                    "kind",
                    "text",
                    "how it is named; pronouns (he) and nominals (the group) point back to a name "
                    "and are no part of any count",
                    choices=("name", "alias", "demonym", "metonym", "pronoun", "nominal"),
                ),
            ),
        ),
        Table(
            "offices",
            "one office that a person is said to hold",
            ("actor", "office", "of"),
            (
                Column("actor", "text", "the person"),
                Column("office", "text", "the office, as it is said first"),
                Column("of", "text", "the actor whose office it is", optional=True),
                Column(
                    "by",
                    "date",
                    "last day on which the earliest article that says so can have been published",
                    "YYYY-MM-DD",
                    optional=True,
                ),
                Column("sentences", "integer", "sentences that say so", "sentences", low=1),
                ARTICLE,
                SENTENCE,
            ),
        ),
        Table(
            "voices",
            "one stretch of a sentence that somebody other than the source says",
            ("article_id", "start", "end"),
            (
                *span(),
                Column("kind", "text", "quoted or reported", choices=("direct", "indirect")),
                Column(
                    "speaker",
                    "text",
                    "who says it: an actor, a name as it stands, several who speak as one, or "
                    "`unknown`",
                ),
                Column("cue", "text", "the words that say so", optional=True),
            ),
        ),
        Table(
            "stances",
            "one target in one sentence, whose stance it is, and how the sentence speaks of it",
            ("article_id", "sentence", "target", "holder", "start"),
            (
                *span(),
                Column(
                    "target",
                    "text",
                    "the actor spoken of, or the proposition (start and end: its mention or term)",
                ),
                Column("holder", "text", "whose stance it is: the source, or each speaker"),
                Column(
                    "voice",
                    "text",
                    "the source's own words, or somebody's that it quotes or reports",
                    choices=("author", "direct", "indirect"),
                ),
                Column("polarity", "number", "p_positive − p_negative", "−1 to 1", low=-1, high=1),
                Column("p_negative", "number", "probability of negative", "0 to 1", low=0, high=1),
                Column("p_neutral", "number", "probability of neutral", "0 to 1", low=0, high=1),
                Column("p_positive", "number", "probability of positive", "0 to 1", low=0, high=1),
            ),
        ),
        Table(
            "stance_by_source",
            "one source's own stance toward one target",
            ("source", "target"),
            (
                Column("source", "text", "the publisher; for an unsigned article its file"),
                Column("target", "text", "the actor, its parts included, or the proposition"),
                Column(
                    "mean", "number", "mean polarity, author's voice", "−1 to 1", low=-1, high=1
                ),
                Column("low", "number", "lower end of the interval", "−1 to 1", low=-1, high=1),
                Column("high", "number", "upper end of the interval", "−1 to 1", low=-1, high=1),
                Column("sentences", "integer", "sentences that it rests on", "sentences", low=1),
                Column("articles", "integer", "articles that it rests on", "articles", low=1),
                Column(
                    "verdict",
                    "text",
                    "in words",
                    choices=("favourable", "critical", "even", "too little evidence"),
                ),
                Column(
                    "driven_by",
                    "text",
                    "files without any one of which the verdict is another, joined by `; `",
                    optional=True,
                ),
            ),
        ),
        Table(
            "expressions",
            "one time expression",
            ("article_id", "start", "end"),
            (
                *span(),
                Column("text", "text", "exactly what start and end cut out"),
                Column("type", "text", "TIMEX3 type", choices=("DATE", "TIME", "DURATION", "SET")),
                Column("value", "text", "TIMEX3 value, with X where it is left open"),
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
                    choices=("happened", "planned", "reported", "denied"),
                ),
                Column("summary", "text", "a sentence from the best-placed source, as it stands"),
                Column("actors", "text", "who takes part, joined by `; `", optional=True),
                Column("articles", "integer", "articles that tell it", "articles", low=1),
                Column(
                    "sources", "integer", "independent sources, duplicates once", "sources", low=1
                ),
                Column("conflict", "text", "where they disagree", optional=True),
            ),
        ),
        Table(
            "event_mentions",
            "one sentence that tells an event",
            ("event", "article_id", "sentence"),
            (
                Column("event", "text", "the event told"),
                ARTICLE,
                SENTENCE,
                EARLIEST,
                LATEST,
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
                Column("kind", "text", "the point", choices=("date", "number", "agent", "denial")),
                Column(
                    "about",
                    "text",
                    "of a number what is counted, of an agent the deed",
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
}
