"""The section corpus: what was read, what is copied, and how each article was dated."""

from __future__ import annotations

from pressbrief.sections.entry import Bench, Entry, Made


def build(bench: Bench) -> Made:
    """The tables of a topic's files, in parts."""
    from pressbrief import corpus

    asked = bench.parameters
    return corpus.read(bench.topic, asked.as_of_day, asked.max_megabytes)


ENTRY = Entry(
    name="corpus",
    label="Sources",
    title="Sources and how each was dated",
    place=4,
    notebook="1_corpus",
    tables=("articles", "skipped", "warnings", "texts", "sentences", "times", "removed", "copies"),
    shaped_by=("as_of", "max_megabytes"),
    figures=("coverage",),
    scores=("sentences", "dates", "extraction"),
    method=(
        "Every file of the topic folder is read or listed as skipped with its reason. Encodings "
        "are repaired, and cleaning keeps what it cuts in tables/removed.csv. An article is a copy "
        "if at least half its runs of five words stand in an earlier one; tables/copies.csv has "
        "what it changed.",
        "An article's date is an interval. The text's own dates, a dateline, the pages that it "
        "links to and the as-of day each bound it; the basis says which did.",
    ),
    caveats=(
        "Scans without a text layer are listed as skipped; articles in languages other than "
        "English are listed and not analysed, and of a mixed one its English part is.",
        "A copy is known by its wording: the same story told in other words, or translated, counts "
        "as an article of its own.",
    ),
    build=build,
)
