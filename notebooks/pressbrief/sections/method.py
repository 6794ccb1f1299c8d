"""How each section's numbers come about and what they cannot tell: the method chapter's text."""

from __future__ import annotations

from pressbrief.sections.model import SURE

METHOD = {
    "corpus": (
        "Every file of the topic folder is read or listed as skipped with its reason. Encodings "
        "are repaired, and cleaning keeps what it cuts in tables/removed.csv. An article is a copy "
        "if at least half its runs of five words stand in an earlier one; tables/copies.csv has "
        "what it changed.",
        "An article's date is an interval. The text's own dates, a dateline, the pages that it "
        "links to and the as-of day each bound it; the basis says which did.",
    ),
    "mentions": (
        "A mention is the longest name, alias, demonym or metonym of an actor, at word "
        "boundaries, in kept text. A name inside a longer proper name is not one, and a capital "
        "stands for its government only where the sentence uses it so.",
        "Actors are those that topic.toml lists, the states of the world, and whoever else the "
        "reader, a small language model, sees named. A regional adjective names its region, a "
        "people's the people, well-known letters (“UN”) their body unless the article spells them "
        "out otherwise. Surnames, letters spelt out, spellings and "
        "organs (“Foreign Ministry”) are linked where one actor of the article, else of the "
        "corpus, can be meant; where two can, the name stands as an unresolved actor of its own.",
    ),
    "stance": (
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
    "timeline": (
        "Time expressions are found by a grammar and resolved against the interval in which the "
        "article can have been published. What that leaves open stays open.",
        "Sentences that tell the same happening of the same actors at compatible dates are one "
        "event. Its summary is a sentence of the best-placed source as it stands.",
    ),
    "findings": (
        "Each finding is written from the tables and leads to the sentences behind it. "
        + " ".join(f"{sure.capitalize()}: {meaning}." for sure, meaning in SURE.items()),
        "The figures beside each method below are measured by “pressbrief score” on public sets "
        "that were at hand while the rules were made: on text unlike them, expect less.",
    ),
}
CAVEATS = {
    "corpus": (
        "Scans without a text layer are listed as skipped; articles in languages other than "
        "English are listed and not analysed.",
        "A copy is known by its wording: the same story told in other words, or translated, counts "
        "as an article of its own.",
    ),
    "mentions": (
        "What the reader overlooks is not counted, and what it takes for a name is: read the "
        "sentences behind an actor that topic.toml does not list.",
        "Two persons of one full name are counted as one; corrections.toml can split them.",
        "Pronouns and descriptions such as “the group” are told where one actor can be meant, as "
        "kinds of their own, and are no part of any count.",
    ),
    "stance": (
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
    "timeline": (
        "Two tellings are joined only where actors, dates and words agree; one event told in "
        "other words can stand twice.",
        "Disagreement is recognised on dates only.",
    ),
    "findings": (),
}
