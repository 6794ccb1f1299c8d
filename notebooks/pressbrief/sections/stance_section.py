"""The section stance: what each source says of whom, and whom it lets speak."""

from __future__ import annotations

from dataclasses import replace

from pressbrief.sections.entry import Bench, Entry, Made

JUDGED_BY = ("min_sentences", "min_judgements", "confidence")


def build(bench: Bench) -> Made:
    """The tables of who speaks, whom each judges, and what each source says by and large."""
    from pressbrief import mentions, stance
    from pressbrief.tables.select import naming

    articles, sentences, actors = map(bench.load, ("articles", "sentences", "actors"))
    named = bench.load("mentions")
    targets = mentions.targets(bench.topic, actors, naming(named))
    aimed = replace(bench.topic, targets=targets)
    voices, stances = stance.build(aimed, articles, sentences, actors, named)
    stances = stance.corrected(
        bench.topic.corrections, articles, sentences, stances, unmet=bench.unmet
    )
    judged_by = {name: getattr(bench.parameters, name) for name in JUDGED_BY}
    yield "voices", voices
    yield "stances", stances
    yield "stance_by_source", stance.by_source(articles, sentences, stances, **judged_by)


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
    figures=("stance-by-source", "stance-holders", "stance-course"),
    corrections=("stance",),
    scores=(
        "outlets",
        "appraisal",
        "stance",
        "holders",
        "own-stance",
        "article-stance",
        "reference",
        "quotes",
    ),
    method=(
        "Three things are kept apart, as the reader, a small language model, reads them: a "
        "judgement (somebody praises, blames, backs, opposes or accuses the target, or calls on it "
        "to change, in words that can be pointed at), deeds told to the target's credit or "
        "discredit without that anybody judges, and its mere mention. Only the first is stance. "
        "A sentence's polarity is the probability of a favourable judgement less that of a "
        "critical one. Mentions of an actor's parts count toward the whole.",
        "Each judgement has a holder: the source in its own voice, or whoever is quoted, reported "
        "or said to judge, “unnamed” where nothing names him. What is only said about somebody is "
        "not his, and nobody's judgement of himself counts.",
        "A source's verdict is counted from the sentences in its own voice that name the target; "
        "copies count once, and so does a sentence that an article repeats word for word. It "
        "leans where enough of them judge one way, in more than one and the same word, and the "
        "balance, corrected for how often the reader errs, keeps clear of zero. The other "
        "verdicts: mixed (both ways, neither prevails), none voiced (named often, hardly judged) "
        "and too little evidence. An interval over articles stands only where a source has "
        "several. Driven by names each article without which the verdict would be another.",
        "Those who speak as one (“China and Pakistan said”) hold a view each.",
        "Toward a proposition of topic.toml its terms for and against are counted, turned round by "
        "a denial shortly before them, each as one observation against a prior worth one (Perks "
        "1947); no model reads these sentences.",
    ),
    caveats=(
        "The reader sees one sentence at a time and takes it as it stands: irony, and a judgement "
        "spread over several sentences, escape it.",
        "A sentence that speaks of a target only as “he” or “the group” is no part of its stance: "
        "whom such a word means is not told surely enough.",
        "“No other source does” is said of the sentences in which the reader found a judgement: it "
        "misses some.",
        "Indirect speech is recognised where a verb of saying or a phrase such as “according to” "
        "marks it, and not otherwise.",
        "A verdict on one article speaks of that article, not of what its publisher would write "
        "next.",
        "The terms of a proposition are found as they are written: other words for the same side, "
        "and irony, are missed, and a sentence that names a side to doubt it counts for that side.",
    ),
    build=build,
)
