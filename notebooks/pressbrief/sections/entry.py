"""What the rest of the package must know of a section, said once: its entry in the registry."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import pandas as pd

    from pressbrief.sections.model import Claim
    from pressbrief.sections.wording.names import Names
    from pressbrief.topic import Topic
    from pressbrief.topic.corrections import CorrectionError

CHOICES = re.compile(r"\{(\w+)\.(\w+)\}")


class Bench(Protocol):
    """What a section is made on: a topic, the parameters, and tables by name (run.work.Work)."""

    topic: Topic
    parameters: Any
    # The corrections that did not hold when tables were made here: they are made without them.
    unmet: list[CorrectionError]

    @property
    def previous(self) -> Path | None:
        """The folder of the tables of the edition to compare with; None if there is none."""

    @property
    def texts(self) -> Mapping[str, str]:
        """The decoded text of each article, which every offset points into, by article_id."""

    @property
    def sources(self) -> Names:
        """Short display names of the sources and articles."""

    @property
    def names(self) -> Names:
        """Short display names of the sources, articles and actors."""

    def load(self, name: str) -> pd.DataFrame:
        """A table, made if it is missing or out of date."""

    def claims(self, name: str) -> Sequence[Claim]:
        """What a section claims, made if it has not been published or is out of date."""


# Tables, each whole or in several parts, each part with its table's name.
Made = Iterator[tuple[str, "pd.DataFrame"]]


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A section: how it is called, what it needs, what it makes and how, what it cannot tell.

    `after` names the sections whose tables it needs; those that need nothing of each other run
    side by side. `shaped_by` are the parameters that its tables depend on, `reads` those that its
    notebook is told beside what every section is. In its texts {table.column} stands for that
    column's choices.
    """

    name: str
    label: str  # in the progress of a run, and where the section is missing
    title: str  # of its chapter
    place: int  # of its chapter in the document: what a reader needs first stands first
    notebook: str
    after: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    shaped_by: tuple[str, ...] = ()
    reads: tuple[str, ...] = ("quotes",)
    figures: tuple[str, ...] = ()
    corrections: tuple[str, ...] = ()  # kinds of entries in corrections.toml that it replays
    scores: tuple[str, ...] = ()  # tasks of `pressbrief score` that measure it
    method: tuple[str, ...] = ()
    caveats: tuple[str, ...] = ()
    build: Callable[[Bench], Made] = lambda bench: iter(())

    def claims(self, bench: Bench) -> Sequence[Claim]:
        """What it claims of its tables: the function `claims` of its module NAME_claims."""
        return import_module(f"{__package__}.{self.name}_claims").claims(bench)


def filled(text: str) -> str:
    """A method's text with the choices of the columns that it names, as the schemas have them.

    >>> filled("Dated to the {articles.published_precision}.")
    'Dated to the day, week, month, year and unknown.'
    """
    from pressbrief.sections.wording.words import listed
    from pressbrief.tables.schemas import TABLES

    def choices(match: re.Match) -> str:
        columns = {column.name: column for column in TABLES[match[1]].columns}
        found = columns[match[2]].choices
        return listed(found, len(found))

    return CHOICES.sub(choices, text)
