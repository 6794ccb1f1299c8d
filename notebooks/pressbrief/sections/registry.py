"""The sections of a briefing, each in a module NAME_section.py beside this one, with its ENTRY.

Whoever runs, stamps, publishes or sets sections reads them here. A module and a notebook more are
a section more.
"""

from __future__ import annotations

from collections.abc import Iterator
from graphlib import TopologicalSorter
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from pressbrief.sections.entry import Entry

SUFFIX = "_section"


def _entries() -> Iterator[Entry]:
    for module in iter_modules([str(Path(__file__).parent)]):
        if module.name.endswith(SUFFIX):
            yield import_module(f"pressbrief.sections.{module.name}").ENTRY


def _steps(entries: dict[str, Entry]) -> Iterator[tuple[Entry, ...]]:
    """The sections that can run side by side, step after step; CycleError where none can begin."""
    order = TopologicalSorter({entry.name: entry.after for entry in entries.values()})
    order.prepare()
    while order.is_active():
        ready = order.get_ready()
        yield tuple(entry for entry in entries.values() if entry.name in ready)
        order.done(*ready)


# By name, in the order of their notebooks.
SECTIONS: dict[str, Entry] = {
    entry.name: entry for entry in sorted(_entries(), key=lambda entry: entry.notebook)
}
STEPS: tuple[tuple[Entry, ...], ...] = tuple(_steps(SECTIONS))
# Table → the section that makes it.
MAKER: dict[str, Entry] = {table: one for one in SECTIONS.values() for table in one.tables}
# The names as the document has them, and the one that a reader needs first.
IN_DOCUMENT = tuple(sorted(SECTIONS, key=lambda name: SECTIONS[name].place))
FRONT = IN_DOCUMENT[0]


def resting_on(entry: Entry) -> list[Entry]:
    """A section and all whose tables it needs, or they in turn, in the order of SECTIONS.

    >>> [one.name for one in resting_on(SECTIONS["timeline"])]
    ['corpus', 'mentions', 'timeline']
    """
    needed = {entry.name}
    for one in (one for step in reversed(STEPS) for one in step):
        if one.name in needed:
            needed |= set(one.after)
    return [one for one in SECTIONS.values() if one.name in needed]
