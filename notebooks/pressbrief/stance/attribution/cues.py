"""Cues of attribution: words that say that somebody says, asks, wants, judges or feels something.

The words lie in english/lists/cues.txt. A verb stands there under each complement that it takes:
  say      a clause, reported or quoted ("said that", "said Wednesday", a quotation)
  ask      somebody to do something ("urged the Taliban to")
  aim      to do something ("refused to", "hopes to")
  express  a matter ("expressed concern about", "discussed the talks")
  judge    somebody or something, well or ill ("condemned", "praised", "called it a failure")
Grow the lists there; nothing else knows a cue by name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pressbrief.english.verb_forms import inflected
from pressbrief.english.word_lists import words

_VERBS = {
    "say": words("cues/say"),
    "ask": words("cues/ask"),
    "aim": words("cues/aim"),
    "express": words("cues/express"),
    "judge": words("cues/judge"),
}
# A verb and its particle that make one cue; what follows is a matter or somebody.
_PHRASES = {
    "say": words("cues/say_phrases"),
    "ask": words("cues/ask_phrases"),
    "express": words("cues/express_phrases"),
    "judge": words("cues/judge_phrases"),
}
EVIDENCE = words("cues/evidence")
SPOKEN = words("cues/spoken")
CLAUSE_ONLY = words("cues/clause_only")
ADDRESSED = words("cues/addressed")
MEANS = words("cues/means")
CHAIN = words("cues/chain")
WRITINGS = words("cues/writings")
NOUN_CUES = words("cues/noun_cues")
NOUN_LINKS = words("cues/noun_links")
PARTISANS = words("cues/partisans")
ADJECTIVES = words("cues/adjectives")
ADJECTIVE_LINKS = words("cues/adjective_links")
LINKING = words("cues/linking")


@dataclass(frozen=True)
class Cue:
    """One form of a cue verb: its base form, the complements it takes, and which form it is."""

    base: str
    takes: frozenset[str]
    form: str  # base, present, past, perfect (a participle that is no past), participle ("-ing")


def _verbs() -> dict[str, Cue]:
    """The cue of every form of every verb; of two verbs with one form, of the first by alphabet."""
    found: dict[str, Cue] = {}
    for base in sorted(frozenset().union(*_VERBS.values())):
        takes = frozenset(kind for kind, verbs in _VERBS.items() if base in verbs)
        for word, cue in _forms(base, base, takes):
            found.setdefault(word, cue)
    return found


def _phrases() -> dict[tuple[str, str], Cue]:
    found: dict[tuple[str, str], Cue] = {}
    for kind, phrases in _PHRASES.items():
        for phrase in sorted(phrases):
            base, particle = phrase.split()
            for word, cue in _forms(base, phrase, frozenset({kind})):
                found.setdefault((word, particle), cue)
    return found


def _forms(base: str, name: str, takes: frozenset[str]) -> Iterator[tuple[str, Cue]]:
    """A verb's forms with their cues; a word that is several forms counts as the first."""
    kinds = ("base", "present", "past", "perfect", "participle")
    for form, spellings in zip(kinds, ((base,), *inflected(base)), strict=True):
        for word in spellings:
            yield word, Cue(name, takes, form)


VERBS = _verbs()
VERB_PHRASES = _phrases()


_WORDS = frozenset(
    (*VERBS, *(verb for verb, _ in VERB_PHRASES), *NOUN_CUES, *ADJECTIVES, *PARTISANS)
)
_WORD = re.compile(r"[^\W\d_]+")


def base(word: str) -> str:
    """The base form of a cue verb's form, or ""."""
    return VERBS[word].base if word in VERBS else ""


def may_stand_in(text: str) -> bool:
    """Whether a text has a word that may be a cue.

    >>> may_stand_in("Motegi said so."), may_stand_in("It rained in Tokyo.")
    (True, False)
    """
    words_ = {match[0].casefold() for match in _WORD.finditer(text)}
    return "according" in words_ or not words_.isdisjoint(_WORDS)
