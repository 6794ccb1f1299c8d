"""Articles with their dates in, events out, read by a reader that answers as it is told."""

from __future__ import annotations

from contextlib import nullcontext
from unittest import mock

import numpy as np

from pressbrief import reader, tables
from pressbrief.time.timex import kept
from pressbrief.timeline import build

ACTORS = ("France", "Germany", "Kenya", "European Union", "Brazil")
KINDS, STATUSES, SIDES = "nyx", "hpd", "bsa"


def timeline(
    *texts: str,
    day: str = "2024-05-20",
    days: dict | None = None,
    publishers: dict | None = None,
    copies=(),
    dated=True,
    reads: dict[str, str] | None = None,
    really=False,
    one=(),
    referring=(),
    headlines="",
    asked=None,
):
    """Articles (a sentence on each line) that appeared on a day, or, if not dated, by that day.

    `days`, `publishers`: of single articles, by their letter. `reads`: what the reader says of a
    time, as its labellers did (`yhb they met`; else it dates the sentence, as happened). `one`:
    words; sentences that share one tell one happening. `referring`: words that point back to
    France. The first line of those in `headlines` is one. `really`:
    the reader is asked. The pairs that the reader is
    asked about are put into `asked`.
    """
    articles, sentences, mentions, times = [], [], [], []
    for place, text in enumerate(texts):
        name, at = "abcdefgh"[place], 0
        for number, line in enumerate(text.split("\n"), 1):
            role = "headline" if number == 1 and name in headlines else "body"
            sentences.append((name, number, 1, at, at + len(line), role, line))
            named = [(actor, actor, "state", "name") for actor in ACTORS]
            named += [(word, "France", "state", "pronoun") for word in referring]
            for surface, *of in named:
                if surface in line:
                    start = at + line.index(surface)
                    mentions.append((name, number, start, start + len(surface), surface, *of))
            times += kept.rows(name, [(number, at)], [kept.found(line)])
            at += len(line) + 1
        publisher = (publishers or {}).get(name, "unknown")
        first = (days or {}).get(name, day) if dated else ""
        shown = (days or {}).get(name, day)
        original = "a" if name in copies else ""
        row = (name, f"{name}.txt", publisher, "unknown", "", *["unknown"] * 3, "en")
        articles.append((*row, first, shown, "day", "x", 1, 1, original, "0"))
    actors = tables.frame("actors", [(actor, "state", "", actor, "topic") for actor in ACTORS])
    frames = {
        name: tables.frame(name, rows)
        for name, rows in (("articles", articles), ("sentences", sentences))
    }
    known = tables.frame("mentions", sorted(mentions)), tables.frame("times", times)
    with nullcontext() if really else answering(reads or {}, one, asked):
        return build(*frames.values(), actors, *known)


def answering(reads: dict[str, str], one=(), asked_pairs=None):
    """A reader that says of times what `reads` has, and that clauses with a word of `one` agree."""

    def happenings(asked):
        return [
            _happening(text, place, reads.get(text[slice(*place)], "yhb")) for text, place in asked
        ]

    def same(pairs):
        if asked_pairs is not None:
            asked_pairs.extend(pairs)
        texts = [(text, other) for text, _, other, _ in pairs]
        return np.array([any(word in a and word in b for word in one) for a, b in texts], float)

    return mock.patch.multiple(reader, happenings=happenings, same=same)


def _happening(text: str, place: tuple[int, int], said: str) -> reader.Happening:
    label, _, clause = said.partition(" ")
    start = text.index(clause) if clause else 0
    end = start + len(clause) if clause else len(text)
    kind, status, side = (label + "??")[:3]
    return reader.Happening(
        _sure(KINDS, kind), _sure(STATUSES, status), _sure(SIDES, side), (start, end)
    )


def _sure(choices: str, one: str) -> np.ndarray:
    return np.array([0.98 if one == each else 0.01 for each in choices], np.float32)


def rows(events, *columns: str) -> list[tuple]:
    """The rows of some columns."""
    return list(events[list(columns)].itertuples(index=False, name=None))
