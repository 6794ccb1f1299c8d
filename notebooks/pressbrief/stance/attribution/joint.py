"""Several who speak as one: "China and Pakistan said", "Motegi and his Chinese counterpart …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pressbrief.stance.attribution.passage import Named, Passage
from pressbrief.tables import LIST_SEPARATOR

# What stands between two who are joined; a title or "his Chinese counterpart" may come first.
JOINT = re.compile(
    r"(?:'s)?(?:,? (?:and|as well as) (?:the |his |her |its |their )?(?:[A-Z][\w.]* ){0,4}"
    r"|, (?:the )?)"
)
LAST = re.compile(r"\b(?:and|as well as)\b")
REACH = len(", and ")
OF = re.compile(r",? (?:of|from|for) (?:the )?")
BEFORE_PERSON = re.compile(r"(?:'s)?(?: (?!and\b|of\b|for\b|with\b|in\b|to\b)[\w.'-]+){0,5} ")


def several(speakers: Sequence[str]) -> str:
    """Speakers as the tables have them, each once; `holders` takes them apart again."""
    return LIST_SEPARATOR.join(dict.fromkeys(speakers))


def holders(speaker: str) -> list[str]:
    """Each of those who speak as one.

    >>> holders(several(["China", "Pakistan"]))
    ['China', 'Pakistan']
    """
    return speaker.split(LIST_SEPARATOR)


def runs(passage: Passage, named: Sequence[Named]) -> list[list[Named]]:
    """Those of the named who are joined by "and", two or more together."""
    found: list[list[Named]] = []
    for one in _units(passage, named):
        gap = passage.plain[found[-1][-1].end : one.start] if found else ""
        if found and JOINT.fullmatch(gap):
            found[-1].append(one)
        else:
            found.append([one])
    return [run for run in found if _is_joint(passage, run)]


def _is_joint(passage: Passage, run: Sequence[Named]) -> bool:
    """Whether a run has two actors, places being none, and "and" among them or right after."""
    if len({one.actor for one in run}) < 2 or any(one.actor_type == "place" for one in run):
        return False
    last = passage.plain[run[0].end : run[-1].end + REACH]
    return bool(LAST.search(last))


def _units(passage: Passage, named: Sequence[Named]) -> list[Named]:
    """The named in order; "Japanese minister Motegi" and "Motegi of Japan" are Motegi."""
    found: list[Named] = []
    for one in named:
        before = found[-1] if found else None
        gap = passage.plain[before.end : one.start] if before else ""
        if before is None or before.end > one.start:
            found.append(one)
        elif before.actor_type != "person" and one.actor_type == "person":
            owned = BEFORE_PERSON.fullmatch(gap)
            found[-1:] = [replace(one, start=before.start)] if owned else [before, one]
        elif before.actor_type == "person" and one.actor_type != "person" and OF.fullmatch(gap):
            found[-1] = replace(before, end=one.end)
        else:
            found.append(one)
    return found
