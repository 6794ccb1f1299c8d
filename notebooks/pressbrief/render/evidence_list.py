"""The evidence of all sections as one numbered list, with links from and back to what cites it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from pressbrief.render.published import DocumentError
from pressbrief.sections.model import Evidence, Mark, Section

# What each section adds of its own to a sentence that several cite.
ADDED: dict[str, tuple] = {"marks": (), "readings": ()}


@dataclass(frozen=True)
class Run:
    """Consecutive evidence numbers, with the anchors of the first and the last."""

    first: int
    last: int
    first_anchor: str
    last_anchor: str


def numbers(runs: Iterable[Run]) -> tuple[int, ...]:
    """The number of each sentence of some runs."""
    return tuple(one for run in runs for one in range(run.first, run.last + 1))


@dataclass(frozen=True)
class Part:
    """A stretch of a sentence and the kinds of mark that cover it, sorted."""

    text: str
    kinds: tuple[str, ...]


@dataclass(frozen=True)
class Citation:
    """Where a sentence is cited: a label to show and the anchor to link to."""

    label: str
    anchor: str


@dataclass(frozen=True)
class Item:
    """One evidence sentence as shown."""

    id: str
    number: int
    anchor: str
    source: str
    sentence: int
    start: int
    end: int
    parts: tuple[Part, ...]
    readings: tuple[str, ...]
    cited: tuple[Citation, ...]


@dataclass(frozen=True)
class Group:
    """The evidence of one article: its source, file, and how it is dated."""

    source: str
    file: str
    dated: str
    because: str
    items: tuple[Item, ...]


class Index:
    """Evidence merged by id over sections: grouped by article, numbered in reading order."""

    def __init__(self, sections: Iterable[Section]) -> None:
        merged = _merged(item for section in sections for item in section.evidence)
        articles: dict[tuple[str, ...], list[Evidence]] = {}
        for item in merged:
            articles.setdefault(_article(item), []).append(item)
        self._groups = {
            article: sorted(items, key=lambda item: (item.sentence, item.start, item.end, item.id))
            for article, items in articles.items()
        }
        ordered = [item.id for group in self._groups.values() for item in group]
        self._numbers = {name: at for at, name in enumerate(ordered, start=1)}
        self._places = {
            (item.article_id, item.sentence): _anchor(self._numbers[item.id])
            for items in self._groups.values()
            for item in items
        }
        self._cited: dict[str, dict[Citation, None]] = {name: {} for name in ordered}
        self._unknown: dict[str, None] = {}

    def cite(self, ids: Iterable[str], label: str, anchor: str) -> tuple[Run, ...]:
        """The runs of numbers of the sentences cited; each sentence remembers who cited it."""
        numbers = set()
        for name in ids:
            if name in self._numbers:
                self._cited[name][Citation(label, anchor)] = None
                numbers.add(self._numbers[name])
            else:
                self._unknown[name] = None
        return tuple(
            Run(first, last, _anchor(first), _anchor(last))
            for first, last in _runs(sorted(numbers))
        )

    def anchor(self, article_id: str, sentence: int) -> str:
        """The anchor of a sentence as evidence; "" where it is none."""
        return self._places.get((article_id, sentence), "")

    def notes(self) -> tuple[str, ...]:
        """What a reader must be told of the evidence: which of the cited is not there."""
        if not self._unknown:
            return ()
        names = ", ".join(self._unknown)
        return (f"Cited as evidence, but published by no section of this edition: {names}.",)

    def groups(self) -> tuple[Group, ...]:
        """The list itself."""
        return tuple(
            Group(source, file, dated, because, tuple(self._item(item) for item in items))
            for (_, source, file, dated, because), items in self._groups.items()
        )

    def _item(self, item: Evidence) -> Item:
        return Item(
            id=item.id,
            number=self._numbers[item.id],
            anchor=_anchor(self._numbers[item.id]),
            source=item.source,
            sentence=item.sentence,
            start=item.start,
            end=item.end,
            parts=parts(item.text, item.marks),
            readings=item.readings,
            cited=tuple(self._cited[item.id]),
        )


def parts(text: str, marks: Iterable[Mark]) -> tuple[Part, ...]:
    """A text cut where a mark begins or ends; marks may overlap, what lies outside is ignored.

    >>> [(part.text, part.kinds) for part in parts("ab c", [Mark(start=0, end=2, kind="target")])]
    [('ab', ('target',)), (' c', ())]
    """
    kept = [
        (max(mark.start, 0), min(mark.end, len(text)), mark.kind)
        for mark in marks
        if max(mark.start, 0) < min(mark.end, len(text))
    ]
    cuts = sorted({0, len(text), *(edge for start, end, _ in kept for edge in (start, end))})
    return tuple(
        Part(
            text[low:high],
            tuple(sorted({kind for start, end, kind in kept if start <= low and high <= end})),
        )
        for low, high in pairwise(cuts)
    )


def _merged(items: Iterable[Evidence]) -> list[Evidence]:
    found: dict[str, Evidence] = {}
    for item in items:
        known = found.setdefault(item.id, item)
        if known.model_copy(update=ADDED) != item.model_copy(update=ADDED):
            raise DocumentError(
                f"evidence '{item.id}' stands for two sentences: {known.file[:80]} at "
                f"{known.start} and {item.file[:80]} at {item.start}; give each sentence its own id"
            )
        both = {
            name: tuple(dict.fromkeys((*getattr(known, name), *getattr(item, name))))
            for name in ADDED
        }
        found[item.id] = known.model_copy(update=both)
    return list(found.values())


def _article(item: Evidence) -> tuple[str, ...]:
    """Its article: which, whose, when it was published and what says so."""
    because = item.because.removeprefix(f"{item.dated}: ")
    return item.article_id, item.source, item.file, item.dated, because


def _anchor(number: int) -> str:
    # Short: a page has thousands of links to them.
    return f"evidence-{number}"


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    """Numbers as runs; two in a row stay two.

    >>> _runs([1, 2, 3, 5, 6])
    [(1, 3), (5, 5), (6, 6)]
    """
    runs: list[tuple[int, int]] = []
    for value in numbers:
        if runs and runs[-1][1] == value - 1:
            runs[-1] = (runs[-1][0], value)
        else:
            runs.append((value, value))
    return [
        pair
        for low, high in runs
        for pair in ([(low, high)] if high - low != 1 else [(low, low), (high, high)])
    ]
