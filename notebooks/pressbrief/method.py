"""How each section's numbers come about and what they cannot tell: the method chapter's text."""

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
        "A mention is the longest name, alias, demonym or metonym of an actor that topic.toml "
        "lists, at word boundaries, in kept text. A name inside a longer proper name is not one, "
        "and a capital stands for its government only where the sentence uses it so.",
    ),
    "stance": (
        "A sentence's polarity toward a target runs from −1 to 1. It is read from evaluative "
        "words in the target's own clause; mentions of an actor's parts count toward the whole.",
        "A source's stance is the mean over the sentences that it says in its own voice. The "
        "interval is a bootstrap over sentences, clustered by article where a source has several; "
        "one that contains zero is called even.",
    ),
    "timeline": (
        "Time expressions are found by a grammar and resolved against the interval in which the "
        "article can have been published. What that leaves open stays open.",
        "Sentences that tell the same happening of the same actors at compatible dates are one "
        "event. Its summary is a sentence of the best-placed source as it stands.",
    ),
    "findings": (
        "Each finding is written from the tables and leads to the sentences behind it. Firm: "
        "counted from the text as it stands. Fair: measured, the interval leaves no doubt and more "
        "than one article bears it, or read off dates that the texts state. Weak: measured on a "
        "single article, or reasoned.",
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
        "Only actors that topic.toml lists are counted; nobody else is discovered yet.",
        "Pronouns and descriptions such as “the group” are not counted.",
    ),
    "stance": (
        "The lexicon knows words, not meaning: irony, implication and stance told through facts "
        "alone escape it, and its probabilities are not calibrated.",
        "Indirect speech is recognised where a verb of saying or a phrase such as “according to” "
        "marks it, and not otherwise.",
        "A source with one article has an interval over its sentences only: it says how mixed the "
        "article is, not what the publisher would write next.",
    ),
    "timeline": (
        "Two tellings are joined only where actors, dates and words agree; one event told in "
        "other words can stand twice.",
        "Disagreement is recognised on dates only.",
    ),
    "findings": (),
}
