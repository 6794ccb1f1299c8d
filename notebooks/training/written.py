"""Made-up sentences of who judges whom, with slots that other actors fill at each reading.

`labels/appraisal_written.txt`: a sentence and its label a line, in the notation of the guide
(`labels/guides/appraisal.md`) with slots in place of numbers: {S1} a state, {A1} its adjective,
{P1} a person (a second time the surname), {O1} an organisation. Real news has few authors who judge
in their own voice; half of these sentences have one, and each has a neighbour that judges nobody.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from functools import cache, partial

from pressbrief.mentions.states import states
from training import lists
from training.drawing import check
from training.own import FOLDER

SLOT = re.compile(r"\{([SAPO])(\d)\}")
TYPES = {"S": "state", "P": "person", "O": "organisation"}


@cache
def lines() -> tuple[tuple[str, str], ...]:
    """Every sentence with its slots, and its label."""
    text = (FOLDER / "appraisal_written.txt").read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line.strip())


@cache
def _peopled() -> tuple[tuple[str, str], ...]:
    """The names of states that have an adjective, with it."""
    return tuple((one.name, one.demonyms[0]) for one in states() if one.demonyms)


def items(rng: random.Random, most: int | None = None) -> Iterator[dict]:
    """Each sentence, or the first `most`, with actors in its slots, as items of appraisal."""
    for text, label in lines()[:most]:
        yield filled(text, label, rng)


def filled(sentence: str, label: str, rng: random.Random) -> dict:
    """A sentence with actors in its slots, where each stands, and what its label says of them.

    >>> item = filled("{S1} hailed {O1}.", 'S1>O1 + "hailed"', random.Random(1))
    >>> [one["type"] for one in item["actors"]], item["label"]["evaluations"][0]["sign"]
    (['state', 'organisation'], 1)
    """
    names: dict[str, tuple[str, str]] = {}
    actors: dict[str, dict] = {}
    parts: list[str] = []
    done = length = 0
    for slot in SLOT.finditer(sentence):
        key = ("S" if slot[1] == "A" else slot[1]) + slot[2]
        said = _said(slot[1], key, names, key in actors, rng)
        length += slot.start() - done
        parts += [sentence[done : slot.start()], said]
        new = {"n": len(actors) + 1, "name": said, "type": TYPES[key[0]], "spans": []}
        actors.setdefault(key, new)["spans"].append([length, length + len(said)])
        length += len(said)
        done = slot.end()
    text = "".join([*parts, sentence[done:]])
    item = {"text": text, "actors": list(actors.values())}
    return item | {"label": check.appraisal(item, _numbered(label, text, actors, names))}


def _said(kind: str, key: str, names: dict, again: bool, rng: random.Random) -> str:
    """What stands in a slot: a new name, a state's adjective, a surname the second time."""
    while key not in names:
        found = _someone(key[0], rng)
        if found not in names.values():
            names[key] = found
    whole, other = names[key]
    return other if kind == "A" or (kind == "P" and again) else whole


def _someone(kind: str, rng: random.Random) -> tuple[str, str]:
    if kind == "S":
        return rng.choice(_peopled())
    if kind == "O":
        return (lists.some_body(rng), "")
    given, surname = rng.choice(lists.persons())
    return f"{given} {surname}", surname


def _numbered(label: str, text: str, actors: dict[str, dict], names: dict) -> str:
    """A label with the actors' numbers in place of its slots, and what they say in its words."""
    parts = re.split(r'"([^"]*)"', label)
    for at, part in enumerate(parts):
        if at % 2:
            # A person's name is whole where it stands first, else the surname.
            ways = [SLOT.sub(partial(_in_words, names, way), part) for way in (0, 1)]
            parts[at] = f'"{next(words for words in ways if check.places(words, text))}"'
        else:
            parts[at] = re.sub(r"\b[SPO]\d\b", lambda slot: str(actors[slot[0]]["n"]), part)
    return "".join(parts)


def _in_words(names: dict[str, tuple[str, str]], person: int, slot: re.Match) -> str:
    which = {"A": 1, "P": person}.get(slot[1], 0)
    return names[("S" if slot[1] == "A" else slot[1]) + slot[2]][which]
