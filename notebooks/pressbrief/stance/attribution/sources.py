"""Whom a source phrase names: an actor, several who speak as one, a name as it stands, or unknown.

Several are joined as in "China and Pakistan said" or "Motegi and his Chinese counterpart".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pressbrief.english.tokens import tokens
from pressbrief.english.word_classes import DETERMINERS, PREPOSITIONS, PRONOUNS
from pressbrief.english.word_lists import words
from pressbrief.stance.attribution.passage import Named, Passage
from pressbrief.stance.model import Range, several

UNKNOWN = "unknown"
SPEAKING = words("sources/speaking")
ROLES = words("sources/roles")
# Alternatives of a pattern.
_OUTSIDERS, _DELEGATES, _TITLES = (
    "|".join(sorted(found))
    for found in (words("sources/outsiders"), words("sources/delegates"), words("sources/titles"))
)
OUTSIDERS = re.compile(rf"\b(?:{_OUTSIDERS})\b", re.I)
ENDING_IN_OUTSIDERS = re.compile(rf"\b(?:{_OUTSIDERS})$", re.I)
DELEGATES = re.compile(rf"'s? (?:\w+ )?(?:{_DELEGATES})\b")
TITLES = re.compile(rf"^(?:(?:{_TITLES})\b\.?\s*)+")
# "he", "Together they", and "them" in "a statement issued by them".
PRONOUN = re.compile(
    r"^(?:[A-Za-z]+ )?(?:he|she|it|they)\b|\bby (?:him|her|it|them)$|^(?:his|her|its|their)$", re.I
)
BRACKETS = re.compile(r"\([^)]*\)")
JOINED = re.compile(
    r"\b(?:in|at|from|with|on|near|to|by|against|under|between|about|toward|towards)$"
)
INNER = re.compile(r"\b(?:of|for|in|at|from|with|on|near|to|by)\b")
NAME = re.compile(r"[^\W\d_][\w'’-]*(?:\s(?:(?:de|van|von|bin|al|the|of|and)\s)?[A-Z][\w'’-]*)*")
# What stands between two who are joined; a title or "his Chinese counterpart" may come first.
JOINT = re.compile(
    r"(?:'s)?(?:,? (?:and|as well as) (?:the |his |her |its |their )?(?:[A-Z][\w.]* ){0,4}"
    r"|, (?:the )?)"
)
LAST = re.compile(r"\b(?:and|as well as)\b")
REACH = len(", and ")
OF = re.compile(r",? (?:of|from|for) (?:the )?")
BEFORE_PERSON = re.compile(r"(?:'s)?(?: (?!and\b|of\b|for\b|with\b|in\b|to\b)[\w.'-]+){0,5} ")


def speaker(passage: Passage, source: Range) -> str:
    """Whom a source phrase that is no pronoun names, as the tables have it."""
    start, end = source
    phrase = passage.text[start:end].strip()
    every = passage.named_in(start, end)
    named = [one for one in every if one.actor_type != "place"]
    if every and not named:
        return UNKNOWN  # a place is where somebody speaks
    outsiders = bool(OUTSIDERS.search(phrase))
    together = [] if outsiders else joint(passage, named)
    if together:
        return several([one.actor for one in together[0]])
    head = _head(passage, start, end, named)
    if head is None:
        return UNKNOWN if named else _as_it_stands(phrase)
    named_last = head.actor_type == "person" and head.end == end
    return head.actor if named_last or not outsiders else UNKNOWN


def pronoun(passage: Passage, source: Range) -> str:
    """The pronoun by which a source phrase names somebody, in lower case, or ""."""
    found = PRONOUN.search(passage.text[slice(*source)].strip())
    if not found or passage.named_in(*source):
        return ""
    return found.group().split()[-1].casefold()


def can_speak(passage: Passage, source: Range) -> bool:
    """Whether a source phrase is about a name, or a word for somebody or for a finding."""
    said = tokens(passage.plain[slice(*source)])
    stop = next((n for n, one in enumerate(said) if n and one.low in PREPOSITIONS), len(said))
    return bool(said) and (
        said[stop - 1].capital or any(one.low in SPEAKING for one in said[:stop])
    )


def joint(passage: Passage, named: Sequence[Named]) -> list[list[Named]]:
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
        if found:
            before, gap = found[-1], passage.plain[found[-1].end : one.start]
            persons = before.actor_type == "person", one.actor_type == "person"
            if persons == (False, True) and BEFORE_PERSON.fullmatch(gap):
                found[-1] = replace(one, start=before.start)
                continue
            if persons == (True, False) and OF.fullmatch(gap):
                found[-1] = replace(before, end=one.end)
                continue
        found.append(one)
    return found


def _before(passage: Passage, start: int, one: Named) -> str:
    said = passage.plain[start : one.start].rstrip()
    return re.sub(r"(?<!\s)\s++(?:the|a|an)$", "", said, flags=re.I)


def _head(passage: Passage, start: int, end: int, named: list[Named]) -> Named | None:
    """Of the actors that a noun phrase names, the one that it is about."""
    if not named:
        return None
    last = named[-1]
    beside = not passage.text[last.end : end].strip(" )")
    joined = JOINED.search(_before(passage, start, last).casefold())
    if beside and not joined:
        return last
    preposition = INNER.search(passage.plain[start:end])
    stop = start + preposition.start() if preposition else end
    early = [one for one in named if one.end <= stop]
    head = early[-1] if early else named[0]
    possessive = passage.plain.startswith("'", head.end)
    speaks = DELEGATES.match(passage.plain, head.end) is not None
    return None if possessive and head.actor_type == "person" and not speaks else head


def _as_it_stands(phrase: str) -> str:
    """The last capitalised name of a phrase, without titles, or unknown ("EU critics")."""
    outside = BRACKETS.sub(" ", phrase).strip()
    if ENDING_IN_OUTSIDERS.search(outside):
        return UNKNOWN
    # "Donna Rawlings, 59, of Ashton, Md.": who it is stands before the first comma; in "He
    # (Motegi)" inside the brackets.
    named = map(_names, (outside.partition(",")[0], outside, phrase))
    return next((names[-1] for names in named if names), UNKNOWN)


def _names(phrase: str) -> list[str]:
    """The capitalised names of a phrase, without titles."""
    phrase = re.sub(r"\s+", " ", phrase.strip())
    names = [m.group() for m in NAME.finditer(phrase) if m.group()[0].isupper()]
    names = [TITLES.sub("", name).strip() for name in names]
    return [name for name in names if name and not _is_role(name)]


def _is_role(name: str) -> bool:
    low = name.casefold()
    return low in PRONOUNS | DETERMINERS | ROLES or bool(OUTSIDERS.fullmatch(name))
