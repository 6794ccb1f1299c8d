"""The project's own labels that train the reader, beside this file in `labels/`.

A language model wrote and labelled them for the project, not people; labels/README.md says how.
`stance_written.txt` and `names_written.txt` are sentences made up for training, each target or
name in brackets: `[[Chad|u]] requested aid.` `stance_frames.txt` has slots in place of actors:
`[[P1|u]] asked {P2} about [[S1|n]].` for persons (P), states (S) and organisations (O);
`stance_plain.txt` has them in the shortest sentences in which an actor blames, thanks or meets
others. `stance_further.tsv` and `names_corrected.tsv` are labels on sentences of public sets, named
by the start of their sha256 and never quoted.
"""

from __future__ import annotations

import csv
import hashlib
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from training import lists
from training.sets import Judged, Named

FOLDER = Path(__file__).with_name("labels")
POLARITIES = {"n": 0, "u": 1, "p": 2}
KINDS = {"p": "person", "o": "organisation", "l": "place", "g": "group", "x": "other"}
MARK = re.compile(r"\[\[(.+?)\|(\w)\]\]")
SLOT = re.compile(r"\{([PSO]\d)\}|(?<=\[\[)([PSO]\d)(?=\|)")
PERSON = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)?")
KNOWN = 0.4  # the share of persons in slots whom the press names often: their names say nothing


def key(text: str) -> str:
    """How the files of further labels name a sentence."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def unmarked(line: str) -> tuple[str, list[tuple[int, int, str]]]:
    """A marked sentence as text and its marks (start, end, letter).

    >>> unmarked("[[Chad|u]] met [[Doha|p]].")
    ('Chad met Doha.', [(0, 4, 'u'), (9, 13, 'p')])
    """
    parts, marks, done, length = [], [], 0, 0
    for mark in MARK.finditer(line):
        before, words = line[done : mark.start()], mark[1]
        length += len(before)
        marks.append((length, length + len(words), mark[2]))
        parts += [before, words]
        length += len(words)
        done = mark.end()
    return "".join([*parts, line[done:]]), marks


def filled(frame: str, persons: Sequence[str], rng: random.Random) -> str:
    """*frame* with an actor in each slot; some persons are of *persons*, the rest from the lists.

    A person's second mention is by the last name.
    """
    actors: dict[str, str] = {}

    def actor(slot: re.Match) -> str:
        name = slot[1] or slot[2]
        if name in actors:
            return actors[name].split()[-1] if name.startswith("P") else actors[name]
        while (found := _someone(name[0], persons, rng)) in actors.values():
            pass
        return actors.setdefault(name, found)

    return SLOT.sub(actor, frame)


def _someone(kind: str, persons: Sequence[str], rng: random.Random) -> str:
    if kind == "S":
        return rng.choice(lists.countries())
    if kind == "O":
        return lists.some_body(rng)
    return rng.choice(persons) if persons and rng.random() < KNOWN else lists.someone(rng)


def known_persons(targets: Iterable[Judged]) -> list[str]:
    """The persons' names among *targets*, as often as they stand there.

    >>> known_persons([Judged("Merkel met him.", 0, 6, 1), Judged("Merkel met him.", 11, 14, 1)])
    ['Merkel']
    """
    names = (target.text[target.start : target.end] for target in targets)
    return [name for name in names if PERSON.fullmatch(name)]


def written_stance() -> list[Judged]:
    """The targets of the written sentences, and what is said of each."""
    return [target for line in _lines("stance_written.txt") for target in judged(line)]


def frames() -> list[str]:
    """The written sentences that have slots, marked."""
    return _lines("stance_frames.txt")


def plain_frames() -> list[str]:
    """The shortest sentences that have slots, marked."""
    return _lines("stance_plain.txt")


def judged(line: str) -> list[Judged]:
    """The targets of a marked sentence.

    >>> judged("[[Chad|u]] met [[Doha|p]].")[1]
    Judged(text='Chad met Doha.', start=9, end=13, polarity=2)
    """
    text, marks = unmarked(line)
    return [Judged(text, start, end, POLARITIES[letter]) for start, end, letter in marks]


def written_names() -> list[Named]:
    """The written sentences with names."""
    return [_named(text, marks) for text, marks in map(unmarked, _lines("names_written.txt"))]


def further_targets(texts: Iterable[str]) -> list[Judged]:
    """Further targets in those of *texts* that were labelled: the other actors in them."""
    return [
        Judged(text, start, end, POLARITIES[letter])
        for text, marks in _labelled("stance_further.tsv", texts)
        for start, end, letter in marks
    ]


def corrected_names(texts: Iterable[str]) -> list[Named]:
    """Those of *texts* whose names were read and corrected, with all of their names."""
    return [_named(text, marks) for text, marks in _labelled("names_corrected.tsv", texts)]


def _named(text: str, marks: list[tuple[int, int, str]]) -> Named:
    return Named(text, tuple((start, end, KINDS[letter]) for start, end, letter in marks))


def _lines(name: str) -> list[str]:
    return (FOLDER / name).read_text(encoding="utf-8").splitlines()


def _labelled(name: str, texts: Iterable[str]) -> Iterator[tuple[str, list[tuple[int, int, str]]]]:
    """Each of *texts* that the file labels, once, with its marks in order."""
    labels: dict[str, list[tuple[int, int, str]]] = {}
    for row in csv.DictReader(_lines(name), delimiter="\t"):
        marks = labels.setdefault(row["sentence"], [])
        if row["label"]:  # a sentence without names has one row without a label
            marks.append((int(row["start"]), int(row["end"]), row["label"]))
    for text in dict.fromkeys(texts):
        if (marks := labels.get(key(text))) is not None:
            yield text, sorted(marks)
