"""The outputs that notebooks publish, read from a notebook node and validated."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from pressbrief.render.text import plain, replaced
from pressbrief.sections.model import COVER_MIME, MIME, Cover, DataTable, Section

Model = TypeVar("Model", bound=BaseModel)


class DocumentError(ValueError):
    """A notebook that cannot be made a document; the message says why and what to do."""


def read(notebook) -> tuple[Cover | None, list[Section]]:
    """A notebook node's cover, if it has one, and its sections in the order published.

    Every text in them is plain (see `text.plain`). DocumentError if no section is there, two are
    alike in name, two covers are there, or an output breaks the contract in sections/model.py.
    """
    covers = [_valid(Cover, given, where) for given, where in _outputs(notebook, COVER_MIME)]
    sections = [_valid(Section, given, where) for given, where in _outputs(notebook, MIME)]
    names = [section.name for section in sections]
    for name in names:
        if names.count(name) > 1:
            raise DocumentError(
                f"section '{name}' is published {names.count(name)} times; publish it once"
            )
    if len(covers) > 1:
        raise DocumentError(f"{len(covers)} covers are published; publish one")
    if not sections and not (covers and covers[0].unavailable):
        raise DocumentError(
            f"the notebook holds no output of type {MIME}; run it to its end before exporting it "
            "(its last cell publishes the section)"
        )
    for section in sections:
        for table in (*section.tables, *(figure.data for figure in section.figures)):
            _check_shape(section, table)
    return (covers[0] if covers else None), sections


def _outputs(notebook, mime: str) -> Iterator[tuple[object, str]]:
    for at, cell in enumerate(notebook.get("cells", []), start=1):
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            if mime in data:
                yield data[mime], f"cell {at}, output {mime}"


def _valid(model: type[Model], given: object, where: str) -> Model:
    try:
        return model.model_validate(replaced(given, plain))
    except ValidationError as error:
        fault = error.errors()[0]
        key = ".".join(str(part) for part in fault["loc"])
        raise DocumentError(
            f"{where}, key '{key}': {fault['msg']} (found {str(fault['input'])[:80]!r}); "
            "pressbrief/sections/model.py says what may stand there"
        ) from None


def _check_shape(section: Section, table: DataTable) -> None:
    for at, row in enumerate(table.rows, start=1):
        if len(row) != len(table.columns):
            raise DocumentError(
                f"section '{section.name}', table '{table.id}', row {at}: {len(row)} cells for "
                f"{len(table.columns)} columns; give every row one cell a column"
            )
