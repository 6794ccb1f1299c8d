"""Tables of actors that news takes for known, and how they stand beside those of a topic."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from pressbrief.topic import Actor

FOLDER = Path(__file__).parent
FIELDS = ("aliases", "demonyms", "metonyms")


def rows(table: str) -> Iterator[dict[str, str]]:
    """The rows of a table beside this module, by its columns' names."""
    with (FOLDER / table).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def forms(cell: str) -> list[str]:
    """What a cell lists, parted by semicolons."""
    return [one for one in cell.split("; ") if one]


def actor(row: dict[str, str], type_: str) -> Actor:
    """A row as an actor."""
    lists = {field: forms(row.get(field, "")) for field in FIELDS}
    return Actor.model_validate({"name": row["name"], "type": type_, **lists})


def beside(listed: Iterable[Actor], known: Iterable[Actor]) -> list[Actor]:
    """The known actors with the forms that no listed one has; what is listed keeps its name.

    Known and listed are one where they share a name and the type; where they only share the name,
    the listed one has it alone.
    """
    owners = {form: actor for actor in listed for form in actor.forms()}
    found = []
    for one in known:
        said = [owners[form] for form in (one.name, *one.aliases) if form in owners]
        own = next((actor for actor in said if actor.type == one.type), None)
        if said and own is None:
            continue
        fields: dict[str, list[str] | str] = {
            field: [form for form in getattr(one, field) if form not in owners] for field in FIELDS
        }
        if own and one.name not in owners:
            fields["aliases"] = [one.name, *fields["aliases"]]
        fields["name"] = own.name if own else one.name
        found.append(one.model_copy(update=fields))
    return found
