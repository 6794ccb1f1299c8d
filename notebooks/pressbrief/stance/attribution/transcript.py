"""Interviews and transcripts: paragraphs that begin with who speaks ("MR HAYASHI: …", "Q: …")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from pressbrief.english.word_lists import words
from pressbrief.stance.attribution.passage import Passage, Turn

# A name in capitals, with what stands in brackets after it, or the letters of an interview; a
# transcript that is quoted begins each turn with a mark.
CAPITALS = re.compile(
    r"\s*[\"“]?((?:[A-Z][A-Z.'’-]*\s){0,4}[A-Z][A-Z.'’-]+|[QA])(?:\s*\([^)]*\))?:\s"
)
# The same letters with a stop: an interview only where there are both ("A. Smith" is a name).
LETTERS = re.compile(r"\s*([QA])\.\s")
# A name as it is written elsewhere: a speaker only if it comes back.
WRITTEN = re.compile(r"\s*([A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,3}):\s")
HEADINGS = words("sources/headings")
NAMELESS = re.compile(r"(?:Q|A|Question|Answer|Interviewer|Reporter)", re.I)
# What is said ends as a sentence does; a list of players or prices does not.
SAID = re.compile(r"[.?!…:—–-][\s\"'”’»)\]]*$")
FEWEST = 2


def turns(passages: Sequence[Passage]) -> dict[int, Turn]:
    """The turns of an article's transcript, by the numbers of their paragraphs; {} if it is none.

    Paragraphs without a label go on with the speaker before where another turn follows them.
    """
    capitals = {n: found for n, one in enumerate(passages) if (found := _label(one, CAPITALS))}
    labels = {n: found for n, one in enumerate(passages) if (found := _label(one, WRITTEN))}
    letters = {n: found for n, one in enumerate(passages) if (found := _label(one, LETTERS))}
    if {match[1] for match in letters.values()} == {"Q", "A"}:
        capitals |= letters
    labels |= capitals
    times = Counter(match[1] for match in labels.values())
    sure = [n for n, match in labels.items() if times[match[1]] >= FEWEST]
    sure += capitals if len(capitals) >= FEWEST else []
    if not sure:
        return {}
    return {
        n: Turn(labels[n].end(), labels[n].span(1), named=not NAMELESS.fullmatch(labels[n][1]))
        if n in labels
        else Turn(0)
        for n in range(min(sure), max(sure) + 1)
        if passages[n].sentences[0].role == "body"
    }


def _label(passage: Passage, pattern: re.Pattern) -> re.Match | None:
    found = pattern.match(passage.text)
    if not found or found[1].casefold() in HEADINGS or not passage.text[found.end() :].strip():
        return None
    said = NAMELESS.fullmatch(found[1]) or SAID.search(passage.text, found.end())
    return found if said else None
