"""A section notebook's bench: its parameters, its topic, and the tables that it loads and makes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path

import pandas as pd

from pressbrief import reader, score, tables
from pressbrief.run import kept_claims, remote, stamps
from pressbrief.run.parameters import Parameters, from_notebook
from pressbrief.sections import evidence
from pressbrief.sections.entry import Entry, filled
from pressbrief.sections.model import (
    Article,
    Claim,
    DataTable,
    Evidence,
    Figure,
    Grid,
    Measurement,
    Section,
)
from pressbrief.sections.registry import MAKER, SECTIONS
from pressbrief.sections.wording import names, phrase
from pressbrief.sections.wording.words import counted
from pressbrief.topic import corrections
from pressbrief.topic.paths import located, portable


class Work:
    """Validated parameters, the topic, and its tables by name; tables are made where missing.

    In a notebook: `work = Work.begin(globals())`, then `work.make("mentions")` computes, checks
    and saves that section's tables, and `work.load("articles")` reads one made before.
    Elsewhere `work = pressbrief.open("seeds/japan-afghanistan")` does for `begin`.
    """

    def __init__(self, parameters: Parameters):
        self.topic = remote.opened(parameters)
        # What was copied is what is read, whatever becomes of its address.
        self.parameters = parameters.model_copy(update={"topic": portable(self.topic.path)})
        self.data = parameters.data_folder
        reader.keep(self.data)
        self._inputs = stamps.inputs(self.topic)
        self._frames: dict[str, pd.DataFrame] = {}
        self.unmet: list[corrections.CorrectionError] = []

    @classmethod
    def begin(cls, namespace: Mapping[str, object], *, unread: bool = False) -> Work:
        """The bench for the parameters among a notebook's names (`globals()`).

        It prints what it works on: topic, day, and how many articles, which are read first if
        they have not been; of `unread` ones, how many files.
        """
        work = cls(from_notebook(namespace))
        if not unread:
            work.load("articles")
        print(work)
        return work

    def __repr__(self) -> str:
        """Which topic, how much there is of it, and the edition's day."""
        articles = self._frames.get("articles")
        if articles is None:
            there = counted(len(self.topic.files()), "file")
        else:
            there = counted(len(articles), "article")
        day = self.parameters.as_of_day
        return f"{self.topic.title} ({self.topic.name}): {there}, edition day {day}"

    def load(self, name: str) -> pd.DataFrame:
        """A table of this topic, made with its section's others if missing or out of date."""
        if name not in self._frames:
            frame = self.ready(name)
            if frame is None:
                self.make(MAKER[name].name, [name])
            else:
                self._frames[name] = frame
        return self._frames[name]

    def ready(self, name: str) -> pd.DataFrame | None:
        """A table of this topic as it was made; None if it is missing or out of date."""
        return tables.load(name, self.data, self._stamp(MAKER[name]))

    def stands(self, name: str) -> bool:
        """Whether a table of this topic lies there as it was made, and is not out of date."""
        return tables.stands(name, self.data, self._stamp(MAKER[name]))

    def make(self, name: str, shown: Iterable[str] = ()) -> list[pd.DataFrame]:
        """Builds a section's tables, checks them, saves them, and returns them in order.

        Of a large corpus' tables `shown` names those to return, so that memory need not hold all.
        """
        section = SECTIONS[name]
        self.unmet = [error for error in self.unmet if error.what not in section.corrections]
        made: dict[str, pd.DataFrame | None] = {}
        with tables.saving(section.tables, self.data, self._stamp(section)) as add:
            for name, part in section.build(self):
                checked = add(name, part)
                made[name] = None if name in made else checked
        for name in section.tables:
            self._frames.pop(name, None)
        self._frames |= {name: frame for name, frame in made.items() if frame is not None}
        return [self.load(name) for name in shown or section.tables]

    @property
    def texts(self) -> dict[str, str]:
        """The decoded text of each article, which every offset points into, by article_id."""
        texts = self.load("texts")
        return dict(zip(texts["article_id"], texts["text"], strict=True))

    @property
    def previous(self) -> Path | None:
        """The folder of the tables of the edition to compare with; None if there is none."""
        return located(self.parameters.previous) if self.parameters.previous else None

    @cached_property
    def sources(self) -> names.Names:
        """Short display names of this topic's sources and articles."""
        return names.names(self.load("articles"))

    @cached_property
    def names(self) -> names.Names:
        """Short display names of this topic's sources, articles and actors."""
        return names.with_actors(self.sources, self.load("mentions"), self.load("sentences"))

    def claims(self, name: str) -> tuple[Claim, ...]:
        """What a section claims: as it published it, or made now if that is missing or stale."""
        section = SECTIONS[name]
        kept = kept_claims.load(name, self.data, self._stamp_of_claims(section))
        return tuple(section.claims(self)) if kept is None else kept

    def publish(
        self,
        name: str,
        *,
        claims: Iterable[Claim] = (),
        grid: Grid | None = None,
        figures: Iterable[Figure | None] = (),
        tables: Iterable[DataTable | None] = (),
        changed: str | phrase.Phrase = "",
        marks: Mapping[str, pd.DataFrame] | None = None,
        readings: Mapping[str, Sequence[str]] | None = None,
        articles: Iterable[Article] = (),
    ) -> Section:
        """The section's one output, with each evidence sentence that its parts point to.

        Figures and tables that are None (nothing to show) are left out. `marks` names the spans
        to mark in the evidence: kind (target, judgement, quotation, date) → rows with start and
        end; `readings`, by evidence id, what a sentence was counted as.
        A number in a claim or in a figure's words that no value stands behind raises
        phrase.UnboundNumberError, a correction of this section that did not hold a
        CorrectionError: its tables are made without it, and the other sections go on with them.
        """
        entry = SECTIONS[name]
        if unmet := [str(error) for error in self.unmet if error.what in entry.corrections]:
            raise corrections.CorrectionError("\n".join(unmet))
        claims, drawn = tuple(claims), tuple(figure for figure in figures if figure)
        shown = tuple(table for table in tables if table)
        rows = [*(figure.data for figure in drawn), *shown]
        wanted = {id_ for claim in claims for id_ in claim.evidence}
        wanted |= {id_ for table in rows for ids in table.evidence for id_ in ids}
        wanted |= {
            id_ for row in (grid.rows if grid else ()) for cell in row for id_ in cell.evidence
        }
        section = Section(
            name=name,
            title=entry.title,
            claims=claims,
            grid=grid,
            figures=drawn,
            tables=shown,
            changed=changed,
            method=(
                *map(filled, entry.method),
                *corrections.told(self.topic.corrections, entry.corrections),
            ),
            measured=[
                Measurement(text=text, short=short)
                for text, short in zip(
                    score.recorded(entry.scores), score.in_short(entry.scores), strict=True
                )
            ],
            caveats=tuple(map(filled, entry.caveats)),
            evidence=self._quoted(wanted, marks or {}, readings or {}) if wanted else (),
            articles=tuple(articles),
        )
        section.check()
        kept_claims.save(name, claims, self.data, self._stamp_of_claims(entry))
        return section

    def _quoted(
        self,
        wanted: set[str],
        marks: Mapping[str, pd.DataFrame],
        readings: Mapping[str, Sequence[str]],
    ) -> tuple[Evidence, ...]:
        articles, sentences = self.load("articles"), self.load("sentences")
        return evidence.quoted(wanted, articles, sentences, self.sources, marks, readings)

    def _stamp(self, section: Entry) -> str:
        return stamps.of_tables(section, self._inputs, self.parameters)

    def _stamp_of_claims(self, section: Entry) -> str:
        return stamps.of_claims(section, self._inputs, self.parameters)
