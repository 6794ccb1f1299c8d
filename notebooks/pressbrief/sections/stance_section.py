"""The section stance: what each source says of whom, and whom it lets speak."""

from __future__ import annotations

from dataclasses import replace

from pressbrief.sections.entry import Bench, Entry, Made

JUDGED_BY = ("min_sentences", "confidence", "resamples", "seed")


def build(bench: Bench) -> Made:
    """The tables of who speaks, how each speaks of whom, and what each source says by and large."""
    from pressbrief import mentions, stance
    from pressbrief.tables.select import naming

    articles, sentences, actors = map(bench.load, ("articles", "sentences", "actors"))
    named = naming(bench.load("mentions"))
    aimed = replace(bench.topic, targets=mentions.targets(bench.topic, actors, named))
    voices, stances = stance.build(aimed, articles, sentences, actors, named)
    stances = stance.corrected(
        bench.topic.corrections, articles, sentences, stances, unmet=bench.unmet
    )
    judged_by = {name: getattr(bench.parameters, name) for name in JUDGED_BY}
    yield "voices", voices
    yield "stances", stances
    yield "stance_by_source", stance.by_source(articles, actors, stances, **judged_by)


ENTRY = Entry(
    name="stance",
    label="Stance",
    title="What each source says of whom",
    place=1,
    notebook="3_stance",
    after=("corpus", "mentions"),
    tables=("voices", "stances", "stance_by_source"),
    shaped_by=JUDGED_BY,
    reads=(*JUDGED_BY, "quotes"),
    figures=("stance-by-source", "stance-course", "stance-holders"),
    corrections=("stance",),
    scores=("stance", "holders", "own-stance", "article-stance", "quotes"),
    method=(
        "A sentence's polarity toward a target runs from −1 to 1: the probability that it speaks "
        "well of the target less the probability that it speaks ill, as the reader, a small "
        "language model, gives them. Mentions of an actor's parts count toward the whole.",
        "A source's stance is the mean over the sentences that it says in its own voice; copies "
        "count once, and so does a sentence that an article repeats word for word. Its interval is "
        "a bootstrap's over sentences, by article where a source has several; where all look "
        "alike, it is as wide as the reader is unsure of them. One that contains zero is called "
        "even: neither favourable nor critical if it lies within ±0.25, else not clear. Driven by "
        "names each article without which the verdict would be another.",
        "A state that a sentence names only as a place (“talks in Japan”), or whose people it "
        "names (“Japanese nationals”), is not what it speaks of. Those who speak as one (“China "
        "and Pakistan said”) hold a stance each.",
        "Toward a proposition of topic.toml no model reads the sentence: its terms for and against "
        "are counted, turned round by a denial shortly before them, each as one observation "
        "against a prior worth one (Perks 1947).",
    ),
    caveats=(
        "The reader sees one sentence at a time and takes it as it stands: irony, and a judgement "
        "spread over several sentences, escape it, and bad news of an actor can look like blame.",
        "A sentence that speaks of a target only as “he” or “the group” is no part of its stance: "
        "whom such a word means is not told surely enough.",
        "Indirect speech is recognised where a verb of saying or a phrase such as “according to” "
        "marks it, and not otherwise.",
        "A source with one article has an interval over its sentences only: it says how mixed the "
        "article is, not what the publisher would write next.",
        "The terms of a proposition are found as they are written: other words for the same side, "
        "and irony, are missed, and a sentence that names a side to doubt it counts for that side.",
    ),
    build=build,
)
