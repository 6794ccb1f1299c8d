"""Table → sentence: what an analyst would sign, each with how sure it is and its evidence.

Every number in a sentence is read from the table that the sentence is about and goes into it
with its value (`phrase.say`); publishing a section checks that. `sure` says what a
claim rests on: `firm` is counted from the text as it stands; `fair` is measured, with an interval
that leaves no doubt and more than one article behind it, or read off dates that the texts state;
`weak` rests on a single article or on what the target itself says, or is reasoned.
"""

from __future__ import annotations

from pressbrief.sections.prose.of_corpus import copies, corpus, coverage
from pressbrief.sections.prose.of_findings import changed, findings
from pressbrief.sections.prose.of_mentions import mentions
from pressbrief.sections.prose.of_stance import own_voice, stance
from pressbrief.sections.prose.of_timeline import timeline

__all__ = [
    "changed",
    "copies",
    "corpus",
    "coverage",
    "findings",
    "mentions",
    "own_voice",
    "stance",
    "timeline",
]
