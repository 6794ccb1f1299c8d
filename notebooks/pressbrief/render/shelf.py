"""The pages of reports/: an index and an Atom feed of every topic's editions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from urllib.parse import quote
from uuid import NAMESPACE_URL, UUID, uuid5

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from pressbrief.render.text import plain, replaced

TEMPLATES = Path(__file__).resolve().parents[1] / "assets" / "templates"
NOWHERE = uuid5(NAMESPACE_URL, "pressbrief")
# The time of an edition that does not say when it was made is its day's first.
DAY = "T00:00:00Z"
# Changes that a feed's entry lists; the edition has all.
MOST = 20


@dataclass(frozen=True)
class Entry:
    """One edition on the shelf; `path` is its folder below reports/, `said` its few words."""

    path: str
    topic: str
    edition: str
    as_of: str
    title: str
    status: str
    number: int = 1  # on that day
    made: str = ""
    said: dict = field(default_factory=dict)

    @property
    def updated(self) -> str:
        """When it was made, as a feed writes it."""
        return self.made or f"{self.as_of}{DAY}"

    @property
    def findings(self) -> list[str]:
        """Its findings, plain."""
        return [plain(str(one.get("text", ""))) for one in self.said.get("findings", ())]

    @property
    def summary(self) -> str:
        """Its findings and what changed, a line each."""
        changes = [self.said.get("changed", ""), *self.said.get("changes", ())[:MOST]]
        return "\n".join(filter(None, (*self.findings, *(plain(str(one)) for one in changes))))

    @property
    def picture(self) -> dict | None:
        """Its first chart: file, alt; None if it has none."""
        found = replaced(list(self.said.get("pictures", ())), plain)
        return found[0] if found else None


def page(entries: list[Entry]) -> str:
    """The index as HTML: topics in order, each with its editions as given."""
    topics = [(name, list(group)) for name, group in groupby(entries, lambda entry: entry.topic)]
    return _render("index.html.j2", topics=topics)


def feed(entries: Sequence[Entry], installation: UUID = NOWHERE, base: str = "") -> str:
    """The editions as an Atom feed, newest first.

    `installation` makes ids that no other feed has; `base` is the address that reports/ is read
    under: with it links are whole and the feed says its own.
    """
    newest = sorted(
        entries, key=lambda entry: (entry.as_of, entry.topic, entry.number), reverse=True
    )
    return _render(
        "feed.xml.j2",
        entries=newest,
        updated=max((entry.updated for entry in newest), default=f"1970-01-01{DAY}"),
        id=uuid5(installation, "feed").urn,
        ids={entry.path: uuid5(installation, entry.path).urn for entry in newest},
        base=f"{base.rstrip('/')}/" if base else "",
        quoted=quote,
    )


def _render(template: str, **values: object) -> str:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
    )
    return environment.get_template(template).render(**values)
