"""A topic: its folder, its title, actors and targets, and what is known of its files."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from pressbrief.topic import corrections, inside, sidecar
from pressbrief.topic.corrections import Correction
from pressbrief.topic.sidecar import TopicError

# What a column of an export can hold.
ColumnRole = Literal[
    "text", "summary", "headline", "url", "published", "seen", "publisher", "authors", "language"
]
COLUMN_ROLES = frozenset(get_args(ColumnRole))
ActorType = Literal["person", "organisation", "state", "place", "group"]
Name = Annotated[str, Field(min_length=1, max_length=200)]
# Files of a topic folder that are about the articles and are none themselves.
SIDECARS = ("topic.toml", "origin.toml", "corrections.toml")
# Says where editions go; no byte of one hangs on it.
PUBLISH = "publish.toml"
SYSTEM_FILES = ("__MACOSX", "Thumbs.db", "desktop.ini")
# Some ten million words: a larger file is an archive to split, or no text.
MAX_MEGABYTES = 64


class Actor(BaseModel):
    """One actor of a topic.toml: under which names it is found and what it is part of."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    name: Name
    type: ActorType
    aliases: list[Name] = []
    demonyms: list[Name] = []
    metonyms: list[Name] = []
    part_of: str = ""

    def forms(self) -> list[str]:
        """Every form that it is found under, its name first."""
        return [self.name, *self.aliases, *self.demonyms, *self.metonyms]


class Proposition(BaseModel):
    """A matter on which sources take sides, and the terms that speak for it and against it."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    name: Name
    for_: list[Name] = Field([], alias="for")
    against: list[Name] = []

    @model_validator(mode="after")
    def _has_terms(self) -> Proposition:
        if not (self.for_ or self.against):
            raise ValueError(f"{self.name!r} has no terms; list some under for or against")
        if both := {t.casefold() for t in self.for_} & {t.casefold() for t in self.against}:
            raise ValueError(f"{min(both)!r} stands both for and against; keep it under one")
        if blank := [term for term in (*self.for_, *self.against) if not term.strip()]:
            raise ValueError(f"{blank[0]!r} is no term; write the words that stand for it")
        return self


class TopicFile(BaseModel):
    """topic.toml: title, actors, the targets whose stance is measured, and propositions.

    `columns` says what the exports' columns hold whose names are not known.
    """

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    title: Name
    targets: list[Name] = []
    actor: list[Actor] = []
    propositions: list[Proposition] = []
    columns: dict[Name, ColumnRole] = {}

    @model_validator(mode="after")
    def _names_known_actors(self) -> TopicFile:
        names = [actor.name for actor in self.actor]
        for name in names:
            if names.count(name) > 1:
                raise ValueError(f"two actors are named {name!r}; give each its own name")
        for actor in self.actor:
            if actor.part_of and actor.part_of not in names:
                raise ValueError(
                    f"actor {actor.name!r}: part_of names {actor.part_of!r}, which is no actor here"
                )
            if actor.name in _wholes(actor, self.actor):
                raise ValueError(f"actor {actor.name!r} is part of itself; mend part_of")
        owners: dict[str, str] = {}
        for actor in self.actor:
            for form in actor.forms():
                owner = owners.setdefault(form, actor.name)
                if owner != actor.name:
                    raise ValueError(
                        f"{form!r} names both {owner!r} and {actor.name!r}; keep it under one"
                    )
        for target in self.targets:
            if target not in names:
                raise ValueError(f"targets names {target!r}, which is no actor here")
        taken = set(names)
        for proposition in self.propositions:
            if proposition.name in taken:
                raise ValueError(f"{proposition.name!r} names two things; rename the proposition")
            taken.add(proposition.name)
        return self


class OriginArticle(BaseModel):
    """What is known of one file from outside its text; what is not known is left out."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    file: Name
    found_as: str = ""
    publisher: str = ""
    headline: str = ""
    authors: list[str] = []
    published: str = Field("", pattern=r"^(\d{4}-\d{2}-\d{2})?$")
    url: str = ""
    note: str = ""

    @field_validator("published")
    @classmethod
    def _is_a_day(cls, value: str) -> str:
        if value:
            date.fromisoformat(value)
        return value

    def basis(self, fact: str) -> str:
        """What says a fact of this file, for the columns that name a basis."""
        return "origin.toml"


class OriginFile(BaseModel):
    """origin.toml: where the articles come from."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    collected: str = ""
    licence: str = ""
    article: list[OriginArticle] = []


@dataclass(frozen=True)
class Topic:
    """A topic as the analysis uses it; `origins` by file path below the folder.

    `only` is the one file that it was read from, in a folder of whatever else; None of a folder.
    """

    name: str
    folder: Path
    title: str
    actors: tuple[Actor, ...] = ()
    targets: tuple[str, ...] = ()
    propositions: tuple[Proposition, ...] = ()
    origins: dict[str, OriginArticle] = field(default_factory=dict)
    corrections: tuple[Correction, ...] = ()
    columns: dict[str, ColumnRole] = field(default_factory=dict)
    only: Path | None = None

    @property
    def path(self) -> Path:
        """What was named as the topic: its folder, or its one file."""
        return self.only or self.folder

    def files(self) -> list[Path]:
        """Its article files, sorted by path; sidecars and files that systems add are left out."""
        return [path for path, fault in self._found() if not fault]

    def left_out(self) -> dict[Path, str]:
        """What lies among its files and is not read, each with the reason: links out of it, pipes.

        A file that is itself the topic is read wherever its link leads.
        """
        return {path: fault for path, fault in self._found() if fault}

    def _found(self) -> list[tuple[Path, str]]:
        if self.only:
            return [(self.only, "")]
        return sorted(
            (path, fault)
            for path, fault in inside.below(self.folder)
            if not self._is_sidecar(path.relative_to(self.folder))
        )

    def sidecars(self) -> list[Path]:
        """Its topic.toml, origin.toml and corrections.toml, those that there are."""
        if self.only:
            return []
        return [path for name in SIDECARS if (path := self.folder / name).is_file()]

    def keep_out(self, folder: Path) -> None:
        """TopicError if what a run writes into `folder` would be articles of the next run."""
        if not self.only and folder.is_relative_to(self.folder):
            raise TopicError(
                f"{folder}: lies in the topic, where every file is an article; "
                "name other folders as the parameters out and data, or run from elsewhere"
            )

    @staticmethod
    def _is_sidecar(path: Path) -> bool:
        beside = len(path.parts) == 1 and path.name in (*SIDECARS, PUBLISH)
        return added_by_systems(path.parts) or beside

    def named(self, path: Path) -> str:
        """A file's path below the folder as text, `/` between its parts, every byte printable.

        A byte of a name that is no UTF-8 is written as `\\xNN`, so that a table can hold it.
        """
        relative = path.relative_to(self.folder).as_posix().replace("\\", "\\\\")
        return os.fsencode(relative).decode("utf-8", "backslashreplace")


def load(folder: Path) -> Topic:
    """A folder as a topic; TopicError if it is missing, holds no file, or a sidecar is malformed.

    A folder without a topic.toml is a topic titled by its name, without actors. So is a file,
    whatever lies beside it.
    """
    if folder.is_file():
        return Topic(name_of(folder), folder.parent, title_of(folder), only=folder)
    if not folder.is_dir():
        raise TopicError(f"{folder}: no such folder; name a folder that holds articles")
    said = sidecar.read(folder / "topic.toml", TopicFile)
    origin = sidecar.read(folder / "origin.toml", OriginFile)
    topic = Topic(
        name=name_of(folder),
        folder=folder,
        title=said.title if said else title_of(folder),
        actors=tuple(said.actor) if said else (),
        targets=tuple(said.targets) if said else (),
        propositions=tuple(said.propositions) if said else (),
        origins={article.file: article for article in origin.article} if origin else {},
        corrections=corrections.load(folder),
        columns=dict(said.columns) if said else {},
    )
    if not topic.files():
        raise TopicError(
            "\n".join(
                [
                    f"{folder}: holds no article; put the articles' files into it",
                    *(f"{topic.named(path)}: {why}" for path, why in topic.left_out().items()),
                ]
            )
        )
    return topic


def added_by_systems(parts: Iterable[str]) -> bool:
    """Whether a file is hidden, or of those that systems and editors put beside articles.

    >>> added_by_systems(["news", ".DS_Store"]), added_by_systems(["~$talks.docx"])
    (True, True)
    """
    return any(
        (part.startswith((".", "~$")) and part != "..") or part in SYSTEM_FILES for part in parts
    )


def name_of(path: Path) -> str:
    """What a topic's tables and editions lie under: its folder's name, or its file's stem.

    >>> name_of(Path("seeds/red-sea"))
    'red-sea'
    """
    return path.stem if path.is_file() else path.name


def title_of(path: Path) -> str:
    """What a topic without a title is called.

    >>> title_of(Path("seeds/red-sea"))
    'red sea'
    """
    return name_of(path).replace("-", " ").replace("_", " ")


def wholes(name: str, part_of: dict[str, str]) -> list[str]:
    """What an actor is part of, nearest first.

    >>> wholes("Motegi", {"Motegi": "Foreign Ministry", "Foreign Ministry": "Japan", "Japan": ""})
    ['Foreign Ministry', 'Japan']
    """
    found: list[str] = []
    while (name := part_of.get(name, "")) and name not in found:
        found.append(name)
    return found


def _wholes(actor: Actor, actors: list[Actor]) -> list[str]:
    return wholes(actor.name, {other.name: other.part_of for other in actors})
