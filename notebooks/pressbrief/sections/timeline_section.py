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
    scores=("timex", "timeline", "events"),
    method=(
        "Time expressions are found by a grammar and resolved against the interval in which the "
        "article can have been published. What that leaves open stays open.",
        "Sentences that tell the same happening of the same actors at compatible dates are one "
        "event. Its summary is a sentence of the best-placed source as it stands.",
    ),
    caveats=(
        "Two tellings are joined only where actors, dates and words agree; one event told in "
        "other words can stand twice.",
        "That sources disagree is recognised on these points only: {disagreements.kind}.",
    ),
    build=build,
)
