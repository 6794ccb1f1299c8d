"""How a briefing's sentences say that somebody judges: the verb, the counts and the very words."""

from __future__ import annotations

from collections.abc import Sequence

from pressbrief.sections.wording.phrase import Phrase, joined, quoted, say
from pressbrief.sections.wording.words import counted, number
from pressbrief.stance.appraisal.verdicts import CRITICAL, FAVOURABLE
from pressbrief.tables.columns import UNKNOWN

UNNAMED = "unnamed"
# Toward whom one speaks, and toward a matter on which people take sides.
VERBS = {CRITICAL: ("faults", "fault"), FAVOURABLE: ("speaks well of", "speak well of")}
SIDES = {CRITICAL: ("is against", "are against"), FAVOURABLE: ("is for", "are for")}
DEEDS = {CRITICAL: "what discredits {}", FAVOURABLE: "what does {} credit"}


def verb(way: str, *, matter: bool = False, several: bool = False) -> str:
    """What one who judges so does.

    >>> verb("critical"), verb("favourable", matter=True)
    ('faults', 'is for')
    """
    return (SIDES if matter else VERBS)[way][several]


def words(said: Sequence[str], *, bracketed: bool = True) -> Phrase:
    """The evaluating words, quoted; "" if there are none.

    >>> words(["abject failure", "shoddy"])
    ' (“abject failure”, “shoddy”)'
    """
    if not said:
        return say("")
    each = joined([say("“{}”", quoted(one)) for one in said], ", ")
    return say(" ({})", each) if bracketed else each


def among(some: int, all_: int, articles: int = 0) -> Phrase:
    """In how many of so many sentences; of one article, where all stand in one.

    >>> among(6, 11), among(6, 11, articles=1), among(3, 3)
    ('in six of eleven sentences', 'in six of eleven sentences of one article', \
'in all three sentences')
    """
    of = say(" of {}", counted(1, "article")) if articles == 1 else ""
    if some == all_:
        each = say("its only sentence") if all_ == 1 else say("all {}", counted(all_, "sentence"))
        return say("in {}{}", each, of)
    return say("in {} of {}{}", number(some), counted(all_, "sentence"), of)


def holder_of(key: str, names) -> Phrase:
    """A holder's name; somebody whom nothing names is unnamed."""
    return quoted(UNNAMED) if key == UNKNOWN else names[key]
