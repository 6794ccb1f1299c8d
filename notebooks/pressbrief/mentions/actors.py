"""Actors out of linked names: what each is called, what it is, and what it is part of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from pressbrief.mentions import leaders, organs, persons
from pressbrief.mentions.keys import LEGAL, SMALL, company, is_acronym, key
from pressbrief.mentions.linking import SHOWN_OPEN, Key
from pressbrief.mentions.model import Seen
from pressbrief.mentions.states import with_article
from pressbrief.mentions.surface_forms import is_shouted
from pressbrief.tables import LIST_SEPARATOR
from pressbrief.topic import Actor, Topic


class Row(NamedTuple):
    """A row of the mentions table."""

    article_id: str
    sentence: int
    start: int
    end: int
    surface: str
    actor: str
    actor_type: str
    kind: str


@dataclass
class Known:
    """An actor: its name, type, what it is part of, the forms of its name, who named it.

    `demonyms` are the keys of those that say of whom or where somebody is ("African").
    """

    name: str
    type: str
    part_of: str
    names: list[str]
    origin: str
    demonyms: frozenset[str] = frozenset()

    @property
    def row(self) -> tuple:
        """Its row of the actors table."""
        return self.name, self.type, self.part_of, LIST_SEPARATOR.join(self.names), self.origin


def known(
    topic: Topic,
    background: Iterable[Actor],
    rows: Iterable[Row],
    linked: list[tuple[Seen, Key]],
) -> dict[Key, Known]:
    """Every actor by its key: as the topic lists them, then the others, most named first.

    Of the background those that are named, and states that own an organ.
    """
    found = {Key("listed", actor.name): _listed(actor) for actor in topic.actors}
    groups: dict[Key, list[Seen]] = defaultdict(list)
    for seen, key_ in linked:
        groups[key_].append(seen)
    forms: dict[str, Counter] = defaultdict(Counter)
    for row in rows:
        forms[row.actor][_one_line(row.surface)] += 1
    for key_, ones in groups.items():
        if key_.sort == "listed":
            forms[key_.name].update(_one_line(one.text) for one in ones)
    owners = {key_.owner for key_ in groups}
    others: dict[Key, tuple[int, Known]] = {}
    for actor in background:
        key_ = Key("listed", actor.name)
        demonyms = frozenset(map(key, actor.demonyms))
        if key_ in found:
            found[key_].demonyms = demonyms
        elif actor.name in forms or actor.name in owners:
            names = _most_first(actor.name, forms[actor.name])
            made = Known(actor.name, actor.type, "", names, "discovered", demonyms)
            others[key_] = forms[actor.name].total(), made
    used = {key_.name for key_ in (*found, *others)}
    for key_, known in _discovered(groups, used):
        others[key_] = len(groups[key_]), known
    inorder = sorted(others.items(), key=lambda each: (-each[1][0], each[1][1].name))
    return found | {key_: known for key_, (_, known) in inorder}


def _listed(actor: Actor) -> Known:
    names = list(dict.fromkeys(actor.forms()))
    return Known(actor.name, actor.type, actor.part_of, names, "topic")


def _discovered(groups: dict[Key, list[Seen]], used: set[str]) -> Iterator[tuple[Key, Known]]:
    """Each key's actor; `used` are the names that other actors have."""
    display = {key_: _display(key_, ones) for key_, ones in groups.items()}
    people = {" ".join(persons.tokens(name)): name for key_, name in display.items()
              if key_.sort == "person" and not key_.open}  # fmt: skip
    for key_, ones in sorted(groups.items(), key=lambda each: (-len(each[1]), each[0])):
        if key_.sort == "listed":
            continue
        type_ = _type(key_, ones)
        name = _unique(_said_open(key_, display[key_], people), type_, used)
        used.add(name)
        names = _most_first(name, Counter(_one_line(one.text) for one in ones))
        origin = "unresolved" if key_.open else "discovered"
        yield key_, Known(name, type_, key_.owner, names, origin)


def _most_first(name: str, forms: Counter) -> list[str]:
    ranked = sorted(forms, key=lambda text: (-forms[text], text))
    return list(dict.fromkeys([name, *ranked]))


def kind(text: str, actor: Known) -> str:
    """Whether a form is an actor's own name, the word for its people, or another name.

    >>> votel = Known("Joseph Votel", "person", "", [], "discovered")
    >>> kind("Gen. Joseph Votel", votel), kind("Votel", votel)
    ('name', 'alias')
    >>> kind("Sandinista", Known("Sandinistas", "group", "", [], "discovered"))
    'demonym'
    """
    name, said = actor.name.partition(" (")[0], key(text)
    if actor.type == "person":
        return "name" if persons.tokens(text) == persons.tokens(name) else "alias"
    if said == key(name):
        return "name"
    singular = actor.type == "group" and f"{said}s" == key(name)
    return "demonym" if singular or said in actor.demonyms else "alias"


def _display(key_: Key, ones: list[Seen]) -> str:
    """The form that names an actor best: the most frequent of the fullest ones."""
    bare = {text: _bare(key_, text) for text in {one.text for one in ones}}
    counts = Counter(bare[one.text] for one in ones)
    telling = {bare[one.text] for one in ones if not one.titled}

    def rank(text: str) -> tuple:
        shouted = is_shouted(text) and not is_acronym(text)
        legal = key_.sort == "body" and bool(LEGAL.search(key(text)))
        plural = text.endswith("s") and text[:-1] in counts and ones[0].kind == "group"
        return (_full(key_, text), text in telling, not shouted, not legal, plural, counts[text])

    best = max(counts, key=rank)
    if key_.sort == "person" and not key_.open and not _full(key_, best):
        best = leaders.spoken(key_.name) or best
    if key_.sort == "person":
        return f"{best} ({key_.owner})" if key_.owner else best
    return f"{best} of {with_article(key_.owner)}" if key_.owner else best


def _bare(key_: Key, text: str) -> str:
    """A form without titles or owner, on one line."""
    text = _one_line(text)
    if key_.sort == "organ":
        return _organ_in(text)
    if key_.sort != "person":
        return text
    said = text.split()
    return " ".join(said[len(said) - _size(text) :])


def _size(text: str) -> int:
    """How many of a person's words are left without the titles before them."""
    said = text.split()
    for first in range(len(said)):
        if persons.tokens(" ".join(said[first:])) == persons.tokens(text):
            rest = first
    return len(said) - rest if said else 0


def _organ_in(text: str) -> str:
    """The organ's part of a form that may begin or end with its owner."""
    said = text.split()
    for first in range(len(said)):
        for last in range(len(said), first, -1):
            edges = {said[first].casefold(), said[last - 1].casefold()}
            part = " ".join(said[first:last])
            if edges.isdisjoint(SMALL) and organs.organ(part):
                return part
    return text


def _full(key_: Key, text: str) -> bool:
    if key_.sort == "person":
        return " ".join(persons.tokens(text)) == key_.name
    said = company(text)
    short = is_acronym(text) or key_.name.startswith(f"{said} ")
    return key_.sort != "body" or said == key_.name or not short


def _type(key_: Key, ones: list[Seen]) -> str:
    if key_.sort == "person":
        return "person"
    if key_.sort == "organ":
        return "organisation"
    return Counter(one.kind for one in ones if one.kind).most_common(1)[0][0]


def _said_open(key_: Key, name: str, people: Mapping[str, str]) -> str:
    """The name, and whom or whose it can be where that stays open."""
    if key_.sort == "organ" and key_.open:
        return f"{name} (whose is open)"
    if len(key_.open) > 1:
        who = [people.get(one, one.title()) for one in key_.open]
        more = " or others" if len(who) > SHOWN_OPEN else ""
        return f"{name} ({' or '.join(who[:SHOWN_OPEN])}{more})"
    return name


def _unique(name: str, type_: str, used: set[str]) -> str:
    if name not in used:
        return name
    said = f"{name} ({type_})"
    number = 2
    while said in used:
        said, number = f"{name} ({type_} {number})", number + 1
    return said


def _one_line(text: str) -> str:
    """A name as a cell has it, without the brackets of who quotes: "Eric] Cantor"."""
    return " ".join(text.replace("[", "").replace("]", "").split()).replace(";", ",")
