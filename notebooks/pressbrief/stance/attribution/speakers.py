"""Who a source phrase stands for: an actor, a name as it stands, or unknown."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pressbrief.english.word_classes import AUXILIARIES, DETERMINERS, PREPOSITIONS, PRONOUNS
from pressbrief.stance.attribution import cues, joint
from pressbrief.stance.attribution.passage import Named, Passage

UNKNOWN = "unknown"
# "he", "Together they", and "them" in "a statement issued by them".
PRONOUN = re.compile(
    r"^(?:[A-Za-z]+ )?(?:he|she|it|they)\b|\bby (?:him|her|it|them)$|^(?:his|her|its|their)$", re.I
)
SEVERAL = ("they", "them", "their")
# Whoever these are, they do not speak for the actor that they are named with.
OUTSIDERS = re.compile(
    r"\b(?:critics?|opponents?|rivals?|victims?|survivors?|residents?|analysts?|experts?|scholars?|"
    r"historians?|journalists?|reporters?|refugees?|observers?|activists?|protesters?|enemies|"
    r"detractors|supporters|fans|voters|lawyers?|attorneys?|friends?|relatives|father|mother|son|"
    r"daughter|wife|husband|brother|sister|economists?|researchers?|author|biographer)\b",
    re.I,
)
BRACKETS = re.compile(r"\([^)]*\)")
ENDING_IN_OUTSIDERS = re.compile(rf"{OUTSIDERS.pattern}$", re.I)
# Common nouns that a sentence's beginning gives a capital: no names.
ROLES = re.compile(
    r"(?:officials?|sources?|authorities|police|lawmakers|diplomats|people|others|many|some|both|all|"
    r"witnesses|locals|leaders|ministers|investigators|prosecutors|doctors|aides|soldiers|troops|"
    r"governments|countries|states|nations|companies|agencies|newspapers|media|neighbou?rs|members|"
    r"articles?|sections?|chapters?|clauses?|paragraphs?|workers|students|women|men|families|parents|teachers|farmers|business(?:es)?|polls?|studies)",
    re.I,
)
# Whoever these are, they speak for the person whose they are.
DELEGATES = re.compile(
    r"'s? (?:\w+ )?(?:spokes(?:man|woman|person|men|people)|office|campaign|administration|"
    r"government|cabinet|camp|team|advis[eo]rs?|aides?)\b"
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
    r"However|Still|Yet|So|Then|Here|There|Now|Today|Perhaps|Also|Instead|Indeed|Even|Only|If|Since|"
    r"After|Before|Because|Though|Although)\b\.?\s*)+"
)


# "Assuming the figures hold": a capital that the sentence's beginning gives a verb.
OPENING_VERB = re.compile(
    r"^[A-Z][a-z]+ing (?=(?:the|an?|that|this|these|those|his|her|its|their|all|any|more|further|"
    r"details|on|to|for|about|with)\b)"
)


class Speakers:
    """Resolves the source phrases of one article in reading order; it remembers who spoke."""

    def __init__(self, mentions: Sequence) -> None:
        self._surnames = {
            row.actor.split()[-1].casefold(): row.actor
            for row in mentions
            if row.actor_type == "person"
        }
        self._together = ""
        self._persons: set[str] = set()
        self._speaker = UNKNOWN
        self._now = UNKNOWN

    def resolve(self, passage: Passage, source: tuple[int, int]) -> str:
        """The speaker that a source phrase names."""
        speaker = self._resolved(passage, *source)
        self._now = speaker if self._now == UNKNOWN else self._now
        return speaker

    def labelled(self, passage: Passage, label: tuple[int, int]) -> str:
        """The speaker whom the label of a turn names ("MR MOTEGI"), else the label as it stands."""
        named = passage.named_in(*label)
        phrase = " ".join(passage.text[slice(*label)].split())
        return named[-1].actor if named else self._surnames.get(_surname(phrase), phrase)

    def _meant(self, passage: Passage, at: int, pronoun: str) -> str:
        """Whom a pronoun stands for: who spoke or was named before, or unknown."""
        if pronoun in SEVERAL and self._together:
            return self._together
        if pronoun in ("it", "its", *SEVERAL):
            spoken = self._speaker if self._now == UNKNOWN else self._now
            return UNKNOWN if spoken in self._persons else spoken
        said = passage.sentences_in(at, at + 1)
        named = passage.named_in(said[0].start, at) if said else []
        here = {one.actor for one in named if one.actor_type == "person"} or self._persons
        return next(iter(here)) if len(here) == 1 else UNKNOWN

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
        self._together = _together(passage, start, end)

    def _resolved(self, passage: Passage, start: int, end: int) -> str:
        phrase = passage.text[start:end].strip()
        named = passage.named_in(start, end)
        pronoun = None if named else PRONOUN.search(phrase)
        if pronoun:
            return self._meant(passage, start, pronoun.group(0).split()[-1].casefold())
        together = [] if OUTSIDERS.search(phrase) else joint.runs(passage, named)
        if together:
            return joint.several([one.actor for one in together[0]])
        head = _head(passage, start, end, named)
        if head is None:
            return _as_it_stands(phrase)
        named_last = head.actor_type == "person" and head.end == end
        return head.actor if named_last or not OUTSIDERS.search(phrase) else UNKNOWN


def _surname(phrase: str) -> str:
    return phrase.split()[-1].casefold()


def can_speak(passage: Passage, source: tuple[int, int]) -> bool:
    """Whether a source phrase is about a name, or a word for somebody or for a finding."""
    said = passage.tokens(*source)
    stop = next((n for n, one in enumerate(said) if n and one.low in PREPOSITIONS), len(said))
    return bool(said) and (
        said[stop - 1].capital or any(one.low in cues.SPEAKING for one in said[:stop])
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


def _together(passage: Passage, start: int, end: int) -> str:
    """Those whom a sentence names together ("between Ishiba and Trump"), if but once."""
    found = joint.runs(passage, passage.named_in(start, end))
    return joint.several([one.actor for one in found[0]]) if len(found) == 1 else ""


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
    phrase = OPENING_VERB.sub("", re.sub(r"\s+", " ", phrase.strip()))
    names = [m.group() for m in NAME.finditer(phrase) if m.group()[0].isupper()]
    names = [TITLE_WORDS.sub("", name).strip() for name in names]
    return [name for name in names if name and not _is_role(name)]


def _is_role(name: str) -> bool:
    closed = name.casefold() in PRONOUNS | DETERMINERS
    return closed or bool(ROLES.fullmatch(name) or OUTSIDERS.fullmatch(name))
