"""Who a source phrase stands for: an actor, a name as it stands, or unknown."""

from __future__ import annotations

import re
from itertools import pairwise

from pressbrief.stance.cues import AUXILIARIES
from pressbrief.stance.passage import Named, Passage

UNKNOWN = "unknown"
HE = re.compile(r"^(?:he|she)\b", re.I)
IT = re.compile(r"^(?:it|they)\b", re.I)
# Whoever these are, they do not speak for the actor that they are named with.
OUTSIDERS = re.compile(
    r"\b(?:critics?|opponents?|rivals?|victims?|survivors?|residents?|analysts?|experts?|scholars?|"
    r"historians?|journalists?|reporters?|refugees?|observers?|activists?|protesters?|enemies|"
    r"detractors|supporters|fans|voters|lawyers?|attorneys?|friends?|relatives|father|mother|son|"
    r"daughter|wife|husband|brother|sister|economists?|researchers?|author|biographer)\b",
    re.I,
)
# Common nouns that a sentence's beginning gives a capital: no names.
ROLES = re.compile(
    r"(?:officials?|sources?|authorities|police|lawmakers|diplomats|people|others|many|some|both|all|"
    r"witnesses|locals|leaders|ministers|investigators|prosecutors|doctors|aides|soldiers|troops|"
    r"governments|countries|states|nations|companies|agencies|newspapers|media|neighbou?rs|members|"
    r"workers|students|women|men|families|parents|teachers|farmers|business(?:es)?|polls?|studies)",
    re.I,
)
PREPOSITION = re.compile(
    r"\b(?:of|for|in|at|from|with|on|near|to|by|against|under|between|about|toward|towards)$"
)
JOINED = re.compile(
    r"\b(?:in|at|from|with|on|near|to|by|against|under|between|about|toward|towards)$"
)
NAME = re.compile(r"[^\W\d_][\w'’-]*(?:\s(?:(?:de|van|von|bin|al|the|of|and)\s)?[A-Z][\w'’-]*)*")
TITLE_WORDS = re.compile(
    r"^(?:(?:The|A|An|General|Spokesman|Spokeswoman|Chancellor|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|President|Senator|Secretary|Minister|Prime|"
    r"Deputy|Chief|Former|Vice|Foreign|Ambassador|Governor|But|And|While|When|On|In|As|Meanwhile|"
    r"However|Still|Yet|So|Then)\b\.?\s*)+"
)


class Speakers:
    """Resolves the source phrases of one article in reading order; it remembers who spoke."""

    def __init__(self) -> None:
        self._persons: set[str] = set()
        self._speaker = UNKNOWN
        self._now = UNKNOWN

    def resolve(self, passage: Passage, source: tuple[int, int]) -> str:
        """The speaker that a source phrase names."""
        speaker = self._resolved(passage, *source)
        self._now = speaker if self._now == UNKNOWN else self._now
        return speaker

    def end_sentence(self, passage: Passage, start: int, end: int) -> None:
        """Remembers whom a pronoun in the next sentence can stand for.

        "He" is the one person who spoke here, else the one person named here, else unknown;
        "it" is who spoke here.
        """
        persons = {n.actor for n in passage.named_in(start, end) if n.actor_type == "person"}
        if self._now in persons or (self._now in self._persons and self._now != UNKNOWN):
            self._persons = {self._now}
        elif persons:
            self._persons = persons
        self._speaker, self._now = self._now, UNKNOWN

    def _resolved(self, passage: Passage, start: int, end: int) -> str:
        phrase = passage.text[start:end].strip()
        named = passage.named_in(start, end)
        if not named and HE.match(phrase):
            return next(iter(self._persons)) if len(self._persons) == 1 else UNKNOWN
        if not named and IT.match(phrase):
            return self._speaker if self._speaker not in self._persons else UNKNOWN
        if len({one.actor for one in named}) > 1 and _coordinated(passage, named):
            return re.sub(r"\s+", " ", passage.text[named[0].start : named[-1].end])
        head = _head(passage, start, end, named)
        if head is None:
            return _as_it_stands(phrase)
        return UNKNOWN if OUTSIDERS.search(phrase) else head.actor


def is_named_right_before(passage: Passage, source: tuple[int, int]) -> bool:
    """Whether a source phrase ends with the name of an actor."""
    return any(
        one.end == source[1] and not _governed(passage, source[0], one)
        for one in passage.named_in(*source)
    )


def subject(passage: Passage, start: int, before: int) -> tuple[int, int] | None:
    """The subject of a sentence, where it begins with a pronoun or names an actor early."""
    pronoun = re.match(r"\s*(?:he|she|it|they)\b", passage.text[start:before], re.I)
    if pronoun:
        return start, start + pronoun.end()
    named = passage.named_in(start, before)
    first = next((one for one in named if not _governed(passage, start, one)), None)
    if first is None or _has_verb(passage, start, first.start):
        return None
    return first.start, first.end


def _has_verb(passage: Passage, start: int, end: int) -> bool:
    """Whether a verb seems to stand between the clause's begin and a name."""
    begin = max(passage.text.rfind(",", start, end) + 1, start)
    said = [token.text for token in passage.tokens(begin, end)]
    return any(word in AUXILIARIES or re.search(r"[a-z]{3}(?:s|ed)$", word) for word in said[1:])


def _coordinated(passage: Passage, named: list[Named]) -> bool:
    joints = (passage.plain[one.end : two.start] for one, two in pairwise(named))
    return any(re.fullmatch(r",? and (?:the )?", joint) for joint in joints)


def _governed(passage: Passage, start: int, one: Named) -> bool:
    return bool(PREPOSITION.search(_before(passage, start, one).casefold()))


def _before(passage: Passage, start: int, one: Named) -> str:
    return re.sub(r"(?:\s+(?:the|a|an))?\s*$", "", passage.plain[start : one.start], flags=re.I)


def _head(passage: Passage, start: int, end: int, named: list[Named]) -> Named | None:
    """Of the actors that a noun phrase names, the one that it is about."""
    if not named:
        return None
    last = named[-1]
    beside = not passage.text[last.end : end].strip(" )")
    joined = JOINED.search(_before(passage, start, last).casefold())
    if beside and not joined:
        return last
    preposition = re.search(
        r"\b(?:of|for|in|at|from|with|on|near|to|by)\b", passage.plain[start:end]
    )
    stop = start + preposition.start() if preposition else end
    early = [one for one in named if one.end <= stop]
    persons = [one for one in named if one.actor_type == "person"]
    head = early[-1] if early else (persons or named)[0]
    possessive = passage.plain[head.end : head.end + 2] == "'s"
    return None if possessive and head.actor_type == "person" else head


def _as_it_stands(phrase: str) -> str:
    """The last capitalised name of a phrase, without titles, or unknown."""
    phrase = re.sub(r"\s+", " ", phrase)
    names = [m.group() for m in NAME.finditer(phrase) if m.group()[0].isupper()]
    names = [TITLE_WORDS.sub("", name).strip() for name in names]
    names = [name for name in names if name and not _is_role(name)]
    return names[-1] if names else UNKNOWN


def _is_role(name: str) -> bool:
    return bool(ROLES.fullmatch(name) or OUTSIDERS.fullmatch(name))
