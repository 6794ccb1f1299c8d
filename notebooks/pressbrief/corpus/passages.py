"""Passages of an article in another language than English: told sentence by sentence, and cut."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from pressbrief.corpus.language import spoken, weight
from pressbrief.corpus.lines import Cut
from pressbrief.corpus.sentences import Sentence
from pressbrief.tables.columns import UNKNOWN
from pressbrief.tables.select import LANGUAGE

REASON = "in another language"
# A name, a title or a motto in another language is no passage. Words; a guess.
MIN_PASSAGE = 8
# An article of which so much is English has an English part; below it, it has English quotations.
MIN_ENGLISH = 0.25


class Parted(NamedTuple):
    """An article's sentences in English, the passages cut beside them, and what is said of them."""

    sentences: list[Sentence]
    cuts: list[Cut]
    said: str


def apart(found: list[Sentence]) -> Parted:
    """An article's sentences less its passages in other languages; all, if it has no English part.

    >>> lines = ["The talks in Tokyo ended on Wednesday.", "塔利班代表团星期三访问了日本东京。"]
    >>> parted = apart([Sentence(at, at, 0, 9, "body", line) for at, line in enumerate(lines, 1)])
    >>> len(parted.sentences), parted.said
    (1, 'passages in another language: 53 % of its words are Chinese and were not analysed')
    """
    tongues = _settled(found, _told(found))
    foreign: list[Sentence] = []
    sizes: defaultdict[str, float] = defaultdict(float)
    for tongue, passage in _passages(found, tongues):
        size = sum(weight(sentence.text) for sentence in passage)
        if tongue != LANGUAGE and size >= MIN_PASSAGE:
            foreign += passage
            sizes[tongue] += size
    whole = sum(weight(sentence.text) for sentence in found)
    if not foreign or sum(sizes.values()) > (1 - MIN_ENGLISH) * whole:
        return Parted(found, [], "")
    gone = {sentence.sentence for sentence in foreign}
    kept = [sentence for sentence in found if sentence.sentence not in gone]
    cuts = [Cut(sentence.start, sentence.end, REASON) for sentence in foreign]
    return Parted(_numbered(kept), cuts, _said(sizes, whole))


def _told(found: Sequence[Sentence]) -> list[str]:
    """Each sentence's language; those of a paragraph that alone tell none tell it together."""
    tongues = [spoken(sentence.text) for sentence in found]
    places = range(len(found))
    for (tongue, _), some in groupby(places, key=lambda at: (tongues[at], found[at].paragraph)):
        run = list(some)
        if tongue == UNKNOWN and len(run) > 1:
            tongues[run[0] : run[-1] + 1] = [spoken(" ".join(found[at].text for at in run))] * len(
                run
            )
    return tongues


def _settled(found: Sequence[Sentence], tongues: list[str]) -> list[str]:
    """Each sentence's language: one too short to tell has that of those beside it, which agree."""
    known = [at for at, tongue in enumerate(tongues) if tongue != UNKNOWN]
    settled = list(tongues)
    for at, tongue in enumerate(tongues):
        if tongue == UNKNOWN:
            place = bisect_left(known, at)
            near = known[max(0, place - 1) : place + 1]
            beside = [each for each in near if found[each].paragraph == found[at].paragraph]
            said = {tongues[each] for each in beside or near}
            settled[at] = said.pop() if len(said) == 1 else LANGUAGE
    return settled


def _passages(
    found: Sequence[Sentence], tongues: Sequence[str]
) -> Iterator[tuple[str, list[Sentence]]]:
    """Sentences of one language that follow each other."""
    for tongue, some in groupby(zip(tongues, found, strict=True), key=lambda pair: pair[0]):
        yield tongue, [sentence for _, sentence in some]


def _numbered(kept: list[Sentence]) -> list[Sentence]:
    """The sentences, numbered and in paragraphs numbered without a gap."""
    paragraphs = {one: at for at, one in enumerate(dict.fromkeys(s.paragraph for s in kept), 1)}
    return [
        sentence._replace(sentence=at, paragraph=paragraphs[sentence.paragraph])
        for at, sentence in enumerate(kept, 1)
    ]


def _said(sizes: Mapping[str, float], whole: float) -> str:
    """How much of an article is in which other languages."""
    from babel import Locale

    names = Locale("en").languages
    share = max(1, round(100 * sum(sizes.values()) / whole))
    which = [names.get(tongue, tongue) for tongue in sorted(sizes)]
    are = f"{', '.join(which[:-1])} or {which[-1]}" if len(which) > 1 else which[0]
    return f"passages in another language: {share} % of its words are {are} and were not analysed"
