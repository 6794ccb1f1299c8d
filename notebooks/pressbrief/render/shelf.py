"""The pages of reports/: an index and an Atom feed of every topic's editions."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

TEMPLATES = Path(__file__).resolve().parents[1] / "assets" / "templates"


@dataclass(frozen=True)
class Entry:
    """One edition on the shelf; `path` is its folder below reports/."""

    path: str
    topic: str
    edition: str
    as_of: str
    title: str
    status: str
    number: int = 1  # on that day


def page(entries: list[Entry]) -> str:
    """The index as HTML: topics in order, each with its editions as given."""
    topics = [(name, list(group)) for name, group in groupby(entries, lambda entry: entry.topic)]
    return _render("index.html.j2", topics=topics)


def feed(entries: list[Entry]) -> str:
    """The editions as an Atom feed, newest first; ids are tag URIs, for a file has no address."""
    newest = sorted(
        entries, key=lambda entry: (entry.as_of, entry.topic, entry.number), reverse=True
    )
    updated = newest[0].as_of if newest else "1970-01-01"
    return _render("feed.xml.j2", entries=newest, updated=updated)


def _render(template: str, **values: object) -> str:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined
    )
    return environment.get_template(template).render(**values)
