"""A clause made to stand alone, as the title of what it tells."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pressbrief.english.tokens import Token, tokens
from pressbrief.english.word_classes import is_adverb, is_finite
from pressbrief.english.word_lists import words
from pressbrief.tables.mentions_schema import REFERRING

LONGEST = 14  # words, as the table events has it
# A clause of fewer words tells too little alone ("quake"): then its sentence is the title. A guess.
FEWEST = 3
_OWN = re.compile(r"\b(?:his|her|its|their)\b", re.IGNORECASE)
_LOOSE = words(
    "function_words/in_headings", "function_words/determiners", "function_words/prepositions"
) | words("function_words/subordinators", "function_words/auxiliaries", "function_words/be")
# What leads a clause in, and what may stand after its last word.
_LEAD = re.compile(r"^(?:\W+|(?:that|and|but|or|so|as|then|also)\b[\s,]*)+", re.IGNORECASE)
_CLOSING = frozenset('”"’)%')
# Where a long clause can end before its end: at a comma or dash, before a relative clause or a
# further one.
_BREAK = re.compile(
    r"(?:[,;:—–]|(?<=\s)(?:which|who|that|where|when|while|after|before|and|as|for|to|in|on|by|with|"
    r"from|amid|despite|because|following|including|since|until)\b)"
)
_ENDS = frozenset(",;:—–.”")
_UNKNOWN = re.compile(r"(?:it|they|he|she|this|that|these|those|we|i|you|which|who)\b", re.I)
_RELATIVE = frozenset(("that", "which", "who"))
_PAIRS = (("“", "”"), ("(", ")"))


class Reference(NamedTuple):
    """A word of the clause that points back to an actor, or a name of one: its characters."""

    start: int
    end: int
    actor: str
    kind: str


class Title(NamedTuple):
    """A title, and whether it stands alone: it is a clause, and begins with no word that points
    elsewhere.
    """

    text: str
    alone: bool


def title(sentence: str, start: int, end: int, named: Iterable[Reference] = ()) -> Title:
    """The clause at start to end of a sentence as a title: capital first, 14 words at most.

    `named`: the sentence's references, by its characters.

    >>> said = "On Friday he left Kabul, which surprised many."
    >>> title(said, 10, 23, [Reference(10, 12, "Latif Nazari", "pronoun")])
    Title(text='Latif Nazari left Kabul', alone=True)
    >>> title("Sunday's quake killed 20 people.", 9, 14).text
    'Quake killed 20 people'
    """
    end = _with_verb(sentence, start, end)
    if len(sentence[start:end].split()) < FEWEST:
        start, end = 0, len(sentence)
    text = " ".join(_named(sentence, start, end, named).split())
    text = _balanced(_trimmed(shortened(_LEAD.sub("", text))))
    text = text or " ".join(sentence[start:end].split()[:LONGEST])
    return Title(text[:1].upper() + text[1:], is_clause(text) and not _UNKNOWN.match(text))


def is_clause(text: str) -> bool:
    """Whether a title tells something: not only its relative clause has a verb.

    >>> is_clause("A bill that provides back pay"), is_clause("The man who hid was found")
    (False, True)
    """
    said = tokens(text)
    verbs = [at for at in range(len(said)) if is_finite(said, at)]
    relative = next((at for at, one in enumerate(said) if at and one.low in _RELATIVE), len(said))
    # One verb behind it is its own.
    return relative == len(said) or any(at < relative for at in verbs) or len(verbs) > 1


def _trimmed(text: str) -> str:
    """The text without the loose words and marks at its end, one after the other.

    >>> _trimmed("The firm left for the – ")
    'The firm left'
    """
    for _ in range(LONGEST):
        text = text[: _end_of_words(text)]
        rest, _, last = text.rpartition(" ")
        if last.casefold() not in _LOOSE:
            break
        text = rest
    return text


def _end_of_words(text: str) -> int:
    """Where the last word ends, with the accents and marks that belong to it."""
    end = len(text)
    while end and not (text[end - 1].isalnum() or text[end - 1] in _CLOSING):
        if unicodedata.category(text[end - 1]).startswith("M"):
            break
        end -= 1
    return end


def _with_verb(sentence: str, start: int, end: int) -> int:
    """Where a clause ends: with the verb that follows right after it, if it has none itself."""
    said = tokens(sentence)
    if any(start <= one.start < end and is_finite(said, at) for at, one in enumerate(said)):
        return end
    after = [at for at, one in enumerate(said) if one.start >= end]
    while after and (said[after[0]].text == "," or is_adverb(said[after[0]])):
        del after[0]
    if not after or not _is_told(said, after[0]):
        return end
    ends = (said[at].start for at in after if said[at].text in _ENDS)
    return next(ends, len(sentence))


def _is_told(said: Sequence[Token], at: int) -> bool:
    """Whether what stands behind a doer, or behind what is set beside it, is its verb.

    "Called for" may be a participle elsewhere, but not there.
    """
    return is_finite(said, at) or said[at].low.endswith("ed")


def _named(sentence: str, start: int, end: int, named: Iterable[Reference]) -> str:
    """The clause with the first word that points back to somebody replaced by the name."""
    said: set[str] = set()
    text, at = "", start
    for one in sorted(named):
        if one.start < start or one.end > end or one.start < at:
            continue
        if one.kind in REFERRING and one.actor not in said:
            own = one.kind == "pronoun" and _OWN.fullmatch(sentence, one.start, one.end)
            text += sentence[at : one.start] + one.actor + ("’s" if own else "")
            at = one.end
        said.add(one.actor)
    return text + sentence[at:end]


def shortened(text: str, most: int = LONGEST) -> str:
    """A text of at most so many words: without what stands between a doer and its verb, and ended
    where a part of it ends, if one does past the middle and the verb.

    >>> shortened("The ministry opened an office in Oslo, which has ten rooms", 9)
    'The ministry opened an office in Oslo'
    >>> shortened("Suga, the head of the largest party in Japan, met Biden", 8)
    'Suga met Biden'
    """
    if len(text.split()) <= most:
        return text
    text, verb = _without_aside(text)
    if len(text.split()) <= most:
        return text
    kept = " ".join(text.split()[:most])
    # One character more, so that a break right after the last word counts.
    breaks = (found.start() for found in _BREAK.finditer(text[: len(kept) + 1]))
    ends = [at for at in breaks if not text[:at].rstrip().endswith("ed")]  # "called | for calm"
    last = max(ends, default=0)
    return kept[:last].rstrip(" ,;:—–") if last > max(len(kept) / 2, verb) else kept


def _without_aside(text: str) -> tuple[str, int]:
    """The text without what commas set apart before its first finite verb; where that ends."""
    told = tokens(text)
    for place in range(len(told)):
        aside = place and told[place - 1].text == ","
        if not (_is_told(told, place) if aside else is_finite(told, place)):
            continue
        first = place - 1 if place and is_adverb(told[place - 1]) else place
        commas = [one for one in told[:first] if one.text == ","]
        if len(commas) > 1 and told[first - 1].text == ",":
            text = f"{text[: commas[0].start]} {text[told[first].start :]}"
            return text, commas[0].start + 1 + told[place].end - told[first].start
    verbs = [one.end for place, one in enumerate(told) if is_finite(told, place)]
    return text, min(verbs, default=0)


def _balanced(text: str) -> str:
    """The text without quotation marks and brackets that have no partner in it."""
    for opening, closing in _PAIRS:
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    return text.replace('"', "") if text.count('"') % 2 else text
