"""Two persons of one full name, told apart by the states whose offices articles say them to hold.

"Kenya's finance minister" and "India's defence minister" of one name are two, unless an article
says both of one person or nearly all say the one. An article that says neither leaves it open.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from pressbrief.english.word_lists import words
from pressbrief.mentions import offices
from pressbrief.mentions.linking import Key
from pressbrief.mentions.model import Article, Seen
from pressbrief.mentions.offices import Office

Linked = list[tuple[Seen, Key]]
# Who serves one state in another is said to be of both.
ABROAD = words("offices/abroad")
# What fewer articles say, of those that say anything, is taken for a slip; a guess.
SHARE = 0.2


def apart(articles: Iterable[Article], linked: Linked) -> Linked:
    """The linked names, those of several persons of one name with a key for each."""
    by_id = {article.article_id: article for article in articles}
    places: dict[Key, dict[str, list[Seen]]] = defaultdict(lambda: defaultdict(list))
    for one, key_ in linked:
        if key_.sort == "person" and not key_.open:
            places[key_][one.article_id].append(one)
    states: dict[Key, dict[str, str]] = {}
    for key_, ones in places.items():
        if len(ones) > 1 and (found := _told_apart(ones, by_id)):
            states[key_] = found
    return [(one, _key(key_, one, states.get(key_))) for one, key_ in linked]


def _told_apart(ones: Mapping[str, list[Seen]], by_id: Mapping[str, Article]) -> dict[str, str]:
    """The state of each article that says one, if several persons are meant, else empty."""
    said = {id_: {state for one in some for state in _states(by_id[id_], one)}
            for id_, some in ones.items()}  # fmt: skip
    counts = Counter(state for states in said.values() for state in states)
    if len(counts) < 2 or any(len(states) > 1 for states in said.values()):
        return {}
    if min(counts.values()) < SHARE * counts.total():
        return {}
    return {id_: next(iter(states)) for id_, states in said.items() if states}


def _states(article: Article, one: Seen) -> Iterator[str]:
    """The states whose governing office stands beside a person's name."""
    begin, line, _ = article.by_number[one.sentence]
    owners = [form for form in line.found if form.actor.type == "state"]

    def is_owner(start: int, end: int) -> bool:
        return any(form.start <= start and end <= form.end for form in owners)

    for office in (
        offices.before(line.text, one.start - begin),
        offices.after(line.text, one.end - begin, is_owner),
    ):
        if office and office.governs and not _is_abroad(office):
            before, after = offices.owner_places(line.text, office)
            yield from (form.actor.name for form in owners if form.end == before)
            yield from (form.actor.name for form in owners if form.start == after)


def _is_abroad(office: Office) -> bool:
    return not ABROAD.isdisjoint(office.text.casefold().split())


def _key(key_: Key, one: Seen, states: Mapping[str, str] | None) -> Key:
    if not states:
        return key_
    if state := states.get(one.article_id):
        return key_._replace(owner=state)
    either = tuple(f"{key_.name} ({state})" for state in sorted(set(states.values())))
    return key_._replace(open=either)
