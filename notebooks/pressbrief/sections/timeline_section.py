"""The section timeline: what happened when, who tells it, and where sources disagree."""

from __future__ import annotations

from pressbrief.sections.entry import Bench, Entry, Made


def build(bench: Bench) -> Made:
    """The tables of times and events, each time checked to cut its words out of the text."""
    from pressbrief import tables, timeline

    articles, sentences = bench.load("articles"), bench.load("sentences")
    expressions, *made = timeline.build(
        articles, sentences, bench.load("actors"), bench.load("mentions"), bench.load("times")
    )
    yield "expressions", tables.check_cuts(expressions, "text", bench.texts)
    yield from zip(("events", "event_mentions", "disagreements"), made, strict=True)


ENTRY = Entry(
    name="timeline",
    label="Timeline",
    title="What happened when",
    place=3,
    notebook="4_timeline",
    after=("corpus", "mentions"),
    tables=("expressions", "events", "event_mentions", "disagreements"),
    figures=("timeline",),
    scores=("timex", "happening", "timeline", "same", "events"),
    method=(
        "Time expressions are found by a grammar and resolved against the interval in which the "
        "article can have been published. What that leaves open stays open.",
        "Whether an expression dates a happening or belongs to a name or a state, which clause "
        "tells it, and whether it happened, is planned or denied is read by the language model.",
        "Clauses are one event where their dates allow it and the model takes them for one; what "
        "headlines and first sentences tell without a date joins them. The title is a source’s own "
        "clause, its pronouns replaced, 14 words at most. A sentence that a source has word for "
        "word from another is no telling of its own.",
    ),
    caveats=(
        "Two tellings are joined only where the model is sure; one event told in other words can "
        "stand twice.",
        "That sources disagree is recognised on these points only: {disagreements.kind}.",
    ),
    build=build,
)
