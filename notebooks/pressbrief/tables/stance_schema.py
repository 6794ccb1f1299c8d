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
        "one holder's view of one target in one sentence: does it evaluate, and in which words",
        ("article_id", "sentence", "target", "holder", "voice"),
        (
            *span(),
            Column(
                "target",
                "text",
                "the actor spoken of, or the proposition (start and end: its mention or term)",
            ),
            Column(
                "holder",
                "text",
                "whose view it is: the source, an actor or speaker, or `unknown` for somebody whom "
                "nothing names",
            ),
            Column(
                "voice",
                "text",
                "the source's own words, or somebody's that it quotes or reports",
                choices=("author", "direct", "indirect"),
            ),
            Column("polarity", "number", "p_positive − p_negative", "−1 to 1", low=-1, high=1),
            Column("p_negative", "number", "probability that it blames", "0 to 1", low=0, high=1),
            Column("p_neutral", "number", "probability of neither", "0 to 1", low=0, high=1),
            Column("p_positive", "number", "probability that it praises", "0 to 1", low=0, high=1),
            Column(
                "portrayal",
                "number",
                "how the sentence tells the target to do, whoever judges it: probability of well "
                "less that of ill",
                "−1 to 1",
                low=-1,
                high=1,
            ),
            Column(
                "expression_start",
                "integer",
                "first character of the words that evaluate; 0, as the end, where none do",
                "characters",
                low=0,
            ),
            Column(
                "expression_end",
                "integer",
                "one past the last character of the words that evaluate",
                "characters",
                low=0,
            ),
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
            Column(
                "sentences",
                "integer",
                "sentences of the source's own that speak of it, each of an article once",
                "sentences",
                low=1,
            ),
            Column("critical", "integer", "how many of them blame it", "sentences", low=0),
            Column("favourable", "integer", "how many of them praise it", "sentences", low=0),
            Column(
                "mean",
                "number",
                "favourable less critical share of its sentences, as it is likely to be without "
                "the reader's errors",
                "−1 to 1",
                low=-1,
                high=1,
            ),
            Column(
                "low",
                "number",
                "lower end of its interval over the source's articles; none with one article",
                "−1 to 1",
                optional=True,
                low=-1,
                high=1,
            ),
            Column("high", "number", "upper end of it", "−1 to 1", optional=True, low=-1, high=1),
            Column(
                "portrayal",
                "number",
                "mean portrayal over the same sentences: what the source tells of it",
                "−1 to 1",
                low=-1,
                high=1,
            ),
            Column(
                "verdict",
                "text",
                "in words",
                choices=("favourable", "critical", "mixed", "none voiced", "too little evidence"),
            ),
            Column(
                "expressions",
                "text",
                "its strongest evaluating words, up to three, as they stand, joined by `; `",
                optional=True,
            ),
            Column("articles", "integer", "articles that it rests on", "articles", low=1),
            Column(
                "driven_by",
                "text",
                "files without any one of which the verdict is another, joined by `; `",
                optional=True,
            ),
        ),
    ),
)
