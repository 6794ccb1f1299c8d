"""Under which forms each actor is found, and where in a line of text those forms stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from pressbrief.mentions import name_words, nobodies
from pressbrief.topic import Actor, Topic, wholes

# One character each, so that offsets stay: apostrophes, hyphens and spaces as a keyboard has them.
PLAIN = str.maketrans("’‘ʼ‑\u00a0\u202f\u2009\t\r\n", "'''-      ")
ADDRESS = re.compile(
    r"://|\bwww\.|@\w|\w\.(?:com|org|net|gov|edu|info|co|jp|uk|af|cn|ru|pk)\b", re.I
)
# "US$5", "HK$ 35", "US $5" but not "gave the US $5".
CURRENCY = re.compile(r"\b[A-Z]{1,3}\$|(?<!\bthe )\bUS (?=\$)")
# Scripts that are written without spaces between words have no word boundary to ask for.
# Compared as characters: so many ranges take a regex three milliseconds at every start.
UNSPACED = ("\u0e00-\u0eff", "\u2e80-\u9fff", "\uac00-\ud7af", "\uf900-\ufaff",
            "\U00020000-\U0003ffff")  # fmt: skip
SMALL = re.compile(r"[a-z]")
# Letters: shorter names in capitals are as likely an acronym or a word ("AID", "WHO").
SHORTEST_IN_CAPITALS = 4
FIELDS = {"alias": "aliases", "demonym": "demonyms", "metonym": "metonyms"}


@dataclass(frozen=True)
class Form:
    """One form of one actor's name, its kind as the mentions table has it, and who lists it."""

    text: str
    actor: Actor
    kind: str
    listed: bool = True

    @property
    def surname(self) -> str:
        """The last word of a person's full name, else empty."""
        parts = self.text.split()
        return parts[-1] if self.actor.type == "person" and len(parts) > 1 else ""


@dataclass(frozen=True)
class Found:
    """One form standing at start:end of a line (half open)."""

    start: int
    end: int
    form: Form

    @property
    def actor(self) -> Actor:
        """Whom the form names."""
        return self.form.actor


class Forms:
    """All forms of the actors that a topic lists, and of the states, searched for in one pass.

    No two actors share a form; what both have is the listed one's.
    """

    def __init__(self, topic: Topic, states: Iterable[Actor] = ()):
        self._by_text: dict[str, Form] = {}
        for form in (*_said(topic.actors, listed=True), *_said(states, listed=False)):
            self._by_text.setdefault(plain(form.text), form)
        self._part_of = {actor.name: actor.part_of for actor in topic.actors}
        self._searcher = _Searcher(_variants(self._by_text))

    def family(self, actor: Actor) -> set[str]:
        """The actor's name and the names of all that it is part of."""
        return {actor.name, *wholes(actor.name, self._part_of)}

    def in_article(self, lines: Iterable[str]) -> list[list[Found]]:
        """The forms in each line of one article; surnames count where the full name stands too."""
        plains = [plain(line) for line in lines]
        found = [self._searcher.find(line) for line in plains]
        surnames = self._surnames(one.form for line in found for one in line)
        if surnames:
            again = _Searcher(surnames)
            found = [line + again.find(text) for text, line in zip(plains, found, strict=True)]
        return [_longest(line) for line in found]

    def _surnames(self, named: Iterable[Form]) -> dict[str, Form]:
        """Surnames of the persons named in full, where one person only has that surname."""
        owners: dict[str, dict[str, Form]] = {}
        for form in named:
            surname = plain(form.surname)
            if surname and surname not in self._by_text:
                owners.setdefault(surname, {})[form.actor.name] = Form(surname, form.actor, "alias")
        alone = {name: forms.popitem()[1] for name, forms in owners.items() if len(forms) == 1}
        return _variants(alone)


class _Searcher:
    def __init__(self, forms: dict[str, Form]):
        from ahocorasick_rs import AhoCorasick

        self._forms = list(forms.items())
        self._automaton = AhoCorasick(list(forms)) if forms else None

    def find(self, line: str) -> list[Found]:
        if self._automaton is None:
            return []
        spans = self._automaton.find_matches_as_indexes(line, overlapping=True)
        if not spans:
            return []
        skipped = nameless(line)
        shouted = is_shouted(line)
        return [
            Found(start, end, form)
            for (text, form), start, end in ((self._forms[at], s, e) for at, s, e in spans)
            if _stands_free(line, start, end)
            and not any(low < end and start < high for low, high in skipped)
            and not (shouted and text.casefold() in name_words.COMMON)
        ]


def plain(text: str) -> str:
    """The text, as long as it was, with apostrophes, hyphens and spaces as a keyboard has them."""
    return text.translate(PLAIN)


def is_shouted(line: str) -> bool:
    """Whether a line is written in capitals throughout, so that capitals say nothing.

    >>> is_shouted("PLEASE JOIN US ON TWITTER"), is_shouted("The US and NATO met")
    (True, False)
    """
    if len(SMALL.findall(line)) > 0.2 * len(line):  # what most lines end with, at once
        return False
    letters = sum(map(str.isalpha, line))
    return letters > 7 and sum(map(str.isupper, line)) > 0.8 * letters


def _said(actors: Iterable[Actor], *, listed: bool) -> Iterable[Form]:
    for actor in actors:
        yield Form(actor.name, actor, "name", listed)
        for kind, field in FIELDS.items():
            yield from (Form(text, actor, kind, listed) for text in getattr(actor, field))


def _variants(forms: dict[str, Form]) -> dict[str, Form]:
    """The forms as written, composed, decomposed, and (unless short) in capitals."""
    variants = dict(forms)
    for text, form in forms.items():
        for shape in ("NFC", "NFD"):
            shaped = unicodedata.normalize(shape, text)
            variants.setdefault(shaped, form)
            if len(text) >= SHORTEST_IN_CAPITALS:
                variants.setdefault(shaped.upper(), form)
    return variants


def nameless(line: str) -> list[tuple[int, int]]:
    """Where letters in a line name nobody: in web and mail addresses, in a currency's sign, in
    party labels, datelines and titles of works (nobodies.py).

    >>> nameless("US$5 (see www.example.org)")
    [(0, 3), (10, 26)]
    """
    found = [one.span() for one in CURRENCY.finditer(line)] if "$" in line else []
    found += nobodies.places(line)
    if not ADDRESS.search(line):
        return found
    parts = (part for part in re.finditer(r"\S+", line) if ADDRESS.search(part.group()))
    return [*found, *(part.span() for part in parts)]


def _stands_free(line: str, start: int, end: int) -> bool:
    before, after = line[start - 1 : start] if start else "", line[end : end + 1]
    return _parted(before, line[start]) and _parted(after, line[end - 1])


def _parted(outside: str, inside: str) -> bool:
    if not outside:
        return True
    joins = outside.isalnum() or outside == "_" or unicodedata.combining(outside)
    return not joins or any(span[0] <= inside <= span[-1] for span in UNSPACED)


def _longest(found: list[Found]) -> list[Found]:
    """Of forms that overlap the longest, then the first; in the order of the line."""
    kept: list[Found] = []
    taken: set[int] = set()
    for one in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        cells = range(one.start, one.end)
        if taken.isdisjoint(cells):
            taken.update(cells)
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)
