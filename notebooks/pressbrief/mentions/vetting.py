"""Whether what the reader sees is a name, where it begins and ends, and of which kind."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pressbrief.english.patterns import any_of
from pressbrief.english.word_lists import words
from pressbrief.mentions import bodies, name_words, nobodies, states
from pressbrief.mentions.context import Line
from pressbrief.mentions.keys import is_acronym, key
from pressbrief.mentions.organs import organ
from pressbrief.mentions.surface_forms import is_shouted

LEADING = re.compile(r"(?:the|an?|of|and|for)\s+|['\"“‘(\[.,;:–-]\s*", re.I)
WORD = re.compile(r"[^\W\d_][\w'-]*\.?")
ROMAN = re.compile(r"[IVX]+")
_AFTER = any_of(words("names/hyphened_after"))
BEFORE = re.compile(rf"{any_of(words('names/hyphened_before'))}-", re.I)
AFTER = re.compile(rf"-{_AFTER}$", re.I)
# "F.B" "I.": letters with points are one name.
LETTERED = re.compile(r"(?<![\w.])(?:[A-Z]\.)*[A-Z]\.?$")
MORE_LETTERS = re.compile(r"(?:(?<=[A-Z])\.)?(?:[A-Z]\.)+")
REST_OF_NAME = re.compile(rf"-?(?!{_AFTER}\b)[^\W\d_]+")
# A comma and a small word after it end a name: "Ministry of Education, police".
LISTED = re.compile(r",\s+(?=[a-z])")
JOINT = re.compile(r"\s(?:and|of|for|&)$")
LABEL = re.compile(r"\s(?:[:|–—-]|--)\s+$")
TRAILING = re.compile(r"(?:['’]s|['’]|(?<![\s,;:.!?)\]\"”–—-])[\s,;:.!?)\]\"”–—-]+)$", re.I)
# Treaties, laws and ships are named, but do not act.
DEED = re.compile(
    rf"\b{any_of(words('names/deeds_on'))} (?:on|of|for|against|to)\b"
    rf"|.\b{any_of(words('names/deeds'))}$"
)
# The letters by which an article then calls one: "Convention on the Law of the Sea (UNCLOS)".
DEED_LETTERS = re.compile(
    rf"\b{any_of(words('names/deeds_on', 'names/deeds') | {'Plan'})}\b"
    rf"(?:\s(?:on|of|for|against|to|the|and|(?!{any_of(words('names/bodies'))})[A-Z][\w-]+)){{0,9}}"
    r"\s\(([A-Z][A-Z-]+)\)"
)
SHIP = re.compile(rf"\b{any_of(words('names/ships'))}\s((?:[A-Z][\w'-]+\s)*[A-Z][\w'-]+)")
_SHORT = map(str.capitalize, words("abbreviations/after_names") | {"st"})
ABBREVIATED = re.compile(rf"\b(?:\w|{any_of(_SHORT)})\.$")
# Below it the reader is not sure enough of a word that looks like a piece of something else; a
# guess.
DOUBTFUL = 0.75
ORGANS_IN_PLURAL, MASTHEADS = words("organs/in_plural"), words("names/mastheads")
# What is so and not what acts, where it stands alone: "Democracy", "Opposition".
ABSTRACT = re.compile(r"\w{4,}(?:cracy|isms?|ness|ship|tions?|ments?)", re.I)
# Capitals throughout are letters to be spelt out up to here ("ASEAN"), and a word in capitals
# beyond ("MALAWI").
LETTERS = 5
# Below it what the reader takes for an organisation, once in an article, is likelier none: of those
# from 0.4 up, two in five were one in news of the whole world.
FAINT = 0.6
OPENING = " '\"“‘(-"
# Letters that the tables have without points: "F.B.I.", but "U.S." as it is.
POINTED = re.compile(r"(?:[A-Z]\.){2,}[A-Z]\.?")
PERSON_AFTER = re.compile(r"\s[A-Z][a-z]+\s[A-Z]")
# A bill, a road or a flight: "SB 202", "H.R. 8".
NUMBERED = re.compile(r"(?:[A-Z]\.?){1,3}")
NUMBER = re.compile(r"\.?\s\d+\b")
# "Minister of Economy and Trade": what follows an office or organ is no name of its own.
MINISTER_OF = re.compile(
    r"\b(?:[Mm]inist(?:er|ry|ers|ries)|[Ss]ecretary|[Dd]epartment)s? (?:of|for) "
    r"(?:[A-Z][\w-]+(?:, and | and |, | ))*$"
)


def joined(text: str, named: Sequence) -> list:
    """The reader's names, those that it parts at a hyphen or after an "and" as one.

    "Moon Jae" "-in", and "Middle Eastern and" "African Affairs Bureau".
    The names are as the reader gives them: start, end, kind, probability.
    """
    found: list = []
    for name in named:
        last = found[-1] if found else None
        if last and last.kind == name.kind == "person" and text[last.end : name.start] == "-":
            sure = min(last.probability, name.probability)
            found[-1] = last._replace(end=name.end, probability=sure)
        elif last and name.start == last.end + 1 and JOINT.search(text, last.start, last.end):
            sure = max(last.probability, name.probability)
            found[-1] = name._replace(start=last.start, probability=sure)
        else:
            found.append(name)
    nexts = [*(name.start for name in found), len(text)][1:]
    return [_whole(text, name, next_) for name, next_ in zip(found, nexts, strict=True)]


def _whole(text: str, name, next_: int):
    """A person's name with the word that is hyphened to it, unless that is the next name's."""
    if name.kind != "person" or "-" not in text[name.end - 1 : name.end + 1]:
        return name
    rest = REST_OF_NAME.match(text, name.end, next_)
    return name._replace(end=rest.end()) if rest else name


def edges(text: str, start: int, end: int, kind: str = "") -> tuple[int, int]:
    """A name without article, title and punctuation before it, possessive and stops after it.

    >>> line = "a Taliban-led regime, pro-Pakistan groups, Gen. John Nicholson"
    >>> [line[slice(*edges(line, *at))] for at in ((2, 13), (22, 34), (43, 62, "person"))]
    ['Taliban', 'Pakistan', 'John Nicholson']
    """
    while (lead := LEADING.match(text, start, end)) and lead.end() < end:
        start = lead.end()
    if LETTERED.search(text, start, end) and (more := MORE_LETTERS.match(text, end)):
        end = more.end()
    if kind == "person":
        start = _after_titles(text, start, end)
        end = text.find(" of ", start, end) if " of " in text[start:end] else end
    if going_on := LISTED.search(text, start, end):
        end = going_on.start()
    while trail := TRAILING.search(text[start:end]):
        if ABBREVIATED.search(text[start:end]) or trail.start() == 0:
            break
        end = start + trail.start()
    if (after := AFTER.search(text[start:end])) and after.start():
        end = start + after.start()
    before = BEFORE.match(text, start, end)
    if before and bodies.kind_of(text[start:end]):  # "sub-Saharan Africa"
        return start, end
    if before and (text[start].islower() or states.kind_of(text[before.end() : end])):
        start = before.end()
    return start, end


def _after_titles(text: str, start: int, end: int) -> int:
    """Where a person's name begins after its titles and offices: "Pope Francis" is a name whole."""
    said = list(WORD.finditer(text, start, end))
    low = [word.group().casefold().rstrip(".") for word in said]
    held = [word in name_words.OFFICE_HEADS or word in name_words.ADDRESS for word in low]
    left = next(
        (at for at, word in enumerate(low) if not held[at] and word not in name_words.OFFICE_PARTS),
        len(low),
    )
    at = max((n + 1 for n in range(min(left, len(low) - 1)) if held[n]), default=0)
    alone = len(low) - at == 1 or (at < len(low) and low[at] in name_words.PARTICLES)
    if at and alone and low[at - 1] in name_words.REGNAL:
        at -= 1
    return said[at].start() if at else start


def is_name(text: str, line: Line, start: int, small: frozenset[str]) -> bool:
    """Whether it is none of what names are not: numbers, offices, the calendar, common words."""
    said = [word.strip(".,'\"").casefold() for word in text.split()]
    said = [word for word in said if word]
    if not said or len(key(text)) < 2 or not any(char.isalpha() for char in text):
        return False
    if not any(char.isupper() or ord(char) > 0x2E80 for char in text):
        return False
    if _is_numbered(text, line.text, start + len(text)):
        return False
    if is_acronym(text) and not is_shouted(line.text):  # "US", "WHO": no common words
        said_so = said[0] in name_words.NO_NAMES_ALONE or said[0] in name_words.CALENDAR
        return not said_so and not ROMAN.fullmatch(text)
    if all(word in name_words.NO_NAMES for word in said) or _is_of_offices(text, said):
        return False
    if said[0] in ORGANS_IN_PLURAL or _is_label(line, start, text):
        return False
    if _is_held(said) and PERSON_AFTER.match(line.text, start + len(text)):
        return False
    if len(said) == 1 and nobodies.is_misspelt_day(said[0]):
        return False
    begins = not line.text[:start].strip(OPENING)
    if begins and len(said) > 1 and _is_opening(text):
        return False
    return not (begins and len(said) == 1 and said[0] in small)


def _is_numbered(text: str, line: str, end: int) -> bool:
    """Whether a name is the letters of something with a number: "SB 202", but not "the EU 27"."""
    known = bodies.kind_of(text) or states.kind_of(text)
    return not known and bool(NUMBERED.fullmatch(text) and NUMBER.match(line, end))


def _is_held(said: list[str]) -> bool:
    """Whether a name ends in an office: "House Democratic Leader"."""
    return len(said) > 1 and said[-1] in name_words.OFFICE_HEADS and "office" not in said


def _is_opening(text: str) -> bool:
    """Whether only the sentence's begin gives it a capital: "Family members"."""
    first, *rest = text.split()
    known = states.kind_of(first) or bodies.kind_of(first) or is_acronym(first)
    return not known and all(word.islower() for word in rest)


def _is_label(line: Line, start: int, text: str) -> bool:
    """Whether it is what a page sets behind its headline: "... : Afghanistan News"."""
    ends = line.text.rstrip().endswith(text) and start + len(text) == len(line.text.rstrip())
    last = text.split()[-1].casefold()
    return line.heading and ends and last in MASTHEADS and bool(LABEL.search(line.text[:start]))


def kind_of(text: str, kind: str) -> str:
    """What the tables of states and bodies know better than the reader."""
    if text.isupper() and len(text) > LETTERS:
        text = text.title()
    if SHIP.fullmatch(text) or (kind == "organisation" and DEED.search(text)):
        return "other"
    if POINTED.fullmatch(text):
        text = text.replace(".", "")
    form = states.kind_of(text)
    if form == "demonym" and kind != "person":
        return "group"
    if kind == "organisation" and text in states.capitals():
        return "place"
    return "place" if form == "name" else bodies.kind_of(text) or kind


def others(text: str) -> list[str]:
    """What a text calls ships and treaties by that could be the name of what acts.

    >>> others("USS Benfold kept to the Convention on the Law of the Sea (UNCLOS).")
    ['Benfold', 'UNCLOS']
    """
    return SHIP.findall(text) + DEED_LETTERS.findall(text)


def _is_of_offices(text: str, said: list[str]) -> bool:
    """Whether a name is only what stands inside offices and organs ("Economy"), or an abstract."""
    parts = (
        name_words.OFFICE_PARTS
        | name_words.OFFICE_HEADS
        | name_words.ORGAN_PARTS
        | name_words.ORGAN_HEADS
    )
    if organ(text) or bodies.kind_of(text):
        return False
    return all(word in parts for word in said) or bool(ABSTRACT.fullmatch(text))


def is_faint(text: str, kind: str, probability: float) -> bool:
    """Whether an organisation is too unsure to be one: not known, no organ, hardly seen."""
    said = text.casefold().split()
    headed = said[-1] in name_words.HEADS or not name_words.ORGAN_HEADS.isdisjoint(said)
    known = bodies.kind_of(text) or headed or is_acronym(text)
    return kind == "organisation" and probability < FAINT and not known


def is_piece(line: Line, start: int, end: int, named: list) -> bool:
    """Whether a name looks cut out of a longer phrase, or like a common noun.

    A capitalised word that is no name or office stands right beside it; it is what a minister is
    minister of; its last word is small; or it is one word that begins the line, or that the
    article also writes small, in the singular or plural.
    """
    text = line.text[start:end]
    low = text.casefold()
    begins = not line.text[:start].strip(OPENING)
    if (
        " " not in text
        and not is_acronym(text)
        and (begins or {low, f"{low}s", low.removesuffix("s")} & line.small)
    ):
        return True
    if text.split()[-1].islower() or MINISTER_OF.search(line.text, 0, start):
        return True
    before = [token for token in line.before(start)[:1] if line.gap(token.end, start) == " "]
    after = [token for token in line.after(end)[:1] if line.gap(end, token.start) == " "]
    beside = [t for t in before if t.start and t.low not in name_words.OFFICE_PARTS] + after
    return any(
        token.capital
        and token.low not in name_words.NO_NAMES
        and not any(one.start < token.end and token.start < one.end for one in named)
        for token in beside
    )
