"""Whether a capital city stands for its government in a sentence, or for the place.

A city is a place after a locative preposition ("in Kabul", "outside downtown Tokyo"), as goal or
start of a motion ("sent to Kabul", "evacuated from Kabul"), after or before a place's own nouns
("the fall of Kabul", "Kabul airport"), as object of a verb that happens to places ("seized
Kabul"), before one ("Kabul fell"), in a dateline, and before its state ("Kabul, Afghanistan").
Else it is the government: subject, possessor, partner ("ties with Washington").
"""

from __future__ import annotations

import re

from pressbrief.english.verb_forms import inflected
from pressbrief.english.word_lists import words
from pressbrief.mentions.context import Line, Token
from pressbrief.mentions.name_words import GOVERNMENT_NOUNS
from pressbrief.mentions.surface_forms import Found

LOCATIVE = words("cities/locative")
PLACE_ADJECTIVES = words("cities/adjectives")
MOTION = words("cities/motion")
DEALINGS = words("cities/dealings")
PLACE_NOUNS = words("cities/place_nouns")
# What a government does, and what whoever asks or judges has done ("Washington praised"): the forms
# in "-s" of these are nouns too ("Kabul attacks").
JUDGED = frozenset(
    past for verb in words("cues/ask", "cues/judge") for past in inflected(verb).past
)
GOVERNMENT_VERBS = words("cities/government_verbs") | JUDGED
GOVERNMENT_PARTICIPLES = words("cities/government_participles")
GOVERNMENT_STATES = words("cities/government_states")
GOVERNMENT_GOODS = words("cities/government_goods")
BACKED = words("cities/backed")
PARTNER = words("cities/partner")
PLACE_VERBS_BEFORE = words("cities/verbs_before")
PLACE_VERBS_AFTER = words("cities/verbs_after")
CITY_SUFFIXES = words("cities/suffixes")
# A city "is" and "has" much that no government is or has.
BEING, HAVING = frozenset({"is", "was"}), frozenset({"has", "had"})
# "(Kyodo) —", ", Sept. 5 (Reuters) -": what stands between a dateline's city and its text.
DATELINE = re.compile(
    r"(?:, ?[A-Z][\w.]*(?: [A-Z\d][\w.,]*){0,3})?\s*+(?:\([^()]{1,40}\)\s*+)?(?:[—–]|--|- )"
)


def is_place(line: Line, one: Found, previous: bool | None = None) -> bool:
    """Whether the city is a place here; `previous`: what the city coordinated before it was."""
    noun = _noun_after(line, one)
    if noun in GOVERNMENT_NOUNS:
        return False
    if noun in PLACE_NOUNS | PLACE_VERBS_AFTER or _place_suffix(line, one):
        return True
    if _dateline(line, one) or _before_its_state(line, one):
        return True
    before = _before(line, one)
    if not before:
        return False
    if before[0].low in ("and", "or") and previous is not None:
        return previous
    return _after_place_word(line, one, before)


def is_at_work(line: Line, one: Found) -> bool:
    """Whether a word beside the city shows a government: what it does, owns, or deals in.

    It is the subject of a verb of saying or ruling ("Beijing has urged"), owns what governments
    own ("Moscow's envoy"), or is a partner in dealings ("ties with Washington").
    """
    noun = _noun_after(line, one)
    if noun in BEING | HAVING:
        return _is_or_has_as_government(line, one, noun)
    if noun in GOVERNMENT_NOUNS | GOVERNMENT_VERBS:
        return not (noun in JUDGED and _is_passive(line, one))
    if _is_possessor(line, one) and _noun_after(line, one) in GOVERNMENT_GOODS:
        return True
    after = line.after(one.end)[:1]
    if after and line.gap(one.end, after[0].start) == "-" and after[0].low in BACKED:
        return True
    before = _before(line, one)
    dealt = before[:1] and before[0].low in PARTNER
    return bool(dealt) and any(token.low in DEALINGS for token in before[1:5])


def _is_or_has_as_government(line: Line, one: Found, verb: str) -> bool:
    """Whether what follows "is" or "has" is said of those who act: "is trying", "has urged"."""
    low = next((token.low for token in line.after(one.end)[1:2]), "")
    if verb in HAVING and (low.endswith("ed") or low in GOVERNMENT_PARTICIPLES):
        return True
    return low in GOVERNMENT_STATES or (verb in BEING and low.endswith("ing"))


def _is_passive(line: Line, one: Found) -> bool:
    """Whether the verb after a city tells what was done there: "Kabul attacked by rebels"."""
    return next((token.low for token in line.after(one.end)[1:2]), "by") in ("by", "in")


def _after_place_word(line: Line, one: Found, before: list[Token]) -> bool:
    word, governors = before[0].low, [token.low for token in before[1:4]]
    if word in LOCATIVE:
        return not _is_possessor(line, one)
    if word in ("to", "for"):
        return _nearest(governors, MOTION, DEALINGS) is MOTION
    if word == "from":
        return _nearest(governors, DEALINGS, MOTION) is not DEALINGS
    if word == "of":
        return bool(governors) and governors[0] in PLACE_NOUNS and not _is_possessor(line, one)
    return word in PLACE_VERBS_BEFORE and not _is_possessor(line, one)


def _nearest(governors: list[str], *tables: frozenset[str]) -> frozenset[str] | None:
    hits = (table for word in governors for table in tables if word in table)
    return next(hits, None)


def _before(line: Line, one: Found) -> list[Token]:
    """The tokens before the city in its clause, nearest first, without articles and adjectives."""
    kept: list[Token] = []
    end = one.start
    for token in line.before(one.start):
        if re.search(r"[.;:!?()\"“”]", line.gap(token.end, end)):
            break
        if kept or token.low not in PLACE_ADJECTIVES:
            kept.append(token)
        end = token.start
    return kept


def _noun_after(line: Line, one: Found) -> str:
    """The noun that the city owns or stands before, else empty."""
    after = [token for token in line.after(one.end) if token.text not in ("s", "S")][:1]
    joined = after and line.gap(one.end, after[0].start) in (" ", "'s ", "'S ", "' ")
    return after[0].low if joined else ""


def _is_possessor(line: Line, one: Found) -> bool:
    return line.text[one.end : one.end + 2].casefold() == "'s"


def _place_suffix(line: Line, one: Found) -> bool:
    after = line.after(one.end)[:1]
    hyphened = after and line.gap(one.end, after[0].start) == "-"
    return bool(hyphened) and after[0].low in CITY_SUFFIXES


def _dateline(line: Line, one: Found) -> bool:
    begins = not line.text[max(one.start - 40, 0) : one.start].strip()
    return begins and bool(DATELINE.match(line.text, one.end))


def _before_its_state(line: Line, one: Found) -> bool:
    after = line.after(one.end)[:1]
    if not after or line.gap(one.end, after[0].start) != ", ":
        return False
    state = line.over(after[0])
    if state is None:
        return False
    return state.actor.name == one.actor.name and state.form.kind != "demonym"
