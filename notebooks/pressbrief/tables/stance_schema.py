"""The tables of the section stance: who speaks, and how each speaks of whom."""

from __future__ import annotations

from pressbrief.tables.columns import Column, Table, span

TABLES = (
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
            Column(
                "speaker_start",
                "integer",
                "first character of the words by which the sentence names the speaker; 0, as the "
                "end, where it does not",
                "characters",
                low=0,
            ),
            Column(
                "speaker_end",
                "integer",
                "one past the last character of those words",
                "characters",
                low=0,
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
            Column(
                "repeats",
                "integer",
                "the earlier sentence of the article in which the same holder says the same "
                "words of the target, which counts in its place; 0 for none",
                low=0,
            ),
        ),
    ),
    Table(
        "stance_by_source",
        "one source's own stance toward one target",
        ("source", "target"),
        (
            Column("source", "text", "the publisher; for an unsigned article its file"),
            Column("target", "text", "the actor, its parts included, or the proposition"),
            Column("mean", "number", "mean polarity, author's voice", "−1 to 1", low=-1, high=1),
            Column("low", "number", "lower end of the interval", "−1 to 1", low=-1, high=1),
            Column("high", "number", "upper end of the interval", "−1 to 1", low=-1, high=1),
            Column(
                "sentences",
                "integer",
                "sentences that it rests on, each of an article once",
                "sentences",
                low=1,
            ),
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
)
