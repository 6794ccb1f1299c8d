"""Whom each recognised name stands for, within its article and across the corpus.

Every name gets a key, and names with one key are one actor:
- a person's is the full name that it stands for (persons.py), or itself where that stays open;
- an organ that many states have is told apart by its owner (organs.py): the state that stands
  before or after it, there or elsewhere in the article, else the one state whose government the
  article speaks of (governments.py), unless it is somebody's ("his Justice Department"); of a
  legislature the state whose parties the article names; else the one whose it is in the other
  articles of the story;
- letters stand for the name that the article spells them out as, else for the body that all news
  knows by them (bodies.py), else for what the corpus spells them out as;
- an organisation's first word stands for what the article has named in full (shortened.py);
- any other name is its letters without marks and what spellings exchange (keys.py).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from pressbrief.mentions import (
    bodies,
    governments,
    leaders,
    letters,
    organs,
    persons,
    shortened,
    stories,
)
from pressbrief.mentions.keys import alike, company, is_acronym, says_the_same, skeleton
from pressbrief.mentions.model import Article, Seen
from pressbrief.mentions.surface_forms import Found
from pressbrief.topic import Actor

OWNED = re.compile(r"(?:['’]s|['’])?\s+(?:\w+\s+)?$")
OWNER_AFTER = re.compile(r"\s+(?:of|in)\s+(?:the\s+)?")
# "His Justice Department": that of whoever he is; "the state Senate": that of a part of one.
SOMEBODYS = re.compile(r"\b(?:(?:his|her|their|our|my|your)\s+(?:\w+\s+)?|state\s+)$", re.I)
# Of the persons whom a name may stand for, so many are shown, and one more is kept, which says that
# there are others: what still reads as a name; a guess.
SHOWN_OPEN = 3


class Key(NamedTuple):
    """What names of one actor have in common; `open` holds whom a name may stand for if several."""

    sort: str
    name: str
    owner: str = ""
    open: tuple[str, ...] = ()


def link(
    articles: Iterable[Article],
    seen: Mapping[str, list[Seen]],
    named: Mapping[str, Counter],
    listed: Iterable[Actor],
    known: Iterable[Actor] = (),
    days: Mapping[str, str] | None = None,
) -> list[tuple[Seen, Key]]:
    """Each recognised name with its key, in the order given.

    `named` has how often each listed actor or state is named in an article; `known` are the
    regions, peoples and bodies beside them; `days` the articles' days (ISO) where they are known.
    """
    return _Linker(list(articles), seen, named, list(listed), list(known), days or {}).all()


class _Linker:
    def __init__(self, articles, seen, named, listed, known, days):
        self._articles: list[Article] = articles
        self._seen: Mapping[str, list[Seen]] = seen
        self._named: Mapping[str, Counter] = named
        self._days: Mapping[str, str] = days
        self._stories = stories.Stories(articles, seen)
        self._persons = persons.Persons(self._stories.fits)
        self._letters = letters.Letters(articles, seen)
        self._organs = shortened.of_organs(one for names in seen.values() for one in names)
        self._short = {id_: shortened.forms(names) for id_, names in seen.items()}
        self._peers: dict[str, list[str]] = defaultdict(list)
        self._add_persons(listed)
        self._listed = self._keys_of(listed)
        self._bodies = self._keys_of_known(known)
        self._add_spellings()

    def all(self) -> list[tuple[Seen, Key]]:
        found: list[tuple[Seen, Key]] = []
        for article in self._articles:
            seen = self._seen.get(article.article_id, ())
            state = governments.only(article, seen, self._led(article.article_id, seen))
            keys = []
            for one in seen:
                begin, line, _ = article.by_number[one.sentence]
                place = one.start - begin, one.end - begin
                keys.append((one, self._key(one, place, line)))
            found += _owned(keys, state, _of_parties(seen))
        known = [(one, self._known(one, key_)) for one, key_ in self._owned_in_story(found)]
        states = {name for named in self._named.values() for name in named}
        return list(_with_followers(known, states))

    def _owned_in_story(self, found: list[tuple[Seen, Key]]) -> Iterator[tuple[Seen, Key]]:
        """The names, open organs with the one owner that other articles of the story give them."""
        owners: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for one, key_ in found:
            if key_.sort == "organ" and key_.owner:
                owners[key_.name][key_.owner].append(one.article_id)
        for one, key_ in found:
            said = owners.get(key_.name, {}) if key_.sort == "organ" and key_.open else {}
            if len(said) == 1:
                ((owner, articles),) = said.items()
                if self._stories.are_one(one.article_id, dict.fromkeys(articles), key_.name):
                    key_ = key_._replace(owner=owner, open=())
            yield one, key_

    def _known(self, one: Seen, key_: Key) -> Key:
        """The key of the actor that is listed, or known as of that kind, under a name."""
        if key_ in self._listed:
            return self._listed[key_]
        body = self._bodies.get(key_)
        return Key("listed", body.name) if body and body.type == one.kind else key_

    def _key(self, one: Seen, place: tuple[int, int], line) -> Key:
        if one.kind == "person":
            return self._person(one)
        if inside := _owner_inside(line.found, *place):
            low, high = inside.start - place[0], inside.end - place[0]
            if name := organs.organ(organs.without(one.text, low, high)):
                return Key("organ", name, inside.actor.name)
        if name := organs.organ(one.text):
            owner = _owner_beside(line, *place) or organs.owner(name)
            somebodys = SOMEBODYS.search(line.text, 0, place[0])
            whose = () if owner else ("somebody's" if somebodys else "whose",)
            return Key("organ", name, owner, whose)
        return self._body(one)

    def _person(self, one: Seen) -> Key:
        said = persons.tokens(one.text)
        found = self._persons.find(one.article_id, said)
        if len(said) > 1 and not found:
            found = [self._persons.whole(said)]
        if len(found) == 1:
            return Key("person", " ".join(found[0]))
        names = tuple(" ".join(name) for name in sorted(found)[: SHOWN_OPEN + 1])
        return Key("person", " ".join(said), "", names or ("who",))

    def _body(self, one: Seen) -> Key:
        said = company(one.text)
        if is_acronym(one.text):
            said = self._stands_for(one.article_id, said)
            if name := organs.organ(said):
                return Key("organ", name, organs.owner(name), ("whose",))
        elif one.kind == "organisation" and Key("body", said) not in self._bodies:
            said = self._short[one.article_id].get(said, said)
            said = self._organs.get(said, said)
        return self._key_of(said, one.kind)

    def _key_of(self, said: str, kind: str) -> Key:
        if kind == "group" and " " not in said and len(said) > 4:
            said = said.removesuffix("s")
        return Key("body", self._peer(said))

    def _peer(self, said: str) -> str:
        """The first name that this one is a spelling of, which may be itself."""
        peers = self._peers[skeleton(said)]
        for peer in peers:
            if alike(said, peer):
                return peer
        peers.append(said)
        return said

    def _stands_for(self, article_id: str, said: str) -> str:
        """The key of what letters stand for in an article, which may be the letters."""
        own = self._letters.within(article_id, said)
        known = Key("body", said) in self._bodies or Key("body", said) in self._listed
        return own or (said if known else self._letters.across(said) or said)

    def _add_persons(self, listed: list[Actor]) -> None:
        full = {actor.name: persons.tokens(actor.name) for actor in listed
                if actor.type == "person"}  # fmt: skip
        for name in full.values():
            self._persons.add(persons.LISTED, name)
        for article in self._articles:
            id_ = article.article_id
            named = [persons.tokens(one.text) for one in self._seen.get(id_, ())
                     if one.kind == "person"]  # fmt: skip
            said = _whole(named)
            whole = set(said)
            for name in named:
                if name in whole:
                    self._persons.add(id_, name)
                elif len(name) == 1:
                    self._persons.call(id_, name[0])
            also = [full[actor] for actor in self._named.get(id_, ()) if actor in full]
            for name in also:
                self._persons.add(id_, name)
            for surname, leader in self._leaders(id_, [*said, *also]):
                self._persons.mean(id_, surname, leader)
        self._persons.settle()

    def _led(self, article_id: str, seen: Iterable[Seen]) -> Counter[str]:
        """How often an article names the head of a state whom it calls by office somewhere."""
        names = [persons.tokens(one.text) for one in seen if one.kind == "person"]
        surnames = Counter(said[-1] for said in names if said)
        day, led = self._days.get(article_id, ""), Counter[str]()
        for surname, times in surnames.items():
            said = self._stories.offices(article_id, surname)
            if state := leaders.state(leaders.titled(surname, said, day) if said else ""):
                led[state] += times
        return led

    def _leaders(
        self, article_id: str, full: list[tuple[str, ...]]
    ) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The surnames by which an article means a head of state or government, and whom.

        By office and surname ("President Obama"), or a surname that all news knows; not by one
        whose bearer the article has in full.
        """
        surnames = {said[0] for one in self._seen.get(article_id, ()) if one.kind == "person"
                    if len(said := persons.tokens(one.text)) == 1}  # fmt: skip
        borne = {name[-1] for name in full}
        for surname in sorted(surnames):
            said = self._stories.offices_alone(article_id, surname)
            found = leaders.titled(surname, said, self._days.get(article_id, "")) if said else ""
            if not found and surname not in borne:
                found = leaders.alone(surname)
            if found:
                yield surname, persons.tokens(found)

    def _add_spellings(self) -> None:
        """Names for which letters are spelt out that are but the known body's in other words."""
        for said, name in self._letters.spelt_out():
            body = self._bodies.get(Key("body", said))
            if body and any(says_the_same(name, company(form)) for form in body.forms()):
                self._bodies.setdefault(Key("body", self._peer(name)), body)

    def _keys_of_known(self, known: list[Actor]) -> dict[Key, Actor]:
        found: dict[Key, Actor] = {}
        for actor in known:
            for form in actor.forms():
                found.setdefault(self._key_of(company(form), actor.type), actor)
        return found

    def _keys_of(self, listed: list[Actor]) -> dict[Key, Key]:
        """The keys that listed actors' own forms would have, each with the actor's own."""
        found: dict[Key, Key] = {}
        for actor in listed:
            own = Key("listed", actor.name)
            for form in (actor.name, *actor.aliases):
                if actor.type == "person":
                    whole = self._persons.whole(persons.tokens(form))
                    found.setdefault(Key("person", " ".join(whole)), own)
                    continue
                if name := organs.organ(form):
                    found.setdefault(Key("organ", name, actor.part_of), own)
                found.setdefault(Key("body", self._peer(company(form))), own)
        return found


def _with_followers(
    found: list[tuple[Seen, Key]], named: Collection[str]
) -> Iterator[tuple[Seen, Key]]:
    """The names, a party's people as the party where the corpus has its name: "Republicans".

    Known parties by the table, and where the corpus names (`named`) the state whose they are;
    others by their name: the Greens of the Green Party.
    """
    parties = {key_.name: key_ for one, key_ in found if one.kind == "organisation"}
    for one, key_ in found:
        if one.kind in ("group", "organisation") and key_.sort == "body":
            party, state = bodies.followers().get(one.text, ("", ""))
            called = party or f"{company(one.text).removesuffix('s')} party"
            key_ = parties.get(called, Key("listed", party) if state in named else key_)
        yield one, key_


def _of_parties(seen: Iterable[Seen]) -> str:
    """The state whose parties an article names, or "" where it names none, or those of several."""
    states = {bodies.partisan()[one.text] for one in seen if one.text in bodies.partisan()}
    return states.pop() if len(states) == 1 else ""


def _owned(
    keys: list[tuple[Seen, Key]], state: str, legislating: str
) -> Iterator[tuple[Seen, Key]]:
    """An article's names, organs that stand alone with the one owner that they have elsewhere.

    Where they have none, with the `state` whose government alone the article speaks of; a
    legislature with the state whose parties it names (`legislating`), and other organs beside it
    if no other state's are named.
    """
    owners: dict[str, set[str]] = defaultdict(set)
    for _, key_ in keys:
        if key_.sort == "organ" and key_.owner:
            owners[key_.name].add(key_.owner)
    legislates = any(key_.sort == "organ" and organs.is_legislature(key_.name) for _, key_ in keys)
    only = set().union(*owners.values()) <= {legislating} and legislates
    for one, key_ in keys:
        if key_.sort == "organ" and not key_.owner:
            said = owners[key_.name]
            meant = state or (legislating if only else "")
            if legislating and organs.is_legislature(key_.name):
                meant = legislating
            about = "" if said or "somebody's" in key_.open else meant
            owner = next(iter(said)) if len(said) == 1 else about
            key_ = Key("organ", key_.name, owner, () if owner else ("whose",))
        yield one, key_


def _whole(said: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """An article's full names: of several words, none a part of another ("bin Salman")."""
    ends, begins = defaultdict(list), defaultdict(list)
    for name in dict.fromkeys(said):
        ends[name[-1]].append(name)
        begins[name[0]].append(name)
    return [
        name
        for name in said
        if len(name) > 1
        and not any(len(other) > len(name) and other[-len(name) :] == name
                    for other in ends[name[-1]])
        and not any(persons.titled(other, name) for other in (*begins[name[1]], *ends[name[1]]))
    ]  # fmt: skip


def _owner_inside(found: list[Found], start: int, end: int) -> Found | None:
    """The state or group that stands at the begin or the end of a name."""
    inside = [one for one in found if start <= one.start and one.end <= end
              and one.actor.type in ("state", "group")]  # fmt: skip
    at_edge = [one for one in inside if one.start == start or one.end == end]
    return at_edge[0] if len(at_edge) == 1 else None


def _owner_beside(line, start: int, end: int) -> str:
    for one in line.found:
        if one.actor.type not in ("state", "group"):
            continue
        if one.end <= start and OWNED.fullmatch(line.text, one.end, start):
            gap = line.text[one.end : start].strip()
            if gap in ("", "'s", "'") or one.form.kind == "demonym" or "'" in gap:
                return one.actor.name
        if one.start >= end and OWNER_AFTER.fullmatch(line.text, end, one.start):
            return one.actor.name
    return ""
