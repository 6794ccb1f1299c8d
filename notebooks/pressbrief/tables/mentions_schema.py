"""The tables of the section mentions: who is named, and where."""

from __future__ import annotations

from pressbrief.tables.columns import ACTOR_TYPE, ARTICLE, SENTENCE, Column, Table, span

# Kinds of mention: by a name, which counts, or by a word that points back to one.
NAMING = ("name", "alias", "demonym", "metonym")
REFERRING = ("pronoun", "nominal")

TABLES = (
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
                choices=(*NAMING, *REFERRING),
            ),
        ),
    ),
    Table(
        "offices",
        "one office that a person is said to hold, or to have held",
        ("actor", "office", "of", "status"),
        (
            Column("actor", "text", "the person"),
            Column("office", "text", "the office, in the form that says most of it"),
            Column("of", "text", "the actor whose office it is", optional=True),
            Column(
                "status", "text", "whether it is held now, or once was", choices=("holds", "held")
            ),
            Column(
                "earliest",
                "date",
                "first day on which the earliest dated article that says so can be published",
                "YYYY-MM-DD",
                optional=True,
            ),
            Column(
                "latest",
                "date",
                "last day on which the latest dated article that says so can be published",
                "YYYY-MM-DD",
                optional=True,
            ),
            Column("sentences", "integer", "sentences that say so", "sentences", low=1),
            ARTICLE,
            SENTENCE,
        ),
    ),
    Table(
        "terms",
        "one term that sets a source apart: actors' names aside, in the articles that count",
        ("source", "term"),
        (
            Column("source", "text", "the publisher; for an unsigned article its file"),
            Column("term", "text", "a noun or noun phrase in its most frequent form"),
            Column("uses", "integer", "how often the source uses it", "uses", low=1),
            Column("per_1000", "number", "its uses in 1,000 words of the source", "uses", low=0),
            Column("sentences", "integer", "sentences of the source's that use it", low=1),
            Column("articles", "integer", "articles of the source's that use it", low=1),
            Column("others", "integer", "how often all other sources use it", "uses", low=0),
            Column("others_per_1000", "number", "that in 1,000 words of theirs", "uses", low=0),
            Column(
                "weight",
                "number",
                "log-odds ratio of its share of the source's terms and of the others', with an "
                "informative Dirichlet prior",
                "standard deviations",
                low=0,
            ),
            Column(
                "unused_by", "text", "the sources that never use it, joined by `; `", optional=True
            ),
        ),
    ),
    Table(
        "term_mentions",
        "one use of a term that stands in `terms`, by any source",
        ("article_id", "start", "end"),
        (
            *span(),
            Column("surface", "text", "exactly what start and end cut out"),
            Column("term", "text", "the term, as `terms` has it"),
        ),
    ),
)
