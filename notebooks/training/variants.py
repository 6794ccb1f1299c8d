"""Training sentences in other words: other names in the same places, and other ways of writing."""

from __future__ import annotations

import random
from collections.abc import Sequence

from training import lists
from training.sets import Judged, Named

SWAPPED = {"person", "place", "organisation", "group"}


def another(kind: str, rng: random.Random) -> str:
    """A name of *kind* from the lists."""
    if kind == "person":
        return lists.someone(rng)
    if kind == "place":
        return lists.somewhere(rng)
    if kind == "organisation":
        return lists.some_body(rng)
    return rng.choice(lists.peoples())


def replaced(text: str, spans: Sequence[tuple[int, int]], words: Sequence[str]):
    """*text* with *words* in place of its *spans*, and the spans' new places.

    >>> replaced("Talks in Kabul today", [(9, 14)], ["Doha"])
    ('Talks in Doha today', [(9, 13)])
    """
    parts, places, done, length = [], [], 0, 0
    for (start, end), word in zip(spans, words, strict=True):
        parts += [text[done:start], word]
        length += start - done
        places.append((length, length + len(word)))
        length += len(word)
        done = end
    return "".join([*parts, text[done:]]), places


def renamed(sentence: Named, rng: random.Random, share: float) -> Named:
    """*sentence* with a *share* of its names replaced by others of the same kind.

    Some persons get a title before their name: it is no part of the name.
    """
    words = [
        another(kind, rng) if kind in SWAPPED and rng.random() < share else sentence.text[s:e]
        for s, e, kind in sentence.names
    ]
    text, places = replaced(sentence.text, [name[:2] for name in sentence.names], words)
    names = [(*place, name[2]) for place, name in zip(places, sentence.names, strict=True)]
    for at, (start, _, kind) in enumerate(names):
        if kind == "person" and rng.random() < 0.08:
            title = rng.choice(lists.TITLES) + " "
            text = text[:start] + title + text[start:]
            names[at:] = [(s + len(title), e + len(title), k) for s, e, k in names[at:]]
    return Named(text, tuple(names))


def recased(text: str, rng: random.Random) -> str:
    """*text* mostly as it is; now and then as a headline, in capitals or in small letters."""
    form = rng.random()
    if form < 0.90:
        return text
    if form < 0.95:
        other = " ".join(
            word if len(word) < 4 else word[:1].upper() + word[1:] for word in text.split(" ")
        )
    else:
        other = text.upper() if form < 0.98 else text.lower()
    return other if len(other) == len(text) else text


def named_variant(sentence: Named, rng: random.Random) -> Named:
    """One variant of a sentence with names."""
    if rng.random() < 0.6:
        sentence = renamed(sentence, rng, 0.6)
    return sentence._replace(text=recased(sentence.text, rng))


def judged_variant(
    sentence: Judged,
    rng: random.Random,
    share: float = 0.2,
    kinds: Sequence[str] = ("person", "place", "organisation"),
) -> Judged:
    """One variant of a sentence with a target: a *share* of named targets is another actor.

    Every place where the same name stands is replaced alike. Without this the reader learns what
    the press says of the few persons whom the set names most, and knows persons only.
    """
    name = sentence.text[sentence.start : sentence.end]
    if not name[:1].isupper() or len(name) < 4 or rng.random() > share or name in PRONOUNS:
        return sentence
    word = another(rng.choice(kinds), rng)
    spans, at = [], sentence.text.find(name)
    while at >= 0:
        spans.append((at, at + len(name)))
        at = sentence.text.find(name, at + len(name))
    if (sentence.start, sentence.end) not in spans:
        return sentence
    text, places = replaced(sentence.text, spans, [word] * len(spans))
    start, end = places[spans.index((sentence.start, sentence.end))]
    return sentence._replace(text=text, start=start, end=end)


PRONOUNS = {"They", "Their", "Them", "Your", "Hers", "Herself", "Himself"}
